type Vector = readonly number[];

/** Steps that are taken at most; some twenty are usual. */
const mostSteps = 100;

/** The sum of the products of weights and slacks, by which the objective is still too large: rounding. */
const finished = 1e-15;

/** Each step aims at products this much smaller. */
const ambition = 0.1;

/** No product of weight and slack may be less than this share of their average, or the walls are too near. */
const clearance = 1e-3;

/**
 * A witness: weights w >= 0 that sum to 1 and minimise ||A w||^2, by a primal-dual interior point method. It keeps all
 * weights above 0 until the end, and so has nothing in common with the methods of the code under test, which move
 * from corner to corner.
 *
 * Source: Nocedal & Wright, "Numerical optimization", 2006, algorithm 14.2 (long-step path following), which
 * converges from every start; for quadratic programmes as in section 16.6.
 *
 * @param columns of A, the largest entry about 1
 */
export function interiorPoint(columns: readonly Vector[]): number[] {
  let weights = columns.map(() => 1 / columns.length);
  const middle = combine(columns, weights);
  const slopes = columns.map((column) => dot(column, middle));
  let level = Math.min(...slopes) - 1;
  let slacks = slopes.map((slope) => slope - level);

  for (let step = 0; step < mostSteps && dot(weights, slacks) > finished; step++) {
    const average = dot(weights, slacks) / columns.length;
    const change = newton(columns, weights, slacks, level, ambition * average);
    let length = 1;
    let next = moved(weights, slacks, change, length);
    while (length > 1e-12 && !isClear(next)) {
      length *= 0.8;
      next = moved(weights, slacks, change, length);
    }
    // Rounding allows no further step.
    if (!isClear(next)) break;
    ({ weights, slacks } = next);
    level += length * change.level;
  }
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

type Pair = { weights: number[]; slacks: number[] };

function moved(weights: Vector, slacks: Vector, change: Pair, length: number): Pair {
  return {
    weights: weights.map((x, j) => x + length * change.weights[j]),
    slacks: slacks.map((x, j) => x + length * change.slacks[j]),
  };
}

function isClear({ weights, slacks }: Pair): boolean {
  const least = (clearance * dot(weights, slacks)) / weights.length;
  return weights.every((weight, j) => weight > 0 && slacks[j] > 0 && weight * slacks[j] >= least);
}

/**
 * The step of Newton to weights and slacks with all products equal to the target, where the slacks are the slopes
 * of the objective above a common level.
 */
function newton(columns: readonly Vector[], weights: Vector, slacks: Vector, level: number, target: number) {
  // (A'A + S/W) x = r by way of its small twin (I + A W/S A') q = A W/S r: x = W/S (r - A'q).
  const spread = weights.map((weight, j) => weight / slacks[j]);
  const factor = cholesky(
    columns[0].map((_, t) =>
      columns[0].map((_, u) =>
        columns.reduce((total, column, j) => total + spread[j] * column[t] * column[u], t === u ? 1 : 0),
      ),
    ),
  );
  const solve = (side: Vector) => {
    const scaled = side.map((x, j) => spread[j] * x);
    const common = solved(factor, combine(columns, scaled));
    return side.map((x, j) => spread[j] * (x - dot(columns[j], common)));
  };
  const point = combine(columns, weights);
  const misses = columns.map((column, j) => dot(column, point) - level - slacks[j]);
  const changes = weights.map((weight, j) => target - weight * slacks[j]);
  const ones = solve(weights.map(() => 1));
  const plain = solve(changes.map((change, j) => change / weights[j] - misses[j]));
  const rise = (1 - sum(weights) - sum(plain)) / sum(ones);
  const dw = plain.map((x, j) => x + rise * ones[j]);
  const ds = dw.map((x, j) => (changes[j] - slacks[j] * x) / weights[j]);
  return { weights: dw, slacks: ds, level: rise };
}

/** The lower triangle L with L L' the given matrix, which is positive definite. */
function cholesky(matrix: readonly Vector[]): number[][] {
  const lower: number[][] = [];
  matrix.forEach((row, i) => {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let x = row[j];
      for (let k = 0; k < j; k++) x -= lower[i][k] * lower[j][k];
      lower[i].push(i === j ? Math.sqrt(x) : x / lower[j][j]);
    }
  });
  return lower;
}

function solved(lower: readonly Vector[], side: Vector): number[] {
  const x = [...side];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}

const sum = (values: Vector) => values.reduce((total, x) => total + x, 0);

const combine = (columns: readonly Vector[], weights: Vector) =>
  columns[0].map((_, t) => columns.reduce((total, column, j) => total + weights[j] * column[t], 0));

function dot(a: Vector, b: Vector): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}
