import { plainText } from "./plain-text";

/** The hyphens of a word processor, and the one character for i and j. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u2010\u2011]/g, "-"],
  [/\u0133/g, "ij"],
];

/**
 * What two spellings of one name have in common: names that differ only in capitals, in white space, in characters
 * that are not seen, in the kind of hyphen or in how an accent is stored are the same name to a reader.
 *
 * @example
 * nameKey(" IJssel\u00a0 mon\u200bde ") // => "ijssel monde"
 */
export function nameKey(name: string): string {
  const key = plainText(name).toLocaleLowerCase("nl");
  return /[^ -~]/.test(key) ? alike.reduce((text, [from, to]) => text.replace(from, to), key) : key;
}
