import { Workbook } from "@cj-tech-master/excelts";
import { NoWorkbook, openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { newestSet } from "../../workbench/host/requirement-sets";
import type { WorkbookState } from "../../workbench/host/workbook-state";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

const functions = ["KNAP.NPS", "KNAP.NPS.VERDELING"];

describe("a workbook of the workbench as a file", () => {
  let addIn: AddInInNode;
  let bytes: Uint8Array;
  let state: WorkbookState;
  beforeAll(async () => {
    addIn = await addInInNode(newestSet);
    state = addIn.bench.state;
    await addIn.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const sheet = worksheets.getItem("Blad1");
      sheet.getRange("A1:B5").values = [
        ["Gebied", "Score"],
        ["Zuid", 9],
        ["Noord", 10],
        ["Zuid; 'oost'", 3],
        ["'=1+1", 7],
      ];
      const table = sheet.tables.add("A1:B5", true);
      table.name = "Scores";
      table.style = "TableStyleLight9";
      sheet.getRange("D1:D4").formulas = [
        ["=KNAP.NPS(Scores[Score])"],
        ["=SUM(Doel)/7"],
        ["=1/0"],
        ['=IF(TRUE,"a=b","FILTER(")'],
      ];
      sheet.getRange("F1").formulas = [["=KNAP.NPS.VERDELING(B2:B5)"]];
      sheet.getRange("J1").formulas = [["=LET(x,2,x*3)"]];
      sheet.getRange("B2:B5").numberFormat = [["0.0"], ["0.0"], ["0.0"], ["0.0"]];
      const head = sheet.getRange("A1").format;
      head.font.bold = true;
      head.font.color = "#C00000";
      head.fill.color = "#FFEEAA";
      head.columnWidth = 120;
      names.add("Doel", sheet.getRange("B2:B3"));
      const format = sheet.getRange("B2:B5").conditionalFormats.add("CellValue");
      format.cellValue.rule = { formula1: "=9", operator: "GreaterThanOrEqual" };
      format.cellValue.format.fill.color = "#C6EFCE";
      sheet.freezePanes.freezeRows(1);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B5"), "Columns");
      chart.title.text = "Scores per gebied";
      chart.setPosition("A8", "E20");
      worksheets.add("Blad 2").getRange("A1").formulas = [["=Blad1!D1*2"]];
      context.workbook.comments.add("Blad1!B2", "Waarom 9?");
      await context.sync();
    });
    await addIn.bench.engine.settled();
    bytes = (await saveXlsx(state, "KNAP")).bytes;
  });
  afterAll(() => addIn.bench.engine.dispose());

  const cells = (of: WorkbookState) =>
    of.engine.sheetIds().map((id) => {
      const block = { ...(of.engine.usedBlock(id) ?? fail()), startRow: 0, startColumn: 0 };
      return {
        name: of.engine.sheetName(id),
        values: of.engine.values(id, block),
        formulas: of.engine.formulas(id, block),
      };
    });
  const fail = () => {
    throw new Error("An empty sheet.");
  };

  it("has formulas as Excel stores them, with their values", async () => {
    const file = new Workbook();
    await file.xlsx.load(bytes);
    const sheet = file.getWorksheet("Blad1");
    const at = (address: string) => sheet?.getCell(address).value;
    // Of 9, 10, 3 and 7 two are promotors and one is a criticaster: (2 - 1) / 4.
    expect(at("D1")).toMatchObject({ formula: "_xldudf_KNAP_NPS(Scores[Score])", result: 25 });
    expect(at("D3")).toMatchObject({ formula: "1/0", result: { error: "#DIV/0!" } });
    expect(at("F1")).toMatchObject({ formula: "_xldudf_KNAP_NPS_VERDELING(B2:B5)", ref: "F1:H4" });
    expect(at("A5")).toBe("=1+1");
  });

  it("says of how many formulas only the value is kept", async () => {
    expect((await saveXlsx(state, "KNAP")).asValue).toBe(1);
  });

  it("is the same when it is opened again", async () => {
    const other = await addInInNode(newestSet);
    await openXlsx(other.bench.state, bytes, functions);
    await other.bench.engine.settled();
    const [before, after] = [cells(state), cells(other.bench.state)];
    // LET is kept as a value.
    before[0].formulas[0][9] = "";
    expect(after).toEqual(before);
    const opened = other.bench.state;
    const [first] = opened.engine.sheetIds();
    expect(opened.engine.tables()).toMatchObject([
      { name: "Scores", block: { startRow: 0, startColumn: 0, endRow: 4, endColumn: 1 } },
    ]);
    expect([...opened.tableStyles.values()]).toEqual(["TableStyleLight9"]);
    expect(opened.names).toMatchObject([{ name: "Doel", formula: "=Blad1!$B$2:$B$3" }]);
    expect(
      opened.engine.looks(first, { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 })[0][0],
    ).toMatchObject({
      bl: 1,
      cl: { rgb: "#C00000" },
      bg: { rgb: "#FFEEAA" },
    });
    expect(
      opened.engine.looks(first, { startRow: 1, startColumn: 1, endRow: 1, endColumn: 1 })[0][0].n,
    ).toEqual({
      pattern: "0.0",
    });
    // 120 points are 160 pixels.
    expect(opened.engine.columnWidth(first, 0)).toBe(160);
    expect(opened.engine.frozen(first)).toEqual({ rows: 1, columns: 0 });
    expect(opened.conditionalFormats).toMatchObject([
      {
        type: "CellValue",
        rule: { formula1: "=9", operator: "GreaterThanOrEqual" },
        fill: { color: "#C6EFCE" },
        block: { startRow: 1, startColumn: 1, endRow: 4, endColumn: 1 },
      },
    ]);
    expect(opened.comments).toMatchObject([{ row: 1, column: 1, content: "Waarom 9?" }]);
    expect(opened.charts).toMatchObject([
      {
        type: "ColumnClustered",
        title: "Scores per gebied",
        hasTitle: true,
        place: { startRow: 7, startColumn: 0 },
      },
    ]);
    const bare = ({ values, categories }: (typeof opened.charts)[number]["series"][number]) => [
      values?.block,
      categories?.block,
    ];
    expect(opened.charts[0].series.map(bare)).toEqual(state.charts[0].series.map(bare));
    other.bench.engine.dispose();
  });

  it("is left as it was when a file is no workbook", async () => {
    const before = cells(state);
    const wrong = new TextEncoder().encode("geen werkmap");
    await expect(openXlsx(state, wrong, functions)).rejects.toThrow(NoWorkbook);
    expect(cells(state)).toEqual(before);
  });
});

