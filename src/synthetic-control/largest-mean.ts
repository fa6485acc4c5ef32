import { basicMinimiser } from "./basic-minimiser";
import { distinctColumns } from "./distinct-columns";
import { emptyFactorisation, factorise } from "./qr-columns";
import { combine, dot, norm, type Vector } from "./vectors";

/** The largest value of a weighted mean over all weights that fit nearly as well as the best. */
export type LargestMean = {
  /** The largest value, attained by `weights`. */
  value: number;
  /** A proven upper bound: no weights that fit within the limit give more than this. */
  bound: number;
  /** Weights that give the value and fit within the limit. */
  weights: number[];
};

/** Weights, the fit A w that they give, and the value c'w. */
type Candidate = { weights: Vector; point: Vector; value: number };

/** The search ends when value and bound are this near, as a share of the range of the values. */
const precision = 1e-13;

/** Balances between fit and value that are tried: 2^-40 up to 2^40. */
const widestBalance = 40;

/** Each step halves the interval of balances at least every other time. */
const mostSteps = 120;

/**
 * The largest c'w over all weights w >= 0 that sum to 1 with ||A w|| <= limit, the matrix A given as its columns.
 *
 * The weights that trade fit for value at a given rate are those that minimise ||A w||^2 + m^2 (c'w - top)^2,
 * with top the largest value: a problem that `basicMinimiser` solves exactly. The larger m, the larger the value
 * and the worse the fit, without jumps. The search narrows the interval of m in which the limit is
 * reached; within it the path of the weights is straight, as soon as both ends have the same columns, so that the
 * point on the line between the ends that reaches the limit is the answer itself.
 *
 * The bound comes from duality: for any vector p, c'w = (c - A'p)'w + p'A w <= max_j (c_j - p'a_j) + limit x ||p||.
 *
 * @param columns at least one, all of the same length of at least 1, finite, the largest entry about 1
 * @param values c, one per column, finite
 * @param limit above 0, and at least the smallest ||A w||
 * @param start weights that fit within the limit
 *
 * Source: the recipe of appending a row m (c'w - extreme) is KNAP's note on the synthetic control; the path is the
 * critical line of Markowitz, "The optimization of a quadratic function subject to linear constraints", Naval
 * Research Logistics Quarterly 3, 1956; the bound is Boyd & Vandenberghe, "Convex optimization", 2004, section 5.2.
 *
 * @example
 * largestMean([[-1], [1], [2]], [0, 1, 5], 0.5, [0.5, 0.5, 0]).value // => 2.5
 */
export function largestMean(
  columns: readonly Vector[],
  values: Vector,
  limit: number,
  start: Vector,
): LargestMean {
  const top = Math.max(...values);
  const range = top - Math.min(...values);
  if (range === 0) return { value: top, bound: top, weights: [...start] };
  // From here on values run from -1 to 0: how far below the top, as a share of the range.
  const shares = values.map((value) => (value - top) / range);
  const candidate = (weights: Vector): Candidate => ({
    weights,
    point: combine(columns, weights),
    value: dot(weights, shares),
  });
  const answer = ({ weights }: Candidate, bound: number): LargestMean => {
    const value = dot(weights, values);
    return { value, bound: Math.max(value, top + range * bound), weights: [...weights] };
  };

  const outer = candidate(bestAmong(columns, (j) => shares[j] === 0));
  if (norm(outer.point) <= limit) return answer(outer, 0);

  let inside = candidate(start);
  let outside = outer;
  let best = inside;
  let bound = 0;
  let low = -widestBalance;
  let high = widestBalance;
  let guess = 0;
  for (let step = 0; step < mostSteps && low < guess && guess < high; step++) {
    const tried = candidate(balanced(columns, shares, 2 ** guess));
    bound = Math.min(bound, boundFrom(columns, shares, limit, tried, 4 ** guess * -tried.value));
    if (norm(tried.point) <= limit) {
      inside = tried;
      low = guess;
    } else {
      outside = tried;
      high = guess;
    }
    const { between, share } = atLimit(inside, outside, limit);
    if (between.value > best.value) best = between;
    // On a straight part of the path the rate m^2 (top - c'w) runs evenly from one end to the other.
    const rateAt = (balance: number, end: Candidate) => 4 ** balance * -end.value;
    const rate = rateAt(low, inside) * (1 - share) + rateAt(high, outside) * share;
    bound = Math.min(bound, boundFrom(columns, shares, limit, between, rate));
    if (bound - best.value <= precision) break;
    const straight = Math.log2(rate / -between.value) / 2;
    const isUsable = step % 2 === 0 && straight > low && straight < high;
    guess = isUsable ? straight : (low + high) / 2;
  }
  return answer(best, bound);
}

