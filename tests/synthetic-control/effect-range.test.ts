import fc from "fast-check";
import { effectRangeSearch } from "../../src/synthetic-control/effect-range";
import { fitSynthetic, gapsOf, mean, rootMeanSquare } from "../../src/synthetic-control/fit";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { effectRange } from "./effect-range-of";
import { cornersOfMinimisers } from "./judge";
import { studies } from "./panel";
import { randomPanel, rotterdamShape, steadyNumbers } from "./random-panels";
import { readInference, relativeError, studyPanel } from "./study-panel";

const runs = (numRuns: number) => ({ numRuns, seed: 2019 });
const rangeOf = (panel: SyntheticPanel, factor?: number) =>
  effectRange(panel, fitSynthetic(panel), { factor });

describe.each(studies)("the range of the effect of %s", (study) => {
  const { panel } = studyPanel(study);

  it.each(Object.entries(readInference(study).effectRange))(
    "is the one that another program finds within a factor %s",
    (factor, [smallest, largest]) => {
      const { average } = rangeOf(panel, Number(factor));
      expect(relativeError(average.smallest, smallest)).toBeLessThan(1e-12);
      expect(relativeError(average.largest, largest)).toBeLessThan(1e-12);
      expect(average.uncertainty / Math.abs(smallest)).toBeLessThan(1e-11);
    },
  );

  it("has per period a range that the point effect lies in, proven to rounding", () => {
    const { gaps } = fitSynthetic(panel);
    const { perPeriod, average } = rangeOf(panel);
    const after = gaps.slice(panel.prePeriods);
    expect(perPeriod).toHaveLength(after.length);
    perPeriod.forEach(({ smallest, largest, uncertainty }, t) => {
      expect(smallest).toBeLessThan(after[t]);
      expect(largest).toBeGreaterThan(after[t]);
      expect(uncertainty / (largest - smallest)).toBeLessThan(1e-9);
    });
    // Each period may have weights of its own, so that together they reach at least as far as the average.
    expect(mean(perPeriod.map(({ smallest }) => smallest))).toBeLessThanOrEqual(average.smallest);
    expect(mean(perPeriod.map(({ largest }) => largest))).toBeGreaterThanOrEqual(average.largest);
  });
});

describe("the range of the effect inside the hull", () => {
  it("runs over all perfect fits, and can have both signs", () => {
    // Before: donors at the corners of a square round the treated unit, which is the middle of either diagonal: all
    // perfect fits give w, 1/2 - w, 1/2 - w, w. After: the effect is -(2 x (2w) - 3 x (1 - 2w)) = 3 - 10 w, from -2 to 3.
    const panel = {
      treated: [0, 0, 0],
      donors: [
        [1, 1, 2],
        [1, -1, -3],
        [-1, 1, -3],
        [-1, -1, 2],
      ],
      prePeriods: 2,
    };
    const fit = fitSynthetic(panel);
    expect(fit.uniqueness).toBe("binnen de omhullende");
    expect(fit.averageEffect).toBeCloseTo(0.5, 14);
    const { average, limit } = effectRange(panel, fit);
    expect(limit).toBe(1e-9);
    expect(average.smallest).toBeCloseTo(-2, 8);
    expect(average.largest).toBeCloseTo(3, 8);
    expect(average.uncertainty).toBeLessThan(1e-13);
  });

  it("is that of the corners of the set of minimisers", () => {
    const small = fc
      .record({ pre: fc.constant(2), count: fc.integer({ min: 3, max: 6 }) })
      .chain(({ pre, count }) => {
        const series = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: pre + 1, maxLength: pre + 1 });
        return fc.record({
          treated: fc.constant([0, 0, 0]),
          donors: fc.array(series, { minLength: count, maxLength: count }),
          prePeriods: fc.constant(pre),
        });
      });
    let inHull = 0;
    fc.assert(
      fc.property(small, (panel) => {
        const fit = fitSynthetic(panel);
        if (fit.preRmspe > 0) return;
        inHull += 1;
        const corners = cornersOfMinimisers(
          [0, 0],
          panel.donors.map((donor) => donor.slice(0, 2)),
        );
        const effects = corners.map((weights) => gapsOf(panel, weights)[2]);
        const { average } = effectRange(panel, fit);
        expect(average.smallest).toBeCloseTo(Math.min(...effects), 7);
        expect(average.largest).toBeCloseTo(Math.max(...effects), 7);
      }),
      runs(400),
    );
    expect(inHull).toBeGreaterThan(100);
  });

  it("is the range over all donors when they all equal the treated unit before", () => {
    const panel = {
      treated: [1, 2, 0],
      donors: [
        [1, 2, 5],
        [1, 2, -1],
      ],
      prePeriods: 2,
    };
    expect(rangeOf(panel).average).toEqual({ smallest: -5, largest: 1, uncertainty: 0 });
  });
});

