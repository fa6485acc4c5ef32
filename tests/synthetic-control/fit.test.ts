import fc from "fast-check";
import { donorsWithWeight, fitSynthetic } from "../../src/synthetic-control/fit";
import { optimalityGap } from "../../src/synthetic-control/optimality-gap";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { inner } from "./judge";
import { readGold, studies } from "./panel";
import { randomPanel, rotterdamShape } from "./random-panels";
import { readInference, relativeError, studyPanel } from "./study-panel";

const runs = (numRuns: number) => ({ numRuns, seed: 2019 });

describe.each(studies)("the fit of %s", (study) => {
  const { panel, names } = studyPanel(study);
  const gold = readInference(study);
  const fit = fitSynthetic(panel);

  it("has the gaps that another program finds, in all periods", () => {
    const size = Math.max(...gold.gaps.map(Math.abs));
    const errors = fit.gaps.map((gap, t) => Math.abs(gap - gold.gaps[t]) / size);
    expect(Math.max(...errors)).toBeLessThan(1e-10);
  });

  it("has the RMSPEs and the average effect that another program finds", () => {
    expect(relativeError(fit.preRmspe, gold.preRmspe)).toBeLessThan(1e-12);
    expect(relativeError(fit.postRmspe, gold.postRmspe)).toBeLessThan(1e-10);
    expect(relativeError(fit.averageEffect, gold.averageEffect)).toBeLessThan(1e-10);
  });

  it("has the donors of the gold, and certificates at rounding level", () => {
    const withWeight = donorsWithWeight(fit.weights).map((j) => names[j]);
    expect(withWeight.sort()).toEqual(Object.keys(readGold(study).weights).sort());
    expect(fit.nonZero).toBe(withWeight.length);
    expect(fit.uniqueness).toBe("uniek");
    expect(fit.kktResidual).toBeLessThan(1e-14);
    expect(fit.optimalityGap / fit.preRmspe).toBeLessThan(1e-12);
  });
});

describe("the verdict on uniqueness", () => {
  const verdict = (treated: number[], donors: number[][]) => {
    const { uniqueness, preRmspe } = fitSynthetic({ treated, donors, prePeriods: treated.length });
    return { uniqueness, preRmspe };
  };

  it("is 'uniek' outside the hull, however many donors", () => {
    // Two periods, three donors; (0, 0) is nearest to the middle of (2, 0) and (0, 2): (1, 1), RMSPE 1.
    const { uniqueness, preRmspe } = verdict(
      [0, 0],
      [
        [2, 0],
        [0, 2],
        [9, 9],
      ],
    );
    expect(uniqueness).toBe("uniek");
    expect(preRmspe).toBeCloseTo(1, 14);
  });

  it("is 'binnen de omhullende' when the perfect fit can be had in more ways", () => {
    const corners = [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ];
    expect(verdict([0, 0], corners)).toEqual({ uniqueness: "binnen de omhullende", preRmspe: 0 });
  });

  it("is 'uniek' when the perfect fit can be had in one way", () => {
    expect(
      verdict(
        [1, 1],
        [
          [0, 0],
          [2, 2],
          [9, 1],
        ],
      ),
    ).toEqual({ uniqueness: "uniek", preRmspe: 0 });
  });

  it("is 'afhankelijke donoren' when two donors with weight are equal and the fit is not perfect", () => {
    expect(
      verdict(
        [0, 0],
        [
          [2, 0],
          [2, 0],
          [0, 2],
        ],
      ).uniqueness,
    ).toBe("afhankelijke donoren");
  });
});

describe("the fit of any panel", () => {
  it("has a synthetic series and gaps that add up to the treated unit, and an optimality gap of rounding", () => {
    fc.assert(
      fc.property(randomPanel, (panel) => {
        const fit = fitSynthetic(panel);
        fit.synthetic.forEach((value, t) => {
          const mixture = inner(
            fit.weights,
            panel.donors.map((donor) => donor[t]),
          );
          expect(Math.abs(value - mixture)).toBeLessThan(1e-12 * 100);
          expect(fit.gaps[t] + value).toBeCloseTo(panel.treated[t], 11);
        });
        // Where the fit is nearly perfect the gap is at most the RMSPE itself, which is then rounding.
        expect(fit.optimalityGap).toBeLessThan(1e-11);
      }),
      runs(300),
    );
  });

  it("is near the Rotterdam shape's rounding and has at most as many donors as periods", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const fit = fitSynthetic(rotterdamShape(seed));
      if (fit.uniqueness === "uniek") expect(fit.nonZero).toBeLessThanOrEqual(10);
      else expect(fit.preRmspe).toBe(0);
      expect(fit.optimalityGap).toBeLessThan(1e-12);
    }
  });

  it("has certificates that see through weights that are not optimal", () => {
    // One period, donors at 1 and 3 from the treated unit. All weight on the far one: the objective is 9, its
    // slope 2 x 3 x (1 - 3) = -12 is more than there is to win, so the bound is 3. Half and half: the objective is 4,
    // the slope 2 x 2 x (1 - 2) = -4, the lower bound 0; in truth 1 is attained, so 2 is an upper bound on 1.
    expect(optimalityGap([[1], [3]], [0, 1], 0)).toBe(3);
    expect(optimalityGap([[1], [3]], [0.5, 0.5], 0)).toBe(2);
    expect(optimalityGap([[1], [3]], [0.9, 0.1], 0)).toBeCloseTo(1.2 - Math.sqrt(0.96), 12);
  });
});

