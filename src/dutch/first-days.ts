import type { Ways } from "./day-and-month";

/** So many first days of months, in more than one year, make a series; in a column of months two do. */
const SERIES = 3;
/** In one year they can be the first days of January, unless every quarter is among them. */
const QUARTERS = ["01", "04", "07", "10"];

/**
 * Whether the dates of a column, all of which can have their day and their month changed places, are rather a series
 * of months than days of January: with the day first 1/1/2020, 2/1/2020, ... 12/1/2021 are days of two Januaries
 * and of no other month, and with the month first they are the first days of all months.
 */
export class FirstDays {
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
    return this.isSeries() ? this.first : null;
  }

  private isSeries(): boolean {
    // Days of one other month, such as March, can be those of an export of it.
    if (this.months.size !== 1 || !this.months.has("01")) return false;
    if (this.holdsMonths) return this.others.size >= 2;
    if (this.years.size === 1) return QUARTERS.every((month) => this.others.has(month));
    return this.others.size >= SERIES;
  }
}
