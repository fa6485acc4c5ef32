import { leastNormByActiveSet } from "./least-norm-active-set";
import { leastNormByNewton } from "./least-norm-newton";
import { splitOff } from "./qr-columns";
import { flatTolerance } from "./minimisers";
import { dot, norm, type Vector } from "./vectors";

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
  const required = equations.map((equation) => dot(equation, start));
  return leastNormByNewton(equations, required) ?? leastNormByActiveSet(equations, start);
}

/** An orthonormal basis of the rows of the matrix with these columns: the same equations, each said once. */
function independentEquations(columns: readonly Vector[]): Vector[] {
  const rows = columns[0].map((_, i) => columns.map((column) => column[i]));
  const smallest = flatTolerance * Math.max(...columns.map(norm));
  const basis: Vector[] = [];
  while (rows.length > 0) {
    const lengths = rows.map(norm);
    const longest = Math.max(...lengths);
    if (longest <= smallest) break;
    const [chosen] = rows.splice(lengths.indexOf(longest), 1);
    const { remainder } = splitOff(basis, chosen);
    const length = norm(remainder);
    const direction = remainder.map((x) => x / length);
    basis.push(direction);
    for (const row of rows) {
      const share = dot(row, direction);
      for (let j = 0; j < row.length; j++) row[j] -= share * direction[j];
    }
  }
  return basis;
}
