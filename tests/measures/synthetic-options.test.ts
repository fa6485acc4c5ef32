import type { CellValue, ResultTable } from "../../src/measures/cells";
import { evaluate, type FunctionRecord } from "../../src/measures/function-record";
import {
  SYNTH_EFFECT,
  SYNTH_GEWICHTEN,
  SYNTH_KWALITEIT,
  SYNTH_REEKS,
} from "../../src/measures/synthetic-fit";
import { SYNTH_PLACEBO } from "../../src/measures/synthetic-inference";

type Cells = CellValue[][];
const none: Cells = [[null]];
const close = (value: number) => expect.closeTo(value, 12) as number;
const placeboTables = ["eenheden", "toets", "drempels", "verschillen", "valse start", "zonder donor"];

/**
 * The target is 0 before the intervention, the donors -1, 2 and 8 in all three years, so that with weight w on the
 * upper of two neighbours at -p and q the sum per year is (-p + (p + q) w)^2 + straf (p^2 + (q^2 - p^2) w). Its
 * derivative is 0 where the gap -p + (p + q) w is -straf (q - p) / 2. With a straf of 0.5:
 * target, p = 1, q = 2: gap of the mixture -0.25, weights 0.75 and 0.25;
 * Midden as placebo, p = 3, q = 6: gap -0.75, weights 0.75 (Laag) and 0.25 (Hoog).
 * Laag and Hoog lie outside the hull, and get all weight on their nearest donor, Midden.
 */
describe("with a straf of 0.5", () => {
  const panel: Cells[] = [
    [[0], [0], [0], [0]],
    [
      [-1, 2, 8],
      [-1, 2, 8],
      [-1, 2, 8],
      [4, 10, 1],
    ],
    [["Laag", "Midden", "Hoog"]],
    [[2016], [2017], [2018], [2019]],
    [[2018]],
  ];
  const fit = (record: FunctionRecord) => evaluate(record, [...panel, none, [[0.5]]]);
  const placebo = (table: string) =>
    evaluate(SYNTH_PLACEBO, [...panel, [[table]], none, none, none, none, [[0.5]]]);
  const valueOf = (table: ResultTable, label: string) => table.find(([first]) => first === label)?.[1];

  it("the weights lean to the near donor", () => {
    expect(fit(SYNTH_GEWICHTEN).slice(1)).toEqual([
      ["Laag", close(0.75)],
      ["Midden", close(0.25)],
      ["Hoog", 0],
    ]);
  });

  it("series and effect follow: 0.75 x 4 + 0.25 x 10 = 5.5", () => {
    expect(fit(SYNTH_REEKS).slice(3)).toEqual([
      [2018, 0, close(-0.25)],
      [2019, 0, close(5.5)],
    ]);
    expect(fit(SYNTH_EFFECT)[1]).toEqual([2019, close(-5.5)]);
  });

  it("the quality is that of these weights, and the gap of optimality counts the straf", () => {
    const table = fit(SYNTH_KWALITEIT);
    expect(valueOf(table, "RMSPE voorperiode")).toEqual(close(0.25));
    expect(valueOf(table, "RMSPE naperiode")).toEqual(close(5.5));
    expect(valueOf(table, "Optimaliteitskloof, straf meegeteld")).toEqual(close(0));
    expect(valueOf(table, "Optimaliteitskloof")).toBeUndefined();
    expect(valueOf(table, "KKT-residu")).toEqual(close(0));
  });

  it("every placebo has it too", () => {
    const [, ...units] = placebo("eenheden");
    expect(units.map(([name, before, , , , , effect]) => [name, before, effect])).toEqual([
      ["Doelgebied", close(0.25), close(-5.5)],
      ["Laag", close(3), close(-6)],
      // 10 - (0.75 x 4 + 0.25 x 1)
      ["Midden", close(0.75), close(6.75)],
      ["Hoog", close(6), close(-9)],
    ]);
    expect(placebo("verschillen")[1]).toEqual([2016, close(0.25), close(-3), close(0.75), close(6)]);
    expect(placebo("toets")[4]).toEqual(["Verhouding na / voor", close(22)]);
    expect(
      placebo("drempels")
        .map(([multiple]) => multiple)
        .slice(1),
    ).toEqual([close(3), close(12), close(24)]);
  });

  it("so have the false start and the fits without a donor", () => {
    expect(placebo("valse start")[1]).toEqual([
      2018,
      2,
      close(0.25),
      1,
      close(0.25),
      close(1),
      close(0.25),
      "uniek",
    ]);
    // Without Midden, p = 1 and q = 8: a gap of -1.75 is out of reach, so all of Laag. Without Laag: all of Midden.
    expect(placebo("zonder donor").slice(2)).toEqual([
      ["Laag", close(0.75), close(2), close(10), close(-10), "uniek"],
      ["Midden", close(0.25), close(1), close(4), close(-4), "uniek"],
    ]);
  });
});

/** The names must stay with their figures when a donor that comes before them does not take part. */
describe("a donor that is left out", () => {
  const years: Cells = [[2015], [2016], [2017], [2018], [2019]];
  const target: Cells = [[4], [4], [5], [6], [9]];
  const donors: [string, ...CellValue[]][] = [
    ["Noord", 6, 4, 5, 8, 7],
    ["Oost", 4, 6, 7, 5, 7],
    ["West", 5, 7, 9, 7, 8],
    ["Centrum", 2, 1, 4, 3, 5],
  ];
  const cells = (series: [string, ...CellValue[]][]): Cells[] => [
    target,
    years.map((_, t) => series.map((donor) => donor[t + 1])),
    [series.map(([name]) => name)],
    years,
    [[2018]],
  ];
  const placebo = (series: [string, ...CellValue[]][], table: string) =>
    evaluate(SYNTH_PLACEBO, [...cells(series), [[table]], none, none, none, [["weglaten"]]]);
  const warning = ([label, text]: ResultTable[number]) =>
    label === "Waarschuwing" && typeof text === "string" && text.includes("niet mee");

  describe.each([0, 1, 2, 4])("before donor %d", (place) => {
    const withHole = donors.toSpliced(place, 0, ["Leeg", 1, null, 2, 3, 4]);

    it.each(placeboTables)("changes nothing in the table %s", (table) => {
      expect(placebo(withHole, table).filter((row) => !warning(row))).toEqual(placebo(donors, table));
    });

    it("stands among the weights under its own name, and in a warning", () => {
      const weights = (series: [string, ...CellValue[]][]) =>
        evaluate(SYNTH_GEWICHTEN, [...cells(series), [["weglaten"]]]);
      const expected = weights(donors).toSpliced(place + 1, 0, ["Leeg", "doet niet mee"]);
      expect(weights(withHole)).toEqual(expected);
      expect(placebo(withHole, "toets").filter(warning)).toEqual([
        ["Waarschuwing", expect.stringContaining("(Leeg)")],
      ]);
    });
  });
});
