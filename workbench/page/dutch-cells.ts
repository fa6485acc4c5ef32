import {
  CellValueType,
  HorizontalAlign,
  InterceptorEffectEnum,
  numfmt,
  type ICellDataForSheetInterceptor,
  type Univer,
} from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { SheetsNumfmtCellContentController } from "@univerjs/sheets-numfmt";
import { dutchError } from "../formulas/dutch";

/** After what Univer does with the content of a cell, and before its own last handler, of -1, which ends the row. */
const last = -0.5;

/** Shows the cells as Dutch Excel does: a decimal comma, WAAR and ONWAAR, #N/B. What they hold stays the same. */
export function showDutchCells(univer: Univer): void {
  const injector = univer.__getInjector();
  injector.get(SheetsNumfmtCellContentController).setNumfmtLocal("nl");
  // A number without a format, a boolean and an error have no language in Univer.
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: last,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, _, next) => next(cell && inDutch(cell)),
  });
}

function inDutch(cell: ICellDataForSheetInterceptor): ICellDataForSheetInterceptor {
  const { v, t } = cell;
  if (t === CellValueType.BOOLEAN && (typeof v === "boolean" || typeof v === "number"))
    return {
      ...cell,
      v: v ? "WAAR" : "ONWAAR",
      t: CellValueType.STRING,
      interceptorStyle: { ht: HorizontalAlign.CENTER, ...cell.interceptorStyle },
    };
  if (typeof v === "number")
    return { ...cell, v: numfmt.format("General", v, { locale: "nl-NL" }), t: CellValueType.NUMBER };
  return typeof v === "string" && v.startsWith("#") ? { ...cell, v: dutchError(v) } : cell;
}
