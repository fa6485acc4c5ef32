import fc from "fast-check";
import { extractOf } from "./read-text";

const contacten = (...rows: string[]) =>
  extractOf(["persoon_id;datum;gebied;onderwerp;reintegratie", ...rows].join("\n"));

describe("a contact of which is not known whether it was for reintegratie", () => {
  it.each(["", ".", "onbekend", "n.b.", "x"])("%j is a fault and no nee", (unknown) => {
    const { rows, faults } = contacten(`P1;1-3-2021;Zuid;zorg;${unknown}`, "P2;1-3-2021;Zuid;zorg;nee");
    expect(rows.map(({ values }) => [values.persoon_id, values.reintegratie])).toEqual([["P2", false]]);
    expect(faults).toMatchObject([{ line: 2, column: "reintegratie" }]);
    expect(faults[0].message).toMatch(/Niet bekend is niet hetzelfde als nee. Vul ja of nee in./);
  });

  it("is also asked about in december and werk_december", () => {
    const head = "persoon_id;jaar;gebied;maanden_bijstand;december;werk_december";
    const { faults } = extractOf(`${head}\nP1;2021;Zuid;12;n.b.;ja\nP2;2021;Zuid;12;ja;\n`);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, "december"],
      [3, "werk_december"],
    ]);
  });
});

describe("a column of dates that is written in the American way", () => {
  it("is read so, and told with the line that shows it", () => {
    const { rows, faults, remarks } = extractOf(
      "datum;gebied;cijfer\n3/4/2021;Feijenoord;8\n3/14/2021;Feijenoord;9\n12/25/2021;Delfshaven;3\n",
    );
    expect(rows.map(({ values }) => values.datum)).toEqual(["2021-03", "2021-03", "2021-12"]);
    expect(faults).toEqual([]);
    expect(remarks).toEqual([
      {
        line: 3,
        text: "datum",
        message:
          "De datums in de kolom datum zijn gelezen met de maand vooraan (maand/dag/jaar), zoals op regel 3. " +
          "Controleer of dat klopt.",
      },
    ]);
  });

  it("shows how the other columns of dates are written that do not show it themselves", () => {
    const head = "inspanning_id;inspanning;start;einde";
    const { rows, remarks } = extractOf(`${head}\nI1;a;3/4/2021;12/25/2021\nI2;b;2021-02-01;1/2/2022\n`);
    expect(rows.map(({ values }) => [values.start, values.einde])).toEqual([
      ["2021-03-04", "2021-12-25"],
      ["2021-02-01", "2022-01-02"],
    ]);
    expect(remarks.map(({ line, message }) => [line, /kolom (\w+)/.exec(message)?.[1]])).toEqual([
      [2, "start"],
      [2, "einde"],
    ]);
  });

  it("in part is a fault in every cell that is in doubt", () => {
    const { rows, faults, remarks } = extractOf(
      "datum;gebied;cijfer\n3/14/2021;Zuid;9\n3/4/2021;Zuid;8\n25/12/2021;Zuid;3\n2021-01-02;Zuid;3\n",
    );
    expect(rows.map(({ line }) => line)).toEqual([4, 5]);
    expect(faults.map(({ line }) => line)).toEqual([2, 3]);
    expect(faults[1].message).toMatch(
      /de dag soms vooraan \(25\/12\/2021\) en soms de maand \(3\/14\/2021\)/,
    );
    expect(remarks).toEqual([]);
  });
});

describe("characters that are not seen", () => {
  const hidden = fc.constantFrom(
    "\u200b",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202c",
    "\u2060",
    "\u00ad",
    "\ufeff",
    "\ufe0f",
    "",
  );
  const space = fc.constantFrom(" ", "\u00a0", "\u202f", "\u2009", "  ", "\t", " \u00a0 ", "\u3000");
  /** Ways to write a text that look the same. */
  const lookalike = (text: string) =>
    fc
      .tuple(
        fc.array(hidden, { minLength: text.length + 1, maxLength: text.length + 1 }),
        space,
        fc.constantFrom("NFC", "NFD"),
      )
      .map(([marks, blank, form]) =>
        [...text]
          .map((letter, index) => marks[index] + (letter === " " ? blank : letter.normalize(form)))
          .concat(marks[text.length])
          .join(""),
      );
  /** A text in quotes, in which a tab or line break may stand. */
  const cell = (text: string) => `"${text}"`;

  it("make no difference in any cell", () => {
    const head = "persoon_id;jaar;gebied;maanden_bijstand;december;geslacht;opleiding";
    const texts = ["P 1é", "2021", "Rotterdam Zuid", "12", "ja", "X", "financiële opleiding"];
    const plain = extractOf(`${head}\n${texts.join(";")}\n`).rows[0].values;
    expect(plain).toMatchObject({
      persoon_id: "P 1é",
      gebied: "Rotterdam Zuid",
      opleiding: "financiële opleiding",
    });
    fc.assert(
      fc.property(fc.tuple(...texts.map(lookalike)), (cells) => {
        const { rows, faults } = extractOf(`${head}\n${cells.map(cell).join(";")}\n`);
        expect(faults).toEqual([]);
        expect(rows[0].values).toEqual(plain);
      }),
      { seed: 14, numRuns: 60 },
    );
  });

  it("make no second person, gebied or label of one", () => {
    fc.assert(
      fc.property(
        lookalike("P 1"),
        lookalike("Wijk 10 Feijenoord"),
        lookalike("Léon"),
        (id, gebied, groep) => {
          const head = "persoon_id;jaar;gebied;maanden_bijstand;december";
          const persons = extractOf(`${head}\nP 1;2021;Zuid;12;ja\n${cell(id)};2021;Zuid;3;nee\n`);
          const places = extractOf(
            `jaar;gebied;maatregeloverwegingen;maatregelen\n2021;Feijenoord;1;1\n2021;${cell(gebied)};1;1\n`,
          );
          const labels = extractOf(`jaar;van;naar;aantal\n2021;Léon;b;1\n2021;${cell(groep)};b;1\n`);
          for (const { faults } of [persons, places, labels]) expect(faults).toMatchObject([{ line: 3 }]);
        },
      ),
      { seed: 14, numRuns: 60 },
    );
  });
});

