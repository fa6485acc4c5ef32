/**
 * What two spellings of one name have in common: names that differ only in capitals, in spaces (also those that do
 * not break) or in how an accent is stored are the same name to a reader.
 *
 * @example
 * nameKey(" IJssel\u00a0 monde ") // => "ijssel monde"
 */
export function nameKey(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("nl");
}
