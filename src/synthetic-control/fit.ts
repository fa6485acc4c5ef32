import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { deviationsFrom, scaledDeviations } from "./deviations";
import { optimalityGap } from "./optimality-gap";
import { checkedPanel, type SyntheticPanel } from "./panel";
import { penalisedLeastSquares } from "./penalised-weights";
import { largestSize, type Vector } from "./vectors";

/** How the weights are chosen. */
export type FitOptions = {
  /**
   * The price of far-off donors (Abadie & L'Hour): penalty x sum_j w_j x (squared distance of donor j), added to
   * the squared distance of the synthetic series. Without unit; 0, the default, is the ordinary method.
   */
  readonly penalty?: number;
};

/**
 * Whether the weights are the only ones that fit this well:
 *
 * - `uniek`: there are no others;
 * - `binnen de omhullende`: the fit is perfect and can be had in more ways, so that the data do not say which;
 * - `afhankelijke donoren`: the fit is not perfect, but donors that count can be exchanged without changing it,
 *   because they have equal outcomes or are mixtures of each other.
 */
export type Uniqueness = "uniek" | "binnen de omhullende" | "afhankelijke donoren";

/** A synthetic control over all periods. Series and RMSPEs are in the unit of the outcome. */
export type SyntheticFit = {
  /** One weight per donor, in the order given: 0 or more, together 1. */
  readonly weights: number[];
  /** The weighted mean of the donors per period. */
  readonly synthetic: number[];
  /** Treated minus synthetic per period; after the intervention this is the effect. */
  readonly gaps: number[];
  /** Root of the mean squared gap before the intervention; 0 when the fit is perfect to rounding. */
  readonly preRmspe: number;
  /** The same after the intervention, also 0 when it is rounding; null without such periods. */
  readonly postRmspe: number | null;
  /** The mean gap after the intervention; null without such periods. */
  readonly averageEffect: number | null;
  /** The number of donors with weight. */
  readonly nonZero: number;
  /** The largest violation of the optimality conditions, without unit: see `kktResidual`. */
  readonly kktResidual: number;
  /**
   * By how much at most the root of the mean squared gap (with the penalty, if any) could be smaller with other
   * weights: see `optimalityGap`. It follows from the weights alone, whatever found them.
   */
  readonly optimalityGap: number;
  readonly uniqueness: Uniqueness;
};

/** A weight of at most this is no weight. */
export const negligibleWeight = 1e-9;

/**
 * The synthetic control of a panel: the weights that bring the weighted mean of the donors nearest to the
 * treated unit before the intervention, and what they give in all periods. Among weights that fit equally well
 * it takes those with the smallest sum of squares.
 *
 * @throws MeasureError `invalid` as `checkedPanel`, and when the penalty is no number of 0 or more
 *
 * Source: Abadie, Diamond & Hainmueller, "Synthetic control methods for comparative case studies", JASA
 * 105(490), 2010, with the pre-period outcomes as the only predictors; the penalty from Abadie & L'Hour, JASA
 * 116(536), 2021.
 *
 * @example
 * fitSynthetic({ treated: [2, 4, 9], donors: [[1, 3, 5], [3, 5, 7], [8, 1, 0]], prePeriods: 2 }).weights // => [0.5, 0.5, 0]
 * fitSynthetic({ treated: [2, 4, 9], donors: [[1, 3, 5], [3, 5, 7], [8, 1, 0]], prePeriods: 2 }).gaps // => [0, 0, 3]
 */
export function fitSynthetic(panel: SyntheticPanel, options: FitOptions = {}): SyntheticFit {
  const { treated, donors, prePeriods } = checkedPanel(panel);
  const penalty = checkedPenalty(options.penalty ?? 0);
  const before = (series: Vector) => series.slice(0, prePeriods);
  const { columns, scale } = scaledDeviations(before(treated), donors.map(before));
  const fit = penalisedLeastSquares(columns, penalty);
  const inOutcomes = scale / Math.sqrt(prePeriods);

  const gaps = gapsOf(panel, fit.weights);
  const after = gaps.slice(prePeriods);
  return {
    weights: fit.weights,
    synthetic: treated.map((outcome, t) => outcome - gaps[t]),
    gaps,
    preRmspe: fit.distance * inOutcomes,
    postRmspe: after.length === 0 ? null : postRmspeOf(panel, fit.weights, after),
    averageEffect: after.length === 0 ? null : mean(after),
    nonZero: donorsWithWeight(fit.weights).length,
    kktResidual: fit.kktResidual,
    optimalityGap: optimalityGap(columns, fit.weights, penalty) * inOutcomes,
    uniqueness: uniquenessOf(fit.unique, fit.distance === 0),
  };
}

/**
 * Treated minus synthetic per period, for given weights that sum to 1. It is summed from the differences with
 * the donors, so that a high level of the outcome costs no digits.
 *
 * @example
 * gapsOf({ treated: [2, 4], donors: [[1, 3], [3, 6]], prePeriods: 2 }, [0.5, 0.5]) // => [0, -0.5]
 */
export function gapsOf({ treated, donors }: SyntheticPanel, weights: Vector): number[] {
  const used = donors.flatMap((_, j) => (weights[j] === 0 ? [] : [j]));
  const deviations = deviationsFrom(
    treated,
    used.map((j) => donors[j]),
  );
  return treated.map((_, t) => used.reduce((sum, j, k) => sum - weights[j] * deviations[k][t], 0));
}

/**
 * The donors that have weight, counted from 0.
 *
 * @example
 * donorsWithWeight([0.5, 1e-12, 0.5]) // => [0, 2]
 */
export function donorsWithWeight(weights: Vector): number[] {
  return weights.flatMap((weight, j) => (weight > negligibleWeight ? [j] : []));
}

/**
 * The root of the mean of the squares, without overflow.
 *
 * @param values at least one
 *
 * @example
 * rootMeanSquare([1, 7]) // => 5
 */
export function rootMeanSquare(values: Vector): number {
  return Math.hypot(...values) / Math.sqrt(values.length);
}

/**
 * The mean of values that may be as large as numbers go.
 *
 * @param values at least one
 *
 * @example
 * mean([1, 2, 6]) // => 3
 */
export function mean(values: Vector): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Weights are found to about so many digits, so that gaps below this share of the deviations are rounding. */
const weightRounding = 1e-12;

function postRmspeOf({ treated, donors, prePeriods }: SyntheticPanel, weights: Vector, gaps: Vector): number {
  const rmspe = rootMeanSquare(gaps);
  const after = treated.slice(prePeriods);
  const used = donorsWithWeight(weights).map((j) => donors[j].slice(prePeriods));
  const deviation = largestSize(deviationsFrom(after, used).flat());
  return rmspe <= weightRounding * deviation ? 0 : rmspe;
}

function uniquenessOf(unique: boolean, perfect: boolean): Uniqueness {
  if (unique) return "uniek";
  return perfect ? "binnen de omhullende" : "afhankelijke donoren";
}

function checkedPenalty(penalty: number): number {
  if (penalty >= 0 && penalty <= 1e12) return penalty;
  throw new MeasureError(
    "invalid",
    `Ongeldige straf op verre donoren: ${numberInDutch(penalty)}. Verwacht: een getal van 0 tot en met 1e12. Geef 0 ` +
      "voor de gewone methode.",
  );
}
