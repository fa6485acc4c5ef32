import type { Vector } from "./vectors";

/** Beyond this number of decimals outcomes count as not rounded. */
const mostDecimals = 9;

/** Numbers above this have, times a power of 10, no room left for a fraction that can be told from rounding. */
const largestWhole = 2 ** 44;

/**
 * The unit to which values are rounded, as far as their decimals show: 0.1 when all have at most one decimal.
 *
 * @param series lists of values; together they have one unit
 * @returns 1 for whole numbers; null when the values do not look rounded
 *
 * @example
 * roundingUnit([[8.9, 12], [0.3]]) // => 0.1
 * roundingUnit([[120, 35]]) // => 1
 * roundingUnit([[0.3333333333333333]]) // => null
 */
export function roundingUnit(series: readonly Vector[]): number | null {
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const factor = 10 ** decimals;
    const isUnit = (value: number) => isWhole(value * factor);
    // What does not look rounded shows so at the first value: figures of any number are told apart at once.
    if (series.every((values) => values.every(isUnit))) return 1 / factor;
  }
  return null;
}

/** A few roundings in binary are no decimals. */
function isWhole(x: number): boolean {
  const size = Math.abs(x);
  return size <= largestWhole && Math.abs(x - Math.round(x)) <= 8 * Number.EPSILON * size;
}
