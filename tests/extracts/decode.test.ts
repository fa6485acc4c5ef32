import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../src/extracts/decode";
import { readExtract } from "../../src/extracts/read-extract";

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(__dirname, "files", name)));

describe("an extract in any encoding", () => {
  it.each([
    ["utf-8.csv", "UTF-8", ";"],
    ["utf-8-bom-crlf.csv", "UTF-8 met BOM", ";"],
    ["windows-1252-crlf.csv", "Windows-1252", ";"],
    ["utf-16le-tab.txt", "UTF-16LE", "\t"],
  ])("is read from %s", (name, encoding, separator) => {
    const reading = readExtract({ name, bytes: bytesOf(name) });
    expect(reading).toMatchObject({
      ok: true,
      extract: {
        kind: "din_middelen",
        encoding,
        separator,
        columns: ["inspanning_id", "jaar", "begroot"],
        rows: [
          { line: 2, values: { inspanning_id: "café één", jaar: 2021, begroot: 1250.5 } },
          { line: 3, values: { inspanning_id: "café één", jaar: 2022, begroot: 2000 } },
        ],
        faults: [],
        unknownColumns: ["toelichting"],
        rowsRead: 2,
      },
    });
  });
});

describe("windows-1252", () => {
  it("has its euro sign and its typographic quotes", () => {
    const bytes = Uint8Array.of(0x80, 0x20, 0x93, 0xe9, 0x94, 0x20, 0x85, 0x9f);
    expect(decode(bytes)).toEqual({ text: "€ “é” …Ÿ", encoding: "Windows-1252" });
  });
});
