import fc from "fast-check";

import {
  isMonth,
  monthNumber,
  monthOfSerial,
  monthStartSerial,
  monthToText,
} from "../../src/statistics/months";
import { measureErrorOf } from "./measure-error-of";

/** Days from 1 January 1970 to a date. */
function unixDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The serial number of a date from March 1900 on, by its distance to 1 January 2021, which is 44197. */
function serial(year: number, month: number, day: number): number {
  return 44197 + unixDay(year, month, day) - unixDay(2021, 1, 1);
}

const year = fc.integer({ min: 1900, max: 9999 });
const monthOfYear = fc.integer({ min: 1, max: 12 });

describe("monthNumber", () => {
  it("is year x 12 + month - 1", () => {
    // 2021 x 12 = 24252; January adds 0 and December 11.
    expect(monthNumber(2021, 1)).toBe(24252);
    expect(monthNumber(2021, 12)).toBe(24263);
  });

  it("is one more for the next month, also in a new year", () => {
    expect(monthNumber(2022, 1) - monthNumber(2021, 12)).toBe(1);
  });

  it("refuses month 13, and says what was found", () => {
    expect(measureErrorOf(() => monthNumber(2021, 13))).toEqual({
      kind: "invalid",
      message:
        "Ongeldige maand: maand 13 van jaar 2021. Verwacht: een maand van 1 tot en met 12 en een jaar van " +
        "1900 tot en met 9999. Verbeter de datum.",
    });
  });

  it.each([
    [2021, 0],
    [2021, 1.5],
    [2021.5, 1],
    [2020 + 1 / 12, 12],
    [1899, 12],
    [10000, 1],
    [NaN, 1],
  ])("refuses year %p with month %p", (someYear, month) => {
    expect(measureErrorOf(() => monthNumber(someYear, month)).kind).toBe("invalid");
  });
});

describe("monthOfSerial", () => {
  it("knows the serial numbers that Microsoft gives", () => {
    // Documentation of DATE and DATEVALUE: 1 January 1900 is 1, 1 January 2008 is 39448.
    expect(monthOfSerial(1)).toBe(monthNumber(1900, 1));
    expect(monthOfSerial(39448)).toBe(monthNumber(2008, 1));
    expect(monthOfSerial(39447)).toBe(monthNumber(2007, 12));
    // The last date that Excel knows, 31 December 9999, is 2958465.
    expect(monthOfSerial(2958465)).toBe(monthNumber(9999, 12));
  });

  it("counts 29 February 1900, which never was, as a day of February", () => {
    expect([31, 32, 59, 60, 61].map(monthOfSerial).map(monthToText)).toEqual([
      "1900-01", // 31 January
      "1900-02", // 1 February
      "1900-02", // 28 February
      "1900-02", // 29 February
      "1900-03", // 1 March
    ]);
  });

  it("agrees with the calendar on every day from March 1900 to 2101", () => {
    for (let day = 61; day <= serial(2101, 1, 1); day++) {
      const date = new Date(Date.UTC(2021, 0, 1 + day - 44197));
      const expected = date.getUTCFullYear() * 12 + date.getUTCMonth();
      if (monthOfSerial(day) !== expected)
        throw new Error(`Day ${day}: ${monthOfSerial(day)}, not ${expected}`);
    }
  });

  it("knows the 29th of February in leap years only", () => {
    expect(monthToText(monthOfSerial(serial(2024, 2, 28) + 1))).toBe("2024-02");
    expect(monthToText(monthOfSerial(serial(2023, 2, 28) + 1))).toBe("2023-03");
    expect(monthToText(monthOfSerial(serial(2000, 2, 28) + 1))).toBe("2000-02");
    expect(monthToText(monthOfSerial(serial(2100, 2, 28) + 1))).toBe("2100-03");
  });

  it("leaves the time of day aside", () => {
    const lastDay = serial(2021, 3, 31);
    expect(monthToText(monthOfSerial(lastDay + 0.99999))).toBe("2021-03");
    expect(monthToText(monthOfSerial(60.5))).toBe("1900-02");
    expect(monthToText(monthOfSerial(2958465.99999))).toBe("9999-12");
  });

  it("refuses a 0, which a blank cell may be", () => {
    expect(measureErrorOf(() => monthOfSerial(0))).toEqual({
      kind: "invalid",
      message:
        "Ongeldige datum: 0. Verwacht: een datum van 1-1-1900 (voor Excel dag 1) tot en met 31-12-9999 " +
        "(dag 2958465). Kijk of de cel een datum bevat.",
    });
  });

  it.each([0.99, -1, 2958466, NaN, Infinity])("refuses %p", (number) => {
    expect(measureErrorOf(() => monthOfSerial(number)).kind).toBe("invalid");
  });
});

describe("monthToText", () => {
  it("writes the month in two digits", () => {
    expect(monthToText(monthNumber(2021, 3))).toBe("2021-03");
    expect(monthToText(monthNumber(2021, 12))).toBe("2021-12");
    expect(monthToText(monthNumber(1900, 1))).toBe("1900-01");
  });

  it("keeps the order of the months", () => {
    fc.assert(
      fc.property(year, monthOfYear, year, monthOfYear, (y1, m1, y2, m2) => {
        const [a, b] = [monthNumber(y1, m1), monthNumber(y2, m2)];
        expect(monthToText(a) < monthToText(b)).toBe(a < b);
      }),
    );
  });

  it("refuses what is no month, such as a year or half a month", () => {
    expect(measureErrorOf(() => monthToText(2021))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig maandnummer: 2021. Verwacht: een heel getal van 22800 (januari 1900) tot en met 119999 " +
        "(december 9999), namelijk jaar x 12 + maand - 1. Kijk de datums na.",
    });
    expect(isMonth(24252.5)).toBe(false);
    expect(isMonth(22799)).toBe(false);
    expect(isMonth(120000)).toBe(false);
  });
});

describe("monthStartSerial", () => {
  it("is the serial number of the first of the month", () => {
    expect(monthStartSerial(monthNumber(2008, 1))).toBe(39448);
    expect(monthStartSerial(monthNumber(2021, 1))).toBe(44197);
    // 31 + 28 days later
    expect(monthStartSerial(monthNumber(2021, 3))).toBe(44256);
  });

  it("counts the 29 February 1900 that never was from March 1900 on", () => {
    // 1 January is 1, 1 February 32; February has 29 days for Excel, so 1 March is 61.
    expect([1, 2, 3].map((month) => monthStartSerial(monthNumber(1900, month)))).toEqual([1, 32, 61]);
  });

  it("agrees with the calendar from March 1900 on", () => {
    fc.assert(
      fc.property(year, monthOfYear, (someYear, month) => {
        fc.pre(someYear > 1900 || month > 2);
        expect(monthStartSerial(monthNumber(someYear, month))).toBe(serial(someYear, month, 1));
      }),
    );
  });

  it("falls in its month, and the day before in the month before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 22801, max: 119999 }), (month) => {
        expect(monthOfSerial(monthStartSerial(month))).toBe(month);
        expect(monthOfSerial(monthStartSerial(month) - 1)).toBe(month - 1);
      }),
    );
  });
});
