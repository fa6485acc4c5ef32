import { addInInNode, type AddInInNode } from "./add-in-in-node";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("objects of the workbook at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Object${(number += 1)}`);
      return await work(sheet, context);
    });

  it("sheets have a place, a name, gridlines and can be hidden; the last one in sight cannot", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.position = 0;
      sheet.name = "Vooraan";
      sheet.showGridlines = false;
      sheet.visibility = "Hidden";
      sheet.load(["position", "name", "showGridlines", "visibility"]);
      const first = context.workbook.worksheets.load("items/name");
      await context.sync();
      const { position, name, showGridlines, visibility } = sheet.toJSON();
      sheet.visibility = "Visible";
      await context.sync();
      return [position, name, showGridlines, visibility, first.items[0].name];
    });
    expect(seen).toEqual([0, "Vooraan", false, "Hidden", "Vooraan"]);
    const error = await addIn.failureOf(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      sheets.items.forEach((sheet) => (sheet.visibility = "Hidden"));
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidOperation" });
    await addIn.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      sheets.items.forEach((sheet) => (sheet.visibility = "Visible"));
      await context.sync();
    });
  });

  it.each(["", "a/b", "[a]", "x".repeat(32), "'a'"])("a sheet is not called %j", async (name) => {
    const error = await addIn.failureOf(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().name = name;
      await context.sync();
    });
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  it("tables grow at their end, show what they are told to, and can be resized", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:C3").values = [
        ["Jaar", "Aantal"],
        [2021, 5],
      ];
      const table = sheet.tables.add("B2:C3", true);
      table.rows.add(undefined, [
        [2022, 6],
        [2023, 7],
      ]);
      table.showBandedRows = false;
      table.showFilterButton = false;
      const total = sheet.getRange("E1");
      total.formulas = [["=SUM(C:C)"]];
      const count = table.rows.getCount();
      const grown = table.getRange().load("address");
      await context.sync();
      if (excelApi >= 13) table.resize("B2:C4");
      const range = table.getDataBodyRange().load("values");
      table.load(["showBandedRows", "showFilterButton", "showHeaders", "showTotals"]);
      await context.sync();
      await addIn.bench.engine.settled();
      total.load("values");
      await context.sync();
      const { showBandedRows, showFilterButton, showHeaders, showTotals } = table.toJSON();
      return {
        count: count.value,
        address: grown.address.replace(/^.*!/, ""),
        body: range.toJSON().values,
        total: total.toJSON().values,
        options: [showBandedRows, showFilterButton, showHeaders, showTotals],
      };
    });
    expect(seen).toEqual({
      count: 3,
      address: "B2:C5",
      body: [[2021, 5], [2022, 6], ...(excelApi >= 13 ? [] : [[2023, 7]])],
      total: [[18]],
      options: [false, false, true, false],
    });
  });

  it("names lead to their cells, calculate, and are no two the same", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const { names } = context.workbook;
      sheet.getRange("A1:A2").values = [[3], [4]];
      names.add(`Doel${excelApi}`, sheet.getRange("A1:A2"));
      sheet.getRange("B1").formulas = [[`=SUM(Doel${excelApi})`]];
      const named = names.getItem(`doel${excelApi}`);
      named.load(["name", "formula", "type"]);
      const place = named.getRange().load("address");
      const missing = names.getItemOrNullObject("Nergens");
      await context.sync();
      await addIn.bench.engine.settled();
      const sum = sheet.getRange("B1").load("values");
      await context.sync();
      const { name, formula, type } = named.toJSON();
      return [name, formula, type, place.address, missing.isNullObject, sum.toJSON().values];
    });
    const cells = `Object${number}!$A$1:$A$2`;
    expect(seen).toEqual([`Doel${excelApi}`, `=${cells}`, "Range", cells.replaceAll("$", ""), true, [[7]]]);
    const twice = await addIn.failureOf(async (context) => {
      context.workbook.names.add(`DOEL${excelApi}`, "=1");
      await context.sync();
    });
    expect(twice).toMatchObject({ code: "ItemAlreadyExists" });
    const address = await addIn.failureOf(async (context) => {
      context.workbook.names.add("A1", "=1");
      await context.sync();
    });
    expect(address).toMatchObject({ code: "InvalidArgument" });
  });

  it("charts take texts above and beside the numbers as names and categories", async () => {
    const read = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:C3").values = [
        ["", "Zuid", "Overig"],
        ["voor", 1, 2],
        ["na", 3, 4],
      ];
      const chart = sheet.charts.add("BarStacked", sheet.getRange("A1:C3"), "Columns");
      chart.name = "Verschil";
      chart.title.text = "Zuid en Overig";
      chart.legend.position = "Bottom";
      chart.axes.valueAxis.minimum = 0;
      chart.setPosition("E2", "J12");
      chart.load("name");
      chart.title.load("text");
      chart.series.load("items/name");
      await context.sync();
      return [chart.name, chart.title.text, chart.series.items.map(({ name }) => name)];
    });
    expect(read).toEqual(["Verschil", "Zuid en Overig", ["Zuid", "Overig"]]);
    const { charts } = addIn.bench.state;
    const block = (startRow: number, startColumn: number, endRow: number, endColumn: number) => ({
      startRow,
      startColumn,
      endRow,
      endColumn,
    });
    expect(charts[charts.length - 1]).toMatchObject({
      type: "BarStacked",
      legend: { position: "Bottom" },
      valueAxis: { minimum: 0 },
      place: block(1, 4, 11, 9),
      series: [
        { values: { block: block(1, 1, 2, 1) }, categories: { block: block(1, 0, 2, 0) } },
        { values: { block: block(1, 2, 2, 2) }, categories: { block: block(1, 0, 2, 0) } },
      ],
    });
    const unknown = await addIn.failureOf(async (context) => {
      const sheet = context.workbook.worksheets.getItem(`Object${number}`);
      sheet.charts.add("Pie", sheet.getRange("A1:C3"));
      await context.sync();
    });
    expect(unknown).toMatchObject({ code: "NotImplemented" });
  });

  it("keep settings of the workbook, of the document, and XML of the add-in", async () => {
    const read = await addIn.run(async (context) => {
      const { settings, customXmlParts } = context.workbook;
      settings.add("drempel", 5);
      const setting = settings.getItem("drempel").load(["key", "value"]);
      const part = customXmlParts.add('<knap xmlns="urn:knap"><bron>CBS</bron></knap>');
      const found = customXmlParts.getByNamespace("urn:knap").getCount();
      await context.sync();
      const xml = part.getXml();
      await context.sync();
      setting.delete();
      part.delete();
      const gone = settings.getItemOrNullObject("drempel");
      await context.sync();
      return [setting.key, setting.value, found.value, xml.value, gone.isNullObject];
    });
    expect(read).toEqual(["drempel", 5, 1, '<knap xmlns="urn:knap"><bron>CBS</bron></knap>', true]);
    const office = addIn.window.globals.Office as typeof Office;
    office.context.document.settings.set("laatste", "scorecard");
    const status = await new Promise((resolve) =>
      office.context.document.settings.saveAsync(({ status: outcome }) => resolve(outcome)),
    );
    expect(status).toBe("succeeded");
    expect([...addIn.bench.state.documentSettings]).toEqual([
      ["laatste", expect.stringContaining("scorecard")],
    ]);
  });

  it("do all of a named step of undoing when the add-in asks for one", async () => {
    const run = (addIn.window.globals.Excel as typeof Excel).run;
    const options = { mergeUndoGroup: true } as Excel.RunOptions;
    await run(options, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("Z1").values = [[1]];
      await context.sync();
      context.workbook.worksheets.getActiveWorksheet().getRange("Z2").values = [[2]];
      await context.sync();
    });
    const range = await addIn.run(async (context) => {
      const cells = context.workbook.worksheets.getActiveWorksheet().getRange("Z1:Z2").load("values");
      await context.sync();
      return cells.toJSON().values;
    });
    expect(range).toEqual([[1], [2]]);
  });
});

