import { simplexLeastSquares, type SimplexFit } from "./simplex-least-squares";
import { combine, dot, largestOf, norm, smallestOf, type Vector } from "./vectors";

/** The condition that ties the auxiliary problem to the penalty holds when it misses by this share of it. */
const tieTolerance = 1e-15;

/** Halving an interval so often leaves two neighbouring numbers. */
const mostSteps = 120;

/**
 * Least squares over the simplex with a price on far-off columns: minimise ||A w||^2 + penalty x sum_j w_j c_j
 * with c_j = ||a_j||^2, over weights w >= 0 that sum to 1. For every penalty above 0 the solution is sparse and, when
 * the columns are in general position, unique; the larger the penalty, the nearer to one nearest neighbour.
 *
 * It is solved as a problem without price. Let w(e) minimise ||A w||^2 + m^2 (c'w - e)^2. Its optimality
 * conditions are those of the problem with a price of 2 m^2 (c'w(e) - e), so that e must make this equal to the
 * penalty. With m fixed, c'w(e) - e falls continuously with e, in finitely many straight pieces: halving the
 * interval until it lies in one piece, and there solving the straight line, gives e exactly.
 *
 * @param columns at least one, all of the same length of at least 1, finite, the largest entry about 1
 * @param penalty 0 or more; 0 is the problem without price
 * @returns the distance is ||A w||, without the price; the KKT residual is that of the problem with the price
 *
 * Source: Abadie & L'Hour, "A penalized synthetic control estimator for disaggregated data", JASA 116(536),
 * 2021, equation 5; the reduction is KNAP's own.
 *
 * @example
 * penalisedLeastSquares([[-1], [2], [5]], 0).weights // => [0.6666666666666667, 0.3333333333333333, 0]
 * penalisedLeastSquares([[-1], [2], [5]], 0.5).weights // => [0.75, 0.25, 0]
 */
export function penalisedLeastSquares(columns: readonly Vector[], penalty: number): SimplexFit {
  const costs = columns.map((column) => dot(column, column));
  const dearest = largestOf(costs);
  if (penalty === 0 || dearest === 0) return simplexLeastSquares(columns);
  const factor = Math.sqrt(penalty / (2 * dearest));
  const shrink = Math.max(1, 2 * factor * dearest);
  const solveFor = (extreme: number) => {
    const fit = simplexLeastSquares(
      columns.map((column, j) => [...column, factor * (costs[j] - extreme)].map((x) => x / shrink)),
    );
    return { fit, extreme, miss: dot(fit.weights, costs) - extreme - dearest };
  };
  let low = solveFor(smallestOf(costs) - dearest);
  let high = solveFor(0);
  let best = Math.abs(low.miss) < Math.abs(high.miss) ? low : high;
  for (let step = 0; step < mostSteps && Math.abs(best.miss) > tieTolerance * dearest; step++) {
    const share = step % 2 === 0 ? low.miss / (low.miss - high.miss) : 0.5;
    const extreme = low.extreme + share * (high.extreme - low.extreme);
    if (extreme <= low.extreme || extreme >= high.extreme) break;
    const next = solveFor(extreme);
    if (Math.abs(next.miss) < Math.abs(best.miss)) best = next;
    if (next.miss > 0) low = next;
    else high = next;
  }
  const { weights, unique } = best.fit;
  const distance = norm(combine(columns, weights));
  return { weights, distance, kktResidual: penalisedKktResidual(columns, costs, weights, penalty), unique };
}

/**
 * The largest violation of the optimality conditions of the problem with a price, each slope
 * y.(a_j - y) + penalty / 2 x (c_j - c'w) in units of what it is computed from, and never more than what there is to
 * win: see `kktResidual`.
 *
 * @param costs c_j = ||a_j||^2
 *
 * @example
 * penalisedKktResidual([[-1], [2]], [1, 4], [0.75, 0.25], 0.5) // => 0
 * penalisedKktResidual([[-1], [2]], [1, 4], [0.5, 0.5], 0.5) // => 0.2903225806451613
 */
export function penalisedKktResidual(
  columns: readonly Vector[],
  costs: Vector,
  weights: Vector,
  penalty: number,
): number {
  const point = combine(columns, weights);
  const cost = dot(costs, weights);
  const reach = Math.sqrt(largestOf(costs.filter((_, j) => weights[j] > 0)));
  const violations = columns.map((column, j) => {
    const fall = column.reduce((sum, x, i) => sum + point[i] * (x - point[i]), 0);
    const slope = fall + (penalty / 2) * (costs[j] - cost);
    const violation = weights[j] > 0 ? Math.abs(slope) : Math.max(0, -slope);
    const size = reach * (Math.sqrt(costs[j]) + norm(point)) + (penalty / 2) * (costs[j] + cost);
    return violation === 0 ? 0 : violation / size;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const toWin = Math.sqrt(dot(point, point) + penalty * cost) / Math.sqrt(largestOf(costs));
  return Math.max(Math.abs(total - 1), -smallestOf(weights), Math.min(toWin, largestOf(violations)));
}
