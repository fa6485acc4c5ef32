import { distinctColumns } from "./distinct-columns";
import { leastNormWeights } from "./least-norm-weights";
import { findMinimisers, type Minimisers } from "./minimisers";
import { kktResidual } from "./optimality";
import { combine, dot, largestOf, norm, type Vector } from "./vectors";

/** The solution of a least-squares problem over the simplex. */
export type SimplexFit = {
  /** One weight per column, in the order given: 0 or more, together 1. */
  weights: number[];
  /** The length of the weighted sum of the columns, which is what was minimised; 0 if it is 0 to rounding. */
  distance: number;
  /** The largest violation of the optimality conditions: see `kktResidual`. */
  kktResidual: number;
  /** Whether there is, to rounding, no other minimiser. */
  unique: boolean;
};

/** A weight that contributes less than this share to the weights and to the fit is rounding. */
const weightTolerance = 1e-14;

/**
 * The least-squares problem over the simplex: minimise ||A w||^2 over weights w >= 0 that sum to 1, with the
 * matrix A given as its columns. (To approach a target b, subtract b from every column first.) Among
 * minimisers it gives the one of least norm, so that the answer does not depend on the order of the columns
 * and equal columns share equally.
 *
 * @param columns at least one, all of the same length of at least 1, finite, the largest entry about 1
 *
 * Source: the problem as in Abadie, Diamond & Hainmueller, JASA 105(490), 2010; the methods as in
 * `basicMinimiser` and `leastNormWeights`.
 *
 * @example
 * simplexLeastSquares([[1], [-1], [1]]).weights // => [0.25, 0.5, 0.25]
 */
export function simplexLeastSquares(columns: readonly Vector[]): SimplexFit {
  const distinct = distinctColumns(columns);
  const copies = distinct.map(({ places }) => places.length);
  const different = distinct.map(({ column }) => column);
  const minimisers = findMinimisers(different);
  const { basic, isOnly } = minimisers;
  const shared = isOnly ? basic.weights : leastNormMinimiser(different, minimisers, copies);

  const total = shared.reduce((sum, weight) => sum + weight, 0);
  const weights = new Array<number>(columns.length).fill(0);
  distinct.forEach(({ places }, k) => {
    for (const j of places) weights[j] = shared[k] / total / copies[k];
  });
  return {
    weights,
    distance: basic.perfect ? 0 : norm(combine(columns, weights)),
    kktResidual: kktResidual(columns, weights),
    unique: isOnly && copies.every((count, k) => count === 1 || shared[k] === 0),
  };
}

/**
 * The total weight of each distinct column in the minimiser of least norm. A weight W shared by n equal
 * columns adds W^2 / n to the squared norm, so W / sqrt(n) is what must be small.
 */
function leastNormMinimiser(
  columns: readonly Vector[],
  { basic, open }: Minimisers,
  copies: Vector,
): number[] {
  const size = largestOf(open.map((j) => norm(columns[j])));
  const perRoot = leastNormWeights(
    open.map((j) => [...columns[j], size].map((x) => x * Math.sqrt(copies[j]))),
    open.map((j) => basic.weights[j] / Math.sqrt(copies[j])),
  );
  const weights = columns.map(() => 0);
  open.forEach((j, k) => (weights[j] = perRoot[k] * Math.sqrt(copies[j])));

  const lengths = columns.map(norm);
  const reach = dot(weights, lengths);
  return weights.map((weight, j) =>
    weight <= weightTolerance && weight * lengths[j] <= weightTolerance * reach ? 0 : weight,
  );
}
