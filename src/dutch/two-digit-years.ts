import { calendarDate, fullYear, isLaterThanNextYear } from "./calendar";
import type { Ways } from "./day-and-month";

/** Where a column writes its years of two digits; `asked` when its cells contradict each other or do not tell. */
export type TwoDigitYear = "last" | "asked";

const threeNumbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;

/**
 * Whether a text begins with three numbers of two digits at most, as a date does of which the year has two.
 *
 * @example
 * hasTwoDigitYear("21-03-05 10:00") // => true
 */
export function hasTwoDigitYear(plain: string): boolean {
  return threeNumbers.test(plain);
}

/**
 * The date in a text that begins with a year of two digits; `null` when it cannot be one.
 *
 * @example
 * withYearInFront("21-03-05") // => "2021-03-05"
 */
export function withYearInFront(plain: string): string | null {
  const match = threeNumbers.exec(plain);
  // Who writes the year in front writes both its digits.
  if (match?.[1].length !== 2) return null;
  return calendarDate(fullYear(match[1]), Number(match[2]), Number(match[3]));
}

/** What the dates of a column with years of two digits can be, all together. */
export class TwoDigitYears {
  private count = 0;
  private onlyLast = false;
  private onlyInFront = false;
  private latestLast = "";
  private latestInFront = "";

  constructor(private readonly mayBeFuture: boolean) {}

  /** @param last what the text is when its year stands at the end */
  add(plain: string, last: Ways | null): void {
    this.count += 1;
    const inFront = withYearInFront(plain);
    const atTheEnd = last?.dayBeforeMonth ?? last?.monthBeforeDay ?? null;
    if (inFront === null && atTheEnd !== null && !this.isImpossible(atTheEnd)) this.onlyLast = true;
    if (inFront !== null && atTheEnd === null && !this.isImpossible(inFront)) this.onlyInFront = true;
    if (inFront !== null && inFront > this.latestInFront) this.latestInFront = inFront;
    if (atTheEnd !== null && atTheEnd > this.latestLast) this.latestLast = atTheEnd;
  }

  /**
   * What has happened has no date in a later year than the next: 05-03-21 beside 29-03-21 is no day of 2005, since
   * the other would be one of 2029. Else 21-03-05 can be 5 March 2021 and 21 March 2005, and is asked about.
   *
   * @param writesYearLast whether the column has dates with their year in full at the end
   */
  tell(writesYearLast: boolean): TwoDigitYear | null {
    if (this.count === 0) return null;
    if (this.onlyInFront) return "asked";
    if (writesYearLast) return "last";
    if (this.isImpossible(this.latestLast)) return "asked";
    return this.onlyLast || this.isImpossible(this.latestInFront) ? "last" : "asked";
  }

  private isImpossible(date: string): boolean {
    return !this.mayBeFuture && isLaterThanNextYear(date);
  }
}