describe("the range of the effect of any panel", () => {
  const factors = fc.constantFrom(1.01, 1.05, 1.5, 10);
  const scales = fc.constantFrom(1e-9, 1, 1e9);

  it("contains the point effect, and is proven", () => {
    fc.assert(
      fc.property(randomPanel, factors, scales, (drawn, factor, scale) => {
        const times = (series: readonly number[]) => series.map((x) => x * scale);
        const panel = { ...drawn, treated: times(drawn.treated), donors: drawn.donors.map(times) };
        const fit = fitSynthetic(panel);
        const effects = panel.donors.map((_, j) =>
          mean(
            gapsOf(
              panel,
              panel.donors.map((_, k) => (k === j ? 1 : 0)),
            ).slice(panel.prePeriods),
          ),
        );
        const width = Math.max(...effects) - Math.min(...effects) + Number.MIN_VALUE;
        const { average } = effectRange(panel, fit, { factor });
        const rounding = 1e-13 * Math.max(...effects.map(Math.abs));
        expect(average.smallest).toBeLessThanOrEqual((fit.averageEffect ?? NaN) + rounding);
        expect(average.largest).toBeGreaterThanOrEqual((fit.averageEffect ?? NaN) - rounding);
        expect(average.uncertainty / (width + rounding)).toBeLessThan(1e-7);
      }),
      runs(400),
    );
  });

  it("contains the effect of other weights that fit within the limit, and of none beyond", () => {
    const random = steadyNumbers(5);
    for (const seed of [1, 2, 3, 4]) {
      const panel = rotterdamShape(seed);
      const fit = fitSynthetic(panel);
      const { average, limit } = effectRange(panel, fit);
      for (let k = 0; k < 200; k++) {
        // From the best weights towards random ones, as far as the limit allows (by halving).
        const spread = fit.weights.map((weight) => (weight > 0 || random() < 0.1 ? random() ** 3 : 0));
        const total = spread.reduce((sum, x) => sum + x, 0);
        const towards = (share: number) =>
          fit.weights.map((weight, j) => (1 - share) * weight + (share * spread[j]) / total);
        let share = 1;
        while (rootMeanSquare(gapsOf(panel, towards(share)).slice(0, 10)) > limit) share *= 0.9;
        const effect = mean(gapsOf(panel, towards(share)).slice(10));
        expect(effect).toBeGreaterThan(average.smallest - 1e-12);
        expect(effect).toBeLessThan(average.largest + 1e-12);
      }
    }
  });

  it("narrows to the point effect when nothing but the best will do", () => {
    const panel = rotterdamShape(1);
    const { average } = rangeOf(panel, 1);
    expect(average.largest - average.smallest).toBeLessThan(1e-5);
  });

  it("widens with the factor and with the tolerance", () => {
    const panel = rotterdamShape(2);
    const fit = fitSynthetic(panel);
    const widths = [1, 1.05, 1.5, 5, 1000].map((factor) => {
      const { average } = effectRange(panel, fit, { factor });
      return average.largest - average.smallest;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    const all = panel.donors.map((donor) => mean(gapsOf({ ...panel, donors: [donor] }, [1]).slice(10)));
    expect(effectRange(panel, fit, { tolerance: 1e6 })).toMatchObject({
      limit: 1e6,
      average: { smallest: Math.min(...all), largest: Math.max(...all) },
    });
  });

  it("comes with pauses in between: the average first, then each period", () => {
    const panel = rotterdamShape(2);
    const fit = fitSynthetic(panel);
    const search = [...effectRangeSearch(panel, fit)];
    const { average, perPeriod } = effectRange(panel, fit);
    expect(search.filter((step) => step !== null)).toEqual([average, ...perPeriod]);
    expect(search.length).toBeGreaterThan(2 * (1 + perPeriod.length));
  });
});

describe("a range that cannot be had", () => {
  const panel = { treated: [1, 2, 3], donors: [[1, 2, 4]], prePeriods: 2 };
  const fit = fitSynthetic(panel);

  it("is refused with what was found and what to do", () => {
    expect(() => effectRange(panel, fit, { factor: 0.95 })).toThrow(
      "Ongeldige factor voor het bereik van het effect: 0,95",
    );
    expect(() => effectRange(panel, fit, { factor: NaN })).toThrow("geen getal");
    expect(() => effectRange(panel, fit, { tolerance: -1 })).toThrow("Ongeldige tolerantie");
    expect(() => effectRange({ ...panel, prePeriods: 3 }, fit)).toThrow("Geen naperiode");
  });

  it("is one point with one donor", () => {
    expect(effectRange(panel, fit)).toMatchObject({ average: { smallest: -1, largest: -1, uncertainty: 0 } });
  });
});
