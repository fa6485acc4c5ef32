/**
 * Puts names (groups, categories) in Dutch alphabetical order, for `Array.sort`. Names that the Dutch order
 * holds to be alike while they differ in their characters, such as an é written as one or as two characters,
 * are put in the order of their characters, so that the order of the input never shows in the output.
 *
 * @example
 * ["Overig", "echt", "Één", "zuid"].sort(compareNames) // => ["echt", "Één", "Overig", "zuid"]
 */
export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, "nl") || (a < b ? -1 : a > b ? 1 : 0);
}
