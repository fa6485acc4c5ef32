import { MeasureError } from "./measure-error";
import { numberInDutch } from "./number-in-dutch";

// Months are whole numbers, year x 12 + (month - 1), so that the next month is one more. The years are those
// of Excel's dates: 1900 up to and including 9999.

const firstMonth = 1900 * 12;
const lastMonth = 9999 * 12 + 11;
/** The Excel serial number of 31 December 9999. */
const lastSerial = 2958465;
/** 29 February 1900, a day that was not but that Excel counts, as Lotus 1-2-3 did. */
const dayThatWasNot = 60;
/** The Excel serial number of 1 January 1970, day 0 of JavaScript's dates. */
const serialOf1970 = 25569;
const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * Whether a number stands for a month: whole, and in the years 1900 up to and including 9999.
 *
 * @example
 * isMonth(24254) // => true
 */
export function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= firstMonth && month <= lastMonth;
}

/**
 * The number of a calendar month: year x 12 + (month - 1), with month 1..12.
 *
 * @throws MeasureError `invalid` when the year is not a whole number from 1900 to 9999 or the month not one
 * from 1 to 12.
 *
 * @example
 * monthNumber(2021, 3) // => 24254
 */
export function monthNumber(year: number, month: number): number {
  const number = year * 12 + (month - 1);
  if (!Number.isInteger(month) || month < 1 || month > 12 || !Number.isInteger(year) || !isMonth(number)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige maand: maand ${numberInDutch(month)} van jaar ${numberInDutch(year)}. Verwacht: een maand ` +
        "van 1 tot en met 12 en een jaar van 1900 tot en met 9999. Verbeter de datum.",
    );
  }
  return number;
}

/**
 * The number of the month in which an Excel date falls. Takes a serial number of the 1900 date system, in
 * which 1 is 1 January 1900 and 60 the 29 February 1900 that never was; the time of day is left aside. In a
 * workbook with the 1904 date system the same dates have serial numbers that are 1462 lower: add those first.
 *
 * @throws MeasureError `invalid` when the serial number is below 1, beyond 31 December 9999 or no number.
 * Source: Microsoft, "Date systems in Excel".
 *
 * @example
 * monthOfSerial(44270.75) // => 24254
 */
export function monthOfSerial(excelSerial: number): number {
  if (!(excelSerial >= 1 && excelSerial < lastSerial + 1)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige datum: ${numberInDutch(excelSerial)}. Verwacht: een datum van 1-1-1900 (voor Excel dag 1) ` +
        `tot en met 31-12-9999 (dag ${lastSerial}). Kijk of de cel een datum bevat.`,
    );
  }
  const day = Math.floor(excelSerial);
  const date = new Date((day - serialOf1970 + shift(day)) * millisecondsPerDay);
  return monthNumber(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/**
 * A month as text: year, hyphen, month in two digits, so that the order of the texts is that of the months.
 *
 * @throws MeasureError `invalid` when the number does not stand for a month of 1900 up to and including 9999.
 *
 * @example
 * monthToText(24254) // => "2021-03"
 */
export function monthToText(month: number): string {
  checkMonth(month);
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/**
 * The Excel serial number (1900 date system) of the first day of a month, for a cell with a date format.
 *
 * @throws MeasureError `invalid` when the number does not stand for a month of 1900 up to and including 9999.
 * Source: Microsoft, "Date systems in Excel".
 *
 * @example
 * monthStartSerial(24254) // => 44256
 */
export function monthStartSerial(month: number): number {
  checkMonth(month);
  const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay + serialOf1970;
  return day - shift(day);
}

/**
 * One day, for the days before the one that was not: their serial number is one lower than that day makes all
 * later ones. The day itself becomes 28 February, which is in the same month.
 */
function shift(day: number): 0 | 1 {
  return day < dayThatWasNot ? 1 : 0;
}

function checkMonth(month: number): void {
  if (isMonth(month)) return;
  throw new MeasureError(
    "invalid",
    `Ongeldig maandnummer: ${numberInDutch(month)}. Verwacht: een heel getal van ${firstMonth} (januari 1900) ` +
      `tot en met ${lastMonth} (december 9999), namelijk jaar x 12 + maand - 1. Kijk de datums na.`,
  );
}
