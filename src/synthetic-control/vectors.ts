/** A list of numbers that is read and never changed; a matrix is a list of its columns. */
export type Vector = readonly number[];

/**
 * The inner product of two vectors of the same length.
 *
 * @example
 * dot([1, 2], [3, 4]) // => 11
 */
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * The Euclidean length of a vector. Meant for vectors scaled to about 1: the squares can overflow beyond
 * 1e154, and vanish below 1e-162.
 *
 * @example
 * norm([3, 4]) // => 5
 */
export function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/**
 * The weighted sum of columns: the matrix with these columns, times the weights. A weight of 0 leaves its
 * column out altogether.
 *
 * @param columns at least one column, all of the same length
 * @param weights one weight per column
 *
 * @example
 * combine([[1, 0], [3, 4]], [0.5, 0.5]) // => [2, 2]
 */
export function combine(columns: readonly ArrayLike<number>[], weights: Vector): number[] {
  const sum = new Array<number>(columns[0].length).fill(0);
  columns.forEach((column, j) => {
    if (weights[j] !== 0) for (let i = 0; i < sum.length; i++) sum[i] += weights[j] * column[i];
  });
  return sum;
}

/**
 * The largest of the absolute values; 0 without values.
 *
 * @example
 * largestSize([1, -3]) // => 3
 */
export const largestSize = (values: Vector): number =>
  values.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);

/**
 * The largest of many numbers, where `Math.max(...numbers)` would run out of stack.
 *
 * @param numbers at least one; when one is NaN, so is the answer
 *
 * @example
 * largestOf([2, 5, 3]) // => 5
 */
export function largestOf(numbers: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, numbers[i]);
  return largest;
}

/**
 * The smallest of many numbers, where `Math.min(...numbers)` would run out of stack.
 *
 * @param numbers at least one; when one is NaN, so is the answer
 *
 * @example
 * smallestOf([2, 5, 3]) // => 2
 */
export function smallestOf(numbers: ArrayLike<number>): number {
  let smallest = Infinity;
  for (let i = 0; i < numbers.length; i++) smallest = Math.min(smallest, numbers[i]);
  return smallest;
}
