import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { PlannedCell, SheetPlan } from "../../src/workbook/plan";
import { planOf, readFolder, samples, sheetOf } from "./sample-plan";

interface Published {
  tabel: string;
  gebied: string;
  groep: string;
  indicator: string;
  jaar: string;
  waarde: string;
  eenheid: string;
}

const published = Papa.parse<Published>(readFileSync(join(samples, "gepubliceerd.csv"), "utf8"), {
  header: true,
  skipEmptyLines: true,
}).data;
const plan = planOf(readFolder(samples));
const services = sheetOf(plan, "Dienstverlening");

/** The computed figure of an indicator on its sheet: the row in bold with its name, the column with the year. */
function figure(sheet: SheetPlan, name: string, area: string, year: string): PlannedCell {
  const row = sheet.rows.findIndex((cells) => cells[0]?.value === name && cells[1]?.value === area);
  const header = sheet.rows.slice(0, row).findLast((cells) => cells[1]?.value === "Gebied");
  const column = header?.findIndex((cell) => cell?.value === Number(year)) ?? -1;
  const cell = sheet.rows[row]?.[column];
  if (!cell) throw new Error(`${name}, ${area}, ${year} is not on the sheet.`);
  return cell;
}

/** Derived figures of the tables 4.1, 4.2 and 2.6, with the name that the indicator has on the sheet. */
const derived: [string, string, string][] = [
  ["4.1", "instrumenten per persoon", "Instrumenten per persoon met een instrument"],
  ["4.1", "instrumenten per persoon in de bijstand", "Instrumenten per persoon in de bijstand"],
  ["4.2", "instrumenten per persoon", "Instrumenten per persoon met een instrument"],
  ["4.2", "instrumenten per persoon in de bijstand", "Instrumenten per persoon in de bijstand"],
  [
    "2.6",
    "maatregeloverwegingen per persoon in de bijstand",
    "Maatregeloverwegingen per persoon in de bijstand",
  ],
  ["2.6", "maatregelen per persoon in de bijstand", "Maatregelen per persoon in de bijstand"],
];

describe.each(derived)("table %s, %s", (tabel, indicator, name) => {
  const rows = published.filter((row) => row.tabel === tabel && row.indicator === indicator);

  it("is in the sample", () => expect(rows.length).toBe(tabel === "2.6" ? 10 : 5));

  it.each(rows)(
    "is reproduced to the published digit: $gebied $jaar, $waarde",
    ({ gebied, jaar, waarde }) => {
      const cell = figure(services, name, gebied, jaar);
      expect((cell.value as number).toFixed(waarde.split(".")[1].length)).toBe(waarde);
      // Made of two cells that read the tables, not typed in.
      expect(cell.formula).toMatch(/^[A-Z]+\d+\/[A-Z]+\d+$/);
    },
  );
});

describe("every figure that stands on the sheet as computed and as published", () => {
  it("agrees", () => {
    const verdicts = services.rows
      .filter((cells) => cells[0]?.value === "Berekend en rapport")
      .flatMap((cells) => [...cells].slice(2));
    const values = verdicts.flatMap((cell) => (cell ? [cell.value] : []));
    // 5 years x 2 areas x 4 figures of the tables 4.1, 4.2 and 2.6, and 4 years of contacts in Zuid (table 3.2)
    expect(values.length).toBe(44);
    expect(new Set(values)).toEqual(new Set(["klopt"]));
  });
});

describe("columns A and B of the types of instruments", () => {
  const verdict = (sheetTitle: string, type: string, year: number) => {
    const top = services.rows.findIndex((cells) => cells[0]?.value === sheetTitle);
    const row = services.rows.findIndex((cells, i) => i > top && cells[0]?.value === `${type} | A en B`);
    return services.rows[row][2 + year - 2018]?.value;
  };

  it("agree within rounding in table 4.1", () => {
    // 0,24 / 0,89 = 27,0 %; printed 27 %
    expect(verdict("Instrumenten per type, Zuid (tabel 4.1)", "Leren kennen", 2018)).toBe(
      "past bij afronding",
    );
  });

  it("do not in table 4.2, where no rounding makes 28 % of 0,16 / 0,71", () => {
    // at most 0,165 / 0,705 = 23,4 %
    expect(verdict("Instrumenten per type, Overig (tabel 4.2)", "Leren kennen", 2018)).toBe("wijkt af");
  });
});

describe("the representation", () => {
  it("has the example of the footnote: 22,6 % against 15,3 % is +47,7 %", () => {
    const row = sheetOf(plan, "Representatie").rows.find((cells) =>
      cells[6]?.formula?.startsWith("KNAP.REPRESENTATIE("),
    );
    expect((100 * Number(row?.[6]?.value)).toFixed(1)).toBe("47.7");
    expect((100 * Number(row?.[7]?.value)).toFixed(1)).toBe("47.7");
  });

  it("implies for that category the 22,6 % that the footnote prints", () => {
    const row = sheetOf(plan, "Representatie").rows.find(
      (cells) =>
        cells[0]?.value === "Zuid" && cells[1]?.value === 2021 && cells[3]?.value === "van 25 tot 35 jaar",
    );
    expect((100 * Number(row?.[7]?.value)).toFixed(1)).toBe("22.6");
  });
});

describe("the sums of the implied shares", () => {
  const verdicts = (area: string, year: number, trait: string) => {
    const row = sheetOf(plan, "Representatie").rows.find(
      (cells) =>
        cells[0]?.value === area &&
        cells[1]?.value === year &&
        cells[2]?.value === trait &&
        cells[7]?.style === "sign",
    );
    return [row?.[7]?.value, row?.[8]?.value];
  };

  it("do not close for education and instruments in Zuid in 2018, and do for contacts", () => {
    // instruments 70,5 x 0,879 + 25,6 x 1,018 + 4,0 x 1,047 = 92,2 %
    // contacts 70,5 x 0,981 + 25,6 x 1,050 + 4,0 x 1,014 = 100,1 %
    expect(verdicts("Zuid", 2018, "opleidingsniveau")).toEqual(["sluit niet", "sluit"]);
  });

  it("close for geslacht", () => {
    // 39,1 x 1,013 + 60,9 x 0,992 = 100,0 %
    expect(verdicts("Zuid", 2018, "geslacht")).toEqual(["sluit", "sluit"]);
  });

  it("say nothing where a category with 2,1 % of the population has no published representation", () => {
    expect(verdicts("Zuid", 2018, "huishouden")).toEqual(["niet te zeggen", "niet te zeggen"]);
  });
});

describe("the SMART goals", () => {
  it("are counted by status", () => {
    const rows = sheetOf(plan, "SMART").rows;
    const count = (status: string) =>
      rows.find((cells) => cells[0]?.value === status && cells[1]?.formula)?.[1]?.value;
    // Of the 14 rows: nummers 2, 3c, 3d, 4a, 4b, 4c and 6c are Ja, the other seven Nee.
    expect([count("Ja"), count("Nee"), count("Loopt"), count("Niet bekend")]).toEqual([7, 7, 0, 0]);
  });
});

describe("CBS", () => {
  it("puts 13.710 of the 33.630 persons with bijstand of 2024 in Zuid", () => {
    const cell = figure(sheetOf(plan, "Arbeidsmarkt"), "Aandeel Zuid in het bijstandsvolume", "Zuid", "2024");
    expect(cell.value).toBeCloseTo(13710 / 33630, 14);
  });
});
