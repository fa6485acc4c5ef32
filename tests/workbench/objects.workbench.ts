import { addInInNode, type AddInInNode } from "./add-in-in-node";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("objects of the workbook at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Object${(number += 1)}`);
      return await work(sheet, context);
    });

  it("sheets have a place, a name, gridlines and can be hidden; the last one in sight cannot", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.position = 0;
      sheet.name = "Vooraan";
      sheet.showGridlines = false;
      sheet.visibility = "Hidden";
      sheet.load(["position", "name", "showGridlines", "visibility"]);
      const first = context.workbook.worksheets.load("items/name");
      await context.sync();
      const { position, name, showGridlines, visibility } = sheet.toJSON();
      sheet.visibility = "Visible";
      await context.sync();
      return [position, name, showGridlines, visibility, first.items[0].name];
    });
    expect(seen).toEqual([0, "Vooraan", false, "Hidden", "Vooraan"]);
    const error = await addIn.failureOf(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      sheets.items.forEach((sheet) => (sheet.visibility = "Hidden"));
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidOperation" });
    await addIn.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      sheets.items.forEach((sheet) => (sheet.visibility = "Visible"));
      await context.sync();
    });
  });

  it.each(["", "a/b", "[a]", "x".repeat(32), "'a'"])("a sheet is not called %j", async (name) => {
    const error = await addIn.failureOf(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().name = name;
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });
});

describe.each([oldestSet, newestSet])("what happens outside a batch at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  beforeEach(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterEach(() => addIn.bench.engine.dispose());
  const write = async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[1]];
    await context.sync();
  };

  it("runs the function of a button on the ribbon, and waits until it is done", async () => {
    const office = addIn.window.globals.Office as typeof Office;
    const done: string[] = [];
    office.actions.associate("ververs", (event: Office.AddinCommands.Event) => {
      void addIn.run(write).then(() => {
        done.push("geschreven");
        event.completed();
      });
    });
    await addIn.bench.host.runCommand("ververs");
    expect(done).toEqual(["geschreven"]);
  });

  it("waits for the user to finish a cell when the add-in asks for that", async () => {
    const { faults } = addIn.bench;
    faults.isEditing = true;
    setTimeout(() => (faults.isEditing = false), 50);
    const run = (addIn.window.globals.Excel as typeof Excel).run;
    await run({ delayForCellEdit: true }, write);
    expect(faults.isEditing).toBe(false);
  });

  it("keeps the settings of the document when the add-in restarts", async () => {
    const settings = () => (addIn.window.globals.Office as typeof Office).context.document.settings;
    settings().set("laatste", { map: "extracten", aantal: 6 });
    await new Promise((resolve) => settings().saveAsync(resolve));
    await addIn.restart();
    expect(settings().get("laatste")).toEqual({ map: "extracten", aantal: 6 });
  });

  it("keeps the workbook when the add-in restarts; formulas that were asked meanwhile get their answer", async () => {
    const { engine } = addIn.bench;
    const [sheet] = engine.sheetIds();
    await addIn.run(write);
    const started = addIn.restart();
    engine.write(sheet, 0, 1, [[9], [10], [0], ["=KNAP.NPS(B1:B3)"]]);
    await started;
    await engine.settled();
    // Two promotors and one criticaster of three.
    const cell = (row: number, column: number) =>
      engine.values(sheet, { startRow: row, startColumn: column, endRow: row, endColumn: column })[0][0];
    expect(cell(3, 1)).toBeCloseTo(100 / 3, 9);
    expect(cell(0, 0)).toBe(1);
    expect(await addIn.failureOf(write)).toBeNull();
  });
});
