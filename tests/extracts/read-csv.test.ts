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

  it.each([
    ["bestand;herkomst\nhandhaving.csv;team a, team b, team c, team d, team e\n", ";"],
    ['nummer;doelstelling;behaald\n1;"a, b, c\nd, e, f\ng, h, i";Ja\n', ";"],
    ["doel_id;doel\nD1;Meer werk, minder uitkering\nD2;Meer zorg, meer tijd\nD3;Meer taal, meer werk\n", ";"],
    ["datum|gebied|cijfer\n2021-03|Feijenoord|9\n", "|"],
    ["doel_id,doel\nD1,werk; inkomen; zorg\nD2,a; b; c\n", ","],
    ["doel_id\tdoel\nD1\ta;b;c;d,e,f,g\n", "\t"],
    ["Doelen, team Zuid, 2021\ndoel_id;doel\nD1;Werk, zorg, taal\n", ";"],
    ['"doel_id";"doel"\n"D1";"a,b,c"\n', ";"],
    ['jaar,gebied,werkzoekenden,fte\n2021,Zuid,100,"1,5"\n2022,Zuid,100,"2,5"\n', ","],
  ])("of %j is %j, by the header that KNAP knows", (text, separator) => {
    const table = tableOf(text);
    expect(table.separator).toBe(separator);
    expect(table.rows.every(({ cells }) => cells.length === table.headers.length)).toBe(true);
  });

  it.each([
    "sep=|\ndatum|gebied|cijfer\n1|2|3\n",
    '"sep=|"\r\ndatum|gebied|cijfer\r\n1|2|3\r\n',
    "SEP=|\rdatum|gebied|cijfer\r1|2|3",
  ])("is what %j says", (text) => {
    expect(tableOf(text)).toMatchObject({
      separator: "|",
      headerLine: 2,
      headers: ["datum", "gebied", "cijfer"],
    });
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
      { line: 2, cells: ["1", "twee\r\nregels"] },
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

describe("the header once more", () => {
  it("is no row: files were put below each other", () => {
    const table = tableOf("doel_id;doel\nD1;Werk\ndoel_id;doel\nD2;Zorg\n");
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(table.remarks).toMatchObject([
      { line: 3, message: expect.stringContaining("de kop nog een keer") },
    ]);
  });
});

describe("many lines outside the table", () => {
  it("are told once", () => {
    const table = tableOf(`datum;gebied;cijfer\n2021-03;Zuid;9\n${"Bron: CBS\n".repeat(30_000)}`);
    expect(table.remarks).toHaveLength(21);
    expect(table.remarks[20].message).toMatch(/nog 29980 regels/);
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

  it.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], /een afbeelding/],
    [[0xff, 0xd8, 0xff, 0xe0], /een afbeelding/],
    [[0x1f, 0x8b, 0x08, 0x00], /een ingepakt bestand.*Pak het bestand uit/],
    [[0xd0, 0xcf, 0x11, 0xe0], /Excel-werkmap in de oude vorm/],
  ])("may begin with the bytes %j", (start, problem) => {
    const reading = readCsv({ name: "test.csv", bytes: Uint8Array.from([...start, 1, 2, 3, 0, 0]) });
    expect(reading.ok ? "" : reading.problem).toMatch(problem);
  });

  it("may be JSON in UTF-16, or with a byte order mark", () => {
    const json = '{"value": 1}';
    expect(problemOf(`\ufeff${json}`)).toMatch(/JSON/);
    const wide = new Uint8Array(Uint16Array.from(json, (c) => c.charCodeAt(0)).buffer);
    const reading = readCsv({ name: "test.csv", bytes: wide });
    expect(reading.ok ? "" : reading.problem).toMatch(/JSON/);
  });

  it("may have more columns than a sheet", () => {
    expect(problemOf(`${"a;".repeat(20_000)}b\n1;2\n`)).toMatch(/20001 kolommen/);
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
    ['<?xml version="1.0"?><rijen><rij jaar="2021"/></rijen>', /dit is XML .* Exporteer de gegevens als CSV/],
    ["<rijen>\n<rij>1;2</rij>\n</rijen>", /dit is XML/],
    ['{"value":[{"ID":0,"Perioden":"2021JJ00","RegioS":"GM0599"}]}', /dit is JSON/],
    ['[\n  {"jaar": 2021},\n  {"jaar": 2022}\n]', /dit is JSON/],
    ['{"jaar": 2021, "gebied": "Zuid"}\n{"jaar": 2022, "gebied": "Zuid"}\n', /dit is JSON/],
    ["PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", /LibreOffice/],
    ["{\\rtf1\\ansi", /rtf/],
    ["SQLite format 3\0", /database/],
    ["a;b\n\0;1", /geen tekstbestand/],
  ])("may be something else: %j", (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });
});
