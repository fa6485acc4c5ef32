import { CellValueType, type Nullable, type Univer } from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import { asCellData, shownValue } from "../engine/cell-data";
import { toDutch } from "../formulas/dutch";
import { readTyped, typedAs } from "../formulas/typed";
import { isGeneral, type Cell } from "./cell-content";

/** Higher than what Univer itself does around its editor, which knows English numbers only. */
const first = 1000;

/**
 * Makes the editor in the cells of the grid Dutch: it shows a cell as a Dutch user would type it, and takes what is
 * typed so. A wrong formula is not written; the listener gets it.
 */
export function dutchCellEditor(
  univer: Univer,
  onFault: (cell: Cell, text: string, sentence: string) => void,
): void {
  const injector = univer.__getInjector();
  const { writeCellInterceptor } = injector.get(SheetInterceptorService);
  const formulas = injector.get(FormulaDataModel);
  keepUnfinished(injector.get(LexerTreeBuilder));
  // What a handler returns without `next` is not touched by the handlers after it.
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: first,
    handler: (given, { worksheet, row, col, subUnitId, unitId }, next) => {
      const cell = worksheet.getCellRaw(row, col);
      if (!cell || cell.p) return next(given);
      const formula = formulas.getFormulaStringByCell(row, col, subUnitId, unitId);
      if (formula) return { ...cell, f: toDutch(formula) };
      const value = shownValue(cell.v, cell.t);
      if (value === null) return next(given);
      const text = typedAs(value, patternOf(worksheet.getComposedCellStyle(row, col)));
      return { ...cell, v: text, t: CellValueType.STRING };
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: first,
    handler: (given, { worksheet, row, col, subUnitId }, next) => {
      // Text of which parts look different stays what it is.
      if (!given || given.p) return next(given);
      const text =
        given.f ?? (given.t === CellValueType.FORCE_STRING ? `'${String(given.v)}` : String(given.v ?? ""));
      const own = patternOf(worksheet.getComposedCellStyle(row, col));
      const typed = readTyped(text, own);
      const plain = { ...given, p: null, f: null, si: null };
      if (typed.kind === "fault") {
        // Univer goes to the next cell first.
        setTimeout(() => onFault({ sheet: subUnitId, row, column: col }, text, typed.sentence));
        return worksheet.getCellRaw(row, col);
      }
      const { input, format } = typed;
      if (typeof input === "string" && input.startsWith("=")) return { ...given, f: input };
      if (typeof input !== "number") return { ...plain, ...asCellData(input) };
      const number = { ...plain, v: input, t: CellValueType.NUMBER };
      if (format === undefined || !isGeneral(own)) return number;
      const style = typeof given.s === "object" ? given.s : {};
      return { ...number, s: { ...style, n: { pattern: format } } };
    },
  });
}

/** Univer closes what was left open; behind an open bracket that makes =SOM() of =SOM(, which nobody meant. */
function keepUnfinished(builder: LexerTreeBuilder): void {
  const missing = builder.checkIfAddBracket.bind(builder);
  builder.checkIfAddBracket = (formula) => (/[(;]\s*$/.test(formula) ? 0 : missing(formula));
}

const patternOf = (style: Nullable<{ n?: Nullable<{ pattern: string }> }>) => style?.n?.pattern ?? "";
