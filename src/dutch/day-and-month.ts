import { calendarDate, fullYear } from "./calendar";

// What stands behind the date is read by itself, as a time.
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const yearFirstDigits = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const yearLastDigits = /^(\d{2})(\d{2})(\d{4})(?!\d)/;

/** A date in both orders that its day and month can have, and what stands behind it. */
export interface Ways {
  readonly dayBeforeMonth: string | null;
  readonly monthBeforeDay: string | null;
  readonly rest: string;
}

/**
 * A date that begins with its year, in both orders; `null` when the text does not begin with one.
 *
 * @example
 * readYearFirst("2021-25-12")?.dayBeforeMonth // => "2021-12-25"
 */
export function readYearFirst(plain: string): Ways | null {
  const match = yearFirst.exec(plain);
  if (match !== null) return inBothOrders(plain, match[0], match[1], match[2], match[3]);
  const digits = yearFirstDigits.exec(plain);
  if (digits === null) return null;
  const ways = inBothOrders(plain, digits[0], digits[1], digits[2], digits[3]);
  // Eight digits that are no date so may have their year last.
  return ways.monthBeforeDay === null && readYearLast(plain) !== null ? null : ways;
}

/**
 * A date with its year last, in both orders; `null` when the text does not begin with one that exists.
 *
 * @example
 * readYearLast("3/4/2021 10:00") // => {"dayBeforeMonth":"2021-04-03","monthBeforeDay":"2021-03-04","rest":" 10:00"}
 */
export function readYearLast(plain: string): Ways | null {
  const match = yearLast.exec(plain) ?? yearLastDigits.exec(plain);
  if (match === null) return null;
  const ways = inBothOrders(plain, match[0], match[3], match[1], match[2]);
  return ways.dayBeforeMonth === null && ways.monthBeforeDay === null ? null : ways;
}

function inBothOrders(plain: string, date: string, yearDigits: string, one: string, two: string): Ways {
  const [year, first, second] = [fullYear(yearDigits), Number(one), Number(two)];
  return {
    dayBeforeMonth: calendarDate(year, second, first),
    monthBeforeDay: calendarDate(year, first, second),
    rest: plain.slice(date.length),
  };
}
