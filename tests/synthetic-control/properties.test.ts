import fc from "fast-check";
import { syntheticWeights } from "../../src/synthetic-control/weights";
import { cornersOfMinimisers, gapOf, inner, optimalityViolation } from "./judge";

type Problem = { treated: number[]; donors: number[][] };

const outcome = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -200, max: 200 }).map((x) => x / 10) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.double({ min: -20, max: 20, noNaN: true }) },
);

/** Which donors to copy, as pairs of places; places beyond the donors wrap around. */
const copies = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 });

/** Problems of all sizes: donors more or fewer than periods, with copies, inside the hull and outside it. */
const problem = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }))
  .chain(([periods, count]) => {
    const series = fc.array(outcome, { minLength: periods, maxLength: periods });
    return fc
      .record({
        donors: fc.array(series, { minLength: count, maxLength: count }),
        own: series,
        mixture: fc.array(fc.nat(count - 1), { maxLength: 6 }),
        copies,
      })
      .map(({ donors: drawn, own, mixture, copies }): Problem => {
        const donors = drawn.map((donor) => [...donor]);
        for (const [from, to] of copies) donors[to % count] = donors[from % count];
        // A mean of donors lies in their hull, and often on its edge; an own series often outside it.
        const mean = own.map((_, t) => mixture.reduce((sum, j) => sum + donors[j][t], 0) / mixture.length);
        return { treated: mixture.length > 0 ? mean : own, donors };
      });
  });

/** Problems small enough, and in numbers whole enough, to try all choices of donors. */
const smallProblem = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 6 }))
  .chain(([periods, count]) => {
    const series = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: periods, maxLength: periods });
    return fc.record({
      treated: series,
      donors: fc.array(series, { minLength: count, maxLength: count }),
    });
  });

/** Problems in whole numbers up to 40, in which each sum or difference is exact. */
const wholeProblem = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 16 }))
  .chain(([periods, count]) => {
    const series = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: periods, maxLength: periods });
    return fc.record({
      treated: series,
      donors: fc.array(series, { minLength: count, maxLength: count }),
    });
  });

const scale = fc.integer({ min: -9, max: 9 }).map((power) => 10 ** power);

const times = ({ treated, donors }: Problem, factor: number): Problem => ({
  treated: treated.map((x) => x * factor),
  donors: donors.map((donor) => donor.map((x) => x * factor)),
});

const farthestApart = (a: number[], b: number[]) => Math.max(...a.map((x, j) => Math.abs(x - b[j])));

const runs = (numRuns: number) => ({ numRuns, seed: 2019 });

