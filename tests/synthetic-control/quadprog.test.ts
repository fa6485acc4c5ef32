import { syntheticWeights } from "../../src/synthetic-control/weights";
import quadprog from "./fixtures/quadprog.json";

describe("the weights according to R's quadprog", () => {
  const cases = quadprog.problems.map(({ treated, donors, weights }) => ({
    shape: `${treated.length} periods and ${donors.length} donors`,
    treated,
    donors,
    weights,
  }));

  it.each(cases)("are the same with $shape", ({ treated, donors, weights }) => {
    const found = syntheticWeights(treated, donors).weights;
    expect(Math.max(...found.map((weight, j) => Math.abs(weight - weights[j])))).toBeLessThan(1e-12);
  });
});
