import fc from "fast-check";
import { kindIds, kinds } from "../../src/extracts/kinds";
import { extractOf, problemOf } from "./read-text";

const capaciteit = ["jaar", "gebied", "werkzoekenden", "fte"];
const under = (header: readonly string[], ...rows: string[]) =>
  ["jaar;gebied;werkzoekenden;fte", "2018;Zuid;900;12", header.join(";"), ...rows, ""].join("\n");

describe("a header below the first with the same names in the same order", () => {
  it.each([
    [capaciteit],
    [["JAAR", "GEBIED", "WERKZOEKENDEN", "FTE"]],
    [["Jaar", " Gebied ", "werk-zoekenden", "fte's"]],
    [[...capaciteit, "", ""]],
    [["\ufeffjaar", "gebied", "werkzoekenden", "fte"]],
  ])("is no row, whatever the spelling: %j", (header) => {
    const { rows, faults, remarks } = extractOf(under(header, "2019;Zuid;800;13"));
    expect(faults).toEqual([]);
    expect(rows.map(({ line, values }) => [line, values.werkzoekenden, values.fte])).toEqual([
      [2, 900, 12],
      [4, 800, 13],
    ]);
    expect(remarks).toMatchObject([{ line: 3, message: expect.stringContaining("de kop nog een keer") }]);
  });
});

describe("a header below the first that is another", () => {
  it.each([
    ["in another order", ["jaar", "gebied", "fte", "werkzoekenden"]],
    ["in another order and in capitals", ["GEBIED", "JAAR", "WERKZOEKENDEN", "FTE"]],
    ["with a column more", [...capaciteit, "extra_fte"]],
    ["with a column that is not read in between", ["jaar", "team", "gebied", "werkzoekenden", "fte"]],
    ["with a column less", ["jaar", "gebied", "fte"]],
    ["with a misspelt name", ["jaar", "gebied", "werkzoekende", "fte"]],
    ["of another kind", ["jaar", "gebied", "maatregelen", "maatregeloverwegingen"]],
    ["of a kind without a column in common", ["inspanning_id", "doel_id"]],
  ])("%s stops the file, since what stands below it would be read wrongly", (_, header) => {
    expect(problemOf(under(header, "2019;Zuid;8;7"))).toBe(
      "test.csv: regel 3 is een tweede kop, met andere kolommen of in een andere volgorde dan de kop op regel 1; de rijen " +
        "eronder zouden in de verkeerde kolommen komen. Maak er twee bestanden van, elk met een eigen kop, of zet de " +
        "kolommen overal in dezelfde volgorde.",
    );
  });

  it("may be of a kind of which any text is a good cell", () => {
    expect(problemOf("doel_id;doel\nD1;Werk\ninspanning_id;inspanning\nI1;Banenmarkt\n")).toMatch(
      /regel 3 is een tweede kop/,
    );
  });

  it("is seen in every kind and every other order", () => {
    const other = fc.constantFrom(...kindIds).chain((id) => {
      const names = kinds[id].columns.map(({ name }) => name);
      return fc
        .shuffledSubarray(names, { minLength: names.length })
        .filter((order) => order.join() !== names.join())
        .map((order) => [names, order]);
    });
    fc.assert(
      fc.property(other, ([names, order]) => {
        const row = names.map((_, i) => `${i}x`).join(";");
        expect(problemOf([names.join(";"), row, order.join(";"), row].join("\n"))).toMatch(/tweede kop/);
      }),
      { seed: 26, numRuns: 100 },
    );
  });
});

describe("a row with words that are names of columns too", () => {
  it.each([
    ["jaar;van;naar;aantal", "2021;werkenden;bijstand;4"],
    ["persoon_id;datum;gebied;onderwerp", "p1;1-2-2021;Zuid;reintegratie"],
    ["bestand;herkomst", "contacten;bijstand"],
    ["doel_id;doel;soort;eigenaar", "D1;status;strategisch;eigenaar"],
    ["tabel;gebied;groep;indicator;jaar;waarde;eenheid", "4.1;Zuid;bijstand;instroom;2021;12;aantal"],
  ])("under %j stays a row: %j", (header, row) => {
    const { rows, remarks } = extractOf(`${header}\n${row}\n`);
    expect([rows.length, remarks]).toEqual([1, []]);
  });
});

describe("rows above the header, as of a sheet that was sorted with its header", () => {
  it("stop the file, since they would be lost as titles", () => {
    const rows = [
      "2018;Zuid;900;12",
      "2019;Zuid;800;13",
      "jaar;gebied;werkzoekenden;fte",
      "2020;Zuid;700;14",
    ];
    expect(problemOf(`${rows.join("\n")}\n`)).toMatch(
      /^test\.csv: regel 1 staat boven de kop op regel 3 en lijkt een rij met gegevens\. Verwacht: de kop boven alle rijen/,
    );
  });

  it.each([
    "Capaciteit 2018-2020",
    "Capaciteit;2020",
    "Capaciteit;;2018;2019",
    "Peildatum;31-12-2020;;",
    "2020",
  ])("are none where they are titles: %j", (title) => {
    const { rows, remarks } = extractOf(`${title}\njaar;gebied;werkzoekenden;fte\n2020;Zuid;700;14\n`);
    expect([rows.length, remarks.length]).toEqual([1, 1]);
  });
});
