import { fitSynthetic } from "../../src/synthetic-control/fit";
import { fitWarnings } from "../../src/synthetic-control/warnings";
import { noordPanel } from "./exact-panels";

describe("the warning about rounding", () => {
  // Noord is within rounding of a mixture of the other wijken, whose income is rounded to a tenth: an error of 0,1 /
  // sqrt(12) = 0,029.
  const { panel } = noordPanel();
  const warningsWith = (treated: readonly number[]) => {
    const changed = { ...panel, treated };
    return fitWarnings(changed, fitSynthetic(changed)).filter((warning) => warning.includes("afgerond"));
  };

  it("speaks of the outcomes when all are rounded", () => {
    expect(warningsWith(panel.treated)).toEqual([
      expect.stringContaining(
        "De uitkomsten zijn afgerond op 0,1. Die afronding alleen al geeft een fout van ongeveer 0,029",
      ),
    ]);
  });

  it("is also given when the treated unit is not rounded, such as a mean of areas, and the donors are", () => {
    expect(warningsWith(panel.treated.map((x, t) => x + 0.001 * Math.sin(t + 1)))).toEqual([
      expect.stringContaining("De uitkomsten van de donoren zijn afgerond op 0,1."),
    ]);
  });

  it("is also given when only the treated unit is rounded", () => {
    const donors = panel.donors.map((donor, j) => donor.map((x, t) => x + 0.001 * Math.sin(7 * j + t)));
    const unrounded = { ...panel, donors };
    expect(fitWarnings(unrounded, fitSynthetic(unrounded))).toContainEqual(
      expect.stringContaining("De uitkomsten van het doelgebied zijn afgerond op 0,1."),
    );
  });

  it("is not given when nothing is rounded", () => {
    const noise = (x: number, t: number) => x + 0.001 * Math.sin(t + 1);
    const unrounded = {
      ...panel,
      treated: panel.treated.map(noise),
      donors: panel.donors.map((d) => d.map(noise)),
    };
    expect(fitWarnings(unrounded, fitSynthetic(unrounded)).join()).not.toContain("afgerond");
  });
});
