import { isBsn } from "../../src/extracts/bsn";
import { findBsns, namesBsn, proves } from "../../src/extracts/bsn-columns";
import { kinds } from "../../src/extracts/kinds";
import { readExtract } from "../../src/extracts/read-extract";
import type { RawTable } from "../../src/extracts/raw-table";
import { seeded } from "../seeded";
import { extractOf, fileOf, problemOf } from "./read-text";

/** Numbers of nine digits from 111222333 on: those that pass the eleven-test, and those that do not. */
const numbers = Array.from({ length: 3000 }, (_, index) => String(111222333 + index));
const good = numbers.filter(isBsn);
const bad = numbers.filter((number) => !isBsn(number));

const tableOf = (cells: readonly string[], header = "kenmerk"): RawTable => ({
  headers: [header],
  headerLine: 1,
  rows: cells.map((cell, index) => ({ line: index + 2, cells: [cell] })),
  findings: [],
  outside: [],
  remarks: [],
  encoding: "UTF-8",
  separator: ";",
});
const isRefused = (cells: readonly string[], header?: string) =>
  findBsns(tableOf(cells, header)).problem !== null;

describe("a column with burgerservicenummers", () => {
  it.each([
    ["two, and nothing else", good.slice(0, 2)],
    ["49 of 100", [...good.slice(0, 49), ...bad.slice(0, 51)]],
    ["18 of 19", [...good.slice(0, 18), bad[0]]],
    ["made a fraction of", good.slice(0, 9).map((number) => `${number}.0`)],
    ["in free text", good.slice(0, 9).map((number) => `gebeld met ${number}, komt terug`)],
    ["in groups", good.slice(0, 9).map((number) => number.replace(/(...)(...)/, "$1 $2 "))],
    ["among other texts", [...good.slice(0, 5), "onbekend", "", "123", "n.v.t."]],
    ["without their first zero", ["10000008", "12345672", "10000057"].filter(isBsn)],
  ])("is refused: %s", (_, cells) => {
    expect(isRefused(cells)).toBe(true);
  });

  /** How an export, a spreadsheet, a form or a pseudonym may write them; none changes what the number is. */
  const ways: readonly [way: string, write: (number: string) => string][] = [
    ["filled up with zeros to ten", (number) => number.padStart(10, "0")],
    ["filled up with zeros to thirty", (number) => number.padStart(30, "0")],
    ...[
      ",",
      "/",
      "_",
      "'",
      "’",
      "\u2011",
      "\u2013",
      "\u2212",
      "  ",
      " - ",
      "\u2003",
      "\u202f",
      "\n",
      "\u0332",
      ")(",
    ].map((sign): [string, (number: string) => string] => [
      `in threes with ${JSON.stringify(sign)}`,
      (number) => number.replace(/(...)(...)/, `$1${sign}$2${sign}`),
    ]),
    ["in four and five", (number) => number.replace(/(....)/, "$1 ")],
    ["in four and five, in a text", (number) => `klant ${number.replace(/(....)/, "$1 ")} gebeld`],
    ["in two and seven", (number) => number.replace(/(..)/, "$1-")],
    ["in four, two and three", (number) => number.replace(/(....)(..)/, "$1.$2.")],
    ["behind a letter", (number) => `K${number}`],
    ["behind the letters of a country", (number) => `be${number}`],
    ["behind letters, in groups", (number) => number.replace(/(...)(...)/, "P$1.$2.")],
    ["behind a word", (number) => `clientnummer${number}`],
    ["before a letter", (number) => `${number}Z`],
    ["as a number for the VAT", (number) => `NL${number}B01`],
    ["behind a year", (number) => `2019.${number}`],
    ["behind a small number", (number) => `7,${number}`],
    ["before a year", (number) => `${number}.2019`],
    ["with decimals", (number) => `${number}.25`],
    ["with zeros as decimals", (number) => number.replace(/(...)(...)/, "$1.$2.") + ",00"],
    ["against a day", (number) => `${number}20190228`],
    ["behind a day", (number) => `20190228${number}`],
    [
      "of full width",
      (number) => number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ],
    [
      "of another script",
      (number) => number.replace(/\d/g, (digit) => String.fromCharCode(0x0966 + Number(digit))),
    ],
    ["with a high point", (number) => `${Number(number) / 1e9}E+09`.replace(".", ",")],
  ];

  it.each(ways)("is refused however it is written: %s", (_, write) => {
    expect(isRefused(good.slice(10, 30).map(write))).toBe(true);
    expect(isRefused(good.slice(40, 42).map(write))).toBe(true);
    // By itself it passes by chance once in eleven times.
    expect(findBsns(tableOf([write(good[50]), "x"])).remarks).toHaveLength(1);
  });

  it("is refused when each stands there in another way", () => {
    expect(isRefused(ways.slice(0, 4).map(([, write], index) => write(good[index])))).toBe(true);
    expect(isRefused([`K${good[0]}`, good[1].padStart(12, "0")])).toBe(true);
  });

  it("is refused among telephone numbers, which are another form", () => {
    const telephones = bad.slice(0, 200).map((number) => `010-${number.slice(2)}`);
    expect(isRefused([...telephones, ...good.slice(0, 4).map((number) => `K${number}`)])).toBe(true);
  });

  it.each([
    ["telephone numbers", (number: string) => `010-${number.slice(2)}`],
    ["pseudonyms", (number: string) => `p${number}`],
    ["fractions", (number: string) => `1,${number}`],
  ])("of %s is not told, since one in eleven passes", (_, write) => {
    expect(findBsns(tableOf(numbers.slice(0, 300).map(write)))).toEqual({ problem: null, remarks: [] });
  });

  it.each([
    ["one", [good[0]]],
    ["one, repeated", [good[0], good[0], good[0]]],
    ["two of three", [good[0], good[1], bad[0]]],
    ["two of thirty", [good[0], good[1], ...bad.slice(0, 28)]],
  ])("that may be chance is told with its lines: %s", (_, cells) => {
    const { problem, remarks } = findBsns(tableOf(cells));
    expect(problem).toBeNull();
    expect(remarks).toHaveLength(1);
    expect(remarks[0].message).toMatch(/kolom kenmerk .*: regel 2/);
    expect(remarks[0].message).not.toMatch(/\d{8}/);
  });

  it("of pseudonyms in order, of which one in eleven passes, is not refused", () => {
    expect(isRefused(numbers.slice(0, 1000))).toBe(false);
  });

  // Numbers of 8 digits below 20 million can be codes of CBS in a column of places, and in no other.
  it.each(["wijkteam_nr", "gebiedsteam klant", "cbs_klant", "regiohouder"])(
    "is one named %s, too",
    (name) => {
      const small = Array.from({ length: 900 }, (_, i) => String(17400100 + i * 7))
        .filter(isBsn)
        .slice(0, 15);
      expect(small).toHaveLength(15);
      expect(isRefused(small, name)).toBe(true);
    },
  );

  it.each([
    "buurtcode",
    "BU_CODE",
    "wijk",
    "regio",
    "gwb_code_8",
    "Codering regio's",
    "Wijken en buurten",
    "gebied",
  ])("is none of codes of CBS of other gemeenten, named %s", (name) => {
    const codes = ["03630101", "03630102", "05180101", "17400101", "03440203", "00140105"];
    expect(isRefused(codes, name)).toBe(false);
  });

  it("with codes of CBS is none", () => {
    const codes = Array.from({ length: 90 }, (_, i) => String(17400100 + i * 11)).filter(isBsn);
    expect(findBsns(tableOf(codes, "buurtcode"))).toEqual({ problem: null, remarks: [] });
    expect(isRefused(good.slice(0, 4), "buurtcode")).toBe(true);
  });

  it("is found in each kind, in every column that holds text, and in columns that are not read", () => {
    for (const kind of Object.values(kinds)) {
      const names = [...kind.columns.map(({ name }) => name), "opmerking"];
      for (const name of names) {
        const rows = good
          .slice(0, 6)
          .map((number) => names.map((other) => (other === name ? number : "x")).join(";"));
        expect(problemOf([names.join(";"), ...rows].join("\n"))).toMatch(
          new RegExp(`de kolom ${name} bevat burgerservicenummers`),
        );
      }
    }
  });

  it.each([
    ["a title", `Klanten ${good[0]} en ${good[1]}\ndatum;gebied;cijfer\n2021-03;Zuid;9\n`],
    ["a footer", `datum;gebied;cijfer\n2021-03;Zuid;9\nBron: ${good[0]}\nBron: ${good[1]}\n`],
    ["the header", `datum;gebied;cijfer;${good[0]};${good[1]}\n2021-03;Zuid;9;1;2\n`],
    [
      "a column without a name",
      `datum;gebied;cijfer;\n2021-03;Zuid;9;${good[0]}\n2021-03;Zuid;9;${good[1]}\n`,
    ],
    [
      "cells beyond the header",
      `datum;gebied;cijfer\n2021-03;Zuid;9;${good[0]}\n2021-03;Zuid;9;${good[1]}\n`,
    ],
  ])("may be %s", (_, text) => {
    expect(problemOf(text)).toMatch(/burgerservicenummers/);
  });
});

