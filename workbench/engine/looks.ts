import { BooleanNumber, type IStyleData, type Nullable } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { Block } from "./address";

/** How cells look, in Univer's own terms. */
export type Look = Omit<IStyleData, "bl" | "it"> & {
  bl?: Nullable<BooleanNumber>;
  it?: Nullable<BooleanNumber>;
};

/** How the cells of a block look; only what was ever set is there. */
export function looksOf(workbook: FWorkbook, sheet: string, block: Block): Look[][] {
  const view = workbook.getSheetBySheetId(sheet)?.getSheet();
  const styles = workbook.getWorkbook().getStyles();
  const rows: Look[][] = [];
  for (let row = block.startRow; row <= block.endRow; row += 1) {
    const looks: Look[] = [];
    for (let column = block.startColumn; column <= block.endColumn; column += 1) {
      looks.push((styles.getStyleByCell(view?.getCellRaw(row, column)) as Look | null) ?? {});
    }
    rows.push(looks);
  }
  return rows;
}

/** Cells with these looks, for Univer's own writing of values; what a look leaves out stays as it was. */
export function cellsWithLook(block: Block, look: Look): Record<number, Record<number, { s: Look }>> {
  const cells: Record<number, Record<number, { s: Look }>> = {};
  for (let row = block.startRow; row <= block.endRow; row += 1) {
    const line = (cells[row] = {} as Record<number, { s: Look }>);
    for (let column = block.startColumn; column <= block.endColumn; column += 1) line[column] = { s: look };
  }
  return cells;
}

/** Cells with a look each, from this cell on; a cell without a look is left out. */
export function cellsWithLooks(
  row: number,
  column: number,
  looks: Look[][],
): Record<number, Record<number, { s: Look }>> {
  const cells: Record<number, Record<number, { s: Look }>> = {};
  looks.forEach((line, r) =>
    line.forEach((look, c) => {
      if (Object.keys(look).length > 0) (cells[row + r] ??= {})[column + c] = { s: look };
    }),
  );
  return cells;
}
