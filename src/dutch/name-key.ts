import { plainText } from "./plain-text";

/**
 * What two spellings of one name have in common: names that differ only in capitals, in white space, in characters
 * that are not seen, or in how an accent is stored are the same name to a reader.
 *
 * @example
 * nameKey(" IJssel\u00a0 mon\u200bde ") // => "ijssel monde"
 */
export function nameKey(name: string): string {
  return plainText(name).toLocaleLowerCase("nl");
}
