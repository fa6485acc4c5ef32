import { columnOf, dotWithColumns, lengthOf, lengthsOf, type Matrix } from "./matrix";
import {
  appendColumn,
  emptyFactorisation,
  leastSquares,
  removeColumn,
  type Factorisation,
} from "./qr-columns";
import { smallestOf } from "./vectors";

/** The solution of a non-negative least-squares problem. */
export type NonNegativeFit = {
  /** One weight per column, 0 or more; more than 0 only on linearly independent columns. */
  readonly weights: number[];
  /** The numbers of the columns with weight, in the order of `factorisation`. */
  readonly support: readonly number[];
  /** The columns with weight. */
  readonly factorisation: Factorisation;
  /** What the fit leaves of the target: perpendicular to the columns with weight, away from the others. */
  readonly residual: Float64Array;
  /** The length of each column. */
  readonly lengths: Float64Array;
};

/** Columns, and the positive weights on them that are the least-squares solution on these columns. */
type Candidate = Pick<NonNegativeFit, "support" | "residual"> & { readonly shares: readonly number[] };

type LeastSquares = ReturnType<typeof leastSquares>;

/** The problem, and the factorisation of the columns that are present. */
type Search = {
  readonly columns: Matrix;
  readonly lengths: Float64Array;
  readonly target: Float64Array;
  readonly factorisation: Factorisation;
};

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
 * @param columns the matrix A, with no column 0
 * @param target of the length of the columns
 * @param negligible a residual of at most this length counts as 0, and ends the search
 *
 * Source: Lawson & Hanson, "Solving least squares problems", 1974, ch. 23, algorithm NNLS.
 *
 * @example
 * nonNegativeLeastSquares({ height: 2, width: 2, entries: new Float64Array([1, 0, 0, 1]) }, new Float64Array([2, -1]), 0).weights // => [2, 0]
 */
export function nonNegativeLeastSquares(
  columns: Matrix,
  target: Float64Array,
  negligible: number,
): NonNegativeFit {
  const lengths = lengthsOf(columns);
  const factorisation = emptyFactorisation(columns.height, columns.width);
  const search: Search = { columns, lengths, target, factorisation };
  let current: Candidate = { support: [], shares: [], residual: target };
  // With exact arithmetic every step shortens the residual, so that no support can return and the search
  // ends. Rounding could bring one back; to refuse it makes the search end all the same.
  const seen: (readonly number[])[] = [];
  const refused = new Set<number>();
  // Columns that were let go leave rounding behind in the factorisation: the search ends with a fresh one.
  let isFresh = true;
  const slopes = new Float64Array(columns.width);
  for (;;) {
    dotWithColumns(columns, current.residual, slopes);
    const entering =
      lengthOf(current.residual) > negligible ? sharpestColumn(current, slopes, lengths, refused) : null;
    if (entering === null && isFresh) break;
    const next = entering === null ? null : admit(current, entering, search);
    if (next !== null && !seen.some((earlier) => haveSameColumns(earlier, next.support))) {
      isFresh &&= next.support.length > current.support.length;
      current = next;
      seen.push(current.support);
      refused.clear();
      continue;
    }
    if (entering !== null) refused.add(entering);
    const again = afresh(current, search);
    if (again === null) break;
    isFresh = again.support.length === current.support.length;
    current = again;
  }
  const { support, shares, residual } = withoutNegligible(current, search);
  const weights = new Array<number>(columns.width).fill(0);
  support.forEach((j, k) => (weights[j] = shares[k]));
  return { weights, support, factorisation, residual, lengths };
}

const haveSameColumns = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((j) => b.includes(j));

/** The column that makes the sharpest angle with the residual, or null when none improves the fit. */
function sharpestColumn(
  { support, residual }: Candidate,
  slopes: Float64Array,
  lengths: Float64Array,
  refused: ReadonlySet<number>,
): number | null {
  let sharpest: number | null = null;
  let steepest = angleTolerance * lengthOf(residual);
  for (let j = 0; j < slopes.length; j++) {
    const slope = slopes[j] / lengths[j];
    if (slope > steepest && !support.includes(j) && !refused.has(j)) {
      steepest = slope;
      sharpest = j;
    }
  }
  return sharpest;
}

/** Lets a column in; null when it does not improve the fit after all. The factorisation goes along. */
function admit(current: Candidate, entering: number, search: Search): Candidate | null {
  if (!appendColumn(search.factorisation, columnOf(search.columns, entering))) return null;
  const { solution, residual } = leastSquares(search.factorisation, search.target);
  // In exact arithmetic the new column gets weight at once; if not, its angle was rounding.
  if (solution[solution.length - 1] <= 0) return null;
  return settle([...current.support, entering], [...current.shares, 0], { solution, residual }, search);
}

/**
 * Moves from the weights of a candidate to the least-squares solution on its columns, on the way there letting
 * go each column whose weight reaches 0; the factorisation, of these columns, goes along.
 */
function settle(
  support: readonly number[],
  shares: readonly number[],
  { solution, residual }: LeastSquares,
  search: Search,
): Candidate {
  if (solution.every((share) => share > 0)) return { support, shares: solution, residual };
  const reaches = shares.map((share, k) => (solution[k] > 0 ? Infinity : share / (share - solution[k])));
  const step = smallestOf(reaches);
  const moved = shares.map((share, k) => share + step * (solution[k] - share));
  const stays = moved.map((share, k) => share > 0 && reaches[k] > step);
  for (let k = stays.length - 1; k >= 0; k--) if (!stays[k]) removeColumn(search.factorisation, k);
  return settle(
    support.filter((_, k) => stays[k]),
    moved.filter((_, k) => stays[k]),
    leastSquares(search.factorisation, search.target),
    search,
  );
}

/** The same columns factorised again, less those whose weight proves to be none; null if they are dependent. */
function afresh({ support, shares }: Candidate, search: Search): Candidate | null {
  const { columns, target, factorisation } = search;
  factorisation.size = 0;
  for (const j of support) if (!appendColumn(factorisation, columnOf(columns, j))) return null;
  return settle(support, shares, leastSquares(factorisation, target), search);
}

/** The same fit without the weights that differ from 0 by no more than rounding. */
function withoutNegligible(current: Candidate, search: Search): Candidate {
  const { lengths, target } = search;
  const smallest = weightTolerance * lengthOf(target);
  const stays = current.support.map((j, k) => current.shares[k] * lengths[j] > smallest);
  if (stays.every(Boolean)) return current;
  const support = current.support.filter((_, k) => stays[k]);
  const shares = current.shares.filter((_, k) => stays[k]);
  return afresh({ ...current, support, shares }, search) ?? current;
}
