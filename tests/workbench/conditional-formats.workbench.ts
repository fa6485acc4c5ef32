import type { Univer } from "@univerjs/core";
import { Workbook } from "@cj-tech-master/excelts";
import { conditionalLooks } from "../../workbench/engine/conditional-formats";
import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { blockAt } from "../../workbench/host/model/addresses";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { keptOf } from "../../workbench/host/workbook-state";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** The Univer of the workbench that was made last. */
let mockUniver: Univer;
jest.mock("../../workbench/engine/headless-univer", () => {
  const { headlessUniver } = jest.requireActual<typeof import("../../workbench/engine/headless-univer")>(
    "../../workbench/engine/headless-univer",
  );
  return { headlessUniver: () => (mockUniver = headlessUniver()) };
});

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("conditional formats at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let univer: Univer;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
    univer = mockUniver;
  });
  afterAll(() => addIn.bench.engine.dispose());

  type Cells = (string | number | boolean)[][];
  const columnOf = (...values: Cells[number]): Cells => values.map((value) => [value]);
  type Work<T> = (
    range: Excel.Range,
    sheet: Excel.Worksheet,
    context: Excel.RequestContext,
  ) => T | Promise<T>;
  async function onCells<T>(context: Excel.RequestContext, cells: Cells, work: Work<T>): Promise<T> {
    const sheet = context.workbook.worksheets.add(`Regels${(number += 1)}`);
    const range = sheet.getRange("A1").getResizedRange(cells.length - 1, cells[0].length - 1);
    range.formulas = cells;
    const result = await work(range, sheet, context);
    await context.sync();
    return result;
  }
  const withCells = <T>(cells: Cells, work: Work<T>) => addIn.run((context) => onCells(context, cells, work));
  const failure = (cells: Cells, work: Work<unknown>) =>
    addIn.failureOf((context) => onCells(context, cells, work));

  type Operator = Excel.ConditionalCellValueRule["operator"];
  /** Adds a rule whose cells become red. */
  const addRule = (range: Excel.Range, operator: Operator, formula1: string, formula2?: string) => {
    const format = range.conditionalFormats.add("CellValue");
    format.cellValue.format.fill.color = "#FF0000";
    format.cellValue.rule = { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
    return format;
  };
  const addCustom = (range: Excel.Range, formula: string) => {
    const format = range.conditionalFormats.add("Custom");
    format.custom.format.fill.color = "#FF0000";
    format.custom.rule.formula = formula;
    return format;
  };

  const sheetId = () => addIn.bench.engine.sheetIds()[addIn.bench.engine.sheetIds().length - 1];
  const looksAt = async (address: string) => {
    await addIn.bench.engine.settled();
    return conditionalLooks(univer, sheetId(), blockAt(address));
  };
  /** The addresses of the cells that the rules make red, once they are calculated. */
  const red = async (address: string): Promise<string[]> => {
    const { startRow, startColumn } = blockAt(address);
    return (await looksAt(address)).flatMap((line, r) =>
      line.flatMap(({ bg }, c) =>
        bg?.rgb === "#FF0000" ? [`${String.fromCharCode(65 + startColumn + c)}${startRow + r + 1}`] : [],
      ),
    );
  };
  const rules = () => addIn.bench.state.conditionalFormats.filter((one) => one.sheetId === sheetId());

  describe("that compare the value of a cell", () => {
    it.each<[Operator, string, string | undefined, string[]]>([
      ["EqualTo", "=2", undefined, ["A2"]],
      ["NotEqualTo", "=2", undefined, ["A1", "A3", "A4"]],
      ["GreaterThan", "=2", undefined, ["A3", "A4"]],
      ["GreaterThanOrEqual", "=2", undefined, ["A2", "A3", "A4"]],
      ["LessThan", "=2", undefined, ["A1"]],
      ["LessThanOrEqual", "=2", undefined, ["A1", "A2"]],
      ["Between", "=2", "=3", ["A2", "A3"]],
      ["NotBetween", "=2", "=3", ["A1", "A4"]],
      ["GreaterThan", "2", undefined, ["A3", "A4"]],
      ["GreaterThan", "-2.5", undefined, ["A1", "A2", "A3", "A4"]],
      ["EqualTo", "=1+1", undefined, ["A2"]],
    ])(
      "give their look to the cells that are %s %s %s, and to no other",
      async (operator, one, two, cells) => {
        await withCells(columnOf(1, 2, 3, 4), (range) => void addRule(range, operator, one, two));
        expect(await red("A1:B6")).toEqual(cells);
      },
    );

    it("compare texts, without regard to capitals", async () => {
      await withCells(columnOf("Zuid", "zuid", "Zuidoost", "", 0), (range) => {
        addRule(range, "EqualTo", '="zuid"');
      });
      expect(await red("A1:A5")).toEqual(["A1", "A2"]);
    });

    it("take a text with quotes in it", async () => {
      await withCells(columnOf('a "b"', "a b"), (range) => void addRule(range, "EqualTo", '="a ""b"""'));
      expect(await red("A1:A2")).toEqual(["A1"]);
    });

    it("compare with other cells, seen from the first one, or always the same with dollars", async () => {
      const cells = [
        [1, 2],
        [2, 2],
        [3, 2],
        [4, 5],
      ];
      await withCells(cells, (_, sheet) => void addRule(sheet.getRange("A1:A4"), "GreaterThan", "=B1"));
      expect(await red("A1:B4")).toEqual(["A3"]);
      await withCells(cells, (_, sheet) => void addRule(sheet.getRange("A1:A4"), "GreaterThan", "=$B$1"));
      expect(await red("A1:B4")).toEqual(["A3", "A4"]);
    });

    it("follow the cells when these change", async () => {
      await withCells(columnOf(1, "=A1*2"), (range) => void addRule(range, "GreaterThan", "=5"));
      expect(await red("A1:A2")).toEqual([]);
      addIn.bench.engine.write(sheetId(), 0, 0, [[4]]);
      expect(await red("A1:A2")).toEqual(["A2"]);
    });

    it("read back as they were set", async () => {
      const seen = await withCells(columnOf(1), async (range, _, context) => {
        const format = addRule(range, "Between", "=1", "=2");
        format.cellValue.load("rule");
        format.load(["type", "priority", "id"]);
        const { fill, font } = format.cellValue.format;
        font.color = "orange";
        font.bold = true;
        fill.load("color");
        font.load(["color", "bold"]);
        await context.sync();
        const { rule } = format.cellValue;
        return [
          rule,
          format.type,
          format.priority,
          format.id === "",
          fill.color,
          font.color,
          font.bold,
        ] as unknown[];
      });
      const rule = { formula1: "=1", formula2: "=2", operator: "Between" };
      expect(seen).toEqual([rule, "CellValue", 0, false, "#FF0000", "#FFA500", true]);
    });

    it("colour and embolden the text", async () => {
      await withCells(columnOf(1, 2), (range) => {
        const { cellValue } = range.conditionalFormats.add("CellValue");
        cellValue.rule = { operator: "EqualTo", formula1: "=2" };
        cellValue.format.font.color = "#008000";
        cellValue.format.font.bold = true;
      });
      const [[first], [second]] = await looksAt("A1:A2");
      expect([first, second]).toMatchObject([{}, { cl: { rgb: "#008000" }, bl: 1 }]);
      expect(first.cl).toBeUndefined();
    });

    it("show nothing while there is no rule yet", async () => {
      await withCells(columnOf(1), (range) => {
        range.conditionalFormats.add("CellValue").cellValue.format.fill.color = "#FF0000";
      });
      expect(await red("A1:A1")).toEqual([]);
    });
  });

  describe("with a formula of their own", () => {
    it("give their look to the cells for which it holds, seen from the first one", async () => {
      const cells = [
        ["Zuid", 1],
        ["Noord", 2],
        ["Zuid", 3],
      ];
      await withCells(cells, (range) => void addCustom(range, '=$A1="Zuid"'));
      expect(await red("A1:C4")).toEqual(["A1", "B1", "A3", "B3"]);
    });

    it("start from where the cells start", async () => {
      await withCells([[5, 1, 7, 9]], (_, sheet) => void addCustom(sheet.getRange("B1:D1"), "=B1>A1"));
      expect(await red("A1:E1")).toEqual(["C1", "D1"]);
    });

    it("read back as they were set", async () => {
      const seen = await withCells(columnOf(1), async (range, _, context) => {
        const format = addCustom(range, "=A1=1");
        format.custom.rule.load("formula");
        format.load("type");
        await context.sync();
        return [format.custom.rule.formula, format.type];
      });
      expect(seen).toEqual(["=A1=1", "Custom"]);
    });
  });

  describe("of which there are more", () => {
    it("let the newest go first, and take from the others what it leaves open", async () => {
      const priorities = await withCells(columnOf(1, 2, 3), async (range, _, context) => {
        const older = range.conditionalFormats.add("CellValue");
        older.cellValue.rule = { operator: "GreaterThanOrEqual", formula1: "=2" };
        older.cellValue.format.fill.color = "#0000FF";
        older.cellValue.format.font.color = "#FFFFFF";
        const newer = addRule(range, "EqualTo", "=3");
        older.load("priority");
        newer.load("priority");
        await context.sync();
        return [newer.priority, older.priority];
      });
      expect(priorities).toEqual([0, 1]);
      expect((await looksAt("A1:A3")).map(([{ bg, cl }]) => [bg?.rgb, cl?.rgb])).toEqual([
        [undefined, undefined],
        ["#0000FF", "#FFFFFF"],
        ["#FF0000", "#FFFFFF"],
      ]);
    });

    it("are counted, listed in their order, and found by id and place", async () => {
      const seen = await withCells(columnOf(1, 2, 3), async (range, sheet, context) => {
        const first = addRule(range, "EqualTo", "=1").load("id");
        const second = addCustom(sheet.getRange("A3"), "=TRUE").load("id");
        addRule(sheet.getRange("C1"), "EqualTo", "=1");
        const all = range.conditionalFormats.load("items/id");
        const count = range.conditionalFormats.getCount();
        const onFirst = sheet.getRange("A1:A2").conditionalFormats.getCount();
        const at = range.conditionalFormats.getItemAt(1).load("id");
        await context.sync();
        const byId = range.conditionalFormats.getItem(second.id).load("type");
        await context.sync();
        return [
          [count.value, onFirst.value],
          all.items.map(({ id }) => id).join() === [second.id, first.id].join(),
          at.id === first.id,
          byId.type,
        ];
      });
      expect(seen).toEqual([[2, 1], true, true, "Custom"]);
    });

    it.each<[string, (formats: Excel.ConditionalFormatCollection) => Excel.ConditionalFormat]>([
      ["id", (formats) => formats.getItem("{nergens}")],
      ["place", (formats) => formats.getItemAt(1)],
      ["place before the first", (formats) => formats.getItemAt(-1)],
    ])("are not found by an unknown %s", async (_, find) => {
      const error = await failure(columnOf(1), (range) => {
        addRule(range, "EqualTo", "=1");
        find(range.conditionalFormats).load("type");
      });
      expect(error).toMatchObject({ code: "ItemNotFound" });
    });

    it("are not found among those of other cells", async () => {
      const error = await failure(columnOf(1, 2), async (range, sheet, context) => {
        const format = addRule(range, "EqualTo", "=1").load("id");
        await context.sync();
        sheet.getRange("C1").conditionalFormats.getItem(format.id).load("type");
      });
      expect(error).toMatchObject({ code: "ItemNotFound" });
    });

    if (excelApi >= 14)
      it("may be a null object", async () => {
        const isNull = await withCells(columnOf(1), async (range, _, context) => {
          const none = range.conditionalFormats.getItemOrNullObject("{nergens}");
          await context.sync();
          return none.isNullObject;
        });
        expect(isNull).toBe(true);
      });

    it("say what cells they are for", async () => {
      const address = await withCells(columnOf(1, 2), async (range, _, context) => {
        const place = addRule(range, "EqualTo", "=1").getRange().load("address");
        await context.sync();
        return place.address;
      });
      expect(address).toBe(`Regels${number}!A1:A2`);
    });
  });

  describe("that go", () => {
    it("take their look with them, and leave the others", async () => {
      await withCells(columnOf(1, 2), (range) => {
        addRule(range, "EqualTo", "=1").delete();
        addRule(range, "EqualTo", "=2");
      });
      expect(await red("A1:A2")).toEqual(["A2"]);
    });

    it("go from whole ranges by clearAll", async () => {
      await withCells(columnOf(1, 2, 3), (_, sheet) => {
        addRule(sheet.getRange("A1:A2"), "GreaterThan", "=0");
        addRule(sheet.getRange("A3"), "GreaterThan", "=0");
        sheet.getRange("A1:B2").conditionalFormats.clearAll();
      });
      expect(await red("A1:A3")).toEqual(["A3"]);
    });

    it("are not split by clearAll: it is refused, and nothing goes", async () => {
      const error = await failure(columnOf(1, 2, 3), (range, sheet) => {
        addRule(range, "GreaterThan", "=0");
        addRule(sheet.getRange("A1"), "GreaterThan", "=0");
        sheet.getRange("A1").conditionalFormats.clearAll();
      });
      expect(error).toMatchObject({ code: "NotImplemented" });
      expect(rules()).toHaveLength(2);
      expect(await red("A1:A3")).toEqual(["A1", "A2", "A3"]);
    });

    const uses: [string, (format: Excel.ConditionalFormat) => unknown][] = [
      ["rule", ({ cellValue }) => (cellValue.rule = { operator: "EqualTo", formula1: "=1" })],
      ["fill", ({ cellValue }) => (cellValue.format.fill.color = "red")],
      ["font", ({ cellValue }) => (cellValue.format.font.bold = true)],
      ["delete", (format) => format.delete()],
      ["load", (format) => format.load("type")],
      ["getRange", (format) => format.getRange().load("address")],
    ];
    it.each(uses)("refuse %s afterwards, in the same sync and in the next", async (_, use) => {
      const atOnce = await failure(columnOf(1), (range) => {
        const format = addRule(range, "EqualTo", "=1");
        format.delete();
        use(format);
      });
      const later = await failure(columnOf(1), async (range, __, context) => {
        const format = addRule(range, "EqualTo", "=1");
        await context.sync();
        format.delete();
        await context.sync();
        use(format);
      });
      expect([atOnce?.code, later?.code]).toEqual(["ItemNotFound", "ItemNotFound"]);
    });

    it("go with their sheet", async () => {
      const before = addIn.bench.state.conditionalFormats.length;
      await withCells(columnOf(1), async (range, sheet, context) => {
        addRule(range, "EqualTo", "=1");
        await context.sync();
        sheet.delete();
      });
      expect(addIn.bench.state.conditionalFormats).toHaveLength(before);
    });

    it("take changes when Ctrl+Z has put a copy of them back", async () => {
      const kept = keptOf(addIn.bench.state);
      await withCells(columnOf(1, 2), async (range, _, context) => {
        const format = addRule(range, "EqualTo", "=1");
        await context.sync();
        kept.putBack(kept.take());
        format.cellValue.rule = { operator: "EqualTo", formula1: "=2" };
      });
      expect(await red("A1:A2")).toEqual(["A2"]);
      expect(rules()[0].rule.formula1).toBe("=2");
    });
  });

  describe("that are wrong", () => {
    it.each<[unknown, string]>([
      [{ operator: "Rubbish", formula1: "=1" }, "InvalidArgument"],
      [{ operator: "Invalid", formula1: "=1" }, "InvalidArgument"],
      [{ operator: "toString", formula1: "=1" }, "InvalidArgument"],
      [{ formula1: "=1" }, "InvalidArgument"],
      [{ operator: "EqualTo" }, "InvalidArgument"],
      [{ operator: "EqualTo", formula1: "" }, "InvalidArgument"],
      [{ operator: "Between", formula1: "=1" }, "InvalidArgument"],
      [{ operator: "EqualTo", formula1: "=(1" }, "InvalidArgument"],
      [{ operator: "EqualTo", formula1: "Zuid" }, "NotImplemented"],
      ["=1", "InvalidArgument"],
      [null, "InvalidArgument"],
    ])("as %j are %s, leave the rule as it was, and the sheet to other rules", async (wrong, code) => {
      const error = await failure(columnOf(1, 2), async (range, _, context) => {
        const format = addRule(range, "EqualTo", "=1");
        await context.sync();
        format.cellValue.rule = wrong as Excel.ConditionalCellValueRule;
      });
      expect(error).toMatchObject({ code });
      expect(rules()[0].rule).toMatchObject({ operator: "EqualTo", formula1: "=1" });
      await addIn.run(async (context) => {
        const cell = context.workbook.worksheets.getItem(`Regels${number}`).getRange("A2");
        addRule(cell, "EqualTo", "=2");
        await context.sync();
      });
      expect(await red("A1:A2")).toEqual(["A1", "A2"]);
    });

    it.each([
      ["", "InvalidArgument"],
      ["=A1>", "InvalidArgument"],
      ["A1>0", "NotImplemented"],
      [5, "InvalidArgument"],
    ])("with the formula %j are %s", async (formula, code) => {
      const error = await failure(columnOf(1), (range) => void addCustom(range, formula as string));
      expect(error).toMatchObject({ code });
    });

    it.each([
      ["DataBar", "NotImplemented"],
      ["ColorScale", "NotImplemented"],
      ["IconSet", "NotImplemented"],
      ["TopBottom", "NotImplemented"],
      ["PresetCriteria", "NotImplemented"],
      ["ContainsText", "NotImplemented"],
      ["Rubbish", "InvalidArgument"],
    ])("as a %s are %s", async (type, code) => {
      const error = await failure(columnOf(1), (range) => {
        range.conditionalFormats.add(type as "Custom");
      });
      expect(error).toMatchObject({ code });
      expect(rules()).toEqual([]);
    });

    it.each(["#GG", "flurb", "#12345", ""])("have no colour %j", async (color) => {
      const fill = await failure(columnOf(1), (range) => {
        addRule(range, "EqualTo", "=1").cellValue.format.fill.color = color;
      });
      const font = await failure(columnOf(1), (range) => {
        addRule(range, "EqualTo", "=1").cellValue.format.font.color = color;
      });
      expect([fill?.code, font?.code]).toEqual(["InvalidArgument", "InvalidArgument"]);
      expect(await red("A1:A1")).toEqual(["A1"]);
    });

    it("are not bold by a word", async () => {
      const error = await failure(columnOf(1), (range) => {
        addRule(range, "EqualTo", "=1").cellValue.format.font.bold = "ja" as never;
      });
      expect(error).toMatchObject({ code: "InvalidArgument" });
    });

    it("are refused as a missing API where Excel has more than the workbench", async () => {
      const error = await failure(columnOf(1), (range) => {
        addRule(range, "EqualTo", "=1").cellValue.format.font.italic = true;
      });
      expect(error).toMatchObject({ code: "ApiNotFound" });
    });
  });

  describe("on a protected sheet", () => {
    type Change = (format: Excel.ConditionalFormat, range: Excel.Range) => unknown;
    it.each<[string, Change]>([
      ["add", (_, range) => range.conditionalFormats.add("Custom")],
      ["clearAll", (_, range) => range.conditionalFormats.clearAll()],
      ["delete", (format) => format.delete()],
      ["rule", ({ cellValue }) => (cellValue.rule = { operator: "EqualTo", formula1: "=2" })],
      ["fill", ({ cellValue }) => (cellValue.format.fill.color = "blue")],
      ["font.color", ({ cellValue }) => (cellValue.format.font.color = "blue")],
      ["font.bold", ({ cellValue }) => (cellValue.format.font.bold = true)],
    ])("refuse %s and stay as they were", async (_, change) => {
      const error = await failure(columnOf(1, 2), async (range, sheet, context) => {
        const format = addRule(range, "EqualTo", "=1");
        sheet.protection.protect();
        await context.sync();
        change(format, range);
      });
      expect(error).toMatchObject({ code: "AccessDenied" });
      expect(rules()).toMatchObject([{ rule: { formula1: "=1" }, fill: { color: "#FF0000" }, font: {} }]);
      expect(await red("A1:A2")).toEqual(["A1"]);
    });

    it("refuse another formula", async () => {
      const error = await failure(columnOf(1), async (range, sheet, context) => {
        const format = addCustom(range, "=A1=1");
        sheet.protection.protect();
        await context.sync();
        format.custom.rule.formula = "=A1=2";
      });
      expect(error).toMatchObject({ code: "AccessDenied" });
    });
  });

  it("look the same in a file that is saved and opened again", async () => {
    await withCells(columnOf(1, 2, "x"), (range) => {
      addRule(range, "EqualTo", '="x"');
      addCustom(range, "=A1=2");
    });
    const before = await red("A1:A3");
    expect(before).toEqual(["A2", "A3"]);
    const name = addIn.bench.engine.sheetName(sheetId());
    const { bytes } = await saveXlsx(addIn.bench.state, "KNAP");
    const other = await addInInNode(excelApi);
    await openXlsx(other.bench.state, bytes, []);
    await other.bench.engine.settled();
    const opened = other.bench.engine.sheetIds().find((id) => other.bench.engine.sheetName(id) === name);
    const looks = conditionalLooks(mockUniver, opened ?? "", blockAt("A1:A3"));
    expect(looks.map(([{ bg }]) => bg?.rgb)).toEqual([undefined, "#FF0000", "#FF0000"]);
    other.bench.engine.dispose();
  });

  it("of a file for more than one block of cells open as a rule for each, of which the formula moves along", async () => {
    const file = new Workbook();
    const sheet = file.addWorksheet("Blad1", { views: [{ state: "normal" }] });
    sheet.getCell("A1").value = 1;
    sheet.getCell("A2").value = 2;
    sheet.getCell("B1").value = 1;
    sheet.getCell("C1").value = 5;
    sheet.getCell("D1").value = 5;
    const style = {
      fill: {
        type: "pattern",
        pattern: "solid",
        bgColor: { argb: "FFFF0000" },
        fgColor: { argb: "FFFF0000" },
      },
    };
    // Equal to the cell at the right: A1 and C1 are, A2 is not.
    sheet.addConditionalFormatting({
      ref: "A1:A2 C1",
      rules: [{ type: "cellIs", operator: "equal", formulae: ["B1"], priority: 1, style }],
    } as never);
    const other = await addInInNode(excelApi);
    await openXlsx(other.bench.state, new Uint8Array(await file.xlsx.writeBuffer()), []);
    await other.bench.engine.settled();
    const [opened] = other.bench.engine.sheetIds();
    const looks = conditionalLooks(mockUniver, opened, blockAt("A1:C3"));
    expect(looks.map((line) => line.map(({ bg }) => bg?.rgb === "#FF0000"))).toEqual([
      [true, false, true],
      [false, false, false],
      [false, false, false],
    ]);
    expect(other.bench.state.conditionalFormats).toHaveLength(2);
    other.bench.engine.dispose();
  });
});
