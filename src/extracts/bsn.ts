/** From this many different values on, half of them passing is enough; under it, all must. */
const manyValues = 20;

/**
 * Whether a text is a valid burgerservicenummer: 8 or 9 digits that pass the eleven-test.
 *
 * @example
 * isBsn("111222333") // => true
 */
export function isBsn(text: string): boolean {
  const digits = text.replace(/[\s.-]/g, "").padStart(9, "0");
  if (!/^\d{9}$/.test(digits) || /^00/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

/**
 * Whether a column holds burgerservicenummers instead of pseudonyms. One number in eleven passes the test by
 * chance, so one that passes proves nothing; of twenty or more different values, half passing cannot be chance,
 * and of a few values that all pass, it hardly can.
 */
export function holdsBsns(cells: Iterable<string>): boolean {
  const values = new Set<string>();
  for (const cell of cells) if (cell.trim() !== "") values.add(cell.trim());
  const passing = [...values].filter(isBsn).length;
  return values.size >= manyValues ? passing * 2 >= values.size : values.size > 1 && passing === values.size;
}
