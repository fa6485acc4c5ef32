import fc from "fast-check";
import { leastNormByActiveSet } from "../../src/synthetic-control/least-norm-active-set";
import { leastNormByNewton } from "../../src/synthetic-control/least-norm-newton";
import { syntheticWeights } from "../../src/synthetic-control/weights";
import { optimalityViolation } from "./judge";

/** Orthonormal equations by Gram and Schmidt, from vectors that are far from dependent. */
function orthonormal(vectors: number[][]): number[][] {
  const basis: number[][] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const direction of [...basis, ...basis]) {
      const share = rest.reduce((sum, x, j) => sum + x * direction[j], 0);
      rest = rest.map((x, j) => x - share * direction[j]);
    }
    const length = Math.hypot(...rest);
    if (length > 0.1) basis.push(rest.map((x) => x / length));
  }
  return basis;
}

describe("the least-norm weights under some equations", () => {
  const problem = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 15 }))
    .chain(([rows, count]) =>
      fc.record({
        vectors: fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: count, maxLength: count }), {
          minLength: rows,
          maxLength: rows,
        }),
        start: fc.array(
          fc.integer({ min: 0, max: 4 }).map((x) => x / 4),
          { minLength: count, maxLength: count },
        ),
      }),
    );

  it("are the same by Newton's method and by an active set", () => {
    fc.assert(
      fc.property(problem, ({ vectors, start }) => {
        const equations = orthonormal(vectors);
        fc.pre(equations.length > 0);
        const required = equations.map((row) => row.reduce((sum, x, j) => sum + x * start[j], 0));
        const byNewton = leastNormByNewton(equations, required);
        const byActiveSet = leastNormByActiveSet(equations, start);
        // Newton's method may give up when only one point meets the equations.
        fc.pre(byNewton !== null);
        byActiveSet.forEach((weight, j) => expect(weight).toBeCloseTo(byNewton[j], 10));
      }),
      { numRuns: 1000, seed: 2019 },
    );
  });

  it("are found by the active set from a start at which several bounds meet", () => {
    // All solutions are (0.25 - 2 s, s, 3 s) with s from 0 to 0.125; 14 s = 0.5 makes the shortest.
    const equations = orthonormal([
      [-1, -2, 0],
      [0, -3, 1],
    ]);
    const weights = leastNormByActiveSet(equations, [0.25, 0, 0]);
    [10, 2, 6].forEach((part, j) => expect(weights[j]).toBeCloseTo(part / 56, 14));
  });
});

describe("donors that nearly equal each other", () => {
  it.each([1e-3, 1e-6, 1e-9, 1e-12, 1e-15])(
    "keep the fit to rounding when they differ by %d",
    (difference) => {
      const base = [
        [3, 1, 4, 1],
        [5, 9, 2, 6],
        [5, 3, 5, 8],
        [9, 7, 9, 3],
        [2, 3, 8, 4],
        [6, 2, 6, 4],
      ];
      const near = base.map((donor, j) =>
        donor.map((x, t) => x * (1 + difference * Math.sin(7 * j + 3 * t))),
      );
      const donors = [...base, ...near];
      const treated = base[0].map((_, t) => donors.reduce((sum, donor) => sum + donor[t], 0) / donors.length);
      const { weights, unique } = syntheticWeights(treated, donors);
      expect(optimalityViolation(treated, donors, weights)).toBeLessThan(1e-13);
      expect(unique).toBe(false);
    },
  );
});
