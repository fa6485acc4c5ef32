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
      Array.from({ length: 3 * (to - from + 1) }, (_, i) => {
        const month = from + Math.floor(i / 3);
        return `2021-${String(month).padStart(2, "0")};${gebied};9`;
      });
    const csv = ["datum;gebied;cijfer", ...months(1, 12, "zuidoever"), ...months(6, 12, "noordoever")].join(
      "\n",
    );
    // Windows of five months: noord has answers from June to December, so whole windows from August to October.
    expect(rowOf([extractOf("tevreden.csv", csv)], "Voortschrijdende NPS").comparison).toBe(
      "2021-08 → 2021-10",
    );
  });
});

describe("a figure that would be too low", () => {
  const header = "jaar;gebied;bevolking_15_75;werkenden;bijstand;ww;overige_uitkeringen";
  const year = (jaar: number, gebieden: string[]) =>
    gebieden.map((gebied) => `${jaar};${gebied};.;.;1000;.;.`);
  const all = ["Feijenoord", "Charlois", "IJsselmonde", "Delfshaven"];
  const of = (...years: string[][]) => [extractOf("arbeidsmarkt.csv", [header, ...years.flat()].join("\n"))];

  it("because a gebied is missing in one year is left out, and named", () => {
    const without = all.filter((name) => name !== "IJsselmonde");
    const extracts = of(year(2018, all), year(2019, all), year(2020, without));
    expect(rowOf(extracts, "Bijstandsvolume")).toMatchObject({ comparison: "2018 → 2019", zuid: [100, 100] });
    const lines = sheetOf(planOf(extracts), "Bronnen").rows.flatMap((cells) => cells[0]?.value ?? []);
    expect(lines).toContain("arbeidsmarkt 2020: Zuid is niet geteld, want IJsselmonde ontbreekt");
  });

  it("is not suspected when a year has Zuid as a whole and another its parts", () => {
    const whole = year(2018, ["Zuid", "Overig"]);
    expect(rowOf(of(whole, year(2019, all)), "Bijstandsvolume").zuid).toEqual([100, 300]);
  });
});

describe("the years that are compared", () => {
  const csv = (...years: number[]) =>
    capaciteit(years.flatMap((year) => [`${year};Zuid;${year - 1900}`, `${year};Overig;100`]));

  it("never lie before the base year", () => {
    expect(rowOf([csv(2016, 2019)], "Caseload").comparison).toBeUndefined();
  });

  it("are the last one after the programme where the period has none", () => {
    expect(rowOf([csv(2019, 2024)], "Caseload").comparison).toBe("2019 → 2024");
  });

  it("are no others for an indicator of one named year", () => {
    const header = "jaar;gebied;bevolking_15_75;werkenden;bijstand;ww;overige_uitkeringen";
    const rows = [2018, 2021].flatMap((year) => [`${year};Zuid;.;.;100;.;.`, `${year};Overig;.;.;100;.;.`]);
    const extracts = [extractOf("arbeidsmarkt.csv", [header, ...rows].join("\n"))];
    expect(rowOf(extracts, "Bijstandsvolume tot en met 2022").comparison).toBeUndefined();
  });
});

describe("own figures and those of the report", () => {
  it("are not mixed: a withheld count is not replaced by a published one", () => {
    const persons = Array.from({ length: 60 }, (_, i) => `p${i};2021;Charlois;12;ja`).join("\n");
    const tools = Array.from({ length: 5 }, (_, i) => `p${i};01-03-2021;Charlois;Nazorg`).join("\n");
    const published = "4.1,Zuid,totaal,instrumenten,2021,7673,aantal";
    const row = rowOf(
      [
        extractOf("personen.csv", `persoon_id;jaar;gebied;maanden_bijstand;december\n${persons}`),
        extractOf("instrumenten.csv", `persoon_id;startdatum;gebied;type\n${tools}`),
        extractOf("gepubliceerd.csv", `tabel,gebied,groep,indicator,jaar,waarde,eenheid\n${published}`),
      ],
      "Instrumenten per persoon in de bijstand",
    );
    expect(row.zuid).toEqual([undefined, undefined]);
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
