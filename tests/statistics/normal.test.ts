import fc from "fast-check";

import { normalDistribution, normalQuantile } from "../../src/statistics/normal";
import { measureErrorOf } from "./measure-error-of";
import fromR from "./normal.r-values.json";

/** The pairs of [input, value in R] at which `f` is further off than 2e-14 of the value. */
function farFromR(f: (x: number) => number, pairs: number[][]): number[][] {
  return pairs
    .map(([x, expected]) => [x, expected, f(x)])
    .filter(([, expected, found]) => !(Math.abs(found - expected) <= 2e-14 * Math.abs(expected)));
}

describe("normalDistribution", () => {
  it("is R's pnorm from -37.5 to 10, to 2e-14 of its value", () => {
    expect(fromR.normalDistribution.length).toBeGreaterThan(900);
    expect(farFromR(normalDistribution, fromR.normalDistribution)).toEqual([]);
  });

  it("gives the far lower tail, where subtraction from 1 would give 0", () => {
    // R 4.2.2: sprintf("%.17g", pnorm(c(-8, -37)))
    expect(normalDistribution(-8) / 6.2209605742717849e-16).toBeCloseTo(1, 12);
    expect(normalDistribution(-37) / 5.7255712225245771e-300).toBeCloseTo(1, 12);
  });

  it("goes on where R's pnorm stops, in as many digits as a number can hold", () => {
    // mpmath 1.3.0: erfc(38 / sqrt(2)) / 2 = 2.88542836e-316; R gives 0 below -37.5193.
    expect(Math.abs(normalDistribution(-38) - Number("2.88542836e-316"))).toBeLessThan(1e-323);
    expect(normalDistribution(-39)).toBe(0);
  });

  it("is a half at 0, 0 at -Infinity and 1 at Infinity", () => {
    expect(normalDistribution(0)).toBe(0.5);
    expect(normalDistribution(-Infinity)).toBe(0);
    expect(normalDistribution(Infinity)).toBe(1);
    expect(normalDistribution(-Number.MAX_VALUE)).toBe(0);
  });

  it("is symmetric: what lies below -z is what lies above z", () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (z) => {
        expect(Math.abs(normalDistribution(z) + normalDistribution(-z) - 1)).toBeLessThan(3e-16);
      }),
    );
  });

  it("never falls as z rises", () => {
    const pair = fc.tuple(
      fc.double({ min: -38, max: 10, noNaN: true }),
      fc.double({ min: 1e-9, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(pair, ([z, rise]) => {
        expect(normalDistribution(z + rise)).toBeGreaterThanOrEqual(normalDistribution(z));
      }),
    );
  });

  it("never falls where the series hands over to the continued fraction", () => {
    for (const seam of [-2, 2]) {
      expect(normalDistribution(seam + 1e-12)).toBeGreaterThan(normalDistribution(seam - 1e-12));
    }
  });

  it("refuses what is no number", () => {
    expect(measureErrorOf(() => normalDistribution(NaN))).toEqual({
      kind: "invalid",
      message: "Ongeldige z-waarde: geen getal. Verwacht: een getal. Kijk de invoer na.",
    });
  });
});

describe("normalQuantile", () => {
  it("is R's qnorm from the smallest number there is to nearly 1, to 2e-14 of its value", () => {
    expect(fromR.normalQuantile.length).toBeGreaterThan(800);
    expect(farFromR(normalQuantile, fromR.normalQuantile)).toEqual([]);
  });

  it("gives the number of standard errors of the usual intervals", () => {
    // R 4.2.2: sprintf("%.17g", qnorm(c(0.95, 0.975, 0.995, 1e-300)))
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514715, 13);
    expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845400536, 13);
    expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035488999, 13);
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.047096299361201, 12);
  });

  it("is 0 at a half, -Infinity at 0 and Infinity at 1", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });

  it("is undone by the distribution, also for the smallest probabilities", () => {
    fc.assert(
      fc.property(fc.double({ min: -307, max: -1e-9, noNaN: true }), (exponent) => {
        const p = 10 ** exponent;
        // In the tail a relative error e of z becomes z^2 x e of p: at most 1400 times 2e-16 here.
        expect(Math.abs(normalDistribution(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("undoes the distribution", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 4, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantile(normalDistribution(z)) - z)).toBeLessThan(1e-11);
      }),
    );
  });

  it("is symmetric: the quantile of 1 - p is that of p with the other sign", () => {
    // Parts of 2^30, for which 1 - p is held without rounding.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (n) => {
        const p = n / 2 ** 30;
        expect(normalQuantile(1 - p) + normalQuantile(p)).toBe(0);
      }),
    );
  });

  it("rises with p", () => {
    const pair = fc.tuple(
      fc.double({ min: Number.MIN_VALUE, max: 0.99, noNaN: true }),
      fc.double({ min: 1e-9, max: 0.01, noNaN: true }),
    );
    fc.assert(
      fc.property(pair, ([p, rise]) => {
        expect(normalQuantile(p * (1 + rise))).toBeGreaterThanOrEqual(normalQuantile(p));
        expect(normalQuantile(Math.min(p + rise, 1))).toBeGreaterThan(normalQuantile(p));
      }),
    );
  });

  it("refuses what is no probability, and says what was found", () => {
    expect(measureErrorOf(() => normalQuantile(97.5))).toEqual({
      kind: "invalid",
      message: "Ongeldige kans: 97,5. Verwacht: een getal van 0 tot en met 1. Deel een percentage door 100.",
    });
    expect(measureErrorOf(() => normalQuantile(-1e-12)).kind).toBe("invalid");
    expect(measureErrorOf(() => normalQuantile(NaN)).message).toContain("geen getal");
  });
});
