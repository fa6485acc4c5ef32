import { MeasureError } from "../statistics/measure-error";
import { largestSize } from "./vectors";
import type { PlaceboRun } from "./placebo-runs";

/** The shares of rankings at least as extreme, each (1 + number of placebos at least as extreme) / (n + 1). */
export type PlaceboShares = {
  /** The number n of placebos. */
  readonly placebos: number;
  /** p for the ratio of post-RMSPE to pre-RMSPE. */
  readonly pRatio: number;
  /** p for the size of the average effect, whatever its sign. */
  readonly pEffect: number;
  /** p for an average effect this low, one-sided. */
  readonly pEffectLow: number;
  /** p for an average effect this high, one-sided. */
  readonly pEffectHigh: number;
  /** The smallest p that so many placebos allow: 1 / (n + 1). */
  readonly smallestP: number;
};

/** One unit among all, the treated unit included. */
export type RankedRun = PlaceboRun & {
  /** 1 for the largest ratio; units that are equal share the highest number. */
  readonly ratioRank: number;
  /** The same for the size of the average effect. */
  readonly effectRank: number;
};

/** A placebo test over those placebos whose pre-RMSPE is at most `multiple` times that of the treated unit. */
export type ThresholdShares = PlaceboShares & {
  readonly multiple: number;
  /** The average effect of each placebo that takes part. */
  readonly effects: number[];
};

/** The result of a placebo test in space. */
export type PlaceboTest = PlaceboShares & {
  /** The treated unit. */
  readonly treated: RankedRun;
  /** The placebos, in the order of the runs. */
  readonly ranked: RankedRun[];
  /** The same test with the badly fitting placebos left out, at each threshold, from strict to lenient. */
  readonly thresholds: ThresholdShares[];
};

/** Differences below this share of the values compared are rounding: the values count as equal. */
const tieTolerance = 1e-9;

/** An average effect below this share of the largest gap is rounding. */
const effectTolerance = 1e-12;

/**
 * The placebo test: how extreme the treated unit is among the placebos. Values that differ by rounding alone count
 * as equal, and equal as extreme, so that p errs on the high side.
 *
 * @param runs the treated unit (`donor` null) and at least one placebo, as from `placeboRuns`
 * @param multiples thresholds on the pre-RMSPE, as multiples of that of the treated unit, 0 or more (Infinity: no
 * threshold). Without them: every multiple at which one more placebo comes in
 *
 * @throws MeasureError `no-data` without a run of the treated unit, or without placebos; `invalid` when a multiple
 * is no number of 0 or more
 *
 * Source: Abadie, Diamond & Hainmueller, JASA 105(490), 2010, section 3.4 (rank and ratio); the treated unit
 * counts as one of the rankings, as in Abadie, "Using synthetic controls", JEL 59(2), 2021, section 3.5.
 *
 * @example
 * placeboTest([{ donor: null, gaps: [1, -1, 4], preRmspe: 1, postRmspe: 4, ratio: 4, averageEffect: 4 }, { donor: 0, gaps: [1, 1, 2], preRmspe: 1, postRmspe: 2, ratio: 2, averageEffect: 2 }, { donor: 1, gaps: [2, -2, -6], preRmspe: 2, postRmspe: 6, ratio: 3, averageEffect: -6 }]).pRatio // => 0.3333333333333333
 */
export function placeboTest(runs: readonly PlaceboRun[], multiples?: readonly number[]): PlaceboTest {
  const treated = runs.find(({ donor }) => donor === null);
  const placebos = runs.filter(({ donor }) => donor !== null);
  if (treated === undefined || placebos.length === 0) {
    throw new MeasureError(
      "no-data",
      `Geen placebotoets: ${treated === undefined ? "de run van het doelgebied ontbreekt" : "er zijn geen placebo's"}. ` +
        "Verwacht: het doelgebied en minstens één placebo. Laat alle runs eerst afmaken.",
    );
  }
  const rounding = effectTolerance * Math.max(...runs.map(({ gaps }) => largestSize(gaps)));
  const ranks = (run: PlaceboRun): RankedRun => ({
    ...run,
    ratioRank: runs.filter(({ ratio }) => isAtLeast(ratio, run.ratio, 0)).length,
    effectRank: runs.filter((other) => isAtLeast(sizeOf(other), sizeOf(run), rounding)).length,
  });
  return {
    ...sharesAmong(treated, placebos, rounding),
    treated: ranks(treated),
    ranked: placebos.map(ranks),
    thresholds: checkedMultiples(multiples ?? changes(treated, placebos)).map((multiple) => {
      const within = placebos.filter(fitsWithin(treated, multiple));
      const effects = within.map(({ averageEffect }) => averageEffect);
      return { multiple, effects, ...sharesAmong(treated, within, rounding) };
    }),
  };
}

function sharesAmong(treated: PlaceboRun, placebos: readonly PlaceboRun[], rounding: number): PlaceboShares {
  const effect = treated.averageEffect;
  const share = (isExtreme: (placebo: PlaceboRun) => boolean) =>
    (1 + placebos.filter(isExtreme).length) / (placebos.length + 1);
  return {
    placebos: placebos.length,
    pRatio: share(({ ratio }) => isAtLeast(ratio, treated.ratio, 0)),
    pEffect: share((placebo) => isAtLeast(sizeOf(placebo), sizeOf(treated), rounding)),
    pEffectLow: share(({ averageEffect }) => isAtLeast(-averageEffect, -effect, rounding)),
    pEffectHigh: share(({ averageEffect }) => isAtLeast(averageEffect, effect, rounding)),
    smallestP: 1 / (placebos.length + 1),
  };
}

const sizeOf = ({ averageEffect }: PlaceboRun) => Math.abs(averageEffect);

function isAtLeast(value: number, limit: number, rounding: number): boolean {
  // Without the first comparison an infinite limit would be compared with infinity minus infinity.
  return value >= limit || value >= limit - tieTolerance * Math.abs(limit) - rounding;
}

const fitsWithin =
  (treated: PlaceboRun, multiple: number) =>
  ({ preRmspe }: PlaceboRun) =>
    multiple === Infinity || preRmspe <= multiple * treated.preRmspe * (1 + tieTolerance);

/** The multiples of the treated unit's pre-RMSPE at which a placebo comes in, ascending, equal ones once. */
function changes(treated: PlaceboRun, placebos: readonly PlaceboRun[]): number[] {
  const multiples = placebos
    .map(({ preRmspe }) => (preRmspe === treated.preRmspe ? 1 : preRmspe / treated.preRmspe))
    .sort((a, b) => a - b);
  return multiples.filter((x, i) => i === 0 || x > multiples[i - 1] * (1 + tieTolerance));
}

function checkedMultiples(multiples: readonly number[]): readonly number[] {
  multiples.forEach((multiple, i) => {
    if (multiple >= 0) return;
    throw new MeasureError(
      "invalid",
      `Ongeldige drempel ${i + 1} voor de placebo's: ${String(multiple)}. Verwacht: een veelvoud van 0 of meer van de ` +
        "RMSPE van het doelgebied. Pas de drempel aan.",
    );
  });
  return multiples;
}
