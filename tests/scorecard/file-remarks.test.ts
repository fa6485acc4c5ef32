import fc from "fast-check";
import { makeDataset } from "../../src/scorecard/dataset";
import { fileRemarks } from "../../src/scorecard/file-remarks";
import { inspectFiles } from "../../src/scorecard/inspect-files";
import { extractOf, planOf, sheetOf } from "./sample-plan";

const lines = (extracts: Parameters<typeof planOf>[0]) =>
  sheetOf(planOf(extracts), "Bronnen").rows.flatMap((cells) => cells[0]?.value ?? []);
const contacts = (name: string, year: number, more = "", value = "") =>
  extractOf(
    name,
    [
      `persoon_id;datum;gebied;onderwerp${more}`,
      ...Array.from({ length: 30 }, (_, i) => `p${i};01-05-${year};Zuid;zorg${value}`),
    ].join("\n"),
  );

describe("the sheet Bronnen tells", () => {
  it("of a column that was not read", () => {
    expect(lines([contacts("c.csv", 2021, ";kanaal", ";balie")])).toContain(
      "c.csv: deze kolommen kent KNAP niet en worden niet gelezen: kanaal",
    );
  });

  it("of files of one kind with unlike columns", () => {
    const extracts = [contacts("c-2021.csv", 2021), contacts("c-2022.csv", 2022, ";reintegratie", ";ja")];
    expect(lines(extracts)).toContain(
      "contacten: de kolom reintegratie staat wel in c-2022.csv en niet in c-2021.csv; cijfers uit die bestanden zijn niet zonder meer te vergelijken",
    );
  });

  it("of titles and footers, in the words of the file", () => {
    const csv =
      "Overzicht handhaving\n\njaar;gebied;maatregeloverwegingen;maatregelen\n2021;Zuid;9;8\nBron: W&I";
    expect(lines([extractOf("h.csv", csv)])).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^h\.csv: .*"Overzicht handhaving"/),
        expect.stringMatching(/^h\.csv: .*"Bron: W&I"/),
      ]),
    );
  });
});

describe("of a file about persons", () => {
  it("no text of a cell is repeated, whatever quotation marks stand in it", () => {
    const text = fc.stringMatching(/^[A-Za-z]["a-z ()]{0,20}[a-z]$/).map((rest) => `Qq ${rest} qQ`);
    fc.assert(
      fc.property(text, (title) => {
        const cell = `"${title.replaceAll('"', '""')}"`;
        const csv = `persoon_id;datum;gebied;onderwerp\np1;01-05-2021;Zuid;zorg\np2;01-05-2021;Zuid;zorg\n${cell}`;
        const remarks = fileRemarks([extractOf("c.csv", csv)]);
        expect(remarks).toHaveLength(1);
        expect(remarks[0]).not.toMatch(/Qq|qQ/);
        expect(remarks[0]).toMatch(/^c\.csv: Regel … is een slotregel/);
      }),
      { seed: 14, numRuns: 50 },
    );
  });

  // The line of a footer, the last line or "van de 57 nummers" would give back the number of rows, which is not shown.
  it.each([1, 57, 64])("no remark differs when it has %i rows instead of 40", (count) => {
    // Pseudonyms of nine digits, some of which pass the eleven-test; a footer; a last row that seems cut.
    const persons = (rows: number, end: string) =>
      [
        "persoon_id;jaar;gebied;maanden_bijstand;december;",
        ...Array.from({ length: rows + 20 }, (_, i) => `${300000001 + i * 7};2021;Charlois;12;ja;`),
        end,
      ].join("\n");
    const of = (rows: number) =>
      ["Bron: GWS", "300009999;2021;Charlois;1;j;"].flatMap((end) =>
        fileRemarks([extractOf("p.csv", persons(rows, end))]),
      );
    expect(of(40).length).toBeGreaterThan(2);
    expect(of(40).join()).not.toMatch(/\d/);
    expect(of(count)).toEqual(of(40));
  });
});

describe("a file about persons with as many lines as a sheet has rows", () => {
  const csv = `persoon_id;datum;gebied;onderwerp\n${"p1;01-05-2021;Zuid;zorg\n".repeat(65_535)}`;
  const extract = extractOf("c.csv", csv);

  it("is told of to who has it, and not in the workbook", () => {
    expect(fileRemarks([extract])).toEqual([]);
    expect(JSON.stringify(lines([extract]))).not.toMatch(/65\.?53[56]|op een blad/);
    const { remarks } = inspectFiles([{ name: "c.csv", sha256: "a", reading: { ok: true, extract } }]);
    expect(remarks).toEqual([expect.stringMatching(/^c\.csv: Het bestand heeft precies 65\.536 regels/)]);
    expect(makeDataset([extract], []).remarksForMaker).toEqual(remarks);
  });
});

describe("a file with many footers", () => {
  it("has its first ones told, and that there are more", () => {
    const footers = Array.from({ length: 25 }, (_, i) => `Noot ${i}`).join("\n");
    const csv = `jaar;gebied;maatregeloverwegingen;maatregelen\n2021;Zuid;9;8\n2022;Zuid;9;8\n${footers}`;
    const remarks = fileRemarks([extractOf("h.csv", csv)]);
    expect(remarks).toHaveLength(11);
    expect(remarks[10]).toBe("h.csv: en meer van zulke opmerkingen");
  });
});

describe("files that are refused or have faulty rows", () => {
  it("have their remarks told all the same", () => {
    const extract = contacts("c.csv", 2021, ";kanaal", ";balie");
    const inspection = inspectFiles([
      { name: "c.csv", sha256: "a", reading: { ok: true, extract } },
      { name: "c.csv", sha256: "a", reading: { ok: true, extract } },
    ]);
    expect(inspection.obstacles.length).toBeGreaterThan(0);
    expect(inspection.remarks).toContainEqual(expect.stringContaining("kanaal"));
  });
});
