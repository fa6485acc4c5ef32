import { syntheticWeights } from "../../src/synthetic-control/weights";
import { prePeriod, readGold, studies, type Study } from "./panel";

/** The largest difference with the weights of the gold, over all donors. */
function weightError(study: Study, unit: string, gold: Record<string, number>): number {
  const { treated, donors, names } = prePeriod(study, unit);
  const { weights } = syntheticWeights(treated, donors);
  return Math.max(...names.map((name, j) => Math.abs(weights[j] - (gold[name] ?? 0))));
}

describe.each(studies)("the weights of %s", (study) => {
  const gold = readGold(study);
  const fits = Object.entries({ [gold.treated]: gold, ...gold.placebos });

  it.each(fits)("agree with another solver for %s", (unit, fit) => {
    expect(weightError(study, unit, fit.weights)).toBeLessThan(1e-11);
  });

  it.each(fits)("give the same pre-period RMSPE for %s", (unit, fit) => {
    const { treated, donors } = prePeriod(study, unit);
    const { rmspe } = syntheticWeights(treated, donors);
    expect(Math.abs(rmspe / fit.preRmspe - 1)).toBeLessThan(1e-12);
  });

  it.each(fits)("are the only ones for %s, and meet the optimality conditions", (unit) => {
    const { treated, donors } = prePeriod(study, unit);
    const { unique, kktResidual } = syntheticWeights(treated, donors);
    expect(unique).toBe(true);
    expect(kktResidual).toBeLessThan(1e-14);
  });
});
