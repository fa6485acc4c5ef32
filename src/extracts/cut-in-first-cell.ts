import type { RawRow } from "./raw-table";

/** With these a file is closed; they are no beginning of a value. */
const closing = /^(?:einde?|end|eof|bron|totaal|source)\b/i;

/**
 * Whether a last line without a line end, with a text in its first cell and nothing else, is a row that was cut off
 * rather than a footer: it has a separator behind it where rows have more, or looks like the beginning of what stands
 * in the first cells of the rows.
 */
export function isCutInFirstCell({ cells }: RawRow, header: RawRow, rows: readonly RawRow[]): boolean {
  if (cells.length >= header.cells.length || rows.length === 0) return false;
  if (cells.length > 1) return true;
  const cell = cells[0].trim();
  const firsts = rows.map((row) => row.cells[0].trim()).filter((first) => first !== "");
  if (firsts.some((first) => first.startsWith(cell))) return true;
  if (closing.test(cell) || !isOneWord(cell) || !firsts.every(isOneWord)) return false;
  const shape = shapeOf(cell);
  const alike = firsts.filter((first) => shapeOf(first).startsWith(shape)).length;
  if (alike * 2 > firsts.length && /\d/.test(cell)) return true;
  // Numbers of persons without any order in them are often of one length.
  return firsts.every((first) => first.length === firsts[0].length && cell.length < first.length);
}

function isOneWord(text: string): boolean {
  return !/[\s:]/.test(text);
}

function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, "A")
    .replace(/\p{Ll}/gu, "a")
    .replace(/\d/g, "9");
}
