import type { Row } from "../../src/extracts/extract";
import { withSafeLabels } from "../../src/extracts/safe-labels";

const rows = (labels: (string | null)[]): Row[] =>
  labels.map((type, i) => ({ line: i + 2, values: { persoon_id: `p${i}`, type } }));
const labelsOf = (labels: (string | null)[]) =>
  withSafeLabels(rows(labels), "type", 10).map(({ values }) => values.type);

describe("the labels of a registration", () => {
  it("that fewer than ten persons have and the report does not know become Overige", () => {
    const labels = [...Array<string>(10).fill("Proefplaatsing"), "Traject mw. J. Jansen, Beukelsdijk 12"];
    expect(labelsOf(labels)).toEqual([...Array<string>(10).fill("Proefplaatsing"), "Overige"]);
  });

  it("that the report knows stay, however few have them", () => {
    expect(labelsOf(["Nazorg", "ONBEKEND", null])).toEqual(["Nazorg", "Onbekend", null]);
  });

  it("that differ in capitals only are one, in whatever order they come", () => {
    const labels = [...Array<string>(6).fill("Stage"), ...Array<string>(6).fill("stage")];
    expect(new Set(labelsOf(labels)).size).toBe(1);
    expect(new Set(labelsOf([...labels].reverse()))).toEqual(new Set(labelsOf(labels)));
  });

  it("that only look alike are one, also in how they are counted", () => {
    const written = ["stage für werk", "Stage\u00a0fu\u0308r  werk", "stage\u200b für werk\u00ad"];
    const labels = Array.from({ length: 12 }, (_, index) => written[index % 3]);
    expect(new Set(labelsOf(labels)).size).toBe(1);
    expect(labelsOf(labels)).not.toContain("Overige");
    expect(labelsOf(["nazorg\u200e", "\u00a0Nazorg"])).toEqual(["Nazorg", "Nazorg"]);
  });

  it("never are Totaal, which is the name of the row of totals", () => {
    expect(labelsOf(Array<string>(12).fill("totaal"))).toEqual(Array<string>(12).fill("Overige"));
  });
});
