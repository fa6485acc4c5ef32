import fc from "fast-check";
import Papa from "papaparse";
import { parseCsv } from "../../src/extracts/parse-csv";
import { readCsv } from "../../src/extracts/read-csv";
import { kindIds, kinds } from "../../src/extracts/kinds";
import { headerKey } from "../../src/extracts/header-names";
import { fileOf } from "./read-text";

const separators = [";", ",", "\t", "|"];

/** Text with everything in it that has a meaning in some CSV file. */
const nasty = fc.string({
  unit: fc.constantFrom("a", "é", '"', ";", ",", "\t", "|", "\n", "\r\n", "\r", " ", "=", "1", "x"),
  maxLength: 12,
});

/** A table of a known kind: its columns in any order, written in another way, and rows of any text. */
const tables = fc.constantFrom(...kindIds).chain((id) => {
  const names = kinds[id].columns.map(({ name }) => name);
  const spelled = fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.replaceAll("_", " "),
    (name: string) => name.replaceAll("_", "-"),
  );
  return fc.record({
    header: fc
      .tuple(fc.shuffledSubarray(names, { minLength: names.length }), spelled)
      .map(([columns, spell]) => columns.map(spell)),
    rows: fc.array(
      // Two cells that are filled, so that the row is no blank line and no footer.
      fc
        .array(nasty, { minLength: names.length - 2, maxLength: names.length - 2 })
        .map((row) => ["1", ...row, "2"]),
      { minLength: 1, maxLength: 8 },
    ),
  });
});

describe("a table of a known kind", () => {
  it("comes back as it was written, whatever the separator, the line ends and the texts", () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...separators),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        ({ header, rows }, delimiter, newline, quotes) => {
          const text = Papa.unparse([header, ...rows], { delimiter, newline, quotes }) + newline;
          const reading = readCsv(fileOf(text));
          if (!reading.ok) throw new Error(`${reading.problem}\n${JSON.stringify(text)}`);
          expect(reading.table.separator).toBe(delimiter);
          expect(reading.table.headers.map(headerKey)).toEqual(header.map(headerKey));
          expect(reading.table.rows.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { seed: 14, numRuns: 300 },
    );
  });

  it("has its lines numbered as an editor does", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 8 }), (pairs) => {
        const rows = pairs.map(([a, b]) => [`1${a}`, b, "2"]);
        const text = Papa.unparse(rows, { delimiter: ";", newline: "\r\n" });
        // Independent of the reader: the line of a row is one more than the line ends before it.
        const lines = rows.map((_, index) => {
          const before =
            index === 0
              ? ""
              : `${Papa.unparse(rows.slice(0, index), { delimiter: ";", newline: "\r\n" })}\r\n`;
          return before.split(/\r\n|\r|\n/).length;
        });
        expect(parseCsv(text, ";").records.map(({ line }) => line)).toEqual(lines);
      }),
      { seed: 14, numRuns: 100 },
    );
  });
});

describe("the end of a text", () => {
  it.each([
    ["a;b\n1;2\n", true],
    ["a;b\n1;2", false],
    ["a;b\n1;2\r", true],
    ['a;b\n1;"2\n"', false],
    ["a;b\n1;2\n\n  ", true],
  ])("of %j has a line end: %s", (text, expected) => {
    expect(parseCsv(text, ";").endsWithLineEnd).toBe(expected);
  });

  it("may be a separator, with an empty cell behind it", () => {
    expect(parseCsv("a;b\n1;", ";").records[1].cells).toEqual(["1", ""]);
  });
});

describe("time", () => {
  it.each([
    ["quotes", '"'],
    ["doubled quotes in a cell", '""'],
    ["separators", ";"],
    ["line ends", "\n"],
    ["returns", "\r"],
    ["spaces", " "],
    ["a cell with a quote too many", '"a" b"'],
  ])("grows with the text and not with its square: %s", (_, piece) => {
    const timeOf = (count: number) => {
      const text = piece.repeat(count);
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        parseCsv(`a;b\n1;${text}\n`, ";");
        parseCsv(`a;b\n1;"${text}"\n`, ";");
        return performance.now() - start;
      });
      // The least of some, since a busy machine makes one of them long.
      return Math.min(...times);
    };
    timeOf(1000);
    const once = timeOf(25_000);
    // Four times as much takes four times as long; a square would take sixteen times.
    expect(timeOf(100_000)).toBeLessThan(8 * once + 50);
  });
});
