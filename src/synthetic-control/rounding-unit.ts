import { largestSize, type Vector } from "./vectors";

/** Beyond this number of decimals outcomes count as not rounded. */
const mostDecimals = 9;

/** Numbers above this have, times a power of 10, no room left for a fraction that can be told from rounding. */
const largestWhole = 2 ** 44;

/**
 * The unit to which values are rounded, as far as their decimals show: 0.1 when all have at most one decimal.
 *
 * @returns 1 for whole numbers; null when the values do not look rounded
 *
 * @example
 * roundingUnit([8.9, 12, 0.3]) // => 0.1
 * roundingUnit([120, 35]) // => 1
 * roundingUnit([0.3333333333333333]) // => null
 */
export function roundingUnit(values: Vector): number | null {
  const largest = largestSize(values);
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const factor = 10 ** decimals;
    if (!(largest * factor <= largestWhole)) return null;
    if (values.every((value) => isWhole(value * factor))) return 1 / factor;
  }
  return null;
}

/** A few roundings in binary are no decimals. */
const isWhole = (x: number) => Math.abs(x - Math.round(x)) <= 8 * Number.EPSILON * Math.abs(x);