it("a chart of which the figures are gone does not keep a workbook from being saved and opened", async () => {
  const addIn = await addInInNode(newestSet);
  await addIn.run(async (context) => {
    const { worksheets } = context.workbook;
    const source = worksheets.add("Bron");
    source.getRange("A1:B2").values = [
      ["Jaar", "Aantal"],
      ["2021", 5],
    ];
    const chart = worksheets.getItem("Blad1").charts.add("Line", source.getRange("A1:B2"), "Columns");
    chart.title.text = "Zonder cijfers";
    await context.sync();
    source.delete();
    await context.sync();
  });
  const { state, engine } = addIn.bench;
  engine.write(engine.sheetIds()[0], 0, 0, [["blijft"]]);
  const { bytes, leftOut } = await saveXlsx(state, "KNAP");
  expect(leftOut).toEqual([expect.stringMatching(/^grafieken zonder cijfers \(Grafiek 1\)$/)]);
  await openXlsx(state, bytes, functions);
  const corner = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
  expect(engine.values(engine.sheetIds()[0], corner)).toEqual([["blijft"]]);
  engine.dispose();
});

it("a name follows its sheet into the file", async () => {
  const addIn = await addInInNode(newestSet);
  await addIn.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Blad1");
    sheet.getRange("A1").values = [[5]];
    context.workbook.names.add("Doel", sheet.getRange("A1"));
    await context.sync();
    sheet.name = "Zuid 2022";
    sheet.getRange("B1").formulas = [["=Doel*2"]];
    await context.sync();
  });
  const { state, engine } = addIn.bench;
  await engine.settled();
  const { bytes } = await saveXlsx(state, "KNAP");
  await openXlsx(state, bytes, functions);
  await engine.settled();
  const cell = { startRow: 0, startColumn: 1, endRow: 0, endColumn: 1 };
  expect(engine.values(engine.sheetIds()[0], cell)).toEqual([[10]]);
  expect(state.names.map(({ formula }) => formula)).toEqual(["='Zuid 2022'!$A$1"]);
  engine.dispose();
});
