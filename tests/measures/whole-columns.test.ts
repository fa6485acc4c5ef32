import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { panelInCells, panelArguments, missingArgument } from "../../src/measures/panel-in-cells";
import { SYNTH_EFFECT, SYNTH_GEWICHTEN, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { SYNTH_PERSONEN, SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const rowsOfExcel = 1_048_576;
const columnsOfExcel = 16_384;

/** The range A:A of a sheet in which these cells stand, as Excel hands it over: with a null for every blank. */
function wholeColumns(cells: Cells, rows = rowsOfExcel): Cells {
  const blank = cells[0].map(() => null);
  return Array.from({ length: rows }, (_, r) => cells[r] ?? blank);
}
const wholeRows = (cells: Cells): Cells =>
  cells.map((row) => Array.from({ length: columnsOfExcel }, (_, c) => row[c] ?? null));
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));

/** The panel by hand: half Noord, half Oost. */
const jaren: Cells = [["jaar"], [2017], [2018], [2019]];
const doel: Cells = [["Zuid"], [4], [4], [9]];
const donoren: Cells = [
  ["Noord", "Oost", "West"],
  [6, 4, 7],
  [4, 6, 7],
  [5, 7, 8],
];
const namen: Cells = [["Donor"], ["Noord"], ["Oost"], ["West"]];
const last: Cells = [[2018]];
const effect = [
  ["Jaar", "Effect"],
  [2019, 3],
  ["Gemiddelde", 3],
];

describe("whole columns of a sheet", () => {
  it("are read up to their last cell", () => {
    const cells = [doel, donoren, namen, jaren].map((range) => wholeColumns(range));
    expect(evaluate(SYNTH_EFFECT, [...cells, last])).toEqual(effect);
    expect(evaluate(SYNTH_EFFECT, [cells[0], cells[1], [[null]], cells[3], last])).toEqual(effect);
  });

  it("may be rows, and larger than the ranges beside them", () => {
    const cells = [doel, donoren, namen, jaren].map((range) => wholeRows(turned(range)));
    expect(evaluate(SYNTH_EFFECT, [...cells, last])).toEqual(effect);
    expect(evaluate(SYNTH_EFFECT, [wholeColumns(doel), donoren, namen, wholeColumns(jaren), last])).toEqual(
      effect,
    );
  });

  it("may be blank in the corner above the years", () => {
    const years = wholeColumns([[null], [2017], [2018], [2019]]);
    expect(evaluate(SYNTH_EFFECT, [doel, donoren, [[null]], years, last])).toEqual(effect);
  });

  it("with names and years in them are applied to weights in whole columns", () => {
    const weights = wholeColumns([
      ["Donor", "Gewicht"],
      ["Noord", 0.25],
      ["Oost", 0.75],
    ]);
    const series = wholeColumns([
      ["jaar", "Oost", "Noord"],
      [2019, 100, 60],
      [2020, 80, 40],
    ]);
    expect(evaluate(SYNTH_TOEPASSEN, [weights, series])).toEqual([
      ["Periode", "Synthetisch"],
      [2019, 90],
      [2020, 70],
    ]);
  });

  it("still say where a value is missing before the end of another range", () => {
    const cells = [[[4], [4], [null]], donoren.slice(1), [[null]], jaren.slice(1), last];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(/^In rij 3 van doel ontbreekt een waarde/);
    const years = [[[4], [4]], donoren.slice(1), [[null]], jaren.slice(1), last];
    expect(errorOf(SYNTH_GEWICHTEN, years).message).toMatch(/^doel heeft 2 jaren, maar donoren is 3 bij 3/);
  });

  it("do not have a marker such as x for a blank", () => {
    const cells = [
      [[4], [4], ["x"]],
      [
        [6, 4],
        [4, 6],
        ["x", "x"],
      ],
    ];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(/^In rij 3 van doel ontbreekt een waarde/);
  });
});

describe("more rows than a function of JavaScript takes arguments", () => {
  const many = 130_001;
  const periods = Array.from({ length: many }, (_, t) => t);

  it("are read as a panel", () => {
    const given = {
      doel: panelArguments().doel.read(
        periods.map((t) => [t % 7]),
        "doel",
      ),
      donoren: panelArguments().donoren.read(
        periods.map((t) => [t % 5, t % 3]),
        "donoren",
      ),
      namen: panelArguments().namen.read([[null]], "namen"),
      jaren: panelArguments().jaren.read(
        periods.map((t) => [t < 999 ? t + 1 : t + 2]),
        "jaren",
      ),
      laatste_voorjaar: null,
      ontbrekend: missingArgument().read([[null]], "ontbrekend"),
    };
    const withoutYears = { ...given, jaren: panelArguments().jaren.read([[null]], "jaren") };
    const { panel } = panelInCells(withoutYears);
    expect([panel.prePeriods, panel.treated.length, panel.donors.length]).toEqual([many, many, 2]);
    expect(() => panelInCells(given)).toThrow(/^In rij 1000 van jaren staat 1001; verwacht werd een jaartal/);
  });

  it("are refused with a few of their places when they are missing", () => {
    const cells = [periods.map((t) => [t]), periods.map((t) => [t === 0 || t === many - 1 ? 5 : null])];
    expect(errorOf(SYNTH_REEKS, cells).message).toMatch(
      /^In rij 2 van donoren \(Donor 1\); .* en 129994 andere cellen ontbreekt een waarde/,
    );
  });

  it("are applied to weights, and counted in persons", () => {
    const series = evaluate(SYNTH_TOEPASSEN, [[[0.5], [0.5]], periods.map((t) => [t, t + 2])]);
    expect(series).toHaveLength(many + 1);
    expect(series[many]).toEqual([many, many]);
    const persons = evaluate(SYNTH_PERSONEN, [periods.map((t) => [t]), [[2]], [["aandeel"]]]);
    expect(persons[many - 1]).toEqual([2 * (many - 1)]);
  });
});
