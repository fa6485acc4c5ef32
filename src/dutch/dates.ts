import { calendarDate, fullYear, isOpenEnd, isUsualYear, usualDate } from "./calendar";
import { yearWithMarks } from "./cbs-year";
import { plainText } from "./plain-text";
import { inForm, type SixDigits, sixDigitsOf } from "./six-digits";
import { type ClockTime, dutchDay, readTime } from "./time-stamps";

// What stands behind the date is read by itself, as a time.
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const yearFirstDigits = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const yearLastDigits = /^(\d{2})(\d{2})(\d{4})(?!\d)/;
const halfOfDay = /[ap]\.?m\.?/i;
const sixDigits = /^\d{6}$/;

const monthForms = [/^(\d{4})[-/](\d{1,2})$/, /^(\d{4})MM(\d{2}) ?\*{0,2}$/i];
const monthFirst = /^(\d{1,2})[-/](\d{4})$/;
/** As programs write a year that know no whole numbers. */
const yearWithDecimals = /^(\d{4})[.,]0+$/;

/** What the cells of a column tell about how its dates are written. */
export interface DateNotation {
  /** A date that can only have its day first, such as 25/12/2021; `null` when the column has none. */
  readonly dayFirst: string | null;
  /** A date that can only have its month first, such as 3/14/2021; `null` when the column has none. */
  readonly monthFirst: string | null;
  /** How dates of six digits are written; `null` when the column has none. */
  readonly sixDigits: SixDigits | null;
}

/** Of a column that tells nothing, or of a cell by itself. */
export const unknownDateNotation: DateNotation = { dayFirst: null, monthFirst: null, sixDigits: null };

/** A date of the calendar as `yyyy-mm-dd`, with 9999-12-31 for no end; `null` when the text is no date. */
export type DateReading = string | null;

/**
 * Why a text is not read that looks like a date: its day and month can be changed places, in a column in which some
 * stand one way and some the other, or with AM or PM behind it in one that does not tell; its six digits can be a day
 * or a month; or its time is 24:00.
 */
export type DateDoubt = "order" | "AM or PM" | "six digits" | "24:00";

interface Understood {
  readonly date: DateReading;
  readonly doubt: DateDoubt | null;
}

const wholeDay: ClockTime = { minutes: 0, ahead: null };
const none: Understood = { date: null, doubt: null };

/**
 * What the cells of one column say about how its dates are written: 3/14/2021 can only have its month first and
 * 25/12/2021 only its day; 202103 is a month and 210331 a day.
 *
 * @example
 * dateNotationOf(["3/4/2021", "3/14/2021"]) // => {"dayFirst":null,"monthFirst":"3/14/2021","sixDigits":null}
 */
export function dateNotationOf(texts: Iterable<string>): DateNotation {
  let [dayFirst, monthFirst]: (string | null)[] = [null, null];
  const ofSixDigits = new Set<string>();
  for (const text of texts) {
    const plain = plainText(text);
    if (sixDigits.test(plain)) ofSixDigits.add(plain);
    if (dayFirst !== null && monthFirst !== null) continue;
    const ways = inBothOrders(plain);
    if (ways === null) continue;
    if (ways.monthFirst === null && ways.dayFirst !== null) dayFirst ??= plain;
    if (ways.dayFirst === null && ways.monthFirst !== null) monthFirst ??= plain;
  }
  return { dayFirst, monthFirst, sixDigits: ofSixDigits.size === 0 ? null : sixDigitsOf([...ofSixDigits]) };
}

/**
 * The date in a text, as `yyyy-mm-dd`. Understood are 2021-12-31, 20211231, 31-12-2021, 1-2-2021, 31/12/2021,
 * 31.12.2021, 31122021 and 31-12-21, each with or without a time behind it. Years of two digits run from 1970 to 2069.
 * A day that does not exist, such as 30-02-2021, is no date, nor is a day with a time that does not exist.
 * 31-12-9999 is read as it is written; see `isOpenEnd`.
 *
 * The day stands before the month, as it does in Dutch exports, unless the column shows that it stands behind it;
 * when it shows both, a date that can be two is none. Six digits are read as a date where the column shows that they
 * are one. A time with a zone gives the day that it was then in the Netherlands.
 *
 * @param notation of the column, see `dateNotationOf`
 * @example
 * readDate("5-3-2021") // => "2021-03-05"
 * readDate("5/3/2021", dateNotationOf(["3/14/2021"])) // => "2021-05-03"
 */
