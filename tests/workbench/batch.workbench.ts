import { join } from "node:path";
import { createWorkbench, type Workbench } from "../../workbench/host/workbench";
import { nodeWindow, type NodeWindow } from "../office-js/node-window";
import { headlessUniver } from "../../workbench/engine/headless-univer";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

const officeFolder = join(__dirname, "../../node_modules/@microsoft/office-js/dist");
const origin = "https://localhost";

/** What Microsoft's own Office.js makes of the host's answers, in Node. */
describe.each([oldestSet, newestSet])("batches, with ExcelApi 1.%i declared", (excelApi) => {
  let window: NodeWindow;
  let bench: Workbench;
  let sent: string[];
  beforeAll(async () => {
    sent = [];
    bench = createWorkbench({
      univer: headlessUniver(),
      namespace: "KNAP",
      functions: [],
      origin,
      excelApi,
      post: (text) => window.post(text),
    });
    window = nodeWindow(officeFolder, origin, (text) => {
      sent.push(text);
      void bench.host.receive(text);
    });
    await (window.globals.Office as typeof Office).onReady();
  });
  afterAll(() => bench.engine.dispose());
  const run = <T>(work: (context: Excel.RequestContext) => Promise<T>) =>
    (window.globals.Excel as typeof Excel).run(work);
  const failureOf = (work: (context: Excel.RequestContext) => Promise<unknown>) =>
    run(work).then(
      () => null,
      (error: OfficeExtension.Error) => error,
    );

  it("is what the client takes for Excel on the web, with the declared set and none above it", async () => {
    const office = window.globals.Office as typeof Office;
    expect(await office.onReady()).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    expect(office.context.requirements.isSetSupported("ExcelApi", `1.${excelApi}`)).toBe(true);
    expect(office.context.requirements.isSetSupported("ExcelApi", `1.${excelApi + 1}`)).toBe(false);
  });

  it("takes a large write, which the client sends in pieces", async () => {
    const cells = Array.from({ length: 400 }, (_, row) => [row, row * 2, `r${row}`, row % 2 === 0, ""]);
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1:E400");
      range.values = cells;
      range.load(["values", "cellCount"]);
      await context.sync();
      return range.toJSON();
    });
    expect(read).toEqual({ cellCount: 2000, values: cells });
  });

  it("keeps a range over several syncs, and lets go of it after the run", async () => {
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("G1");
      range.values = [[1]];
      await context.sync();
      range.values = [[2]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[2]]);
      expect(bench.state.references.size).toBeGreaterThan(0);
    });
    // The client lets go in a batch of its own, after the run.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(bench.state.references.size).toBe(0);
  });

  it("does a path with an effect once, however often it is used", async () => {
    const before = bench.engine.sheetIds().length;
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("Eenmaal");
      sheet.load("name");
      sheet.getRange("A1").values = [["x"]];
      await context.sync();
      sheet.getRange("A2").values = [["y"]];
      await context.sync();
    });
    expect(bench.engine.sheetIds()).toHaveLength(before + 1);
  });

  it("carries a null object on: what hangs on it is null too, and changes nothing", async () => {
    const found = await run(async (context) => {
      const range = context.workbook.worksheets.getItemOrNullObject("Nergens").getRange("A1");
      range.load("values");
      await context.sync();
      return range.isNullObject;
    });
    expect(found).toBe(true);
  });

  it("stops at the first action that fails, keeps what was done before it, and says where", async () => {
    const error = await failureOf(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("I1").values = [["ervoor"]];
      context.workbook.worksheets.getItem("Nergens").getRange("A1").values = [["x"]];
      sheet.getRange("I2").values = [["erna"]];
      await context.sync();
    });
    expect(error).toMatchObject({ code: "ItemNotFound" });
    expect(error?.debugInfo.statement).toContain("worksheets.getItem(");
    const [sheet] = bench.engine.sheetIds();
    expect(bench.engine.values(sheet, { startRow: 0, startColumn: 8, endRow: 1, endColumn: 8 })).toEqual([
      ["ervoor"],
      [null],
    ]);
  });

  it.each([
    ["a property that does not exist", (sheet: Excel.Worksheet) => void sheet.load("naam")],
    ["a member that the host lacks", (sheet: Excel.Worksheet) => void sheet.shapes.load("items")],
  ])("refuses %s", async (_, use) => {
    const error = await failureOf(async (context) => {
      use(context.workbook.worksheets.getItem("Blad1"));
      await context.sync();
    });
    expect(error).toMatchObject({ code: "ApiNotFound" });
  });

  it.each([
    [
      "a matrix of another size than the range",
      (sheet: Excel.Worksheet) => void (sheet.getRange("A1:B2").values = [[1, 2]]),
    ],
    ["an address that is none", (sheet: Excel.Worksheet) => void sheet.getRange("A0").load("values")],
    ["a cell outside the sheet", (sheet: Excel.Worksheet) => void sheet.getRange("XFE1").load("values")],
  ])("refuses %s with InvalidArgument", async (_, use) => {
    const error = await failureOf(async (context) => {
      use(context.workbook.worksheets.getItem("Blad1"));
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  it("answers also when the workbench itself fails", async () => {
    const write = jest.spyOn(bench.engine, "write").mockImplementation(() => {
      throw new Error("een fout van de werkbank");
    });
    const told = jest.spyOn(console, "error").mockImplementation(() => {});
    const error = await failureOf(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [["x"]];
      await context.sync();
    });
    expect(error).toMatchObject({ code: "GeneralException" });
    expect(told).toHaveBeenCalled();
    write.mockRestore();
    told.mockRestore();
  });

  it("sends one batch at a sync, however many objects it names", async () => {
    const batches = () => sent.filter((text) => text.includes('"DispatchId":93')).length;
    await run(async (context) => {
      const before = batches();
      for (let row = 0; row < 30; row += 1) {
        context.workbook.worksheets.getItem("Blad1").getRange(`U${row + 1}`).values = [[row]];
      }
      await context.sync();
      expect(batches() - before).toBe(1);
    });
  });
});
