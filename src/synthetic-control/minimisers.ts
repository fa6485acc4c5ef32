import { basicMinimiser, type BasicMinimiser } from "./basic-minimiser";
import { columnOf, dotWithColumns, lengthOf } from "./matrix";
import { appendColumn, emptyFactorisation, remainderOf } from "./qr-columns";
import { combine, norm, type Vector } from "./vectors";

/** What there is to know about the minimisers of a least-squares problem over the simplex. */
export type Minimisers = {
  /** One of them. */
  readonly basic: BasicMinimiser;
  /** The numbers of the columns that have weight in some minimiser; the others never do. */
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
 * Finds a minimiser of ||A w||^2 over weights w >= 0 that sum to 1, and which columns have weight in any of them.
 *
 * A minimiser has weight only where the reduced gradient is 0; with a perfect fit that says nothing, and the treated
 * unit may yet lie on an edge of the hull, so that only the columns on that edge can have weight. To shift weight to
 * other columns without changing the fit, those with weight must make good for it, and they can by any amount up and
 * down. So with the columns that have weight projected away, the hull of the others must contain the origin: the very
 * problem that `basicMinimiser` solves. The columns with weight there can have weight here; with these projected away as
 * well the rest is tried again, until no more can.
 *
 * @param columns of the matrix A, all different; otherwise as for `basicMinimiser`
 *
 * Source: complementary slackness in the optimality conditions (Karush-Kuhn-Tucker); the repetition is the facial
 * reduction of Borwein & Wolkowicz, Journal of the Australian Mathematical Society 30, 1981.
 *
 * @example
 * findMinimisers([[0, 1], [-1, 1], [1, 1], [0, 2]]).open // => [0, 1, 2]
 * findMinimisers([[0, 1], [-1, 1], [1, 1], [0, 2]]).isOnly // => false
 * findMinimisers([[-1, 1], [1, 1], [0, 2]]).isOnly // => true
 * findMinimisers([[-1, 0], [1, 0], [3, 0], [0, 1]]).open // => [0, 1, 2]
 */
export function findMinimisers(columns: readonly Vector[]): Minimisers {
  const basic = basicMinimiser(columns);
  const support = basic.weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const more = openBeside(basic);
  const open = [...support, ...more].sort((a, b) => a - b);
  return { basic, open, isOnly: more.length === 0 };
}

/** The columns at which the reduced gradient of a minimiser is 0, to rounding; those with weight are among them. */
function flatColumns({ lifted, liftedFit, perfect, weights }: BasicMinimiser): number[] {
  if (perfect) return weights.map((_, j) => j);
  const { residual, lengths } = liftedFit;
  const slopes = dotWithColumns(lifted, residual);
  const level = lifted.entries[lifted.height - 1];
  return weights.flatMap((weight, j) =>
    weight > 0 || -slopes[j] <= flatTolerance * level * lengths[j] ? [j] : [],
  );
}

/** The columns without weight that have weight in another minimiser. */
function openBeside(basic: BasicMinimiser): number[] {
  const { weights, lifted, liftedFit } = basic;
  const open: number[] = [];
  let rest = flatColumns(basic).filter((j) => weights[j] === 0);
  if (rest.length === 0) return open;
  const free = emptyFactorisation(lifted.height, lifted.width);
  for (const j of liftedFit.support) appendColumn(free, columnOf(lifted, j));
  while (rest.length > 0) {
    // Nothing is left of any column when those before it fill the space.
    if (free.size === lifted.height) return [...open, ...rest];
    const directions: Float64Array[] = [];
    const bound: number[] = [];
    for (const j of rest) {
      const unit = columnOf(lifted, j).map((x) => x / liftedFit.lengths[j]);
      const remainder = remainderOf(free, unit);
      if (lengthOf(remainder) <= flatTolerance) open.push(j);
      else {
        directions.push(remainder);
        bound.push(j);
      }
    }
    if (directions.length === 0) break;
    const balance = basicMinimiser(directions).weights;
    if (norm(combine(directions, balance)) > flatTolerance) break;
    balance.forEach((weight, k) => {
      if (weight === 0) return;
      open.push(bound[k]);
      appendColumn(free, directions[k]);
    });
    rest = bound.filter((_, k) => balance[k] === 0);
  }
  return open;
}
