import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { uniqueHeads } from "../../workbench/host/model/table-heads";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { Workbook } from "@cj-tech-master/excelts";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

const withoutSheet = (address: string) => address.replace(/^.*!/, "");

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("tables at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());
  const onSheet = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Lijst ${(number += 1)}`);
      return await work(sheet, context);
    });
  /** The error of a piece of work on a sheet of its own. */
  const failureOf = (work: (sheet: Excel.Worksheet) => void) =>
    addIn.failureOf(async (context) => {
      work(context.workbook.worksheets.add(`Lijst ${(number += 1)}`));
      await context.sync();
    });
  const address = async (context: Excel.RequestContext, find: () => Excel.Range) => {
    const range = find().load("address");
    await context.sync();
    return withoutSheet(range.toJSON().address ?? "");
  };
  /** A table of three columns and two rows in B2:D4. */
  const threeColumns = (sheet: Excel.Worksheet) => {
    sheet.getRange("B2:D4").values = [
      ["Jaar", "Zuid", "Overig"],
      [2021, 5, 50],
      [2022, 6, 60],
    ];
    return sheet.tables.add("B2:D4", true);
  };

  it("have columns that are found by id, by name and by place, also after a sync", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const { columns } = threeColumns(sheet);
      columns.load("items/name, items/id, items/index");
      await context.sync();
      const ranges = [
        ...columns.items.map((column) => column.getRange()),
        columns.getItem(2).getRange(),
        columns.getItem("overig").getDataBodyRange(),
        columns.getItem("2").getHeaderRowRange(),
        columns.getItemAt(0).getRange(),
      ].map((range) => range.load("address"));
      const missing = columns.getItemOrNullObject("Noord");
      const count = columns.getCount();
      columns.load("count");
      await context.sync();
      return {
        names: columns.items.map(({ name, id, index }) => [name, id, index]),
        addresses: ranges.map((range) => withoutSheet(range.address)),
        missing: missing.isNullObject,
        counts: [count.value, columns.count],
      };
    });
    expect(seen).toEqual({
      names: [
        ["Jaar", 1, 0],
        ["Zuid", 2, 1],
        ["Overig", 3, 2],
      ],
      addresses: ["B2:B4", "C2:C4", "D2:D4", "C2:C4", "D3:D4", "C2", "B2:B4"],
      missing: true,
      counts: [3, 3],
    });
    const none = await failureOf((sheet) =>
      threeColumns(sheet).columns.getItem(4).getRange().load("address"),
    );
    expect(none).toMatchObject({ code: "ItemNotFound" });
  });

  it("take a text for a name of a column before they take it for an id", async () => {
    const found = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:C1").values = [["a", "b", "'1"]];
      const { columns } = sheet.tables.add("A1:C2", true);
      const ranges = [columns.getItem("1"), columns.getItem(1)].map((column) =>
        column.getHeaderRowRange().load("address"),
      );
      await context.sync();
      return ranges.map((range) => withoutSheet(range.address));
    });
    expect(found).toEqual(["C1", "A1"]);
  });

  it("lead to their heads, their body, their rows and all of them", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const table = threeColumns(sheet);
      const rows = table.rows.load("items/index, items/values");
      table.rows.load("count");
      const parts = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.rows.getItemAt(1).getRange(),
      ].map((range) => range.load("address"));
      table.rows.getItemAt(0).values = [[2020, 4, 40]];
      const first = table.getDataBodyRange().load("values");
      table.worksheet.load("name");
      await context.sync();
      return {
        parts: parts.map((range) => withoutSheet(range.address)),
        rows: rows.items.map(({ index, values }) => [index, values]),
        count: rows.count,
        first: first.toJSON().values,
        sheet: table.worksheet.name,
      };
    });
    expect(seen).toEqual({
      parts: ["B2:D4", "B2:D2", "B3:D4", "B4:D4"],
      rows: [
        [0, [[2021, 5, 50]]],
        [1, [[2022, 6, 60]]],
      ],
      count: 2,
      first: [
        [2020, 4, 40],
        [2022, 6, 60],
      ],
      sheet: `Lijst ${number}`,
    });
    for (const index of [-1, 2]) {
      const none = await failureOf((sheet) => threeColumns(sheet).rows.getItemAt(index).load("values"));
      expect(none).toMatchObject({ code: "ItemNotFound" });
    }
    const totals = await failureOf((sheet) => threeColumns(sheet).getTotalRowRange().load("address"));
    expect(totals).toMatchObject({ code: "ItemNotFound" });
  });

  it("over heads alone have a blank row, which the first row that is added takes", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").values = [["Jaar", "Aantal"]];
      const table = sheet.tables.add("A1:B1", true);
      const empty = [table.getRange(), table.getDataBodyRange()].map((range) => range.load("address"));
      const none = table.rows.getCount();
      await context.sync();
      table.rows.add(undefined, [
        [2021, 5],
        [2022, 6],
      ]);
      const count = table.rows.getCount();
      const all = table.getRange().load("values");
      await context.sync();
      return {
        empty: empty.map((range) => withoutSheet(range.address)),
        counts: [none.value, count.value],
        all: all.toJSON().values,
      };
    });
    expect(seen).toEqual({
      empty: ["A1:B2", "A2:B2"],
      counts: [0, 2],
      all: [
        ["Jaar", "Aantal"],
        [2021, 5],
        [2022, 6],
      ],
    });
  });

  it("over heads alone do not take a row in which something is", async () => {
    const error = await failureOf((sheet) => {
      sheet.getRange("A1:A2").values = [["Jaar"], [2021]];
      sheet.tables.add("A1", true);
    });
    expect(error).toMatchObject({ code: "NotImplemented" });
  });

  it("have heads of text, of which none is empty and no two are the same", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:F2").formulas = [
        ["", "Jaar", "jaar", 2021, '="uit"&"komst"', ""],
        [1, 2, 3, 4, 5, 6],
      ];
      const table = sheet.tables.add("A1:F2", true);
      table.name = `Koppen${number}`;
      sheet.getRange("H1").formulas = [[`=SUM(Koppen${number}[[Kolom1]:[2021]])`]];
      const heads = table.getHeaderRowRange().load("values, formulas, valueTypes");
      const columns = table.columns.load("items/name");
      await context.sync();
      await addIn.bench.engine.settled();
      const sum = sheet.getRange("H1").load("values");
      await context.sync();
      return {
        heads: heads.values,
        formulas: heads.formulas,
        types: new Set(heads.valueTypes[0]),
        names: columns.items.map(({ name }) => name),
        sum: sum.toJSON().values,
      };
    });
    const heads = ["Kolom1", "Jaar", "jaar2", "2021", "uitkomst", "Kolom2"];
    expect(seen).toEqual({
      heads: [heads],
      formulas: [heads],
      types: new Set(["String"]),
      names: heads,
      sum: [[10]],
    });
  });

  it("grow at their end, show what they are told to, and can be resized", async () => {
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
      table.showBandedColumns = true;
      table.showFilterButton = false;
      table.highlightFirstColumn = true;
      const total = sheet.getRange("E1");
      total.formulas = [["=SUM(C:C)"]];
      const count = table.rows.getCount();
      const grown = table.getRange().load("address");
      await context.sync();
      if (excelApi >= 13) table.resize("B2:D4");
      const range = table.getRange().load("values");
      table.load([
        "showBandedRows",
        "showBandedColumns",
        "showFilterButton",
        "highlightFirstColumn",
        "highlightLastColumn",
        "showHeaders",
        "showTotals",
      ]);
      await context.sync();
      await addIn.bench.engine.settled();
      total.load("values");
      await context.sync();
      const options = table.toJSON();
      return {
        count: count.value,
        address: withoutSheet(grown.address),
        range: range.toJSON().values,
        total: total.toJSON().values,
        banded: [options.showBandedRows, options.showBandedColumns],
        filter: options.showFilterButton,
        high: [options.highlightFirstColumn, options.highlightLastColumn],
        rows: [options.showHeaders, options.showTotals],
      };
    });
    expect(seen).toEqual({
      count: 3,
      address: "B2:C5",
      range:
        excelApi >= 13
          ? [
              ["Jaar", "Aantal", "Kolom1"],
              [2021, 5, ""],
              [2022, 6, ""],
            ]
          : [
              ["Jaar", "Aantal"],
              [2021, 5],
              [2022, 6],
              [2023, 7],
            ],
      total: [[18]],
      banded: [false, true],
      filter: false,
      high: [true, false],
      rows: [true, false],
    });
  });

  it("do not grow over cells, nor away from cells that would move down with them", async () => {
    const add = (alwaysInsert: boolean | undefined, below: string) =>
      failureOf((sheet) => {
        const table = threeColumns(sheet);
        sheet.getRange(below).values = [["blijft"]];
        table.rows.add(undefined, [[2023, 7, 70]], alwaysInsert);
      });
    expect(await add(undefined, "C9")).toMatchObject({ code: "NotImplemented" });
    expect(await add(true, "C9")).toMatchObject({ code: "NotImplemented" });
    expect(await add(false, "C9")).toBeNull();
    expect(await add(false, "C5")).toMatchObject({ code: "NotImplemented" });
    // Beside the table nothing moves.
    expect(await add(true, "F9")).toBeNull();
  });

  it.each([
    ["one cell too few", undefined, [[2023, 7]]],
    ["no matrix", undefined, ["2023"] as never],
    ["no rows", undefined, []],
    ["a place beyond the end", 3, [[2023, 7, 70]]],
  ])("refuse rows with %s", async (_, index, values) => {
    const error = await failureOf((sheet) => void threeColumns(sheet).rows.add(index, values));
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  it("add rows at their end only, one with a single value, and a blank one", async () => {
    const between = await failureOf((sheet) => void threeColumns(sheet).rows.add(0, [[2020, 4, 40]]));
    expect(between).toMatchObject({ code: "NotImplemented" });
    const body = await onSheet(async (sheet, context) => {
      const table = threeColumns(sheet);
      const row = table.rows.add(-1, 7).load("index");
      table.rows.add(3);
      const range = table.getDataBodyRange().load("values");
      await context.sync();
      return [row.index, range.toJSON().values?.slice(2)];
    });
    expect(body).toEqual([
      2,
      [
        [7, 7, 7],
        ["", "", ""],
      ],
    ]);
  });

  it("do not overlap", async () => {
    const error = await failureOf((sheet) => {
      threeColumns(sheet);
      sheet.tables.add("D4:E5", true);
    });
    expect(error).toMatchObject({ code: "MergedRangeConflict" });
  });

  if (excelApi >= 13)
    it.each([
      ["B3:D4", "InvalidArgument"],
      ["F2:G4", "InvalidArgument"],
      ["B2:D2", "InvalidArgument"],
      ["B2:F4", "MergedRangeConflict"],
      ["Blad1!B2:D4", "InvalidArgument"],
    ])("are not resized to %s", async (to, code) => {
      const error = await failureOf((sheet) => {
        sheet.getRange("F2").values = [["Ander"]];
        sheet.tables.add("F2:F3", true);
        threeColumns(sheet).resize(to);
      });
      expect(error).toMatchObject({ code });
    });

  it.each(["A1", "r", "R1C1", "rc", "Mijn tabel", "1e", "TRUE", "x".repeat(256), ""])(
    "are not called %j",
    async (name) => {
      const error = await failureOf((sheet) => void (threeColumns(sheet).name = name));
      expect(error).toMatchObject({ code: "InvalidArgument" });
    },
  );

  it("have names that no other table or name has, and are found by name and id", async () => {
    const name = `Scores${excelApi}`;
    const taken = `Doel${excelApi}`;
    const seen = await onSheet(async (sheet, context) => {
      const table = threeColumns(sheet);
      table.name = name;
      // The same name in other capitals is its own.
      table.name = name.toUpperCase();
      table.load("name, id");
      context.workbook.names.add(taken, sheet.getRange("A1"));
      await context.sync();
      const all = [
        context.workbook.tables.getItem(name),
        sheet.tables.getItem(table.id),
        sheet.tables.getItemAt(0),
      ].map((one) => one.load("name"));
      const none = sheet.tables.getItemOrNullObject("Nergens");
      await context.sync();
      return [...all.map((one) => one.name), none.isNullObject];
    });
    expect(seen).toEqual([name.toUpperCase(), name.toUpperCase(), name.toUpperCase(), true]);
    for (const other of [name, taken]) {
      const error = await failureOf((sheet) => void (threeColumns(sheet).name = other));
      expect(error).toMatchObject({ code: "InvalidArgument" });
    }
  });

  it("are made of the cells of a name, and get a name that is free", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:A2").values = [["Jaar"], [2021]];
      context.workbook.names.add(`Bron${excelApi}`, sheet.getRange("A1:A2"));
      const next = context.workbook.tables.load("count");
      await context.sync();
      // The next name is taken by a defined name.
      context.workbook.names.add(`Tabel${next.count + 1}`, "=1");
      const table = sheet.tables.add(`Bron${excelApi}`, true).load("name");
      const range = table.getRange().load("address");
      await context.sync();
      return [table.name === `Tabel${next.count + 2}`, withoutSheet(range.address)];
    });
    expect(seen).toEqual([true, "A1:A2"]);
  });

  it.each(["Rubbish", "TableStyleLight0", "TableStyleLight22", "TableStyleMedium29", "TableStyleDark12", ""])(
    "have no style %j",
    async (style) => {
      const error = await failureOf((sheet) => void (threeColumns(sheet).style = style));
      expect(error).toMatchObject({ code: "InvalidArgument" });
    },
  );

  it("have a style", async () => {
    const styles = await onSheet(async (sheet, context) => {
      const table = threeColumns(sheet).load("style");
      await context.sync();
      const before = table.style;
      table.style = "TableStyleDark11";
      table.load("style");
      await context.sync();
      return [before, table.style];
    });
    expect(styles).toEqual(["TableStyleMedium2", "TableStyleDark11"]);
  });

  it("do not show or hide their heads and totals", async () => {
    expect(await failureOf((sheet) => void (threeColumns(sheet).showTotals = true))).toMatchObject({
      code: "NotImplemented",
    });
    expect(await failureOf((sheet) => void (threeColumns(sheet).showHeaders = false))).toMatchObject({
      code: "NotImplemented",
    });
    expect(await failureOf((sheet) => void (threeColumns(sheet).showTotals = false))).toBeNull();
    const without = await failureOf((sheet) => void sheet.tables.add("A1:B2", false));
    expect(without).toMatchObject({ code: "NotImplemented" });
  });

  it("are deleted with what is in their cells, or become cells", async () => {
    const after = (end: (table: Excel.Table) => void) =>
      onSheet(async (sheet, context) => {
        const table = threeColumns(sheet);
        sheet.getRange("E3").values = [["ernaast"]];
        await context.sync();
        end(table);
        const count = sheet.tables.getCount();
        const cells = sheet.getRange("B2:E3").load("values");
        await context.sync();
        return [count.value, cells.toJSON().values];
      });
    expect(await after((table) => table.delete())).toEqual([
      0,
      [
        ["", "", "", ""],
        ["", "", "", "ernaast"],
      ],
    ]);
    expect(await after((table) => void table.convertToRange())).toEqual([
      0,
      [
        ["Jaar", "Zuid", "Overig", ""],
        [2021, 5, 50, "ernaast"],
      ],
    ]);
    const gone = await addIn.failureOf(async (context) => {
      const table = threeColumns(context.workbook.worksheets.add(`Lijst ${(number += 1)}`)).load("id");
      await context.sync();
      table.delete();
      await context.sync();
      table.load("name");
      await context.sync();
    });
    expect(gone).toMatchObject({ code: "ItemNotFound" });
  });

  it("of a protected sheet refuse every change", async () => {
    const changes: Record<string, (table: Excel.Table, sheet: Excel.Worksheet) => void> = {
      name: (table) => (table.name = "Anders"),
      style: (table) => (table.style = "TableStyleLight1"),
      bands: (table) => (table.showBandedRows = false),
      rows: (table) => void table.rows.add(undefined, [[1, 2, 3]]),
      row: (table) => (table.rows.getItemAt(0).values = [[1, 2, 3]]),
      delete: (table) => table.delete(),
      range: (table) => void table.convertToRange(),
      ...(excelApi >= 13 ? { resize: (table: Excel.Table) => table.resize("B2:D9") } : {}),
      "another table": (_, sheet) => void sheet.tables.add("G1:H2", true),
    };
    for (const [what, change] of Object.entries(changes)) {
      const error = await failureOf((sheet) => {
        const table = threeColumns(sheet);
        sheet.protection.protect();
        change(table, sheet);
      });
      expect([what, error?.code]).toEqual([what, "AccessDenied"]);
    }
    const elsewhere = await addIn.failureOf(async (context) => {
      const sheet = context.workbook.worksheets.add(`Lijst ${(number += 1)}`);
      sheet.protection.protect();
      context.workbook.tables.add(`'Lijst ${number}'!A1:B2`, true);
      await context.sync();
    });
    expect(elsewhere).toMatchObject({ code: "AccessDenied" });
    const read = await onSheet(async (sheet, context) => {
      const table = threeColumns(sheet);
      sheet.protection.protect();
      return await address(context, () => table.columns.getItemAt(1).getDataBodyRange());
    });
    expect(read).toBe("C3:C4");
  });
});

describe("tables in a file", () => {
  it("keep their stripes, highlights and style", async () => {
    const addIn = await addInInNode(newestSet);
    await addIn.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("A1:B2").values = [
        ["Jaar", "Aantal"],
        [2021, 5],
      ];
      const table = sheet.tables.add("A1:B2", true);
      Object.assign(table, {
        name: "Kaal",
        style: "TableStyleLight9",
        showBandedRows: false,
        showBandedColumns: true,
        showFilterButton: false,
        highlightFirstColumn: true,
        highlightLastColumn: true,
      });
      sheet.getRange("D1:D2").values = [["Ander"], [1]];
      sheet.tables.add("D1:D2", true).name = "Gewoon";
      await context.sync();
    });
    const { bytes } = await saveXlsx(addIn.bench.state, "KNAP");
    const before = addIn.bench.engine
      .tables()
      .map(({ id, name }) => [name, addIn.bench.state.tableOptions.get(id)]);
    await openXlsx(addIn.bench.state, bytes, []);
    const { engine, state } = addIn.bench;
    const opened = Object.fromEntries(
      engine
        .tables()
        .map(({ id, name }) => [name, { ...state.tableOptions.get(id), style: state.tableStyles.get(id) }]),
    );
    expect(before[0][1]).toMatchObject({ showBandedColumns: true });
    const plain = { hasBlankRow: false, totals: null };
    expect(opened).toEqual({
      Kaal: {
        ...plain,
        showBandedRows: false,
        showBandedColumns: true,
        // Not kept: see save-xlsx.ts.
        showFilterButton: true,
        highlightFirstColumn: true,
        highlightLastColumn: true,
        style: "TableStyleLight9",
      },
      Gewoon: {
        ...plain,
        showBandedRows: true,
        showBandedColumns: false,
        showFilterButton: true,
        highlightFirstColumn: false,
        highlightLastColumn: false,
        style: "TableStyleMedium2",
      },
    });
    engine.dispose();
  });

  it("with a totals row have it under their body, and take it along when they are saved", async () => {
    const file = new Workbook();
    const sheet = file.addWorksheet("Blad1", { views: [{ state: "normal" }] });
    sheet.addTable({
      name: "Cijfers",
      ref: "A1",
      headerRow: true,
      totalsRow: true,
      columns: [
        { name: "Jaar", totalsRowLabel: "Totaal" },
        { name: "Aantal", totalsRowFunction: "sum" },
      ],
      rows: [
        [2021, 5],
        [2022, 6],
      ],
    });
    const addIn = await addInInNode(newestSet);
    await openXlsx(addIn.bench.state, new Uint8Array(await file.xlsx.writeBuffer()), []);
    const seen = () =>
      addIn.run(async (context) => {
        const table = context.workbook.tables.getItem("Cijfers").load("showTotals");
        const parts = [table.getRange(), table.getDataBodyRange(), table.getTotalRowRange()];
        parts.push(table.columns.getItem("Aantal").getTotalRowRange());
        parts.forEach((range) => range.load("address"));
        const count = table.rows.getCount();
        await context.sync();
        return [table.showTotals, count.value, ...parts.map((range) => withoutSheet(range.address))];
      });
    const expected = [true, 2, "A1:B4", "A2:B3", "A4:B4", "B4"];
    expect(await seen()).toEqual(expected);
    const grown = await addIn.failureOf(async (context) => {
      context.workbook.tables.getItem("Cijfers").rows.add(undefined, [[2023, 7]]);
      await context.sync();
    });
    expect(grown).toMatchObject({ code: "NotImplemented" });
    const { bytes } = await saveXlsx(addIn.bench.state, "KNAP");
    await openXlsx(addIn.bench.state, bytes, []);
    await addIn.bench.engine.settled();
    expect(await seen()).toEqual(expected);
    const { engine } = addIn.bench;
    const totals = engine.values(engine.sheetIds()[0], {
      startRow: 3,
      startColumn: 0,
      endRow: 3,
      endColumn: 1,
    });
    expect(totals).toEqual([["Totaal", 11]]);
    engine.dispose();
  });

  it.each([
    [
      ["a", "a", "a2"],
      ["a", "a3", "a2"],
    ],
    [
      ["", "kolom1", ""],
      ["Kolom2", "kolom1", "Kolom3"],
    ],
  ])("heads %j become %j", (heads, unique) => expect(uniqueHeads(heads)).toEqual(unique));
});
