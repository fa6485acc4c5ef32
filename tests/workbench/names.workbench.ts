import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { define, formulaOf } from "../../workbench/host/model/named-item";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("names at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Naam${(number += 1)}`);
      return await work(sheet, context);
    });
  const failureOfAdd = (name: string, reference: string) =>
    addIn.failureOf(async (context) => {
      context.workbook.names.add(name, reference);
      await context.sync();
    });

  it("lead to their cells, calculate, and say what they are for", async () => {
    const name = `Doel${excelApi}`;
    const seen = await onSheet(async (sheet, context) => {
      const { names } = context.workbook;
      sheet.getRange("A1:A2").values = [[3], [4]];
      names.add(name, sheet.getRange("A1:A2"), "Wat wij willen halen");
      sheet.getRange("B1").formulas = [[`=SUM(${name})`]];
      const named = names.getItem(name.toLowerCase());
      named.load("name, formula, type, comment, scope");
      const place = named.getRange().load("address");
      const missing = names.getItemOrNullObject("Nergens");
      await context.sync();
      await addIn.bench.engine.settled();
      const sum = sheet.getRange("B1").load("values");
      await context.sync();
      const { formula, type, comment, scope } = named.toJSON();
      named.comment = "Anders";
      named.load("comment");
      await context.sync();
      return {
        of: [named.name, formula, type, comment, scope, named.comment],
        place: place.address,
        missing: missing.isNullObject,
        sum: sum.toJSON().values,
      };
    });
    const cells = `Naam${number}!$A$1:$A$2`;
    expect(seen).toEqual({
      of: [name, `=${cells}`, "Range", "Wat wij willen halen", "Workbook", "Anders"],
      place: cells.replaceAll("$", ""),
      missing: true,
      sum: [[7]],
    });
  });

  it.each([
    ["=1", "Integer"],
    ["=-2.5", "Double"],
    ["=5%", "Double"],
    ['="ja"', "String"],
    ["=TRUE", "Boolean"],
    ["=#N/A", "Error"],
    ["={1,2}", "Array"],
  ])("of %s are of the type %s, and no range", async (formula, type) => {
    const seen = await addIn.run(async (context) => {
      const named = context.workbook.names.add(`Vast${(number += 1)}_${excelApi}`, formula);
      named.load("type, formula");
      const range = named.getRangeOrNullObject();
      await context.sync();
      return [named.type, named.formula, range.isNullObject];
    });
    expect(seen).toEqual([type, formula, true]);
    const error = await addIn.failureOf(async (context) => {
      context.workbook.names.getItem(`Vast${number}_${excelApi}`).getRange().load("address");
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidReference" });
  });

  it("of a calculation do not say of what type that is, but calculate", async () => {
    const name = `Som_${excelApi}`;
    const value = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:A2").values = [[3], [4]];
      context.workbook.names.add(name, `=SUM(Naam${number}!$A$1:$A$2)`);
      sheet.getRange("B1").formulas = [[`=${name}*2`]];
      await context.sync();
      await addIn.bench.engine.settled();
      const cell = sheet.getRange("B1").load("values");
      await context.sync();
      return cell.toJSON().values;
    });
    expect(value).toEqual([[14]]);
    const error = await addIn.failureOf(async (context) => {
      context.workbook.names.getItem(name).load("type");
      await context.sync();
    });
    expect(error).toMatchObject({ code: "NotImplemented" });
  });

  it.each(["A1", "xfd1048576", "R1C1", "R1C", "RC", "r", "C", "TRUE", "met spatie", "1e", "a!b", ""])(
    "are not %j",
    async (name) => {
      expect(await failureOfAdd(name, "=1")).toMatchObject({ code: "InvalidArgument" });
    },
  );

  it.each(["XFE1", "ABCD1", "RC_", "_x", "Een.twee"])("can be %j", async (name) => {
    expect(await failureOfAdd(name, "=1")).toBeNull();
  });

  it("that the engine does not take are refused, and are not there", async () => {
    const name = `Één_${excelApi}`;
    expect(await failureOfAdd(name, "=1")).toMatchObject({ code: "NotImplemented" });
    expect(addIn.bench.state.names.map((one) => one.name)).not.toContain(name);
  });

  it.each(["Naam1!$A$1", "tekst", "=A1", "=$A$1", "=Blad1!A1", "=Blad1!$A1:B$2"])(
    "do not refer to %j, which Excel takes",
    async (reference) => {
      expect(await failureOfAdd(`Verw${(number += 1)}_${excelApi}`, reference)).toMatchObject({
        code: "NotImplemented",
      });
    },
  );

  it("are no two the same, nor that of a table", async () => {
    await onSheet(async (sheet, context) => {
      context.workbook.names.add(`Enig${excelApi}`, "=1");
      sheet.getRange("A1").values = [["Kop"]];
      sheet.tables.add("A1:A2", true).name = `Lijst${excelApi}`;
      await context.sync();
    });
    expect(await failureOfAdd(`ENIG${excelApi}`, "=1")).toMatchObject({ code: "ItemAlreadyExists" });
    expect(await failureOfAdd(`lijst${excelApi}`, "=1")).toMatchObject({ code: "ItemAlreadyExists" });
  });

  it("are deleted: they are gone, and may be used again", async () => {
    const name = `Weg_${excelApi}`;
    const isGone = await addIn.run(async (context) => {
      context.workbook.names.add(name, "=5");
      await context.sync();
      context.workbook.names.getItem(name).delete();
      const gone = context.workbook.names.getItemOrNullObject(name);
      await context.sync();
      return gone.isNullObject;
    });
    expect(isGone).toBe(true);
    expect(await failureOfAdd(name, "=6")).toBeNull();
    const error = await addIn.failureOf(async (context) => {
      const named = context.workbook.names.getItem(name).load("name");
      await context.sync();
      named.delete();
      await context.sync();
      named.load("formula");
      await context.sync();
    });
    expect(error).toMatchObject({ code: "ItemNotFound" });
  });

  it("follow the name of their sheet, and have no cells when it is deleted", async () => {
    const name = `Volgt${excelApi}`;
    await onSheet(async (sheet, context) => {
      context.workbook.names.add(name, sheet.getRange("B2"));
      sheet.name = `Anders ${excelApi}`;
      await context.sync();
    });
    const seen = () =>
      addIn.run(async (context) => {
        const named = context.workbook.names.getItem(name).load("formula, type");
        const range = named.getRangeOrNullObject();
        await context.sync();
        return [named.formula, named.type, range.isNullObject];
      });
    expect(await seen()).toEqual([`='Anders ${excelApi}'!$B$2`, "Range", false]);
    await addIn.run(async (context) => {
      context.workbook.worksheets.getItem(`Anders ${excelApi}`).delete();
      await context.sync();
    });
    expect(await seen()).toEqual(["=#REF!$B$2", "Error", true]);
  });

  it("can be made on a protected sheet: they are of the workbook", async () => {
    const error = await addIn.failureOf(async (context) => {
      const sheet = context.workbook.worksheets.add(`Naam${(number += 1)}`);
      sheet.protection.protect();
      context.workbook.names.add(`Vrij${excelApi}`, sheet.getRange("A1"));
      await context.sync();
    });
    expect(error).toBeNull();
  });
});

describe("names in a file", () => {
  it("refer to the same cells, with or without = when they are read", async () => {
    const { bench } = await addInInNode(newestSet);
    define(bench.state, "Met", "=Blad1!$A$1");
    define(bench.state, "Zonder", "Blad1!$B$1");
    const { engine, state } = bench;
    const [sheet] = engine.sheetIds();
    engine.write(sheet, 0, 0, [[3, 4, "=Met+Zonder"]]);
    await engine.settled();
    expect(engine.values(sheet, { startRow: 0, startColumn: 2, endRow: 0, endColumn: 2 })).toEqual([[7]]);
    const { bytes } = await saveXlsx(state, "KNAP");
    await openXlsx(state, bytes, []);
    expect(state.names.map((one) => [one.name, formulaOf(state, one)])).toEqual([
      ["Met", "=Blad1!$A$1"],
      ["Zonder", "=Blad1!$B$1"],
    ]);
    engine.dispose();
  });
});
