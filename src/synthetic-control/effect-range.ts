import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { deviationsFrom, scaledDeviations } from "./deviations";
import { mean, type SyntheticFit } from "./fit";
import { largestMean, type LargestMean } from "./largest-mean";
import { panelWithPost, type SyntheticPanel } from "./panel";
import { largestSize, type Vector } from "./vectors";

/** Which weights count as fitting nearly as well as the best. */
export type EffectRangeOptions = {
  /** Their pre-RMSPE is at most this multiple of the smallest. Default 1.05; at least 1. */
  readonly factor?: number;
  /**
   * A pre-RMSPE of at most this, in the unit of the outcome, is always near enough: with a perfect fit no multiple
   * of 0 is. Default one billionth of the largest difference between a donor and the treated unit before
   * the intervention; the rounding error of the outcomes is a sensible choice too.
   */
  readonly tolerance?: number;
};

/** The smallest and largest effect over all weights that fit nearly as well as the best, in the unit of the outcome. */
export type EffectBounds = {
  /** An effect that such weights have. */
  readonly smallest: number;
  /** An effect that such weights have. */
  readonly largest: number;
  /** By how much at most the true smallest and largest lie beyond these, its own rounding included. */
  readonly uncertainty: number;
};

/** A fit this near, as a share of the largest difference between a donor and the treated unit, is perfect. */
const perfectFitShare = 1e-9;

/** What is known of a largest mean before the search for it begins. */
const nothingKnown: LargestMean = { value: -Infinity, bound: Infinity, weights: [] };

/**
 * The search for the smallest and largest effect that weights can give which fit nearly as well as the best: their
 * pre-RMSPE is at most `factor` times the smallest. It shows how far the effect depends on weights that the data
 * hardly tell apart. With a perfect fit that can be had in more ways it is the range over all of these, and with a factor
 * of 1 it is that over all weights that fit best.
 *
 * It gives first the range of the mean effect, then that of each period after the intervention, and in between
 * null after each problem it has solved, so that the caller can show progress and stop.
 *
 * @param fit the ordinary fit of the panel (without penalty)
 *
 * @throws MeasureError `invalid` as `panelWithPost`, and when factor or tolerance are out of bounds
 *
 * Source: `largestMean`; the default of 5 % is a choice of KNAP.
 *
 * @example
 * [...effectRangeSearch({ treated: [0, 0, 0], donors: [[1, 1, 1], [-1, -1, 3]], prePeriods: 2 }, { weights: [0.5, 0.5], preRmspe: 0 })].filter((step) => step !== null).length // => 2
 */
export function* effectRangeSearch(
  panel: SyntheticPanel,
  fit: Pick<SyntheticFit, "weights" | "preRmspe">,
  options: EffectRangeOptions = {},
): Generator<EffectBounds | null, void, undefined> {
  const { treated, donors, prePeriods } = panelWithPost(panel);
  checkOptions(options);
  const before = (series: Vector) => series.slice(0, prePeriods);
  const { columns, scale } = scaledDeviations(before(treated), donors.map(before));
  const inColumns = (rmspe: number) => (rmspe / scale) * Math.sqrt(prePeriods);
  const above = inColumns(roomAboveBest(panel, fit, options));
  const excess = above * (above + 2 * inColumns(fit.preRmspe));
  const isPerfect = fit.preRmspe === 0;
  const after = (series: Vector) => series.slice(prePeriods);
  const effects = deviationsFrom(after(treated), donors.map(after)).map((column) => column.map((x) => -x));
  const searches = [effects.map(mean), ...after(treated).map((_, t) => effects.map((x) => x[t]))];
  for (const values of searches) {
    const turned = values.map((value) => -value);
    let [high, low] = [nothingKnown, nothingKnown];
    for (high of largestMean(columns, values, excess, fit.weights, isPerfect)) yield null;
    for (low of largestMean(columns, turned, excess, fit.weights, isPerfect)) yield null;
    const uncertainty = Math.max(high.bound - high.value, low.bound - low.value);
    yield { smallest: -low.value, largest: high.value, uncertainty };
  }
}

/**
 * The largest pre-RMSPE that is near enough to the best, in the unit of the outcome.
 *
 * @throws MeasureError `invalid` when factor or tolerance are out of bounds
 *
 * @example
 * effectRangeLimit({ treated: [0, 0, 0], donors: [[1, 1, 1], [-1, -1, 3]], prePeriods: 2 }, { preRmspe: 2 }, { factor: 1.5 }) // => 3
 */
export function effectRangeLimit(
  panel: SyntheticPanel,
  { preRmspe }: Pick<SyntheticFit, "preRmspe">,
  options: EffectRangeOptions,
): number {
  checkOptions(options);
  const { factor = 1.05, tolerance = 0 } = options;
  return Math.max(factor * preRmspe, tolerance, negligibleOf(panel));
}

function checkOptions({ factor = 1.05, tolerance = 0 }: EffectRangeOptions): void {
  if (!(factor >= 1 && factor < Infinity)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige factor voor het bereik van het effect: ${numberInDutch(factor)}. Verwacht: een getal van 1 of meer, zoals ` +
        "1,05 voor een RMSPE van hoogstens 5 % boven de laagste. Pas de factor aan.",
    );
  }
  if (!(tolerance >= 0 && tolerance < Infinity)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige tolerantie voor het bereik van het effect: ${numberInDutch(tolerance)}. Verwacht: een getal van 0 of meer, ` +
        "in de eenheid van de uitkomst. Pas de tolerantie aan.",
    );
  }
}

/** By how much the limit is above the smallest pre-RMSPE, without subtracting the one from the other. */
function roomAboveBest(
  panel: SyntheticPanel,
  { preRmspe }: Pick<SyntheticFit, "preRmspe">,
  { factor = 1.05, tolerance = 0 }: EffectRangeOptions,
): number {
  return Math.max((factor - 1) * preRmspe, tolerance - preRmspe, negligibleOf(panel) - preRmspe);
}

function negligibleOf({ treated, donors, prePeriods }: SyntheticPanel): number {
  const differences = donors.map((donor) => donor.slice(0, prePeriods).map((x, t) => x - treated[t]));
  return perfectFitShare * largestSize(differences.flat());
}
