import fc from "fast-check";
import { fitSynthetic } from "../../src/synthetic-control/fit";
import { inTime } from "../../src/synthetic-control/in-time";
import { leaveOneOut } from "../../src/synthetic-control/leave-one-out";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { placeboRuns, type PlaceboOptions } from "../../src/synthetic-control/placebo-runs";
import { placeboTest, type PlaceboTest } from "../../src/synthetic-control/placebo-test";
import { studies } from "./panel";
import { randomPanel, rotterdamShape } from "./random-panels";
import { readInference, relativeError, studyPanel } from "./study-panel";

const runs = (numRuns: number) => ({ numRuns, seed: 2019 });
const testOf = (panel: SyntheticPanel, options?: PlaceboOptions, multiples?: number[]) =>
  placeboTest([...placeboRuns(panel, options)], multiples);

describe.each(studies)("the placebo test of %s", (study) => {
  const { panel, names } = studyPanel(study);
  const gold = readInference(study);
  const test = testOf(panel);

  it("has the RMSPEs, ratios and effects that another program finds for every donor", () => {
    const errors = test.ranked.flatMap((run) => {
      const reference = gold.placebos[names[run.donor ?? NaN]];
      return (["preRmspe", "postRmspe", "ratio", "averageEffect"] as const).map((key) =>
        relativeError(run[key], reference[key]),
      );
    });
    expect(errors).toHaveLength(4 * names.length);
    expect(Math.max(...errors)).toBeLessThan(1e-9);
  });

  it("ranks the treated unit where another program does", () => {
    expect(relativeError(test.treated.ratio, gold.ratio)).toBeLessThan(1e-11);
    expect(test.treated.ratioRank).toBe(gold.ratioRank);
    expect(test.pRatio).toBeCloseTo(gold.pRatio, 14);
    expect(test.smallestP).toBe(1 / (names.length + 1));
    expect(testOf(panel, { treatedInPools: true }).pRatio).toBeCloseTo(gold.pRatioTreatedInPools, 14);
  });

  it("has the same p-values at every threshold", () => {
    const multiples = gold.thresholds.map(({ multiple }) => multiple ?? Infinity);
    const { thresholds } = testOf(panel, {}, multiples);
    thresholds.forEach((found, i) => {
      const { placebos, pRatio, pEffect } = gold.thresholds[i];
      expect(found.placebos).toBe(placebos);
      expect(found.pRatio).toBeCloseTo(pRatio, 14);
      expect(found.pEffect).toBeCloseTo(pEffect, 14);
    });
  });

  it("has the same fits without each donor of the control group", () => {
    const found = [...leaveOneOut(panel)];
    expect(found.map(({ dropped }) => names[dropped]).sort()).toEqual(Object.keys(gold.leaveOneOut).sort());
    for (const { dropped, fit } of found) {
      const reference = gold.leaveOneOut[names[dropped]];
      expect(relativeError(fit.preRmspe, reference.preRmspe)).toBeLessThan(1e-11);
      expect(relativeError(fit.averageEffect, reference.averageEffect)).toBeLessThan(1e-9);
    }
  });

  it("has the same false start", () => {
    const fit = inTime(panel, gold.inTime.fitPeriods);
    expect(relativeError(fit.preRmspe, gold.inTime.preRmspe)).toBeLessThan(1e-11);
    expect(relativeError(fit.postRmspe, gold.inTime.holdoutRmspe)).toBeLessThan(1e-9);
    expect(fit.gaps).toHaveLength(panel.prePeriods);
  });
});

