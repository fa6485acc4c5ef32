import { sampled } from "../draws";
import fc from "fast-check";
import { CellError, type CellValue, type ResultTable } from "../../src/measures/cells";
import { evaluate, type FunctionRecord } from "../../src/measures/function-record";
import { SYNTH_EFFECT, SYNTH_GEWICHTEN, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));
const column = (...values: CellValue[]): Cells => values.map((value) => [value]);
const none: Cells = [[null]];
const last: Cells = [[2018]];
const leaveOut: Cells = [["weglaten"]];

/**
 * The panel by hand of SYNTH.GEWICHTEN: half of the first donor and half of the second, so that the series is
 * (6 + 4) / 2 = 5, (4 + 6) / 2 = 5 and (5 + 7) / 2 = 6.
 */
const target = column("Zuid", 4, 4, 9);
const figures: Cells = [
  [6, 4, 7],
  [4, 6, 7],
  [5, 7, 8],
];
const years = column("jaar", 2017, 2018, 2019);
const series = [
  [2017, 4, expect.closeTo(5, 12)],
  [2018, 4, expect.closeTo(5, 12)],
  [2019, 9, expect.closeTo(6, 12)],
];
const seriesOf = (...cells: Cells[]) => evaluate(SYNTH_REEKS, cells).slice(1);
const messageOf = (...cells: Cells[]) => errorOf(SYNTH_REEKS, cells).message;

const markers: CellValue[][] = [
  ["<25", "<35", "<45"],
  ["x", "n.b.", "onbekend"],
];
const numbers: CellValue[][] = [
  ["1.1", "1.2", "1.3"],
  [1.1, 1.2, 1.3],
  [1, 2, 3],
  ["1%", "2%", "3%"],
  ["12%", 1.5, "<25"],
];
const mixed: CellValue[][] = [["Noord", "<25", "1.1"]];

describe.each([...markers, ...numbers, ...mixed].map((names) => [names]))("donors named %j", (names) => {
  const donors = [names, ...figures];

  it("are read as they lie where the target has a name and jaren a heading in that row", () => {
    expect(seriesOf(target, donors, none, years, last)).toEqual(series);
    expect(seriesOf(target, donors, none, years, last, leaveOut)).toEqual(series);
    expect(seriesOf(turned(target), turned(donors), none, turned(years), last)).toEqual(series);
    expect(evaluate(SYNTH_GEWICHTEN, [target, donors, none, years, last]).slice(1)).toEqual([
      [expect.any(String), expect.closeTo(0.5, 12)],
      [expect.any(String), expect.closeTo(0.5, 12)],
      [expect.any(String), 0],
    ]);
  });

  it("are so where namen has the same names", () => {
    expect(seriesOf(target, donors, [names], years, last)).toEqual(series);
    expect(seriesOf(target.slice(1), donors, [names], years.slice(1), last)).toEqual(series);
    expect(seriesOf(turned(target), turned(donors), column(...names), years, last)).toEqual(series);
  });

  it("are so under a heading above the years, and under a blank", () => {
    for (const corner of ["jaar", "Peilmoment", null]) {
      const cells = [[corner, ...names], ...figures.map((row, t) => [2017 + t, ...row])];
      expect(seriesOf(target.slice(1), cells, none, none, last)).toEqual(series);
      expect(seriesOf(turned(target.slice(1)), turned(cells), none, none, last)).toEqual(series);
    }
  });

  // With two donors the weights are the same: the third has none.
  it("are so where no other reading has the size", () => {
    const two = donors.map((row) => row.slice(0, 2));
    expect(seriesOf(target, two, none, years.slice(1), last)).toEqual(series);
  });

  it("never have the panel read on its side where nothing tells that they are names", () => {
    const bare = [target.slice(1), donors, none, years.slice(1), last, leaveOut];
    if (names.includes("Noord")) {
      expect(seriesOf(...bare)).toEqual(series);
      return;
    }
    expect(messageOf(...bare)).toMatch(
      /^(?:donoren is op twee manieren te lezen: .*)?In rij 1, kolom 1 van donoren staat (?:.*, en dat kan een naam zijn of een|1; .*nummers van perioden \(1, 2, 3\))/,
    );
  });
});

describe("a target with a name such as those", () => {
  it.each(["<25", "x", "1.1", 1.1, 1, "12%"])("%j is read beside donors with names", (name) => {
    const named = [["Noord", "Oost", "West"], ...figures];
    const doel = [[name], ...target.slice(1)];
    for (const jaren of [years, years.slice(1)]) {
      expect(seriesOf(doel, named, none, jaren, last)).toEqual(series);
      expect(seriesOf(turned(doel), turned(named), none, jaren, last)).toEqual(series);
    }
    const withYears = doel.map(([cell], t) => [years[t][0], cell]);
    expect(seriesOf(withYears, figures, none, none, last)).toEqual(series);
  });

  it("is read beside donors that all have such names", () => {
    const named = [["<35", "<45", "<55"], ...figures];
    const doel = [["<25"], ...target.slice(1)];
    expect(seriesOf(turned(doel), turned(named), none, years, last)).toEqual(series);
    expect(seriesOf(turned(doel), turned(named), none, turned(years.slice(1)), last)).toEqual(series);
  });

  it("is no figure that is passed over where a range is a year too long", () => {
    const long = column(3.5, 4, 4, 9);
    const donors = [[1.1, 2.2, 3.3], ...figures];
    expect(messageOf(long, donors, none, years, last)).toMatch(
      /^jaren heeft 3 cellen, maar doel heeft 4 jaren/,
    );
    const two = [...donors, [5, 5, 5]].map((row) => row.slice(0, 2));
    expect(messageOf(long.slice(1), two, none, years.slice(1), last)).toMatch(
      /^doel heeft 3 jaren, maar donoren is 5 bij 2 cellen/,
    );
  });
});

