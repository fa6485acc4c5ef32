import { optimalityGap } from "../../src/synthetic-control/optimality-gap";
import { syntheticWeights } from "../../src/synthetic-control/weights";
import { judgeExactly } from "./exact-judge";
import witness from "./fixtures/witness.json";
import { generatedProblem, problemInside } from "./generated-problems";
import { gapOf, inner } from "./judge";
import { interiorPoint } from "./interior-point";

/** The solutions of all generated problems, with lengths as shares of the largest difference with the treated unit. */
const solutions = witness.rmspes.map((rmspe, k) => {
  const { treated, donors } = generatedProblem(k + 1);
  const differences = donors.map((donor) => donor.map((outcome, t) => outcome - treated[t]));
  const size = Math.max(Number.MIN_VALUE, ...differences.flat().map(Math.abs));
  const solution = syntheticWeights(treated, donors);
  return {
    treated,
    donors,
    size,
    columns: differences.map((column) => column.map((x) => x / size)),
    ...solution,
    share: solution.rmspe / size,
    witnessed: rmspe / size,
  };
});
const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);

describe("four thousand generated problems", () => {
  it("are of every kind: in units from 1e-9 to 1e9, wide and long, with copies, inside the hull and outside it", () => {
    const count = (isOne: (solution: (typeof solutions)[number]) => boolean) =>
      solutions.filter(isOne).length;
    expect(solutions).toHaveLength(4000);
    expect(count(({ size }) => size < 1e-6)).toBeGreaterThan(300);
    expect(count(({ size }) => size > 1e8)).toBeGreaterThan(300);
    expect(count(({ treated, donors }) => donors.length > treated.length)).toBeGreaterThan(2000);
    expect(count(({ treated, donors }) => donors.length <= treated.length)).toBeGreaterThan(500);
    expect(count(({ donors }) => new Set(donors.map(String)).size < donors.length)).toBeGreaterThan(800);
    expect(count(({ witnessed }) => witnessed < 1e-12)).toBeGreaterThan(1500);
    expect(count(({ witnessed }) => witnessed > 1e-3)).toBeGreaterThan(1500);
    expect(count(({ unique }) => !unique)).toBeGreaterThan(1000);
  });

  it("are fitted as well as by R's quadprog", () => {
    const outside = solutions.filter(({ witnessed }) => witnessed > 1e-12);
    expect(largest(outside.map(({ share, witnessed }) => Math.abs(share / witnessed - 1)))).toBeLessThan(
      1e-11,
    );
  });

  it("have a perfect fit, an RMSPE of exactly 0, where R's quadprog finds one", () => {
    const inside = solutions.filter(({ witnessed }) => witnessed <= 1e-12);
    expect(largest(inside.map(({ share }) => share))).toBe(0);
  });

  it("are fitted as well as by an interior point method", () => {
    const errors = solutions.map(({ treated, columns, share }) => {
      const origin = treated.map(() => 0);
      const gap = gapOf(origin, columns, interiorPoint(columns));
      return Math.abs(inner(gap, gap) / gap.length - share ** 2);
    });
    expect(largest(errors)).toBeLessThan(1e-13);
  });

  it("cannot be fitted better, as is proven in exact arithmetic, and show the certificate that says so", () => {
    const verdicts = solutions.map(({ treated, donors, weights, columns, share }) => {
      const exact = judgeExactly(treated, donors, weights);
      const shown = optimalityGap(columns, weights, 0) / Math.sqrt(treated.length);
      return [exact.mostToWin, Math.abs(exact.rmspe - share), Math.abs(exact.duality - shown)];
    });
    expect(largest(verdicts.map(([mostToWin]) => mostToWin))).toBeLessThan(1e-13);
    expect(largest(verdicts.map(([, rmspeError]) => rmspeError))).toBeLessThan(1e-13);
    expect(largest(verdicts.map(([, , certificateError]) => certificateError))).toBeLessThan(1e-13);
  });
});

describe("six hundred problems inside the hull", () => {
  const found = witness["sums of squared weights"].map((length, k) => ({
    length,
    ...syntheticWeights(problemInside(k + 1).treated, problemInside(k + 1).donors),
    problem: problemInside(k + 1),
  }));

  it("have a perfect fit that is not the only one", () => {
    expect(found).toHaveLength(600);
    expect(found.every(({ unique, rmspe }) => !unique && rmspe === 0)).toBe(true);
    const gaps = found.map(({ problem, weights }) => gapOf(problem.treated, problem.donors, weights));
    expect(largest(gaps.flat().map(Math.abs))).toBeLessThan(1e-12);
  });

  it("get the weights with the smallest sum of squares, according to R's quadprog", () => {
    // There is only one point of least length, so weights that fit and have that length are that point.
    const errors = found.map(({ weights, length }) => Math.abs(inner(weights, weights) / length - 1));
    expect(largest(errors)).toBeLessThan(1e-11);
  });
});

describe("the judges", () => {
  it("pass weights that are best", () => {
    // Donors 1 below and 3 above: three quarters of the first and a quarter of the second.
    expect(judgeExactly([0], [[-1], [3]], [0.75, 0.25])).toEqual({ rmspe: 0, mostToWin: 0, duality: 0 });
    const [first, second] = interiorPoint([[-1 / 3], [1]]);
    expect(first).toBeCloseTo(0.75, 7);
    expect(second).toBeCloseTo(0.25, 7);
  });

  it("see what there is to win with weights that are not", () => {
    // All on the donor 3 above: that is as far as can be, and all of it can be won.
    expect(judgeExactly([0], [[-1], [3]], [0, 1])).toEqual({ rmspe: 1, mostToWin: 1, duality: 1 });
    // Donors (2, 1) and (2, -1), 1 % off the middle: y = (2, 0.01), so F = 4.0001, and y.a = 3.99 for the second.
    const donors = [
      [2, 1],
      [2, -1],
    ];
    const { rmspe, mostToWin } = judgeExactly([0, 0], donors, [0.505, 0.495]);
    const length = Math.sqrt(4.0001);
    const asShare = (distance: number) => distance / Math.sqrt(2) / 2;
    expect(rmspe).toBeCloseTo(asShare(length), 14);
    expect(mostToWin).toBeCloseTo(asShare(length - 3.99 / length), 14);
    expect(mostToWin).toBeGreaterThan(asShare(length - 2));
  });
});
