import { filledCells, isAlike, isAlikeWithDigits, lastFilled, type Looks } from "./cell-looks";
import { isNote } from "./note-words";
import { parseCsv } from "./parse-csv";
import type { Misfit, RawRow } from "./raw-table";
import { separatorInWords, separators } from "./separator";

/** What rows of a table have in common: how many cells, what stands between them, and how they look. */
export interface TableForm {
  readonly headerLine: number;
  readonly width: number;
  readonly separator: string;
  readonly looks: Looks;
}

/** Of a longer line so much is taken apart again. */
const mostCharacters = 20_000;

/**
 * The separator by which a line is a row, where by that of the table it is none: as where a second export was put below
 * the first. It is the table's own where the line as a whole stands in quotes. `null` for any other line.
 */
export function otherSeparator({ cells }: RawRow, form: TableForm): string | null {
  const count = lastFilled(cells);
  if (count === form.width) return null;
  for (const separator of separators) {
    if (separator === form.separator && count > 1) continue;
    if (!cells.some((cell) => cell.includes(separator))) continue;
    const parts = partsOf(cells.slice(0, count).join(form.separator), separator);
    if (parts !== null && isRow(parts, count > 1, form)) return separator;
  }
  return null;
}

/** The cells of one line by a separator; `null` when it cannot be taken apart as one line. */
function partsOf(text: string, separator: string): readonly string[] | null {
  if (text.length > mostCharacters) return null;
  const { records, badQuote } = parseCsv(text, separator);
  return badQuote === null && records.length === 1 ? records[0].cells : null;
}

function isRow(
  parts: readonly string[],
  hasOwn: boolean,
  { width, separator: own, looks }: TableForm,
): boolean {
  const [first] = parts;
  if (lastFilled(parts) < 2 || isNote(first) || first.includes(": ")) return false;
  // "D2;Zorg, taal, werk": the table's own separator made good cells already.
  if (hasOwn && first.includes(own)) return false;
  const alike = parts.filter((part, position) => isAlikeWithDigits(part, looks[position])).length;
  const asWide = parts.length === width || lastFilled(parts) === width;
  const isSentence = parts.slice(1).every((part) => part.startsWith(" "));
  if (asWide && !isSentence) return true;
  // A shorter one has empty cells at its end that were left out.
  return alike > (isSentence && !asWide ? 1 : 0) && isAlike(first, looks[0]) && filledCells(parts) <= width;
}

/** Puts with every row that has another separator what is wrong with it; the other rows stay what they are. */
export function markOtherSeparators(rows: readonly RawRow[], form: TableForm): readonly RawRow[] {
  const misfits = new Map<string, Misfit>();
  const marked = new Map<RawRow, Misfit>();
  for (const row of rows) {
    const separator = otherSeparator(row, form);
    if (separator === null) continue;
    const misfit = misfits.get(separator) ?? misfitOf(separator, row.line, form);
    misfits.set(separator, misfit);
    marked.set(row, misfit);
  }
  if (marked.size === 0) return rows;
  return rows.map((row) => {
    const misfit = marked.get(row);
    return misfit === undefined ? row : { ...row, misfit };
  });
}

function misfitOf(separator: string, line: number, { separator: own, headerLine }: TableForm): Misfit {
  const isQuoted = separator === own;
  return {
    found: isQuoted
      ? `een hele regel tussen aanhalingstekens (zo vanaf regel ${line})`
      : `${separatorInWords(separator)} tussen de cellen (zo vanaf regel ${line})`,
    expected: isQuoted
      ? `cellen met ${separatorInWords(own)} ertussen, zoals in de kop op regel ${headerLine}`
      : `${separatorInWords(own)}, zoals in de kop op regel ${headerLine}`,
    advice: isQuoted
      ? "Haal de aanhalingstekens om de regel weg, of vraag het bestand opnieuw op."
      : "Vaak zijn er twee exports onder elkaar gezet. Lees ze als aparte bestanden in, of zet overal hetzelfde teken.",
  };
}
