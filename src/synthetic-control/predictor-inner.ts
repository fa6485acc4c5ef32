import type { PredictorProblem } from "./predictor-problem";
import { factorise, shortestWith } from "./qr-columns";
import { simplexLeastSquares, type SimplexFit } from "./simplex-least-squares";
import { combine, dot, largestOf, type Vector } from "./vectors";

/** The weights that match the predictors best, and how well they match the outcomes. */
export type InnerSolution = {
  /** The match on the predictors: weights per donor of the problem. */
  readonly fit: SimplexFit;
  /** The mean squared difference in outcomes, in the unit of the problem. */
  readonly loss: number;
  /** The derivative of the loss to the logarithm of the importance of each predictor. */
  readonly slopes: Vector;
};

/**
 * The inner problem of predictor matching: minimise sum_k v_k (x_k1 - sum_j w_j x_kj)^2 over weights w >= 0
 * that sum to 1, for a given importance v of the predictors, by the exact solver and with its tie-break.
 *
 * The slopes follow from the optimality conditions of the donors with weight: they hold as long as the same
 * donors have weight, and are 0 when those weights are not determined by the predictors.
 *
 * @param importance per predictor, more than 0, the largest about 1
 *
 * @example
 * solveInner({ predictors: [[1], [2]], outcomes: [[1], [0]], scale: 1, places: [0, 1] }, [1]).fit.weights // => [1, 0]
 * solveInner({ predictors: [[1], [2]], outcomes: [[1], [0]], scale: 1, places: [0, 1] }, [1]).loss // => 1
 */
export function solveInner({ predictors, outcomes }: PredictorProblem, importance: Vector): InnerSolution {
  const roots = importance.map(Math.sqrt);
  const scaled = predictors.map((column) => column.map((x, k) => x * roots[k]));
  const fit = simplexLeastSquares(scaled);
  const gap = combine(outcomes, fit.weights);
  return { fit, loss: dot(gap, gap) / gap.length, slopes: slopesOf(scaled, outcomes, fit.weights, gap) };
}

/**
 * With B the scaled columns of the donors with weight, each minus that of a base donor, the weights of the
 * others are the p that minimise ||b + B p||, so dp / dv_k = -(B'B)^-1 B_k' r_k / v_k with r the scaled
 * difference. With B = Q R and g the slopes of the loss to p, the slope to log v_k is -r_k (Q R'^-1 g)_k.
 */
function slopesOf(
  scaled: readonly Vector[],
  outcomes: readonly Vector[],
  weights: Vector,
  gap: Vector,
): number[] {
  const base = weights.indexOf(largestOf(weights));
  const others = weights.flatMap((weight, j) => (weight > 0 && j !== base ? [j] : []));
  const flat = scaled[0].map(() => 0);
  if (others.length === 0) return flat;
  const factorisation = factorise(others.map((j) => scaled[j].map((x, k) => x - scaled[base][k])));
  if (factorisation === null) return flat;

  const slopes = others.map((j) => {
    const toOther = outcomes[j].map((x, t) => x - outcomes[base][t]);
    return (2 / gap.length) * dot(gap, toOther);
  });
  const shift = shortestWith(factorisation, slopes);
  return combine(scaled, weights).map((difference, k) => -difference * shift[k]);
}
