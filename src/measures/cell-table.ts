import type { Notation } from "../dutch/numbers";
import type { Argument, CallContext } from "./argument";
import type { CellValue } from "./cells";
import type { FigureText } from "./notation-of-figures";
import { contextOf, isMissing, numberIn, refuse } from "./read-cells";
import { isBlank } from "./value-in-cell";

/** A range as it was given, before it is known what its first row and column mean. */
export interface CellTable {
  name: string;
  /** What a figure in it must be, in Dutch. */
  accepts: string;
  /** Up to the last row and column in which anything stands: a whole column such as A:A is mostly blank. */
  cells: CellValue[][];
  /** The size of the range, with its blank end. */
  rows: number;
  columns: number;
  context: CallContext;
}

/** A range of figures, names or years, with or without labels. */
export function cellTable(options: {
  accepts: string;
  optional?: boolean;
  holds?: "table" | "names" | "years";
}): Argument<CellTable> {
  return {
    optional: options.optional ?? false,
    shape: "matrix",
    accepts: options.accepts,
    zeroMayBeBlank: true,
    holds: options.holds ?? "table",
    read: (cells, name, context = contextOf(name, cells)) => ({
      name,
      context,
      accepts: options.accepts,
      // An error in a cell was refused before.
      cells: usedPart(cells as CellValue[][]),
      rows: cells.length,
      columns: cells[0].length,
    }),
  };
}

/** The range without its blank last rows and columns; of a blank range one cell. */
export function usedPart(cells: CellValue[][]): CellValue[][] {
  let rows = cells.length;
  while (rows > 1 && cells[rows - 1].every(isBlank)) rows -= 1;
  let columns = 1;
  for (let r = 0; r < rows; r++) {
    for (let c = cells[r].length - 1; c >= columns; c--) {
      if (!isBlank(cells[r][c])) columns = c + 1;
    }
  }
  return cells.slice(0, rows).map((row) => (row.length === columns ? row : row.slice(0, columns)));
}

/** The cells of a row or column one by one, up to the last that is not blank; none when all are. */
export function lineOf({ cells }: CellTable): CellValue[] {
  const line = cells.flat();
  return line.length === 1 && isBlank(line[0]) ? [] : line;
}

/** Where the cells of `lineOf` stand. */
export function placeInLine({ context, cells, columns }: CellTable, index: number): string {
  const width = columns === 1 || cells.length === 1 ? columns : cells[0].length;
  return context.place(Math.floor(index / width), index % width);
}

/** A range looked at with its rows as rows, or turned, with its columns as rows. */
export interface View {
  table: CellTable;
  turned: boolean;
  /** Up to the last in which anything stands. */
  rows: number;
  columns: number;
  /** With the blank end of the range. */
  mostRows: number;
  mostColumns: number;
  cell(row: number, column: number): CellValue;
  /** "rij 3, kolom 2 van donoren", in the range as the user sees it. */
  where(row: number, column: number): string;
  figure(row: number, column: number): number | null;
}

/** A figure beyond this size would overflow when another is taken from it. */
const largestFigure = 1e300;

export function viewOf(table: CellTable, turned: boolean): View {
  const { cells, accepts, context } = table;
  const used = { rows: cells.length, columns: cells[0].length };
  const cell = (row: number, column: number) =>
    (turned ? cells[column]?.[row] : cells[row]?.[column]) ?? null;
  const where = (row: number, column: number) =>
    turned ? context.place(column, row) : context.place(row, column);
  return {
    table,
    turned,
    rows: turned ? used.columns : used.rows,
    columns: turned ? used.rows : used.columns,
    mostRows: turned ? table.columns : table.rows,
    mostColumns: turned ? table.rows : table.columns,
    cell,
    where,
    figure: (row, column) => {
      const value = cell(row, column);
      if (isMissing(value)) return null;
      const figure = numberIn(value, where(row, column), accepts, context.numbers);
      if (figure === null || Math.abs(figure) <= largestFigure) return figure;
      return refuse(value, where(row, column), "een getal van hoogstens 1e300");
    },
  };
}

/** The view in which texts among the figures are read so. */
export const withNotation = ({ table, turned }: View, numbers: Notation): View =>
  viewOf({ ...table, context: { ...table.context, numbers } }, turned);

/** The texts among the figures of a view, which begin after so many rows and columns. */
export function figureTexts({ table, turned }: View, top: number, left: number): FigureText[] {
  const [firstRow, firstColumn] = turned ? [left, top] : [top, left];
  return table.cells.slice(firstRow).flatMap((row, r) =>
    row.slice(firstColumn).flatMap((text, c) => {
      const where = () => table.context.place(firstRow + r, firstColumn + c);
      return typeof text === "string" ? [{ text, where }] : [];
    }),
  );
}
