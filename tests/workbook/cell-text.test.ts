import { strFromU8, unzipSync } from "fflate";
import { XMLParser } from "fast-xml-parser";
import fc from "fast-check";
import { Workbook } from "@cj-tech-master/excelts";
import { cellText } from "../../src/workbook/cell-text";
import { inputOf } from "../../src/workbook/cell-inputs";
import type { PlannedCell } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { newSheet, place } from "../../src/workbook/sheet";

async function fileOf(cells: PlannedCell[]): Promise<Uint8Array> {
  const sheet = newSheet("Blad", [12]);
  cells.forEach((cell, row) => place(sheet, row, 0, cell));
  return renderXlsx({ title: "T", created: "2026-11-23T12:00:00.000Z", sheets: [sheet] });
}
const partsOf = (file: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** The texts of the file as Excel reads them: first the XML, then `_xHHHH_`, from left to right. */
function textsIn(file: Uint8Array): string[] {
  const parser = new XMLParser({ trimValues: false, parseTagValue: false, isArray: (name) => name === "si" });
  const { sst } = parser.parse(partsOf(file)["xl/sharedStrings.xml"]) as {
    sst: { si: { t: string | { "#text"?: string } }[] };
  };
  return sst.si.map(({ t }) =>
    (typeof t === "string" ? t : (t["#text"] ?? "")).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    ),
  );
}

describe("a text that XML cannot hold", () => {
  it.each([
    ["regel 1\u000bregel 2", "regel 1\nregel 2"],
    ["blad 1\u000cblad 2", "blad 1\nblad 2"],
    ["a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["bel\u0007 en escape\u001b", "bel  en escape "],
    ["nul\u0000", "nul "],
    ["half \ud83d en half \ude00", "half   en half  "],
    ["heel \ud83d\ude00", "heel \ud83d\ude00"],
    ["geen teken \ufffe\uffff", "geen teken   "],
    ["tab\tblijft", "tab\tblijft"],
  ])("%j becomes %j, in the file and in the open Excel", async (text, becomes) => {
    expect(cellText(text)).toBe(becomes);
    expect(textsIn(await fileOf([{ value: text }]))).toEqual([becomes]);
    expect(String(inputOf({ value: text }) as string).replace(/^'/, "")).toBe(becomes);
  });

  it("of more than a cell holds is cut, and says so", () => {
    const cut = cellText("\ud83d\ude00".repeat(20_000));
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/ingekort/);
    expect(cut).not.toMatch(/\p{Cs}/u);
  });
});

describe("a text that looks like a coded character", () => {
  const pieces = fc.constantFrom(
    "_x0041_",
    "x0042_",
    "_x005F_",
    "x005f_",
    "_x000D_",
    "_",
    "_x00",
    "a",
    "&",
    "<",
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((list) => list.join(""));

  it.each(["_x0041_x0042_", "_x000D_", "_x005F_", "_x005F_x0041_", "_x005F_x005F_", "a_x0041_b_X0042_"])(
    "such as %s reads back as it was written",
    async (written) => {
      const file = await fileOf([{ value: written }, { value: written, formula: "A1" }, { value: "gewoon" }]);
      expect(textsIn(file)[0]).toBe(written);
      const read = new Workbook();
      await read.xlsx.load(file);
      expect(read.getWorksheet("Blad")?.getCell("A1").value).toBe(written);
    },
  );

  it("reads back, whatever it is made of", async () => {
    const texts = fc.sample(text, { seed: 14, numRuns: 200 });
    expect(textsIn(await fileOf(texts.map((value) => ({ value }))))).toEqual([...new Set(texts)]);
  });
});

describe("a number that is text by nature", () => {
  const ignored = async (cells: PlannedCell[]) =>
    /<ignoredErrors>.*<\/ignoredErrors>/.exec(partsOf(await fileOf(cells))["xl/worksheets/sheet1.xml"])?.[0];

  it.each(["007", "3", "1-2", "12,5", "50%", "1e3", "01-02-21", " 5", "-4", "€ 3"])(
    "such as %j gets no green triangle",
    async (value) => {
      expect(await ignored([{ value: "nummer" }, { value }, { value: "3b" }])).toMatch(
        /sqref="A2:A2" numberStoredAsText="1"/,
      );
    },
  );

  it("is marked from the first to the last of a column", async () => {
    expect(await ignored([{ value: "1" }, { value: "3b" }, { value: "4" }])).toContain('sqref="A1:A3"');
  });

  it("is not looked for where there are none", async () => {
    expect(
      await ignored([{ value: "jaar" }, { value: 2021 }, { value: "2", formula: '"2"' }]),
    ).toBeUndefined();
  });
});