describe("a column by its name", () => {
  it.each([
    "BSN",
    "bsn_klant",
    "BSN klant",
    "klantBsn",
    "bsnnummer",
    "Burgerservicenummer",
    "burger service nr",
    "sofinummer",
    "Sofi-nummer",
    "sofinr",
    "bsn's",
    "B.S.N.",
    "b.s.n. klant",
    "b_s_n",
    "B S N",
    "ＢＳＮ",
    "klantBSNnr",
    "partnerbsnr",
    "burgerserv.nr",
    "Sofi-nr",
    "sociaal-fiscaal nummer",
    "soc. fisc. nr",
  ])("is one: %s", (name) => {
    expect(namesBsn(name)).toBe(true);
  });

  it.each(["websnelheid", "persoon_id", "clubsnaam", "nummer", "service", "aub s.n.", ""])(
    "is none: %s",
    (name) => {
      expect(namesBsn(name)).toBe(false);
    },
  );

  it("is refused with anything in it, and not when it was emptied", () => {
    expect(isRefused(["p1", "p2"], "BSN")).toBe(true);
    expect(isRefused(["", " "], "BSN")).toBe(false);
  });
});

describe("chance", () => {
  it("refuses hardly one in a thousand of 10.000 columns of numbers without meaning", () => {
    const random = seeded(18);
    let [byChance, allOfFew] = [0, 0];
    for (let column = 0; column < 10_000; column += 1) {
      const size = 1 + Math.floor(random() * 200);
      const drawn = new Set(
        Array.from({ length: size }, () => String(Math.floor(1e7 + random() * 989_999_999))),
      );
      const passing = [...drawn].filter(isBsn).length;
      if (!proves(passing, drawn.size)) continue;
      if (passing === drawn.size) allOfFew += 1;
      else byChance += 1;
    }
    // All of two or three pass once in 121 or 1331 columns of that size, of which 200 sizes make one each.
    expect(allOfFew).toBeLessThanOrEqual(3);
    expect(byChance).toBeLessThanOrEqual(10);
  });
});

