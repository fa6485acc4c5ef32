import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blockAt } from "../../workbench/host/model/range";
import { createWorkbench, type Workbench } from "../../workbench/host/workbench";
import { nodeWindow, type NodeWindow } from "../../workbench/host/node-window";
import { headlessUniver } from "../../workbench/engine/headless-univer";
import type { FunctionDescription } from "../../workbench/engine/custom-functions";

const root = join(__dirname, "../..");
const dist = join(root, "dist");
const origin = "https://localhost";

/** Seen with Microsoft's own Office.js in Node, against the workbench's host: not in Excel. */
describe("the built add-in in the workbench, in Node", () => {
  let window: NodeWindow;
  let bench: Workbench;
  let sheet: string;
  beforeAll(async () => {
    const { functions } = JSON.parse(readFileSync(join(dist, "functions.json"), "utf8")) as {
      functions: FunctionDescription[];
    };
    bench = createWorkbench({
      univer: headlessUniver(),
      namespace: "KNAP",
      functions,
      origin,
      excelApi: 12,
      post: (text) => window.post(text),
    });
    window = nodeWindow(join(root, "node_modules/@microsoft/office-js/dist"), origin, (text) => {
      void bench.host.receive(text);
    });
    window.load(join(dist, "functions.js"));
    await (window.globals.Office as typeof Office).onReady();
    await bench.ready();
    [sheet] = bench.engine.sheetIds();
  });
  afterAll(() => bench.engine.dispose());
  const run = <T>(work: (context: Excel.RequestContext) => Promise<T>) =>
    (window.globals.Excel as typeof Excel).run(work);
  const value = (address: string) => bench.engine.values(sheet, blockAt(address))[0][0];

  it("calculates a KNAP formula in the add-in's own runtime, and again when a cell changes", async () => {
    bench.engine.write(sheet, 0, 0, [[9], [10], [3], ["=KNAP.NPS(A1:A3)"]]);
    await bench.engine.settled();
    expect(value("A4")).toBeCloseTo(100 / 3, 9);
    bench.engine.write(sheet, 2, 0, [[9]]);
    await bench.engine.settled();
    expect(value("A4")).toBe(100);
  });

  it("lets the add-in write and read cells", async () => {
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("Blad1").getRange("C1:D2");
      range.values = [
        [1, "x"],
        ["=C1+1", true],
      ];
      await context.sync();
      await bench.engine.settled();
      range.load(["address", "values", "formulas", "valueTypes"]);
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({
      address: "Blad1!C1:D2",
      values: [
        [1, "x"],
        [2, true],
      ],
      formulas: [
        [1, "x"],
        ["=C1+1", true],
      ],
      valueTypes: [
        ["Double", "String"],
        ["Double", "Boolean"],
      ],
    });
  });

  it("refuses what it does not have with Excel's error for a missing API", async () => {
    const error = await run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").getRange("A1").format.autofitColumns();
      await context.sync();
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ApiNotFound" });
  });

  it("says which item does not exist", async () => {
    const error = await run(async (context) => {
      context.workbook.worksheets.getItem("Nergens").load("name");
      await context.sync();
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ItemNotFound" });
    const isNull = await run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Nergens");
      await context.sync();
      return missing.isNullObject;
    });
    expect(isNull).toBe(true);
  });
});
