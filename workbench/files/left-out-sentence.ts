/**
 * A sentence behind another, with what was left out; empty when that is nothing.
 *
 * @example
 * leftOutSentence("Niet in het bestand staan", ["randen", "filters", "macro's"]) // => " Niet in het bestand staan randen, filters en macro's."
 * leftOutSentence("Niet in het bestand staan", []) // => ""
 */
export function leftOutSentence(begin: string, leftOut: readonly string[]): string {
  if (leftOut.length === 0) return "";
  return ` ${begin} ${new Intl.ListFormat("nl").format(leftOut)}.`;
}
