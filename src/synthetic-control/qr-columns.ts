import { dotFrom, lengthOf } from "./matrix";

/**
 * A matrix as Q times R, that can grow and shrink at its end. Column k of Q, all orthonormal, stands in `basis`
 * from place k x height; the first k + 1 entries of column k of R (the rest is 0) in `triangle` from place
 * k (k + 1) / 2. To lower `size` drops the last columns; what lies beyond it is room for others.
 */
export type Factorisation = {
  readonly height: number;
  size: number;
  readonly basis: Float64Array;
  readonly triangle: Float64Array;
};

/**
 * A column counts as a combination of the others when the part of it that they do not explain is smaller
 * than this share of its length: what is left then is mostly rounding, and its direction means nothing.
 */
const rankTolerance = 1e-14;

/**
 * The factorisation of a matrix without columns.
 *
 * @param room the most columns that will ever be appended; more than `height` are never independent
 *
 * @example
 * emptyFactorisation(3, 2).size // => 0
 */
export function emptyFactorisation(height: number, room: number): Factorisation {
  const most = Math.min(height, room);
  return {
    height,
    size: 0,
    basis: new Float64Array(height * most),
    triangle: new Float64Array(startOf(most)),
  };
}

/**
 * A column of Q: a view, not a copy.
 *
 * @example
 * [...basisColumn(factorise([[0, 2], [3, 1]]), 1)] // => [1, 0]
 */
export function basisColumn({ height, basis }: Factorisation, k: number): Float64Array {
  return basis.subarray(k * height, (k + 1) * height);
}

/** Where column k of R starts. */
const startOf = (k: number) => (k * (k + 1)) / 2;

/**
 * Subtracts from a vector its projection on the columns of Q, and writes its coefficients on them.
 *
 * The projection is done twice, because after one pass the remainder of a vector that lies nearly in the
 * span is not perpendicular to it; after two it is, to rounding ("twice is enough").
 *
 * Source: Daniel, Gragg, Kaufman & Stewart, "Reorthogonalization and stable algorithms for updating the
 * Gram-Schmidt QR factorization", Mathematics of Computation 30(136), 1976.
 *
 * @param coefficients where to write, from place `from`, one number per column
 */
function project(
  { height, size, basis }: Factorisation,
  vector: Float64Array,
  coefficients: Float64Array,
  from: number,
): void {
  coefficients.fill(0, from, from + size);
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < size; k++) {
      const share = dotFrom(basis, k * height, vector);
      coefficients[from + k] += share;
      for (let i = 0; i < vector.length; i++) vector[i] -= share * basis[k * height + i];
    }
  }
}

/**
 * What is left of a vector when its projection on the columns is taken away: perpendicular to all of them.
 *
 * @example
 * [...remainderOf(factorise([[0, 2]]), [3, 4])] // => [3, 0]
 */
export function remainderOf(factorisation: Factorisation, vector: ArrayLike<number>): Float64Array {
  const remainder = new Float64Array(vector);
  project(factorisation, remainder, new Float64Array(factorisation.size), 0);
  return remainder;
}

/**
 * Puts one more column at the end of a factorisation, unless that column is, to rounding, a combination of the
 * columns already there.
 *
 * @returns whether the column was put there
 *
 * @example
 * appendColumn(emptyFactorisation(2, 1), [0, 2]) // => true
 * appendColumn(emptyFactorisation(2, 1), [0, 0]) // => false
 */
export function appendColumn(factorisation: Factorisation, column: ArrayLike<number>): boolean {
  const { height, size, triangle } = factorisation;
  if (size === height) return false;
  const direction = basisColumn(factorisation, size);
  direction.set(column);
  const whole = lengthOf(direction);
  project(factorisation, direction, triangle, startOf(size));
  const length = lengthOf(direction);
  if (length <= rankTolerance * whole) return false;
  for (let i = 0; i < height; i++) direction[i] /= length;
  triangle[startOf(size) + size] = length;
  factorisation.size++;
  return true;
}

