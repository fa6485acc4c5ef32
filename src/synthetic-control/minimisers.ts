import { basicMinimiser, type BasicMinimiser } from "./basic-minimiser";
import { columnOf, dotWithColumns, lengthOf } from "./matrix";
import { remainderOf } from "./qr-columns";
import { combine, norm, type Vector } from "./vectors";

/** What there is to know about the minimisers of a least-squares problem over the simplex. */
export type Minimisers = {
  /** One of them. */
  readonly basic: BasicMinimiser;
  /** The numbers of the columns that may carry weight in some minimiser; the others never do. */
  readonly open: readonly number[];
  /** Whether there is only one, to rounding. */
  readonly isOnly: boolean;
};

/**
 * Moving weight between columns leaves the fit as it is when it changes the fit by less than this share of
 * the columns' size. It is wider than the rounding of the computation, to cover that of the outcomes: three
 * donors on a line in their decimals are on that line only to rounding in binary.
 */
export const flatTolerance = 2e-14;

/**
 * Finds a minimiser of ||A w||^2 over weights w >= 0 that sum to 1, and whether there are others.
 *
 * A minimiser has weight only where the reduced gradient is 0: on the open columns. With a perfect fit those
 * are all columns, of which some may yet have weight 0 in every minimiser.
 *
 * @param columns of the matrix A, all different; otherwise as for `basicMinimiser`
 *
 * Source: complementary slackness in the optimality conditions (Karush-Kuhn-Tucker).
 *
 * @example
 * findMinimisers([[0, 1], [-1, 1], [1, 1], [0, 2]]).open // => [0, 1, 2]
 * findMinimisers([[0, 1], [-1, 1], [1, 1], [0, 2]]).isOnly // => false
 * findMinimisers([[-1, 1], [1, 1], [0, 2]]).isOnly // => true
 */
export function findMinimisers(columns: readonly Vector[]): Minimisers {
  const basic = basicMinimiser(columns);
  const open = openColumns(basic);
  return { basic, open, isOnly: isOnlyMinimiser(basic, open) };
}

function openColumns({ lifted, liftedFit, perfect, weights }: BasicMinimiser): number[] {
  if (perfect) return weights.map((_, j) => j);
  const { residual, lengths } = liftedFit;
  const slopes = dotWithColumns(lifted, residual);
  const level = lifted.entries[lifted.height - 1];
  return weights.flatMap((weight, j) =>
    weight > 0 || -slopes[j] <= flatTolerance * level * lengths[j] ? [j] : [],
  );
}

/**
 * Other minimisers exist exactly when some weight can go to open columns without weight while those with
 * weight, moving freely, make good for it. With the columns that have weight projected away, that means that
 * the hull of the other open columns contains the origin: the very problem that `basicMinimiser` solves.
 */
function isOnlyMinimiser({ weights, lifted, liftedFit }: BasicMinimiser, open: readonly number[]): boolean {
  const directions: Float64Array[] = [];
  for (const j of open) {
    if (weights[j] > 0) continue;
    const unit = columnOf(lifted, j).map((x) => x / liftedFit.lengths[j]);
    const remainder = remainderOf(liftedFit.factorisation, unit);
    if (lengthOf(remainder) <= flatTolerance) return false;
    directions.push(remainder);
  }
  if (directions.length === 0) return true;
  return norm(combine(directions, basicMinimiser(directions).weights)) > flatTolerance;
}