/** The largest violation of the conditions for the penalised problem, from the definition. */
function violation({ treated, donors, prePeriods }: SyntheticPanel, weights: number[], penalty: number) {
  const pre = treated.slice(0, prePeriods);
  const columns = donors.map((donor) => pre.map((x, t) => donor[t] - x));
  const point = pre.map((_, t) =>
    inner(
      weights,
      columns.map((column) => column[t]),
    ),
  );
  const gradient = columns.map((column) => 2 * inner(point, column) + penalty * inner(column, column));
  const level = inner(gradient, weights);
  const size = Math.max(...columns.map((column) => inner(column, column))) * (1 + penalty) + Number.MIN_VALUE;
  return Math.max(...gradient.map((g, j) => (weights[j] > 0 ? Math.abs(g - level) : level - g))) / size;
}

describe("the penalty on far-off donors", () => {
  it("gives weights that meet its optimality conditions", () => {
    const penalty = fc.oneof(
      fc.constant(0.1),
      fc.integer({ min: -6, max: 4 }).map((power) => 10 ** power),
      fc.double({ min: 0.01, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(randomPanel, penalty, (panel, price) => {
        const fit = fitSynthetic(panel, { penalty: price });
        expect(violation(panel, fit.weights, price)).toBeLessThan(1e-12);
        expect(fit.kktResidual).toBeLessThan(1e-11);
      }),
      runs(500),
    );
  });

  it("is the ordinary method at 0 and the nearest donor at a high price", () => {
    const { panel } = studyPanel("california");
    expect(fitSynthetic(panel, { penalty: 0 })).toEqual(fitSynthetic(panel));
    const pre = panel.prePeriods;
    const distances = panel.donors.map((donor) =>
      donor.slice(0, pre).reduce((sum, x, t) => sum + (x - panel.treated[t]) ** 2, 0),
    );
    const nearest = distances.indexOf(Math.min(...distances));
    expect(donorsWithWeight(fitSynthetic(panel, { penalty: 1e6 }).weights)).toEqual([nearest]);
  });

  it("makes no violation of a donor that differs from the treated unit by rounding alone", () => {
    const panel = {
      treated: [0, 0, 0],
      donors: [
        [0, 0, 1],
        [1e-55, 0, 1],
        [4, 4, 4],
      ],
      prePeriods: 2,
    };
    expect(fitSynthetic(panel, { penalty: 1 }).kktResidual).toBeLessThan(1e-15);
  });

  it("makes the weights unique inside the hull", () => {
    // Two periods; the treated unit in the middle of two pairs of donors, one near and one far: only the near pair.
    const panel = {
      treated: [0, 0, 0],
      donors: [
        [1, 0, 1],
        [-1, 0, 1],
        [0, 5, 7],
        [0, -5, 7],
      ],
      prePeriods: 2,
    };
    expect(fitSynthetic(panel).uniqueness).toBe("binnen de omhullende");
    const sparse = fitSynthetic(panel, { penalty: 0.01 });
    expect(sparse.uniqueness).toBe("uniek");
    expect(sparse.weights.map((weight) => Math.round(weight * 1e12) / 1e12)).toEqual([0.5, 0.5, 0, 0]);
  });
});

describe("a panel that cannot be fitted", () => {
  const panel = { treated: [1, 2, 3], donors: [[1, 2, 4]], prePeriods: 2 };
  const message = (change: Partial<SyntheticPanel>) => () => fitSynthetic({ ...panel, ...change });

  it("is refused with what was found and what to do", () => {
    expect(message({ donors: [] })).toThrow("Geen donoren");
    expect(message({ treated: [] })).toThrow("Geen voorperiode");
    expect(message({ prePeriods: 1 })).toThrow("Ongeldig aantal voorperioden: 1, bij 3 perioden");
    expect(message({ prePeriods: 4 })).toThrow("Ongeldig aantal voorperioden: 4, bij 3 perioden");
    expect(message({ prePeriods: 2.5 })).toThrow("Ongeldig aantal voorperioden: 2,5");
    expect(message({ donors: [[1, NaN, 2]] })).toThrow("donor 1 in periode 2");
    expect(message({ donors: [[1, 2, NaN]] })).toThrow("donor 1 in periode 3");
    expect(message({ treated: [1, Infinity, 2] })).toThrow("het doelgebied in periode 2");
    expect(message({ donors: [[1, 2]] })).toThrow("Ongelijke lengte: donor 1 heeft 2 perioden");
    expect(() => fitSynthetic(panel, { penalty: -1 })).toThrow("Ongeldige straf op verre donoren: -1");
    expect(() => fitSynthetic(panel, { penalty: NaN })).toThrow("geen getal");
  });

  it("is one donor no reason to refuse: it gets all weight", () => {
    expect(fitSynthetic(panel)).toMatchObject({ weights: [1], gaps: [0, 0, -1], averageEffect: -1 });
  });

  it("has no effect without periods after the intervention, and says so with null", () => {
    expect(fitSynthetic({ ...panel, prePeriods: 3 })).toMatchObject({ postRmspe: null, averageEffect: null });
  });
});
