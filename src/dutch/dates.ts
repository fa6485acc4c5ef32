/** The text by which registrations say that something has no end. */
const openEnd = "9999-12-31";

const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`);
const dayFirst = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${time}$`);
const digitsOnly = /^(\d{4})(\d{2})(\d{2})$/;

const monthForms = [/^(\d{4})[-/](\d{1,2})$/, /^(\d{4})MM(\d{2})$/i, /^(\d{4})(\d{2})$/];
const monthFirst = /^(\d{1,2})[-/](\d{4})$/;
const yearForm = /^(\d{4})(?:JJ00)?$/i;

/** A date of the calendar as `yyyy-mm-dd`, `"open"` for 31-12-9999, or `null` when the text is no date. */
export type DateReading = string | null;

/**
 * The date in a text, as `yyyy-mm-dd`. Understood are 2021-12-31, 20211231, 31-12-2021, 1-2-2021, 31/12/2021,
 * 31.12.2021 and 31-12-21, each with or without a time behind it. The day stands before the month, as it does
 * in Dutch exports; years of two digits run from 1970 to 2069. A day that does not exist, such as 30-02-2021,
 * is no date. 31-12-9999 is read as it is written; see `isOpenEnd`.
 *
 * @example
 * readDate("5-3-2021") // => "2021-03-05"
 */
export function readDate(text: string): DateReading {
  const trimmed = text.trim();
  const first = yearFirst.exec(trimmed) ?? digitsOnly.exec(trimmed);
  if (first !== null) return calendarDate(Number(first[1]), Number(first[2]), Number(first[3]));
  const last = dayFirst.exec(trimmed);
  if (last === null) return null;
  return calendarDate(fullYear(last[3]), Number(last[2]), Number(last[1]));
}

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
 * The month in a text, as `yyyy-mm`. Understood are 2021-03, 202103, 03-2021, CBS's 2021MM03, and every date.
 *
 * @example
 * readMonth("15-03-2021") // => "2021-03"
 */
export function readMonth(text: string): string | null {
  const trimmed = text.trim();
  for (const form of monthForms) {
    const match = form.exec(trimmed);
    if (match !== null) return calendarDate(Number(match[1]), Number(match[2]), 1)?.slice(0, 7) ?? null;
  }
  const match = monthFirst.exec(trimmed);
  if (match !== null) return calendarDate(Number(match[2]), Number(match[1]), 1)?.slice(0, 7) ?? null;
  const date = readDate(trimmed);
  return date === null || isOpenEnd(date) ? null : date.slice(0, 7);
}

/**
 * The year in a text: 2021, or CBS's 2021JJ00.
 *
 * @example
 * readYear("2021") // => 2021
 */
export function readYear(text: string): number | null {
  const match = yearForm.exec(text.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  return isUsualYear(year) ? year : null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isUsualYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isUsualYear(year) || text === openEnd ? text : null;
}
