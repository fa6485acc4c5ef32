import { fitSynthetic } from "../../src/synthetic-control/fit";
import { optimalityGap } from "../../src/synthetic-control/optimality-gap";
import { syntheticWeights } from "../../src/synthetic-control/weights";
import { effectRange } from "./effect-range-of";

/** More than fit on the stack as arguments of one call. */
const many = 130_000;

describe("so many entries that they do not fit in one call", () => {
  it("are periods of one donor", () => {
    const donor = Array.from({ length: many }, (_, t) => t % 2);
    const { weights, rmspe } = syntheticWeights(new Array<number>(many).fill(0), [donor]);
    expect(weights).toEqual([1]);
    expect(rmspe).toBeCloseTo(Math.SQRT1_2, 12);
  });

  const treated = [0, 0, 1];
  const donors = Array.from({ length: many }, (_, j) => [1 + (j % 7), 2, j % 3]);
  const panel = { treated, donors, prePeriods: 2 };

  it("are donors, of which the nearest share equally", () => {
    const { weights, kktResidual } = syntheticWeights(
      [0, 0],
      donors.map((donor) => donor.slice(0, 2)),
    );
    const nearest = Math.ceil(many / 7);
    expect(weights.filter((weight) => weight > 0)).toHaveLength(nearest);
    expect(weights[0]).toBeCloseTo(1 / nearest, 15);
    expect(kktResidual).toBeLessThan(1e-12);
  });

  it("are donors with a penalty, in a range and under a certificate", () => {
    const fit = fitSynthetic(panel);
    expect(fitSynthetic(panel, { penalty: 0.1 }).weights[0]).toBeCloseTo(fit.weights[0], 12);
    const { smallest, largest } = effectRange(panel, fit).average;
    expect(smallest).toBeLessThan(largest);
    expect(optimalityGap(donors, fit.weights, 0)).toBeGreaterThanOrEqual(0);
  });
});
