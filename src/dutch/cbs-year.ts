/** A year, then the marks of CBS: a star for provisional, two for nearly definite, in words, or the code of a whole year. */
const markedYear =
  /^([12]\d{3})(?:\s*\*{1,2}|\s*JJ00|\s*\((?:nader\s+)?voorlopige?(?:\s+cijfers?)?\)|\s+(?:nader\s+)?voorlopig)?$/i;

/**
 * The year in a text with the marks that CBS puts behind years: `2016*` (provisional) and `2016**` (nearly definite) in
 * the tables of StatLine, `2016JJ00` (the whole year) in its open data, and `2016 (voorlopig)` in its publications. A
 * year without marks is read too.
 *
 * @returns a year from 1000 to 2999, or `null` when there is anything else in the text, such as a quarter or two years
 * @example
 * yearWithMarks("2016**") // => 2016
 * yearWithMarks("2016 KW01") // => null
 */
export function yearWithMarks(text: string): number | null {
  const match = markedYear.exec(text.trim());
  return match === null ? null : Number(match[1]);
}