describe("a message", () => {
  it("never repeats a burgerservicenummer", () => {
    const [one, other] = good;
    const texts = [
      `persoon_id;jaar;gebied;maanden_bijstand;december\n${one};2021;Zuid;13;ja\nx1;2021;Zuid;1;ja\n123123123;2021;Zuid;1;ja\n`,
      `persoon_id;jaar;gebied;maanden_bijstand;december\n${one};2021;Zuid;1;ja\n${one};2021;Zuid;1;ja\n`,
      `persoon_id;jaar;gebied;maanden_bijstand;december\nx;2021;klant ${one} woont hier;1;ja\n`,
      `${one};${other}\n1;2\n`,
      `Uitdraai voor ${one}\ndatum;gebied;cijfer\n2021-03;Zuid;9\n`,
      `datum;gebied;cijfer\n2021-03;Zuid;9;${one}\n`,
      `datum;gebied;cijfer;gebied ${one}\n2021-03;Zuid;9;1\n`,
    ];
    for (const text of texts) {
      const reading = readExtract(fileOf(text));
      const told = reading.ok ? [...reading.extract.faults, ...reading.extract.remarks] : reading.problem;
      expect(JSON.stringify(told)).not.toContain(one);
    }
  });

  it("is short, however long the cell", () => {
    const { faults } = extractOf(`datum;gebied;cijfer\n${"x".repeat(100_000)};${"y".repeat(100_000)};11\n`);
    expect(JSON.stringify(faults).length).toBeLessThan(3000);
    expect(problemOf(`${"x".repeat(100_000)};b\n1;2\n`).length).toBeLessThan(3000);
  });
});
