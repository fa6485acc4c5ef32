import fc from "fast-check";
import Papa from "papaparse";
import type { RawTable } from "../../src/extracts/raw-table";
import { readCsv } from "../../src/extracts/read-csv";
import { fileOf } from "./read-text";

function tableOf(text: string): RawTable {
  const reading = readCsv(fileOf(text));
  if (!reading.ok) throw new Error(reading.problem);
  return reading.table;
}

function problemOf(text: string): string {
  const reading = readCsv(fileOf(text));
  return reading.ok ? "" : reading.problem;
}

describe("the separator", () => {
  it.each([
    ["jaar;gebied\n2018;Zuid\n", ";"],
    ["jaar,gebied\n2018,Zuid\n", ","],
    ["jaar\tgebied\n2018\tZuid\n", "\t"],
    ["jaar;fte;kosten\n2018;1,5;2,5\n2019;2,5;3,5\n", ";"],
    ["jaar;fte, extra\n2018;1,5\n", ";"],
    ["jaar;naam;fte\n2018;a;1\n2019;b;2\nBron: CBS, StatLine\n", ";"],
    ['"jaar","een; twee; drie","fte"\n2018,a,1\n', ","],
  ])("of %j is %j", (text, separator) => {
    expect(tableOf(text).separator).toBe(separator);
  });

  it("is what the first line says in so many words", () => {
    const table = tableOf("sep=;\r\njaar;fte, extra, meer\r\n2018;1,5\r\n");
    expect(table).toMatchObject({ separator: ";", headers: ["jaar", "fte, extra, meer"], headerLine: 2 });
    expect(table.rows).toEqual([{ line: 3, cells: ["2018", "1,5"] }]);
  });
});

describe("the lines of a file", () => {
  it("keep their numbers, also after a line break inside a cell and after empty lines", () => {
    const table = tableOf('a;b\r\n1;"twee\r\nregels"\r\n\r\n2;x\r\n3;"nog\neen\nkeer"\r\n4;y');
    expect(table.rows).toEqual([
      { line: 2, cells: ["1", "twee\nregels"] },
      { line: 5, cells: ["2", "x"] },
      { line: 6, cells: ["3", "nog\neen\nkeer"] },
      { line: 9, cells: ["4", "y"] },
    ]);
  });

  it("may end in different ways in one file", () => {
    expect(tableOf("a;b\r\n1;2\n3;4\r5;6").rows.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it("may all end in a separator", () => {
    const table = tableOf("a;b;\n1;2;\n3;4;\n");
    expect(table.headers).toEqual(["a", "b"]);
    expect(table.remarks).toEqual([]);
  });

  it("may be short, as Excel leaves out empty cells at the end", () => {
    expect(tableOf("a;b;c\n1;2;3\n4\n5;6;7\n").rows[1]).toEqual({ line: 3, cells: ["4"] });
  });

  it("that stand above the header or below the rows are reported", () => {
    const table = tableOf("Bijstand, per wijk\n\na;b;c\n1;2;3\n4;5;6\nBron: CBS\n© CBS, 2024;;\n");
    expect(table.headerLine).toBe(3);
    expect(table.rows.map(({ line }) => line)).toEqual([4, 5]);
    expect(table.remarks.map(({ line, text }) => [line, text])).toEqual([
      [1, "Bijstand, per wijk"],
      [6, "Bron: CBS"],
      [7, "© CBS, 2024"],
    ]);
  });

  it("that hold a number only are no footer", () => {
    expect(tableOf("a;b;c\n1;2;3\n2018;;\n").rows).toHaveLength(2);
  });
});

describe("the header", () => {
  it("reports a column without a name", () => {
    const table = tableOf("a;;c\n1;2;3\n");
    expect(table.headers).toEqual(["a", "", "c"]);
    expect(table.remarks[0].message).toMatch(/Kolom 2 heeft geen naam/);
  });
});

describe("a cell", () => {
  it("that looks like a formula stays text", () => {
    expect(tableOf("a;b\n=1+1;@x\n+3;-4\n").rows.map(({ cells }) => cells)).toEqual([
      ["=1+1", "@x"],
      ["+3", "-4"],
    ]);
  });

  it("comes back as it was written, whatever is in it", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ";", ",", "\n", " ", "=", "1") });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (cells) => {
        // A row of nothing but blanks is an empty line, and a last row with one filled cell a footer.
        const data = cells.map((row) => ["1", ...row, "2"]);
        const text = Papa.unparse([["k", "l", "m", "n", "o"], ...data], { delimiter: ";", newline: "\r\n" });
        expect(tableOf(`sep=;\r\n${text}`).rows.map((row) => row.cells)).toEqual(data);
      }),
    );
  });
});

describe("a file that cannot be read", () => {
  it("may be empty", () => {
    expect(problemOf("")).toMatch(/test.csv: het bestand is leeg/);
    expect(problemOf(" \r\n\r\n")).toMatch(/leeg/);
  });

  it("may have no header", () => {
    expect(problemOf("zomaar een tekst\nzonder tabel\n")).toMatch(/geen kop/);
  });

  it("may have a quote that is never closed, and hears on which line", () => {
    expect(problemOf('a;b\n1;"twee\nregels"\n2;"nooit\n3;4\n')).toMatch(
      /op regel 4 staat een aanhalingsteken/,
    );
  });

  it.each([
    ["PK\x03\x04...", /Excel-werkmap/],
    ["%PDF-1.7", /pdf/],
    ["<!DOCTYPE html><html></html>", /webpagina/],
    ["a;b\n\0;1", /geen tekstbestand/],
  ])("may be something else: %j", (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });
});
