import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { deviationsFrom, scaledDeviations } from "./deviations";
import { mean, type SyntheticFit } from "./fit";
import { largestMean } from "./largest-mean";
import { panelWithPost, type SyntheticPanel } from "./panel";
import { largestSize, type Vector } from "./vectors";

/** Which weights count as fitting nearly as well as the best. */
export type EffectRangeOptions = {
  /** Their pre-RMSPE is at most this multiple of the smallest. Default 1.05; at least 1. */
  readonly factor?: number;
  /**
   * A pre-RMSPE of at most this, in the unit of the outcome, is always near enough: with a perfect fit no multiple
   * of 0 is. Default `perfectFitShare` times the largest difference between a donor and the treated unit before
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
  /** By how much at most the true smallest and largest lie beyond these: rounding, if all is well. */
  readonly uncertainty: number;
};

/** The range of the effect. */
export type EffectRange = {
  /** The largest pre-RMSPE that was allowed, in the unit of the outcome. */
  readonly limit: number;
  /** The range of the mean effect over the periods after the intervention. */
  readonly average: EffectBounds;
  /** The range of the effect in each of these periods; each has its own weights. */
  readonly perPeriod: EffectBounds[];
};

/** A fit this near, as a share of the largest difference between a donor and the treated unit, is perfect. */
export const perfectFitShare = 1e-9;

/**
 * The smallest and largest effect that weights can give which fit nearly as well as the best: their pre-RMSPE is at
 * most `factor` times the smallest. It shows how far the effect depends on weights that the data hardly tell
 * apart. With a perfect fit that can be had in more ways it is the range over all of these.
 *
 * @param fit the ordinary fit of the panel (without penalty)
 *
 * @throws MeasureError `invalid` as `panelWithPost`, and when factor or tolerance are out of bounds
 *
 * Source: `largestMean`; the default of 5 % is a choice of KNAP.
 *
 * @example
 * effectRange({ treated: [0, 0, 0], donors: [[1, 1, 1], [-1, -1, 1], [2, 2, 8], [-2, -2, 0]], prePeriods: 2 }, { weights: [0.3, 0.3, 0.2, 0.2], preRmspe: 0 }).average.smallest // => -4
 */
export function effectRange(
  panel: SyntheticPanel,
  fit: Pick<SyntheticFit, "weights" | "preRmspe">,
  options: EffectRangeOptions = {},
): EffectRange {
  const steps = effectRangeSteps(panel, fit, options);
  const found = [...steps];
  return { limit: rmspeLimit(panel, fit, options), average: found[0], perPeriod: found.slice(1) };
}

/**
 * The same, one range at a time so that the caller can show progress and stop: first that of the mean effect, then
 * that of each period after the intervention.
 *
 * @throws MeasureError as `effectRange`
 *
 * @example
 * [...effectRangeSteps({ treated: [0, 0, 0], donors: [[1, 1, 1], [-1, -1, 3]], prePeriods: 2 }, { weights: [0.5, 0.5], preRmspe: 0 })].length // => 2
 */
export function* effectRangeSteps(
  panel: SyntheticPanel,
  fit: Pick<SyntheticFit, "weights" | "preRmspe">,
  options: EffectRangeOptions = {},
): Generator<EffectBounds, void, undefined> {
  const { treated, donors, prePeriods } = panelWithPost(panel);
  const limit = rmspeLimit(panel, fit, options);
  const before = (series: Vector) => series.slice(0, prePeriods);
  const { columns, scale } = scaledDeviations(before(treated), donors.map(before));
  const scaledLimit = (limit * Math.sqrt(prePeriods)) / scale;
  const after = (series: Vector) => series.slice(prePeriods);
  const effects = deviationsFrom(after(treated), donors.map(after)).map((column) => column.map((x) => -x));
  const rangeOf = (values: Vector): EffectBounds => {
    const high = largestMean(columns, values, scaledLimit, fit.weights);
    const low = largestMean(
      columns,
      values.map((value) => -value),
      scaledLimit,
      fit.weights,
    );
    const uncertainty = Math.max(high.bound - high.value, low.bound - low.value);
    return { smallest: -low.value, largest: high.value, uncertainty };
  };
  yield rangeOf(effects.map(mean));
  for (let t = 0; t < treated.length - prePeriods; t++) yield rangeOf(effects.map((effect) => effect[t]));
}

/** The largest pre-RMSPE that is near enough, in the unit of the outcome. */
function rmspeLimit(
  panel: SyntheticPanel,
  { preRmspe }: Pick<SyntheticFit, "preRmspe">,
  { factor = 1.05, tolerance }: EffectRangeOptions,
): number {
  if (!(factor >= 1 && factor < Infinity)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige factor voor het bereik van het effect: ${numberInDutch(factor)}. Verwacht: een getal van 1 of meer, zoals ` +
        "1,05 voor een RMSPE van hoogstens 5 % boven de laagste. Pas de factor aan.",
    );
  }
  if (tolerance !== undefined && !(tolerance >= 0 && tolerance < Infinity)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige tolerantie voor het bereik van het effect: ${numberInDutch(tolerance)}. Verwacht: een getal van 0 of meer, ` +
        "in de eenheid van de uitkomst. Pas de tolerantie aan.",
    );
  }
  const { treated, donors, prePeriods } = panel;
  const differences = donors.map((donor) => donor.slice(0, prePeriods).map((x, t) => x - treated[t]));
  const negligible = perfectFitShare * largestSize(differences.flat());
  return Math.max(factor * preRmspe, tolerance ?? 0, negligible);
}
