/**
 * A matrix with its columns one after the other in one list of doubles. The solver's inner loops run over
 * these: with lists of numbers their speed would depend on whether the outcomes happen to be whole.
 */
export type Matrix = { readonly height: number; readonly width: number; readonly entries: Float64Array };

/**
 * The matrix with these columns.
 *
 * @param columns at least one, all of the same length
 * @param height with more than the length of the columns, the last rows are 0
 *
 * @example
 * matrixOf([[1, 2], [3, 4], [5, 6]]).width // => 3
 * [...matrixOf([[1, 2], [3, 4]], 3).entries] // => [1, 2, 0, 3, 4, 0]
 */
export function matrixOf(columns: readonly ArrayLike<number>[], height = columns[0].length): Matrix {
  const entries = new Float64Array(height * columns.length);
  // A loop, because copying a list of numbers with `set` takes twice as long.
  columns.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) entries[j * height + i] = column[i];
  });
  return { height, width: columns.length, entries };
}

/**
 * The same matrix with its rows as columns.
 *
 * @example
 * [...transposed(matrixOf([[1, 2], [3, 4]])).entries] // => [1, 3, 2, 4]
 */
export function transposed({ height, width, entries }: Matrix): Matrix {
  const turned = new Float64Array(entries.length);
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < height; i++) turned[i * width + j] = entries[j * height + i];
  }
  return { height: width, width: height, entries: turned };
}

/**
 * A column of a matrix: a view, not a copy.
 *
 * @example
 * [...columnOf(matrixOf([[1, 2], [3, 4], [5, 6]]), 1)] // => [3, 4]
 */
export function columnOf({ height, entries }: Matrix, j: number): Float64Array {
  return entries.subarray(j * height, (j + 1) * height);
}

/**
 * The inner product of a vector with the numbers that stand in a list from place `at`.
 *
 * @example
 * dotFrom(matrixOf([[1, 2], [3, 4]]).entries, 2, new Float64Array([5, 6])) // => 39
 */
export function dotFrom(list: Float64Array, at: number, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += list[at + i] * vector[i];
  return sum;
}

/**
 * The inner product of a vector with each column of a matrix, in a new list or in the one given.
 *
 * The solver spends most of its time here. Four columns at a time, because each addition to a sum waits for the
 * one before it: four sums keep the processor busy in the meantime.
 *
 * @example
 * [...dotWithColumns(matrixOf([[1, 2], [3, 4], [5, 6]]), new Float64Array([1, 0]))] // => [1, 3, 5]
 */
export function dotWithColumns(
  { height, width, entries }: Matrix,
  vector: Float64Array,
  products = new Float64Array(width),
): Float64Array {
  let j = 0;
  for (; j + 3 < width; j += 4) {
    const [a, b, c, d] = [j * height, (j + 1) * height, (j + 2) * height, (j + 3) * height];
    let [inA, inB, inC, inD] = [0, 0, 0, 0];
    for (let i = 0; i < vector.length; i++) {
      inA += entries[a + i] * vector[i];
      inB += entries[b + i] * vector[i];
      inC += entries[c + i] * vector[i];
      inD += entries[d + i] * vector[i];
    }
    products[j] = inA;
    products[j + 1] = inB;
    products[j + 2] = inC;
    products[j + 3] = inD;
  }
  for (; j < width; j++) products[j] = dotFrom(entries, j * height, vector);
  return products;
}

/**
 * The Euclidean length of a vector; as `norm`, for a list of doubles.
 *
 * @example
 * lengthOf(new Float64Array([3, 4])) // => 5
 */
export function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dotFrom(vector, 0, vector));
}

/**
 * The length of each column.
 *
 * @example
 * [...lengthsOf(matrixOf([[3, 4], [0, 2]]))] // => [5, 2]
 */
export function lengthsOf(matrix: Matrix): Float64Array {
  const lengths = new Float64Array(matrix.width);
  for (let j = 0; j < matrix.width; j++) lengths[j] = lengthOf(columnOf(matrix, j));
  return lengths;
}
