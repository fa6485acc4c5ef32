import type { Extract } from "../../src/extracts/extract";
import { makeDataset, type Source } from "../../src/scorecard/dataset";
import { planWorkbook } from "../../src/scorecard/plan-workbook";
import { extractOf } from "../extracts/read-text";

const text = (head: string, lines: string[]) => `${head}\n${lines.join("\n")}\n`;
const numbers = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

/** Persons of both parts of the city and their instruments; in Zuid 3 of 4 persons had one. */
function persons(idOf: (number: number) => string = (number) => `p${number}`) {
  const person = (gebied: string) => (number: number) => `p${number};2021;${gebied};12;ja;vrouw`;
  const instrument = (gebied: string) => (number: number) => `${idOf(number)};1-5-2021;${gebied};Traject`;
  return {
    persons: extractOf(
      text("persoon_id;jaar;gebied;maanden_bijstand;december;geslacht", [
        ...numbers(0, 4).map(person("Charlois")),
        ...numbers(100, 60).map(person("Pernis")),
      ]),
    ),
    instruments: extractOf(
      text("persoon_id;startdatum;gebied;type", [
        ...numbers(0, 3).map(instrument("Charlois")),
        ...numbers(100, 40).map(instrument("Pernis")),
      ]),
    ),
  };
}

function planOf(extracts: Extract[], { leftOut = 0, threshold = 10 } = {}) {
  const sources = extracts.map((extract, index): Source => ({
    fileName: `bestand${index}.csv`,
    kind: extract.kind,
    rowsRead: extract.rowsRead,
    rowsLeftOut: leftOut,
    encoding: "utf-8",
    sha256: "0",
  }));
  const dataset = makeDataset(extracts, sources, { threshold });
  const plan = planWorkbook(dataset, { version: "0", moment: new Date(0) });
  const sheet = plan.sheets.find(({ name }) => name === "Bronnen");
  const texts = JSON.stringify(sheet?.rows);
  return { dataset, texts, everything: JSON.stringify(plan) };
}

/** Not what is said of gebieden without rows, which these extracts lack. */
const isOfPersons = (remark: string) => !remark.includes("geteld zonder");

describe("the workbook", () => {
  const { persons: bijstand, instruments } = persons();

  it("does not tell how many rows a file about persons has: 43 less 40 gives 3 away", () => {
    const { texts } = planOf([bijstand, instruments]);
    expect(texts).toContain("niet getoond");
    expect(texts).not.toMatch(/"value":(64|43)\b/);
  });

  it("tells a small number of rows left out of a file about persons in words only", () => {
    expect(planOf([bijstand], { leftOut: 3 }).texts).toContain('"minder dan 10"');
    expect(planOf([bijstand], { leftOut: 3 }).texts).not.toMatch(/"value":3\b/);
    expect(planOf([bijstand], { leftOut: 12 }).texts).toMatch(/"value":12\b/);
  });

  it("does not show a burgerservicenummer in the name of a file", () => {
    // 111222333 passes the eleven-test, 111222334 does not.
    const source = (fileName: string): Source => ({
      ...{ fileName, kind: bijstand.kind, rowsRead: 64, rowsLeftOut: 0, encoding: "utf-8", sha256: "0" },
    });
    const names = ["klant 111222333.csv", "dossier_111222334.csv", "personen 2021-03-31.csv"];
    expect(makeDataset([bijstand], names.map(source)).sources.map(({ fileName }) => fileName)).toEqual([
      "klant *********.csv",
      ...names.slice(1),
    ]);
    const told = { ...bijstand, fileName: names[0], unknownColumns: ["wijkteam"] };
    expect(makeDataset([told], []).remarks[0]).toMatch(/^klant \*{9}\.csv: deze kolommen kent KNAP niet/);
  });

  it("says on the sheet Bronnen what was withheld, with the threshold", () => {
    const { texts } = planOf([bijstand, instruments]);
    expect(texts).toMatch(/Kleine aantallen: aantallen van 1 tot en met 9 personen/);
    expect(texts).toMatch(/Dat geldt voor \d+ van de \d+ aantallen/);
    expect(planOf([bijstand, instruments], { threshold: 15 }).texts).toMatch(/van 1 tot en met 14 personen/);
  });

  it("refuses a threshold below five in Dutch", () => {
    expect(() => planOf([bijstand], { threshold: 4 })).toThrow("geheel getal van 5 of meer");
  });

  describe("of persons who are not found back among the persons in the bijstand", () => {
    const large = extractOf(
      text(
        "persoon_id;jaar;gebied;maanden_bijstand;december",
        numbers(0, 100).map((number) => `p${number};2021;Charlois;12;ja`),
      ),
    );
    const used = (known: number, unknown: number) =>
      extractOf(
        text("persoon_id;startdatum;gebied;type", [
          ...numbers(0, known).map((number) => `p${number};1-5-2021;Charlois;Traject`),
          ...numbers(0, unknown).map((number) => `q${number};1-5-2021;Charlois;Traject`),
        ]),
      );
    const datasetWith = (known: number, unknown: number) => planOf([large, used(known, unknown)]).dataset;

    it("is silent in the workbook, but for what the counts that are shown say", () => {
      // 50 of the 50, 53 and 69 persons with an instrument are reached: all three numbers stand in the workbook.
      for (const unknown of [0, 3, 19])
        expect(datasetWith(50, unknown).remarks.filter(isOfPersons)).toEqual([]);
      expect(datasetWith(50, 51).remarks.filter(isOfPersons)).toEqual([
        "instrumenten: minder dan de helft van de personen met zo'n dienst in 2021 is als bereikt geteld; zijn de persoonsnummers in dit bestand en in bijstandspersonen gelijk geschreven (voorloopnullen, hoofdletters)?",
      ]);
    });

    it("gives the advice without looking where a total is withheld", () => {
      // Nobody of Zuid is found back, all of them, or none at all: the remark is the same.
      const remarks = [
        (n: number) => `p${n}`,
        (n: number) => (n < 100 ? `q${n}` : `p${n}`),
        (n: number) => `q${n}`,
      ].map((idOf) => planOf([bijstand, persons(idOf).instruments]).dataset.remarks.filter(isOfPersons));
      expect(remarks[0]).toHaveLength(1);
      expect(remarks[1]).toEqual(remarks[0]);
      expect(remarks[2]).toEqual(remarks[0]);
    });

    it("tells who has the files what share they are, in words", () => {
      const told = (unknown: number) => datasetWith(50, unknown).remarksForMaker.join();
      expect(told(0)).toBe("");
      expect(told(3)).toContain("een klein deel van de personen staat niet in bijstandspersonen");
      expect(told(3)).toBe(told(19));
      expect(told(40)).toContain("een groot deel");
      expect(told(200)).toContain("het grootste deel");
      expect(told(3)).not.toMatch(/\d/);
    });
  });
});