/** The weights that fit best with these columns alone. */
function bestAmong(columns: readonly Vector[], isIn: (j: number) => boolean): number[] {
  const places = columns.flatMap((_, j) => (isIn(j) ? [j] : []));
  const found = minimise(places.map((j) => columns[j]));
  const weights = columns.map(() => 0);
  places.forEach((j, k) => (weights[j] = found[k]));
  return weights;
}

/** The weights that minimise ||A w||^2 + m^2 (c'w)^2. */
function balanced(columns: readonly Vector[], shares: Vector, balance: number): number[] {
  const size = Math.max(1, balance);
  return minimise(columns.map((column, j) => [...column.map((x) => x / size), (balance / size) * shares[j]]));
}

function minimise(columns: readonly Vector[]): number[] {
  const distinct = distinctColumns(columns);
  const found = basicMinimiser(distinct.map(({ column }) => column)).weights;
  const weights = columns.map(() => 0);
  distinct.forEach(({ places }, k) => (weights[places[0]] = found[k]));
  return weights;
}

/** The point on the line from a candidate within the limit to one beyond it, at which the limit is reached. */
function atLimit(
  inside: Candidate,
  outside: Candidate,
  limit: number,
): { between: Candidate; share: number } {
  const step = outside.point.map((x, i) => x - inside.point[i]);
  const a = dot(step, step);
  const b = dot(step, inside.point);
  const c = Math.min(0, (norm(inside.point) - limit) * (norm(inside.point) + limit));
  const root = Math.sqrt(b * b - a * c);
  // Two forms of one solution; each subtracts nothing from its like.
  const found = b > 0 ? -c / (b + root) : (root - b) / a;
  const share = Number.isFinite(found) ? Math.min(1, Math.max(0, found)) : 0;
  const mix = (x: number, y: number) => x + share * (y - x);
  const between = {
    weights: inside.weights.map((x, j) => mix(x, outside.weights[j])),
    point: inside.point.map((x, i) => mix(x, outside.point[i])),
    value: mix(inside.value, outside.value),
  };
  return { between, share };
}

/** The bound of duality at the best p that a candidate suggests. */
function boundFrom(
  columns: readonly Vector[],
  shares: Vector,
  limit: number,
  { point, weights }: Candidate,
  rate: number,
): number {
  if (!(rate > 0)) return 0;
  const boundAt = (p: Vector) =>
    Math.max(...columns.map((column, j) => shares[j] - dot(p, column))) + limit * norm(p);
  // At the solution p = A w / rate. Where the fit is nearly perfect, A w is for a good part rounding.
  const direction = point.map((x) => x / rate);
  const sharpened = levelled(columns, shares, weights, direction);
  return sharpened === null ? boundAt(direction) : Math.min(boundAt(direction), boundAt(sharpened));
}

/**
 * The p nearest to the given one at which c_j - p'a_j is the same for all columns with weight, as it is at the
 * solution; null when the columns with weight are dependent.
 */
function levelled(
  columns: readonly Vector[],
  shares: Vector,
  weights: Vector,
  direction: Vector,
): Vector | null {
  const support = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const factorisation = factorise(
    support.map((j) => [...columns[j], 1]),
    emptyFactorisation,
    0,
  );
  if (factorisation === null) return null;
  const misses = support.map((j) => shares[j] - dot(direction, columns[j]));
  // The equations (a_j, 1)'z = miss_j, with the columns as Q R: R'y = misses, and the shortest z is Q y.
  const coefficients: number[] = [];
  factorisation.triangle.forEach((column, k) => {
    coefficients.push((misses[k] - dot(coefficients, column)) / column[k]);
  });
  const change = combine(factorisation.basis, coefficients);
  return direction.map((x, i) => x + change[i]);
}
