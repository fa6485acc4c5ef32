export interface CalendarDate {
  year: number;
  /** 1..12 */
  month: number;
  /** 1..31; a month without a day is its first day. */
  day: number;
}

const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`;
const dayFirst = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${time}$`);
const yearFirst = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${time}$`);
const monthOnly = /^(\d{4})-(\d{1,2})$/;

/**
 * The date in a text: 31-12-2021, 31/12/2021, 2021-12-31, 2021-12, each day with or without a time behind it.
 * A day that does not exist, such as 30-02-2021, is no date.
 *
 * @example
 * parseDutchDate("5-3-2021") // => {"year":2021,"month":3,"day":5}
 */
export function parseDutchDate(text: string): CalendarDate | null {
  const trimmed = text.trim();
  const [, day1, month1, year1] = dayFirst.exec(trimmed) ?? [];
  const [, year2, month2, day2] = yearFirst.exec(trimmed) ?? monthOnly.exec(trimmed) ?? [];
  const year = Number(year1 ?? year2);
  const month = Number(month1 ?? month2);
  const day = Number(day1 ?? day2 ?? 1);
  return Number.isInteger(year) && exists(year, month, day) ? { year, month, day } : null;
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
