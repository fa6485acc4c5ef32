import { effectRange } from "./effect-range-of";

/** A search that leaves 0.25 unproven above, where values are those of the effect, and 0.5 below, where they are turned. */
jest.mock("../../src/synthetic-control/largest-mean", () => ({
  largestMean: (_columns: unknown, values: readonly number[]) => {
    const value = Math.max(...values);
    return [{ value, bound: value + (values[0] > 0 ? 0.25 : 0.5), weights: [1, 0] }];
  },
}));

it("the uncertainty of a range is that of its less certain end", () => {
  const panel = {
    treated: [0, 0, 10],
    donors: [
      [1, 1, 1],
      [2, 2, 2],
    ],
    prePeriods: 2,
  };
  const { average } = effectRange(panel, { weights: [1, 0], preRmspe: 1 });
  expect(average).toEqual({ smallest: 8, largest: 9, uncertainty: 0.5 });
});
