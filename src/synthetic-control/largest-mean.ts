import { basicMinimiser } from "./basic-minimiser";
import { distinctColumns } from "./distinct-columns";
import { highestMean, type Bound } from "./highest-mean";
import { nearBest, surplus, type NearBest } from "./near-best";
import { combine, dot, largestOf, smallestOf, type Vector } from "./vectors";

/** The largest value of a weighted mean over all weights that fit nearly as well as the best. */
export type LargestMean = {
  /** The largest value, attained by `weights`. */
  value: number;
  /** A proven upper bound, its own rounding included: no weights that fit nearly as well give more than this. */
  bound: number;
  /** Weights that give the value and fit nearly as well. */
  weights: number[];
};

/** Weights, what they are beside the best fit, and the value c'w. */
type Candidate = {
  readonly weights: Vector;
  readonly aside: Vector;
  readonly slope: number;
  readonly value: number;
};

/** The problem in the units of the search. */
type Problem = {
  readonly near: NearBest;
  /** How far each value is below the top, as a share of the range of the values: from -1 to 0. */
  readonly shares: Vector;
};

/** Some of the columns, as they are weighed against the value. */
type Pool = {
  readonly columns: readonly Vector[];
  /** Which columns these are, in an order that depends on entries and values alone. */
  readonly places: readonly number[];
};

/** The search ends when value and bound are this near, as a share of the range of the values, rounding aside. */
const precision = 1e-13;

/** Balances between fit and value that are tried: 2^-40 up to 2^40. */
const widestBalance = 40;

/** Each step halves the interval of balances at least every other time. */
const mostSteps = 120;

/**
 * With less room than this for the length of A w - best, ||A w||^2 itself says too little: the value is weighed
 * against what is left of the columns when the best fit is taken away.
 */
const littleRoom = 1e-5;

/**
 * The search for the largest c'w over all weights w >= 0 that sum to 1 and fit nearly as well as the best, the matrix A
 * given as its columns. It tells what it knows after each problem it has solved, so that the caller can stop or do
 * something else in between; the last is the answer.
 *
 * The weights that trade fit for value at a given rate are those that minimise ||A w||^2 + m^2 (c'w - top)^2,
 * with top the largest value: a problem that `basicMinimiser` solves exactly. The larger m, the larger the value
 * and the worse the fit, without jumps. The search narrows the interval of m in which the limit is
 * reached; within it the path of the weights is straight, as soon as both ends have the same columns, so that the
 * point on the line between the ends that reaches the limit is the answer itself.
 *
 * Where hardly anything but the best fit will do, the weights can only move among the columns that are as good as those
 * with weight. Of these the path is followed first, with the best fit taken away, so that it costs no digits.
 *
 * @param columns at least one, all of the same length of at least 1, finite, the largest entry about 1
 * @param values c, one per column, finite
 * @param room how much ||A w||^2 may exceed that of the best weights, 0 or more
 * @param best the weights that fit best
 * @param isPerfect whether ||A w|| of the best weights counts as 0
 *
 * Source: the recipe of appending a row m (c'w - extreme) is KNAP's note on the synthetic control; the path is the
 * critical line of Markowitz, "The optimization of a quadratic function subject to linear constraints", Naval
 * Research Logistics Quarterly 3, 1956; the bound is that of `highestMean`.
 *
 * @example
 * [...largestMean([[-1], [1], [2]], [0, 1, 5], 0.25, [0.5, 0.5, 0], true)].at(-1).value // => 2.5
 */
export function* largestMean(
  columns: readonly Vector[],
  values: Vector,
  room: number,
  best: Vector,
  isPerfect: boolean,
): Generator<LargestMean, void, undefined> {
  const top = largestOf(values);
  const range = top - smallestOf(values);
  if (range === 0) {
    yield { value: top, bound: top, weights: [...best] };
    return;
  }
  const shares = values.map((value) => (value - top) / range);
  const near = nearBest(columns, best, room, isPerfect);
  const problem: Problem = { near, shares };
  const distinct = distinctColumns(columns.map((column, j) => [...column, shares[j]]));
  const order = distinct.map(({ places }) => places[0]);
  const flat = order.filter((j) => near.slopes[j] === 0);
  const onFlat: Pool = { columns: flat.map((j) => near.aside[j]), places: flat };
  const all: Pool = { columns: order.map((j) => columns[j]), places: order };
  const isNarrow = !isPerfect && near.room < littleRoom;

  const lastDigits = 4 * Number.EPSILON * (Math.abs(top) + range);
  let found: Known = { best: candidateOf(problem, best), bound: { value: 0, rounding: 0 } };
  const answer = (): LargestMean => {
    const { weights } = found.best;
    const value = Math.min(top, dot(weights, values));
    const { value: share, rounding } = found.bound;
    const bound = share === 0 ? top : Math.min(top, top + range * (share + rounding) + lastDigits);
    return { value, bound: Math.max(bound, value), weights: [...weights] };
  };
  for (const pool of isNarrow ? [onFlat, all] : [all]) {
    for (found of followed(problem, pool, found)) yield answer();
    if (isProven(found)) return;
  }
}

