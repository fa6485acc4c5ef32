import { leastNormByActiveSet } from "./least-norm-active-set";
import { leastNormByNewton } from "./least-norm-newton";
import { columnOf, dotFrom, dotWithColumns, lengthsOf, matrixOf, transposed } from "./matrix";
import { appendColumn, basisColumn, emptyFactorisation } from "./qr-columns";
import { flatTolerance } from "./minimisers";
import { largestOf, norm, type Vector } from "./vectors";

/**
 * The least-norm weights of all that give the same fit: minimise ||v||^2 over v >= 0 with A v = A v0. This
 * is a strictly convex problem, so it has one solution, in whatever order the columns stand.
 *
 * Newton's method is quick and finds it nearly always. Where it fails, because columns are nearly but not
 * quite dependent, the slower active set method keeps the fit to rounding.
 *
 * @param columns the columns of A, at least one, scaled so that their largest entry is about 1
 * @param start some solution v0 >= 0 of the equations, one weight per column
 *
 * @example
 * leastNormWeights([[1, 1], [-1, 1], [0, 1]], [0, 0, 3]) // => [1, 1, 1]
 */
export function leastNormWeights(columns: readonly Vector[], start: Vector): number[] {
  const equations = independentEquations(columns);
  const from = new Float64Array(start);
  const required = equations.map((equation) => dotFrom(equation, 0, from));
  return leastNormByNewton(equations, required) ?? leastNormByActiveSet(equations, start);
}

/** An orthonormal basis of the rows of the matrix with these columns: the same equations, each said once. */
function independentEquations(columns: readonly Vector[]): Float64Array[] {
  const rows = transposed(matrixOf(columns));
  const smallest = flatTolerance * largestOf(columns.map(norm));
  const factorisation = emptyFactorisation(rows.height, rows.width);
  while (factorisation.size < rows.width) {
    const lengths = lengthsOf(rows);
    const longest = largestOf(lengths);
    if (longest <= smallest) break;
    const chosen = columnOf(rows, lengths.indexOf(longest));
    if (!appendColumn(factorisation, chosen)) break;
    chosen.fill(0);
    const direction = basisColumn(factorisation, factorisation.size - 1);
    const shares = dotWithColumns(rows, direction);
    for (let i = 0; i < rows.width; i++) {
      const row = columnOf(rows, i);
      for (let j = 0; j < row.length; j++) row[j] -= shares[i] * direction[j];
    }
  }
  return Array.from({ length: factorisation.size }, (_, k) => basisColumn(factorisation, k));
}
