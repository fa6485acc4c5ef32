import fc from "fast-check";
import { functionRecords } from "../../src/measures";
import type { CellValue, ResultTable } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { errorOf } from "./error-of";

const record = (id: string) => functionRecords.find((one) => one.id === id)!;
const call = (id: string, ...cells: CellValue[][][]): ResultTable => evaluate(record(id), cells);
const weightsError = (...cells: CellValue[][][]) => errorOf(record("SYNTH.GEWICHTEN"), cells).message;
const firstColumn = (table: ResultTable) => table.slice(1).map(([name]) => name);

const blank = [[null]];
const target = [[7], [7], [8]];
const figures = [
  [6, 8.5, 9],
  [6.5, 8, 9],
  [7, 8, 9.5],
];
const years = [[2016], [2017], [2018]];

/** Texts that mean "not published" among figures, and are names of donors: age classes, genders, the rest. */
const markersOfFigures = ["<25", "< 27", "x", "X", "n.b.", "onbekend", "n.v.t."];

describe("a donor of which the name is a marker among figures", () => {
  it.each(markersOfFigures)("%s has its name from namen", (name) => {
    const table = call("SYNTH.GEWICHTEN", target, figures, [["Noord", name, "Oost"]], years, [[2017]]);
    expect(firstColumn(table)).toEqual(["Noord", name, "Oost"]);
  });

  it.each(markersOfFigures)("%s has its name from above its figures", (name) => {
    const donors = [["Noord", name, "Oost"], ...figures];
    expect(firstColumn(call("SYNTH.GEWICHTEN", target, donors, blank, years, [[2017]]))).toEqual([
      "Noord",
      name,
      "Oost",
    ]);
  });

  it("has its name where all names are such, once a heading says that they are names", () => {
    const donors = [["jaar", "<25", "x", "onbekend"], ...figures.map((row, t) => [2016 + t, ...row])];
    expect(firstColumn(call("SYNTH.GEWICHTEN", target, donors, blank, blank, [[2017]]))).toEqual([
      "<25",
      "x",
      "onbekend",
    ]);
    const turned = donors[0].map((_, c) => donors.map((row) => row[c]));
    expect(firstColumn(call("SYNTH.GEWICHTEN", target, turned, blank, blank, [[2017]]))).toEqual([
      "<25",
      "x",
      "onbekend",
    ]);
  });

  it("has its name in namen with a heading, first or not", () => {
    const names = [["naam"], ["<25"], ["x"], ["25 en ouder"]];
    expect(firstColumn(call("SYNTH.GEWICHTEN", target, figures, names, years, [[2017]]))).toEqual([
      "<25",
      "x",
      "25 en ouder",
    ]);
  });

  it.each(markersOfFigures)("%s may be the first of them", (name) => {
    const names = [[name, "Noord", "Oost"]];
    expect(firstColumn(call("SYNTH.GEWICHTEN", target, figures, names, years, [[2017]]))).toEqual(names[0]);
  });

  it.each(markersOfFigures)("%s is not the target under the same name", (name) => {
    const ofTarget = [["jaar", name], ...target.map((row, t) => [2016 + t, ...row])];
    const donors = [["jaar", "Noord", name, "Oost"], ...figures.map((row, t) => [2016 + t, ...row])];
    expect(weightsError(ofTarget, donors, blank, blank, [[2017]])).toMatch(/heet net zo als het doelgebied/);
  });

  // By hand: 0,25 x 100 + 0,75 x 60 = 70.
  it("is found by its name", () => {
    const weights = [
      ["<25", 0.25],
      ["x", 0.75],
    ];
    const series = [
      ["jaar", "x", "<25"],
      [2019, 60, 100],
    ];
    expect(call("SYNTH.TOEPASSEN", weights, series)).toEqual([
      ["Periode", "Synthetisch"],
      [2019, 70],
    ]);
  });

  it("is refused when it stands there twice", () => {
    const names = [["<25", "<25", "Oost"]];
    expect(weightsError(target, figures, names, years, [[2017]])).toMatch(/"<25" staat twee keer/);
  });
});

describe("a marker among the figures of donors", () => {
  it.each([...markersOfFigures, ".", "-", "*"])(
    "%s in the first row is a missing value, and no name",
    (marker) => {
      const donors = [[6, marker, 9], ...figures.slice(1)];
      const message = weightsError(target, donors, blank, years, [[2017]]);
      expect(message).toMatch(/rij 1, kolom 2 van donoren .*ontbreekt een waarde/);
    },
  );

  it("is never taken for a name where all figures of the first year are missing", () => {
    const donors = [["x", "x", "<10"], ...figures];
    const message = weightsError(target, donors.slice(0, 3), blank, years, [[2017]]);
    expect(message).toMatch(/ontbreekt/);
  });

  // Whole figures beside a marker look like codes beside a name.
  it("leaves the first year of whole figures a year", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...markersOfFigures),
        (row, marker) => {
          const donors = [
            [marker, ...row],
            [1.5, ...row.map((value) => value + 0.25)],
            [1.25, ...row.map((value) => value + 0.5)],
          ];
          const message = weightsError(target, donors, blank, years, [[2017]]);
          expect(message).toMatch(/ontbreekt een waarde|op twee manieren/);
        },
      ),
      { seed: 14, numRuns: 60 },
    );
  });
});

describe("weights that are text", () => {
  const series = [
    ["jaar", "Noord", "Oost"],
    [2019, 60, 100],
  ];

  // Beside 0.000 the point is a decimal mark, so that 1.000 is one.
  it("are read as the other texts of the call are", () => {
    const weights = [
      ["Noord", "1.000"],
      ["Oost", "0.000"],
    ];
    expect(call("SYNTH.TOEPASSEN", weights, series)[1]).toEqual([2019, 60]);
  });

  it("are asked about with their cell when the call does not tell", () => {
    const weights = [
      ["Noord", "1.000"],
      ["Oost", 0],
    ];
    const { message } = errorOf(record("SYNTH.TOEPASSEN"), [weights, series]);
    expect(message).toMatch(/^In rij 1, kolom 2 van gewichten staat "1.000", en dat kan 1000 of 1,000 zijn/);
  });
});
