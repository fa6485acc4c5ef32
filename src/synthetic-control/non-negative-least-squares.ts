import { appendColumn, emptyFactorisation, factorise, leastSquares, type Factorisation } from "./qr-columns";
import { dot, norm, type Vector } from "./vectors";

/** The solution of a non-negative least-squares problem. */
export type NonNegativeFit = {
  /** One weight per column, 0 or more; more than 0 only on linearly independent columns. */
  readonly weights: number[];
  /** The numbers of the columns with weight, in the order of `factorisation`. */
  readonly support: readonly number[];
  /** The columns with weight. */
  readonly factorisation: Factorisation;
  /** What the fit leaves of the target: perpendicular to the columns with weight, away from the others. */
  readonly residual: Vector;
};

/** Columns, and the positive weights on them that are the least-squares solution on these columns. */
type Candidate = Omit<NonNegativeFit, "weights"> & { readonly shares: Vector };

/** A column improves the fit when its angle with the residual is below 90 degrees by more than this. */
const angleTolerance = 1e-14;

/** A weight that moves the fit by less than this share of the target is rounding. */
const weightTolerance = 1e-14;

/**
 * Non-negative least squares: minimise ||A w - target||^2 over w >= 0, with the matrix A given as columns.
 *
 * The active set method of Lawson & Hanson. It lets one column in at a time, the one that makes the sharpest
 * angle with what is left of the target, solves the least-squares problem on the columns present, and lets
 * go the columns whose weight would become negative. It ends after finitely many steps at the solution of
 * the equations of the right columns: exact to rounding, not a limit. The fit A w is unique; of more
 * minimisers w it finds one.
 *
 * @param columns all of the length of the target, none of them 0
 * @param negligible a residual of at most this length counts as 0, and ends the search
 *
 * Source: Lawson & Hanson, "Solving least squares problems", 1974, ch. 23, algorithm NNLS.
 *
 * @example
 * nonNegativeLeastSquares([[1, 0], [0, 1]], [2, -1], 0).weights // => [2, 0]
 */
export function nonNegativeLeastSquares(
  columns: readonly Vector[],
  target: Vector,
  negligible: number,
): NonNegativeFit {
  const lengths = columns.map(norm);
  let current: Candidate = { support: [], shares: [], factorisation: emptyFactorisation, residual: target };
  // With exact arithmetic every step shortens the residual, so that no support can return and the search
  // ends. Rounding could bring one back; to refuse it makes the search end all the same.
  const seen = new Set<string>();
  const refused = new Set<number>();
  while (norm(current.residual) > negligible) {
    const entering = sharpestColumn(current, columns, lengths, refused);
    if (entering === null) break;
    const next = admit(current, entering, columns, target);
    if (next === null || seen.has(nameOf(next.support))) {
      refused.add(entering);
      continue;
    }
    current = next;
    seen.add(nameOf(current.support));
    refused.clear();
  }
  const { shares, ...found } = withoutNegligible(current, columns, lengths, target);
  const weights = new Array<number>(columns.length).fill(0);
  found.support.forEach((j, k) => (weights[j] = shares[k]));
  return { ...found, weights };
}

const nameOf = (support: readonly number[]) => [...support].sort((a, b) => a - b).join();

/** The column that makes the sharpest angle with the residual, or null when none improves the fit. */
function sharpestColumn(
  { support, residual }: Candidate,
  columns: readonly Vector[],
  lengths: Vector,
  refused: ReadonlySet<number>,
): number | null {
  const present = new Set(support);
  let sharpest: number | null = null;
  let steepest = angleTolerance * norm(residual);
  columns.forEach((column, j) => {
    if (present.has(j) || refused.has(j)) return;
    const slope = dot(residual, column) / lengths[j];
    if (slope > steepest) {
      steepest = slope;
      sharpest = j;
    }
  });
  return sharpest;
}

/**
 * Lets a column in and moves to the least-squares solution on the columns then present, on the way there
 * letting go each column whose weight reaches 0. Null when the column does not improve the fit after all.
 */
function admit(
  current: Candidate,
  entering: number,
  columns: readonly Vector[],
  target: Vector,
): Candidate | null {
  let support = [...current.support, entering];
  let shares: number[] = [...current.shares, 0];
  let factorisation = appendColumn(current.factorisation, columns[entering]);
  while (factorisation !== null) {
    const { solution, residual } = leastSquares(factorisation, target);
    // In exact arithmetic the new column gets weight at once; if not, its angle was rounding.
    const inVain = support.length > current.support.length && solution[support.length - 1] <= 0;
    if (inVain) return null;
    if (solution.every((share) => share > 0)) return { support, shares: solution, factorisation, residual };

    const reaches = shares.map((share, k) => (solution[k] > 0 ? Infinity : share / (share - solution[k])));
    const step = Math.min(...reaches);
    shares = shares.map((share, k) => share + step * (solution[k] - share));
    const stays = shares.map((share, k) => share > 0 && reaches[k] > step);
    support = support.filter((_, k) => stays[k]);
    shares = shares.filter((_, k) => stays[k]);
    factorisation = factorise(pick(columns, support), factorisation, stays.indexOf(false));
  }
  return null;
}

/** The same fit without the weights that differ from 0 by no more than rounding. */
function withoutNegligible(
  current: Candidate,
  columns: readonly Vector[],
  lengths: Vector,
  target: Vector,
): Candidate {
  const smallest = weightTolerance * norm(target);
  const support = current.support.filter((j, k) => current.shares[k] * lengths[j] > smallest);
  if (support.length === current.support.length) return current;
  const factorisation = factorise(pick(columns, support), emptyFactorisation, 0);
  if (factorisation === null) return current;
  const { solution, residual } = leastSquares(factorisation, target);
  const isFeasible = solution.every((share) => share > 0);
  return isFeasible ? { support, shares: solution, factorisation, residual } : current;
}

const pick = (columns: readonly Vector[], support: readonly number[]) => support.map((j) => columns[j]);
