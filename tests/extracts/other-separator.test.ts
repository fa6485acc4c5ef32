import fc from "fast-check";
import { readExtract } from "../../src/extracts/read-extract";
import { extractOf, fileOf, problemOf } from "./read-text";

const head = {
  instrumenten: ["persoon_id", "startdatum", "gebied", "type"],
  capaciteit: ["jaar", "gebied", "werkzoekenden", "fte"],
  buurtpanel: ["buurt", "jaar", "bijstand", "bevolking_15_75"],
};
const persons = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => [`k-${from + i}`, "14-02-2022", "Charlois", "Matching"]);
const lines = (rows: readonly string[][], separator: string) => rows.map((row) => row.join(separator));
const text = (...parts: string[][]) => `${parts.flat().join("\n")}\n`;

const words: Record<string, string> = {
  ";": "een puntkomma",
  ",": "een komma",
  "\t": "een tab",
  "|": "een verticale streep (|)",
};

describe("rows in another separator than those before them", () => {
  const pairs = Object.keys(words).flatMap((own) =>
    Object.keys(words).flatMap((other) => (own === other ? [] : [[own, other]])),
  );

  it.each(pairs)("in %j and then %j are faults that name both, and where it begins", (own, other) => {
    const { rows, rowsRead, faultCount, faults, remarks } = extractOf(
      text(lines([head.instrumenten, ...persons(0, 30)], own), lines(persons(30, 55), other)),
    );
    expect([rows.length, rowsRead, faultCount, remarks]).toEqual([30, 55, 25, []]);
    expect(faults.map(({ line }) => line)).toEqual(Array.from({ length: 25 }, (_, i) => 32 + i));
    expect(faults[3].message).toBe(
      `test.csv, regel 35: gevonden ${words[other]} tussen de cellen (zo vanaf regel 32). Verwacht: ${words[own]}, ` +
        `zoals in de kop op regel 1. Vaak zijn er twee exports onder elkaar gezet. Lees ze als aparte bestanden in, of ` +
        `zet overal hetzelfde teken. Of ga verder zonder deze regel.`,
    );
  });

  it.each([
    ["one row", ["k-9,14-02-2022,Charlois,Matching"]],
    ["two rows, as few as there can be footers", ["k-8,1-2-2022,Noord,Zorg", "k-9,1-2-2022,Noord,Zorg"]],
    [
      "rows of which the last cells are left out",
      ["k-7,1-2-2022,Noord", "k-8,1-2-2022", "k-9,1-2-2022,Noord"],
    ],
    ["a row with spaces behind the commas", ["k-9, 14-02-2022, Charlois, Matching"]],
    ["a row with quotes in it", ['k-9,14-02-2022,"Charlois","Zorg, werk"']],
  ])("are faults also when there is only %s", (_, more) => {
    const { rows, faults } = extractOf(
      text(lines([head.instrumenten, ...persons(0, 6)], ";"), more, ["Bron: GWS, 2022"]),
    );
    expect(rows).toHaveLength(6);
    expect(faults.map(({ line }) => line)).toEqual(more.map((__, i) => 8 + i));
    expect(faults.every(({ message }) => message.includes("een komma tussen de cellen"))).toBe(true);
  });

  it("are faults in the middle too, one for each row", () => {
    const { rows, faults } = extractOf(
      "jaar,gebied,werkzoekenden,fte\n2019,Zuid,100,7\n2020;Zuid;100;7,5\n2021;Noord;90;6,5\n2022,Zuid,80,5\n",
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [3, ""],
      [4, ""],
    ]);
    expect(faults[1].message).toMatch(/gevonden een puntkomma tussen de cellen \(zo vanaf regel 3\)/);
  });

  it("without a line end behind the last are not called cut off", () => {
    const { faults, remarks } = extractOf(
      "jaar;gebied;werkzoekenden;fte\n2020;Zuid;100;7\n2021;Zuid;100;7\n2022\tZuid\t100\t7",
    );
    expect(remarks).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0].message).toMatch(/een tab tussen de cellen/);
  });
});

describe("a header with another separator than everything below it", () => {
  it.each([
    [";", ","],
    [",", ";"],
    ["\t", ";"],
    [",", "|"],
  ])("%j above %j is a problem that names both", (own, other) => {
    const rows = [
      ["2020", "Zuid", "100", "7"],
      ["2021", "Zuid", "120", "8"],
    ];
    expect(problemOf(text(["Capaciteit"], lines([head.capaciteit], own), lines(rows, other)))).toBe(
      `test.csv: onder de kop op regel 2 staat in elke regel ${words[other]} tussen de cellen (zo vanaf regel 3). ` +
        `Verwacht: ${words[own]}, zoals in de kop op regel 2. Zet overal ${words[own]} tussen de cellen, of vraag het ` +
        `bestand opnieuw op.`,
    );
  });
});

describe("rows that stand in quotes as a whole", () => {
  it("are faults that name the quotes", () => {
    const { rows, faults } = extractOf(
      'jaar;gebied;werkzoekenden;fte\n2020;Zuid;100;7\n"2021;Zuid;90;6"\n\'',
    );
    expect(rows).toHaveLength(1);
    expect(faults[0].message).toMatch(/regel 3: gevonden een hele regel tussen aanhalingstekens/);
  });
});

