import fc from "fast-check";
import { overlap, remarksBetween } from "../../src/extracts/compare-files";
import { extractOf } from "./read-text";

const gebieden = ["Feijenoord", "Charlois", "IJsselmonde", "Delfshaven", "Noord"];
const onderwerpen = ["Matching", "Scholing", "Zorg"];
const day = (n: number) =>
  `2021-${String(1 + (Math.floor(n / 28) % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;

/** Kinds of which rows can be alike, and a row of each, drawn. */
const exports = {
  klanttevredenheid: {
    header: "datum;gebied;cijfer",
    row: fc
      .tuple(fc.integer({ min: 0, max: 335 }), fc.constantFrom(...gebieden), fc.integer({ min: 0, max: 10 }))
      .map(([date, gebied, cijfer]) => `${day(date)};${gebied};${cijfer}`),
  },
  contacten: {
    header: "persoon_id;datum;gebied;onderwerp",
    row: fc
      .tuple(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 335 }),
        fc.constantFrom(...gebieden),
        fc.constantFrom(...onderwerpen),
      )
      .map(([person, date, gebied, onderwerp]) => `p${person};${day(date)};${gebied};${onderwerp}`),
  },
  "tevredenheid van een maand": {
    header: "datum;gebied;cijfer",
    row: fc
      .tuple(fc.constantFrom("Zuid", "Overig"), fc.integer({ min: 0, max: 10 }))
      .map(([gebied, cijfer]) => `2021-03;${gebied};${cijfer}`),
  },
};
type Name = keyof typeof exports;
const names = Object.keys(exports) as Name[];
const drawn = (minLength: number) =>
  fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      rows: fc.array(exports[name].row, { minLength, maxLength: 160, size: "max" }),
      sorted: fc.boolean(),
    }),
  );
const file = (name: Name, rows: readonly string[], fileName: string) => ({
  ...extractOf([exports[name].header, ...rows, ""].join("\n")),
  fileName,
});
const order = (rows: readonly string[], sorted: boolean) => (sorted ? [...rows].sort() : [...rows]);

describe("parts of one export", () => {
  it("are joined wherever it is split", () => {
    fc.assert(
      fc.property(drawn(2), fc.double({ min: 0, max: 1, noNaN: true }), ({ name, rows, sorted }, share) => {
        const all = order(rows, sorted);
        const cut = Math.min(all.length - 1, 1 + Math.floor(share * (all.length - 1)));
        // Two parts that are wholly alike cannot be told from the same part twice.
        fc.pre(order(all.slice(0, cut), true).join() !== order(all.slice(cut), true).join());
        expect(
          overlap([file(name, all.slice(0, cut), "a.csv"), file(name, all.slice(cut), "b.csv")]),
        ).toBeNull();
      }),
      { seed: 16, numRuns: 80 },
    );
  });

  it("are joined also when each row of one is in the other, as answers of a month are", () => {
    const cycle = Array.from({ length: 600 }, (_, i) => `2021-03;Zuid;${(i * 7) % 11}`);
    expect(
      overlap([
        file("klanttevredenheid", cycle.slice(0, 400), "a.csv"),
        file("klanttevredenheid", cycle.slice(400), "b.csv"),
      ]),
    ).toBeNull();
  });
});

describe("the same rows twice", () => {
  it("are refused, in whatever order they stand", () => {
    fc.assert(
      fc.property(drawn(1), ({ name, rows, sorted }) => {
        const twice = [
          file(name, rows, "a.csv"),
          file(name, sorted ? order(rows, true) : [...rows].reverse(), "b.csv"),
        ];
        expect(overlap(twice)).toMatch(/^a.csv en b.csv hebben allebei regels voor 2021-\d\d .* tellen/);
      }),
      { seed: 16, numRuns: 30 },
    );
  });

  it("are refused as a part of a longer export", () => {
    fc.assert(
      fc.property(drawn(120), ({ rows }) => {
        const person = (row: string, index: number) => `p${index};${row.split(";")[0]};Zuid;Zorg`;
        const contacts = rows.map((row, index) => person(day(row.length * 31 + index), index));
        const files = [
          file("contacten", contacts.slice(0, 80), "a.csv"),
          file("contacten", contacts.slice(60), "b.csv"),
        ];
        expect(overlap(files)).toMatch(/20 regels staan in beide, vanaf regel 2 van b.csv/);
      }),
      { seed: 16, numRuns: 20 },
    );
  });

  it("are known also when an export has another column, or writes dates otherwise", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [`p${i % 7}`, day(i * 5), "Zuid", "Zorg"]);
    const text = (header: string, make: (row: string[], i: number) => string[]) =>
      extractOf([header, ...rows.map((row, i) => make(row, i).join(";"))].join("\n"));
    const plain = text("persoon_id;datum;gebied;onderwerp", (row) => row);
    const numbered = text("nummer;persoon_id;datum;gebied;onderwerp", (row, i) => [String(i), ...row]);
    const dutch = text("persoon_id;datum;gebied;onderwerp", ([person, date, ...rest]) => [
      person,
      date.split("-").reverse().join("-"),
      ...rest,
    ]);
    expect(overlap([plain, numbered])).not.toBeNull();
    expect(overlap([plain, dutch])).not.toBeNull();
  });

  it("are not answers that are alike, where a number tells them apart", () => {
    const answers = (from: number) =>
      extractOf(
        [
          "respondent;datum;gebied;cijfer",
          ...Array.from({ length: 50 }, (_, i) => `${from + i};2021-03;Zuid;${(from + i) % 11}`),
        ].join("\n"),
      );
    expect(overlap([answers(0), answers(50)])).toBeNull();
    expect(overlap([answers(0), answers(10)])).not.toBeNull();
  });
});

describe("files of one kind", () => {
  const contacts = (fileName: string, header: string, row: string) => ({
    ...extractOf(`${header}\n${row}\n`),
    fileName,
  });

  it("with unlike columns are told", () => {
    const base = "persoon_id;datum;gebied;onderwerp";
    const remarks = remarksBetween([
      contacts("a.csv", base, "p1;2021-01-01;Zuid;Zorg"),
      contacts("b.csv", `${base};re-integratie`, "p2;2021-01-01;Zuid;Zorg;ja"),
    ]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(/de kolom reintegratie ontbreekt in a.csv/);
  });

  it("with a few rows that are alike are told", () => {
    const rows = (from: number) =>
      [
        ...Array.from({ length: 60 }, (_, i) => `p${from + i};2021-01-01;Zuid;Zorg`),
        "p0;2021-12-31;Noord;Zorg",
      ].join("\n");
    const head = "persoon_id;datum;gebied;onderwerp";
    const files = [contacts("a.csv", head, rows(0)), contacts("b.csv", head, rows(100))];
    expect(overlap(files)).toBeNull();
    expect(remarksBetween(files)).toEqual([
      expect.stringMatching(/a.csv en b.csv hebben 1 regel die gelijk is/),
    ]);
  });
});
