import { isMissingFigure } from "../dutch/markers";
import { plainText } from "../dutch/plain-text";

/** What databases, programs and people write in a field in which no number of a person is known. */
const words = new Set(
  (
    "null nul none nan na nil void undefined unknown unk unspecified unnamed missing blank blanks empty nodata notset " +
    "notavailable notapplicable nobody leeg anon dummy placeholder geheim afgeschermd tbd ntb nnb nvt nb nog niemand " +
    "nihil noid novalue"
  ).split(" "),
);
/** Without digits these are no numbers: niet ingevuld, geen nummer, onbekende klant. */
const beginnings =
  /^(?:geen|niet|nogniet|nogintevullen|zonder|onbekend|ontbreek|ontbrek|anonie|anony|unknown)/;
/** XXX is filled in; a lone x can be somebody's pseudonym. */
const onlyX = /^x{2,}$/;
/** -1 and -99 are codes for nothing in files for statistics. */
const negative = /^[-\u2212]\d{1,2}(?:[.,]0+)?$|^[-\u2212](\d)\1*(?:[.,]0+)?$/;

/**
 * Whether a cell with the number of a person names nobody: one person would be made of all who have it.
 *
 * @example
 * namesNobody("(leeg)") // => true
 * namesNobody("x") // => false
 */
export function namesNobody(text: string): boolean {
  const lower = plainText(text).toLowerCase();
  if (lower === "x") return false;
  if (!lower.startsWith("<") && isMissingFigure(lower)) return true;
  if (negative.test(lower)) return true;
  const letters = lower.replace(/[^\p{L}\p{N}]+/gu, "");
  if (/\p{N}/u.test(letters)) return false;
  return letters === "" || words.has(letters) || beginnings.test(letters) || onlyX.test(letters);
}

/** 0, 99999, 1111 and 123456789 are filled in where a form wants a number, and can be somebody's as well. */
const fillers = /^(?:0+|999+|(\d)\1{3,}|12345(?:6(?:7(?:8(?:90?)?)?)?)?)$/;
const fewestRows = 5;
const timesUsual = 5;

/**
 * The numbers in a column of persons that are so often used to fill a field, and stand in so many more rows than the
 * other numbers do, that they are nobody's.
 *
 * @param texts the cells of the column, to be gone through more than once
 * @example
 * filledIn(["1", "2", "9999", "9999", "9999", "9999", "9999"]).size // => 1
 */
export function filledIn(texts: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const plain = plainText(text);
    if (fillers.test(plain)) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count >= fewestRows);
  if (often.length === 0) return new Set();
  const candidates = new Set(often.map(([text]) => text));
  const others = new Set<string>();
  let rowsOfOthers = 0;
  for (const text of texts) {
    const plain = plainText(text);
    if (plain === "" || candidates.has(plain)) continue;
    others.add(plain);
    rowsOfOthers += 1;
  }
  const usual = others.size === 0 ? 0 : rowsOfOthers / others.size;
  return new Set(often.flatMap(([text, count]) => (count >= timesUsual * usual ? [text] : [])));
}
