import { addInInNode, type AddInInNode } from "./add-in-in-node";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("events at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let told: [string, Record<string, unknown>][];
  beforeEach(async () => {
    addIn = await addInInNode(excelApi);
    told = [];
  });
  afterEach(() => addIn.bench.engine.dispose());
  const hear = (name: string) => (args: unknown) => {
    told.push([name, JSON.parse(JSON.stringify(args)) as Record<string, unknown>]);
    return Promise.resolve();
  };
  const first = () => addIn.bench.engine.sheetIds()[0];
  /** Told from ExcelApi 1.14 on. */
  const trigger = (triggerSource: string) => (excelApi >= 14 ? { triggerSource } : {});
  /** Events go by messages, so they come some turns later. */
  const turns = () => new Promise((resolve) => setTimeout(resolve, 20));
  const cell = (row: number, column: number) => ({
    startRow: row,
    startColumn: column,
    endRow: row,
    endColumn: column,
  });

  it("tells of a cell that the user changes, to the sheet's own handlers and those of all sheets", async () => {
    await addIn.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Blad1").onChanged.add(hear("sheet"));
      worksheets.onChanged.add(hear("sheets"));
      await context.sync();
    });
    addIn.bench.engine.write(first(), 1, 2, [[5]]);
    await turns();
    const expected = {
      address: "C2",
      changeType: "RangeEdited",
      details: { valueBefore: "", valueAfter: 5, valueTypeBefore: "Empty", valueTypeAfter: "Double" },
      source: "Local",
      ...trigger("Unknown"),
      type: "WorksheetChanged",
      worksheetId: first(),
    };
    expect(told).toEqual([
      ["sheet", expected],
      ["sheets", expected],
    ]);
  });

  it("tells of the add-in's own change when its batch is done, and of another user's", async () => {
    const write = (value: number) =>
      addIn.run(async (context) => {
        context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[value]];
        await context.sync();
      });
    await addIn.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").onChanged.add(hear("changed"));
      await context.sync();
    });
    await write(1);
    await turns();
    addIn.bench.faults.otherUser = () => addIn.bench.engine.write(first(), 4, 0, [["van een ander"]]);
    await addIn.run((context) => context.sync());
    await turns();
    expect(told).toMatchObject([
      ["changed", { address: "A1", ...trigger("ThisLocalAddin"), source: "Local" }],
      ["changed", { address: "A5", ...trigger("Unknown"), source: "Remote" }],
    ]);
  });

  it("lets a handler get the range of its event", async () => {
    const values: unknown[] = [];
    await addIn.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").onChanged.add((event) =>
        addIn.run(async (inner) => {
          const range = event.getRange(inner).load("values");
          await inner.sync();
          values.push(range.toJSON().values);
        }),
      );
      await context.sync();
    });
    addIn.bench.engine.write(first(), 0, 0, [[1, 2]]);
    await turns();
    expect(values).toEqual([[[1, 2]]]);
  });

  it("tells of calculation, of looks, and of sheets that come, are gone to and go", async () => {
    await addIn.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem("Blad1");
      sheet.onCalculated.add(hear("calculated"));
      sheet.onFormatChanged.add(hear("format"));
      worksheets.onAdded.add(hear("added"));
      worksheets.onActivated.add(hear("activated"));
      worksheets.onDeactivated.add(hear("deactivated"));
      worksheets.onDeleted.add(hear("deleted"));
      await context.sync();
    });
    const { engine } = addIn.bench;
    engine.write(first(), 0, 0, [["=1+1"]]);
    await engine.settled();
    engine.dress(first(), cell(0, 0), { bl: 1 });
    const other = engine.addSheet("Blad2");
    engine.activate(other);
    engine.removeSheet(other);
    await turns();
    expect(told).toMatchObject([
      ["calculated", { worksheetId: first(), address: "A1" }],
      ["format", { address: "A1" }],
      ["added", { worksheetId: other }],
      ["deactivated", { worksheetId: first() }],
      ["activated", { worksheetId: other }],
      ["deactivated", { worksheetId: other }],
      ["activated", { worksheetId: first() }],
      ["deleted", { worksheetId: other }],
    ]);
  });

  it("tells of the selection, of a sheet and of the workbook", async () => {
    await addIn.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").onSelectionChanged.add(hear("sheet"));
      context.workbook.onSelectionChanged.add(hear("workbook"));
      await context.sync();
    });
    await turns();
    addIn.bench.engine.select(first(), { ...cell(1, 1), endRow: 3 });
    await turns();
    expect(told.map(([name]) => name).sort()).toEqual(["sheet", "workbook"]);
    expect(told.find(([name]) => name === "sheet")?.[1]).toMatchObject({ address: "B2:B4" });
  });

  it("tells of a change in a table", async () => {
    await addIn.run(async (context) => {
      const table = context.workbook.tables.add("Blad1!A1:B3", true);
      table.onChanged.add(hear("table"));
      context.workbook.tables.onChanged.add(hear("tables"));
      await context.sync();
    });
    addIn.bench.engine.write(first(), 5, 0, [["ernaast"]]);
    addIn.bench.engine.write(first(), 1, 1, [[5]]);
    await turns();
    expect(told.map(([name, { address }]) => [name, address])).toEqual([
      ["table", "B2"],
      ["tables", "B2"],
    ]);
  });

  it("tells nothing any more when the handler is taken away, or when the add-in wants no events", async () => {
    const handler = await addIn.run(async (context) => {
      const added = context.workbook.worksheets.getItem("Blad1").onChanged.add(hear("changed"));
      context.runtime.enableEvents = false;
      await context.sync();
      return added;
    });
    addIn.bench.engine.write(first(), 0, 0, [[1]]);
    await addIn.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    addIn.bench.engine.write(first(), 1, 0, [[1]]);
    await turns();
    (handler as unknown as { remove: () => void }).remove();
    await (handler.context as Excel.RequestContext).sync();
    addIn.bench.engine.write(first(), 2, 0, [[1]]);
    await turns();
    expect(told.map(([, { address }]) => address)).toEqual(["A2"]);
  });
  it("tells the other handler when one of two is removed", async () => {
    const told: string[] = [];
    const listen = (name: string) =>
      addIn.run(async (context) => {
        const added = context.workbook.worksheets.onChanged.add(() => Promise.resolve(void told.push(name)));
        await context.sync();
        return added;
      });
    const one = await listen("een");
    await listen("twee");
    one.remove();
    await (one.context as Excel.RequestContext).sync();
    addIn.bench.engine.write(first(), 7, 0, [[1]]);
    await turns();
    expect(told).toEqual(["twee"]);
  });
});

describe("the event of a name that changes", () => {
  const renamed = async (excelApi: number) => {
    const addIn = await addInInNode(excelApi);
    const told: unknown[] = [];
    const failure = await addIn.failureOf(async (context) => {
      context.workbook.worksheets.onNameChanged.add((args) =>
        Promise.resolve(void told.push(args.nameAfter)),
      );
      await context.sync();
    });
    const { engine } = addIn.bench;
    engine.renameSheet(engine.sheetIds()[0], "Anders");
    await new Promise((resolve) => setTimeout(resolve, 20));
    engine.dispose();
    return { told, code: failure?.code };
  };
  it("is there from ExcelApi 1.17 on", async () => {
    expect(await renamed(17)).toEqual({ told: ["Anders"], code: undefined });
    expect(await renamed(12)).toEqual({ told: [], code: "ApiNotFound" });
  });
});
