import { addInInNode, type AddInInNode } from "./add-in-in-node";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("ranges at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  /** Does the work on a sheet of its own. */
  const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Bereik${(number += 1)}`);
      return await work(sheet, context);
    });
  /** The cells of each range, without the name of the sheet; null for a null object. */
  const addressesOf = (find: (sheet: Excel.Worksheet) => Excel.Range[]) =>
    onSheet(async (sheet, context) => {
      const ranges = find(sheet);
      ranges.forEach((range) => range.load("address"));
      await context.sync();
      return ranges.map((range) => (range.isNullObject ? null : range.toJSON().address?.replace(/^.*!/, "")));
    });

  it("lead to other ranges", async () => {
    expect(
      await addressesOf((sheet) => {
        const range = sheet.getRange("B2:D5");
        return [
          range.getOffsetRange(1, 2),
          range.getResizedRange(-1, 1),
          range.getAbsoluteResizedRange(1, 2),
          range.getCell(0, 1),
          range.getRow(3),
          range.getColumn(2),
          range.getLastCell(),
          range.getLastRow(),
          range.getLastColumn(),
          range.getEntireRow().getEntireColumn(),
          range.getBoundingRect("F1"),
          range.getIntersection("C1:C3"),
          range.getIntersectionOrNullObject("F9"),
          sheet.getRangeByIndexes(1, 2, 3, 4),
        ];
      }),
    ).toEqual([
      "D3:F6",
      "B2:E4",
      "B2:C2",
      "C2",
      "B5:D5",
      "D2:D5",
      "D5",
      "B5:D5",
      "D2:D5",
      "1:1048576",
      "B1:F5",
      "C2:C3",
      null,
      "C2:F4",
    ]);
  });

  it("have no cells outside the sheet", async () => {
    const error = await addIn.failureOf(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").getOffsetRange(-1, 0).load("address");
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  it("know which of their cells are used; a look is a use, unless only values are asked for", async () => {
    expect(
      await addressesOf((sheet) => {
        sheet.getRange("B2:C3").values = [
          [1, 2],
          [3, 4],
        ];
        sheet.getRange("E9").format.fill.color = "#FF0000";
        return [
          sheet.getUsedRange(),
          sheet.getUsedRange(true),
          sheet.getRange("C1:Z99").getUsedRange(true),
          sheet.getRange("G1:Z99").getUsedRangeOrNullObject(),
        ];
      }),
    ).toEqual(["B2:E9", "B2:C3", "C2:C3", null]);
  });

  it("show their text as Dutch Excel does", async () => {
    const text = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:F1");
      range.values = [[0.185, 1234.5, "naam", true, "", 46022]];
      range.numberFormat = [["0.0%", "#,##0.00", "General", "General", "General", "dd-mm-yyyy"]];
      range.load("text");
      await context.sync();
      return range.text;
    });
    // 46022 is 31 December 2025: 1 January 2026 is day 46023 from 30 December 1899.
    expect(text).toEqual([["18,5%", "1.234,50", "naam", "WAAR", "", "31-12-2025"]]);
  });

  it("know what spills, from where and to where", async () => {
    const spilled = await onSheet(async (sheet, context) => {
      sheet.getRange("B2").formulas = [["=SEQUENCE(3,2)"]];
      await context.sync();
      await addIn.bench.engine.settled();
      const ranges = [
        sheet.getRange("B2").getSpillingToRange(),
        sheet.getRange("C4").getSpillParent(),
        sheet.getRange("C4").getSpillingToRangeOrNullObject(),
        sheet.getRange("E9").getSpillParentOrNullObject(),
      ];
      const parts = ["B2:C4", "C4:D4", "E9"].map((address) => sheet.getRange(address).load("hasSpill"));
      ranges.forEach((range) => range.load("address"));
      await context.sync();
      return {
        addresses: ranges.map((range) => (range.isNullObject ? null : range.toJSON().address)),
        hasSpill: parts.map((range) => range.toJSON().hasSpill),
      };
    });
    const name = `Bereik${number}`;
    expect(spilled).toEqual({
      addresses: [`${name}!B2:C4`, `${name}!B2`, null, null],
      hasSpill: [true, null, false],
    });
  });

  it("are selected, and the selection is what the user has selected", async () => {
    const [selected, active, sheetName] = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:C3").select();
      const range = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return [range.address, cell.address, active.name];
    });
    const name = `Bereik${number}`;
    expect([selected, active, sheetName]).toEqual([`${name}!B2:C3`, `${name}!B2`, name]);
  });

  it("are cleared of what they hold, of their look, or of both", async () => {
    const left = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1, 2, 3]];
      range.format.font.bold = true;
      sheet.getRange("A1").clear("Contents");
      sheet.getRange("B1").clear("Formats");
      sheet.getRange("C1").clear();
      range.load("values");
      const bold = ["A1", "B1", "C1"].map((address) => sheet.getRange(address).format.font.load("bold"));
      await context.sync();
      return [range.toJSON().values, bold.map((font) => font.toJSON().bold)];
    });
    expect(left).toEqual([[["", 2, ""]], [true, false, false]]);
  });
});
