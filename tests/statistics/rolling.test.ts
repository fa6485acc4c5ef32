import fc from "fast-check";

import { monthNumber, monthToText } from "../../src/statistics/months";
import { netPromoterScore } from "../../src/statistics/nps";
import {
  rollingSatisfaction,
  type DatedScore,
  type RollingCell,
  type RollingOptions,
  type RollingTable,
} from "../../src/statistics/rolling";
import { meanOf } from "../../src/statistics/shares";
import { measureErrorOf } from "./measure-error-of";

const january = monthNumber(2021, 1);

/** The cijfers of consecutive months from January 2021 on, as answers. */
function answersOf(months: number[][], group?: string): DatedScore[] {
  return months.flatMap((scores, i) => scores.map((score) => ({ month: january + i, score, group })));
}

function valuesOf(table: RollingTable, group = 0): (number | null)[] {
  return table.cells.map((row) => row[group].value);
}

function respondentsOf(table: RollingTable, group = 0): number[] {
  return table.cells.map((row) => row[group].respondents);
}

function expectValues(found: (number | null)[], expected: (number | null)[]): void {
  expect(found).toEqual(
    expected.map((value) => (value === null ? null : (expect.closeTo(value, 10) as unknown))),
  );
}

// month       cijfers   respondents  promotors  criticasters  sum
// January     10 9                2          2             0   19
// February    3                   1          0             1    3
// March                           0          0             0    0
// April       8 10                2          1             0   18
// May         0                   1          0             1    0
// June        9 7                 2          1             0   16
const halfYear = answersOf([[10, 9], [3], [], [8, 10], [0], [9, 7]]);

describe("rollingSatisfaction", () => {
  it("takes five calendar months together, those without cijfers included", () => {
    const table = rollingSatisfaction(halfYear);
    expect(table.months.map(monthToText)).toEqual([
      "2021-01",
      "2021-02",
      "2021-03",
      "2021-04",
      "2021-05",
      "2021-06",
    ]);
    // March: January-May, 6 respondents, 3 promotors, 2 criticasters: 100 x 1/6.
    // April: February-June, 6 respondents, 2 promotors, 2 criticasters: 0.
    expectValues(valuesOf(table), [null, null, 100 / 6, 0, null, null]);
    // January: January-March, 3. February: January-April, 5. May: March-June, 5. June: April-June, 5.
    expect(respondentsOf(table)).toEqual([3, 5, 6, 6, 5, 5]);
  });

  it("takes the mean cijfer of the same respondents", () => {
    // March: (19 + 3 + 0 + 18 + 0) / 6 = 40/6. April: (3 + 0 + 18 + 0 + 16) / 6 = 37/6.
    expectValues(valuesOf(rollingSatisfaction(halfYear, { measure: "mean" })), [
      null,
      null,
      40 / 6,
      37 / 6,
      null,
      null,
    ]);
  });

  it("takes another window", () => {
    // February: 10 9 3, NPS 100 x (2 - 1) / 3, mean 22/3. March: 3 8 10, 0, 7. April: 8 10 0, 0, 6.
    // May: 8 10 0 9 7, 100 x (2 - 1) / 5 = 20, mean 34/5.
    expectValues(valuesOf(rollingSatisfaction(halfYear, { window: 3 })), [null, 100 / 3, 0, 0, 20, null]);
    expectValues(valuesOf(rollingSatisfaction(halfYear, { window: 3, measure: "mean" })), [
      null,
      22 / 3,
      7,
      6,
      6.8,
      null,
    ]);
  });

  it("takes the part of the window that exists when asked", () => {
    // January: 10 9 3, NPS 100/3, mean 22/3. June: 0 9 7, NPS 0, mean 16/3. The rest as above.
    const shrink: RollingOptions = { window: 3, edges: "shrink" };
    expectValues(valuesOf(rollingSatisfaction(halfYear, shrink)), [100 / 3, 100 / 3, 0, 0, 20, 0]);
    expectValues(valuesOf(rollingSatisfaction(halfYear, { ...shrink, measure: "mean" })), [
      22 / 3,
      22 / 3,
      7,
      6,
      6.8,
      16 / 3,
    ]);
  });

  it("has no value for a window of one month without cijfers", () => {
    // January 100 x 2/2, February -100, April 100 x 1/2, May -100, June 100 x 1/2.
    const table = rollingSatisfaction(halfYear, { window: 1 });
    expect(valuesOf(table)).toEqual([100, -100, null, 50, -100, 50]);
    expect(respondentsOf(table)).toEqual([2, 1, 0, 2, 1, 2]);
  });

  it("weighs respondents, not months", () => {
    // One 10 in January, three 0 in February, one 10 in March: 100 x (2 - 3) / 5 = -20.
    // The mean of the monthly figures 100, -100 and 100 would be 33.3.
    const answers = answersOf([[10], [0, 0, 0], [10]]);
    expectValues(valuesOf(rollingSatisfaction(answers, { window: 3 })), [null, -20, null]);
  });

  it("runs the months of every group from the first to the last month of all", () => {
    const answers = [
      { month: january + 4, score: 8, group: "Zuid" },
      { month: january, score: 10, group: "Noord" },
      { month: january + 1, score: 6, group: "Noord" },
    ];
    const table = rollingSatisfaction(answers, { window: 3 });
    expect(table.groups).toEqual(["Noord", "Zuid"]);
    expect(table.months).toHaveLength(5);
    // Noord: February takes 10 and 6, 100 x (1 - 1) / 2 = 0; March takes 6, -100; April has none.
    expect(valuesOf(table, 0)).toEqual([null, 0, -100, null, null]);
    // Zuid: only April (and May, at the edge) have the 8 of May in their window.
    expect(valuesOf(table, 1)).toEqual([null, null, null, 0, null]);
    expect(respondentsOf(table, 1)).toEqual([0, 0, 0, 1, 1]);
  });

  it("puts groups in Dutch alphabetical order, and cijfers without a group first", () => {
    const answers = ["zuid", "Één", undefined, "echt", "Overig"].map((group) => ({
      month: january,
      score: 8,
      group,
    }));
    expect(rollingSatisfaction(answers).groups).toEqual(["", "echt", "Één", "Overig", "zuid"]);
  });

  it("has only missing values when the data are shorter than the window", () => {
    expect(valuesOf(rollingSatisfaction(answersOf([[9], [9]])))).toEqual([null, null]);
    expect(valuesOf(rollingSatisfaction(answersOf([[9], [9]]), { window: 999, edges: "shrink" }))).toEqual([
      100, 100,
    ]);
  });

  it("crosses a turn of the year as any other month", () => {
    const answers = [12, 13, 14].map((month) => ({ month: january - 13 + month, score: 9 }));
    expect(rollingSatisfaction(answers, { window: 3 }).months.map(monthToText)).toEqual([
      "2020-12",
      "2021-01",
      "2021-02",
    ]);
  });

  it("works through many cijfers", () => {
    const answers = Array.from({ length: 300_000 }, (_, i) => ({
      month: january + (i % 1000),
      score: i % 11,
    }));
    const table = rollingSatisfaction(answers, { window: 501, edges: "shrink" });
    expect(table.months).toHaveLength(1000);
    // 300 in each month; 501 months in the middle, 251 at either end.
    expect(respondentsOf(table)[500]).toBe(150_300);
    expect(respondentsOf(table)[999]).toBe(75_300);
  });
});

