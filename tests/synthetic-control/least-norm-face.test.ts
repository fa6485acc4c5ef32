import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { fitSynthetic } from "../../src/synthetic-control/fit";
import { judgeExactly } from "./exact-judge";
import { cornersExactly, weightsOf } from "./exact-corners";
import { inner } from "./judge";
import { steadyNumbers } from "./random-panels";

/** The treated unit on the edge of the hull of its donors, so that most donors can have no weight at all. */
const onAnEdge: SyntheticPanel = {
  treated: [7, 7, 7],
  donors: [
    [12, 12, 12],
    [17, 17, 17],
    [5, 5, 5],
    [19, 1, 0],
    [-5, -4, -4],
  ],
  prePeriods: 3,
};

/**
 * By how much at most the sum of squares of weights is above the smallest of all weights that fit as well. These are
 * the mixtures u of the corners v, and ||u||^2 >= 2 w.u - ||w||^2 >= 2 min w.v - ||w||^2.
 */
function squaresToWin(panel: SyntheticPanel, weights: readonly number[]): number {
  const products = cornersExactly(panel).map((corner) => inner(weights, weightsOf(corner)));
  return 2 * (inner(weights, weights) - Math.min(...products));
}

/** Small whole numbers, so that corners, edges and equal donors abound; seldom the treated unit is far away. */
function smallPanel(random: () => number): SyntheticPanel {
  const whole = (n: number) => Math.floor(n * random());
  const prePeriods = 2 + whole(3);
  const reach = 1 + whole(3);
  const series = () => Array.from({ length: prePeriods }, () => whole(2 * reach + 1) - reach);
  const donors = Array.from({ length: 3 + whole(5) }, series);
  // Half of the treated units are halfway two donors: on an edge, if not inside.
  const [one, other] = [donors[whole(donors.length)], donors[whole(donors.length)]];
  const isBetween = whole(2) === 0;
  const treated = isBetween ? one.map((x, t) => x + other[t]) : series().map((x) => 2 * x);
  return { treated, donors: donors.map((donor) => donor.map((x) => 2 * x)), prePeriods };
}

describe("the least-norm weights when only some donors can have weight", () => {
  it("are shared by those on the edge on which the treated unit lies", () => {
    // On the edge lie 12, 17 and 5 with 7 in between: a 12 + b 17 + (1 - a - b) 5 = 7 gives 7 a + 12 b = 2. With b = 0
    // the sum of squares is (4 + 25) / 49, and its slope in b there is 2 x (2/7 x -12/7 + 5/7 x 5/7) = 2/49, above 0.
    const { weights } = fitSynthetic(onAnEdge);
    [2 / 7, 0, 5 / 7, 0, 0].forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight, 12));
  });

  it("do not depend on the order of the donors, to the last bit", () => {
    const { weights } = fitSynthetic(onAnEdge);
    const turned = fitSynthetic({ ...onAnEdge, donors: [...onAnEdge.donors].reverse() });
    expect(turned.weights.reverse()).toEqual(weights);
  });

  it("have the smallest sum of squares of all weights that fit as well, as the exact corners prove", () => {
    const random = steadyNumbers(14);
    for (let k = 0; k < 400; k++) {
      const panel = smallPanel(random);
      const { weights } = fitSynthetic(panel);
      expect({ panel, isLeast: squaresToWin(panel, weights) < 1e-12 }).toEqual({ panel, isLeast: true });
      const { mostToWin } = judgeExactly(panel.treated, panel.donors, weights);
      expect({ panel, isBest: mostToWin < 1e-13 }).toEqual({ panel, isBest: true });
    }
  });
});