export function readDate(text: string, notation = unknownDateNotation): DateReading {
  return understand(plainText(text), notation).date;
}

/**
 * The month in a text, as `yyyy-mm`. Understood are 2021-03, 202103, 03-2021, CBS's 2021MM03, and every date.
 *
 * @param notation of the column, see `dateNotationOf`
 * @example
 * readMonth("15-03-2021") // => "2021-03"
 */
export function readMonth(text: string, notation = unknownDateNotation): string | null {
  const plain = plainText(text);
  for (const form of monthForms) {
    const match = form.exec(plain);
    if (match !== null) return monthOf(match[1], match[2]);
  }
  const match = monthFirst.exec(plain);
  if (match !== null) return monthOf(match[2], match[1]);
  if (sixDigits.test(plain) && formOf(plain, notation) === "jjjjmm") return inForm(plain, "jjjjmm");
  const { date } = understand(plain, notation);
  return date === null || isOpenEnd(date) ? null : date.slice(0, 7);
}

/**
 * Why `readDate` or `readMonth` does not read a text that looks like a date; `null` when it does not look like one.
 *
 * @example
 * dateDoubt("3/4/2021", dateNotationOf(["3/14/2021", "25/12/2021"])) // => "order"
 */
export function dateDoubt(text: string, notation = unknownDateNotation): DateDoubt | null {
  return understand(plainText(text), notation).doubt;
}

/**
 * The year in a text: 2021, 2021.0, or 2021JJ00, 2021* and 2021** as CBS writes them.
 *
 * @example
 * readYear("2021") // => 2021
 */
export function readYear(text: string): number | null {
  const plain = plainText(text);
  const year = yearWithMarks(yearWithDecimals.exec(plain)?.[1] ?? plain);
  return year !== null && isUsualYear(year) ? year : null;
}

function understand(plain: string, notation: DateNotation): Understood {
  if (sixDigits.test(plain)) {
    const form = formOf(plain, notation);
    if (form === "asked") return { date: null, doubt: "six digits" };
    return { date: form === "jjmmdd" ? inForm(plain, form) : null, doubt: null };
  }
  const first = yearFirst.exec(plain) ?? yearFirstDigits.exec(plain);
  const date = first && calendarDate(Number(first[1]), Number(first[2]), Number(first[3]));
  if (first !== null && date !== null) return atTime(date, plain.slice(first[0].length));

  const ways = inBothOrders(plain);
  if (ways === null) return none;
  const { dayFirst, monthFirst } = notation;
  if (monthFirst !== null && dayFirst === null) return atTime(ways.monthFirst, ways.rest);
  if (ways.monthFirst !== null && ways.monthFirst !== ways.dayFirst) {
    if (monthFirst !== null) return { date: null, doubt: "order" };
    // Who writes a time so often writes the month first.
    if (dayFirst === null && halfOfDay.test(ways.rest)) return { date: null, doubt: "AM or PM" };
  }
  return atTime(ways.dayFirst, ways.rest);
}

/** A cell in a column without a notation decides for itself. */
function formOf(plain: string, notation: DateNotation): SixDigits {
  return notation.sixDigits ?? sixDigitsOf([plain]);
}

/** A date with its year last, with the day and with the month first, and what stands behind it. */
function inBothOrders(
  plain: string,
): { dayFirst: DateReading; monthFirst: DateReading; rest: string } | null {
  const match = yearLast.exec(plain) ?? yearLastDigits.exec(plain);
  if (match === null) return null;
  const [one, two, year] = [Number(match[1]), Number(match[2]), fullYear(match[3])];
  return {
    dayFirst: calendarDate(year, two, one),
    monthFirst: calendarDate(year, one, two),
    rest: plain.slice(match[0].length),
  };
}

function monthOf(year: string, month: string): string | null {
  return usualDate(calendarDate(Number(year), Number(month), 1))?.slice(0, 7) ?? null;
}

function atTime(date: DateReading, rest: string): Understood {
  const time = rest === "" ? wholeDay : readTime(rest);
  if (date === null || time === null) return none;
  if (isOpenEnd(date)) return { date, doubt: null };
  if (time === "24:00") return { date: null, doubt: "24:00" };
  return { date: usualDate(dutchDay(date, time)), doubt: null };
}
