import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run((context) => work(context.workbook.worksheets.add(`Slot${(number += 1)}`), context));
  const failureOf = (work: (sheet: Excel.Worksheet) => void) =>
    addIn.failureOf(async (context) => {
      work(context.workbook.worksheets.add(`Slot${(number += 1)}`));
      await context.sync();
    });

  describe("a protected sheet", () => {
    it("refuses changes, allows reading, and takes changes when it is not protected any more", async () => {
      const seen = await onSheet(async (sheet, context) => {
        const { protection } = sheet;
        sheet.getRange("A1").values = [[1]];
        protection.protect(undefined, "geheim");
        protection.load("protected");
        const range = sheet.getRange("A1").load("values");
        await context.sync();
        const before = [protection.protected, range.toJSON().values];
        protection.unprotect("geheim");
        sheet.getRange("A1").values = [[2]];
        protection.load("protected");
        range.load("values");
        await context.sync();
        return [before, [protection.protected, range.toJSON().values]];
      });
      expect(seen).toEqual([
        [true, [[1]]],
        [false, [[2]]],
      ]);
    });

    it.each<[string, (sheet: Excel.Worksheet) => void]>([
      ["values", (sheet) => (sheet.getRange("A1").values = [[1]])],
      ["formulas", (sheet) => (sheet.getRange("A1").formulas = [["=1"]])],
      ["number formats", (sheet) => (sheet.getRange("A1").numberFormat = [["0"]])],
      ["fills", (sheet) => (sheet.getRange("A1").format.fill.color = "#FF0000")],
      ["column widths", (sheet) => (sheet.getRange("A1").format.columnWidth = 50)],
      ["clearing", (sheet) => sheet.getRange("A1").clear()],
      ["frozen rows", (sheet) => sheet.freezePanes.freezeRows(1)],
      ["no frozen panes", (sheet) => sheet.freezePanes.unfreeze()],
      ["to be protected again", (sheet) => sheet.protection.protect()],
    ])("refuses %s", async (_, change) => {
      const error = await failureOf((sheet) => {
        sheet.protection.protect();
        change(sheet);
      });
      expect(error).toMatchObject({ code: "AccessDenied" });
    });

    it("keeps its protection when the password is wrong", async () => {
      const unprotect = (password: string | undefined, given: string | undefined) =>
        failureOf((sheet) => {
          sheet.protection.protect(undefined, password);
          sheet.protection.unprotect(given);
          sheet.getRange("A1").values = [[1]];
        });
      expect(await unprotect("geheim", "fout")).toMatchObject({ code: "BadPassword" });
      expect(await unprotect("geheim", undefined)).toMatchObject({ code: "BadPassword" });
      expect(await unprotect("geheim", "geheim")).toBeNull();
      // Without a password any will do.
      expect(await unprotect(undefined, "iets")).toBeNull();
      expect(await failureOf((sheet) => sheet.protection.unprotect())).toBeNull();
    });

    it("has no exceptions, which are refused", async () => {
      const protect = (options: object) => failureOf((sheet) => sheet.protection.protect(options));
      expect(await protect({ allowSort: false, selectionMode: "Normal" })).toBeNull();
      expect(await protect({ allowSort: true })).toMatchObject({ code: "NotImplemented" });
      expect(await protect({ selectionMode: "None" })).toMatchObject({ code: "NotImplemented" });
      expect(await protect({ allowAlles: true })).toMatchObject({ code: "InvalidArgument" });
      expect(await protect({ allowSort: "ja" })).toMatchObject({ code: "InvalidArgument" });
      expect(await protect({ selectionMode: "Anders" })).toMatchObject({ code: "InvalidArgument" });
    });
  });

  describe("frozen panes", () => {
    const location = (freeze: (panes: Excel.WorksheetFreezePanes, sheet: Excel.Worksheet) => void) =>
      onSheet(async (sheet, context) => {
        freeze(sheet.freezePanes, sheet);
        const range = sheet.freezePanes.getLocationOrNullObject().load("address");
        await context.sync();
        return range.isNullObject ? null : range.address.replace(/^.*!/, "");
      });

    it.each<[string, string | null, (panes: Excel.WorksheetFreezePanes, sheet: Excel.Worksheet) => void]>([
      ["two rows", "1:2", (panes) => panes.freezeRows(2)],
      ["a row, when no number is given", "1:1", (panes) => panes.freezeRows()],
      ["two columns", "A:B", (panes) => panes.freezeColumns(2)],
      ["a column, when no number is given", "A:A", (panes) => panes.freezeColumns()],
      ["rows and columns", "A1:B3", (panes) => panes.freezeAt("A1:B3")],
      ["cells of a range", "A1:B3", (panes, sheet) => panes.freezeAt(sheet.getRange("A1:B3"))],
      ["whole rows", "1:2", (panes) => panes.freezeAt("1:2")],
      ["whole columns", "A:B", (panes) => panes.freezeAt("A:B")],
      ["columns after rows", "A:A", (panes) => (panes.freezeRows(1), panes.freezeColumns(1))],
      ["no rows", null, (panes) => (panes.freezeRows(1), panes.freezeRows(0))],
      ["nothing", null, (panes) => (panes.freezeAt("A1"), panes.unfreeze())],
      ["null", null, (panes) => (panes.freezeAt("A1"), panes.freezeAt(null as never))],
    ])("are %s: %s", async (_, address, freeze) => {
      expect(await location(freeze)).toBe(address);
    });

    it.each<[string, string, (panes: Excel.WorksheetFreezePanes) => void]>([
      ["a part of a row", "InvalidArgument", (panes) => panes.freezeRows(1.5)],
      ["fewer than none", "InvalidArgument", (panes) => panes.freezeColumns(-1)],
      ["cells of another sheet", "InvalidArgument", (panes) => panes.freezeAt("Blad1!A1:B2")],
      ["all cells", "InvalidArgument", (panes) => panes.freezeAt("A1:XFD1048576")],
      ["cells in the middle", "NotImplemented", (panes) => panes.freezeAt("B2:C3")],
      ["a place without any", "ItemNotFound", (panes) => panes.getLocation().load("address")],
    ])("are not %s: %s", async (_, code, freeze) => {
      expect(await failureOf((sheet) => freeze(sheet.freezePanes))).toMatchObject({ code });
    });

    it("have a place", async () => {
      const place = await onSheet(async (sheet, context) => {
        sheet.freezePanes.freezeAt("A1:C1");
        const range = sheet.freezePanes.getLocation().load("address");
        await context.sync();
        return range.address;
      });
      expect(place).toBe(`Slot${number}!A1:C1`);
    });
  });
});
