import { dot, norm, type Vector } from "./vectors";

/**
 * A matrix as Q times R: `basis` holds the orthonormal columns of Q, and `triangle[k]` the first k + 1
 * entries of column k of R (the rest is 0).
 */
export type Factorisation = { readonly basis: readonly Vector[]; readonly triangle: readonly Vector[] };

/** The factorisation of a matrix without columns. */
export const emptyFactorisation: Factorisation = { basis: [], triangle: [] };

/**
 * A column counts as a combination of the others when the part of it that they do not explain is smaller
 * than this share of its length: what is left then is mostly rounding, and its direction means nothing.
 */
const rankTolerance = 1e-14;

/**
 * Splits a vector into its coefficients on an orthonormal basis and the remainder perpendicular to that basis.
 *
 * The projection is done twice, because after one pass the remainder of a vector that lies nearly in the
 * span is not perpendicular to it; after two it is, to rounding ("twice is enough").
 *
 * Source: Daniel, Gragg, Kaufman & Stewart, "Reorthogonalization and stable algorithms for updating the
 * Gram-Schmidt QR factorization", Mathematics of Computation 30(136), 1976.
 *
 * @example
 * splitOff([[1, 0]], [3, 4]) // => {"coefficients": [3], "remainder": [0, 4]}
 */
export function splitOff(
  basis: readonly Vector[],
  vector: Vector,
): { coefficients: number[]; remainder: number[] } {
  const coefficients = new Array<number>(basis.length).fill(0);
  const remainder = [...vector];
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < basis.length; k++) {
      const direction = basis[k];
      const share = dot(direction, remainder);
      coefficients[k] += share;
      for (let i = 0; i < remainder.length; i++) remainder[i] -= share * direction[i];
    }
  }
  return { coefficients, remainder };
}

/**
 * The factorisation of the same matrix with one more column at the end, or `null` when that column is, to
 * rounding, a combination of the columns already there.
 *
 * @example
 * appendColumn(emptyFactorisation, [0, 2]) // => {"basis": [[0, 1]], "triangle": [[2]]}
 */
export function appendColumn(factorisation: Factorisation, column: Vector): Factorisation | null {
  const { coefficients, remainder } = splitOff(factorisation.basis, column);
  const length = norm(remainder);
  if (length <= rankTolerance * norm(column)) return null;
  return {
    basis: [...factorisation.basis, remainder.map((x) => x / length)],
    triangle: [...factorisation.triangle, [...coefficients, length]],
  };
}

/**
 * The factorisation of a list of columns that extends the first `kept` columns of an earlier one, so that a
 * change halfway the list does not cost the work before it.
 *
 * @returns `null` when one of the columns is, to rounding, a combination of those before it
 *
 * @example
 * factorise([[0, 2], [3, 1]], emptyFactorisation, 0) // => {"basis": [[0, 1], [1, 0]], "triangle": [[2], [1, 3]]}
 */
export function factorise(
  columns: readonly Vector[],
  earlier: Factorisation,
  kept: number,
): Factorisation | null {
  let factorisation: Factorisation | null = {
    basis: earlier.basis.slice(0, kept),
    triangle: earlier.triangle.slice(0, kept),
  };
  for (let k = kept; k < columns.length && factorisation !== null; k++) {
    factorisation = appendColumn(factorisation, columns[k]);
  }
  return factorisation;
}

/**
 * Least squares: the solution x that brings the factorised matrix times x nearest to the target, and the
 * residual target - matrix x, perpendicular to every column to rounding.
 *
 * @example
 * leastSquares(factorise([[0, 2], [3, 1]], emptyFactorisation, 0), [6, 4]) // => {"solution": [1, 2], "residual": [0, 0]}
 */
export function leastSquares(
  { basis, triangle }: Factorisation,
  target: Vector,
): { solution: number[]; residual: number[] } {
  const { coefficients: solution, remainder: residual } = splitOff(basis, target);
  for (let k = solution.length - 1; k >= 0; k--) {
    solution[k] /= triangle[k][k];
    for (let i = 0; i < k; i++) solution[i] -= triangle[k][i] * solution[k];
  }
  return { solution, residual };
}
