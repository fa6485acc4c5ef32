import { dotWithColumns } from "./matrix";
import type { NearBest } from "./near-best";
import { factorise, shortestWith } from "./qr-columns";
import { dot, largestOf, norm, type Vector } from "./vectors";

/** An upper bound, and by how much at most its computation has rounded it down. */
export type Bound = { readonly value: number; readonly rounding: number };

/**
 * A proven upper bound of c'w over the weights that fit nearly as well as the best. It comes from duality: for any vector
 * q and any number k >= 0,
 *
 *   c'w = (c - U'q - k s)'w + q'U w + k s'w <= max_j (c_j - q.u_j - k s_j) + most(q, k),
 *
 * with most(q, k) the largest q.z + k t over all z and t >= 0 with ||z||^2 + 2 t <= room^2. At the answer q = U w / rate
 * and k = 1 / rate, with rate the price of fit.
 *
 * @param shares c, from -1 to 0
 * @param candidate weights and the U w that they give
 * @param rate the price of fit at which the candidate would be the answer; Infinity when fit costs nothing there
 *
 * Source: Boyd & Vandenberghe, "Convex optimization", 2004, section 5.2.
 *
 * @example
 * highestMean({ aside: [[-1], [1], [2]], matrix: { height: 1, width: 3, entries: new Float64Array([-1, 1, 2]) }, slopes: [0, 0, 0], lengths: [1, 1, 2], distance: 0, room: 0.5 }, [-1, -0.8, 0], { weights: [0.5, 0, 0.5], aside: [0.5] }, 1.5).value // => -0.5
 */
export function highestMean(
  near: NearBest,
  shares: Vector,
  { weights, aside }: { readonly weights: Vector; readonly aside: Vector },
  rate: number,
): Bound {
  if (!(rate > 0)) return { value: 0, rounding: 0 };
  const direction = aside.map((x) => x / rate);
  const sharpened = levelled(near, shares, weights, direction, 1 / rate);
  const bounds = [direction, ...(sharpened === null ? [] : [sharpened])].flatMap((q) =>
    prices(near, shares, q, 1 / rate).map((price) => boundAt(near, shares, q, price)),
  );
  return bounds.reduce((least, bound) =>
    bound.value + bound.rounding < least.value + least.rounding ? bound : least,
  );
}

/** The price of slopes itself, and that at which no column that fits worse is above those that do not. */
function prices({ matrix, slopes }: NearBest, shares: Vector, q: Vector, price: number): number[] {
  const products = dotWithColumns(matrix, new Float64Array(q));
  const level = largestOf(shares.map((share, j) => (slopes[j] === 0 ? share - products[j] : -Infinity)));
  const needed = largestOf(
    shares.map((share, j) => (slopes[j] === 0 ? 0 : (share - products[j] - level) / slopes[j])),
  );
  return [price, needed];
}

function boundAt(
  { matrix, slopes, lengths, distance, room }: NearBest,
  shares: Vector,
  q: Vector,
  price: number,
): Bound {
  const products = dotWithColumns(matrix, new Float64Array(q));
  const length = norm(q);
  // A sum of n products is off by at most about n roundings of its largest size.
  const unit = Number.EPSILON * (matrix.height + 4);
  let value = -Infinity;
  let withRounding = -Infinity;
  for (let j = 0; j < shares.length; j++) {
    const term = shares[j] - products[j] - price * slopes[j];
    value = Math.max(value, term);
    const size = length + (slopes[j] === 0 ? 0 : price * distance);
    withRounding = Math.max(withRounding, term + unit * (1 + size * lengths[j]));
  }
  const most =
    length > price * room ? length * room : (length * length) / (2 * price || 1) + (price * room * room) / 2;
  return { value: value + most, rounding: withRounding - value + unit * most };
}

/**
 * The q nearest to the given one at which c_j - q.u_j - k s_j is the same for all columns with weight, as it is at the
 * answer: where the fit is nearly the best, U w is for a good part rounding. Null when the columns with weight are
 * dependent.
 */
function levelled(
  { aside, slopes }: NearBest,
  shares: Vector,
  weights: Vector,
  direction: Vector,
  price: number,
): Vector | null {
  const support = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const factorisation = factorise(support.map((j) => [...aside[j], 1]));
  if (factorisation === null) return null;
  const change = shortestWith(
    factorisation,
    support.map((j) => shares[j] - price * slopes[j] - dot(direction, aside[j])),
  );
  return direction.map((x, i) => x + change[i]);
}
