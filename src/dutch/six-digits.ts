import { calendarDate, fullYear, isLaterThanNextYear, usualDate } from "./calendar";

/** How a column writes its dates of six digits; `asked` when its cells contradict each other or do not tell. */
export type SixDigits = "jjjjmm" | "jjmmdd" | "asked";

const sixDigits = /^\d{6}$/;

/**
 * Whether a text is six digits and nothing else.
 *
 * @example
 * isSixDigits("210331") // => true
 */
export function isSixDigits(plain: string): boolean {
  return sixDigits.test(plain);
}

/**
 * What dates of six digits are, by what all of them can be: 202103 can only be March 2021 and 210331 only the last
 * day of it, while 190112 can be December 1901 and 12 January 2019.
 *
 * Days are asked about, too, when they can be written the other way round, with the day first: 050321 is 21 March 2005
 * or 5 March 2021. They cannot when one of them would be no day, or, of what has happened, a day after next year; and
 * they are not taken to be where the years would lie further apart.
 *
 * @param mayBeFuture whether the dates may lie in any future
 * @example
 * sixDigitsOf(["190112", "190131"]) // => "jjmmdd"
 * sixDigitsOf(["190112"]) // => "asked"
 */
export function sixDigitsOf(texts: readonly string[], mayBeFuture = false): SixDigits {
  const monthsOnly = texts.some((text) => inForm(text, "jjjjmm") !== null && inForm(text, "jjmmdd") === null);
  const days = texts.filter((text) => inForm(text, "jjmmdd") !== null);
  const daysOnly = days.some((text) => inForm(text, "jjjjmm") === null);
  if (monthsOnly === daysOnly) return "asked";
  if (monthsOnly) return "jjjjmm";
  return mayBeDayFirst(days, mayBeFuture) || texts.some(isOnlyDayFirst) ? "asked" : "jjmmdd";
}

function isOnlyDayFirst(text: string): boolean {
  return inForm(text, "jjjjmm") === null && inForm(text, "jjmmdd") === null && withDayFirst(text) !== null;
}

/**
 * A text of six digits in one of the forms, as `yyyy-mm` or `yyyy-mm-dd`; `null` when it cannot be that.
 *
 * @example
 * inForm("210331", "jjmmdd") // => "2021-03-31"
 */
export function inForm(text: string, form: "jjjjmm" | "jjmmdd"): string | null {
  if (form === "jjjjmm")
    return usualDate(calendarDate(Number(text.slice(0, 4)), Number(text.slice(4)), 1))?.slice(0, 7) ?? null;
  return calendarDate(fullYear(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)));
}

/**
 * The day in a text of six digits with the day first, ddmmjj, as `yyyy-mm-dd`; `null` when it cannot be that.
 *
 * @example
 * withDayFirst("310321") // => "2021-03-31"
 */
export function withDayFirst(text: string): string | null {
  return inForm(text.slice(4) + text.slice(2, 4) + text.slice(0, 2), "jjmmdd");
}

function mayBeDayFirst(days: readonly string[], mayBeFuture: boolean): boolean {
  const isPossible = (date: string | null) => date !== null && (mayBeFuture || !isLaterThanNextYear(date));
  const [dates, others] = [days.map((text) => inForm(text, "jjmmdd")), days.map(withDayFirst)];
  if (!dates.every(isPossible)) return !others.every((date, at) => date === dates[at]);
  return others.every(isPossible) && yearsBetween(others) < yearsBetween(dates);
}

function yearsBetween(dates: readonly (string | null)[]): number {
  const years = dates.map((date) => Number(date?.slice(0, 4)));
  const first = years.reduce((least, year) => Math.min(least, year));
  return years.reduce((most, year) => Math.max(most, year)) - first;
}
