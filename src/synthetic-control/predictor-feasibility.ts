import { simplexLeastSquares } from "./simplex-least-squares";
import { combine, largestOf, norm, type Vector } from "./vectors";

/**
 * The importance of the predictors for which the given weights come nearest to being the best match on the
 * predictors: if there is one for which they are, that one, to rounding. Together 1, each at least `smallest`.
 *
 * The optimality conditions are linear in the importance v: with r_k the difference in predictor k and d_kj
 * how far donor j is from the synthetic unit, sum_k v_k r_k d_kj >= 0 for every donor, and 0 for a donor with
 * weight. With a slack s_j >= 0 for each donor without weight that makes sum_k v_k c_k - sum_j s_j e_j = 0:
 * the question is whether the origin lies in the hull of these columns, which the exact solver answers.
 *
 * It does not say whether the conditions hold; to solve the inner problem for this importance does.
 *
 * @param predictors per donor, as deviations from the treated unit
 * @param weights one per donor, 0 or more, together 1
 * @param smallest less than 1 / the number of predictors
 *
 * Source: Becker & Klößner, "Fast and reliable computation of generalized synthetic controls", Econometrics
 * and Statistics 5, 2018 (the check before the search).
 *
 * @example
 * importanceFor([[2, 1], [-1, 1], [-1, -2]], [0.5, 0.5, 0], 0).map((v) => Math.round(100 * v)) // => [100, 0]
 */
export function importanceFor(predictors: readonly Vector[], weights: Vector, smallest: number): number[] {
  const synthetic = combine(predictors, weights);
  const conditions = synthetic.map((difference, k) =>
    predictors.map((column) => difference * (column[k] - difference)),
  );
  // v_k = smallest + share x u_k with u 0 or more and together 1.
  const least = combine(
    conditions,
    conditions.map(() => smallest),
  );
  const share = 1 - conditions.length * smallest;
  const columns = conditions.map((condition) => condition.map((x, j) => share * x + least[j]));
  const size = largestOf(columns.map(norm)) || 1;
  const slacks = weights.flatMap((weight, j) =>
    weight > 0 ? [] : [weights.map((_, i) => (i === j ? -1 : 0))],
  );
  const found = simplexLeastSquares([...columns.map((column) => column.map((x) => x / size)), ...slacks]);
  const multiples = found.weights.slice(0, conditions.length);
  const total = multiples.reduce((sum, x) => sum + x, 0);
  if (total === 0) return conditions.map(() => 1 / conditions.length);
  return multiples.map((x) => smallest + (share * x) / total);
}
