import { join } from "node:path";
import { functionHost } from "../../cli/function-host";
import { readGold, readPanel, studies } from "../synthetic-control/panel";
import { readInference } from "../synthetic-control/study-panel";

const host = functionHost(join(__dirname, "../../dist"));

/** The answers of other programs: see the README of the fixtures. The functions get the data as a sheet holds them. */
describe.each(studies)("the built functions on %s", (study) => {
  const { units, periods, outcomes } = readPanel(study);
  const gold = readGold(study);
  const inference = readInference(study);
  const [treated, ...donors] = outcomes;
  const [, ...names] = units;
  const post = periods.filter((period) => period >= gold.firstTreatedPeriod);

  /** One range with the names above and the years before the donors, as evaluators select it. */
  const donorRange = [[null, ...names], ...periods.map((period, t) => [period, ...donors.map((d) => d[t])])];
  const table = async (name: string, ...options: unknown[]): Promise<unknown[][]> => {
    const target = treated.map((outcome) => [outcome]);
    const last = gold.firstTreatedPeriod - 1;
    const { result } = await host.call(name, [target, donorRange, null, null, last, ...options]);
    return result as unknown[][];
  };
  const rowOf = (rows: unknown[][], label: unknown) => rows.find(([first]) => first === label) ?? [];
  const near = (expected: number) => expect.closeTo(expected, 9 - Math.ceil(Math.log10(Math.abs(expected))));

  it("give the weights of the exact reference to 1e-9", async () => {
    const [, ...weights] = (await table("SYNTH.GEWICHTEN")) as [string, number][];
    expect(weights.map(([name]) => name)).toEqual(names);
    for (const [name, weight] of weights) {
      expect(Math.abs(weight - (gold.weights[name] ?? 0))).toBeLessThan(1e-9);
    }
  });

  it("give the gaps, the effect and the RMSPEs", async () => {
    const [, ...series] = (await table("SYNTH.REEKS")) as [number, number, number][];
    expect(series.map(([period]) => period)).toEqual(periods);
    series.forEach(([, own, synthetic], t) => expect(own - synthetic).toBeCloseTo(inference.gaps[t], 7));

    const [, ...effects] = (await table("SYNTH.EFFECT")) as [number | string, number][];
    expect(effects.map(([label]) => label)).toEqual([...post, "Gemiddelde"]);
    expect(effects.at(-1)).toEqual(["Gemiddelde", near(inference.averageEffect)]);

    const quality = await table("SYNTH.KWALITEIT");
    expect(rowOf(quality, "RMSPE voorperiode")[1]).toEqual(near(inference.preRmspe));
    expect(rowOf(quality, "RMSPE naperiode")[1]).toEqual(near(inference.postRmspe));
    expect(rowOf(quality, "Verhouding na / voor")[1]).toEqual(near(inference.ratio));
    expect(rowOf(quality, "Gewichten")[1]).toBe("uniek");
    expect(rowOf(quality, "Donoren met gewicht")[1]).toBe(Object.keys(gold.weights).length);
  });

  it("give every placebo its RMSPEs, ratio and effect", async () => {
    const units = await table("SYNTH.PLACEBO");
    expect(units).toHaveLength(2 + names.length);
    for (const name of names) {
      const reference = inference.placebos[name];
      const [, before, after, ratio, , , effect] = rowOf(units, name);
      expect([before, after, ratio, effect]).toEqual(
        [reference.preRmspe, reference.postRmspe, reference.ratio, reference.averageEffect].map(near),
      );
    }
    expect(rowOf(units, "Doelgebied").slice(4, 6)).toEqual([inference.ratioRank, near(inference.pRatio)]);
  });

  it("give the p-values under both conventions for the treated unit", async () => {
    const test = await table("SYNTH.PLACEBO", "toets");
    expect(rowOf(test, "p verhouding")[1]).toBeCloseTo(inference.pRatio, 12);
    expect(rowOf(test, "Kleinst mogelijke p")[1]).toBe(1 / (names.length + 1));
    const treatedToo = await table("SYNTH.PLACEBO", "toets", "alle donoren", "ja");
    expect(rowOf(treatedToo, "p verhouding")[1]).toBeCloseTo(inference.pRatioTreatedInPools, 12);
    const report = await table("SYNTH.PLACEBO", "toets", "rapport");
    expect(rowOf(report, "Placebo's")[1]).toBe(names.length - Object.keys(gold.weights).length);
  });

  it("give the p-values at thresholds that lie between two placebos", async () => {
    const [, ...thresholds] = (await table("SYNTH.PLACEBO", "drempels")) as number[][];
    for (const { multiple, placebos, pRatio, pEffect } of inference.thresholds) {
      // The test with threshold m is that of the last change at or below m.
      const row = thresholds.filter(([change]) => change <= (multiple ?? Infinity)).at(-1);
      if (row === undefined) expect(placebos).toBe(0);
      else expect(row.slice(1, 4)).toEqual([placebos, near(pRatio), near(pEffect)]);
    }
  });

  it("give the fits without each donor, and with a false start", async () => {
    const [, all, ...without] = await table("SYNTH.PLACEBO", "zonder donor");
    expect(all.slice(2, 3)).toEqual([near(inference.preRmspe)]);
    expect(without.map(([name]) => String(name)).sort()).toEqual(Object.keys(inference.leaveOneOut).sort());
    for (const [name, , before, , effect] of without) {
      const reference = inference.leaveOneOut[String(name)];
      expect([before, effect]).toEqual([near(reference.preRmspe), near(reference.averageEffect)]);
    }

    const { fitPeriods, preRmspe, holdoutRmspe } = inference.inTime;
    const start = rowOf(await table("SYNTH.PLACEBO", "valse start"), periods[fitPeriods]);
    expect([start[1], start[2], start[4]]).toEqual([fitPeriods, near(preRmspe), near(holdoutRmspe)]);
  });

  it("give the range of the average effect at 1, 5 and 10 %", async () => {
    for (const [factor, [smallest, largest]] of Object.entries(inference.effectRange)) {
      const range = await table("SYNTH.BEREIK", Number(factor) - 1);
      const [, low, effect, high] = rowOf(range, "Gemiddelde") as number[];
      expect(effect).toEqual(near(inference.averageEffect));
      // The reference is a numeric search: it lies within the range, and reaches nearly to its ends.
      const slack = 1e-5 * (largest - smallest);
      expect(Math.abs(low - smallest)).toBeLessThan(slack);
      expect(Math.abs(high - largest)).toBeLessThan(slack);
    }
  });
});
