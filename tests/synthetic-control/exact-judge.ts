/** A judge of weights that computes in whole numbers without end, so that no rounding of its own clouds the verdict. */

type Series = readonly number[];

/** What is true of weights. Lengths are shares of the largest difference between a donor and the treated unit. */
export type Verdict = {
  /** The root of the mean squared gap. */
  readonly rmspe: number;
  /** By how much at most it could be smaller with other weights, whatever they are. */
  readonly mostToWin: number;
  /** The same by the coarser bound that the code under test shows, sqrt(F) - sqrt(F - d). */
  readonly duality: number;
};

/**
 * The verdict on weights, which are taken to sum to 1 by dividing them by their sum.
 *
 * With y the mean gap that they leave and a_j the gap that donor j alone leaves, every mixture of donors lies
 * beyond the plane at right angles to y at the least y.a_j / ||y||, so that no fit can be nearer than that.
 */
export function judgeExactly(treated: Series, donors: readonly Series[], weights: Series): Verdict {
  const [own, ...others] = wholes([treated, ...donors]);
  const [parts] = wholes([weights]);
  const total = parts.reduce((sum, part) => sum + part, 0n);
  const columns = others.map((donor) => donor.map((outcome, t) => outcome - own[t]));
  const size = columns.flat().reduce((largest, x) => (x > largest ? x : -x > largest ? -x : largest), 0n);
  if (size === 0n) return { rmspe: 0, mostToWin: 0, duality: 0 };

  const point = own.map((_, t) => columns.reduce((sum, column, j) => sum + parts[j] * column[t], 0n));
  const squared = inner(point, point);
  const nearest = columns.map((column) => inner(point, column)).reduce((least, x) => (x < least ? x : least));
  const unit = total * total * size * size * BigInt(treated.length);
  const loss = ratio(squared, unit);
  const rmspe = Math.sqrt(loss);
  const descent = ratio(squared - nearest * total, unit);
  return {
    rmspe,
    mostToWin: nearest <= 0n ? rmspe : descent / rmspe,
    duality: 2 * descent >= loss ? rmspe : (2 * descent) / (rmspe + Math.sqrt(loss - 2 * descent)),
  };
}

const inner = (a: readonly bigint[], b: readonly bigint[]) => a.reduce((sum, x, i) => sum + x * b[i], 0n);

/** All values times one power of 2, by which each of them is a whole number. */
function wholes(series: readonly Series[]): bigint[][] {
  const parts = series.map((values) => values.map(mantissaAndPower));
  const lowest = parts.flat().reduce((least, { power }) => Math.min(least, power), Infinity);
  return parts.map((values) =>
    values.map(({ mantissa, power }) => (mantissa === 0n ? 0n : mantissa << BigInt(power - lowest))),
  );
}

/** The whole number and the power of 2 of which a number in binary is the product. */
function mantissaAndPower(value: number): { mantissa: bigint; power: number } {
  if (value === 0) return { mantissa: 0n, power: Infinity };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: value < 0 ? -mantissa : mantissa, power: Math.max(1, exponent) - 1075 };
}

/** A ratio of whole numbers between 0 and about 1, to some 64 bits before the last rounding. */
function ratio(numerator: bigint, denominator: bigint): number {
  if (numerator <= 0n) return 0;
  const bits = (x: bigint) => 4 * x.toString(16).length;
  const shift = Math.max(0, 64 + bits(denominator) - bits(numerator));
  const scaled = Number((numerator << BigInt(shift)) / denominator);
  // In two steps: 2^-shift itself may be too small a number.
  return scaled * 2 ** -Math.min(shift, 1000) * 2 ** -Math.max(0, shift - 1000);
}
