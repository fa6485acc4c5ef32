import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, with Microsoft's own Office.js; not in Excel. */
describe.each([oldestSet, newestSet])("cells and sheets at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  /** A new sheet for each test. */
  let count = 0;
  let name = "";
  beforeEach(async () => {
    name = `Proef ${(count += 1)}`;
    await addIn.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
  });
  const on = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run((context) => work(context.workbook.worksheets.getItem(name), context));
  const codeOf = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
    addIn
      .failureOf(async (context) => {
        work(context.workbook.worksheets.getItem(name), context);
        await context.sync();
      })
      .then((error) => error?.code ?? null);
  /** What the client takes for the given type, though it is another one: it does not check. */
  const wrong = <T>(value: unknown) => value as T;

  describe("an address", () => {
    it.each([
      ["b2", "B2"],
      ["$A$1:B$2", "A1:B2"],
      ["B2:A1", "A1:B2"],
      ["C:A", "A:C"],
      ["3:2", "2:3"],
      ["XFD1048576", "XFD1048576"],
    ])("%s is that of %s", async (given, expected) => {
      const address = await on(async (sheet, context) => {
        const range = sheet.getRange(given).load("address");
        await context.sync();
        return range.address;
      });
      expect(address).toBe(`'${name}'!${expected}`);
    });

    it.each([
      "A0",
      "A",
      "1",
      "A1:",
      "1:A",
      "A:B2",
      "A1:B2:C3",
      "A$$1",
      "A1,B2",
      "XFE1",
      "A1048577",
      "",
      "É1",
    ])("%s is none", async (given) => {
      expect(await codeOf((sheet) => void sheet.getRange(given).load("address"))).toBe("InvalidArgument");
    });

    it("may be a name, a table, or have the name of its own sheet", async () => {
      const found = await on(async (sheet, context) => {
        sheet.getRange("A1:A2").values = [["Kop"], [1]];
        const table = sheet.tables.add("A1:A2", true);
        table.name = `Tabel_${count}`;
        context.workbook.names.add(`Naam_${count}`, sheet.getRange("C3"));
        await context.sync();
        const ranges = [`Naam_${count}`, `tabel_${count}`, `'${name}'!D4`].map((one) =>
          sheet.getRange(one).load("address"),
        );
        await context.sync();
        return ranges.map(({ address }) => address.split("!")[1]);
      });
      expect(found).toEqual(["C3", "A1:A2", "D4"]);
    });

    it("of another sheet is refused", async () => {
      expect(await codeOf((sheet) => void sheet.getRange("Blad1!A1").load("address"))).toBe(
        "InvalidArgument",
      );
    });
  });

  it.each<[string, (sheet: Excel.Worksheet) => Excel.Range]>([
    ["a cell before the first", (sheet) => sheet.getCell(-1, 0)],
    ["a cell behind the last", (sheet) => sheet.getCell(1e9, 0)],
    ["half a cell", (sheet) => sheet.getCell(1.5, 0)],
    ["a block without rows", (sheet) => sheet.getRangeByIndexes(0, 0, 0, 1)],
    ["a block that shrinks to nothing", (sheet) => sheet.getRange("B2:C3").getResizedRange(-2, 0)],
    ["a block that moves off the sheet", (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0)],
    ["the rectangle with another sheet", (sheet) => sheet.getRange("A1").getBoundingRect("Blad1!A1")],
    ["a thing that is no address", (sheet) => sheet.getRange(wrong({}))],
  ])("refuse %s", async (_, range) => {
    expect(await codeOf((sheet) => void range(sheet).load("address"))).toBe("InvalidArgument");
  });

  it("tell where a range is, how large, and of which sheet", async () => {
    const told = await on(async (sheet, context) => {
      const range = sheet.getRange("B3:D4");
      range.load(["rowIndex", "columnIndex", "rowCount", "columnCount", "cellCount", "worksheet/name"]);
      await context.sync();
      const { rowIndex, columnIndex, rowCount, columnCount, cellCount, worksheet } = range;
      return [rowIndex, columnIndex, rowCount, columnCount, cellCount, worksheet.name];
    });
    expect(told).toEqual([2, 1, 2, 3, 6, name]);
  });

  it("have no values as whole columns, take none, and count no more than 2^31-1", async () => {
    const told = await on(async (sheet, context) => {
      sheet.getRange("A1").values = [[1]];
      const column = sheet.getRange("A:A");
      column.load(["values", "formulas", "text", "numberFormat", "valueTypes", "address", "cellCount"]);
      const all = sheet.getRange().load(["cellCount", "values"]);
      const used = column.getUsedRange().load("address");
      await context.sync();
      const { values, formulas, text, numberFormat, valueTypes, address, cellCount } = column;
      const perCell = [values, formulas, text, numberFormat, valueTypes, all.values];
      return [perCell, address.split("!")[1], cellCount, all.cellCount, used.address.split("!")[1]];
    });
    expect(told).toEqual([[null, null, null, null, null, null], "A:A", 1_048_576, -1, "A1"]);
    expect(await codeOf((sheet) => void (sheet.getRange("A:A").values = wrong(5)))).toBe("InvalidArgument");
    expect(await codeOf((sheet) => void (sheet.getRange("2:3").format.font.bold = true))).toBe(
      "NotImplemented",
    );
  });

  it("take a text as Excel does: numbers, percentages, days, booleans and formulas; with an apostrophe it stays text", async () => {
    const given = ["12", "-1.5e2", "5%", "2024-02-01", "true", "+A1*2", "'12", "1,5", "31-12-2026", "tekst"];
    const told = await on(async (sheet, context) => {
      const range = sheet.getRange("A1:J1");
      range.values = [given];
      await context.sync();
      await addIn.bench.engine.settled();
      range.load(["values", "formulas", "numberFormat", "valueTypes"]);
      await context.sync();
      const { values, formulas, numberFormat, valueTypes } = range;
      return [values[0], formulas[0][5], numberFormat[0].slice(2, 4), valueTypes[0]] as unknown[];
    });
    // 1 February 2024 is 45323: DATEVALUE("2024-02-01").
    expect(told).toEqual([
      [12, -150, 0.05, 45323, true, 24, "12", "1,5", "31-12-2026", "tekst"],
      "=+A1*2",
      ["0%", "yyyy-mm-dd"],
      ["Double", "Double", "Double", "Double", "Boolean", "Double", "String", "String", "String", "String"],
    ]);
  });

  it("leave a cell as it was for null, and empty it for an empty text; one value goes to all cells", async () => {
    const told = await on(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = wrong(7);
      range.numberFormat = wrong("0.0");
      range.values = wrong([
        [null, ""],
        [8, null],
      ]);
      range.numberFormat = wrong([
        ["", null],
        ["0%", null],
      ]);
      range.load(["values", "numberFormat", "text"]);
      await context.sync();
      return [range.values, range.numberFormat, range.text] as unknown[];
    });
    expect(told).toEqual([
      [
        [7, ""],
        [8, 7],
      ],
      [
        ["General", "0.0"],
        ["0%", "0.0"],
      ],
      [
        ["7", ""],
        ["800%", "7,0"],
      ],
    ]);
  });

  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    ["null alone", (sheet) => void (sheet.getRange("A1").values = wrong(null))],
    ["a list that is no matrix", (sheet) => void (sheet.getRange("A1:B1").values = wrong(["a", "b"]))],
    ["a ragged matrix", (sheet) => void (sheet.getRange("A1:B2").values = [[1, 2], [3]])],
    ["an object", (sheet) => void (sheet.getRange("A1").values = [[{}]])],
    ["a text of 32,768 characters", (sheet) => void (sheet.getRange("A1").values = [["x".repeat(32_768)]])],
    ["a formula that ends too early", (sheet) => void (sheet.getRange("A1").formulas = [["=SUM("]])],
    ["a formula without an end", (sheet) => void (sheet.getRange("A1").values = [["=1+"]])],
    ["a number format that is none", (sheet) => void (sheet.getRange("A1").numberFormat = [["["]])],
    ["a color that is none", (sheet) => void (sheet.getRange("A1").format.fill.color = "Rood")],
    ["a negative width", (sheet) => void (sheet.getRange("A1").format.columnWidth = -5)],
    ["a row too high", (sheet) => void (sheet.getRange("A1").format.rowHeight = 410)],
    ["a font of no size", (sheet) => void (sheet.getRange("A1").format.font.size = 0)],
    [
      "bold that is neither true nor false",
      (sheet) => void (sheet.getRange("A1").format.font.bold = wrong("ja")),
    ],
    [
      "an alignment that is none",
      (sheet) => void (sheet.getRange("A1").format.horizontalAlignment = wrong("Scheef")),
    ],
    ["a way to clear that is none", (sheet) => sheet.getRange("A1").clear(wrong("constructor"))],
    ["a place for a sheet that is none", (sheet) => void (sheet.position = 999)],
    ["the name History", (sheet) => void (sheet.name = "History")],
    ["a name of 32 characters", (sheet) => void (sheet.name = "x".repeat(32))],
    ["a name with a colon", (sheet) => void (sheet.name = "a:b")],
  ])("refuse %s", async (_, use) => {
    expect(await codeOf(use)).toBe("InvalidArgument");
  });

  it.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
    ["an alignment", (sheet) => void (sheet.getRange("A1").format.horizontalAlignment = "Justify")],
    ["a way to clear", (sheet) => sheet.getRange("A1").clear("Hyperlinks")],
    [
      "a mode of calculation",
      (_, { workbook }) => void (workbook.application.calculationMode = "AutomaticExceptTables"),
    ],
  ])("refuse what the workbench lacks, such as %s", async (_, use) => {
    expect(await codeOf(use)).toBe("NotImplemented");
  });

  it("keep a look, tell it, and tell null where cells differ", async () => {
    const told = await on(async (sheet, context) => {
      const { format } = sheet.getRange("A1:B1");
      format.set({
        columnWidth: 75,
        rowHeight: 30,
        horizontalAlignment: "Center",
        verticalAlignment: "Top",
        wrapText: true,
        font: { bold: true, italic: true, color: "red", name: "Arial", size: 14 },
        fill: { color: "#00ff00" },
      });
      const one = sheet.getRange("A1").format;
      const both = sheet.getRange("A1:A2").format;
      const blank = sheet.getRange("E5").format;
      const members = ["columnWidth", "rowHeight", "horizontalAlignment", "verticalAlignment", "wrapText"];
      const ofFont = ["bold", "italic", "color", "name", "size"].map((member) => `font/${member}`);
      for (const range of [one, both, blank]) range.load([...members, ...ofFont, "fill/color"]);
      await context.sync();
      const toldOf = (range: Excel.RangeFormat) => {
        const { font, fill, columnWidth, rowHeight, horizontalAlignment, verticalAlignment, wrapText } =
          range;
        const { bold, italic, color, name: family, size } = font;
        return [
          [rowHeight, horizontalAlignment, verticalAlignment, wrapText],
          [bold, italic, color, family, size, fill.color],
          columnWidth,
        ];
      };
      return [toldOf(one), toldOf(both), toldOf(blank).slice(0, 2)];
    });
    expect(told).toEqual([
      [[30, "Center", "Top", true], [true, true, "#FF0000", "Arial", 14, "#00FF00"], 75],
      [[null, null, null, null], [null, null, null, null, null, null], 75],
      [
        [expect.any(Number), "General", "Bottom", false],
        [false, false, "#000000", "Calibri", 11, "#FFFFFF"],
      ],
    ]);
  });

  it("keep a formula that gets its look in the same request, and one that has its value", async () => {
    const told = await on(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.formulas = [[0.5, "=A1*2", "=KNAP.NPS(A2:A2)"]];
      range.numberFormat = wrong("0.0");
      range.format.font.bold = true;
      sheet.getRange("A2").values = [[9]];
      await context.sync();
      await addIn.bench.engine.settled();
      range.format.fill.color = "#FF0000";
      range.load(["formulas", "values", "numberFormat"]);
      await context.sync();
      return [range.formulas[0], range.values[0], range.numberFormat[0]] as unknown[];
    });
    expect(told).toEqual([
      [0.5, "=A1*2", "=KNAP.NPS(A2:A2)"],
      [0.5, 1, 100],
      ["0.0", "0.0", "0.0"],
    ]);
  });

  it("lose their fill when it is cleared, and contents or looks as asked", async () => {
    const told = await on(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1, 2, 3]];
      range.format.fill.color = "#FF0000";
      range.format.font.bold = true;
      sheet.getRange("A1").format.fill.clear();
      sheet.getRange("B1").clear("Contents");
      sheet.getRange("C1").clear("Formats");
      await context.sync();
      const cells = ["A1", "B1", "C1"].map((address) =>
        sheet.getRange(address).load(["values", "format/fill/color", "format/font/bold"]),
      );
      await context.sync();
      return cells.map(({ values, format }) => [
        values[0][0] as unknown,
        format.fill.color,
        format.font.bold,
      ]);
    });
    expect(told).toEqual([
      [1, "#FFFFFF", true],
      ["", "#FF0000", true],
      [3, "#FFFFFF", false],
    ]);
  });

  it("keep the name of a sheet that gets it again, in other capitals too, and refuse that of another", async () => {
    expect(await codeOf((sheet) => void (sheet.name = name))).toBeNull();
    expect(await codeOf((sheet) => void (sheet.name = name.toUpperCase()))).toBeNull();
    expect(await codeOf((sheet) => void (sheet.name = "BLAD1"))).toBe("ItemAlreadyExists");
  });

  it("count, find and name sheets: a new one without a name is the next Blad", async () => {
    const told = await addIn.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add().load("name");
      const countOfSheets = worksheets.getCount();
      const missing = worksheets.getItemOrNullObject("Nergens");
      await context.sync();
      added.delete();
      await context.sync();
      return [added.name, countOfSheets.value, missing.isNullObject];
    });
    expect(told).toEqual([
      expect.stringMatching(/^Blad\d+$/),
      addIn.bench.engine.sheetIds().length + 1,
      true,
    ]);
  });

  it("keep one sheet in sight", async () => {
    const failure = await addIn.failureOf(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      worksheets.items.slice(1).forEach((sheet) => (sheet.visibility = "Hidden"));
      await context.sync();
      worksheets.items[0].delete();
      await context.sync();
    });
    expect(failure?.code).toBe("InvalidOperation");
    await addIn.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      worksheets.items.forEach((sheet) => (sheet.visibility = "Visible"));
      await context.sync();
    });
  });

  it.each<[string, (sheet: Excel.Worksheet, range: Excel.Range) => void]>([
    ["its place", (sheet) => void sheet.load("position")],
    ["its name", (sheet) => void sheet.load("name")],
    ["a cell's address", (_, range) => void range.load("address")],
    ["a cell's value", (_, range) => void range.load("values")],
    ["writing", (_, range) => void (range.values = [[1]])],
    ["deleting it again", (sheet) => sheet.delete()],
  ])("tell that a deleted sheet is gone: %s", async (_, use) => {
    const code = await codeOf((sheet) => {
      const range = sheet.getRange("A1");
      range.load("rowIndex");
      sheet.delete();
      use(sheet, range);
    });
    expect(code).toBe("ItemNotFound");
  });

  it("calculate in manual mode only what is written, and all when asked; automatically again after that", async () => {
    const { engine } = addIn.bench;
    const shown = async () => {
      await engine.settled();
      return on(async (sheet, context) => {
        const range = sheet.getRange("A1:D1").load("values");
        const { application } = context.workbook;
        application.load("calculationMode");
        await context.sync();
        return [...(range.values[0] as unknown[]), application.calculationMode];
      });
    };
    const set = (address: string, formula: string | number, mode?: "Manual" | "Automatic") =>
      on(async (sheet, context) => {
        if (mode) context.workbook.application.calculationMode = wrong(mode);
        sheet.getRange(address).formulas = [[formula]];
        await context.sync();
      });
    await set("A1", 1);
    await set("B1", "=A1*2");
    await set("D1", "=KNAP.NPS(A1)");
    // 1 is a criticaster, 9 a promotor.
    expect(await shown()).toEqual([1, 2, "", -100, "Automatic"]);
    await set("A1", 9, "Manual");
    expect(await shown()).toEqual([9, 2, "", -100, "Manual"]);
    await set("C1", "=A1*3");
    expect(await shown()).toEqual([9, 2, 27, -100, "Manual"]);
    await on(async (_, context) => {
      context.workbook.application.calculate("Recalculate");
      await context.sync();
    });
    expect(await shown()).toEqual([9, 18, 27, 100, "Manual"]);
    await set("A1", 0, "Automatic");
    expect(await shown()).toEqual([0, 0, 0, -100, "Automatic"]);
  });

  it("load all of an object, of its parts and of a collection's items", async () => {
    const told = await on(async (sheet, context) => {
      sheet.getRange("A1").values = [[5]];
      const range = sheet.getRange("A1").load("*");
      const format = sheet.getRange("A1").load("format");
      const expanded = sheet.getRange("A1").load({ select: "address", expand: "format" });
      const { worksheets } = context.workbook;
      worksheets.load("items");
      await context.sync();
      return [
        range.values[0][0] as unknown,
        format.format.wrapText,
        expanded.format.wrapText,
        worksheets.items.map((one) => one.name).includes(name),
      ];
    });
    expect(told).toEqual([5, false, false, true]);
  });
});
