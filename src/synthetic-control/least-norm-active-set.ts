import { appendColumn, emptyFactorisation, leastSquares } from "./qr-columns";
import { norm, smallestOf, type Vector } from "./vectors";

/** A weight below this share of the length of all weights is rounding. */
const weightTolerance = 1e-15;

/** A weight below this share of the multipliers it is computed from is rounding. */
const multiplierTolerance = 1e-14;

/** So many columns per weight may be freed in a row without shortening the weights. */
const mostIdle = 4;

/**
 * The least-norm weights that meet the same equations as `start`, by an active set: minimise ||v||^2 over
 * v >= 0 with `equations` times v = `equations` times `start`.
 *
 * It starts at `start` and only ever moves in directions that leave the equations as they are, so that they
 * hold to rounding however nearly dependent they are. Each move goes to the shortest weights on the columns
 * that are free, or as far as the first weight that becomes 0 and is then fixed there. At the shortest, the
 * multipliers say which fixed column would shorten the weights further; it is freed, until there is none, or
 * until many have been freed in a row without shortening the weights.
 *
 * @param equations one entry per weight, of about length 1
 * @param start 0 or more, one per weight
 *
 * Source: Nocedal & Wright, "Numerical optimization", 2006, algorithm 16.3 (primal active set).
 *
 * @example
 * leastNormByActiveSet([[1, 1, 0]], [1, 0, 0]) // => [0.5, 0.5, 0]
 */
export function leastNormByActiveSet(equations: readonly ArrayLike<number>[], start: Vector): number[] {
  const weights = [...start];
  let free = start.flatMap((weight, j) => (weight > 0 ? [j] : []));
  let freed: number | null = null;
  // As in the non-negative least squares: rounding must not bring an earlier set of free columns back.
  const seen = new Set<string>();
  const refused = new Set<number>();
  // Nearly dependent equations have very many such sets, that all give the same weights to rounding.
  let shortest = Infinity;
  let idle = 0;
  while (idle <= mostIdle * weights.length) {
    const { excess, multipliers } = excessWeights(equations, weights, free);
    // A weight of 0 that has just been freed must not be fixed again for an excess that is rounding.
    const rounding = weightTolerance * norm(weights);
    const reaches = free.map((j, k) =>
      excess[k] > weights[j] + rounding ? weights[j] / excess[k] : Infinity,
    );
    const step = Math.min(1, smallestOf(reaches));
    free.forEach((j, k) => {
      weights[j] = reaches[k] === step ? 0 : Math.max(0, weights[j] - step * excess[k]);
    });
    if (step < 1) {
      free = free.filter((_, k) => reaches[k] > step);
      continue;
    }
    const length = norm(weights);
    idle = length < shortest * (1 - weightTolerance) ? 0 : idle + 1;
    shortest = Math.min(shortest, length);
    const name = [...free].sort((a, b) => a - b).join();
    if (freed !== null && seen.has(name)) refused.add(freed);
    else refused.clear();
    seen.add(name);
    freed = mostShortening(equations, multipliers, new Set([...free, ...refused]));
    if (freed === null) break;
    free.push(freed);
  }
  return weights;
}

/**
 * By how much the weights of the free columns exceed the shortest that meet the same equations, and the
 * multipliers of those: shortest weight = sum of multiplier times equation. An equation that on the free
 * columns follows from those before it gets 0.
 */
function excessWeights(
  equations: readonly ArrayLike<number>[],
  weights: Vector,
  free: readonly number[],
): { excess: Float64Array; multipliers: number[] } {
  const onFree = (vector: ArrayLike<number>) => free.map((j) => vector[j]);
  const multipliers = equations.map(() => 0);
  const independent: number[] = [];
  const factorisation = emptyFactorisation(free.length, equations.length);
  equations.forEach((equation, i) => {
    if (appendColumn(factorisation, onFree(equation))) independent.push(i);
  });
  const { solution, residual } = leastSquares(factorisation, onFree(weights));
  independent.forEach((i, k) => (multipliers[i] = solution[k]));
  return { excess: residual, multipliers };
}

/** The column whose weight the multipliers would have largest, or null when no weight would be above 0. */
function mostShortening(
  equations: readonly ArrayLike<number>[],
  multipliers: Vector,
  excluded: ReadonlySet<number>,
): number | null {
  let best: number | null = null;
  let largest = multiplierTolerance * norm(multipliers);
  for (let j = 0; j < equations[0].length; j++) {
    if (excluded.has(j)) continue;
    const weight = equations.reduce((sum, equation, i) => sum + multipliers[i] * equation[j], 0);
    if (weight > largest) {
      largest = weight;
      best = j;
    }
  }
  return best;
}
