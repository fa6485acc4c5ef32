import { isBsn } from "../../src/extracts/bsn";
import { findBsns, namesBsn, proves } from "../../src/extracts/bsn-columns";
import { kinds } from "../../src/extracts/kinds";
import { readExtract } from "../../src/extracts/read-extract";
import type { RawTable } from "../../src/extracts/raw-table";
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
  ])("is one: %s", (name) => {
    expect(namesBsn(name)).toBe(true);
  });

  it.each(["websnelheid", "persoon_id", "clubsnaam", "nummer", "service", ""])("is none: %s", (name) => {
    expect(namesBsn(name)).toBe(false);
  });

  it("is refused with anything in it, and not when it was emptied", () => {
    expect(isRefused(["p1", "p2"], "BSN")).toBe(true);
    expect(isRefused(["", " "], "BSN")).toBe(false);
  });
});

/** A small generator of pseudo-random numbers (mulberry32), so that every run is the same. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe("chance", () => {
  it("refuses hardly one in a thousand of 10.000 columns of numbers without meaning", () => {
    const random = generator(18);
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
