import { VOORTSCHRIJDEND } from "../../src/measures/satisfaction";
import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { CellError } from "../../src/measures/cells";

const column = (cells: CellValue[]) => cells.map((cell) => [cell]);

/** The months of a call in which every date has a cijfer, beginning at the first row of the sheet; or its message. */
function monthsOf(dates: CellValue[], scores: CellValue[] = dates.map(() => 8)): CellValue[] | string {
  const cells = [column(dates), column(scores), [[null]], [[null]], [[1]]];
  const addresses = [`Blad1!A1:A${dates.length}`, `Blad1!B1:B${scores.length}`, "", "", ""];
  try {
    const [, ...rows] = evaluate(VOORTSCHRIJDEND, cells, { addresses });
    return rows.filter(([, count]) => count !== 0).map(([month]) => month as CellValue);
  } catch (error) {
    if (error instanceof CellError) return error.message;
    throw error;
  }
}

describe("a date in the first row of the sheet", () => {
  it.each([
    ["with the month first", ["3/14/2021", "3/4/2021", "4/5/2021"], ["2021-03", "2021-04"]],
    ["with a time and the month first", ["12/31/2021 10:00", "3/4/2021"], ["2021-03", "2021-12"]],
    ["of six digits", ["190131", "190112"], ["2019-01"]],
  ])("is data when it is written %s", (_, dates, months) => {
    expect(monthsOf(dates)).toEqual(months);
  });

  it.each(["31-02-2021", "2021-13", "2021-02-30T10:00:00Z", "32/1/2021", "2021-02-30", "99"])(
    "is refused with its cell, and not left out as a heading, when there is no such day: %s",
    (date) => {
      expect(monthsOf([date, "1-3-2021"])).toMatch(/^In cel A1 staat/);
      expect(monthsOf([date, "1-3-2021"], ["cijfer", 8])).toMatch(/^In cel A1 staat/);
    },
  );

  it("is a heading when it is a word", () => {
    expect(monthsOf(["datum", "1-3-2021"], ["cijfer", 8])).toEqual(["2021-03"]);
    expect(monthsOf(["datum 1", "1-3-2021"], ["cijfer", 8])).toEqual(["2021-03"]);
  });
});

describe("a day of six digits that is a number and lost its first zero", () => {
  // 010112 is 12 January 2001; as a date of Excel 10112 is 7 September 1927.
  it.each([10112, 70930, 71231])("is not read as a date of Excel: %d", (day) => {
    expect(monthsOf([190131, day, 190228])).toMatch(
      /^In cel A2 staat \d+; .*Er is misschien een nul aan het begin weggevallen/,
    );
  });

  it("is a date of Excel where it can only be one", () => {
    // 44286 is 31 March 2021: 04-42-86 is no day.
    expect(monthsOf([190131, 44286])).toEqual(["2019-01", "2021-03"]);
    expect(monthsOf([10112])).toEqual(["1927-09"]);
  });
});
