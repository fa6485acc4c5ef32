import type { RawRow } from "./raw-table";

/** Of a longer cell only so much is looked at, and of a longer table so many rows. */
const mostCharacters = 200;
const mostRows = 1000;

/**
 * What a cell is made of, word by word: `9` has digits, `x` digits and letters, `a` no digits.
 *
 * @example
 * lookOf("Wijk 10") // => "a 9"
 */
export function lookOf(cell: string): string {
  return wordsOf(cell)
    .map((word) => (!/\d/.test(word) ? "a" : /\p{L}/u.test(word) ? "x" : "9"))
    .join(" ");
}

/** How the cells of one column look. */
interface ColumnLooks {
  readonly looks: Set<string>;
  filled: number;
  withoutDigits: number;
  mostWords: number;
}

/** How the cells of a table look, column by column, to tell whether another line is a row of it too. */
export type Looks = readonly ColumnLooks[];

/** A line with one filled cell may be a footer; only what has more is surely a row. */
export function looksOf(rows: readonly RawRow[], width: number): Looks {
  const columns: ColumnLooks[] = [];
  let seen = 0;
  for (const { cells } of rows) {
    if (seen >= mostRows) break;
    if (filledCells(cells) < 2) continue;
    seen += 1;
    cells.slice(0, width).forEach((cell, position) => {
      const column = (columns[position] ??= { looks: new Set(), filled: 0, withoutDigits: 0, mostWords: 0 });
      if (cell.trim() === "") return;
      const look = lookOf(cell);
      column.looks.add(look);
      column.filled += 1;
      if (!/[9x]/.test(look)) column.withoutDigits += 1;
      column.mostWords = Math.max(column.mostWords, look.split(" ").length);
    });
  }
  return columns;
}

/** Whether a cell with digits looks as one of the column does: a year among years, a number of a person. */
export function isAlikeWithDigits(cell: string, column: ColumnLooks | undefined): boolean {
  const look = lookOf(cell);
  return /[9x]/.test(look) && column !== undefined && column.looks.has(look);
}

/** Whether a cell looks as those of the column do; of texts only the number of words tells. */
export function isAlike(cell: string, column: ColumnLooks | undefined): boolean {
  const look = lookOf(cell);
  if (column === undefined || look === "") return false;
  if (/[9x]/.test(look)) return column.looks.has(look);
  return (
    column.withoutDigits * 2 > column.filled &&
    !cell.includes(":") &&
    look.split(" ").length <= Math.max(3, column.mostWords)
  );
}

/** How many cells are not blank. */
export function filledCells(cells: readonly string[]): number {
  return cells.reduce((count, cell) => (cell.trim() === "" ? count : count + 1), 0);
}

/** How many cells there are up to and including the last that is not blank. */
export function lastFilled(cells: readonly string[]): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1].trim() === "") count -= 1;
  return count;
}

function wordsOf(cell: string): string[] {
  return cell
    .slice(0, mostCharacters)
    .split(/\s+/)
    .filter((word) => word !== "");
}