describe("a placebo test by hand", () => {
  // Two donors, so that each placebo is compared with the other alone: its gaps are the differences of the two,
  // (2, -2) before and 4 after, with the sign turned for the second.
  const panel = {
    treated: [1, -1, 3],
    donors: [
      [1, -1, 2],
      [-1, 1, -2],
    ],
    prePeriods: 2,
  };

  it("gives each unit its ratio, rank and effect", () => {
    // The treated unit equals donor 1 before: perfect fit, effect 1. Placebos: RMSPE 2 before, 4 after.
    const test = testOf(panel);
    expect(test.treated).toMatchObject({ preRmspe: 0, postRmspe: 1, ratio: Infinity, averageEffect: 1 });
    expect(test.treated).toMatchObject({ ratioRank: 1, effectRank: 3 });
    expect(test.ranked).toMatchObject([
      { donor: 0, preRmspe: 2, postRmspe: 4, ratio: 2, averageEffect: 4, ratioRank: 3, effectRank: 2 },
      { donor: 1, preRmspe: 2, postRmspe: 4, ratio: 2, averageEffect: -4, ratioRank: 3, effectRank: 2 },
    ]);
    // Of three rankings: ratio 1 of 3; size 3 of 3; as high as 1: itself and 4; as low as 1: itself and -4.
    expect(test).toMatchObject({ pRatio: 1 / 3, pEffect: 1, pEffectHigh: 2 / 3, pEffectLow: 2 / 3 });
    // No multiple of 0 lets the placebos in but infinity.
    expect(test.thresholds).toMatchObject([{ multiple: Infinity, placebos: 2 }]);
    expect(testOf(panel, {}, [0, 5]).thresholds).toMatchObject([
      { placebos: 0, pRatio: 1, smallestP: 1 },
      { placebos: 0, pRatio: 1, smallestP: 1 },
    ]);
  });

  it("offers the report's convention: only donors without weight", () => {
    expect([...placeboRuns(panel, { units: "rapport" })].map(({ donor }) => donor)).toEqual([null, 1]);
    expect(testOf(panel, { units: "rapport" })).toMatchObject({ placebos: 1, smallestP: 0.5 });
  });

  it("counts a perfect fit before and after as a ratio of 1", () => {
    const same = {
      treated: [1, 2, 3],
      donors: [
        [1, 2, 3],
        [1, 2, 3],
        [5, 5, 5],
      ],
      prePeriods: 2,
    };
    expect(testOf(same).treated.ratio).toBe(1);
  });

  it.each([
    [
      "a donor that is the mean of two others",
      [
        [0.1, 0.7],
        [0.5, 0.3],
        [0.9, 0.8],
      ],
    ],
    [
      "with figures far above 0",
      [
        [1000000.1, 1000000.7],
        [1000000.5, 1000000.3],
        [1000000.9, 1000000.8],
      ],
    ],
  ])("does so with decimals, which computers round: %s", (_, [first, second, third]) => {
    // The third is halfway the first two in every period, as the treated unit is 0.3 : 0.7 of them. Their gaps are 0 on paper.
    const mix = (share: number) => (a: number, t: number) => share * a + (1 - share) * b[t];
    const a = [...first, 0.1 + third[0], third[1], 0.77 + first[0]];
    const b = [...second, 0.6 + third[1], third[0], 0.41 + first[0]];
    const exact = {
      treated: a.map(mix(0.3)),
      donors: [a, b, a.map(mix(0.5)), a.map((x, t) => x + t)],
      prePeriods: 3,
    };
    const { treated, ranked } = testOf(exact);
    expect(treated).toMatchObject({ preRmspe: 0, postRmspe: 0, ratio: 1 });
    expect(ranked[2]).toMatchObject({ preRmspe: 0, postRmspe: 0, ratio: 1 });
  });

  it("keeps an effect that is small beside the level of the outcome", () => {
    // Populations in millions, an effect of 1: nine digits below the level, and no rounding.
    const small = {
      treated: [5000001, 5000003, 5000006],
      donors: [
        [5000001, 5000003, 5000005],
        [5000004, 5000001, 5000002],
        [5000009, 5000002, 5000007],
      ],
      prePeriods: 2,
    };
    expect(testOf(small).treated).toMatchObject({ preRmspe: 0, postRmspe: 1, ratio: Infinity });
  });

  it("yields one unit at a time, the treated unit first", () => {
    const steps = placeboRuns(panel);
    expect(steps.next().value).toMatchObject({ donor: null });
    expect(steps.next().value).toMatchObject({ donor: 0 });
    expect(steps.return().done).toBe(true);
    expect(steps.next().done).toBe(true);
  });
});

/** What must not depend on the order of the donors, the unit or the level of the outcome. */
const essence = ({ treated, ranked, thresholds, pRatio, pEffect, pEffectLow, pEffectHigh }: PlaceboTest) => ({
  treated: [treated.ratioRank, treated.effectRank],
  ranks: ranked.map(({ ratioRank, effectRank }) => [ratioRank, effectRank]),
  p: [pRatio, pEffect, pEffectLow, pEffectHigh],
  thresholds: thresholds.map(({ placebos, pRatio: p }) => [placebos, p]),
});

