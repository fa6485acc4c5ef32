import { combine, largestOf, norm, smallestOf, type Vector } from "./vectors";

/**
 * How far weights are from the optimality conditions of the least-squares problem over the simplex, as one
 * number that is 0 at the exact solution and about 1e-16 at the best that floating point can do.
 *
 * With a_j the columns, y = sum w_j a_j and the slope s_j = y . (a_j - y), the conditions (Karush-Kuhn-Tucker)
 * are: s_j >= 0 for every column, s_j = 0 for a column with weight, w_j >= 0 and sum w_j = 1. The residual is
 * the largest violation of any of these, each slope divided by r x (||a_j|| + ||y||), with r the length of the
 * longest column with weight: the size of what the slope is computed from. And as no fit is better than ||y|| = 0,
 * the slopes never count for more than ||y|| divided by the length of the longest column. The residual has
 * no unit and does not change when all columns are scaled.
 *
 * @param columns at least one, all of the same length, the largest entry about 1
 * @param weights one per column
 *
 * Source: Boyd & Vandenberghe, "Convex optimization", 2004, section 5.5.3.
 *
 * @example
 * kktResidual([[1], [3]], [0, 1]) // => 0.5
 */
export function kktResidual(columns: readonly Vector[], weights: Vector): number {
  const point = combine(columns, weights);
  const distance = norm(point);
  const lengths = columns.map(norm);
  let reach = 0;
  for (let j = 0; j < lengths.length; j++) if (weights[j] > 0) reach = Math.max(reach, lengths[j]);
  const violations = columns.map((column, j) => {
    let slope = 0;
    for (let i = 0; i < column.length; i++) slope += point[i] * (column[i] - point[i]);
    const violation = weights[j] > 0 ? Math.abs(slope) : Math.max(0, -slope);
    return violation === 0 ? 0 : violation / (reach * (lengths[j] + distance));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const toWin = distance / (largestOf(lengths) || 1);
  return Math.max(Math.abs(total - 1), -smallestOf(weights), Math.min(toWin, largestOf(violations)));
}