/** Filters all answers for every cell anew and calls the definition: slow, and plainly right. */
function byDefinition(answers: DatedScore[], options: Required<RollingOptions>): RollingCell[][] {
  const months = answers.map((answer) => answer.month).sort((a, b) => a - b);
  const [first, last] = [months[0], months[months.length - 1]];
  const groups = [...new Set(answers.map((answer) => answer.group ?? ""))].sort();
  const rows: RollingCell[][] = [];
  for (let month = first; month <= last; month++) {
    const from = month - (options.window - 1) / 2;
    const to = month + (options.window - 1) / 2;
    rows.push(
      groups.map((group) => {
        const scores = answers
          .filter((answer) => (answer.group ?? "") === group && answer.month >= from && answer.month <= to)
          .map((answer) => answer.score);
        const missing = scores.length === 0 || (options.edges === "omit" && (from < first || to > last));
        const definition = options.measure === "nps" ? netPromoterScore : meanOf;
        return { respondents: scores.length, value: missing ? null : definition(scores) };
      }),
    );
  }
  return rows;
}

describe("rollingSatisfaction, of any answers,", () => {
  const answers = fc.array(
    fc.record(
      {
        month: fc.integer({ min: january, max: january + 24 }),
        score: fc.integer({ min: 0, max: 10 }),
        group: fc.constantFrom("noord", "zuid"),
      },
      { requiredKeys: ["month", "score"] },
    ),
    { minLength: 1, maxLength: 60 },
  );
  const options = fc.record({
    measure: fc.constantFrom<("nps" | "mean")[]>("nps", "mean"),
    window: fc.integer({ min: 0, max: 6 }).map((n) => 2 * n + 1),
    edges: fc.constantFrom<("omit" | "shrink")[]>("omit", "shrink"),
  });

  it("gives what the definition gives, window by window", () => {
    fc.assert(
      fc.property(answers, options, (given, how) => {
        expect(rollingSatisfaction(given, how).cells).toEqual(
          byDefinition(given, how).map((row) =>
            row.map(({ respondents, value }) => ({
              respondents,
              value: value === null ? null : (expect.closeTo(value, 10) as unknown),
            })),
          ),
        );
      }),
    );
  });

  it("gives the same to the last bit in whatever order they stand", () => {
    const shuffled = answers.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, options, ([given, other], how) => {
        expect(rollingSatisfaction(other, how)).toEqual(rollingSatisfaction(given, how));
      }),
    );
  });

  it("has a row per calendar month and a cell per group", () => {
    fc.assert(
      fc.property(answers, options, (given, how) => {
        const { months, groups, cells } = rollingSatisfaction(given, how);
        expect(months).toEqual(months.map((_, i) => months[0] + i));
        expect(cells.map((row) => row.length)).toEqual(months.map(() => groups.length));
      }),
    );
  });

  it("counts every respondent in one window of one month", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { cells } = rollingSatisfaction(given, { window: 1 });
        expect(cells.flat().reduce((total, cell) => total + cell.respondents, 0)).toBe(given.length);
      }),
    );
  });

  it("keeps group names apart that look alike, in an order that does not hang on the rows", () => {
    const names = ["caf\u00e9", "cafe\u0301"]; // é as one character and as two
    const given = names.map((group) => ({ month: january, score: 9, group }));
    const table = rollingSatisfaction(given);
    expect(table.groups).toHaveLength(2);
    expect(rollingSatisfaction([...given].reverse())).toEqual(table);
  });
});

