import { seeded } from "../seeded";
import fc from "fast-check";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";

const outcome = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -200, max: 200 }).map((x) => x / 10) },
  { weight: 1, arbitrary: fc.double({ min: -20, max: 20, noNaN: true }) },
);

/** Panels of many shapes with some periods after the intervention, inside the hull and outside it. */
export const randomPanel = fc
  .record({
    pre: fc.integer({ min: 2, max: 10 }),
    post: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 2, max: 15 }),
  })
  .chain(({ pre, post, count }) => {
    const series = fc.array(outcome, { minLength: pre + post, maxLength: pre + post });
    return fc
      .record({
        own: series,
        donors: fc.array(series, { minLength: count, maxLength: count }),
        mixture: fc.array(fc.nat(count - 1), { maxLength: 4 }),
      })
      .map(({ own, donors, mixture }): SyntheticPanel => {
        const mean = (t: number) => mixture.reduce((sum, j) => sum + donors[j][t], 0) / mixture.length;
        const treated = own.map((x, t) => (mixture.length > 0 && t < pre ? mean(t) : x));
        return { treated, donors, prePeriods: pre };
      });
  });

/** The same numbers at every run. */
export const steadyNumbers = seeded;

/**
 * The shape of the Rotterdam case: ten years before, three after, fifty donors, shares in % rounded to 0,1.
 * Levels and trends differ between areas; the treated area lies among the higher ones.
 */
export function rotterdamShape(seed: number): SyntheticPanel {
  const random = steadyNumbers(seed);
  const noise = () => (random() + random() + random() - 1.5) * 0.8;
  const series = (level: number, cycle: number) =>
    Array.from({ length: 13 }, (_, t) => level + cycle * Math.sin(t / 2.5) + noise());
  const rounded = (values: number[]) => values.map((x) => Math.round(10 * x) / 10);
  const donors = Array.from({ length: 50 }, () => rounded(series(2 + 14 * random(), 2 * random())));
  return { treated: rounded(series(10, 1)), donors, prePeriods: 10 };
}
