import { MeasureError } from "./measure-error";
import { numberInDutch } from "./number-in-dutch";

/** From here on outwards the tail is computed from its continued fraction, nearer to 0 from a series. */
const tailStart = 2;
/** Terms of the continued fraction: at `tailStart`, where it is slowest, what is left out is 3e-18 of it. */
const tailTerms = 120;
/** Beyond this many standard deviations the tail is smaller than the smallest number that can be held. */
const farthest = 39;

/**
 * The standard normal distribution: the probability, 0..1, of a value of at most z.
 *
 * Relative error below 2e-14, in the lower tail too, down to probabilities of 1e-307; of those smaller yet
 * as many digits as a number can hold. -Infinity gives 0 and Infinity 1.
 *
 * @throws MeasureError `invalid` when z is not a number.
 * Source: near 0 the series of Marsaglia, "Evaluating the normal distribution", Journal of Statistical
 * Software 11(4), 2004; in the tails the continued fraction of Laplace, Abramowitz & Stegun 26.2.14.
 *
 * @example
 * normalDistribution(-1.96) // => 0.024997895
 */
export function normalDistribution(z: number): number {
  if (Number.isNaN(z)) {
    throw new MeasureError(
      "invalid",
      "Ongeldige z-waarde: geen getal. Verwacht: een getal. Kijk de invoer na.",
    );
  }
  if (z <= -tailStart) return upperTail(-z);
  if (z >= tailStart) return 1 - upperTail(z);
  return 0.5 + fromCentre(z);
}

/**
 * The quantile of the standard normal distribution: the z that a value stays under with probability p.
 *
 * Relative error below 2e-14. The probabilities 0 and 1 give -Infinity and Infinity.
 *
 * @throws MeasureError `invalid` when p is not a number from 0 to 1.
 * Source: Newton's method on {@link normalDistribution}, for the tails on its logarithm. Both functions bend
 * one way only and the starting points lie on the side from which Newton's steps cannot overshoot.
 *
 * @example
 * normalQuantile(0.975) // => 1.9599640
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige kans: ${numberInDutch(p)}. Verwacht: een getal van 0 tot en met 1. Deel een percentage door 100.`,
    );
  }
  // Exact: of two numbers within a factor two of each other, the difference is held without rounding.
  if (p > 0.5) return -lowerQuantile(1 - p);
  return p === 0.5 ? 0 : lowerQuantile(p);
}

/** The quantile of a p below one half, which is negative. */
function lowerQuantile(p: number): number {
  if (p === 0) return -Infinity;
  return p < upperTail(tailStart) ? -quantileInTail(p) : -quantileNearCentre(0.5 - p);
}

/** The x >= 0 beyond which lies p. Starts too far out, since the tail is at most exp(-x^2 / 2) / 2. */
function quantileInTail(p: number): number {
  const target = Math.log(p);
  const logOfSqrt2Pi = Math.log(2 * Math.PI) / 2;
  return newton(Math.sqrt(-2 * Math.log(2 * p)), (x) => {
    const hazard = tailFraction(x);
    const logOfTail = -(x * x) / 2 - logOfSqrt2Pi - Math.log(hazard);
    return (logOfTail - target) / hazard;
  });
}

/** The x >= 0 with this area between 0 and x. Starts too near, since the density is at most that at 0. */
function quantileNearCentre(area: number): number {
  return newton(area * Math.sqrt(2 * Math.PI), (x) => (area - fromCentre(x)) / density(x));
}

/** Takes steps from `start` until one no longer matters. Each squares the error, so that 50 are plenty. */
function newton(start: number, stepAt: (x: number) => number): number {
  let x = start;
  for (let i = 0; i < 50; i++) {
    const step = stepAt(x);
    x += step;
    if (Math.abs(step) <= 1e-12 * x) break;
  }
  return x;
}

/** The area under the density between 0 and z: density x (z + z^3/3 + z^5/(3x5) + ...). */
function fromCentre(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-18 * Math.abs(sum); n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return sum * density(z);
}

/** The area under the density beyond x, for x >= `tailStart`. */
function upperTail(x: number): number {
  return x > farthest ? 0 : density(x) / tailFraction(x);
}

/** Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + ...))): the density divided by the area beyond x. */
function tailFraction(x: number): number {
  let fraction = x;
  for (let n = tailTerms; n >= 1; n--) fraction = x + n / fraction;
  return fraction;
}

/** The standard normal density, without the digits that rounding x^2 would cost when x is large. */
function density(x: number): number {
  const head = Math.trunc(x * 16) / 16; // few enough digits for an exact square
  return (Math.exp((-head * head) / 2) * Math.exp((-(x - head) * (x + head)) / 2)) / Math.sqrt(2 * Math.PI);
}
