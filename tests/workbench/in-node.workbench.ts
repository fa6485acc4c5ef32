import type { Engine } from "../../workbench/engine/engine";
import { blockAt } from "../../workbench/host/model/addresses";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen with Microsoft's own Office.js in Node, against the workbench's host: not in Excel. */
describe.each([oldestSet, newestSet])(
  "the built add-in in the workbench, in Node, ExcelApi 1.%i",
  (excelApi) => {
    let addIn: AddInInNode;
    let engine: Engine;
    let sheet: string;
    beforeAll(async () => {
      addIn = await addInInNode(excelApi);
      ({ engine } = addIn.bench);
      [sheet] = engine.sheetIds();
    });
    afterAll(() => engine.dispose());
    const value = (address: string) => engine.values(sheet, blockAt(address))[0][0];

    it("calculates a KNAP formula in the add-in's own runtime, and again when a cell changes", async () => {
      engine.write(sheet, 0, 0, [[9], [10], [3], ["=KNAP.NPS(A1:A3)"]]);
      await engine.settled();
      expect(value("A4")).toBeCloseTo(100 / 3, 9);
      engine.write(sheet, 2, 0, [[9]]);
      await engine.settled();
      expect(value("A4")).toBe(100);
    });

    it("asks whether a text above figures is the head of a table, and tells in which cell an error stands", async () => {
      engine.write(sheet, 3, 5, [["cijfer"], [9], [3], ["=1/0"]]);
      engine.write(sheet, 0, 6, [["=KNAP.NPS(F4:F6)", "=KNAP.NPS(F5:F7)"]]);
      await engine.settled();
      expect(engine.messageAt(sheet, 0, 6)).toMatch(/^In cel F4 staat "cijfer".*Is het een kop/);
      expect(engine.messageAt(sheet, 0, 7)).toMatch(/^In cel F7 staat de fout #DEEL\/0!/);
      await addIn.run(async (context) => {
        context.workbook.tables.add("Blad1!F4:F6", true);
        await context.sync();
      });
      engine.write(sheet, 0, 8, [["=KNAP.NPS(F4:F6)"]]);
      await engine.settled();
      // 1 promotor and 1 criticaster
      expect(value("I1")).toBe(0);
    });

    it("tells the add-in to stop when the cell of a long calculation gets another content", async () => {
      /** The calls that the host asked for (1000) and took back (1001), by their numbers. */
      const calls = new Map<number, number[]>([
        [1000, []],
        [1001, []],
      ]);
      const passOn = addIn.window.post;
      const spy = jest.spyOn(addIn.window, "post").mockImplementation((text) => {
        const { _data } = JSON.parse(text) as { _data?: { ArrayData?: unknown } };
        const messages = Array.isArray(_data?.ArrayData) ? (_data.ArrayData as unknown[][]) : [];
        for (const [, kind, , , id] of messages) calls.get(Number(kind))?.push(Number(id));
        passOn(text);
      });
      // As many donors as a placebo test of some seconds takes.
      const years = Array.from({ length: 40 }, (_, year) =>
        Array.from({ length: 200 }, (__, unit) => ((year + 60 * unit) ** 2 * 7919) % 10007),
      );
      engine.write(sheet, 100, 0, years);
      engine.write(sheet, 150, 0, [["=KNAP.SYNTH.PLACEBO(A101:A140,B101:GR140,,,20)"]]);
      while (calls.get(1000)?.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      engine.write(sheet, 150, 0, [["toch niet"]]);
      await engine.settled();
      spy.mockRestore();
      expect(calls.get(1001)).toEqual(calls.get(1000));
      expect(value("A151")).toBe("toch niet");
    });

    it("lets the add-in write and read cells", async () => {
      const read = await addIn.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Blad1").getRange("C1:D2");
        range.values = [
          [1, "x"],
          ["=C1+1", true],
        ];
        await context.sync();
        await engine.settled();
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
      const error = await addIn
        .run(async (context) => {
          context.workbook.worksheets.getItem("Blad1").getRange("A1").format.autofitColumns();
          await context.sync();
        })
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "ApiNotFound" });
    });

    it("says which item does not exist", async () => {
      const error = await addIn
        .run(async (context) => {
          context.workbook.worksheets.getItem("Nergens").load("name");
          await context.sync();
        })
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "ItemNotFound" });
      const isNull = await addIn.run(async (context) => {
        const missing = context.workbook.worksheets.getItemOrNullObject("Nergens");
        await context.sync();
        return missing.isNullObject;
      });
      expect(isNull).toBe(true);
    });
  },
);