/** The best weights so far, and the lowest bound. */
type Known = { readonly best: Candidate; readonly bound: Bound };

const isProven = ({ best, bound }: Known) => bound.value - best.value <= precision;

/** Follows the path of the weights of some columns to where the limit is reached. */
function* followed(problem: Problem, pool: Pool, before: Known): Generator<Known, void, undefined> {
  const { shares, near } = problem;
  const top = largestOf(pool.places.map((j) => shares[j]));
  let { best, bound } = before;
  const known = (): Known => ({ best, bound });
  const tighten = (candidate: Candidate, rate: number) => {
    const found = highestMean(near, shares, candidate, rate);
    if (found.value + found.rounding < bound.value + bound.rounding) bound = found;
  };
  const improve = (candidate: Candidate) => {
    if (candidate.value > best.value) best = candidate;
  };

  let inside = before.best;
  let outside = candidateOf(problem, bestAtTop(problem, pool, top));
  if (surplus(near, outside) <= 0) {
    improve(outside);
    // Of some columns only: what the others could add follows from their slopes.
    if (top < 0) tighten({ ...outside, aside: outside.aside.map(() => 0) }, Infinity);
    yield known();
    return;
  }
  yield known();

  let low = -widestBalance;
  let high = widestBalance;
  let guess = 0;
  for (let step = 0; step < mostSteps && low < guess && guess < high; step++) {
    const tried = candidateOf(problem, balanced(problem, pool, top, 2 ** guess));
    tighten(tried, 4 ** guess * (top - tried.value));
    if (surplus(near, tried) <= 0) {
      inside = tried;
      low = guess;
    } else {
      outside = tried;
      high = guess;
    }
    const { between, share } = atLimit(near, inside, outside);
    improve(between);
    // On a straight part of the path the rate m^2 (top - c'w) runs evenly from one end to the other.
    const rateAt = (balance: number, end: Candidate) => 4 ** balance * (top - end.value);
    const rate = rateAt(low, inside) * (1 - share) + rateAt(high, outside) * share;
    tighten(between, rate);
    yield known();
    if (isProven(known())) return;
    const straight = Math.log2(rate / (top - between.value)) / 2;
    const isUsable = step % 2 === 0 && straight > low && straight < high;
    guess = isUsable ? straight : (low + high) / 2;
  }
}

function candidateOf({ near, shares }: Problem, weights: Vector): Candidate {
  return {
    weights,
    aside: combine(near.aside, weights),
    slope: dot(near.slopes, weights),
    value: dot(shares, weights),
  };
}

/** The weights that fit best with the columns of the largest value alone. */
function bestAtTop({ shares }: Problem, { columns, places }: Pool, top: number): number[] {
  const atTop = places.flatMap((j, k) => (shares[j] === top ? [k] : []));
  return minimise(
    atTop.map((k) => columns[k]),
    atTop.map((k) => places[k]),
    shares.length,
  );
}

/** The weights that minimise ||A w||^2 + m^2 (c'w - top)^2. */
function balanced({ shares }: Problem, { columns, places }: Pool, top: number, balance: number): number[] {
  const size = Math.max(1, balance);
  const height = columns[0].length;
  const longer = columns.map((column, k) => {
    const entries = new Float64Array(height + 1);
    for (let i = 0; i < height; i++) entries[i] = column[i] / size;
    entries[height] = (balance / size) * (shares[places[k]] - top);
    return entries;
  });
  return minimise(longer, places, shares.length);
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
  near: NearBest,
  inside: Candidate,
  outside: Candidate,
): { between: Candidate; share: number } {
  const step = outside.aside.map((x, i) => x - inside.aside[i]);
  const a = dot(step, step);
  const b = dot(step, inside.aside) + (outside.slope - inside.slope);
  const c = Math.min(0, surplus(near, inside));
  const root = Math.sqrt(b * b - a * c);
  // Two forms of one solution; each subtracts nothing from its like.
  const found = b > 0 ? -c / (b + root) : (root - b) / a;
  const share = Number.isFinite(found) ? Math.min(1, Math.max(0, found)) : 0;
  const mix = (x: number, y: number) => x + share * (y - x);
  const between = {
    weights: inside.weights.map((x, j) => mix(x, outside.weights[j])),
    aside: inside.aside.map((x, i) => mix(x, outside.aside[i])),
    slope: mix(inside.slope, outside.slope),
    value: mix(inside.value, outside.value),
  };
  return { between, share };
}
