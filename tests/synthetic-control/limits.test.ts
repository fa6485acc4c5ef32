import { fitSynthetic } from "../../src/synthetic-control/fit";
import { inTime } from "../../src/synthetic-control/in-time";
import { leaveOneOut } from "../../src/synthetic-control/leave-one-out";
import { kktResidual } from "../../src/synthetic-control/optimality";
import { placeboRuns } from "../../src/synthetic-control/placebo-runs";
import { placeboTest } from "../../src/synthetic-control/placebo-test";
import { fitWarnings, placeboWarnings } from "../../src/synthetic-control/warnings";
import { exactAnswers, largestDifference, wijkenPanel } from "./exact-panels";
import { effectRange } from "./effect-range-of";

describe("the limits of the warnings", () => {
  const panel = {
    treated: [1.5, 2.1, 3.7, 4.2, 5.9, 6.123456789012],
    donors: [[1.4, 2.2, 3.6, 4.4, 5.8, 6.98765432101]],
    prePeriods: 5,
  };
  const fitWith = (preRmspe: number) => fitWarnings(panel, { preRmspe, uniqueness: "uniek" });

  it("are 5 years: with five there is nothing to say, with four there is", () => {
    expect(fitWith(1)).toEqual([]);
    expect(fitWarnings({ ...panel, prePeriods: 4 }, { preRmspe: 1, uniqueness: "uniek" })).toHaveLength(1);
  });

  it("are twice the rounding error before the intervention, whatever the decimals after it", () => {
    // Twice 0,1 / sqrt(12) = 0,05774.
    expect(fitWith(0.0577)).toEqual([expect.stringContaining("afgerond op 0,1")]);
    expect(fitWith(0.0578)).toEqual([]);
  });

  it("are placebos whose middle RMSPE is 3 times as large", () => {
    const ranked = (rmspes: number[]) => rmspes.map((preRmspe) => ({ preRmspe }));
    const warningsOf = (rmspes: number[]) =>
      placeboWarnings({ treated: { preRmspe: 1 }, ranked: ranked(rmspes), smallestP: 0.01 });
    expect(warningsOf([1, 3, 9])).toEqual([]);
    expect(warningsOf([1, 3.1, 9])).toEqual([expect.stringContaining("passen veel slechter")]);
    // Of an even number the mean of the two in the middle: 2,85.
    expect(warningsOf([1, 2.5, 3.2, 9])).toEqual([]);
    expect(warningsOf([1, 2.9, 3.2, 9])).toHaveLength(1);
  });
});

describe("a threshold on the fit of the placebos", () => {
  it("lets in a perfect placebo beside a perfect fit, whatever the multiple", () => {
    // Both donors equal the treated unit before, so that all fits are perfect.
    const panel = {
      treated: [1, 2, 3],
      donors: [
        [1, 2, 4],
        [1, 2, 5],
      ],
      prePeriods: 2,
    };
    const { thresholds } = placeboTest([...placeboRuns(panel)], [0, 2]);
    expect(thresholds.map(({ placebos }) => placebos)).toEqual([2, 2]);
  });
});

describe("a high price on far-off donors leaves the nearest donor alone", () => {
  // Before all is 0 for the treated unit, and the donors are 1, -2 and 3; after they are 10, 20 and 50.
  const panel = {
    treated: [0, 0, 0, 0],
    donors: [
      [1, 1, 1, 10],
      [-2, -2, -2, 20],
      [3, 3, 3, 50],
    ],
    prePeriods: 3,
  };
  const options = { penalty: 1e6 };

  it("in the fit", () => {
    expect(fitSynthetic(panel, options)).toMatchObject({ weights: [1, 0, 0], averageEffect: -10 });
  });

  it("in the fits of the placebos", () => {
    // Nearest to 1 is 3, nearest to -2 is 1, nearest to 3 is 1.
    const effects = [...placeboRuns(panel, options)].map(({ averageEffect }) => averageEffect);
    expect(effects).toEqual([-10, 10 - 50, 20 - 10, 50 - 10]);
  });

  it("in the choice of placebos of the report", () => {
    const donors = [...placeboRuns(panel, { ...options, units: "rapport" })].map(({ donor }) => donor);
    expect(donors).toEqual([null, 1, 2]);
  });

  it("when that donor is left out: then the next", () => {
    const [{ dropped, fit }, ...others] = leaveOneOut(panel, options);
    expect({ dropped, others }).toEqual({ dropped: 0, others: [] });
    expect(fit).toMatchObject({ weights: [1, 0], averageEffect: -20 });
  });

  it("in a false start", () => {
    expect(inTime(panel, 2, options)).toMatchObject({ weights: [1, 0, 0], averageEffect: -1 });
  });
});

describe("the range of the effect", () => {
  it("is, unless asked otherwise, that of all weights within 5 % of the best", () => {
    const { panel } = wijkenPanel();
    const exact = exactAnswers.wijken.effectRange["1.05"];
    const { limit, average } = effectRange(panel, fitSynthetic(panel));
    expect(limit).toBeCloseTo(exact.limit, 12);
    expect(largestDifference([average.smallest, average.largest], exact.average)).toBeLessThan(1e-10);
  });
});

describe("the residual of the optimality conditions", () => {
  it("counts a donor that has weight and should have less", () => {
    // y = 0.9 x 1 + 0.1 x 3 = 1.2; the slope of the second is 1.2 x (3 - 1.2) = 2.16, in units of 3 x (3 + 1.2). That of
    // the first, 1.2 x (1 - 1.2) = -0.24, counts for less.
    expect(kktResidual([[1], [3]], [0.9, 0.1])).toBeCloseTo(2.16 / 12.6, 14);
  });
});
