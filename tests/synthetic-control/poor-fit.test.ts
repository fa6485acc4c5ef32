import { fitSynthetic } from "../../src/synthetic-control/fit";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { placeboRuns } from "../../src/synthetic-control/placebo-runs";
import { placeboTest } from "../../src/synthetic-control/placebo-test";
import { poorFitWarnings, unlikeWarnings } from "../../src/synthetic-control/poor-fit";
import { fitWarnings, placeboWarnings } from "../../src/synthetic-control/warnings";
import { steadyNumbers } from "./random-panels";
import { studies } from "./panel";
import { studyPanel } from "./study-panel";

const testOf = (panel: SyntheticPanel) => placeboTest([...placeboRuns(panel)]);
const fitDoubts = (panel: SyntheticPanel) => poorFitWarnings(panel, fitSynthetic(panel));
const unlike = (typical: number, preRmspe = 1) =>
  unlikeWarnings({
    treated: { preRmspe },
    ranked: [0, typical, typical, 99].map((other) => ({ preRmspe: other })),
  });

describe("the warnings about a poor fit", () => {
  const near = { treated: [5, 6, 9], donors: [[6, 5, 5]], prePeriods: 2 };

  it("come when the average effect is below twice the RMSPE, whatever its sign", () => {
    for (const averageEffect of [1.99, -1.99, 0]) {
      expect(poorFitWarnings(near, { preRmspe: 1, averageEffect })).toEqual([
        expect.stringContaining("niet duidelijk groter dan de RMSPE"),
      ]);
    }
    for (const averageEffect of [2, -2, 50]) {
      expect(poorFitWarnings(near, { preRmspe: 1, averageEffect })).toEqual([]);
    }
    expect(poorFitWarnings(near, { preRmspe: 0, averageEffect: 0 })).toEqual([]);
    expect(poorFitWarnings(near, { preRmspe: 1, averageEffect: null })).toEqual([]);
  });

  // The gap is -3, -1, 1 and 3 before, and goes on with 5 and 7: 6 on average, with an RMSPE of the root of 5.
  it("come when the gap was under way before the intervention", () => {
    const line = {
      treated: [1, 3, 5, 7, 9, 11],
      donors: [
        [4, 4, 4, 4, 4, 4],
        [9, 9, 9, 9, 9, 0],
      ],
      prePeriods: 4,
    };
    const gaps = [-3, -1, 1, 3, 5, 7];
    const doubtsOf = (averageEffect: number, given = gaps) =>
      poorFitWarnings(line, { preRmspe: Math.sqrt(5), averageEffect, gaps: given });
    expect(doubtsOf(6)).toEqual([
      expect.stringContaining("komt de naperiode gemiddeld uit op 6, en het gemiddelde effect is 6"),
    ]);
    // On the other side, less than half of the effect, or not along a line, it was not: of -3, 3, -1 and 3 a line
    // explains (7² / 5) / 27 = 36 %.
    expect(doubtsOf(6, [-3, 3, -1, 3, 5, 7])).toEqual([]);
    expect(doubtsOf(-6)).toEqual([]);
    expect(doubtsOf(12.1)).toEqual([]);
    expect(doubtsOf(6, [3, 1, -1, -3, 5, 7])).toEqual([]);
  });

  it("come for a straight line without a break, among donors that stay where they are", () => {
    const random = steadyNumbers(3);
    const donors = Array.from({ length: 24 }, (_, j) =>
      Array.from({ length: 12 }, () => (j % 2 ? 35 : 5) + 10 * (random() - 0.5)),
    );
    for (const slope of [2, 3]) {
      const panel = { treated: Array.from({ length: 12 }, (_, t) => 8 + slope * t), donors, prePeriods: 8 };
      expect(fitDoubts(panel)).toEqual([expect.stringContaining("liepen al die kant op")]);
    }
  });

  it("come when the treated unit lies above or below all donors in all years before, and only then", () => {
    const doubtsOf = (treated: number[]) =>
      poorFitWarnings(
        {
          treated,
          donors: [
            [4, 6, 0],
            [5, 3, 0],
          ],
          prePeriods: 2,
        },
        { preRmspe: 1, averageEffect: 9 },
      );
    expect(doubtsOf([5.1, 6.1, 0])).toEqual([
      expect.stringContaining("in alle voorjaren boven alle donoren"),
    ]);
    expect(doubtsOf([3.9, 2.9, 0])).toEqual([
      expect.stringContaining("in alle voorjaren onder alle donoren"),
    ]);
    expect(doubtsOf([5, 6.1, 0])).toEqual([]);
    expect(doubtsOf([5.1, 5.9, 0])).toEqual([]);
    expect(doubtsOf([5.1, 2.9, 0])).toEqual([]);
  });

  it("come when target and placebos differ in RMSPE by more than three times, or four the other way", () => {
    expect(unlike(3)).toEqual([]);
    expect(unlike(3.01)).toEqual([expect.stringContaining("De placebo's passen veel slechter")]);
    expect(unlike(1, 4)).toEqual([]);
    expect(unlike(1, 4.01)).toEqual([expect.stringContaining("Het doelgebied past veel slechter")]);
    expect(unlike(1, 0)).toHaveLength(1);
    expect(unlike(0, 1)).toHaveLength(1);
    expect(unlike(0, 0)).toEqual([]);
  });

  it("do not point from one p to the other when large and small areas are compared", () => {
    const [text] = unlike(4);
    expect(text).toMatch(/niet uitwisselbaar\. Geen van beide p's toetst/);
    expect(text).not.toMatch(/[Kk]ijk naar de verhouding|p per drempel/);
  });

  it("do not come for the published studies", () => {
    for (const study of studies) {
      const { panel } = studyPanel(study);
      expect([...fitDoubts(panel), ...unlikeWarnings(testOf(panel))]).toEqual([]);
    }
  });
});

/** A target near 20 and donors near 5, all of which only wobble: there is no effect. */
const farAway: SyntheticPanel = {
  treated: Array.from({ length: 13 }, (_, t) => 20 + Math.sin(t)),
  donors: Array.from({ length: 24 }, (_, j) => Array.from({ length: 13 }, (_, t) => 5 + Math.sin(3 * j + t))),
  prePeriods: 10,
};

it("a target far above its donors has a large effect and a low p, and is warned about in every way", () => {
  const test = testOf(farAway);
  expect(test.treated.averageEffect).toBeGreaterThan(13);
  expect(test.pEffect).toBeCloseTo(1 / 25, 12);
  expect(fitWarnings(farAway, fitSynthetic(farAway))).toEqual([
    expect.stringContaining("in alle voorjaren boven alle donoren"),
    expect.stringContaining("niet duidelijk groter dan de RMSPE"),
  ]);
  expect(placeboWarnings(test)).toEqual([expect.stringContaining("Het doelgebied past veel slechter")]);
});

/**
 * Invented: 24 neighbourhoods with levels, trends and noise of their own and one common cycle. Treated is a district, the
 * mean of twelve others, or one neighbourhood; times `factor`. Nothing happens to it.
 */
function cityWithoutEffect(seed: number, parts: number, factor: number): SyntheticPanel {
  const random = steadyNumbers(seed);
  const bell = () => random() + random() + random() + random() - 2;
  const cycle = Array.from({ length: 13 }, () => bell());
  const neighbourhood = () => {
    const level = 8 + 5 * bell();
    const slope = 0.1 * bell();
    const load = 0.5 + random();
    return cycle.map((x, t) => level + slope * t + load * x + 0.6 * bell());
  };
  const donors = Array.from({ length: 24 }, neighbourhood);
  const own = Array.from({ length: parts }, neighbourhood);
  const treated = cycle.map((_, t) => (factor * own.reduce((sum, one) => sum + one[t], 0)) / parts);
  return { treated, donors, prePeriods: 10 };
}

describe("in simulated cities without any effect", () => {
  const seeds = Array.from({ length: 10 }, (_, k) => 100 + k);
  const countOf = (parts: number, factor: number, holds: (panel: SyntheticPanel) => boolean) =>
    seeds.filter((seed) => holds(cityWithoutEffect(seed, parts, factor))).length;
  const areUnlike = (panel: SyntheticPanel) => unlikeWarnings(testOf(panel)).length > 0;

  it("a district inside the hull is warned about nearly always, and one neighbourhood seldom", () => {
    expect(countOf(12, 1, areUnlike)).toBeGreaterThanOrEqual(9);
    expect(countOf(1, 1, areUnlike)).toBeLessThanOrEqual(2);
  });

  it("a district far outside the hull is warned about always, before any placebo is run", () => {
    expect(countOf(12, 2.5, (panel) => fitDoubts(panel).length > 0)).toBe(seeds.length);
    expect(countOf(12, 2.5, areUnlike)).toBe(seeds.length);
  });
});
