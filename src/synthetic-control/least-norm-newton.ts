import { columnOf, dotWithColumns, lengthOf, matrixOf, transposed, type Matrix } from "./matrix";
import type { Vector } from "./vectors";

/** Keeps the Newton equations solvable; their matrix has entries of at most 1. */
const ridge = 1e-13;

/** Newton's method takes some ten steps, or fails because the equations are nearly contradictory. */
const mostSteps = 40;

/** The equations hold when they miss by no more than this: rounding, at weights of at most 1. */
const mostMiss = 1e-14;

/**
 * The least-norm weights under some equations, by Newton's method: minimise ||v||^2 over v >= 0 with
 * `equations` times v = `required`.
 *
 * At the solution v = max(0, l1 x equation 1 + l2 x equation 2 + ...) for some multipliers l. They maximise
 * the dual problem, which is concave and piecewise quadratic: once the right weights are positive, a Newton
 * step lands on the solution itself, so that the answer is exact. Each step costs as much as there are
 * equations, squared, times weights; with few equations that is far less than any method by columns.
 *
 * @param equations orthonormal, one entry per weight
 * @param required the right-hand side of each equation
 * @returns null when rounding keeps the equations from being met, with multipliers too large to compute with
 *
 * Source: Mangasarian, "A Newton method for linear programming", JOTA 121(1), 2004, where the same dual
 * problem gives the least-norm solution of a linear programme.
 *
 * @example
 * leastNormByNewton([[0.6, 0.8, 0]], [0.5]) // => [0.3, 0.4, 0]
 */
export function leastNormByNewton(
  equations: readonly ArrayLike<number>[],
  required: Vector,
): number[] | null {
  const columns = matrixOf(equations);
  const rows = transposed(columns);
  // Without the bounds at 0 the multipliers would be the right-hand side itself.
  let multipliers = new Float64Array(required);
  for (let step = 0; step < mostSteps; step++) {
    const weights = dotWithColumns(rows, multipliers).map((weight) => Math.max(0, weight));
    const met = dotWithColumns(columns, weights);
    const gradient = met.map((x, i) => required[i] - x);
    if (lengthOf(gradient) <= mostMiss) return [...weights];
    const direction = newtonDirection(rows, weights, gradient);
    const length = lineSearch(rows, multipliers, direction, required);
    multipliers = multipliers.map((x, i) => x + length * direction[i]);
  }
  return null;
}

/**
 * The step to the multipliers at which the equations hold if the columns that are positive now stay so: the
 * solution d of (sum of r r' over the positive rows r) d = gradient, by Cholesky. Where too few columns are
 * positive the matrix is singular; the small ridge then gives a long step, which the line search cuts off.
 */
function newtonDirection(rows: Matrix, weights: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  const lower = Array.from(gradient, (_, i) => {
    const line = new Float64Array(i + 1);
    line[i] = ridge;
    return line;
  });
  for (let j = 0; j < weights.length; j++) {
    if (weights[j] === 0) continue;
    const row = columnOf(rows, j);
    for (let i = 0; i < size; i++) {
      const line = lower[i];
      for (let k = 0; k <= i; k++) line[k] += row[i] * row[k];
    }
  }
  const solution = gradient.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) {
      for (let h = 0; h < k; h++) lower[i][k] -= lower[i][h] * lower[k][h];
      lower[i][k] /= lower[k][k];
      lower[i][i] -= lower[i][k] ** 2;
      solution[i] -= lower[i][k] * solution[k];
    }
    lower[i][i] = Math.sqrt(Math.max(lower[i][i], ridge / 2));
    solution[i] /= lower[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    solution[i] /= lower[i][i];
    for (let k = 0; k < i; k++) solution[k] -= lower[i][k] * solution[i];
  }
  return solution;
}

/**
 * How far to go in a direction of multipliers: to where the slope of the dual objective is 0. The slope is
 * continuous, falling and piecewise linear; its pieces end where a weight becomes 0 or leaves 0.
 */
function lineSearch(rows: Matrix, from: Float64Array, direction: Float64Array, required: Vector): number {
  const values = dotWithColumns(rows, from);
  const speeds = dotWithColumns(rows, direction);
  let slope = required.reduce((sum, x, i) => sum + x * direction[i], 0);
  let bend = 0;
  const kinks: { at: number; speed: number }[] = [];
  values.forEach((value, j) => {
    const speed = speeds[j];
    if (speed === 0) return;
    if (value > 0 || (value === 0 && speed > 0)) {
      slope -= value * speed;
      bend += speed ** 2;
    }
    if (value * speed < 0) kinks.push({ at: -value / speed, speed });
  });
  kinks.sort((a, b) => a.at - b.at);
  let reached = 0;
  for (const { at, speed } of kinks) {
    if (slope <= bend * (at - reached)) break;
    slope -= bend * (at - reached);
    reached = at;
    bend += Math.sign(speed) * speed ** 2;
  }
  return bend > 0 ? reached + slope / bend : reached;
}
