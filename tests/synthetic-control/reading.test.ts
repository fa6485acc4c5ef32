import fc from "fast-check";
import { gapTable, seriesTable } from "../../src/synthetic-control/chart-data";
import { detectableEffect } from "../../src/synthetic-control/detectable-effect";
import { fitSynthetic } from "../../src/synthetic-control/fit";
import { placeboRuns } from "../../src/synthetic-control/placebo-runs";
import { placeboTest } from "../../src/synthetic-control/placebo-test";
import { roundingUnit } from "../../src/synthetic-control/rounding-unit";
import { fitWarnings, placeboWarnings } from "../../src/synthetic-control/warnings";
import { rotterdamShape } from "./random-panels";
import { studyPanel } from "./study-panel";

describe("the minimum detectable effect", () => {
  const pOf = (effect: number, placebos: readonly number[]) =>
    (1 + placebos.filter((x) => Math.abs(x) >= effect).length) / (placebos.length + 1);

  it("parts the effects with p of at most alpha from the others", () => {
    const effects = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(effects, fc.constantFrom(0.01, 0.05, 0.1, 0.5, 0.9), (placebos, alpha) => {
        const least = detectableEffect(placebos, alpha);
        if (least === null) expect(pOf(Infinity, placebos)).toBeGreaterThan(alpha);
        else {
          expect(pOf(least + 0.5, placebos)).toBeLessThanOrEqual(alpha + 1e-12);
          if (least > 0) expect(pOf(least, placebos)).toBeGreaterThan(alpha);
        }
      }),
      { numRuns: 500, seed: 2019 },
    );
  });

  it("needs 19 placebos at 5 %, and is then larger than all of them", () => {
    const placebos = Array.from({ length: 19 }, (_, k) => k / 100);
    expect(detectableEffect(placebos.slice(1))).toBeNull();
    expect(detectableEffect(placebos)).toBe(0.18);
  });

  it("is refused without placebos or with an impossible level", () => {
    expect(() => detectableEffect([])).toThrow("Geen placebo's gevonden");
    expect(() => detectableEffect([1], 0)).toThrow("Ongeldig significantieniveau: 0");
    expect(() => detectableEffect([1], 5)).toThrow("tussen 0 en 1, zoals 0,05");
    expect(detectableEffect([1], 1 - 1e-12)).toBe(0);
  });
});

describe("the unit of rounding", () => {
  it("is read from the decimals", () => {
    expect(roundingUnit([[8.9, 0.1 + 0.2]])).toBe(0.1);
    expect(roundingUnit([[0.25, 1.5]])).toBe(0.01);
    expect(roundingUnit([[1e9 + 0.5]])).toBe(0.1);
    expect(roundingUnit([[Math.PI]])).toBeNull();
    expect(roundingUnit([[1e300]])).toBeNull();
    expect(roundingUnit([[-3, 0]])).toBe(1);
  });
});

describe("the warnings", () => {
  const testOf = (...args: Parameters<typeof placeboRuns>) => placeboTest([...placeboRuns(...args)]);

  it("are absent where there is nothing to say", () => {
    const { panel } = studyPanel("california");
    expect(fitWarnings(panel, fitSynthetic(panel))).toEqual([]);
    expect(placeboWarnings(testOf(panel))).toEqual([]);
  });

  it("say that sixteen placebos are too few", () => {
    const { panel } = studyPanel("germany");
    expect(placeboWarnings(testOf(panel))).toEqual([expect.stringContaining("Te weinig placebo's: 16")]);
  });

  it("name rounding and few periods", () => {
    // Shares rounded to 0,1: a rounding error of 0,1 / sqrt(12) = 0,029; the fit is perfect in two periods.
    const panel = {
      treated: [8.9, 9.1, 9],
      donors: [
        [8.8, 9.1, 9],
        [9, 9.1, 9],
        [7.1, 7, 7],
      ],
      prePeriods: 2,
    };
    const [few, rounding, ...others] = fitWarnings(panel, fitSynthetic(panel));
    expect(few).toContain("Weinig voorperioden: 2");
    expect(rounding).toContain("afgerond op 0,1. Die afronding alleen al geeft een fout van ongeveer 0,029");
    expect(others).toEqual([]);
  });

  it("say when the data do not fix the weights", () => {
    const panel = {
      treated: [0.5, 0.5],
      donors: [
        [0, 0],
        [1, 1],
        [0, 1],
        [1, 0],
      ],
      prePeriods: 2,
    };
    expect(fitWarnings(panel, fitSynthetic(panel)).at(-1)).toContain(
      "leggen de gewichten en het effect niet vast",
    );
    const equal = {
      treated: [0, 0],
      donors: [
        [2, 0],
        [2, 0],
        [0, 2],
      ],
      prePeriods: 2,
    };
    expect(fitWarnings(equal, fitSynthetic(equal)).at(-1)).toContain("uitwisselbaar");
  });

  it("say when the placebos are another kind of units", () => {
    const calm = { ...rotterdamShape(3), treated: rotterdamShape(3).treated.map(() => 9) };
    const noisy = calm.donors.map((donor, j) => (j < 6 ? donor.map(() => 6 + j) : donor));
    const warnings = placeboWarnings(testOf({ ...calm, donors: noisy }));
    expect(warnings).toEqual([expect.stringContaining("passen veel slechter dan het doelgebied")]);
  });
});

describe("the tables for charts", () => {
  const panel = {
    treated: [1, 2, 9],
    donors: [
      [1, 2, 4],
      [2, 3, 5],
    ],
    prePeriods: 2,
  };
  const years = [2017, 2018, 2019];

  it("set the treated unit beside its synthetic control", () => {
    expect(seriesTable(years, panel, fitSynthetic(panel))).toEqual([
      ["Periode", "Doelgebied", "Synthetisch"],
      [2017, 1, 1],
      [2018, 2, 2],
      [2019, 9, 4],
    ]);
  });

  it("set its gap beside those of the placebos", () => {
    expect(gapTable(years, [...placeboRuns(panel)], ["A", "B"])).toEqual([
      ["Periode", "Doelgebied", "A", "B"],
      [2017, 0, -1, 1],
      [2018, 0, -1, 1],
      [2019, 5, -1, 1],
    ]);
  });

  it("are refused when labels or names are missing", () => {
    expect(() => seriesTable([2017], panel, fitSynthetic(panel))).toThrow(
      "1 labels van perioden en 3 waarden",
    );
    expect(() => gapTable(years, [...placeboRuns(panel)], ["A"])).toThrow(
      "Geen naam voor donor 2: er zijn 1 namen",
    );
  });
});
