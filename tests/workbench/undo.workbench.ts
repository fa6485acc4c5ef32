import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { blockAt } from "../../workbench/host/model/addresses";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, not in Excel. */
describe.each([oldestSet, newestSet])("taking back what the add-in did, at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  beforeEach(async () => {
    addIn = await addInInNode(excelApi);
    await addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("A1:B3").values = [
        ["Jaar", "Aantal"],
        [2021, 5],
        [2022, 6],
      ];
      await context.sync();
    });
  });
  afterEach(() => addIn.bench.engine.dispose());

  /** What a user sees of the workbook. */
  const seen = async () => {
    const { engine, state } = addIn.bench;
    await engine.settled();
    const [sheet] = engine.sheetIds();
    const block = blockAt("A1:C5");
    return structuredClone({
      values: engine.values(sheet, block),
      formulas: engine.formulas(sheet, block),
      looks: engine.looks(sheet, block),
      tables: engine.tables().map(({ name, block: cells }) => ({ name, cells })),
      sheets: engine.sheetIds(),
      formats: state.conditionalFormats,
      charts: state.charts,
      names: state.names,
      comments: state.comments,
      validations: state.validations,
      styles: [...state.tableStyles],
    });
  };

  it("takes back all of one sync at once, and does it again", async () => {
    const before = await seen();
    await addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("A2:C2").formulas = [["=2000+20", "x", 7]];
      sheet.getRange("A1:B1").format.fill.color = "#FF0000";
      sheet.getRange("B2:B3").numberFormat = [["0.0"], ["0.0"]];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Cijfers";
      table.style = "TableStyleLight1";
      const rule = sheet.getRange("B2:B3").conditionalFormats.add("CellValue").cellValue;
      rule.rule = { formula1: "=5", operator: "GreaterThan" };
      rule.format.font.color = "#00FF00";
      sheet.charts.add("Line", sheet.getRange("A1:B3")).title.text = "Verloop";
      context.workbook.names.add("Doel", sheet.getRange("A2"));
      context.workbook.comments.add("Blad1!B2", "Waarom?");
      sheet.getRange("C1").dataValidation.rule = { list: { inCellDropDown: true, source: "ja,nee" } };
      await context.sync();
    });
    const after = await seen();
    expect(after).not.toEqual(before);
    await addIn.bench.engine.undo.undo();
    expect(await seen()).toEqual(before);
    await addIn.bench.engine.undo.redo();
    expect(await seen()).toEqual(after);
  });

  it("has a step for each sync", async () => {
    const write = (address: string) =>
      addIn.run(async (context) => {
        context.workbook.worksheets.getItem("Blad1").getRange(address).values = [[1]];
        await context.sync();
      });
    const states = [await seen()];
    await write("C1");
    states.push(await seen());
    await write("C2");
    await addIn.bench.engine.undo.undo();
    expect(await seen()).toEqual(states[1]);
    await addIn.bench.engine.undo.undo();
    expect(await seen()).toEqual(states[0]);
  });

  it("takes back nothing when a sheet was added or deleted", async () => {
    await addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Nieuw");
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    });
    const after = await seen();
    await addIn.bench.engine.undo.undo();
    expect(await seen()).toEqual(after);
  });
});