/**
 * Takes one column out of a factorisation, wherever it stands, by rotating what is then no triangle back to one.
 * Every rotation adds some rounding, and unlike a projection it never takes any away.
 *
 * Source: Golub & Van Loan, "Matrix computations", 4th ed., 2013, section 6.5.2.
 *
 * @example
 * removeColumn(factorise([[0, 2, 0], [3, 1, 0], [4, 5, 6]]), 1) // => 2
 */
export function removeColumn(factorisation: Factorisation, column: number): number {
  const { height, size, basis, triangle } = factorisation;
  for (let k = column; k < size - 1; k++) {
    const next = startOf(k + 1);
    const length = Math.hypot(triangle[next + k], triangle[next + k + 1]);
    const cosine = triangle[next + k] / length;
    const sine = triangle[next + k + 1] / length;
    rotate(basis, k * height, (k + 1) * height, height, cosine, sine);
    for (let later = k + 1; later < size; later++)
      rotate(triangle, startOf(later) + k, startOf(later) + k + 1, 1, cosine, sine);
    triangle.copyWithin(startOf(k), next, next + k + 1);
  }
  return --factorisation.size;
}

/** Rotates `length` numbers from one place and as many from another, pair by pair. */
function rotate(
  list: Float64Array,
  from: number,
  to: number,
  length: number,
  cosine: number,
  sine: number,
): void {
  for (let i = 0; i < length; i++) {
    const x = list[from + i];
    const y = list[to + i];
    list[from + i] = cosine * x + sine * y;
    list[to + i] = cosine * y - sine * x;
  }
}

/**
 * The factorisation of these columns.
 *
 * @param columns at least one, all of the same length
 * @returns `null` when one of the columns is, to rounding, a combination of those before it
 *
 * @example
 * [...factorise([[0, 2], [3, 1]]).triangle] // => [2, 1, 3]
 * factorise([[0, 2], [0, 1]]) // => null
 */
export function factorise(columns: readonly ArrayLike<number>[]): Factorisation | null {
  const factorisation = emptyFactorisation(columns[0].length, columns.length);
  return columns.every((column) => appendColumn(factorisation, column)) ? factorisation : null;
}

/**
 * Least squares: the solution x that brings the factorised matrix times x nearest to the target, and the
 * residual target - matrix x, perpendicular to every column to rounding.
 *
 * @example
 * [...leastSquares(factorise([[0, 2], [3, 1]]), [6, 4]).solution] // => [1, 2]
 * [...leastSquares(factorise([[0, 2]]), [6, 4]).residual] // => [6, 0]
 */
export function leastSquares(
  factorisation: Factorisation,
  target: ArrayLike<number>,
): { solution: number[]; residual: Float64Array } {
  const { size, triangle } = factorisation;
  const residual = new Float64Array(target);
  const coefficients = new Float64Array(size);
  project(factorisation, residual, coefficients, 0);
  const solution = new Array<number>(size);
  for (let k = size - 1; k >= 0; k--) {
    const column = startOf(k);
    solution[k] = coefficients[k] / triangle[column + k];
    for (let i = 0; i < k; i++) coefficients[i] -= triangle[column + i] * solution[k];
  }
  return { solution, residual };
}

/**
 * The shortest vector whose inner product with each column is as required.
 *
 * @param required one number per column
 *
 * @example
 * [...shortestWith(factorise([[0, 2, 0], [3, 1, 0]]), [4, 5])] // => [1, 2, 0]
 */
export function shortestWith(
  { height, size, basis, triangle }: Factorisation,
  required: ArrayLike<number>,
): Float64Array {
  // With the columns as Q R the coefficients y on Q have R'y = required, and the shortest vector is Q y.
  const coefficients = new Float64Array(size);
  const shortest = new Float64Array(height);
  for (let k = 0; k < size; k++) {
    const column = startOf(k);
    let known = 0;
    for (let i = 0; i < k; i++) known += triangle[column + i] * coefficients[i];
    coefficients[k] = (required[k] - known) / triangle[column + k];
    for (let i = 0; i < height; i++) shortest[i] += coefficients[k] * basis[k * height + i];
  }
  return shortest;
}