describe("the placebo test of any panel", () => {
  // Whole and half numbers: sums, and shifts by whole numbers, round nothing.
  const coarse = fc
    .record({ pre: fc.integer({ min: 2, max: 6 }), count: fc.integer({ min: 2, max: 8 }) })
    .chain(({ pre, count }) => {
      const value = fc.integer({ min: -64, max: 64 }).map((x) => x / 2);
      const series = fc.array(value, { minLength: pre + 2, maxLength: pre + 2 });
      return fc.record({
        treated: series,
        donors: fc.array(series, { minLength: count, maxLength: count }),
        prePeriods: fc.constant(pre),
      });
    });

  it("has p above 0 and at most 1, not below the smallest attainable, and equal to the rank", () => {
    fc.assert(
      fc.property(randomPanel, fc.boolean(), (panel, treatedInPools) => {
        const test = testOf(panel, { treatedInPools });
        for (const part of [test, ...test.thresholds]) {
          for (const p of [part.pRatio, part.pEffect, part.pEffectLow, part.pEffectHigh]) {
            expect(p).toBeLessThanOrEqual(1);
            expect(p).toBeGreaterThanOrEqual(part.smallestP);
          }
        }
        expect(test.pRatio).toBe(test.treated.ratioRank / (test.placebos + 1));
        expect(test.pEffect).toBe(test.treated.effectRank / (test.placebos + 1));
        expect(test.thresholds.at(-1)?.placebos).toBe(test.placebos);
        const counts = test.thresholds.map(({ placebos }) => placebos);
        expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
      }),
      runs(150),
    );
  });

  it("does not depend on the order of the donors", () => {
    fc.assert(
      fc.property(coarse, fc.infiniteStream(fc.nat()), (panel, keys) => {
        const order = panel.donors.map((_, j) => ({ j, key: keys.next().value as number }));
        order.sort((a, b) => a.key - b.key);
        const given = essence(testOf(panel));
        const shuffled = testOf({ ...panel, donors: order.map(({ j }) => panel.donors[j]) });
        expect(essence(shuffled)).toEqual({ ...given, ranks: order.map(({ j }) => given.ranks[j]) });
      }),
      runs(150),
    );
  });

  it("does not depend on the unit or the level of the outcome", () => {
    const change = fc.record({
      factor: fc.constantFrom(1e-6, 0.01, 3, 1e9),
      shift: fc.integer({ min: -99, max: 99 }),
    });
    fc.assert(
      fc.property(coarse, change, (panel, { factor, shift }) => {
        const changed = (series: readonly number[]) => series.map((x) => (x + shift) * factor);
        const other = { ...panel, treated: changed(panel.treated), donors: panel.donors.map(changed) };
        // A perfect fit can be one rounding away from perfect in another unit: its ratio is then huge, not infinite.
        const test = testOf(panel);
        fc.pre([test.treated, ...test.ranked].every(({ preRmspe }) => preRmspe > 1e-6));
        expect(essence(testOf(other))).toEqual(essence(test));
      }),
      runs(150),
    );
  });

  it("finds nothing extreme when all units are alike", () => {
    // Every unit is the same bump at another place of the circle; before and after run over the whole circle.
    // Each unit's problem is then the others' problem with periods renamed: all ratios are equal, so p is 1.
    const circle = [0, 1, 4, 2, -3];
    const unit = (k: number) => {
      const turned = circle.map((_, t) => circle[(t + k) % 5]);
      return [...turned, ...turned.map((x) => 3 * x)];
    };
    const panel = { treated: unit(0), donors: [1, 2, 3, 4].map(unit), prePeriods: 5 };
    const test = testOf(panel, { treatedInPools: true });
    expect(test.pRatio).toBe(1);
    expect(test.treated.ratioRank).toBe(5);
    expect(new Set(test.ranked.map(({ ratioRank }) => ratioRank))).toEqual(new Set([5]));
    expect(test.pEffect).toBe(1);
  });

  it("runs on the Rotterdam shape", () => {
    const panel = rotterdamShape(7);
    const test = testOf(panel);
    expect(test.placebos).toBe(50);
    expect(test.smallestP).toBe(1 / 51);
    const report = testOf(panel, { units: "rapport" });
    expect(report.placebos).toBe(50 - fitSynthetic(panel).nonZero);
  });
});

describe("what cannot be tested", () => {
  const panel = { treated: [1, 2, 3], donors: [[1, 2, 4]], prePeriods: 2 };

  it("is refused with what was found and what to do", () => {
    expect(() => [...placeboRuns(panel)]).toThrow("Te weinig donoren voor een placebotoets: 1 gevonden");
    expect(() => [...placeboRuns({ ...panel, donors: [] })]).toThrow("Geen donoren");
    expect(() => [...placeboRuns({ ...panel, prePeriods: 3 })]).toThrow("Geen naperiode: alle 3 perioden");
    expect(() => [...placeboRuns(panel, { units: "rapport", treatedInPools: true })]).toThrow(
      "Geen placebo's: alle 1",
    );
    expect(() => placeboTest([])).toThrow("de run van het doelgebied ontbreekt");
    expect(() => placeboTest([...placeboRuns(panel, { treatedInPools: true })].slice(0, 1))).toThrow(
      "er zijn geen placebo's",
    );
    expect(() => testOf(panel, { treatedInPools: true }, [1, NaN])).toThrow("Ongeldige drempel 2");
    expect(() => [...leaveOneOut(panel)]).toThrow("Er is maar 1 donor");
    expect(() => inTime(panel, 2)).toThrow("Ongeldige valse start na 2 perioden, bij 2 voorperioden");
    expect(() => inTime({ ...panel, prePeriods: 3 }, 1)).toThrow("Ongeldige valse start na 1 perioden");
  });

  it("is one donor no reason to refuse when the treated unit may be compared with", () => {
    expect(testOf(panel, { treatedInPools: true })).toMatchObject({ placebos: 1, pRatio: 1, pEffect: 1 });
  });
});
