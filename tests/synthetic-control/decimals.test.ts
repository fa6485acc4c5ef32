import { fitSynthetic } from "../../src/synthetic-control/fit";

/** Outcomes with decimals, such as 70.3, are not exact in binary; what is exact on paper must be so for the fit. */
describe("the fit to outcomes with decimals, far above 0", () => {
  it("sees that the treated unit lies within the hull, and shares the weight equally", () => {
    // The corners of a square around the treated unit: by symmetry the least norm is a quarter each.
    const fit = fitSynthetic({
      treated: [70.2, 812.7],
      donors: [
        [70.1, 812.6],
        [70.3, 812.8],
        [70.1, 812.8],
        [70.3, 812.6],
      ],
      prePeriods: 2,
    });
    expect(fit.uniqueness).toBe("binnen de omhullende");
    expect(fit.preRmspe).toBe(0);
    for (const weight of fit.weights) expect(weight).toBeCloseTo(0.25, 14);
  });

  it("sees that one donor is the mean of two others", () => {
    // All three lie on one line, 0.3 above the treated unit in the second year: weight can move along it.
    const fit = fitSynthetic({
      treated: [70000.2, 812.4],
      donors: [
        [70000.1, 812.7],
        [70000.2, 812.7],
        [70000.3, 812.7],
      ],
      prePeriods: 2,
    });
    expect(fit.uniqueness).toBe("afhankelijke donoren");
    for (const weight of fit.weights) expect(weight).toBeCloseTo(1 / 3, 12);
  });

  it("has no gap where on paper there is none", () => {
    const { gaps, postRmspe } = fitSynthetic({
      treated: [70.2, 70.4, 1000000.3],
      donors: [
        [70.1, 70.5, 1000000.1],
        [70.3, 70.3, 1000000.5],
      ],
      prePeriods: 2,
    });
    // The weights have their own rounding; the gaps come from differences of 0.2, not from a million.
    for (const gap of gaps) expect(Math.abs(gap)).toBeLessThan(1e-16);
    expect(postRmspe).toBe(0);
  });
});