describe("the weights of any problem", () => {
  it("are 0 or more and sum to 1", () => {
    fc.assert(
      fc.property(problem, scale, (drawn, factor) => {
        const { treated, donors } = times(drawn, factor);
        const { weights } = syntheticWeights(treated, donors);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(1e-14 * 30);
      }),
      runs(1000),
    );
  });

  it("meet the optimality conditions to rounding, in any unit", () => {
    fc.assert(
      fc.property(problem, scale, (drawn, factor) => {
        const { treated, donors } = times(drawn, factor);
        const { weights, kktResidual } = syntheticWeights(treated, donors);
        expect(optimalityViolation(treated, donors, weights)).toBeLessThan(2e-13);
        expect(kktResidual).toBeLessThan(2e-13);
      }),
      runs(3000),
    );
  });

  it("have the RMSPE of the gap that they leave", () => {
    fc.assert(
      fc.property(problem, ({ treated, donors }) => {
        const { weights, rmspe } = syntheticWeights(treated, donors);
        const gap = gapOf(treated, donors, weights);
        expect(rmspe).toBeCloseTo(Math.sqrt(inner(gap, gap) / gap.length), 10);
      }),
      runs(500),
    );
  });

  it("move along with the donors, whatever their order, to the last bit", () => {
    fc.assert(
      fc.property(problem, fc.infiniteStream(fc.nat()), ({ treated, donors }, keys) => {
        const order = donors.map((_, j) => ({ j, key: keys.next().value as number }));
        order.sort((a, b) => a.key - b.key);
        const given = syntheticWeights(treated, donors);
        const shuffled = syntheticWeights(
          treated,
          order.map(({ j }) => donors[j]),
        );
        expect(shuffled.weights).toEqual(order.map(({ j }) => given.weights[j]));
        expect(shuffled.unique).toBe(given.unique);
      }),
      runs(1000),
    );
  });

  it("are equal for equal donors", () => {
    fc.assert(
      fc.property(problem, ({ treated, donors }) => {
        const { weights } = syntheticWeights(treated, donors);
        const first = donors.map((donor) =>
          donors.findIndex((other) => other.every((x, t) => x === donor[t])),
        );
        expect(weights).toEqual(first.map((j) => weights[j]));
      }),
      runs(1000),
    );
  });

  it("are, when there is no other minimiser, divided over a donor and its new copies", () => {
    fc.assert(
      fc.property(problem, fc.nat(30), fc.integer({ min: 1, max: 3 }), ({ treated, donors }, at, extra) => {
        const { weights, unique } = syntheticWeights(treated, donors);
        fc.pre(unique);
        const j = at % donors.length;
        const more = syntheticWeights(treated, [...donors, ...Array<number[]>(extra).fill(donors[j])]);
        const expected = weights.map((weight, k) => (k === j ? weight / (extra + 1) : weight));
        expect(farthestApart(more.weights.slice(0, donors.length), expected)).toBeLessThan(1e-12);
        expect(more.unique).toBe(weights[j] === 0);
      }),
      runs(1000),
    );
  });

  it("do not change with a shift of a period or a power of two", () => {
    fc.assert(
      fc.property(
        wholeProblem,
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: -30, max: 30 }),
        (drawn, shifts, power) => {
          const shifted = {
            treated: drawn.treated.map((x, t) => x + shifts[t]),
            donors: drawn.donors.map((donor) => donor.map((x, t) => x + shifts[t])),
          };
          const { treated, donors } = times(shifted, 2 ** power);
          expect(syntheticWeights(treated, donors).weights).toEqual(
            syntheticWeights(drawn.treated, drawn.donors).weights,
          );
        },
      ),
      runs(1000),
    );
  });

  it("do not change with the unit, up to the rounding of the outcomes in it", () => {
    fc.assert(
      fc.property(
        wholeProblem,
        fc.double({ min: 1, max: 10, noNaN: true }),
        scale,
        (drawn, factor, power) => {
          const { treated, donors } = times(drawn, factor * power);
          const a = syntheticWeights(drawn.treated, drawn.donors);
          const b = syntheticWeights(treated, donors);
          expect(farthestApart(a.weights, b.weights)).toBeLessThan(1e-8);
          expect(b.unique).toBe(a.unique);
        },
      ),
      runs(1000),
    );
  });
});

describe("the weights of a problem of which all minimisers are known", () => {
  it("are unique exactly when there is one minimiser", () => {
    fc.assert(
      fc.property(smallProblem, ({ treated, donors }) => {
        const corners = cornersOfMinimisers(treated, donors);
        const isOnly = corners.every((corner) => farthestApart(corner, corners[0]) < 1e-9);
        expect(syntheticWeights(treated, donors).unique).toBe(isOnly);
      }),
      runs(1500),
    );
  });

  it("fit as well as the best, and are the shortest that do", () => {
    fc.assert(
      fc.property(smallProblem, ({ treated, donors }) => {
        const { weights } = syntheticWeights(treated, donors);
        const corners = cornersOfMinimisers(treated, donors);
        const [gap, best] = [weights, corners[0]].map((w) => gapOf(treated, donors, w));
        expect(farthestApart(gap, best)).toBeLessThan(1e-12);
        // The shortest point of a polytope is where no corner lies in the direction of the origin.
        for (const corner of corners) {
          const towards = corner.map((x, j) => x - weights[j]);
          expect(inner(weights, towards)).toBeGreaterThan(-1e-12);
        }
      }),
      runs(1500),
    );
  });
});

describe("the weights of a large problem", () => {
  it("inside the hull are no longer than the mixture it was made of", () => {
    // 60 periods and 500 donors, deterministic but without pattern; the treated unit is the mean of all.
    const donors = Array.from({ length: 500 }, (_, j) =>
      Array.from({ length: 60 }, (_, t) => Math.sin(12.9898 * j + 78.233 * t + j * t)),
    );
    const treated = donors[0].map((_, t) => donors.reduce((sum, donor) => sum + donor[t], 0) / 500);
    const { weights, kktResidual, unique, rmspe } = syntheticWeights(treated, donors);
    expect({ unique, rmspe }).toEqual({ unique: false, rmspe: 0 });
    expect(kktResidual).toBeLessThan(1e-13);
    expect(
      farthestApart(
        weights,
        donors.map(() => 1 / 500),
      ),
    ).toBeLessThan(1e-12);
  });
});
