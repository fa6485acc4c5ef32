import { isErrorCell } from "../measures/cells";
import { cellText } from "./cell-text";
import type { PlannedCell, SheetPlan } from "./plan";

/** What is written into a cell through `range.formulas`; null leaves it as it is. */
export type CellInput = string | number | boolean | null;

/**
 * A text as it must be written to become that text. Excel reads a text that begins with = + - or @ as a formula, and
 * others as a number, a date or a truth value, as if it were typed; an apostrophe in front keeps it a text and does
 * not become part of it (https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member;
 * office-js #6687). So every text gets one that is not plainly words: from the start letters, and no digit.
 *
 * @example
 * asText("=1+1") // => "'=1+1"
 */
export function asText(text: string): string {
  const isWords = /^\p{L}[^\d\p{Nd}]*$/u.test(text) && !/^(true|false|waar|onwaar)$/i.test(text.trim());
  return isWords || text === "" ? text : `'${text}`;
}

/** What to write into a cell. A spilled cell is left alone: a value in it would block the formula that fills it. */
export function inputOf(cell: PlannedCell | undefined): CellInput {
  if (!cell || cell.spilled) return null;
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (isErrorCell(cell.value)) return cell.value.error;
  return typeof cell.value === "string" ? asText(cellText(cell.value)) : cell.value;
}

/** The cells of a sheet as a matrix: every row as long as the longest. */
export function inputsOf({ rows }: SheetPlan): CellInput[][] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows.map((cells) => Array.from({ length: width }, (_, column) => inputOf(cells[column])));
}
