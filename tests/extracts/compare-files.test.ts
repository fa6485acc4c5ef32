import fc from "fast-check";
import { alikeRows, overlap } from "../../src/extracts/compare-files";
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

  it("are joined also when the parts are written in unlike notations", () => {
    const codes = new Map([
      ["Feijenoord", "WK059910"],
      ["Charlois", "WK059915"],
      ["IJsselmonde", "059912"],
      ["Delfshaven", "WK059903"],
      ["Noord", "59905"],
      ["Zuid", "NPRZ"],
      ["Overig", "RO"],
    ]);
    // The id of a person has zeros before it, the date the day first or no day, the place a code.
    const otherwise = (row: string, name: Name) =>
      row
        .split(";")
        .map((cell) => codes.get(cell) ?? cell)
        .map((cell) => cell.replace(/^p(\d+)$/, "$1").padStart(3, "0"))
        .map((cell) =>
          name === "klanttevredenheid" ? cell.slice(0, 7) : cell.split("-").reverse().join("-"),
        )
        .join(";");
    fc.assert(
      fc.property(
        drawn(40),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        ({ name, rows, sorted }, share) => {
          const all = order(rows, sorted).map((row) => row.replace(/^p/, ""));
          const cut = Math.floor(share * all.length);
          const [first, second] = [all.slice(0, cut), all.slice(cut).map((row) => otherwise(row, name))];
          fc.pre(
            order(
              first.map((row) => otherwise(row, name)),
              true,
            ).join() !== order(second, true).join(),
          );
          expect(overlap([file(name, first, "a.csv"), file(name, second, "b.csv")])).toBeNull();
        },
      ),
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

  it("with a few rows that are alike are told", () => {
    const rows = (from: number) =>
      [
        ...Array.from({ length: 60 }, (_, i) => `p${from + i};2021-01-01;Zuid;Zorg`),
        "p0;2021-12-31;Noord;Zorg",
      ].join("\n");
    const head = "persoon_id;datum;gebied;onderwerp";
    const files = [contacts("a.csv", head, rows(0)), contacts("b.csv", head, rows(100))];
    expect(overlap(files)).toBeNull();
    expect(alikeRows(files)).toEqual([expect.stringMatching(/a.csv en b.csv hebben regels die gelijk zijn/)]);
  });
});

/** Numbers from 0 up to a bound, scattered but always the same: a generator of Lehmer, with the numbers of 1969. */
function scattered(seed: number) {
  let state = seed;
  return (bound: number) => {
    state = (state * 16807) % 2147483647;
    return state % bound;
  };
}
const two = (n: number) => String(n).padStart(2, "0");

describe("the same rows in another notation", () => {
  const next = scattered(1969);
  const places = [
    ["Feijenoord", "BU05991087", "5991087"],
    ["Noord", "wk 059905", "Noord"],
    ["'s-Gravenland", "BU05991444", "S Gravenland"],
  ] as const;
  const contacts = Array.from({ length: 400 }, () => ({
    id: 1 + next(300),
    date: [1 + next(28), 1 + next(12)],
    place: places[next(3)],
    topic: onderwerpen[next(3)],
    counts: next(2) === 0,
  }));
  type Contact = (typeof contacts)[number];
  const iso = ({ date: [d, m] }: Contact) => `2021-${two(m)}-${two(d)}`;
  const header = "persoon_id;datum;gebied;onderwerp;reintegratie";
  const plain = (one: Contact) => [
    String(one.id),
    iso(one),
    one.place[0],
    one.topic,
    one.counts ? "ja" : "nee",
  ];
  const fileIn = (fileName: string, make: (one: Contact) => string[], head = header) => ({
    ...extractOf([head, ...contacts.map((one) => make(one).join(";"))].join("\n")),
    fileName,
  });
  const a = fileIn("a.csv", plain);

  it.each<{ how: string; make: (one: Contact) => string[]; head?: string }>([
    { how: "codes of CBS", make: (one) => plain(one).with(2, one.place[1]) },
    { how: "codes as figures, and another spelling", make: (one) => plain(one).with(2, one.place[2]) },
    { how: "numbers of persons with decimals", make: (one) => plain(one).with(0, `${one.id},00`) },
    {
      how: "numbers of persons with zeros",
      make: (one) => plain(one).with(0, String(one.id).padStart(8, "0")),
    },
    { how: "true and false", make: (one) => plain(one).with(4, one.counts ? "WAAR" : "0.0") },
    { how: "a moment with a zone", make: (one) => plain(one).with(1, `${iso(one)}T21:59:00-00:00`) },
    {
      how: "without an optional column",
      make: (one) => plain(one).slice(0, 4),
      head: header.slice(0, header.lastIndexOf(";")),
    },
    {
      how: "with the moment of the export in every row",
      make: (one) => [...plain(one), "2022-01-31 10:00"],
      head: `${header};gemaakt op`,
    },
  ])("are refused: $how", ({ make, head }) => {
    expect(overlap([a, fileIn("b.csv", make, head)])).toMatch(
      /^a.csv en b.csv hebben allebei regels voor 2021-\d\d .* 400 regels staan in beide/,
    );
  });

  it("are refused with the halves of the city for the gebieden", () => {
    const halves = fileIn("b.csv", (one) =>
      plain(one).with(2, one.place[0] === "Feijenoord" ? "Zuid" : "RO"),
    );
    expect(overlap([a, halves])).toMatch(/400 regels staan in beide/);
  });

  it("are refused where each export has a moment of its own, and told where a number of the row is new", () => {
    const withLast = (fileName: string, last: (index: number) => string) => {
      let index = 0;
      return fileIn(fileName, (one) => [...plain(one), last((index += 1))], `${header};extra`);
    };
    const moment = (day: number) => () => `${day}-1-2022`;
    expect(overlap([withLast("a.csv", moment(3)), withLast("b.csv", moment(4))])).not.toBeNull();
    const numbered = [withLast("a.csv", (i) => `r${i}`), withLast("b.csv", (i) => `r${i + 1000}`)];
    expect(overlap(numbered)).toBeNull();
    expect(alikeRows(numbered)).toEqual([expect.stringMatching(/gelijk zijn in de kolommen die KNAP leest/)]);
  });

  it("are refused with a word about the zeros of the numbers", () => {
    const zeros = fileIn("b.csv", (one) => plain(one).with(0, `000${one.id}`));
    expect(overlap([a, zeros])).toMatch(
      /in beide, met en zonder nullen vooraan in het persoonsnummer, vanaf/,
    );
  });

  it("are refused for answers with the month only, the first or the last of the month", () => {
    const answers = Array.from({ length: 300 }, () => [1 + next(28), 1 + next(12), next(11)]);
    const of = (date: (day: number, month: number) => string, cijfer = (c: number) => String(c)) =>
      extractOf(
        ["datum;gebied;cijfer", ...answers.map(([d, m, c]) => `${date(d, m)};Charlois;${cijfer(c)}`)].join(
          "\n",
        ),
      );
    const full = of((d, m) => `${d}-${m}-2022`);
    const lastDay = (m: number) => new Date(Date.UTC(2022, m, 0)).getUTCDate();
    expect(overlap([full, of((_, m) => `2022MM${two(m)}`)])).not.toBeNull();
    expect(overlap([full, of((_, m) => `01-${two(m)}-2022`)])).not.toBeNull();
    expect(overlap([full, of((_, m) => `2022-${two(m)}-${lastDay(m)}`)])).not.toBeNull();
    expect(
      overlap([
        full,
        of(
          (d, m) => `2022${two(m)}${two(d)}`,
          (c) => `${c}.0`,
        ),
      ]),
    ).not.toBeNull();
    // In other days of the same months, the rows are other rows.
    expect(overlap([full, of((d, m) => `${1 + (d % 28)}-${m}-2022`)])).toBeNull();
  });
});

describe("persons in the bijstand", () => {
  const next = scattered(2021);
  const head = "persoon_id;jaar;gebied;maanden_bijstand;december";
  const persons = Array.from({ length: 60 }, (_, i) => [7 * i + 3, 1 + next(12), next(2)]);
  const of = (fileName: string, id: (n: number) => string, of = persons) => ({
    ...extractOf(
      [
        head,
        ...of.map(([n, months, dec]) => `${id(n)};2021;Zuid;${months};${dec === 0 ? "ja" : "nee"}`),
      ].join("\n"),
    ),
    fileName,
  });

  it("of whom the numbers have lost their zeros are refused twice", () => {
    const twice = [of("a.csv", String), of("b.csv", (n) => String(n).padStart(6, "0"))];
    expect(overlap(twice)).toMatch(/60 regels staan in beide, met en zonder nullen vooraan/);
  });

  it("are told when they may be the same, with other figures", () => {
    const others = persons.map(([n, months, dec]) => [n * 1000 + 3, 12 - (months % 3), dec]);
    const files = [of("a.csv", String), of("b.csv", (n) => `0${n}`, [...others, [10, 12, 0]])];
    // Of the persons 3, 10, ... of the first file the second has 3003, 10003, ... and 010.
    expect(overlap(files)).toBeNull();
    expect(alikeRows(files)).toEqual([
      expect.stringMatching(/a.csv en b.csv .* met en zonder nullen vooraan/),
    ]);
    expect(alikeRows([files[0], of("c.csv", (n) => `0${n}`, others)])).toEqual([]);
  });
});
