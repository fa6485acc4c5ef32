import { otherCodePage } from "../dutch/which-code-page";
import { excerpt, lineList } from "./excerpt";
import type { Remark } from "./extract";
import type { Finding } from "./finding";
import type { RawRow } from "./raw-table";

/** What stands where bytes are no character. */
export const UNREADABLE = "\ufffd";

/** The rows of a file that is damaged in which a character cannot be read. */
export function damagedRows(rows: readonly RawRow[], encoding: string, endsWithLineEnd: boolean): Finding[] {
  const [last] = rows.slice(-1);
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.includes(UNREADABLE)))
    .map((row): Finding => {
      const { line, cells } = row;
      const isCut = row === last && !endsWithLineEnd && cells[cells.length - 1].endsWith(UNREADABLE);
      return {
        line,
        column: "",
        value: "",
        found: isCut
          ? "een laatste teken dat niet compleet is"
          : `een teken dat niet bij de tekenset ${encoding} hoort`,
        expected: isCut ? "een heel bestand" : `een bestand dat helemaal in ${encoding} staat`,
        advice: isCut
          ? "Het bestand is afgekapt; vraag het opnieuw op."
          : "Vaak zijn er twee bestanden samengevoegd. Sla elk apart op als CSV UTF-8 en lees ze opnieuw in.",
      };
    });
}

/**
 * What UTF-8 looks like when it was once read as windows-1252 (Ã« for ë, â€™ for ’), and what other old encodings
 * leave within a word (‰ for ë).
 */
const misread =
  /[ÃÂÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€|\u0080)|(?<=\p{Ll})[‚ƒ„†‡ˆ‰‹‘•\u0081\u008d\u008f\u0090\u009d](?=\p{Ll})/u;
const ascii = /^[\t-~]*$/;

/**
 * Tells of characters that were lost or garbled before the file came here, and of a file that is not in the encoding in
 * which it was read; they may split a category in two.
 */
export function garbledRemarks(rows: readonly RawRow[], encoding: string): Remark[] {
  const wrongPage = encoding === "Windows-1252" ? codePageRemark(rows) : null;
  const told = new Set(wrongPage?.lines);
  const isGarbled = (cell: string) => !ascii.test(cell) && (cell.includes(UNREADABLE) || misread.test(cell));
  const lines = rows
    .filter(({ line, cells }) => !told.has(line) && cells.some(isGarbled))
    .map(({ line }) => line);
  const first = wrongPage === null ? [] : [wrongPage.remark];
  if (lines.length === 0) return first;
  const message =
    `In ${lineList(lines)} ${lines.length === 1 ? "staat een letter" : "staan letters"} met een accent die bij een ` +
    `eerdere omzetting verminkt lijkt, zoals Ã« voor ë. Vraag het bestand opnieuw op, als CSV UTF-8.`;
  return [...first, { line: lines[0], text: "", message }];
}

/** Of so many different texts it is seen how they read in another code page. */
const mostTexts = 10_000;

function codePageRemark(rows: readonly RawRow[]): { remark: Remark; lines: readonly number[] } | null {
  const texts = new Set<string>();
  for (const { cells } of rows)
    for (const cell of cells) if (texts.size < mostTexts && !ascii.test(cell)) texts.add(cell);
  const distinct = [...texts];
  const reading = otherCodePage(distinct);
  if (reading === null) return null;
  const { page, isPart, places, was, becomes } = reading;
  const misreadTexts = new Set(places.map((place) => distinct[place]));
  const lines = rows
    .filter(({ cells }) => cells.some((cell) => misreadTexts.has(cell)))
    .map(({ line }) => line);
  // Between brackets stands what the sheet Bronnen leaves out of a file about persons.
  const message =
    `Het bestand is gelezen als tekst van Windows (Windows-1252), maar lijkt ${isPart ? "voor een deel " : ""}van ` +
    `${page.name} te komen: letters met een accent zijn dan verkeerd gelezen: ${lineList(lines)}. Sla het bij de bron ` +
    `op als CSV UTF-8 en lees het opnieuw in ("${excerpt(becomes)}" en niet "${excerpt(was)}").`;
  return { remark: { line: lines[0], text: "", message }, lines };
}