it("an id that a spreadsheet has spoiled is a fault in each such cell", () => {
  const { rows, faults } = contacten(
    "5,58199E+12;12-01-2021;Feijenoord;zorg;ja",
    "5,58199E+12;13-01-2021;Charlois;zorg;ja",
    "#N/B;13-01-2021;Charlois;zorg;ja",
    "P1;13-01-2021;Charlois;#VERW!;ja",
    "P2;13-01-2021;#REF!;zorg;ja",
    "P3;13-01-2021;Zuid;zorg;ja",
  );
  expect(rows.map(({ values }) => values.persoon_id)).toEqual(["P3"]);
  expect(faults.map(({ column }) => column)).toEqual([
    "persoon_id",
    "persoon_id",
    "persoon_id",
    "onderwerp",
    "gebied",
  ]);
});

it("a row that is out of step with the header tells nothing about how a column is written", () => {
  const head = "inspanning_id;jaar;begroot";
  const { rows, faults } = extractOf(`${head}\nI1;2021;13.000\nI2;2021;.\nI3;2021;7,5;8\nI4;2021;-\n`);
  expect(rows.map(({ line }) => line)).toEqual([3, 5]);
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, "begroot"],
    [4, ""],
  ]);
});

describe("rows of months that are there twice", () => {
  const volume = (texts: string[]) =>
    extractOf(
      ["maand;gebied;bijstandsvolume", ...texts.map((text, i) => `${text};Zuid;${1000 + i}`), ""].join("\n"),
    );

  it("are told that the month may stand first, where it can", () => {
    // The fifth of March, April and June, or three days of May.
    const { faults } = volume(["3/5/2021", "4/5/2021", "6/5/2021"]);
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /al op regel 2 staat.*Of staat in 4\/5\/2021 de maand vooraan \(maand\/dag\/jaar\)\?/,
      ),
      expect.stringMatching(/Of staat in 6\/5\/2021 de maand vooraan/),
    ]);
    expect(volume(["2021-05", "2021-05"]).faults[0].message).not.toMatch(/maand vooraan/);
    expect(volume(["13-05-2021", "05-05-2021"]).faults[0].message).not.toMatch(/maand vooraan/);
  });

  it("are asked about when with the month first they are the first days of the months", () => {
    const { rows, faults } = volume(["1/1/2022", "2/1/2022", "3/1/2022"]);
    expect(rows.map(({ values }) => values.maand)).toEqual(["2022-01"]);
    expect(faults.map(({ line, message }) => [line, message])).toEqual([
      [3, expect.stringMatching(/met de maand vooraan/)],
      [4, expect.stringMatching(/met de maand vooraan/)],
    ]);
  });
});

// Pairs that are one number to a reader, and texts that are not, chosen by hand.
describe("a number of a person that is written in two ways", () => {
  const written = (...ids: string[]) =>
    contacten(...ids.map((id) => `${id};12-01-2021;Feijenoord;zorg;ja`)).remarks.map(
      ({ message }) => message,
    );

  it.each([
    ["000001", "1"],
    ["417", "00417"],
    ["0417", "00417"],
    ["P0012", "P12"],
    ["1.234.100", "1234100"],
    ["7654", "7 654"],
    ["1,234,100", "1.234.100"],
    ["a12f", "A12F"],
    ["00417.0", "417"],
  ])("is told without the number: %s and %s", (one, other) => {
    expect(written("5", one, "6", "7", other, "8")).toEqual([
      "In de kolom persoon_id staat een nummer dat op twee manieren is geschreven (regel 3 en 6): met en zonder " +
        "voorloopnullen, punten of hoofdletters. KNAP telt die als verschillende personen. Schrijf de nummers in de " +
        "export overal gelijk.",
    ]);
  });

  it.each([
    ["00012", "00013", "00012"],
    ["1.234.100", "1.234.101"],
    ["10", "100", "1000"],
    ["1-23", "12-3", "123"],
    ["P0012", "Q12", "12"],
  ])("is not %s, %s", (...ids) => {
    expect(written(...ids)).toEqual([]);
  });
});