describe("the last rows of a table of which only the first cell is filled", () => {
  it.each([
    [head.buurtpanel, ["Hillesluis;2020;10;100", "Carnisse;2020;9;80"], ["Oud Charlois;;;", "Bloemhof;;;"]],
    [head.buurtpanel, ["Hillesluis;2020;10;100"], ["Wielewaal"]],
    [head.instrumenten, ["k1;1-2-2022;Noord;Zorg"], ["k2;;;", "k3;;;"]],
    [head.instrumenten, ["af3c;1-2-2022;Noord;Zorg", "9d01;1-2-2022;Noord;Zorg"], ["7bb2"]],
  ])("under %j and %j are rows, and faults for what is empty: %j", (header, good, bad) => {
    const { rows, rowsRead, faults, remarks } = extractOf(text([header.join(";")], good, bad));
    expect([rows.length, rowsRead, remarks]).toEqual([good.length, good.length + bad.length, []]);
    expect(new Set(faults.map(({ line }) => line)).size).toBe(bad.length);
  });
});

describe("footers", () => {
  const panel = (...more: string[]) =>
    extractOf(text(["buurt;jaar;bijstand;bevolking_15_75", "Hillesluis;2020;10;100"], more));

  it.each([
    "Bron: CBS, StatLine, 2024, bewerkt",
    "Bron: CBS;;;",
    "© CBS, Den Haag, 12-3-2024, voorlopig",
    "* voorlopige cijfers",
    "Noot 3",
    "Totaal",
    "Aantal rijen: 1",
    "(1 rows affected)",
    "Gemeente Rotterdam, afdeling Werk en Inkomen, op verzoek, gemaakt",
    "De cijfers van deze tabel zijn afgerond op tientallen.",
    "Opgesteld door team Zuid",
  ])("such as %j stay footers", (line) => {
    const { rows, faults, remarks } = panel(line);
    expect([rows.length, faults]).toEqual([1, []]);
    expect(remarks[0].message).toMatch(/is een slotregel/);
  });

  it("of which there are more than three are faults, but for those that are plainly text", () => {
    const year = (...more: string[]) =>
      extractOf(text(["jaar;gebied;werkzoekenden;fte", "2020;Zuid;1;1"], more));
    const doubtful = ["abc", "defg", "hij klm", "nop"];
    expect(year(...doubtful.slice(0, 3)).rowsRead).toBe(1);
    const { rowsRead, rows, remarks } = year(...doubtful, "Bron: UWV", "Deze cijfers zijn voorlopig.");
    expect([rowsRead, rows.length, remarks.length]).toEqual([5, 1, 2]);
    const plain = Array.from({ length: 40 }, (_, i) => `${i + 1}e toelichting bij de tabel`);
    expect(year(...plain).rowsRead).toBe(1);
  });
});

it("no row is lost without a fault, wherever the separator changes", () => {
  const separator = fc.constantFrom(...Object.keys(words));
  const block = fc.tuple(separator, fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(separator, fc.array(block, { minLength: 1, maxLength: 5 }), (own, blocks) => {
      let next = 0;
      const parts = blocks.map(([other, count]) => lines(persons(next, (next += count)), other));
      const good = blocks.reduce((sum, [other, count]) => sum + (other === own ? count : 0), 0);
      const csv = text(lines([head.instrumenten], own), ...parts);
      if (good === 0 && new Set(blocks.map(([other]) => other)).size === 1)
        return expect(problemOf(csv)).toMatch(/in elke regel/);
      const { rows, rowsRead, faultCount } = extractOf(csv);
      expect([rows.length, rowsRead, faultCount]).toEqual([good, next, next - good]);
    }),
    { seed: 15, numRuns: 200 },
  );
});

it("no row is lost without a word where each export has its own header, however many rows it has", () => {
  const separator = fc.constantFrom(...Object.keys(words));
  const count = fc.integer({ min: 1, max: 70 });
  fc.assert(
    fc.property(separator, separator, count, count, fc.boolean(), (one, two, first, second, bom) => {
      const csv = text(
        lines([head.instrumenten, ...persons(0, first)], one),
        lines([head.instrumenten, ...persons(first, first + second)], two),
      );
      const reading = readExtract(fileOf(`${bom ? "\ufeff" : ""}${csv}`));
      if (!reading.ok) return expect(reading.problem).toMatch(/scheidingsteken|tussen de cellen/);
      const { rows, faultCount } = reading.extract;
      const faulty = one === two ? 0 : rows.length === first ? second + 1 : NaN;
      expect([rows.length + second * Number(one !== two), faultCount]).toEqual([first + second, faulty]);
    }),
    { seed: 16, numRuns: 150 },
  );
});

describe("an export in another separator above the one that is read", () => {
  it.each([
    [",", ";", "een komma", "een puntkomma"],
    ["|", "\t", "een verticale streep (|)", "een tab"],
  ])("with its own header stops the file: %j above %j", (one, two, found, read) => {
    const csv = text(
      lines([head.instrumenten, ...persons(0, 12)], one),
      lines([head.instrumenten, ...persons(12, 90)], two),
    );
    expect(problemOf(csv)).toBe(
      `test.csv: op regel 1 staat een kop met ${found} tussen de cellen, en op regel 14 een kop met ${read}. Vaak zijn er ` +
        `twee exports onder elkaar gezet. Lees ze als aparte bestanden in, of zet overal hetzelfde teken.`,
    );
  });
});
