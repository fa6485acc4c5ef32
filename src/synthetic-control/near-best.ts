import { matrixOf, type Matrix } from "./matrix";
import { flatTolerance } from "./minimisers";
import { combine, dot, norm, type Vector } from "./vectors";

/**
 * The weights that fit nearly as well as the best, seen from the best fit p. With u_j = a_j - p and s_j = p.u_j,
 *
 *   ||A w||^2 = ||p||^2 + 2 s'w + ||U w||^2,
 *
 * and s_j >= 0 for every column, as no weights fit better than p. Both terms are small where the fit is nearly as good,
 * while in ||A w|| they would be lost in the rounding of ||p||.
 */
export type NearBest = {
  /** u_j, per column. */
  readonly aside: readonly Vector[];
  readonly matrix: Matrix;
  /** s_j per column; 0 for the columns that are, to rounding, as good as those with weight. */
  readonly slopes: Vector;
  /** The length of each u_j, and of p. */
  readonly lengths: Vector;
  readonly distance: number;
  /** The weights fit nearly as well when 2 s'w + ||U w||^2 is at most the square of this. */
  readonly room: number;
};

/**
 * The least room there is, of columns of about 1: the rounding of weights that fit best takes some of it. In ||A w||,
 * where it is squared, it cannot be seen.
 */
const leastRoom = 1e-12;

/**
 * @param excess how much ||A w||^2 may exceed that of the best weights
 * @param isPerfect whether p counts as 0
 *
 * @example
 * nearBest([[3, -1], [3, 1], [5, 0]], [0.5, 0.5, 0], 0.01, false).slopes // => [0, 0, 6]
 */
export function nearBest(
  columns: readonly Vector[],
  best: Vector,
  excess: number,
  isPerfect: boolean,
): NearBest {
  const point = isPerfect ? columns[0].map(() => 0) : combine(columns, best);
  const aside = columns.map((column) => column.map((x, i) => x - point[i]));
  const lengths = aside.map(norm);
  const reach = columns.reduce((sum, column, j) => sum + best[j] * norm(column), 0);
  const slopes = aside.map((column, j) => {
    const slope = dot(point, column);
    return best[j] > 0 || slope <= flatTolerance * lengths[j] * reach ? 0 : slope;
  });
  const room = Math.max(Math.sqrt(excess), leastRoom);
  return { aside, matrix: matrixOf(aside), slopes, lengths, distance: norm(point), room };
}

/**
 * By how much 2 s'w + ||U w||^2 exceeds what it may be.
 *
 * @example
 * surplus(nearBest([[3, -1], [3, 1], [5, 0]], [0.5, 0.5, 0], 1, false), { aside: [0, 1], slope: 0.5 }) // => 1
 */
export function surplus(
  { room }: Pick<NearBest, "room">,
  { aside, slope }: { readonly aside: Vector; readonly slope: number },
): number {
  const length = norm(aside);
  return (length - room) * (length + room) + 2 * slope;
}
