import { fitSynthetic } from "../../src/synthetic-control/fit";
import { inTime } from "../../src/synthetic-control/in-time";
import { leaveOneOut } from "../../src/synthetic-control/leave-one-out";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import { placeboRuns } from "../../src/synthetic-control/placebo-runs";
import { fitWarnings } from "../../src/synthetic-control/warnings";
import { measureErrorOf } from "../statistics/measure-error-of";
import { effectRange } from "./effect-range-of";

const sound: SyntheticPanel = {
  treated: [1, 2, 3, 5],
  donors: [
    [1, 2, 3, 4],
    [0, 1, 2, 2],
  ],
  prePeriods: 3,
};
const fitOfSound = fitSynthetic(sound);

/** Everything that takes a panel, run to its end. */
const uses: Record<string, (panel: SyntheticPanel) => unknown> = {
  "the fit": (panel) => fitSynthetic(panel),
  "the placebo test": (panel) => [...placeboRuns(panel)],
  "the placebo test of the report": (panel) => [...placeboRuns(panel, { units: "rapport" })],
  "the placebo test in time": (panel) => inTime(panel, 2),
  "leaving out each donor": (panel) => [...leaveOneOut(panel)],
  "the range of the effect": (panel) => effectRange(panel, fitOfSound),
  "the warnings": (panel) => fitWarnings(panel, fitOfSound),
};

const faults: Record<string, [Partial<SyntheticPanel>, string]> = {
  "no donors": [{ donors: [] }, "Geen donoren"],
  "no periods": [{ treated: [], donors: [[], []] }, "Geen voorperiode"],
  "NaN for the treated unit": [{ treated: [1, NaN, 3, 5] }, "het doelgebied in periode 2: geen getal (NaN)"],
  "NaN after the intervention": [
    { treated: [1, 2, 3, NaN] },
    "het doelgebied in periode 4: geen getal (NaN)",
  ],
  "NaN for a donor": [
    { donors: [sound.donors[0], [NaN, 1, 2, 2]] },
    "donor 2 in periode 1: geen getal (NaN)",
  ],
  "an infinite outcome": [{ donors: [[1, Infinity, 3, 4]] }, "donor 1 in periode 2"],
  "a donor with a period less": [{ donors: [sound.donors[0], [0, 1, 2]] }, "donor 2 heeft 3 perioden"],
  "a donor with a period more": [{ donors: [[1, 3, 3, 4, 4], sound.donors[1]] }, "donor 1 heeft 5 perioden"],
  "one pre-period": [{ prePeriods: 1 }, "Ongeldig aantal voorperioden: 1"],
  "no pre-period": [{ prePeriods: 0 }, "Ongeldig aantal voorperioden: 0"],
  "a negative number of pre-periods": [{ prePeriods: -2 }, "Ongeldig aantal voorperioden: -2"],
  "no number of pre-periods": [{ prePeriods: NaN }, "Ongeldig aantal voorperioden: geen getal"],
  "more pre-periods than periods": [{ prePeriods: 5 }, "Ongeldig aantal voorperioden: 5, bij 4 perioden"],
};

describe.each(Object.entries(uses))("%s", (_, use) => {
  it("works with a sound panel", () => {
    expect(() => use(sound)).not.toThrow();
  });

  it.each(Object.entries(faults))("refuses %s, says what is wrong and what to do", (_, [change, message]) => {
    const { kind, message: found } = measureErrorOf(() => use({ ...sound, ...change }));
    expect(kind).toBe("invalid");
    expect(found).toContain(message);
    expect(found).toContain("Verwacht: ");
  });
});

describe("a donor that never changes", () => {
  const constant = [2, 2, 2, 2];

  it("is used like any other", () => {
    // (1, 2, 3) is the middle of (0, 2, 4) and (2, 2, 2); after: 5 - (6 + 2) / 2 = 1.
    const panel = { ...sound, donors: [[0, 2, 4, 6], constant] };
    const { weights, averageEffect, preRmspe } = fitSynthetic(panel);
    weights.forEach((weight) => expect(weight).toBeCloseTo(0.5, 14));
    expect(preRmspe).toBe(0);
    expect(averageEffect).toBeCloseTo(1, 14);
  });

  it("is as a placebo compared with the others", () => {
    // From (2, 2, 2) to the only other donor, (0, 2, 4): gaps (2, 0, -2) before and 2 - 6 after.
    const [, , run] = placeboRuns({ ...sound, donors: [[0, 2, 4, 6], constant] });
    expect(run).toMatchObject({ donor: 1, gaps: [2, 0, -2, -4], averageEffect: -4 });
  });

  it("gives, when all are alike and so is the treated unit, equal weights and an effect of 0", () => {
    const panel = { treated: constant, donors: [constant, constant, constant, constant], prePeriods: 3 };
    const fit = fitSynthetic(panel);
    expect(fit).toMatchObject({ weights: [0.25, 0.25, 0.25, 0.25], preRmspe: 0, averageEffect: 0 });
    expect(fit.uniqueness).toBe("binnen de omhullende");
    expect(effectRange(panel, fit).average).toEqual({ smallest: 0, largest: 0, uncertainty: 0 });
    for (const run of placeboRuns(panel)) expect(run).toMatchObject({ ratio: 1, averageEffect: 0 });
  });
});

describe("a single donor", () => {
  const panel = { ...sound, donors: [[1, 3, 3, 4]] };

  it("gets all weight, and the effect is the difference with it", () => {
    expect(fitSynthetic(panel)).toMatchObject({ weights: [1], averageEffect: 1, uniqueness: "uniek" });
    expect(effectRange(panel, fitSynthetic(panel)).average).toMatchObject({ smallest: 1, largest: 1 });
  });

  it("leaves nothing for a placebo or for leaving out", () => {
    expect(() => [...placeboRuns(panel)]).toThrow("Te weinig donoren voor een placebotoets");
    expect(() => [...leaveOneOut(panel)]).toThrow("Er is maar 1 donor");
  });
});