describe.each([oldestSet, newestSet])("what happens outside a batch at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  beforeEach(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterEach(() => addIn.bench.engine.dispose());
  const write = async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[1]];
    await context.sync();
  };

  it("runs the function of a button on the ribbon, and waits until it is done", async () => {
    const office = addIn.window.globals.Office as typeof Office;
    const done: string[] = [];
    office.actions.associate("ververs", (event: Office.AddinCommands.Event) => {
      void addIn.run(write).then(() => {
        done.push("geschreven");
        event.completed();
      });
    });
    await addIn.bench.host.runCommand("ververs");
    expect(done).toEqual(["geschreven"]);
  });

  it("refuses changes of a protected sheet, allows reading, and takes them when it is not protected any more", async () => {
    await addIn.run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").protection.protect(undefined, "geheim");
      await context.sync();
    });
    expect(await addIn.failureOf(write)).toMatchObject({ code: "AccessDenied" });
    const wrong = await addIn.failureOf(async (context) => {
      context.workbook.worksheets.getItem("Blad1").protection.unprotect("fout");
      await context.sync();
    });
    expect(wrong).toMatchObject({ code: "AccessDenied" });
    await addIn.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem("Blad1");
      protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(true);
      protection.unprotect("geheim");
      await context.sync();
    });
    expect(await addIn.failureOf(write)).toBeNull();
  });

  it("waits for the user to finish a cell when the add-in asks for that", async () => {
    const { faults } = addIn.bench;
    faults.isEditing = true;
    setTimeout(() => (faults.isEditing = false), 50);
    const run = (addIn.window.globals.Excel as typeof Excel).run;
    await run({ delayForCellEdit: true }, write);
    expect(faults.isEditing).toBe(false);
  });

  it("keeps the workbook when the add-in restarts; formulas that were asked meanwhile get their answer", async () => {
    const { engine } = addIn.bench;
    const [sheet] = engine.sheetIds();
    await addIn.run(write);
    const started = addIn.restart();
    engine.write(sheet, 0, 1, [[9], [10], [0], ["=KNAP.NPS(B1:B3)"]]);
    await started;
    await engine.settled();
    // Two promotors and one criticaster of three.
    const cell = (row: number, column: number) =>
      engine.values(sheet, { startRow: row, startColumn: column, endRow: row, endColumn: column })[0][0];
    expect(cell(3, 1)).toBeCloseTo(100 / 3, 9);
    expect(cell(0, 0)).toBe(1);
    expect(await addIn.failureOf(write)).toBeNull();
  });
});
