import fc from "fast-check";
import { fitSynthetic } from "../../src/synthetic-control/fit";
import { optimalityGap } from "../../src/synthetic-control/optimality-gap";
import { judgeExactly } from "./exact-judge";
import { inner } from "./judge";

/** A solver that gives every donor the same weight, and claims that this is best. */
jest.mock("../../src/synthetic-control/penalised-weights", () => ({
  penalisedLeastSquares: (columns: readonly unknown[]) => ({
    weights: columns.map(() => 1 / columns.length),
    distance: 1,
    kktResidual: 0,
    unique: true,
  }),
}));

const entry = fc.integer({ min: -40, max: 40 }).map((x) => x / 40);
const problem = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
  .chain(([periods, count]) =>
    fc.record({
      columns: fc.array(fc.array(entry, { minLength: periods, maxLength: periods }), {
        minLength: count,
        maxLength: count,
      }),
      parts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2 * count, maxLength: 2 * count }),
      penalty: fc.constantFrom(0, 0.01, 1, 100),
    }),
  );

/** Weights in proportion to parts, all equal when these are all 0. */
function weightsOf(parts: readonly number[]): number[] {
  const total = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => (total === 0 ? 1 / parts.length : part / total));
}

/** What is minimised, from its definition. */
function objective(columns: readonly number[][], weights: readonly number[], penalty: number): number {
  const point = columns[0].map((_, t) => columns.reduce((sum, column, j) => sum + weights[j] * column[t], 0));
  const cost = columns.reduce((sum, column, j) => sum + weights[j] * inner(column, column), 0);
  return inner(point, point) + penalty * cost;
}

const runs = { numRuns: 2000, seed: 2019 };

describe("the certificate of a fit", () => {
  it("shows that a solver is wrong, as much as exact arithmetic does", () => {
    const outcome = fc.integer({ min: -200, max: 200 }).map((x) => x / 10);
    const series = fc.array(outcome, { minLength: 6, maxLength: 6 });
    const panel = fc.record({ treated: series, donors: fc.array(series, { minLength: 2, maxLength: 9 }) });
    fc.assert(
      fc.property(panel, fc.constantFrom(1e-9, 1, 1e9), ({ treated, donors }, unit) => {
        const times = (values: readonly number[]) => values.map((x) => x * unit);
        const before = (values: readonly number[]) => times(values).slice(0, 4);
        const { weights, optimalityGap: shown } = fitSynthetic({
          treated: times(treated),
          donors: donors.map(times),
          prePeriods: 4,
        });
        const { duality } = judgeExactly(before(treated), donors.map(before), weights);
        const size = Math.max(
          0,
          ...donors.flatMap((donor) => before(donor).map((x, t) => Math.abs(x - before(treated)[t]))),
        );
        expect(Math.abs(shown - duality * size)).toBeLessThanOrEqual(1e-12 * size);
      }),
      { numRuns: 300, seed: 2019 },
    );
  });

  it("counts the penalty on far-off donors", () => {
    // Deviations 1 and 3 over two periods, of which the second is always 0; half and half is claimed. With penalty 2
    // F = 4 + 2 x 5 = 14, its slopes are 2 x 2 x 1 + 2 x 1 = 6 and 2 x 2 x 3 + 2 x 9 = 30, on average 18: d = 12.
    const fit = fitSynthetic(
      {
        treated: [0, 0],
        donors: [
          [1, 0],
          [3, 0],
        ],
        prePeriods: 2,
      },
      { penalty: 2 },
    );
    expect(fit.optimalityGap).toBeCloseTo((Math.sqrt(14) - Math.sqrt(2)) / Math.sqrt(2), 14);
  });

  it("is, with a penalty, what can be calculated by hand", () => {
    // Weights 0.9 and 0.1 on 1 and 3, penalty 1: F = 1.2^2 + 1.8 = 3.24. The slopes are 2 x 1.2 x 1 + 1 = 3.4 and
    // 2 x 1.2 x 3 + 9 = 16.2, on average 4.68, so d = 1.28 and the gap is 1.8 - 1.4. In truth F = 2 is best.
    expect(optimalityGap([[1], [3]], [0.9, 0.1], 1)).toBeCloseTo(0.4, 14);
  });

  it("is never less than what other weights have to win", () => {
    fc.assert(
      fc.property(problem, ({ columns, parts, penalty }) => {
        const weights = weightsOf(parts.slice(0, columns.length));
        const others = weightsOf(parts.slice(columns.length));
        const win =
          Math.sqrt(objective(columns, weights, penalty)) - Math.sqrt(objective(columns, others, penalty));
        expect(optimalityGap(columns, weights, penalty)).toBeGreaterThanOrEqual(win - 1e-12);
      }),
      runs,
    );
  });
});
