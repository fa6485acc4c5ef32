import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, not in Excel. */
describe.each([oldestSet, newestSet])("faults on demand at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  beforeEach(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterEach(() => addIn.bench.engine.dispose());
  const write = async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[1]];
    await context.sync();
  };
  const read = async (context: Excel.RequestContext) => {
    const range = context.workbook.worksheets.getItem("Blad1").getRange("A1");
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  };
  const shown = () => {
    const { engine } = addIn.bench;
    return engine.values(engine.sheetIds()[0], {
      startRow: 0,
      startColumn: 0,
      endRow: 0,
      endColumn: 0,
    })[0][0];
  };

  it("fails the batch that is named, and does nothing of it; the next goes well", async () => {
    addIn.bench.faults.errorAt = { batch: addIn.batches() + 1, code: "GeneralException" };
    expect(await addIn.failureOf(write)).toMatchObject({ code: "GeneralException" });
    expect(shown()).toBeNull();
    expect(await addIn.failureOf(write)).toBeNull();
    expect(shown()).toBe(1);
  });

  it("refuses all while the user types in a cell", async () => {
    addIn.bench.faults.isEditing = true;
    expect(await addIn.failureOf(read)).toMatchObject({ code: "InvalidOperationInCellEditMode" });
  });

  it("reads a workbook that is read only, and refuses to write in it", async () => {
    addIn.bench.faults.isReadOnly = true;
    expect(await addIn.run(read)).toEqual([[""]]);
    expect(await addIn.failureOf(write)).toMatchObject({ code: "AccessDenied" });
    expect(shown()).toBeNull();
  });

  it("refuses a request of more than 5 MB", async () => {
    const error = await addIn.failureOf(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("A1");
      range.values = [["x".repeat(5 * 1024 * 1024)]];
      await context.sync();
    });
    expect(error).toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
  });

  it("is slow", async () => {
    addIn.bench.faults.delay = 100;
    const started = performance.now();
    await addIn.run(read);
    expect(performance.now() - started).toBeGreaterThan(95);
  });

  it("lets another user change a cell in the middle", async () => {
    const { engine, faults } = addIn.bench;
    const second = addIn.batches() + 2;
    faults.otherUser = (batch) => {
      if (batch === second) engine.write(engine.sheetIds()[0], 0, 0, [["van een ander"]]);
    };
    const [before, after] = await addIn.run(async (context) => [await read(context), await read(context)]);
    expect([before, after]).toEqual([[[""]], [["van een ander"]]]);
  });

  it("passes blanks as 0, as desktop Excel does: KNAP looks them up in the sheet and does not count them", async () => {
    const { engine } = addIn.bench;
    engine.setBlanks("zero");
    // 9 is a promotor and 0 a criticaster, the third cell is blank: 0; with the blank as a criticaster it were -33.3.
    engine.write(engine.sheetIds()[0], 0, 1, [[9], [0], [""], ["=KNAP.NPS(B1:B3)"]]);
    await engine.settled();
    const cell = { startRow: 3, startColumn: 1, endRow: 3, endColumn: 1 };
    expect(engine.values(engine.sheetIds()[0], cell)).toEqual([[0]]);
  });

  it("passes blanks as 0: of a whole column too, where Excel tells nothing of its cells at once", async () => {
    const { engine } = addIn.bench;
    engine.setBlanks("zero");
    // 9 is a promotor and 0 a criticaster: 0; were the blanks below them counted, it would be nearly -100.
    engine.write(engine.sheetIds()[0], 0, 1, [[9], [0], [""]]);
    engine.write(engine.sheetIds()[0], 0, 3, [["=KNAP.NPS(B:B)"]]);
    await engine.settled();
    const cell = { startRow: 0, startColumn: 3, endRow: 0, endColumn: 3 };
    expect(engine.values(engine.sheetIds()[0], cell)).toEqual([[0]]);
  });

  it("lets a KNAP formula wait while the user types in a cell, and calculates it after that", async () => {
    const { engine, faults } = addIn.bench;
    engine.setBlanks("zero");
    faults.isEditing = true;
    engine.write(engine.sheetIds()[0], 0, 1, [[9], [0], [""], ["=KNAP.NPS(B1:B3)"]]);
    await new Promise((resolve) => setTimeout(resolve, 800));
    faults.isEditing = false;
    await engine.settled();
    const cell = { startRow: 3, startColumn: 1, endRow: 3, endColumn: 1 };
    expect(engine.values(engine.sheetIds()[0], cell)).toEqual([[0]]);
  });
});
