import { plainText } from "./plain-text";

const signs = new Set(["", ".", "-", "–", "—", "*"]);
const words = new Set(["x", "n.b.", "n.b", "nb", "n.v.t.", "n.v.t", "nvt", "onbekend", "niet bekend"]);
const fewerThan = /^<\s?\d+$/;
const cbsCode = /^-9999[5-9](\.0+)?$|^-99999999(\.0+)?$/;

/**
 * Whether a cell of figures, of dates, or of ja and nee says "not published" or "not available": empty, `.`, `x`,
 * `-`, `*`, `<10`, a word such as n.b., n.v.t. or onbekend, or one of the codes such as -99997 by which CBS says so in
 * its map files. Such a cell is missing, never a number and never 0.
 *
 * The same text can be a label: `<27` is an age class and X a gender. In a column of labels ask `isMissingLabel`.
 *
 * @example
 * isMissingFigure("<10") // => true
 */
export function isMissingFigure(text: string): boolean {
  const plain = plainText(text).toLowerCase();
  return signs.has(plain) || words.has(plain) || fewerThan.test(plain) || cbsCode.test(plain);
}

/**
 * Whether a cell of ja and nee says that it is not known: empty, a lone `.` or `-`, or a word such as onbekend. An `x`
 * may be a cross for ja, and no count is withheld here: `x`, `*` and `<10` are no answer.
 *
 * @example
 * isMissingAnswer("n.v.t.") // => true
 * isMissingAnswer("x") // => false
 */
export function isMissingAnswer(text: string): boolean {
  const plain = plainText(text).toLowerCase();
  return plain !== "x" && plain !== "*" && (signs.has(plain) || words.has(plain));
}

/**
 * Whether a cell of names, codes or categories has nothing in it: empty, or only a `.`, `-` or `*`, which name nothing.
 *
 * @example
 * isMissingLabel("<27") // => false
 */
export function isMissingLabel(text: string): boolean {
  return signs.has(plainText(text));
}
