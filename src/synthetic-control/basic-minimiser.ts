import { lengthOf, lengthsOf, matrixOf, type Matrix } from "./matrix";
import { nonNegativeLeastSquares, type NonNegativeFit } from "./non-negative-least-squares";
import { largestOf } from "./vectors";

/** A minimiser of the least-squares problem over the simplex, and how it was found. */
export type BasicMinimiser = {
  /** One weight per column, 0 or more, together 1; more than 0 only on affinely independent columns. */
  readonly weights: number[];
  /** Whether the minimum is 0, to rounding: the origin lies in the hull of the columns. */
  readonly perfect: boolean;
  /** The columns with one entry more, the same for all, which turns "the weights sum to 1" into an equation. */
  readonly lifted: Matrix;
  /** The lifted problem that was solved; its weights are a multiple of the weights above. */
  readonly liftedFit: NonNegativeFit;
};

/** A distance below this share of the columns it was computed from is rounding: the fit is perfect. */
const perfectTolerance = 1e-14;

/** Nothing in the problem is finer than this share of the longest column: what is smaller is rounding. */
const finest = 2e-15;

/**
 * A minimiser of ||A w||^2 over weights w >= 0 that sum to 1, with the matrix A given as its columns. Of more
 * minimisers it is a basic one (a corner of their set); which corner depends on the order of the columns.
 *
 * The problem is solved as a non-negative least-squares problem on the columns [a_j; c] with target [0; c]. That is
 * exact for every c > 0, not a penalty: ||A u||^2 + c^2 (sum u - 1)^2 is least at a multiple of w.
 *
 * @param columns at least one, all of the same length of at least 1, finite, and scaled so that squares
 * neither overflow nor vanish (largest entry about 1)
 *
 * Source: Lawson & Hanson, "Solving least squares problems", 1974, ch. 23; the same steps, without the extra
 * entry, in Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 11, 1976.
 *
 * @example
 * basicMinimiser([[1, 1], [-1, 1], [5, 5]]).weights // => [0.5, 0.5, 0]
 */
export function basicMinimiser(columns: readonly ArrayLike<number>[]): BasicMinimiser {
  const lifted = matrixOf(columns, columns[0].length + 1);
  const lengths = lengthsOf(lifted);
  const longest = largestOf(lengths);
  // The extra entry c must be of the size of the columns with weight, or one of the two is lost in the
  // rounding of the other. Which columns those are is known afterwards: far-off columns without weight
  // must not set the scale, so shrink c and solve again until it fits.
  let level = longest || 1;
  for (;;) {
    const fit = solveLifted(lifted, level, Math.max(perfectTolerance * level, finest * longest));
    const reach = fit.weights.reduce((sum, weight, j) => sum + weight * lengths[j], 0);
    if (reach >= level / 16 || reach <= perfectTolerance * longest) return fit;
    level = reach;
  }
}

/** Fills the last row with the level, and solves the lifted problem. */
function solveLifted(lifted: Matrix, level: number, negligible: number): BasicMinimiser {
  const { height, width, entries } = lifted;
  for (let j = 1; j <= width; j++) entries[j * height - 1] = level;
  const target = new Float64Array(height);
  target[height - 1] = level;
  const liftedFit = nonNegativeLeastSquares(lifted, target, negligible);
  const total = liftedFit.weights.reduce((sum, weight) => sum + weight, 0);
  return {
    weights: liftedFit.weights.map((weight) => weight / total),
    perfect: lengthOf(liftedFit.residual) <= negligible,
    lifted,
    liftedFit,
  };
}
