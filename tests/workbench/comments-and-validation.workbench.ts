import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
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
    addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Bij${(number += 1)}_`);
      return await work(sheet, context);
    });
  const failureOf = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
    addIn.failureOf(async (context) => {
      work(context.workbook.worksheets.add(`Bij${(number += 1)}_`), context);
      await context.sync();
    });

  describe("comments", () => {
    it("have a text, an author, a time and a place; the text and whether they are resolved change", async () => {
      const start = Date.now();
      const seen = await onSheet(async (sheet, context) => {
        const { comments } = context.workbook;
        comments.add(sheet.getRange("B2"), "Waarom daalt dit?");
        const comment = sheet.comments.getItemByCell(`Bij${number}_!B2`);
        comment.load("id, content, authorName, creationDate, contentType, resolved");
        const place = comment.getLocation().load("address");
        await context.sync();
        const before = [comment.content, comment.authorName, comment.contentType, comment.resolved];
        const { creationDate } = comment;
        comment.content = "Zie de toelichting.";
        comment.resolved = true;
        const again = comments.getItem(comment.id).load("content, resolved");
        const missing = excelApi < 14 ? null : comments.getItemOrNullObject("{nergens}");
        const count = sheet.comments.getCount();
        await context.sync();
        comment.delete();
        const after = sheet.comments.getCount();
        await context.sync();
        return {
          before,
          creationDate: new Date(creationDate).getTime(),
          again: [again.content, again.resolved],
          missing: missing?.isNullObject ?? true,
          address: place.toJSON().address,
          counts: [count.value, after.value],
        };
      });
      expect(seen).toEqual({
        before: ["Waarom daalt dit?", "Werkbank", "Plain", false],
        creationDate: expect.any(Number),
        again: ["Zie de toelichting.", true],
        missing: true,
        address: `Bij${number}_!B2`,
        counts: [1, 0],
      });
      expect(seen.creationDate).toBeGreaterThanOrEqual(start);
      expect(seen.creationDate).toBeLessThanOrEqual(Date.now());
    });

    it.each(["B2", "A1:B2", "Bij1_!A1:B2", "Nergens!B2"])("are not at %j", async (address) => {
      const added = await failureOf((_, context) => void context.workbook.comments.add(address, "x"));
      expect(added).toMatchObject({ code: "InvalidArgument" });
      const found = await failureOf((_, context) => {
        context.workbook.comments.getItemByCell(address).load("content");
      });
      expect(found).toMatchObject({ code: "InvalidArgument" });
    });

    it("are plain texts, one at a cell", async () => {
      const add = (content: unknown, contentType?: string) =>
        failureOf((sheet, context) => {
          const given = [content, contentType] as [string, "Plain"];
          context.workbook.comments.add(sheet.getRange("A1"), ...given);
        });
      expect(await add("x", "Plain")).toBeNull();
      expect(await add("x", "Mention")).toMatchObject({ code: "NotImplemented" });
      expect(await add({ mentions: [], richContent: "x" }, "Mention")).toMatchObject({
        code: "NotImplemented",
      });
      expect(await add({ mentions: [], richContent: "x" })).toMatchObject({ code: "NotImplemented" });
      expect(await add("x", "Anders")).toMatchObject({ code: "InvalidArgument" });
      expect(await add(5)).toMatchObject({ code: "InvalidArgument" });
      const twice = await failureOf((sheet, context) => {
        context.workbook.comments.add(sheet.getRange("A1"), "een");
        context.workbook.comments.add(`Bij${number}_!A1`, "twee");
      });
      expect(twice).toMatchObject({ code: "InvalidOperation" });
      const none = await failureOf((sheet) => {
        sheet.comments.getItemByCell(`Bij${number}_!C3`).load("content");
      });
      expect(none).toMatchObject({ code: "ItemNotFound" });
    });

    it("that are deleted are gone", async () => {
      const gone = await addIn.failureOf(async (context) => {
        const sheet = context.workbook.worksheets.add(`Bij${(number += 1)}_`);
        const comment = context.workbook.comments.add(sheet.getRange("A1"), "x").load("id");
        await context.sync();
        comment.delete();
        await context.sync();
        comment.content = "y";
        await context.sync();
      });
      expect(gone).toMatchObject({ code: "ItemNotFound" });
    });

    it("of a protected sheet refuse every change", async () => {
      const changes: Record<string, (comment: Excel.Comment, context: Excel.RequestContext) => void> = {
        content: (comment) => (comment.content = "y"),
        resolved: (comment) => (comment.resolved = true),
        delete: (comment) => comment.delete(),
        another: (_, context) => void context.workbook.comments.add(`Bij${number}_!B1`, "y"),
      };
      for (const [what, change] of Object.entries(changes)) {
        const error = await failureOf((sheet, context) => {
          const comment = context.workbook.comments.add(sheet.getRange("A1"), "x");
          sheet.protection.protect();
          change(comment, context);
        });
        expect([what, error?.code]).toEqual([what, "AccessDenied"]);
      }
    });
  });

  describe("data validation", () => {
    const list = { list: { inCellDropDown: true, source: "ja,nee" } };
    const typesOf = (set: (of: (address: string) => Excel.DataValidation) => void, ...addresses: string[]) =>
      onSheet(async (sheet, context) => {
        const of = (address: string) => sheet.getRange(address).dataValidation;
        set(of);
        const all = addresses.map((address) => of(address).load("type, rule, errorAlert, ignoreBlanks"));
        await context.sync();
        return all.map((one) => one.toJSON());
      });

    it("is of the last rule that a cell was given", async () => {
      const read = await typesOf(
        (of) => {
          of("A1:A9").rule = list;
          of("A1:A9").errorAlert = {
            message: "Kies ja of nee.",
            showAlert: true,
            style: "Stop",
            title: "KNAP",
          };
          of("A9").clear();
        },
        "A1:A8",
        "A8:A9",
        "A9",
        "A:A",
      );
      expect(read).toMatchObject([
        { type: "List", rule: list, errorAlert: { message: "Kies ja of nee." } },
        { type: "MixedCriteria", rule: null, errorAlert: null, ignoreBlanks: true },
        { type: "None", rule: {}, errorAlert: { showAlert: true }, ignoreBlanks: true },
        { type: "MixedCriteria" },
      ]);
    });

    it("is the same when equal rules are set apart, and inconsistent when rules differ", async () => {
      const read = await typesOf(
        (of) => {
          of("A1:A2").rule = list;
          of("A3:B3").rule = { list: { source: "ja,nee" } as Excel.ListDataValidation };
          of("A4").rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
        },
        "A1:A3",
        "A3:A4",
      );
      expect(read).toMatchObject([
        { type: "List", rule: list },
        { type: "Inconsistent", rule: null },
      ]);
    });

    it("keeps what is not set of each cell", async () => {
      const read = await typesOf(
        (of) => {
          of("A1").rule = list;
          of("A2").rule = { custom: { formula: "=A2>0" } };
          of("A1:A3").ignoreBlanks = false;
        },
        "A1",
        "A2",
        "A1:A3",
      );
      expect(read).toMatchObject([
        { type: "List", rule: list, ignoreBlanks: false },
        { type: "Custom", rule: { custom: { formula: "=A2>0" } }, ignoreBlanks: false },
        { type: "MixedCriteria", ignoreBlanks: false },
      ]);
    });

    it("gives back numbers as formulas", async () => {
      const read = await typesOf(
        (of) => {
          of("A1").rule = { decimal: { formula1: 1.5, formula2: "10", operator: "Between" } };
          of("A2").rule = { textLength: { formula1: "=B1", formula2: 9, operator: "LessThan" } };
          of("A3").rule = { date: { formula1: "=TODAY()", operator: "LessThanOrEqualTo" } };
        },
        ...["A1", "A2", "A3"],
      );
      expect(read.map(({ type, rule }) => [type, rule])).toEqual([
        ["Decimal", { decimal: { formula1: "=1.5", formula2: "=10", operator: "Between" } }],
        ["TextLength", { textLength: { formula1: "=B1", operator: "LessThan" } }],
        ["Date", { date: { formula1: "=TODAY()", operator: "LessThanOrEqualTo" } }],
      ]);
    });

    it.each<[string, unknown]>([
      ["{}", {}],
      ["two kinds", { ...list, custom: { formula: "=A1" } }],
      ["an unknown kind", { anders: {} }],
      ["a number without more", { wholeNumber: {} }],
      ["no operator", { wholeNumber: { formula1: 1 } }],
      ["an unknown operator", { wholeNumber: { formula1: 1, operator: "Rond" } }],
      ["no formula", { wholeNumber: { operator: "EqualTo" } }],
      ["no upper bound", { decimal: { formula1: 1, operator: "Between" } }],
      ["a text for a number", { decimal: { formula1: "veel", operator: "EqualTo" } }],
      ["no source", { list: { inCellDropDown: true } }],
      ["a member too many", { list: { inCellDropDown: true, source: "a", kleur: "rood" } }],
      ["no formula of its own", { custom: {} }],
    ])("is not %s", async (_, rule) => {
      const error = await failureOf(
        (sheet) => void (sheet.getRange("A1").dataValidation.rule = rule as Excel.DataValidationRule),
      );
      expect(error).toMatchObject({ code: "InvalidArgument" });
    });

    it("has messages that are whole", async () => {
      const set = (properties: object) =>
        failureOf((sheet) => void Object.assign(sheet.getRange("A1").dataValidation, properties));
      expect(await set({ prompt: { message: "m", showPrompt: true, title: "t" } })).toBeNull();
      expect(await set({ prompt: { message: "m", title: "t" } })).toMatchObject({ code: "InvalidArgument" });
      expect(await set({ errorAlert: { message: "m", title: "t", style: "Stop" } })).toBeNull();
      expect(
        await set({ errorAlert: { message: "m", title: "t", style: "Luid", showAlert: true } }),
      ).toMatchObject({ code: "InvalidArgument" });
      expect(await set({ ignoreBlanks: "ja" })).toMatchObject({ code: "InvalidArgument" });
    });

    it("by a date that is no formula is not there", async () => {
      const error = await failureOf((sheet) => {
        sheet.getRange("A1").dataValidation.rule = {
          date: { formula1: "2024-01-31", operator: "GreaterThan" },
        };
      });
      expect(error).toMatchObject({ code: "NotImplemented" });
    });

    it("of a protected sheet refuses every change", async () => {
      const changes: Record<string, (validation: Excel.DataValidation) => void> = {
        rule: (validation) => (validation.rule = list),
        blanks: (validation) => (validation.ignoreBlanks = false),
        clear: (validation) => validation.clear(),
      };
      for (const [what, change] of Object.entries(changes)) {
        const error = await failureOf((sheet) => {
          sheet.protection.protect();
          change(sheet.getRange("A1").dataValidation);
        });
        expect([what, error?.code]).toEqual([what, "AccessDenied"]);
      }
    });
  });
});

describe("comments in a file", () => {
  it("have ids that no other has; notes do not say when they were made", async () => {
    const addIn = await addInInNode(newestSet);
    const add = (...addresses: string[]) =>
      addIn.run(async (context) => {
        addresses.forEach((address) => context.workbook.comments.add(`Blad1!${address}`, address));
        await context.sync();
      });
    const { state } = addIn.bench;
    await add("A1", "C5");
    const { bytes } = await saveXlsx(state, "KNAP");
    await openXlsx(state, bytes, []);
    await add("A3");
    const read = await addIn.run(async (context) => {
      const comments = context.workbook.comments.load("items/id, items/content, items/creationDate");
      await context.sync();
      return comments.items.map(({ id, content, creationDate }) => ({ id, content, creationDate }));
    });
    expect(read.map(({ content }) => content)).toEqual(["A1", "C5", "A3"]);
    expect(new Set(read.map(({ id }) => id)).size).toBe(3);
    expect(read.map(({ creationDate }) => creationDate === null)).toEqual([true, true, false]);
    addIn.bench.engine.dispose();
  });
});

describe("what a user takes back", () => {
  it("is gone for an add-in that still holds it", async () => {
    const addIn = await addInInNode(newestSet);
    const error = await addIn.failureOf(async (context) => {
      const comment = context.workbook.comments.add("Blad1!A1", "x").load("id");
      await context.sync();
      comment.load("content");
      await context.sync();
      addIn.bench.state.comments = structuredClone(addIn.bench.state.comments);
      comment.content = "y";
      comment.load("content");
      await context.sync();
      expect(comment.content).toBe("y");
      expect(addIn.bench.state.comments[0].content).toBe("y");
      addIn.bench.state.comments = [];
      comment.load("content");
      await context.sync();
    });
    expect(error).toMatchObject({ code: "ItemNotFound" });
    addIn.bench.engine.dispose();
  });
});
