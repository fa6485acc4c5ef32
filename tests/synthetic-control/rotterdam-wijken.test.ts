import { detectableEffect } from "../../src/synthetic-control/detectable-effect";
import { donorsWithWeight, fitSynthetic } from "../../src/synthetic-control/fit";
import { inTime } from "../../src/synthetic-control/in-time";
import { leaveOneOut } from "../../src/synthetic-control/leave-one-out";
import { placeboRuns, type PlaceboOptions } from "../../src/synthetic-control/placebo-runs";
import { placeboTest, type PlaceboShares } from "../../src/synthetic-control/placebo-test";
import { roundingUnit } from "../../src/synthetic-control/rounding-unit";
import { fitWarnings, placeboWarnings } from "../../src/synthetic-control/warnings";
import {
  exactAnswers,
  largestDifference,
  noordPanel,
  weightError,
  wijkenPanel,
  type ExactShares,
} from "./exact-panels";

// Real figures of CBS: income per recipient in the wijken of Rotterdam. The fit itself and its range are in exact.test.ts.
const { panel, names } = wijkenPanel();
const exact = exactAnswers.wijken;
const testOf = (options?: PlaceboOptions, multiples?: number[]) =>
  placeboTest([...placeboRuns(panel, options)], multiples);

function expectShares(found: PlaceboShares, shares: ExactShares) {
  expect(found.placebos).toBe(shares.placebos);
  expect(found.pRatio).toBeCloseTo(shares.pRatio, 14);
  expect(found.pEffect).toBeCloseTo(shares.pEffect, 14);
  expect(found.pEffectLow).toBeCloseTo(shares.pEffectLow, 14);
  expect(found.pEffectHigh).toBeCloseTo(shares.pEffectHigh, 14);
  expect(found.smallestP).toBeCloseTo(1 / (shares.placebos + 1), 14);
}

describe("Zuid among the wijken of Rotterdam", () => {
  it("is compared with Delfshaven and Hoogvliet alone", () => {
    const control = donorsWithWeight(fitSynthetic(panel).weights).map((j) => names[j]);
    expect(control).toEqual(["Delfshaven", "Hoogvliet"]);
  });

  it("has placebos with the gaps, RMSPEs and effects that are solved in exact fractions", () => {
    const { ranked } = testOf();
    expect(ranked.map(({ donor }) => names[donor ?? NaN])).toEqual(Object.keys(exact.placebos));
    for (const run of ranked) {
      const answer = exact.placebos[names[run.donor ?? NaN]];
      expect(largestDifference(run.gaps, answer.gaps)).toBeLessThan(1e-11);
      expect(run.preRmspe).toBeCloseTo(answer.preRmspe, 12);
      expect(run.postRmspe).toBeCloseTo(answer.postRmspe, 11);
      expect(Math.abs((run.ratio / answer.postRmspe) * answer.preRmspe - 1)).toBeLessThan(1e-11);
      expect(run.averageEffect).toBeCloseTo(answer.averageEffect, 11);
    }
  });

  it("has placebos with the same weights", () => {
    names.forEach((name, j) => {
      const others = panel.donors.filter((_, k) => k !== j);
      const { weights, uniqueness } = fitSynthetic({ ...panel, treated: panel.donors[j], donors: others });
      const otherNames = names.filter((other) => other !== name);
      expect(weightError(weights, otherNames, exact.placebos[name].weights)).toBeLessThan(1e-12);
      expect(uniqueness).toBe("uniek");
    });
  });

  it("has the same placebos when Zuid is one of their donors", () => {
    for (const run of testOf({ treatedInPools: true }).ranked) {
      const answer = exact.placebosWithZuid[names[run.donor ?? NaN]];
      expect(run.preRmspe).toBeCloseTo(answer.preRmspe, 12);
      expect(run.postRmspe).toBeCloseTo(answer.postRmspe, 11);
      expect(run.averageEffect).toBeCloseTo(answer.averageEffect, 11);
    }
  });

  it.each(["alle donoren", "rapport"] as const)("has the p-values counted in fractions, with %s", (units) => {
    expectShares(testOf({ units }), exact.tests[units]);
    expectShares(testOf({ units, treatedInPools: true }), exact.tests[`${units}, with Zuid`]);
  });

  it("has the same p-values at every threshold on the fit of the placebos", () => {
    const multiples = Object.keys(exact.thresholds).map(Number);
    const { thresholds } = testOf({}, multiples);
    expect(thresholds).toHaveLength(4);
    thresholds.forEach((found) => expectShares(found, exact.thresholds[String(found.multiple)]));
  });

  it("has the same effect without Delfshaven and without Hoogvliet", () => {
    const found = [...leaveOneOut(panel)];
    expect(found.map(({ dropped }) => names[dropped])).toEqual(Object.keys(exact.leaveOneOut));
    for (const { dropped, fit } of found) {
      const answer = exact.leaveOneOut[names[dropped]];
      expect(fit.preRmspe).toBeCloseTo(answer.preRmspe, 12);
      expect(fit.postRmspe).toBeCloseTo(answer.postRmspe, 11);
      expect(fit.averageEffect).toBeCloseTo(answer.averageEffect, 11);
    }
  });

  it("has the same false start in 2017", () => {
    const fit = inTime(panel, 4);
    expect(weightError(fit.weights, names, exact.inTime.weights)).toBeLessThan(1e-12);
    expect(largestDifference(fit.gaps, exact.inTime.gaps)).toBeLessThan(1e-11);
    expect(fit.averageEffect).toBeCloseTo(exact.inTime.averageEffect, 11);
  });

  it("cannot have an effect that is significant at 5 %, and at 10 % only one beyond the largest placebo", () => {
    const effects = testOf().ranked.map(({ averageEffect }) => averageEffect);
    const sizes = Object.values(exact.placebos).map(({ averageEffect }) => Math.abs(averageEffect));
    expect(detectableEffect(effects)).toBeNull();
    expect(detectableEffect(effects, 0.1)).toBeCloseTo(Math.max(...sizes), 11);
  });

  it("is warned about for its nine placebos, and for nothing else", () => {
    expect(fitWarnings(panel, fitSynthetic(panel))).toEqual([]);
    expect(placeboWarnings(testOf())).toEqual([
      expect.stringContaining("Te weinig placebo's: 9. De kleinst mogelijke p is 0,1;"),
    ]);
  });

  it("has donors rounded to a tenth", () => {
    expect(roundingUnit(panel.donors)).toBe(0.1);
  });
});

describe("Noord inside the hull of the other wijken", () => {
  const { panel: noord } = noordPanel();

  it("is warned about for few years, for rounding and for weights that the data do not fix", () => {
    const warnings = fitWarnings(noord, fitSynthetic(noord));
    expect(warnings).toEqual([
      expect.stringContaining("Weinig voorperioden: 4"),
      expect.stringContaining("afgerond op 0,1"),
      expect.stringContaining("leggen de gewichten en het effect niet vast"),
    ]);
  });
});
