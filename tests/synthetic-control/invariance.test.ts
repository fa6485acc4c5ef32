import fc from "fast-check";
import { fitSynthetic, type SyntheticFit } from "../../src/synthetic-control/fit";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { largestDifference } from "./exact-panels";
import { effectRange } from "./effect-range-of";

/** Panels in whole numbers up to 64, so that sums, shifts and powers of 2 round nothing. */
const wholePanel = fc
  .record({
    pre: fc.integer({ min: 2, max: 8 }),
    post: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 1, max: 14 }),
  })
  .chain(({ pre, post, count }) => {
    const series = fc.array(fc.integer({ min: -64, max: 64 }), {
      minLength: pre + post,
      maxLength: pre + post,
    });
    return fc
      .record({
        own: series,
        donors: fc.array(series, { minLength: count, maxLength: count }),
        halves: fc.option(fc.tuple(fc.nat(count - 1), fc.nat(count - 1))),
      })
      .map(({ own, donors, halves }): SyntheticPanel => {
        // Half of one donor and half of another lies in their hull.
        const middle = (t: number) => (halves ? donors[halves[0]][t] + donors[halves[1]][t] : 0) / 2;
        return { treated: own.map((x, t) => (halves && t < pre ? middle(t) : x)), donors, prePeriods: pre };
      });
  });

const runs = (numRuns: number) => ({ numRuns, seed: 2019 });
const changed = (panel: SyntheticPanel, change: (outcome: number, t: number) => number): SyntheticPanel => ({
  ...panel,
  treated: panel.treated.map(change),
  donors: panel.donors.map((donor) => donor.map(change)),
});
const scaledFit = (fit: SyntheticFit, factor: number) => ({
  weights: fit.weights,
  gaps: fit.gaps.map((gap) => gap * factor),
  preRmspe: fit.preRmspe * factor,
  averageEffect: (fit.averageEffect ?? NaN) * factor,
  uniqueness: fit.uniqueness,
});

describe("the fit and its effect", () => {
  it("follow the unit of the outcome, from 2^-30 to 2^30 to the last bit", () => {
    fc.assert(
      fc.property(wholePanel, fc.integer({ min: -30, max: 30 }), (panel, power) => {
        const other = fitSynthetic(changed(panel, (x) => x * 2 ** power));
        expect(scaledFit(other, 1)).toEqual(scaledFit(fitSynthetic(panel), 2 ** power));
      }),
      runs(500),
    );
  });

  it("follow the unit from 1e-9 to 1e9 up to its rounding", () => {
    fc.assert(
      fc.property(wholePanel, fc.integer({ min: -9, max: 9 }), (panel, power) => {
        const unit = 10 ** power;
        const fit = fitSynthetic(panel);
        const other = scaledFit(fitSynthetic(changed(panel, (x) => x * unit)), 1 / unit);
        expect(
          largestDifference(other.gaps.slice(0, panel.prePeriods), fit.gaps.slice(0, panel.prePeriods)),
        ).toBeLessThan(1e-10);
        expect(Math.abs(other.preRmspe - fit.preRmspe)).toBeLessThan(1e-10);
        expect(largestDifference(other.weights, fit.weights)).toBeLessThan(1e-8);
        expect(other.averageEffect).toBeCloseTo(fit.averageEffect ?? NaN, 6);
        expect(other.uniqueness).toBe(fit.uniqueness);
      }),
      runs(500),
    );
  });

  it("do not change when every unit is as much higher in a period", () => {
    const shifts = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(wholePanel, shifts, (panel, rises) => {
        const other = fitSynthetic(changed(panel, (x, t) => x + rises[t]));
        expect(scaledFit(other, 1)).toEqual(scaledFit(fitSynthetic(panel), 1));
      }),
      runs(500),
    );
  });

  it("turn their sign when all outcomes do", () => {
    fc.assert(
      fc.property(wholePanel, (panel) => {
        const fit = fitSynthetic(panel);
        const other = fitSynthetic(changed(panel, (x) => 0 - x));
        expect(largestDifference(other.weights, fit.weights)).toBeLessThan(1e-11);
        expect(other.averageEffect).toBeCloseTo(0 - (fit.averageEffect ?? NaN), 8);
        expect(other.uniqueness).toBe(fit.uniqueness);
      }),
      runs(500),
    );
  });
});

describe("copies of donors", () => {
  const copied = fc.tuple(wholePanel, fc.array(fc.nat(13), { minLength: 1, maxLength: 4 }));
  const withCopies = (panel: SyntheticPanel, places: readonly number[]): SyntheticPanel => ({
    ...panel,
    donors: [...panel.donors, ...places.map((place) => panel.donors[place % panel.donors.length])],
  });

  it("leave the total weight of donor and copies as it was, where the data fix it", () => {
    let fixed = 0;
    fc.assert(
      fc.property(copied, ([panel, places]) => {
        const fit = fitSynthetic(panel);
        if (fit.uniqueness !== "uniek") return;
        fixed += 1;
        const more = fitSynthetic(withCopies(panel, places));
        const totals = fit.weights.map((_, j) =>
          places.reduce(
            (sum, place, k) =>
              place % fit.weights.length === j ? sum + more.weights[fit.weights.length + k] : sum,
            more.weights[j],
          ),
        );
        expect(largestDifference(totals, fit.weights)).toBeLessThan(1e-11);
        expect(more.averageEffect).toBeCloseTo(fit.averageEffect ?? NaN, 8);
      }),
      runs(500),
    );
    expect(fixed).toBeGreaterThan(200);
  });

  it("never change the synthetic series before the intervention, nor the range of the effect", () => {
    fc.assert(
      fc.property(copied, ([panel, places]) => {
        const more = withCopies(panel, places);
        const [fit, other] = [fitSynthetic(panel), fitSynthetic(more)];
        const before = ({ synthetic }: SyntheticFit) => synthetic.slice(0, panel.prePeriods);
        expect(largestDifference(before(other), before(fit))).toBeLessThan(1e-11);
        const [range, wider] = [effectRange(panel, fit).average, effectRange(more, other).average];
        expect(wider.smallest).toBeCloseTo(range.smallest, 5);
        expect(wider.largest).toBeCloseTo(range.largest, 5);
      }),
      runs(300),
    );
  });
});