describe("rollingSatisfaction refuses", () => {
  it("to work without cijfers", () => {
    expect(measureErrorOf(() => rollingSatisfaction([]))).toEqual({
      kind: "no-data",
      message:
        "Geen respondenten: er is geen enkel cijfer om een voortschrijdend cijfer uit te berekenen. " +
        "Verwacht: minstens één datum met een cijfer van 0 tot en met 10. Kijk of de juiste bereiken zijn " +
        "gekozen.",
    });
  });

  it("an even window", () => {
    expect(measureErrorOf(() => rollingSatisfaction(halfYear, { window: 4 }))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig venster: 4 maanden. Verwacht: een oneven heel getal vanaf 1, zoals 5, zodat er aan " +
        "weerszijden van de maand evenveel maanden zijn.",
    });
  });

  it.each([0, -1, 2.5, NaN, Infinity])("a window of %p", (window) => {
    expect(measureErrorOf(() => rollingSatisfaction(halfYear, { window })).kind).toBe("invalid");
  });

  it("a cijfer that is none, and says which", () => {
    const answers = [...halfYear, { month: january, score: 7.5 }];
    expect(measureErrorOf(() => rollingSatisfaction(answers))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig cijfer: 7,5 (nummer 9 van 9). Verwacht: een heel getal van 0 tot en met 10. Verbeter het " +
        "cijfer of laat het leeg.",
    });
  });

  it("a month that is none, and says which", () => {
    expect(measureErrorOf(() => rollingSatisfaction([{ month: 202101, score: 8 }]))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig maandnummer: 202101 (nummer 1 van 1). Verwacht: jaar x 12 + maand - 1, van januari 1900 " +
        "tot en met december 9999. Kijk de datums na.",
    });
  });

  it("a period of more than 12000 months, but not the 1500 that a date of 1900 makes", () => {
    const from1900 = [monthNumber(1900, 1), monthNumber(2024, 12)].map((month) => ({ month, score: 8 }));
    expect(rollingSatisfaction(from1900).months).toHaveLength(1500);
    const to2900 = [monthNumber(1900, 1), monthNumber(2899, 12)].map((month) => ({ month, score: 8 }));
    expect(rollingSatisfaction(to2900).months).toHaveLength(12000);
    const stray = [...to2900, { month: monthNumber(2900, 1), score: 8 }];
    expect(measureErrorOf(() => rollingSatisfaction(stray))).toEqual({
      kind: "invalid",
      message:
        "Te lange periode: van 1900-01 tot en met 2900-01 zijn 12001 maanden. Verwacht: hoogstens 12000 " +
        "maanden. Kijk of er een verkeerde datum tussen staat.",
    });
  });

  it("a group per person over a long period", () => {
    const answers = Array.from({ length: 1001 }, (_, i) => ({ month: january + i, score: 8, group: `${i}` }));
    expect(measureErrorOf(() => rollingSatisfaction(answers))).toEqual({
      kind: "invalid",
      message:
        "Te veel groepen: 1001 groepen in 1001 maanden. Verwacht: samen hoogstens 1000000 uitkomsten. Kijk " +
        "of de kolom met groepen geen nummers van personen bevat.",
    });
  });
});
