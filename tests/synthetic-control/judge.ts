/** Judges of weights, written apart from the solver and as directly as the definitions allow. */

type Series = readonly number[];

/** How far the weighted donors are from the treated unit, per period. */
export function gapOf(treated: Series, donors: readonly Series[], weights: Series): number[] {
  return treated.map((outcome, t) => donors.reduce((sum, donor, j) => sum + weights[j] * donor[t], -outcome));
}

/**
 * The largest violation of the optimality conditions: to shift weight towards a donor must not shorten the
 * gap, and towards a donor that has weight it must not lengthen it either. In units of the squared distance
 * between the treated unit and the farthest donor.
 */
export function optimalityViolation(treated: Series, donors: readonly Series[], weights: Series): number {
  const largest = Math.max(
    Number.MIN_VALUE,
    ...donors.flatMap((donor) => donor.map((outcome, t) => Math.abs(outcome - treated[t]))),
  );
  const columns = donors.map((donor) => donor.map((outcome, t) => (outcome - treated[t]) / largest));
  const point = treated.map((_, t) => columns.reduce((sum, column, j) => sum + weights[j] * column[t], 0));
  const farthest = Math.max(...columns.map((column) => column.reduce((sum, x) => sum + x * x, 0)));
  const slopes = columns.map((column) => column.reduce((sum, x, t) => sum + point[t] * (x - point[t]), 0));
  const violations = slopes.map((slope, j) => (weights[j] > 0 ? Math.abs(slope) : Math.max(0, -slope)));
  return farthest === 0 ? 0 : Math.max(...violations) / farthest;
}

/**
 * All corners of the set of minimisers of a small problem in small whole numbers, by trying every choice of
 * donors: the equations of each choice are solved, and those with weights of 0 or more and the smallest gap
 * are kept.
 */
export function cornersOfMinimisers(treated: Series, donors: readonly Series[]): number[][] {
  const deviations = donors.map((donor) => donor.map((outcome, t) => outcome - treated[t]));
  const corners = choices(donors.length).flatMap((chosen) => {
    // Stationary under sum w = 1: the inner products with the gap are equal for all chosen donors.
    const equations = [
      ...chosen.map((i) => [...chosen.map((j) => inner(deviations[i], deviations[j])), 1, 0]),
      [...chosen.map(() => 1), 0, 1],
    ];
    const solution = solve(equations);
    if (solution === null) return [];
    const weights = donors.map((_, j) => (chosen.includes(j) ? solution[chosen.indexOf(j)] : 0));
    if (weights.some((weight) => weight < -1e-9)) return [];
    const gap = gapOf(treated, donors, weights);
    return [{ weights, loss: inner(gap, gap) }];
  });
  const least = Math.min(...corners.map(({ loss }) => loss));
  return corners.filter(({ loss }) => loss <= least + 1e-9).map(({ weights }) => weights);
}

export const inner = (a: Series, b: Series) => a.reduce((sum, x, i) => sum + x * b[i], 0);

/** All non-empty sets of the numbers below `count`. */
function choices(count: number): number[][] {
  const numbers = Array.from({ length: count }, (_, j) => j);
  return Array.from({ length: 2 ** count - 1 }, (_, code) =>
    numbers.filter((j) => ((code + 1) >> j) % 2 === 1),
  );
}

/** The solution of square equations [coefficients..., right-hand side], or null when they are singular. */
function solve(equations: readonly Series[]): number[] | null {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  for (let c = 0; c < size; c++) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= c && Math.abs(row[c]) > Math.abs(rows[best][c]) ? i : best),
      c,
    );
    if (Math.abs(rows[pivot][c]) < 1e-9) return null;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (let i = 0; i < size; i++) {
      if (i === c) continue;
      const factor = rows[i][c] / rows[c][c];
      rows[i] = rows[i].map((x, k) => x - factor * rows[c][k]);
    }
  }
  return rows.map((row, i) => row[size] / row[i]);
}
