import { sampled } from "../draws";
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));
const applied = (...cells: Cells[]) => evaluate(SYNTH_TOEPASSEN, cells).slice(1);

/** By hand: 0,75 x 100 + 0,25 x 1 = 75,25 and 0,75 x 80 + 0,25 x 1 = 60,25; the second series has no weight. */
const weightsOf = (names: CellValue[]): Cells => names.map((name, j) => [name, [0, 0.75, 0.25][j]]);
const seriesOf = (names: CellValue[]): Cells => [
  [names[1], names[0], names[2]],
  [100, 60, 1],
  [80, 40, 1],
];
const means = [75.25, 60.25];
const inPeriods = means.map((mean, t) => [t + 1, mean]);

describe.each<[CellValue[]]>([
  [["<25", "<35", "<45"]],
  [["x", "n.b.", "onbekend"]],
  [["1.1", "1.2", "1.3"]],
  [[1.1, 1.2, 1.3]],
  [[1, 2, 3]],
  [["1%", "2%", "3%"]],
  [[2017, 2018, 2019]],
  [["Noord", "1.1", "<25"]],
])("weights with the names %j", (names) => {
  const [weights, series] = [weightsOf(names), seriesOf(names)];

  it("find their series, whatever way both lie", () => {
    for (const gewichten of [weights, turned(weights), [["Donor", "Gewicht"], ...weights]]) {
      expect(applied(gewichten, series)).toEqual(inPeriods);
      expect(applied(gewichten, turned(series))).toEqual(inPeriods);
    }
  });

  it("find them beside years", () => {
    for (const corner of ["jaar", null]) {
      const withYears = series.map((row, t) => [[corner, 2030, 2031][t], ...row]);
      const expected = means.map((mean, t) => [2030 + t, mean]);
      expect(applied(weights, withYears)).toEqual(expected);
      expect(applied(weights, turned(withYears))).toEqual(expected);
    }
  });

  it("find them among others, and where one without weight is not there", () => {
    const wider = series.map((row, t) => [...row, ["<99", 7, 8][t]]);
    expect(applied(weights, wider)).toEqual(inPeriods);
    const narrower = series.map(([one, , other]) => [one, other]);
    expect(applied(weights, narrower)).toEqual(inPeriods);
  });

  // By hand: 0,25 x 60 + 0,75 x 100 = 90.
  it("find two of them in a square", () => {
    const two: Cells = [
      [names[0], 0.25],
      [names[1], 0.75],
    ];
    const square: Cells = [
      [names[1], names[0]],
      [100, 60],
    ];
    for (const gewichten of [two, turned(two)]) {
      expect(applied(gewichten, square)).toEqual([[1, 90]]);
      expect(applied(gewichten, turned(square))).toEqual([[1, 90]]);
    }
  });
});

it("a number and the text of it are the same name", () => {
  const numbers = [1.1, 1.2, 1.3];
  for (const texts of [
    ["1,1", "1,2", "1,3"],
    ["1.1", "1.2", "1.3"],
  ]) {
    expect(applied(weightsOf(numbers), seriesOf(texts))).toEqual(inPeriods);
    expect(applied(weightsOf(texts), seriesOf(numbers))).toEqual(inPeriods);
  }
});

it("names that stand both in a row and in a column are asked about", () => {
  const weights = [
    [1, 0.25],
    [2, 0.75],
  ];
  const series = [
    [1, 2],
    [2, 8],
  ];
  expect(errorOf(SYNTH_TOEPASSEN, [weights, series]).message).toMatch(
    /^reeksen is op twee manieren te lezen: met namen in rij 1 .*, of met namen in kolom 1 .*In rij 1, kolom 1 van reeksen staat 1,/,
  );
});

it("names above the series that the weights do not have are never passed over as missing values", () => {
  const weights = [[0.25], [0.75]];
  const series = [
    ["<25", "<35"],
    [60, 100],
  ];
  expect(errorOf(SYNTH_TOEPASSEN, [weights, series]).message).toMatch(
    /^reeksen is op twee manieren te lezen/,
  );
});

it("the names of the donors make no difference to the means", () => {
  const names = ["<25", "<35", "x", "n.b.", "1.1", "1,2", "12%", "2017", "0363", "Noord", 1.5, 3, 2016, 0.12];
  const drawn = fc
    .record({ periods: fc.integer({ min: 1, max: 5 }), count: fc.integer({ min: 2, max: 5 }) })
    .chain(({ periods, count }) =>
      fc.record({
        names: fc.uniqueArray(fc.constantFrom<CellValue>(...names), { minLength: count, maxLength: count }),
        figures: fc.array(
          fc.array(
            fc.integer({ min: 1, max: 9999 }).map((value) => value / 8 + 0.01),
            { minLength: count, maxLength: count },
          ),
          { minLength: periods, maxLength: periods },
        ),
        isTurned: fc.boolean(),
        corner: fc.constantFrom("jaar", null, undefined),
        reversed: fc.boolean(),
      }),
    );
  fc.assert(
    fc.property(drawn, ({ names, figures, isTurned, corner, reversed }) => {
      const count = names.length;
      const sum = (count * (count + 1)) / 2;
      const cellsWith = (ofDonors: CellValue[]): Cells[] => {
        const order = [...ofDonors.keys()];
        if (reversed) order.reverse();
        const block: Cells = [ofDonors, ...figures].map((row, t) => [
          ...(corner === undefined ? [] : [t === 0 ? corner : 2020 + t]),
          ...order.map((j) => row[j]),
        ]);
        return [ofDonors.map((name, j) => [name, (j + 1) / sum]), isTurned ? turned(block) : block];
      };
      const expected = applied(...cellsWith(names.map((_, j) => `Wijk ${"ABCDE"[j]}`)));
      let found: unknown;
      try {
        found = applied(...cellsWith(names));
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        // With the names of the weights nothing is left to ask.
        expect(error.message).toBe("");
      }
      expect(found).toEqual(expected);
    }),
    { numRuns: sampled(400), seed: 12 },
  );
});
