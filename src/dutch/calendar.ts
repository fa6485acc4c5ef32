/** The text by which registrations say that something has no end. */
const openEnd = "9999-12-31";

/**
 * Whether a date that was read is the 31-12-9999 that stands for "no end".
 *
 * @example
 * isOpenEnd("9999-12-31") // => true
 */
export function isOpenEnd(date: string): boolean {
  return date === openEnd;
}

/**
 * Whether a year is one that the extracts can be about.
 *
 * @example
 * isUsualYear(1021) // => false
 */
export function isUsualYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

/**
 * Whether a date lies after the end of next year: what has happened, or has been planned for now, does not.
 *
 * @example
 * isLaterThanNextYear("2099-01-01") // => true
 */
export function isLaterThanNextYear(date: string): boolean {
  return Number(date.slice(0, 4)) > new Date().getFullYear() + 1;
}

/**
 * The year that four or two digits mean; two digits run from 1970 to 2069.
 *
 * @example
 * fullYear("69") // => 2069
 */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/**
 * A day of the calendar as `yyyy-mm-dd`; `null` when there is no such day.
 *
 * @example
 * calendarDate(2021, 2, 29) // => null
 */
export function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * A date, if it is one of a usual year or the one that stands for no end.
 *
 * @example
 * usualDate("1021-02-01") // => null
 */
export function usualDate(date: string | null): string | null {
  return date !== null && (isUsualYear(Number(date.slice(0, 4))) || isOpenEnd(date)) ? date : null;
}