describe("a row that must be names", () => {
  it("is refused where two are the same, and where one lacks", () => {
    expect(messageOf(target, [["x", "x", "<25"], ...figures], none, years, last, leaveOut)).toMatch(
      /^De naam "x" staat twee keer/,
    );
    expect(messageOf(target, [[null, "x", "<25"], ...figures], none, years, last, leaveOut)).toMatch(
      /^In rij 1, kolom 1 van donoren ontbreekt de naam van een donor/,
    );
  });

  it("has no names where all of it is blank", () => {
    expect(seriesOf(target, [[null, null, null], ...figures], none, years, last)).toEqual(series);
  });
});

const nameOf = fc.constantFrom<CellValue>(
  ...[
    "<25",
    "<35",
    "x",
    "X ",
    "n.b.",
    "onbekend",
    "1.1",
    "1,2",
    "12%",
    "2017",
    "0363",
    "Noord",
    "West",
    "*1",
  ],
  ...[1.5, 3, 2016, 0.12],
);
const key = (name: CellValue) => String(name).trim().toLowerCase();

const drawn = fc
  .record({ periods: fc.integer({ min: 2, max: 5 }), count: fc.integer({ min: 1, max: 5 }) })
  .chain(({ periods, count }) => {
    const line = fc.array(
      fc.integer({ min: -99, max: 999 }).map((value) => value / 4 + 0.05),
      {
        minLength: periods,
        maxLength: periods,
      },
    );
    return fc.record({
      doel: line,
      donors: fc.array(line, { minLength: count, maxLength: count }),
      names: fc.uniqueArray(nameOf, { minLength: count, maxLength: count, selector: key }),
      isTurned: fc.boolean(),
      targetNamed: fc.boolean(),
      jaren: fc.constantFrom("headed", "plain", "beside", "none"),
      namen: fc.boolean(),
      leftOut: fc.boolean(),
    });
  });

describe("the names of donors", () => {
  const result = (record: FunctionRecord, cells: Cells[]): ResultTable | CellError => {
    try {
      return evaluate(record, cells).slice(1);
    } catch (error) {
      if (error instanceof CellError) return error;
      throw error;
    }
  };

  it("make no difference to the figures: these are the same as with the names A, B and C, or refused", () => {
    let [read, certain] = [0, 0];
    const runs = sampled(400);
    fc.assert(
      fc.property(drawn, ({ doel, donors, names, isTurned, targetNamed, jaren, namen, leftOut }) => {
        const plain = names.map((_, j) => `Wijk ${"ABCDE"[j]}`);
        const ofYears = doel.map((_, t) => 2011 + t);
        const beside = (head: CellValue, cells: Cells): Cells =>
          jaren === "beside" ? cells.map((row, t) => [t === 0 ? head : ofYears[t - 1], ...row]) : cells;
        const cellsWith = (ofDonors: CellValue[]): Cells[] => {
          const block = beside("jaar", [ofDonors, ...doel.map((_, t) => donors.map((line) => line[t]))]);
          const ofTarget = targetNamed ? column("Zuid", ...doel) : column(...doel);
          const ofJaren =
            jaren === "headed" ? column("jaar", ...ofYears) : jaren === "plain" ? column(...ofYears) : none;
          const lie = (cells: Cells) => (isTurned ? turned(cells) : cells);
          return [
            lie(ofTarget),
            lie(block),
            namen ? [ofDonors] : none,
            lie(ofJaren),
            jaren === "none" ? none : [[2010 + doel.length]],
            leftOut ? leaveOut : none,
          ];
        };
        const expected = result(SYNTH_REEKS, cellsWith(plain));
        const found = result(SYNTH_REEKS, cellsWith(names));
        if (found instanceof CellError) {
          // Where the target and jaren both have a heading, or namen the names, nothing is left to ask.
          const isCertain =
            (targetNamed && jaren === "headed") || jaren === "beside" || (namen && names.length > 1);
          if (isCertain && !(expected instanceof CellError)) expect(found.message).toBe("");
          return;
        }
        read += 1;
        if (jaren === "headed" && targetNamed) certain += 1;
        expect(found).toEqual(expected);
        expect(result(SYNTH_EFFECT, cellsWith(names))).toEqual(result(SYNTH_EFFECT, cellsWith(plain)));
      }),
      { numRuns: runs, seed: 14 },
    );
    // Refusing everything would pass: most are read, and so is every panel of which the headings tell.
    expect(read).toBeGreaterThan(0.7 * runs);
    expect(certain).toBeGreaterThan(0.1 * runs);
  });
});
