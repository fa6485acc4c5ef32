import { filledCells, isAlike, lookOf } from "./cell-looks";
import { isNote, isTotal } from "./note-words";
import { otherSeparator, type TableForm } from "./other-separator";
import type { RawRow } from "./raw-table";

/** Of lines that are not plainly text no more than so many are taken for footers. */
const mostDoubtful = 3;

/**
 * How many of the last lines are footers: a text and nothing else, as in "Bron: CBS". A line that looks like a row is
 * none, and where there are many only those that are plainly text are: a row that is taken for a footer is lost.
 */
export function countFooters(rows: readonly RawRow[], form: TableForm): number {
  const like = lastWhile(rows, (row) => isFooterLike(row, form));
  if (like.filter((row) => !isPlainText(row)).length <= mostDoubtful) return like.length;
  return lastWhile(like, isPlainText).length;
}

function lastWhile(rows: readonly RawRow[], test: (row: RawRow) => boolean): readonly RawRow[] {
  let start = rows.length;
  while (start > 0 && test(rows[start - 1])) start -= 1;
  return rows.slice(start);
}

function isFooterLike(row: RawRow, form: TableForm): boolean {
  const [first] = row.cells;
  if (!/\p{L}/u.test(first) || filledCells(row.cells) !== 1) return false;
  if (otherSeparator(row, form) !== null) return false;
  return isNote(first) || isTotal(first) || !isAlike(first, form.looks[0]);
}

/** A note, a total or a sentence. */
function isPlainText({ cells: [text] }: RawRow): boolean {
  if (isNote(text) || isTotal(text) || text.includes(": ")) return true;
  return lookOf(text).split(" ").length >= 3;
}
