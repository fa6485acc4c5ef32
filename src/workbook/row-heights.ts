import { textOfCell } from "../measures/cells";
import { looks } from "./looks";
import type { SheetPlan } from "./plan";

/** In points, of the standard font. */
const LINE_HEIGHT = 15;

/** The height of every row in points, undefined where a single line is enough. */
export const rowHeights = ({ rows, columnWidths }: SheetPlan): (number | undefined)[] =>
  rows.map((cells) => {
    const lines = linesOf(cells, columnWidths);
    return lines > 1 ? lines * LINE_HEIGHT : undefined;
  });

/** How many lines a row needs for its wrapped texts: not every program fits the heights of rows when it opens a file. */
function linesOf(cells: SheetPlan["rows"][number], widths: number[]): number {
  const lines = cells.map((cell, column) => {
    if (!cell?.style || !looks[cell.style].wrap) return 1;
    // Bold letters are wider than the standard digit in which widths are counted.
    return Math.ceil((textOfCell(cell.value).length * 1.15) / (widths[column] ?? 10));
  });
  return lines.reduce((most, count) => Math.max(most, count), 1);
}
