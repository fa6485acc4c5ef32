import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_EFFECT, SYNTH_GEWICHTEN, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const column = (...values: CellValue[]): Cells => values.map((value) => [value]);
const none: Cells = [[null]];
const doel = column(4, 4, 9);
const donoren: Cells = [
  [6, 4, 7],
  [4, 6, 7],
  [5, 7, 8],
];
const messageOf = (...cells: Cells[]) => errorOf(SYNTH_GEWICHTEN, cells).message;
const withYears = (jaren: Cells, last: CellValue = 2018) => messageOf(doel, donoren, none, jaren, [[last]]);

describe("a message about the years", () => {
  it("says row or column as the range lies", () => {
    expect(withYears(column(2017, null, 2019))).toBe("In rij 2 van jaren ontbreekt het jaartal.");
    expect(withYears([[2017, null, 2019]])).toBe("In kolom 2 van jaren ontbreekt het jaartal.");
  });

  it.each<[CellValue, string]>([
    [0.01, "0,01"],
    [0.5, "0,5"],
    [2018.5, "2018,5"],
    [0, "0"],
    [-1, "-1"],
    [true, "WAAR"],
    ["2018?", '"2018?"'],
    ["1e400", '"1e400"'],
    [12345678, "12345678"],
    [2, "2"],
  ])("refuses %p among years, as Dutch Excel shows it", (value, text) => {
    expect(withYears([[2017, value, 2019]])).toBe(
      `In kolom 2 van jaren staat ${text}; verwacht werd een jaartal, zoals 2018, of het nummer van een periode, en in alle cellen hetzelfde.`,
    );
  });

  it.each([
    ["months", [201711, 201712, 201801], 201712],
    ["quarters", [20173, 20174, 20181], 20174],
    ["numbers of periods", [1, 2, 3], 2],
    ["years long ago", [1797, 1798, 1799], 1798],
  ])("does not come with %s", (_, periods, last) => {
    const cells = [doel, donoren, none, column(...periods), [[last]]];
    expect(
      evaluate(SYNTH_REEKS, cells)
        .slice(1)
        .map(([period]) => period),
    ).toEqual(periods);
  });

  it("writes a last year with a comma", () => {
    expect(withYears(column(2017, 2018, 2019), 2018.5)).toMatch(
      /^laatste_voorjaar 2018,5 staat niet in de jaren/,
    );
  });

  it("names laatste_voorjaar, the argument that is wrong", () => {
    expect(withYears(column(2017, 2018, 2019), 2017)).toMatch(
      /laatste_voorjaar 2017 .* minstens 2 voorjaren nodig; kies een later jaar/,
    );
    const cells = [doel, donoren, none, column(2017, 2018, 2019), [[2019]]];
    expect(errorOf(SYNTH_EFFECT, cells).message).toMatch(/laatste_voorjaar/);
  });
});

describe("a message about a figure", () => {
  it("shows WAAR and ONWAAR", () => {
    expect(messageOf(column(4, false, 9), donoren)).toMatch(/^In rij 2 van doel staat ONWAAR;/);
  });

  it("that is too large says where it stands, whatever the order of the years and the donors left out", () => {
    const cells = [
      column(9, 4, 4),
      [
        [1, "x", 8],
        [2, 6, 1e301],
        [3, 4, 7],
      ],
      none,
      column(2019, 2018, 2017),
      [[2018]],
      [["weglaten"]],
    ];
    expect(messageOf(...cells)).toBe(
      "In rij 2, kolom 3 van donoren staat 1e+301; verwacht werd een getal van hoogstens 1e300.",
    );
  });

  it("that has too many digits for Excel is refused as it stands", () => {
    expect(messageOf(column(4, "1e400", 9), donoren)).toMatch(
      /^In rij 2 van doel staat "1e400"; verwacht werd een getal/,
    );
  });
});
