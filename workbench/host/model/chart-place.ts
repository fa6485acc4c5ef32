import type { Block } from "../../engine/address";
import type { Engine } from "../../engine/engine";
import { HostError } from "../host-error";
import type { ChartModel } from "./chart-model";
import { blockAt } from "./addresses";
import type { RangeObject } from "./range";

/** Assumed, to be confirmed in Excel, for no page says it: where a new chart comes and how large it is. */
export const firstPlace = (): Block => ({ startRow: 0, startColumn: 0, endRow: 14, endColumn: 6 });

const blockOf = (cells: RangeObject | string) => (typeof cells === "string" ? blockAt(cells) : cells.block);

/**
 * Where a chart comes; without an end cell it keeps its size:
 * https://learn.microsoft.com/javascript/api/excel/excel.chart#excel-excel-chart-setposition-member(1)
 */
export function movedPlace(
  engine: Engine,
  { sheetId, place }: ChartModel,
  first: RangeObject | string,
  end?: RangeObject | string | null,
): Block {
  const { startRow, startColumn } = blockOf(first);
  if (end !== undefined && end !== null) {
    const { endRow, endColumn } = blockOf(end);
    // Assumed, to be confirmed in Excel: a last cell before the first is refused.
    if (endRow < startRow || endColumn < startColumn)
      throw new HostError("InvalidArgument", "The end cell of a chart comes before its start cell.");
    return { startRow, startColumn, endRow, endColumn };
  }
  const heightOf = (row: number) => engine.rowHeight(sheetId, row);
  const widthOf = (column: number) => engine.columnWidth(sheetId, column);
  return {
    startRow,
    startColumn,
    endRow: endOf(heightOf, place.startRow, place.endRow, startRow),
    endColumn: endOf(widthOf, place.startColumn, place.endColumn, startColumn),
  };
}

/** The last row or column that is needed from there on to be as large as before; a place is in whole cells. */
function endOf(sizeOf: (at: number) => number, first: number, last: number, from: number): number {
  let size = 0;
  for (let at = first; at <= last; at += 1) size += sizeOf(at);
  let end = from;
  // A hidden one has no size: not further than the largest sheet goes.
  for (let rest = size - sizeOf(end); rest > 0 && end < 1_048_575; rest -= sizeOf(end)) end += 1;
  return end;
}
