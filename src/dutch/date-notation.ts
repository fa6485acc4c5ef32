import { readYearFirst, readYearLast, type Ways } from "./day-and-month";
import { FirstDays } from "./first-days";
import { plainText } from "./plain-text";
import { isSixDigits, type SixDigits, sixDigitsOf } from "./six-digits";
import { hasTwoDigitYear, type TwoDigitYear, TwoDigitYears } from "./two-digit-years";

/** What the cells of a column tell about how its dates are written. */
export interface DateNotation {
  /** A date that can only have its day first, such as 25/12/2021; `null` when the column has none. */
  readonly dayFirst: string | null;
  /** A date that can only have its month first, such as 3/14/2021; `null` when the column has none. */
  readonly monthFirst: string | null;
  /** The first date that can have its day or its month first and is another day then, such as 3/4/2021. */
  readonly eitherFirst: string | null;
  /**
   * Such a date in a column that tells nothing of the order, where all dates would be in January with
   * the day first, and the first days of months with the month first; else `null`.
   */
  readonly inJanuary: string | null;
  /**
   * A date that can only have its day between year and month, such as 2021-25-12, in a column in which none can only
   * have its month there; else `null`.
   */
  readonly dayInMiddle: string | null;
  /** Where years of two digits stand; `null` when the column has none. */
  readonly twoDigitYear: TwoDigitYear | null;
  /** How dates of six digits are written; `null` when the column has none. */
  readonly sixDigits: SixDigits | null;
}

/** Of a column that tells nothing, or of a cell by itself. */
export const unknownDateNotation: DateNotation = {
  dayFirst: null,
  monthFirst: null,
  eitherFirst: null,
  inJanuary: null,
  dayInMiddle: null,
  twoDigitYear: null,
  sixDigits: null,
};

/** What is known of the dates of a column before they are read. */
export interface DatesAbout {
  /** They may lie in any future, such as the end of a plan; else not after the end of next year. */
  readonly mayBeFuture?: boolean;
  /** They stand for months. */
  readonly months?: boolean;
}

/**
 * What the cells of one column say about how its dates are written: 3/14/2021 can only have its month first and
 * 25/12/2021 only its day; 202103 is a month and 210331 a day.
 *
 * @example
 * dateNotationOf(["3/4/2021", "3/14/2021"]).monthFirst // => "3/14/2021"
 */
export function dateNotationOf(
  texts: Iterable<string>,
  { mayBeFuture = false, months = false }: DatesAbout = {},
): DateNotation {
  const ofSixDigits = new Set<string>();
  const inYearFirst: Evidence = {};
  const withFullYear: YearLast = { evidence: {}, inJanuary: new FirstDays(months) };
  // Apart, since all that they tell is void where their year may stand in front.
  const withTwoDigits: YearLast = { evidence: {}, inJanuary: new FirstDays(months) };
  const twoDigitYears = new TwoDigitYears(mayBeFuture);
  let writesYearLast = false;
  for (const text of texts) {
    const plain = plainText(text);
    if (isSixDigits(plain)) ofSixDigits.add(plain);
    const first = readYearFirst(plain);
    if (first !== null) {
      collect(inYearFirst, plain, first);
      continue;
    }
    const last = readYearLast(plain);
    const isShort = hasTwoDigitYear(plain);
    if (isShort) twoDigitYears.add(plain, last);
    if (last === null) continue;
    writesYearLast ||= !isShort;
    const { evidence, inJanuary } = isShort ? withTwoDigits : withFullYear;
    collect(evidence, plain, last);
    inJanuary.add(plain, last);
  }
  const twoDigitYear = twoDigitYears.tell(writesYearLast);
  const yearLast = twoDigitYear === "last" ? [withFullYear, withTwoDigits] : [withFullYear];
  const firstOf = (tell: (one: YearLast) => string | null | undefined): string | null =>
    yearLast.map(tell).find((found) => found) ?? null;
  const dayFirst = firstOf(({ evidence }) => evidence.dayBeforeMonth);
  const monthFirst = firstOf(({ evidence }) => evidence.monthBeforeDay);
  return {
    dayFirst,
    monthFirst,
    eitherFirst: firstOf(({ evidence }) => evidence.either),
    inJanuary: dayFirst === null && monthFirst === null ? firstOf(({ inJanuary }) => inJanuary.tell()) : null,
    dayInMiddle: inYearFirst.monthBeforeDay === undefined ? (inYearFirst.dayBeforeMonth ?? null) : null,
    twoDigitYear,
    sixDigits: ofSixDigits.size === 0 ? null : sixDigitsOf([...ofSixDigits], mayBeFuture),
  };
}

interface YearLast {
  readonly evidence: Evidence;
  readonly inJanuary: FirstDays;
}

/**
 * The first date that can only be read with its day before its month, the first with its month before its day, and the
 * first that is one day so and another day otherwise.
 */
type Evidence = { dayBeforeMonth?: string; monthBeforeDay?: string; either?: string };

function collect(evidence: Evidence, plain: string, ways: Ways): void {
  const { dayBeforeMonth, monthBeforeDay } = ways;
  if (dayBeforeMonth !== null && monthBeforeDay === null) evidence.dayBeforeMonth ??= plain;
  else if (monthBeforeDay !== null && dayBeforeMonth === null) evidence.monthBeforeDay ??= plain;
  else if (dayBeforeMonth !== monthBeforeDay) evidence.either ??= plain;
}
