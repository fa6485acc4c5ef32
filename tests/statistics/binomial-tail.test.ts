import { binomialTail } from "../../src/statistics/binomial-tail";

/** The tail for a chance of 1 in 11, in whole numbers and without rounding: sum of C(n, k) 10^(n-k), over 11^n. */
function exactTail(successes: number, trials: number): number {
  let [sum, ways] = [0n, 1n];
  for (let k = 0; k <= trials; k += 1) {
    if (k >= successes) sum += ways * 10n ** BigInt(trials - k);
    ways = (ways * BigInt(trials - k)) / BigInt(k + 1);
  }
  // Enough digits for a quotient that a double can hold; what is smaller is 0 for a double too.
  const digits = 10n ** 330n;
  const quotient = (sum * digits) / 11n ** BigInt(trials);
  return Number(`${quotient}e-330`);
}

describe("the tail of the binomial distribution", () => {
  it.each([1, 2, 3, 5, 19, 100, 250])("is exact for %d trials", (trials) => {
    for (let successes = 0; successes <= trials; successes += trials > 50 ? 7 : 1) {
      const exact = exactTail(successes, trials);
      expect(Math.abs(binomialTail(successes, trials, 1 / 11) - exact)).toBeLessThanOrEqual(1e-11 * exact);
    }
  });

  it("is 0 and no NaN where it is smaller than any double, and stable for a million trials", () => {
    expect(binomialTail(900_000, 1_000_000, 1 / 11)).toBe(0);
    // R: pbinom(91908, 1e6, 1/11, lower.tail = FALSE)
    expect(binomialTail(91_909, 1_000_000, 1 / 11)).toBeCloseTo(0.000259052140482243, 12);
  });
});
