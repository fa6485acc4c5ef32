import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("what an add-in keeps in the file, at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  beforeEach(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterEach(() => addIn.bench.engine.dispose());

  it("are settings, of which capitals in the key count", async () => {
    const seen = await addIn.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("a", 1);
      settings.add("A", 2);
      const found = [settings.getItem("A"), settings.getItem("a")].map((one) => one.load("key, value"));
      const none = settings.getItemOrNullObject("b");
      const count = settings.getCount();
      settings.load("items/key");
      await context.sync();
      return {
        found: found.map(({ key, value }) => [key, value as unknown]),
        none: none.isNullObject,
        count: count.value,
        keys: settings.items.map(({ key }) => key),
      };
    });
    expect(seen).toEqual({
      found: [
        ["A", 2],
        ["a", 1],
      ],
      none: true,
      count: 2,
      keys: ["a", "A"],
    });
    const missing = await addIn.failureOf(async (context) => {
      context.workbook.settings.getItem("b").load("value");
      await context.sync();
    });
    expect(missing).toMatchObject({ code: "ItemNotFound" });
  });

  it("are settings of all kinds of values, which are set, added again and deleted", async () => {
    // As Office.js sends a date, which it only knows for one in its own window.
    const date = `Date(${Date.UTC(2026, 0, 31)})`;
    const seen = await addIn.run(async (context) => {
      const { settings } = context.workbook;
      const values = ["tekst", 1.5, true, [1, "a"], { diep: { er: 1 } }];
      values.forEach((value, i) => settings.add(`s${i}`, value));
      settings.add("datum", date);
      await context.sync();
      const first = settings.getItem("s0");
      first.value = "anders";
      settings.add("s1", 2);
      const all = ["s0", "s1", "s2", "s3", "s4", "datum"].map((key) => settings.getItem(key).load("value"));
      await context.sync();
      first.delete();
      const gone = settings.getItemOrNullObject("s0");
      await context.sync();
      const last = all[5].value as Date;
      return [...all.slice(0, 5).map(({ value }) => value as unknown), last.getTime(), gone.isNullObject];
    });
    expect(seen).toEqual(["anders", 2, true, [1, "a"], { diep: { er: 1 } }, Date.UTC(2026, 0, 31), true]);
    const deleted = await addIn.failureOf(async (context) => {
      const setting = context.workbook.settings.getItem("s1").load("value");
      await context.sync();
      setting.delete();
      await context.sync();
      setting.value = 3;
      await context.sync();
    });
    expect(deleted).toMatchObject({ code: "ItemNotFound" });
    const without = await addIn.failureOf(async (context) => {
      context.workbook.settings.add("", 1);
      await context.sync();
    });
    expect(without).toMatchObject({ code: "InvalidArgument" });
  });

  it("are settings of the document: saved and read again", async () => {
    const settings = () => (addIn.window.globals.Office as typeof Office).context.document.settings;
    const saved = () => new Promise((resolve) => settings().saveAsync(({ status }) => resolve(status)));
    const refreshed = () =>
      new Promise((resolve) => settings().refreshAsync(({ status }) => resolve(status)));
    settings().set("laatste", "scorecard");
    settings().set("weg", 1);
    expect(await saved()).toBe("succeeded");
    settings().remove("weg");
    expect(await saved()).toBe("succeeded");
    expect([...addIn.bench.state.documentSettings]).toEqual([
      ["laatste", expect.stringContaining("scorecard")],
    ]);
    // As another user would have saved it.
    addIn.bench.state.documentSettings.set("elders", JSON.stringify("ja"));
    expect(settings().get("elders")).toBeNull();
    expect(await refreshed()).toBe("succeeded");
    expect(settings().get("elders")).toBe("ja");
    expect(settings().get("laatste")).toBe("scorecard");
  });

  it("are parts of XML: added, found by namespace, changed and deleted", async () => {
    const xml = '<knap xmlns="urn:knap"><bron>CBS</bron></knap>';
    const seen = await addIn.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const part = customXmlParts.add(xml);
      customXmlParts.add(
        '<?xml version="1.0"?>\n<!-- uitleg -->\n<p:knap xmlns:p="urn:ander" xmlns="urn:knap"/>\n',
      );
      customXmlParts.add("<kaal/>");
      const all = customXmlParts.load("items/id, items/namespaceUri");
      const ofKnap = customXmlParts.getByNamespace("urn:knap");
      const counts = [customXmlParts.getCount(), ofKnap.getCount()];
      const only = ofKnap.getOnlyItem().load("id");
      const none = customXmlParts.getByNamespace("urn:nergens").getOnlyItemOrNullObject();
      const text = part.getXml();
      part.load("id");
      await context.sync();
      const ids = new Set(all.items.map(({ id }) => id));
      part.setXml('<anders xmlns="urn:nieuw"/>');
      part.load("namespaceUri");
      const again = customXmlParts.getItem(part.id).getXml();
      const unknown = customXmlParts.getItemOrNullObject("{nergens}");
      await context.sync();
      part.delete();
      const left = customXmlParts.getCount();
      await context.sync();
      return {
        namespaces: all.items.map(({ namespaceUri }) => namespaceUri),
        ids: ids.size,
        counts: counts.map(({ value }) => value),
        only: only.id === part.id,
        nulls: [none.isNullObject, unknown.isNullObject],
        texts: [text.value, again.value],
        changed: part.namespaceUri,
        left: left.value,
      };
    });
    expect(seen).toEqual({
      namespaces: ["urn:knap", "urn:ander", ""],
      ids: 3,
      counts: [3, 1],
      only: true,
      nulls: [true, true],
      texts: [xml, '<anders xmlns="urn:nieuw"/>'],
      changed: "urn:nieuw",
      left: 2,
    });
  });

  it.each([
    "",
    "tekst",
    "<a><b></a>",
    "<a/><b/>",
    "<a></a><b></b>",
    "<a/>tekst",
    "tekst<a/>",
    "<a x=1/>",
    '<a x="1" x="2"/>',
    "<a>1 & 2</a>",
    "<1a/>",
    "<p:a/>",
    "<!-- alleen dit -->",
  ])("is not the XML %j", async (xml) => {
    const added = await addIn.failureOf(async (context) => {
      context.workbook.customXmlParts.add(xml);
      await context.sync();
    });
    expect(added).toMatchObject({ code: "InvalidArgument" });
    const set = await addIn.failureOf(async (context) => {
      const part = context.workbook.customXmlParts.add("<a/>");
      part.setXml(xml);
      await context.sync();
    });
    expect(set).toMatchObject({ code: "InvalidArgument" });
  });

  it("has one part or fails, when one is asked for; and a namespace has a name", async () => {
    const only = (...parts: string[]) =>
      addIn.failureOf(async (context) => {
        parts.forEach((part) => context.workbook.customXmlParts.add(part));
        context.workbook.customXmlParts.getByNamespace("urn:een").getOnlyItem().load("id");
        await context.sync();
      });
    expect(await only()).toMatchObject({ code: "ItemNotFound" });
    expect(await only('<a xmlns="urn:een"/>')).toBeNull();
    expect(await only('<a xmlns="urn:een"/>')).toMatchObject({ code: "InvalidOperation" });
    const without = await addIn.failureOf(async (context) => {
      context.workbook.customXmlParts.getByNamespace("").load("items");
      await context.sync();
    });
    expect(without).toMatchObject({ code: "InvalidArgument" });
    const gone = await addIn.failureOf(async (context) => {
      const part = context.workbook.customXmlParts.add("<a/>").load("id");
      await context.sync();
      part.delete();
      await context.sync();
      part.getXml();
      await context.sync();
    });
    expect(gone).toMatchObject({ code: "ItemNotFound" });
  });
});
