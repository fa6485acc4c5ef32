import type { Ways } from "./day-and-month";

/** So many months make a series when their day is the first; in a column of months two do. */
const SERIES = 3;
/** And so many when it is another day, such as that of a payment, over more than one year. */
const SERIES_OF_OTHER_DAY = 4;

/**
 * Whether the dates of a column, all of which can have their day and their month changed places, are rather a series
 * of months than days of one month: with the day first 1/1/2020, 2/1/2020, ... 12/1/2021 are days of two Januaries and
 * of no other month, and with the month first they are the first days of all months.
 */
export class OneMonth {
  private readonly months = new Set<string>();
  private readonly others = new Set<string>();
  private readonly years = new Set<string>();
  private first: string | null = null;

  constructor(private readonly holdsMonths: boolean) {}

  add(plain: string, { dayBeforeMonth, monthBeforeDay }: Ways): void {
    if (dayBeforeMonth === null || monthBeforeDay === null) return;
    this.years.add(dayBeforeMonth.slice(0, 4));
    this.months.add(dayBeforeMonth.slice(5, 7));
    this.others.add(monthBeforeDay.slice(5, 7));
    if (dayBeforeMonth !== monthBeforeDay) this.first ??= plain;
  }

  /** The first date that can be two days, where that is in doubt. */
  tell(): string | null {
    if (this.months.size !== 1) return null;
    const isFirstDay = this.months.has("01");
    const enough = isFirstDay ? (this.holdsMonths ? 2 : SERIES) : SERIES_OF_OTHER_DAY;
    return this.others.size >= enough && (isFirstDay || this.years.size > 1) ? this.first : null;
  }
}
