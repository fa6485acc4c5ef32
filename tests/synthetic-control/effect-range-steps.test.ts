import type * as BasicMinimiserModule from "../../src/synthetic-control/basic-minimiser";
import { effectRangeSearch } from "../../src/synthetic-control/effect-range";
import { fitSynthetic } from "../../src/synthetic-control/fit";
import { steadyNumbers } from "./random-panels";

let solved = 0;

/** The real solver, that counts how often it is called. */
jest.mock("../../src/synthetic-control/basic-minimiser", () => {
  const real = jest.requireActual<typeof BasicMinimiserModule>("../../src/synthetic-control/basic-minimiser");
  return {
    basicMinimiser: (columns: Parameters<typeof real.basicMinimiser>[0]) => {
      solved++;
      return real.basicMinimiser(columns);
    },
  };
});

/** The treated unit is the mean of five donors, so that many weights fit. */
function insideTheHull(prePeriods: number, count: number) {
  const random = steadyNumbers(7);
  const donors = Array.from({ length: count }, () => {
    let level = 10 * random();
    return Array.from({ length: prePeriods + 2 }, () => (level += random() - 0.5));
  });
  const treated = donors[0].map((_, t) => donors.slice(0, 5).reduce((sum, donor) => sum + donor[t], 0) / 5);
  return { treated, donors, prePeriods };
}

it.each([
  [10, 40],
  [60, 100],
])(
  "a step of the search for a range solves one problem at most, with %d periods and %d donors",
  (...shape) => {
    const panel = insideTheHull(...shape);
    const fit = fitSynthetic(panel);
    const perStep: number[] = [];
    solved = 0;
    for (const step of effectRangeSearch(panel, fit)) {
      perStep.push(solved);
      // A range itself takes no more solving: its search has told what it found.
      if (step !== null) expect(solved).toBe(0);
      solved = 0;
    }
    expect(Math.max(...perStep)).toBe(1);
    // Three ranges of two searches each: with fewer steps the searches themselves would give none.
    expect(perStep.length).toBeGreaterThan(3 + 3 * 2);
  },
);
