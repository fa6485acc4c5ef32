import { fitSynthetic } from "../../src/synthetic-control/fit";
import { judgeExactly } from "./exact-judge";
import { exactPanels, largestDifference, weightError } from "./exact-panels";
import { effectRange } from "./effect-range-of";

describe.each(exactPanels)("the fit of %s", (_, { panel, names }, answer) => {
  const fit = fitSynthetic(panel);
  const isInside = answer.preRmspe === 0;

  it("has the weights that are solved in exact fractions", () => {
    expect(weightError(fit.weights, names, answer.weights)).toBeLessThan(1e-12);
    expect(fit.nonZero).toBe(Object.keys(answer.weights).length);
  });

  it("has their gaps, RMSPEs and average effect", () => {
    expect(largestDifference(fit.gaps, answer.gaps)).toBeLessThan(1e-11);
    expect(Math.abs(fit.preRmspe - answer.preRmspe)).toBeLessThan(1e-12);
    expect(fit.postRmspe).toBeCloseTo(answer.postRmspe, 11);
    expect(fit.averageEffect).toBeCloseTo(answer.averageEffect, 11);
  });

  it("says whether the weights are the only ones, as is proven", () => {
    expect(fit.uniqueness).toBe(isInside ? "binnen de omhullende" : "uniek");
    if (isInside) expect(fit.preRmspe).toBe(0);
  });

  it("has a certificate that holds in exact arithmetic", () => {
    const before = (series: readonly number[]) => series.slice(0, panel.prePeriods);
    const { mostToWin } = judgeExactly(before(panel.treated), panel.donors.map(before), fit.weights);
    expect(mostToWin).toBeLessThan(1e-14);
    expect(fit.optimalityGap).toBeLessThan(1e-12);
  });

  it.each(Object.entries(answer.effectRange))(
    "has the proven range of the effect at factor %s",
    (factor, exact) => {
      const { limit, average, perPeriod } = effectRange(panel, fit, { factor: Number(factor) });
      expect(Math.abs(limit / exact.limit - 1)).toBeLessThan(1e-12);
      const found = [average, ...perPeriod];
      const expected = [exact.average, ...exact.perPeriod];
      expect(found).toHaveLength(expected.length);
      found.forEach(({ smallest, largest, uncertainty }, k) => {
        expect(largestDifference([smallest, largest], expected[k])).toBeLessThan(1e-9);
        expect(uncertainty).toBeLessThan(1e-9);
      });
    },
  );
});
