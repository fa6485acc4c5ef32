import type { CellValue } from "../../engine/cell-value";
import type { ChartCells, ChartSeries } from "./chart-model";
import { nameOfSeries } from "./chart-series";
import type { RangeObject } from "./range";

/**
 * The series in the cells of a new chart. Assumed, to be confirmed in Excel, for no page of Office.js says it: a first
 * row or column with nothing but texts after its first cell is no figures, but the names or the categories.
 *
 * @param by Auto is Columns in Excel on the web, which the workbench is to the add-in:
 *   https://learn.microsoft.com/javascript/api/excel/excel.chartseriesby
 */
export function seriesIn(
  { state, sheetId, block }: RangeObject,
  by: "Auto" | "Columns" | "Rows",
): ChartSeries[] {
  const cells = state.engine.values(sheetId, block);
  const [rows, columns] = [cells.length, cells[0].length];
  const isHead = (line: CellValue[]) =>
    line.length > 1 && line.slice(1).every((value) => typeof value === "string" && value !== "");
  const [top, left] = [isHead(cells[0]) ? 1 : 0, isHead(cells.map(([first]) => first)) ? 1 : 0];
  const part = (startRow: number, startColumn: number, endRow: number, endColumn: number): ChartCells => ({
    sheetId,
    block: {
      startRow: block.startRow + startRow,
      startColumn: block.startColumn + startColumn,
      endRow: block.startRow + endRow,
      endColumn: block.startColumn + endColumn,
    },
  });
  const series = (name: CellValue, number: number, values: ChartCells, categories: ChartCells | null) => ({
    id: `{series-${(state.lastId += 1)}}`,
    name: typeof name === "string" && name !== "" ? name : nameOfSeries(number),
    values,
    categories,
    fill: null,
    line: null,
  });
  if (by === "Rows") {
    const categories = top === 1 ? part(0, left, 0, columns - 1) : null;
    return cells
      .slice(top)
      .map((line, i) =>
        series(left === 1 ? line[0] : null, i + 1, part(top + i, left, top + i, columns - 1), categories),
      );
  }
  const categories = left === 1 ? part(top, 0, rows - 1, 0) : null;
  return cells[0]
    .slice(left)
    .map((head, i) =>
      series(top === 1 ? head : null, i + 1, part(top, left + i, rows - 1, left + i), categories),
    );
}
