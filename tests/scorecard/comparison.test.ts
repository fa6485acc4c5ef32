import { COLUMN, FIRST_ROW } from "../../src/scorecard/scorecard-sheet";
import { extractOf, planOf, sheetOf } from "./sample-plan";

type Extracts = Parameters<typeof planOf>[0];

function rowOf(extracts: Extracts, name: string) {
  const rows = sheetOf(planOf(extracts), "Scorecard").rows.slice(FIRST_ROW);
  const row = rows.find((cells) => String(cells[COLUMN.name]?.value as string).startsWith(name));
  const value = (column: number) => row?.[column]?.value;
  return {
    comparison: value(COLUMN.comparison),
    zuid: [value(COLUMN.zuid), value(COLUMN.zuid + 1)],
    overig: [value(COLUMN.overig), value(COLUMN.overig + 1)],
    relative: value(COLUMN.relative),
  };
}

/** Caseloads as werkzoekenden at 1 fte. */
const capaciteit = (rows: string[]) =>
  extractOf("capaciteit.csv", ["jaar;gebied;werkzoekenden;fte", ...rows.map((row) => `${row};1`)].join("\n"));

describe("the scorecard compares", () => {
  it("only years that Zuid and Overig both have", () => {
    const zuid = ["2019;Zuid;95", "2020;Zuid;90", "2021;Zuid;50", "2022;Zuid;40"];
    // the gap goes from 95 - 125 = -30 to 90 - 100 = -10
    expect(rowOf([capaciteit([...zuid, "2019;Overig;125", "2020;Overig;100"])], "Caseload")).toEqual({
      comparison: "2019 → 2020",
      zuid: [95, 90],
      overig: [125, 100],
      relative: "Gedaald ten gunste van RO",
    });
  });

  it("years with a gap between them by name", () => {
    const years = ["2019", "2020", "2022"].flatMap((year) => [`${year};Zuid;90`, `${year};Overig;90`]);
    expect(rowOf([capaciteit(years)], "Caseload").comparison).toBe("2019 → 2020, 2022");
  });

  it("nothing when there is no year that both have", () => {
    expect(rowOf([capaciteit(["2020;Zuid;90", "2021;Overig;90"])], "Caseload")).toMatchObject({
      comparison: "geen jaar voor beide",
      relative: undefined,
    });
  });

  it("says n.b. of a side without data, and shows the other", () => {
    const row = rowOf([capaciteit(["2019;Zuid;95", "2020;Zuid;90"])], "Caseload");
    expect(row).toMatchObject({ comparison: "2019 → 2020", zuid: [95, 90], overig: ["n.b.", undefined] });
  });

  it("the rolling NPS of months that are complete for both oevers", () => {
    const months = (from: number, to: number, gebied: string) =>
      Array.from(
        { length: to - from + 1 },
        (_, i) => `2021-${String(from + i).padStart(2, "0")};${gebied};9`,
      );
    const csv = ["datum;gebied;cijfer", ...months(1, 12, "zuidoever"), ...months(8, 12, "noordoever")].join(
      "\n",
    );
    // Windows of five months: noord has answers from June (June-2 up to June+2 holds August) up to October.
    expect(rowOf([extractOf("tevreden.csv", csv)], "Voortschrijdende NPS").comparison).toBe(
      "2021-06 → 2021-10",
    );
  });
});

describe("the oever", () => {
  it("of Hoogvliet, Overig south of the river, is Zuid", () => {
    const rows = Array.from({ length: 12 }, (_, i) => `2021-${String(i + 1).padStart(2, "0")};Hoogvliet;9`);
    const plan = planOf([extractOf("tevreden.csv", ["datum;gebied;cijfer", ...rows].join("\n"))]);
    const oevers = sheetOf(plan, "Extract klanttevredenheid").rows.map((cells) => cells[2]?.value);
    expect(new Set(oevers)).toEqual(new Set(["oever", "Zuid"]));
  });
});
