import { calendarDate, fullYear, usualDate } from "./calendar";

/** How a column writes its dates of six digits; `asked` when its cells contradict each other or do not tell. */
export type SixDigits = "jjjjmm" | "jjmmdd" | "asked";

/**
 * What dates of six digits are, by what all of them can be: 202103 can only be March 2021 and 210331 only the last
 * day of it, while 190112 can be December 1901 and 12 January 2019.
 *
 * Days are asked about, too, when they would rather be written the other way round: with the day first (310321) they
 * are in fewer years, or in years less late.
 *
 * @example
 * sixDigitsOf(["190112", "190131"]) // => "jjmmdd"
 * sixDigitsOf(["190112"]) // => "asked"
 */
export function sixDigitsOf(texts: readonly string[]): SixDigits {
  const monthsOnly = texts.some((text) => inForm(text, "jjjjmm") !== null && inForm(text, "jjmmdd") === null);
  const days = texts.filter((text) => inForm(text, "jjmmdd") !== null);
  const daysOnly = days.some((text) => inForm(text, "jjjjmm") === null);
  if (monthsOnly !== daysOnly) return monthsOnly ? "jjjjmm" : mayBeDayFirst(days) ? "asked" : "jjmmdd";
  return "asked";
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

function mayBeDayFirst(days: readonly string[]): boolean {
  const turned = days.map((text) => text.slice(4) + text.slice(2, 4) + text.slice(0, 2));
  if (turned.some((text) => inForm(text, "jjmmdd") === null)) return false;
  const [years, otherYears] = [days, turned].map((texts) => texts.map((text) => fullYear(text.slice(0, 2))));
  const [many, otherMany] = [new Set(years).size, new Set(otherYears).size];
  return otherMany < many || (otherMany === many && latest(otherYears) < latest(years));
}

function latest(years: readonly number[]): number {
  return years.reduce((last, year) => Math.max(last, year));
}
