import type { ResultCell, ResultTable } from "../measures/cells";
import { cellAddress, onSheet, type PlannedCell, type SheetPlan } from "./plan";

/** A cell that stands on a sheet: where, and what it shows. Formulas are made of these. */
export interface PlacedCell {
  sheet: string;
  row: number;
  column: number;
  value: ResultCell;
}

export function newSheet(name: string, columnWidths: number[]): SheetPlan {
  return {
    name,
    rows: [],
    columnWidths,
    frozen: { rows: 0, columns: 0 },
    tables: [],
    conditionalFormats: [],
  };
}

/** The heads of columns, as cells. */
export const columnHeads = (texts: string[]): PlannedCell[] =>
  texts.map((value) => ({ value, style: "columnHead" }));

/** The heads of columns that each are a year. */
export const yearHeads = (years: number[]): PlannedCell[] =>
  years.map((value) => ({ value, format: "year", style: "columnHead" }));

/** Puts a cell on a sheet and gives it back as something to make formulas of. */
export function place(sheet: SheetPlan, row: number, column: number, cell: PlannedCell): PlacedCell {
  while (sheet.rows.length <= row) sheet.rows.push([]);
  if (sheet.rows[row][column] !== undefined) {
    throw new Error(`Cell ${cellAddress(row, column)} of ${sheet.name} is planned twice.`);
  }
  sheet.rows[row][column] = cell;
  return { sheet: sheet.name, row, column, value: cell.value };
}

/** Puts cells side by side; an undefined one leaves its place empty. */
export function placeRow(
  sheet: SheetPlan,
  row: number,
  column: number,
  cells: (PlannedCell | undefined)[],
): (PlacedCell | undefined)[] {
  return cells.map((cell, i) => cell && place(sheet, row, column + i, cell));
}

/** Puts a formula whose result is a table: the formula in its corner, the other values as spilled cells. */
export function placeSpill(
  sheet: SheetPlan,
  row: number,
  column: number,
  corner: Pick<PlannedCell, "formula"> & {
    table: ResultTable;
    dress: (row: number, column: number) => Partial<PlannedCell>;
  },
): PlacedCell[][] {
  const { table, formula, dress } = corner;
  return table.map((values, r) =>
    values.map((value, c) =>
      place(sheet, row + r, column + c, {
        ...dress(r, c),
        value,
        ...(r === 0 && c === 0
          ? { formula, spill: { rows: table.length, columns: table[0].length } }
          : { spilled: true }),
      }),
    ),
  );
}

/** How a formula on `sheet` refers to a cell: with the name of the sheet when it is another one. */
export function reference(cell: PlacedCell, sheet: SheetPlan): string {
  const address = cellAddress(cell.row, cell.column);
  return cell.sheet === sheet.name ? address : onSheet(cell.sheet, address);
}
