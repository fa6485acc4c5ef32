import { splitOff } from "./qr-columns";
import { basicMinimiser, type BasicMinimiser } from "./basic-minimiser";
import { combine, dot, norm, type Vector } from "./vectors";

/**
 * Moving weight between columns leaves the fit as it is when it changes the fit by less than this share of
 * the columns' size. It is wider than the rounding of the computation, to cover that of the outcomes: three
 * donors on a line in their decimals are on that line only to rounding in binary.
 */
export const flatTolerance = 2e-14;

/**
 * The numbers of the columns that carry weight in some minimiser, and perhaps a few that only nearly do:
 * those whose reduced gradient is 0 to rounding. When the fit is perfect that is every column.
 *
 * Source: complementary slackness of the optimality conditions (Karush-Kuhn-Tucker).
 *
 * @example
 * openColumns(basicMinimiser([[0, 1], [-1, 1], [1, 1], [0, 2]])) // => [0, 1, 2]
 */
export function openColumns({ lifted, liftedFit, perfect, weights }: BasicMinimiser): number[] {
  const level = lifted[0][lifted[0].length - 1];
  const isOpen = (column: Vector) => -dot(liftedFit.residual, column) <= flatTolerance * level * norm(column);
  return weights.flatMap((weight, j) => (perfect || weight > 0 || isOpen(lifted[j]) ? [j] : []));
}

/**
 * Whether a fit over the simplex has these weights as its only minimiser, to rounding.
 *
 * Other minimisers exist exactly when some weight can go to columns without weight while those with weight,
 * moving freely, make good for it. With the columns of the support projected away, that means that the hull
 * of the other open columns contains the origin: the very problem that `basicMinimiser` solves.
 *
 * @param fit a fit whose columns all differ
 *
 * @example
 * isOnlyMinimiser(basicMinimiser([[0, 1], [-1, 1], [1, 1]])) // => false
 */
export function isOnlyMinimiser(fit: BasicMinimiser): boolean {
  const directions: Vector[] = [];
  for (const j of openColumns(fit)) {
    if (fit.weights[j] > 0) continue;
    const length = norm(fit.lifted[j]);
    const unit = fit.lifted[j].map((x) => x / length);
    const { remainder } = splitOff(fit.liftedFit.factorisation.basis, unit);
    if (norm(remainder) <= flatTolerance) return false;
    directions.push(remainder);
  }
  if (directions.length === 0) return true;
  return norm(combine(directions, basicMinimiser(directions).weights)) > flatTolerance;
}
