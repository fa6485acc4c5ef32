import { basicMinimiser } from "./basic-minimiser";
import { distinctColumns } from "./distinct-columns";
import { columnOf, dotWithColumns, matrixOf, type Matrix } from "./matrix";
import { factorise, shortestWith } from "./qr-columns";
import { combine, dot, largestOf, norm, smallestOf, type Vector } from "./vectors";

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

/** The problem in the units of the search. */
type Problem = {
  readonly columns: readonly Vector[];
  readonly matrix: Matrix;
  /** How far each value is below the top, as a share of the range of the values: from -1 to 0. */
  readonly shares: Vector;
  readonly limit: number;
  /** The columns that differ in entries or value, in an order that depends on these alone. */
  readonly order: readonly number[];
};

/** The search ends when value and bound are this near, as a share of the range of the values. */
const precision = 1e-13;

/** Balances between fit and value that are tried: 2^-40 up to 2^40. */
const widestBalance = 40;

/** Each step halves the interval of balances at least every other time. */
const mostSteps = 120;

/**
 * The search for the largest c'w over all weights w >= 0 that sum to 1 with ||A w|| <= limit, the matrix A given as
 * its columns. It tells what it knows after each problem it has solved, so that the caller can stop or do something
 * else in between; the last is the answer.
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
 * [...largestMean([[-1], [1], [2]], [0, 1, 5], 0.5, [0.5, 0.5, 0])].at(-1).value // => 2.5
 */
export function* largestMean(
  columns: readonly Vector[],
  values: Vector,
  limit: number,
  start: Vector,
): Generator<LargestMean, void, undefined> {
  const top = largestOf(values);
  const range = top - smallestOf(values);
  if (range === 0) {
    yield { value: top, bound: top, weights: [...start] };
    return;
  }
  const shares = values.map((value) => (value - top) / range);
  const distinct = distinctColumns(columns.map((column, j) => [...column, shares[j]]));
  const order = distinct.map(({ places }) => places[0]);
  const problem: Problem = { columns, matrix: matrixOf(columns), shares, limit, order };
  const candidate = (weights: Vector): Candidate => ({
    weights,
    point: combine(columns, weights),
    value: dot(weights, shares),
  });
  const answer = ({ weights }: Candidate, bound: number): LargestMean => {
    const value = dot(weights, values);
    return { value, bound: Math.max(value, top + range * bound), weights: [...weights] };
  };

  let inside = candidate(start);
  let outside = candidate(bestAtTop(problem));
  if (norm(outside.point) <= limit) {
    yield answer(outside, 0);
    return;
  }
  let best = inside;
  let bound = 0;
  yield answer(best, bound);

  let low = -widestBalance;
  let high = widestBalance;
  let guess = 0;
  for (let step = 0; step < mostSteps && low < guess && guess < high; step++) {
    const tried = candidate(balanced(problem, 2 ** guess));
    bound = Math.min(bound, boundFrom(problem, tried, 4 ** guess * -tried.value));
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
    bound = Math.min(bound, boundFrom(problem, between, rate));
    yield answer(best, bound);
    if (bound - best.value <= precision) return;
    const straight = Math.log2(rate / -between.value) / 2;
    const isUsable = step % 2 === 0 && straight > low && straight < high;
    guess = isUsable ? straight : (low + high) / 2;
  }
}

/** The weights that fit best with the columns of the largest value alone. */
function bestAtTop({ columns, shares, order }: Problem): number[] {
  const atTop = order.filter((j) => shares[j] === 0);
  return minimise(
    atTop.map((j) => columns[j]),
    atTop,
    columns.length,
  );
}

/** The weights that minimise ||A w||^2 + m^2 (c'w)^2. */
function balanced({ matrix, shares, order }: Problem, balance: number): number[] {
  const size = Math.max(1, balance);
  const { height, entries } = matrix;
  const longer = {
    height: height + 1,
    width: order.length,
    entries: new Float64Array((height + 1) * order.length),
  };
  const columns = order.map((j, k) => {
    const column = columnOf(longer, k);
    for (let i = 0; i < height; i++) column[i] = entries[j * height + i] / size;
    column[height] = (balance / size) * shares[j];
    return column;
  });
  return minimise(columns, order, shares.length);
}

/** The weights of a problem in some of the columns, as weights of all. */
function minimise(columns: readonly ArrayLike<number>[], places: readonly number[], count: number): number[] {
  const found = basicMinimiser(columns).weights;
  const weights = new Array<number>(count).fill(0);
  places.forEach((j, k) => (weights[j] = found[k]));
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
  { columns, matrix, shares, limit }: Problem,
  { point, weights }: Candidate,
  rate: number,
): number {
  if (!(rate > 0)) return 0;
  const boundAt = (p: Vector) => {
    const products = dotWithColumns(matrix, new Float64Array(p));
    return (
      shares.reduce((most, share, j) => Math.max(most, share - products[j]), -Infinity) + limit * norm(p)
    );
  };
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
  const factorisation = factorise(support.map((j) => [...columns[j], 1]));
  if (factorisation === null) return null;
  const change = shortestWith(
    factorisation,
    support.map((j) => shares[j] - dot(direction, columns[j])),
  );
  return direction.map((x, i) => x + change[i]);
}
