/**
 * A number as a Dutch reader writes it, for use inside error messages: decimal comma, no rounding and no
 * separator of thousands. Anything that is not a finite number is said in words.
 *
 * @example
 * numberInDutch(7.5) // => "7,5"
 */
export function numberInDutch(value: number): string {
  if (Number.isFinite(value)) return String(value).replace(".", ",");
  if (value === Infinity) return "oneindig";
  if (value === -Infinity) return "min oneindig";
  return `geen getal (${String(value)})`;
}
