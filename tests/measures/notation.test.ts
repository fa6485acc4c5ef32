import { functionRecords } from "../../src/measures";
import { dutchFormula, shownCell, signature } from "../../src/measures/notation";

describe("Dutch notation", () => {
  it("shows a call with semicolons and optional arguments in brackets", () => {
    const weights = functionRecords.find(({ id }) => id === "SYNTH.GEWICHTEN");
    expect(weights && signature(weights)).toBe(
      "=KNAP.SYNTH.GEWICHTEN(doel; donoren; [namen]; [jaren]; [laatste_voorjaar]; [ontbrekend]; [straf])",
    );
  });

  it("leaves commas inside a text alone", () => {
    expect(dutchFormula('COUNTIFS({a},"x,y")')).toBe('=AANTALLEN.ALS(a;"x,y")');
  });

  it("knows every function that a twin uses", () => {
    for (const { twin } of functionRecords) {
      if ("formulas" in twin)
        for (const formula of twin.formulas.flat()) expect(() => dutchFormula(formula)).not.toThrow();
    }
  });

  // The names of https://support.microsoft.com/nl-nl/office/excel-functies-alfabetisch-b3944572-255d-4efb-bb96-c6d90033e188
  it.each([
    ["ABS", "ABS"],
    ["AVERAGEIFS", "GEMIDDELDEN.ALS"],
    ["COUNT", "AANTAL"],
    ["COUNTIFS", "AANTALLEN.ALS"],
    ["EDATE", "ZELFDE.DAG"],
    ["MAX", "MAX"],
    ["MIN", "MIN"],
    ["MMULT", "PRODUCTMAT"],
    ["ROWS", "RIJEN"],
    ["SQRT", "WORTEL"],
    ["SUM", "SOM"],
    ["SUMPRODUCT", "SOMPRODUCT"],
    ["TRANSPOSE", "TRANSPONEREN"],
  ])("calls %s %s", (english, dutch) => {
    expect(dutchFormula(`${english}({a})`)).toBe(`=${dutch}(a)`);
  });

  it("shows cells as Dutch Excel does", () => {
    expect(
      [0.47712418, true, false, null, "Zuid", { error: "#DIV/0!", message: "" } as const].map(shownCell),
    ).toEqual(["0,4771", "WAAR", "ONWAAR", "", "Zuid", "#DEEL/0!"]);
  });
});
