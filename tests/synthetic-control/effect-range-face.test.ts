import { fitSynthetic } from "../../src/synthetic-control/fit";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { effectRange } from "./effect-range-of";
import { rangeExactly } from "./exact-corners";
import { steadyNumbers } from "./random-panels";

/** From nothing but the best fit to a billionth above it: too little to see in the range of these panels, or nearly so. */
const margins = [0, 1e-16, 1e-15, 1e-14, 1e-12, 1e-9];

const rangeAt = (panel: SyntheticPanel, margin: number) =>
  effectRange(panel, fitSynthetic(panel), { factor: 1 + margin }).average;

/** Small whole numbers, with one donor that equals another before the intervention and differs after it. */
function panelWithTwins(random: () => number): SyntheticPanel {
  const whole = (n: number) => Math.floor(n * random());
  const prePeriods = 2 + whole(3);
  const periods = prePeriods + 1 + whole(2);
  const series = () => Array.from({ length: periods }, () => whole(9) - 4);
  const donors = Array.from({ length: 2 + whole(4) }, series);
  const twin = donors[whole(donors.length)];
  donors.push([...twin.slice(0, prePeriods), ...series().slice(prePeriods)]);
  // Mostly outside the hull, where the best fit is not perfect.
  const treated = series().map((x) => x + (whole(3) === 0 ? 0 : 3));
  return { treated, donors, prePeriods };
}

describe("the range of the effect over the weights that fit best", () => {
  it("runs over all of them", () => {
    // Before, A and B are equal, so that every mixture fits as well. After, the effect is 0 - B up to 0.4 - A.
    const panel = {
      treated: [0, 0, 0.4],
      donors: [
        [0.5, 0.8, 0.9],
        [0.5, 0.8, 0.3],
      ],
      prePeriods: 2,
    };
    for (const margin of margins) {
      const { smallest, largest, uncertainty } = rangeAt(panel, margin);
      expect(smallest).toBeCloseTo(-0.5, 12);
      expect(largest).toBeCloseTo(0.1, 12);
      expect(uncertainty).toBeLessThan(1e-12);
    }
  });

  it("is that of the exact corners, contains them at any margin, and is wider at a wider one", () => {
    const random = steadyNumbers(8);
    for (let k = 0; k < 150; k++) {
      const panel = panelWithTwins(random);
      const exact = rangeExactly(panel);
      let inner = exact;
      for (const margin of margins) {
        const found = rangeAt(panel, margin);
        const { smallest, largest, uncertainty } = found;
        // What is proven must hold, to the rounding of the effects (of at most 16).
        const covers =
          smallest - uncertainty <= inner.smallest + 1e-14 && largest + uncertainty >= inner.largest - 1e-14;
        const contains = smallest <= inner.smallest + 1e-8 && largest >= inner.largest - 1e-8;
        const isNear =
          margin > 1e-16 || (smallest >= exact.smallest - 1e-8 && largest <= exact.largest + 1e-8);
        expect({ panel, margin, covers, contains, isNear, isProven: uncertainty < 1e-6 }).toEqual({
          panel,
          margin,
          covers: true,
          contains: true,
          isNear: true,
          isProven: true,
        });
        inner = found;
      }
    }
  });
});
