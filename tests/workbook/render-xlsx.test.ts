import { strFromU8, unzipSync } from "fflate";
import { XMLParser } from "fast-xml-parser";
import type { PlannedCell, WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx, storedFormula } from "../../src/workbook/render-xlsx";

/** The parts of an .xlsx file as text. */
async function partsOf(
  rows: (PlannedCell | undefined)[][],
  more: Partial<WorkbookPlan["sheets"][number]> = {},
) {
  const sheet = {
    name: "Blad",
    rows,
    columnWidths: [12],
    frozen: { rows: 0, columns: 0 },
    tables: [],
    conditionalFormats: [],
    ...more,
  };
  const zip = unzipSync(
    await renderXlsx({ title: "T", created: "2026-11-23T12:00:00.000Z", sheets: [sheet] }),
  );
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The XML of one cell of the first sheet. */
async function cellXml(cell: PlannedCell): Promise<string> {
  const parts = await partsOf([[cell]]);
  return /<c r="A1".*?<\/c>/.exec(parts["xl/worksheets/sheet1.xml"])?.[0] ?? "";
}

describe("a formula in the file", () => {
  // The form is taken from files that Excel itself saved: prefix, underscores for points.
  it.each([
    ["KNAP.NPS(A1:A9)", "_xldudf_KNAP_NPS(A1:A9)"],
    ["KNAP.SYNTH.GEWICHTEN(A1:A9,B1:C9)", "_xldudf_KNAP_SYNTH_GEWICHTEN(A1:A9,B1:C9)"],
    [
      "IF(A1>0,KNAP.NPS(B:B),KNAP.NPS.VERDELING(C:C))",
      "IF(A1>0,_xldudf_KNAP_NPS(B:B),_xldudf_KNAP_NPS_VERDELING(C:C))",
    ],
    ["KNAP.NPS(FILTER(A1:A9,B1:B9=1))", "_xldudf_KNAP_NPS(_xlfn._xlws.FILTER(A1:A9,B1:B9=1))"],
    ["SUMIFS(t[a],t[b],1)", "SUMIFS(t[a],t[b],1)"],
  ])("of %s stands there as Excel stores it", (typed, stored) => expect(storedFormula(typed)).toBe(stored));

  it("keeps the value that it has now", async () => {
    expect(await cellXml({ value: 3, formula: "1+2" })).toMatch(/<f>1\+2<\/f><v>3<\/v>/);
  });

  it("with a text as value is marked as text", async () => {
    expect(await cellXml({ value: "ja", formula: 'IF(1,"ja","nee")' })).toMatch(/t="str".*<v>ja<\/v>/);
  });

  it("with an error as value is marked as error", async () => {
    expect(await cellXml({ value: { error: "#N/A", message: "geen" }, formula: "NA()" })).toMatch(
      /t="e".*<v>#N\/A<\/v>/,
    );
  });

  it("with a table as result is a dynamic array over its cells", async () => {
    const parts = await partsOf([
      [
        { value: 1, formula: "KNAP.NPS.VERDELING(D1:D9)", spill: { rows: 2, columns: 2 } },
        { value: 2, spilled: true },
      ],
      [
        { value: 3, spilled: true },
        { value: 4, spilled: true },
      ],
    ]);
    const sheet = parts["xl/worksheets/sheet1.xml"];
    expect(sheet).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1:B2">_xldudf_KNAP_NPS_VERDELING(D1:D9)</f><v>1</v></c>',
    );
    expect(sheet).toContain('<c r="B2"><v>4</v></c>');
    // Without this part and its relation and type Excel shows an old {array formula}.
    expect(parts["xl/metadata.xml"]).toContain('fDynamic="1"');
    expect(parts["xl/_rels/workbook.xml.rels"]).toContain("/sheetMetadata");
    expect(parts["[Content_Types].xml"]).toContain("spreadsheetml.sheetMetadata+xml");
  });
});

describe("text", () => {
  it.each(["=1+1", "+31 10", "-5", "@SUM(A1)", '=HYPERLINK("https://x.nl")'])(
    "such as %s never becomes a formula",
    async (text) => {
      const xml = await cellXml({ value: text });
      expect(xml).not.toContain("<f");
      expect(xml).toContain('t="s"');
    },
  );
});

describe("the file", () => {
  it("has well-formed parts", async () => {
    const parts = await partsOf([
      [{ value: "a & <b>" }, { value: 1.5, format: "percent1", style: "result" }],
    ]);
    const parser = new XMLParser();
    for (const xml of Object.values(parts)) expect(() => parser.parse(xml, true)).not.toThrow();
  });

  it("has tables, frozen rows, widths, number formats and conditional formats", async () => {
    const parts = await partsOf(
      [
        [{ value: "jaar" }, { value: "behaald" }],
        [{ value: 2021, format: "year" }, { value: "Ja" }],
      ],
      {
        tables: [{ name: "smart", row: 0, column: 0, rows: 2, columns: 2 }],
        frozen: { rows: 1, columns: 0 },
        columnWidths: [30, 12],
        conditionalFormats: [{ range: "B2:B2", equals: "Ja", tone: "good" }],
      },
    );
    const sheet = parts["xl/worksheets/sheet1.xml"];
    expect(parts["xl/tables/table1.xml"]).toMatch(
      /displayName="smart" ref="A1:B2".*name="jaar".*name="behaald"/s,
    );
    expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col min="1" max="1" width="30(\.\d+)?"/);
    expect(sheet).toMatch(
      /<cfRule type="cellIs"[^>]*operator="equal"[^>]*><formula>&quot;Ja&quot;<\/formula>/,
    );
    expect(sheet).toContain("<v>2021</v>");
  });

  it("has charts of its cells, with a title and with the figures that they draw", async () => {
    const parts = await partsOf(
      [
        [{ value: 2021 }, { value: 2022 }],
        [{ value: 0.5 }, { value: 0.75, formula: "3/4" }],
      ],
      {
        charts: [
          {
            title: "Verloop",
            description: "",
            type: "line",
            format: "percent",
            categories: { sheet: "Blad", range: "A1:B1" },
            series: [{ name: "Zuid", values: { sheet: "Blad", range: "A2:B2" } }],
            place: { from: "A4", to: "C9" },
          },
        ],
      },
    );
    const chart = parts["xl/charts/chart1.xml"];
    expect(chart).toContain("<a:t>Verloop</a:t>");
    expect(chart).toMatch(/<c:f>Blad!\$A\$1:\$B\$1<.*<c:f>Blad!\$A\$2:\$B\$2<.*<c:v>0.5<.*<c:v>0.75</s);
    expect(chart).not.toContain('<c:smooth val="1"/>');
    expect(parts["xl/drawings/drawing1.xml"]).toMatch(/<xdr:row>3<.*<xdr:row>9</s);
  });

  it("says when it was made", async () => {
    expect((await partsOf([[{ value: 1 }]]))["docProps/core.xml"]).toContain("2026-11-23T12:00:00Z");
  });
});
