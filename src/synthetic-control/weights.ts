import { scaledDeviations } from "./deviations";
import { simplexLeastSquares } from "./simplex-least-squares";
import type { Vector } from "./vectors";

/** The weights of a synthetic control, and what is known about them. */
export type SyntheticWeights = {
  /** One weight per donor, in the order given: 0 or more, together 1. */
  weights: number[];
  /**
   * Root of the mean squared difference over the pre-period, in the unit of the outcome. 0 when the fit is
   * perfect to rounding, so that it tells a perfect fit from a good one.
   */
  rmspe: number;
  /** The largest violation of the optimality conditions, without unit: see `kktResidual`. */
  kktResidual: number;
  /** Whether these weights are, to rounding, the only ones that fit this well. */
  unique: boolean;
};

/**
 * The weights of the synthetic control on outcomes alone: minimise the sum over the pre-period of
 * (treated_t - sum_j w_j donor_jt)^2 over w_j >= 0 that sum to 1. Among minimisers it is the one with the
 * smallest sum of squares, so that the weights do not depend on the order of the donors, and donors with
 * equal outcomes share equally. The weights are the same in any unit of the outcome.
 *
 * @param treated the outcome of the treated unit in each period before the intervention, at least one
 * @param donors per donor the outcome in the same periods, at least one donor; same unit as `treated`
 *
 * @throws MeasureError `invalid` without periods or donors, when a donor has another number of periods, and
 * when an outcome is no number; it names the donor and the period, both counted from 1
 *
 * Source: Abadie, Diamond & Hainmueller, "Synthetic control methods for comparative case studies", JASA
 * 105(490), 2010, with the pre-period outcomes as the only predictors; the tie-break is KNAP's own choice.
 *
 * @example
 * syntheticWeights([2, 4], [[1, 3], [3, 5], [8, 1]]) // => {"weights": [0.5, 0.5, 0], "rmspe": 0, "kktResidual": 0, "unique": true}
 */
export function syntheticWeights(treated: Vector, donors: readonly Vector[]): SyntheticWeights {
  const { columns, scale } = scaledDeviations(treated, donors);
  const { weights, distance, kktResidual, unique } = simplexLeastSquares(columns);
  return { weights, rmspe: (distance * scale) / Math.sqrt(treated.length), kktResidual, unique };
}
