import type { CellValue, ResultTable } from "../../src/measures/cells";
import { evaluate, type FunctionRecord } from "../../src/measures/function-record";
import {
  ratioCell,
  SYNTH_EFFECT,
  SYNTH_GEWICHTEN,
  SYNTH_KWALITEIT,
  SYNTH_REEKS,
} from "../../src/measures/synthetic-fit";
import { SYNTH_PLACEBO } from "../../src/measures/synthetic-inference";
import { SYNTH_PERSONEN, SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { fillTwin } from "../../src/measures/twin";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { newSheet, place } from "../../src/workbook/sheet";
import { readGold, readPanel } from "../synthetic-control/panel";
import { recalculate } from "../workbook/recalculate";

/**
 * California (Abadie, Diamond and Hainmueller 2010) on a sheet: a row per year from row 2 on, the years in A, California
 * in B, the donors from C on. The functions get the very cells that the formulas point to.
 */
const { units, periods, outcomes } = readPanel("california");
const gold = readGold("california");
const [target, ...donors] = outcomes;
const [, ...names] = units;
const pre = periods.filter((year) => year < gold.firstTreatedPeriod).length;

const column = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : "") +
  String.fromCharCode(65 + (index % 26));
const lastDonor = column(1 + donors.length);
const rowsOf = (from: number, to: number) => ({
  doel: `Data!$B$${from}:$B$${to}`,
  donoren: `Data!$C$${from}:$${lastDonor}$${to}`,
});
const before = rowsOf(2, 1 + pre);
const after = rowsOf(2 + pre, 1 + periods.length);

const call = [
  target.map((value) => [value]),
  periods.map((_, t) => donors.map((donor) => donor[t])),
  [names],
  periods.map((year) => [year]),
  [[gold.firstTreatedPeriod - 1]],
];

/** The weights of the article, which match predictors: good weights, and not the best on outcomes alone. */
const published: Record<string, number> = {
  Utah: 0.334,
  Nevada: 0.234,
  Montana: 0.199,
  Colorado: 0.164,
  Connecticut: 0.069,
};

/** A formula to calculate, under a name to find it back by. */
interface Twin {
  name: string;
  formula: string;
}

const rowsAfterHead = (table: ResultTable) => table.slice(1);
const found = rowsAfterHead(evaluate(SYNTH_GEWICHTEN, call)).map(([, weight]) => Number(weight));
const placeboTable = evaluate(SYNTH_PLACEBO, call);
const gewichten = (c: string) => `Gewichten!$${c}$1:$${c}$${donors.length}`;

/** Twins that stand as rows of a label and a formula. */
const labelled = (prefix: string, record: FunctionRecord, references: Record<string, string>): Twin[] =>
  fillTwin(record, references).map(([label, formula]) => ({
    name: `${prefix}${label.replaceAll('"', "")}`,
    formula,
  }));

/** The last formula of a twin that is a row per year. */
const perYear = (name: string, record: FunctionRecord, references: Record<string, string>): Twin => ({
  name,
  formula: fillTwin(record, references)[0].at(-1) ?? "",
});

const yearRow = (t: number) => ({
  jaar: `Data!$A$${t + 2}`,
  doel_in_jaar: `Data!$B$${t + 2}`,
  donoren_in_jaar: `Data!$C$${t + 2}:$${lastDonor}$${t + 2}`,
  reeksen_in_jaar: `Data!$C$${t + 2}:$${lastDonor}$${t + 2}`,
  gewichten: gewichten("A"),
});

/** Ratios of four units, one of them infinite: column A has it among the placebos, column B as the target's. */
const infinite = ratioCell(1, 0);
const ratios: CellValue[][] = [
  [3, infinite],
  [infinite, infinite],
  [2, 2],
  [5, 5],
];
const pOfRatios = (c: string): Twin => {
  const [twin] = labelled(`infinite ${c}: `, SYNTH_PLACEBO, {
    verhouding_doel: `Verhoudingen!$${c}$1`,
    verhoudingen_placebos: `Verhoudingen!$${c}$2:$${c}$4`,
    effect_doel: "0",
    effecten_placebos: "0",
  });
  return twin;
};

const placebos = (c: string) => `Placebo!$${c}$3:$${c}$${placeboTable.length}`;
const twins: Twin[] = [
  ...labelled("best: ", SYNTH_GEWICHTEN, { ...before, gewichten: gewichten("A") }),
  ...labelled("published: ", SYNTH_GEWICHTEN, { ...before, gewichten: gewichten("B") }),
  ...labelled("", SYNTH_KWALITEIT, {
    ...before,
    doel_na: after.doel,
    donoren_na: after.donoren,
    gewichten: gewichten("A"),
  }),
  ...labelled("", SYNTH_PLACEBO, {
    verhouding_doel: "Placebo!$D$2",
    verhoudingen_placebos: placebos("D"),
    effect_doel: "Placebo!$G$2",
    effecten_placebos: placebos("G"),
  }),
  ...periods.flatMap((year, t) => [
    perYear(`series ${year}`, SYNTH_REEKS, yearRow(t)),
    perYear(`effect ${year}`, SYNTH_EFFECT, yearRow(t)),
    perYear(`applied ${year}`, SYNTH_TOEPASSEN, yearRow(t)),
  ]),
  pOfRatios("A"),
  pOfRatios("B"),
  perYear("persons", SYNTH_PERSONEN, { effect: "-0.17", populatie: "162000" }),
];

