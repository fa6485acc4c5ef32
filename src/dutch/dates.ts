import { calendarDate, isOpenEnd, isUsualYear, usualDate } from "./calendar";
import { yearWithMarks } from "./cbs-year";
import { type DateNotation, unknownDateNotation } from "./date-notation";
import { readYearFirst, readYearLast } from "./day-and-month";
import { plainText } from "./plain-text";
import { inForm, isSixDigits, type SixDigits, sixDigitsOf, withDayFirst } from "./six-digits";
import { type ClockTime, dutchDay, readTime } from "./time-stamps";
import { hasTwoDigitYear, withYearInFront } from "./two-digit-years";

const halfOfDay = /[ap]\.?m\.?/i;

const monthForms = [/^(\d{4})[-/](\d{1,2})$/, /^(\d{4})MM(\d{2}) ?\*{0,2}$/i];
const monthFirst = /^(\d{1,2})[-/](\d{4})$/;
/** As programs write a year that know no whole numbers. */
const yearWithDecimals = /^(\d{4})[.,]0+$/;

/** A date of the calendar as `yyyy-mm-dd`, with 9999-12-31 for no end; `null` when the text is no date. */
export type DateReading = string | null;

/**
 * Why a text is not read that looks like a date: its day and month can be changed places, in a column in which some
 * stand one way and some the other, or some with the day between year and month, or with AM or PM behind it in one that
 * does not tell, or in one of which all dates would be in January; its year of two digits can stand in front; its six
 * digits can be a day or a month; or its time is 24:00.
 */
export type DateDoubt =
  "order" | "january" | "day in the middle" | "AM or PM" | "year of two digits" | "six digits" | "24:00";

interface Understood {
  readonly date: DateReading;
  readonly doubt: DateDoubt | null;
}

const wholeDay: ClockTime = { minutes: 0, ahead: null };
const none: Understood = { date: null, doubt: null };

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
  if (isSixDigits(plain) && formOf(plain, notation) === "jjjjmm") return inForm(plain, "jjjjmm");
  const { date } = understand(plain, notation);
  return date === null || isOpenEnd(date) ? null : date.slice(0, 7);
}

/**
 * Why `readDate` or `readMonth` does not read a text that looks like a date; `null` when it does not look like one.
 *
 * @example
 * dateDoubt("190112") // => "six digits"
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
  if (isSixDigits(plain)) {
    const form = formOf(plain, notation);
    if (form === "asked") return canBeDate(plain) ? { date: null, doubt: "six digits" } : none;
    return { date: form === "jjmmdd" ? inForm(plain, form) : null, doubt: null };
  }
  const first = readYearFirst(plain);
  if (first !== null) {
    const isInDoubt = notation.dayInMiddle !== null && canBeOther(first.dayBeforeMonth, first.monthBeforeDay);
    return isInDoubt ? { date: null, doubt: "day in the middle" } : atTime(first.monthBeforeDay, first.rest);
  }
  const last = readYearLast(plain);
  if (notation.twoDigitYear === "asked" && hasTwoDigitYear(plain)) {
    const days = [last?.dayBeforeMonth, last?.monthBeforeDay, withYearInFront(plain)].filter((day) => day);
    if (new Set(days).size > 1 || (days.length > 0 && last === null))
      return { date: null, doubt: "year of two digits" };
  }
  if (last === null) return none;
  const { dayBeforeMonth, monthBeforeDay, rest } = last;
  const { dayFirst, monthFirst } = notation;
  if (monthFirst !== null && dayFirst === null) return atTime(monthBeforeDay, rest);
  if (canBeOther(monthBeforeDay, dayBeforeMonth)) {
    if (monthFirst !== null) return { date: null, doubt: "order" };
    if (dayFirst === null && notation.inJanuary !== null) return { date: null, doubt: "january" };
    // Who writes a time so often writes the month first.
    if (dayFirst === null && halfOfDay.test(rest)) return { date: null, doubt: "AM or PM" };
  }
  return atTime(dayBeforeMonth, rest);
}

/** Whether six digits are a month or a day in some way of writing them; 202113 is in none. */
const canBeDate = (digits: string): boolean =>
  inForm(digits, "jjjjmm") !== null || inForm(digits, "jjmmdd") !== null || withDayFirst(digits) !== null;

function canBeOther(other: DateReading, usual: DateReading): boolean {
  return other !== null && other !== usual;
}

/** A cell in a column without a notation decides for itself. */
function formOf(plain: string, notation: DateNotation): SixDigits {
  return notation.sixDigits ?? sixDigitsOf([plain]);
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
