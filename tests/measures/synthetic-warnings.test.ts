import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { panelByHand, SYNTH_KWALITEIT } from "../../src/measures/synthetic-fit";
import { SYNTH_PLACEBO } from "../../src/measures/synthetic-inference";

type Cells = CellValue[][];
const none: Cells = [[null]];

/** A target near 20 and 24 donors near 5, of which nothing but a wobble differs after 2018. */
const years = Array.from({ length: 13 }, (_, t) => 2009 + t);
const farAway: Cells[] = [
  [["jaar", "Zuid"], ...years.map((year, t) => [year, 20 + Math.sin(t)])],
  [
    ["jaar", ...Array.from({ length: 24 }, (_, j) => `Buurt ${j + 1}`)],
    ...years.map((year, t) => [year, ...Array.from({ length: 24 }, (_, j) => 5 + Math.sin(3 * j + t))]),
  ],
  none,
  none,
  [[2018]],
];
const warningsIn = (table: readonly (readonly unknown[])[]) =>
  table.filter(([label]) => label === "Waarschuwing").map(([, text]) => text);

describe("a target outside the hull of its donors", () => {
  it("is warned about beside the fit", () => {
    expect(warningsIn(evaluate(SYNTH_KWALITEIT, farAway))).toEqual([
      expect.stringContaining("in alle voorjaren boven alle donoren"),
      expect.stringContaining("niet duidelijk groter dan de RMSPE"),
    ]);
  });

  it("is warned about beside its low p", () => {
    const test = evaluate(SYNTH_PLACEBO, [...farAway, [["toets"]]]);
    expect(test).toContainEqual(["p effect, tweezijdig", expect.closeTo(0.04, 12)]);
    expect(warningsIn(test)).toEqual([
      expect.stringContaining("in alle voorjaren boven alle donoren"),
      expect.stringContaining("niet duidelijk groter dan de RMSPE"),
      expect.stringContaining("Het doelgebied past veel slechter dan de placebo's"),
    ]);
  });

  it("is pointed out beside the p in the table of units, in a column of its own", () => {
    const [head, target, ...others] = evaluate(SYNTH_PLACEBO, farAway);
    expect(head.at(-1)).toBe("Let op");
    expect(target).toEqual([
      "Doelgebied",
      ...target.slice(1, -1).map(() => expect.any(Number)),
      'lees de waarschuwing in de tabel "toets"',
    ]);
    expect(others.map((row) => [row.length, row.at(-1)])).toEqual(others.map(() => [head.length, ""]));
    expect(evaluate(SYNTH_PLACEBO, panelByHand)[0].at(-1)).toBe("p effect");
  });
});
