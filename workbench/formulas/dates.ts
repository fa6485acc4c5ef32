const dayMs = 86_400_000;
/** Excel counts days from here on: https://support.microsoft.com/office/datevalue-function-df8b07d4-7761-4a93-bc33-b7471bbff252 */
const dayZero = Date.UTC(1899, 11, 30);
/** 1 March 1900: before it Excel's numbers are one off, as it has a 29 February 1900. */
const firstSure = 61;

/**
 * The number that Excel keeps for a date typed in the Dutch way, or null for what is no date. Of two digits, 00 to 29
 * are 2000 to 2029: https://learn.microsoft.com/troubleshoot/microsoft-365-apps/excel/two-digit-year-numbers
 *
 * @example
 * dateNumber("31-12-2026") // => 46387
 * dateNumber("1/3/30") // => 11018
 * dateNumber("2026-12-31") // => 46387
 * dateNumber("31-2-2026") // => null
 */
export function dateNumber(typed: string): number | null {
  const found = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(typed);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (!found && !iso) return null;
  const [day, month, year] = found
    ? [found[1], found[3], found[4]]
    : [iso?.[3], iso?.[2], iso?.[1]].map(String);
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const number = (date.getTime() - dayZero) / dayMs;
  return number >= firstSure ? number : null;
}

/**
 * The date of one of Excel's numbers as a Dutch user types it, or null for a number that is no whole day.
 *
 * @example
 * dateText(46387) // => "31-12-2026"
 * dateText(46387.5) // => null
 */
export function dateText(number: number): string | null {
  if (!Number.isInteger(number) || number < firstSure || number > 2_958_465) return null;
  const date = new Date(dayZero + number * dayMs);
  return `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
}