/** What LibreOffice makes of each twin, with the data, both sets of weights and the placebo table in the workbook. */
async function inLibreOffice(): Promise<Map<string, number>> {
  const data = newSheet("Data", []);
  periods.forEach((year, t) =>
    [year, ...outcomes.map((series) => series[t])].forEach((value, c) => place(data, t + 1, c, { value })),
  );
  const weights = newSheet("Gewichten", []);
  names.forEach((name, j) => {
    place(weights, j, 0, { value: found[j] });
    place(weights, j, 1, { value: published[name] ?? 0 });
  });
  const table = newSheet("Placebo", []);
  placeboTable.forEach((row, r) => row.forEach((cell, c) => place(table, r, c, { value: cell })));
  const withInfinite = newSheet("Verhoudingen", []);
  ratios.forEach((row, r) => row.forEach((value, c) => place(withInfinite, r, c, { value })));
  // No value is planned: what is read back can only come from LibreOffice.
  const formulas = newSheet("Tweelingen", []);
  twins.forEach(({ formula }, row) =>
    place(formulas, row, 0, { value: null, formula, spill: { rows: 1, columns: 1 } }),
  );
  const sheets = [data, weights, table, withInfinite, formulas];
  const opened = await recalculate(await renderXlsx({ title: "T", created: "2026-11-23T12:00:00Z", sheets }));
  return new Map(
    twins.map(({ name }, row) => {
      const { value } = opened.getWorksheet("Tweelingen")?.getCell(row + 1, 1) ?? {};
      return [name, typeof value === "number" ? value : Number((value as { result?: number }).result)];
    }),
  );
}

describe("in LibreOffice, on California", () => {
  let shown: Map<string, number>;
  beforeAll(async () => {
    shown = await inLibreOffice();
  });
  const figure = (name: string) => shown.get(name) ?? NaN;
  const rowOf = (table: ResultTable, label: CellValue) => table.find(([first]) => first === label) ?? [];

  it("the certificate shows that no weights fit better", () => {
    expect(figure("best: Som van de gewichten")).toBeCloseTo(1, 12);
    expect(figure("best: Kleinste gewicht")).toBeGreaterThanOrEqual(0);
    expect(figure("best: RMSPE voorperiode")).toBeCloseTo(gold.preRmspe, 10);
    expect(Math.abs(figure("best: Hoeveel lager de RMSPE hoogstens kan"))).toBeLessThan(1e-10);
  });

  it("the certificate leaves room above weights that are not the best, and no more than there is", () => {
    const rmspe = figure("published: RMSPE voorperiode");
    const room = figure("published: Hoeveel lager de RMSPE hoogstens kan");
    expect(figure("published: Som van de gewichten")).toBeCloseTo(1, 12);
    expect(rmspe).toBeGreaterThan(gold.preRmspe + 0.01);
    expect(rmspe - room).toBeLessThanOrEqual(gold.preRmspe);
  });

  it("the quality is what the function gives", () => {
    const quality = evaluate(SYNTH_KWALITEIT, call);
    for (const { name } of labelled("", SYNTH_KWALITEIT, {
      ...before,
      doel_na: "",
      donoren_na: "",
      gewichten: "",
    })) {
      expect([name, figure(name)]).toEqual([name, expect.closeTo(Number(rowOf(quality, name)[1]), 9)]);
    }
  });

  it("the p-values are what the function gives", () => {
    const test = evaluate(SYNTH_PLACEBO, [...call, [["toets"]]]);
    const labels = [
      "p verhouding",
      "p effect, tweezijdig",
      "p effect zo laag, eenzijdig",
      "p effect zo hoog, eenzijdig",
    ];
    for (const name of labels) {
      expect([name, figure(name)]).toEqual([name, expect.closeTo(Number(rowOf(test, name)[1]), 12)]);
    }
  });

  it("an infinite ratio counts as larger than every number, and as large as another", () => {
    expect(figure("infinite A: p verhouding")).toBe((1 + 2) / 4);
    expect(figure("infinite B: p verhouding")).toBe((1 + 1) / 4);
  });

  it("the series, the effects and the applied weights are what the functions give", () => {
    const series = rowsAfterHead(evaluate(SYNTH_REEKS, call));
    const effects = evaluate(SYNTH_EFFECT, call);
    const applied = rowsAfterHead(evaluate(SYNTH_TOEPASSEN, [found.map((weight) => [weight]), call[1]]));
    periods.forEach((year, t) => {
      expect(figure(`series ${year}`)).toBeCloseTo(Number(series[t][2]), 9);
      expect(figure(`applied ${year}`)).toBeCloseTo(Number(applied[t][1]), 9);
      if (t >= pre) expect(figure(`effect ${year}`)).toBeCloseTo(Number(rowOf(effects, year)[1]), 9);
    });
  });

  it("the persons are what the function gives", () => {
    const [[persons]] = evaluate(SYNTH_PERSONEN, [[[-0.17]], [[162000]], [["procentpunt"]]]);
    expect(figure("persons")).toBeCloseTo(Number(persons), 9);
  });
});
