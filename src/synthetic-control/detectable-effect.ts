import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";

/** So that 0.05 x 20 placebos-and-treated counts as 1, whatever the rounding. */
const countTolerance = 1e-9;

/**
 * The minimum detectable effect: an average effect larger than this in size, of either sign, has a two-sided p of
 * at most `alpha` among these placebos, and a smaller one has not. "Not significant" says nothing about effects
 * below it.
 *
 * An effect may be matched or exceeded by k placebos with k + 1 <= alpha x (n + 1), so that the answer is the size
 * of placebo number k + 1, counted from the largest down.
 *
 * @param placeboEffects the average effect of each placebo
 * @param alpha above 0 and below 1
 * @returns in the unit of the outcome; null when with so few placebos no effect of any size would do
 *
 * @throws MeasureError `no-data` without placebos; `invalid` when alpha is out of bounds
 *
 * Source: inversion of p = (1 + number at least as extreme) / (n + 1); the definition is KNAP's own.
 *
 * @example
 * detectableEffect([0.1, -0.4, 0.2], 0.25) // => 0.4
 * detectableEffect([0.1, -0.4, 0.2], 0.5) // => 0.2
 * detectableEffect([0.1, -0.4, 0.2], 0.05) // => null
 */
export function detectableEffect(placeboEffects: readonly number[], alpha = 0.05): number | null {
  if (placeboEffects.length === 0) {
    throw new MeasureError(
      "no-data",
      "Geen placebo's gevonden. Verwacht: het gemiddelde effect van minstens één placebo. Laat eerst de placebotoets " +
        "afmaken.",
    );
  }
  if (!(alpha > 0 && alpha < 1)) {
    throw new MeasureError(
      "invalid",
      `Ongeldig significantieniveau: ${numberInDutch(alpha)}. Verwacht: een getal tussen 0 en 1, zoals 0,05. Pas het ` +
        "niveau aan.",
    );
  }
  const allowed = Math.floor(alpha * (placeboEffects.length + 1) + countTolerance) - 1;
  if (allowed < 0) return null;
  const sizes = placeboEffects.map(Math.abs).sort((a, b) => b - a);
  // An alpha next to 1 allows all placebos: every effect will do.
  return allowed < sizes.length ? sizes[allowed] : 0;
}
