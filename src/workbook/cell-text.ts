/** What a cell of Excel holds at most. */
const MOST_CHARACTERS = 32_767;
const CUT_SHORT = " … (ingekort: een cel bevat hoogstens 32.767 tekens)";

/** Each of these begins a new line in the program that wrote it. */
const lineEnds = /\r\n|[\r\v\f\u0085]/g;
/** Control characters, halves of a character without the other half, and what Unicode gives no meaning. */
const notInXml = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/**
 * A text as a cell can hold it, in a file and in the open Excel alike: XML has no place for most control characters,
 * which become a space, or a line break where that is what they mean.
 *
 * @example
 * cellText("regel 1\u000bregel 2\u0007") // => "regel 1\nregel 2 "
 */
export function cellText(text: string): string {
  const clean = text.replace(lineEnds, "\n");
  const fitting =
    clean.length > MOST_CHARACTERS ? clean.slice(0, MOST_CHARACTERS - CUT_SHORT.length) + CUT_SHORT : clean;
  return fitting.replace(notInXml, " ");
}
