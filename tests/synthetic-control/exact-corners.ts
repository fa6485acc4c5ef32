import type { SyntheticPanel } from "../../src/synthetic-control/panel";

/** A corner of the set of best weights, in whole numbers: the weights are `parts` divided by `total`. */
export type Corner = { readonly parts: readonly bigint[]; readonly total: bigint };

/**
 * All corners of the set of weights that fit best, of a small panel in whole numbers, without any rounding: for every
 * choice of donors the conditions of the best fit are solved in fractions, and those with weights of 0 or more and the
 * smallest gap are kept.
 */
export function cornersExactly({ treated, donors, prePeriods }: SyntheticPanel): Corner[] {
  const columns = donors.map((donor) =>
    donor.slice(0, prePeriods).map((outcome, t) => BigInt(outcome - treated[t])),
  );
  const corners = choices(donors.length).flatMap((chosen) => {
    const equations = [
      ...chosen.map((i) => [...chosen.map((j) => inner(columns[i], columns[j])), 1n, 0n]),
      [...chosen.map(() => 1n), 0n, 1n],
    ];
    const solution = solveExactly(equations);
    if (solution === null) return [];
    const parts = donors.map((_, j) => (chosen.includes(j) ? solution.numerators[chosen.indexOf(j)] : 0n));
    if (parts.some((part) => part < 0n)) return [];
    const gap = treated
      .slice(0, prePeriods)
      .map((_, t) => columns.reduce((sum, column, j) => sum + parts[j] * column[t], 0n));
    return [{ parts, total: solution.denominator, loss: inner(gap, gap) }];
  });
  type Lossy = (typeof corners)[number];
  const isBetter = (a: Lossy, b: Lossy) => a.loss * b.total * b.total < b.loss * a.total * a.total;
  const best = corners.reduce((least, corner) => (isBetter(corner, least) ? corner : least));
  return corners.filter((corner) => !isBetter(best, corner));
}

/** The weights of a corner, rounded once. */
export const weightsOf = ({ parts, total }: Corner) => parts.map((part) => Number(part) / Number(total));

/** The smallest and largest mean effect over the set of best weights: a linear function, so that corners have them. */
export function rangeExactly(panel: SyntheticPanel): { smallest: number; largest: number } {
  const { treated, donors, prePeriods } = panel;
  const after = treated.slice(prePeriods).length;
  const effects = cornersExactly(panel).map(({ parts, total }) => {
    const sums = donors.map((donor) =>
      donor
        .slice(prePeriods)
        .reduce((sum, outcome, t) => sum + BigInt(treated[prePeriods + t] - outcome), 0n),
    );
    return Number(inner(parts, sums)) / Number(total * BigInt(after));
  });
  return { smallest: Math.min(...effects), largest: Math.max(...effects) };
}

const inner = (a: readonly bigint[], b: readonly bigint[]) => a.reduce((sum, x, i) => sum + x * b[i], 0n);

/** All non-empty sets of the numbers below `count`. */
function choices(count: number): number[][] {
  const numbers = Array.from({ length: count }, (_, j) => j);
  return Array.from({ length: 2 ** count - 1 }, (_, code) =>
    numbers.filter((j) => ((code + 1) >> j) % 2 === 1),
  );
}

/**
 * The solution of square equations [coefficients..., right-hand side] in whole numbers, over one denominator above 0;
 * null when they are singular. Elimination without fractions (Bareiss, Mathematics of Computation 22, 1968), to the
 * diagonal.
 */
function solveExactly(
  equations: readonly (readonly bigint[])[],
): { numerators: bigint[]; denominator: bigint } | null {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  let last = 1n;
  for (let c = 0; c < size; c++) {
    const pivot = rows.findIndex((row, i) => i >= c && row[c] !== 0n);
    if (pivot === -1) return null;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (let i = 0; i < size; i++) {
      if (i === c) continue;
      const factor = rows[i][c];
      rows[i] = rows[i].map((x, k) => (x * rows[c][c] - factor * rows[c][k]) / last);
    }
    last = rows[c][c];
  }
  const sign = last < 0n ? -1n : 1n;
  return { numerators: rows.map((row) => sign * row[size]), denominator: sign * last };
}
