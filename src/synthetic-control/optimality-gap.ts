import { combine, dot, largestOf, type Vector } from "./vectors";

/**
 * A certificate: how much smaller the root of the objective could be with the very best weights, at most. The
 * objective is F(w) = ||A w||^2 + penalty x sum_j w_j ||a_j||^2 over the simplex, with A given as its columns.
 *
 * F is convex, so it nowhere lies below its tangent, and the tangent is least at one of the corners:
 * F(v) >= F(w) - max_j F'(w)(w - e_j) for all weights v. With d that maximum (the duality gap of Frank and
 * Wolfe), the answer is sqrt(F) - sqrt(F - d), or sqrt(F) itself when d is larger than F. It is 0 at the
 * solution, up to rounding, and it takes no solver to compute: anyone can check weights with it.
 *
 * @param columns at least one, all of the same length, the largest entry about 1
 * @param weights 0 or more, together 1, one per column
 * @param penalty 0 or more
 * @returns in the unit of the columns
 *
 * Source: Jaggi, "Revisiting Frank-Wolfe", ICML 2013, section 2 (the duality gap).
 *
 * @example
 * optimalityGap([[1], [3]], [0, 1], 0) // => 3
 * optimalityGap([[1], [3]], [1, 0], 0) // => 0
 */
export function optimalityGap(columns: readonly Vector[], weights: Vector, penalty: number): number {
  const point = combine(columns, weights);
  const costs = columns.map((column) => penalty * dot(column, column));
  const cost = dot(costs, weights);
  const objective = dot(point, point) + cost;
  // Differences first: where they are nearly 0, the products themselves would be all rounding.
  const descents = columns.map(
    (column, j) => 2 * column.reduce((sum, x, i) => sum + point[i] * (point[i] - x), 0) + cost - costs[j],
  );
  const descent = Math.max(0, largestOf(descents));
  if (descent === 0) return 0;
  return descent >= objective
    ? Math.sqrt(objective)
    : descent / (Math.sqrt(objective) + Math.sqrt(objective - descent));
}
