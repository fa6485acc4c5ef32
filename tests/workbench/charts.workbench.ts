import type { Block } from "../../workbench/engine/address";
import type { ChartModel } from "../../workbench/host/model/chart";
import { blockAt } from "../../workbench/host/model/addresses";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";
import { keptOf } from "../../workbench/host/workbook-state";
import { drawingOf } from "../../workbench/page/chart-drawing";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

/** Seen in the workbench in Node, with Microsoft's own Office.js: not in Excel. */
describe.each([oldestSet, newestSet])("charts at ExcelApi 1.%i", (excelApi) => {
  let addIn: AddInInNode;
  let number = 0;
  beforeAll(async () => {
    addIn = await addInInNode(excelApi);
  });
  afterAll(() => addIn.bench.engine.dispose());

  const figures = [
    ["", "Zuid", "Overig"],
    ["voor", 1, 2],
    ["na", 3, 4],
  ];
  type Work<T> = (
    chart: Excel.Chart,
    sheet: Excel.Worksheet,
    context: Excel.RequestContext,
  ) => T | Promise<T>;
  const withChart = <T>(work: Work<T>) => addIn.run((context) => onNewSheet(context, work));
  const failure = (work: Work<unknown>) => addIn.failureOf((context) => onNewSheet(context, work));
  async function onNewSheet<T>(context: Excel.RequestContext, work: Work<T>): Promise<T> {
    const sheet = context.workbook.worksheets.add(`Grafiekblad${(number += 1)}`);
    sheet.getRange("A1:C3").values = figures;
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
    await context.sync();
    const result = await work(chart, sheet, context);
    await context.sync();
    return result;
  }
  const last = (): ChartModel => addIn.bench.state.charts[addIn.bench.state.charts.length - 1];
  const drawn = () => drawingOf(addIn.bench.engine, last());
  const addressed = ({ series }: ChartModel) =>
    series.map(({ name, values, categories }) => [name, values?.block, categories?.block ?? null]);
  const block = (address: string): Block => blockAt(address);

  describe("of new ones", () => {
    it("have a name with a number, an id, no title and a legend at the right", async () => {
      const seen = await withChart(async (chart, sheet, context) => {
        const second = sheet.charts.add("Line", sheet.getRange("B2:B3"));
        chart.load(["name", "id"]);
        second.load(["name", "id"]);
        chart.title.load(["text", "visible"]);
        chart.legend.load(["visible", "position"]);
        await context.sync();
        return [
          [chart.name, second.name],
          chart.id === second.id || chart.id === "",
          chart.title.visible,
          [chart.legend.visible, chart.legend.position],
        ];
      });
      expect(seen).toEqual([["Grafiek 1", "Grafiek 2"], false, false, [true, "Right"]]);
    });

    it("have no name that is there already", async () => {
      const names = await withChart(async (chart, sheet, context) => {
        sheet.charts.add("Line", sheet.getRange("B2:B3"));
        chart.delete();
        sheet.charts.add("Line", sheet.getRange("B2:B3"));
        const all = sheet.charts.load("items/name");
        await context.sync();
        return all.items.map(({ name }) => name);
      });
      expect(new Set(names).size).toBe(2);
    });

    it.each([
      ["Columns", [["Zuid", "B2:B3", "A2:A3"] as const, ["Overig", "C2:C3", "A2:A3"] as const]],
      ["Rows", [["voor", "B2:C2", "B1:C1"] as const, ["na", "B3:C3", "B1:C1"] as const]],
    ] as const)(
      "have series by %s, with the texts at the head as names and categories",
      async (by, series) => {
        await withChart((_, sheet) => {
          sheet.charts.add("BarStacked", sheet.getRange("A1:C3"), by);
        });
        expect(addressed(last())).toEqual(
          series.map(([name, values, categories]) => [name, block(values), block(categories)]),
        );
      },
    );

    it.each(["Auto", undefined] as const)("have columns as series on the web, by %s", async (by) => {
      await withChart((_, sheet) => {
        sheet.getRange("A1:E3").values = [
          ["", "a", "b", "c", "d"],
          ["voor", 1, 2, 3, 4],
          ["na", 5, 6, 7, 8],
        ];
        sheet.charts.add("ColumnClustered", sheet.getRange("A1:E3"), by);
      });
      expect(last().series.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
    });

    it("have numbered series and no categories without texts at the head", async () => {
      await withChart((_, sheet) => {
        sheet.charts.add("Line", sheet.getRange("B2:C3"), "Columns");
      });
      expect(addressed(last())).toEqual([
        ["Reeks1", block("B2:B3"), null],
        ["Reeks2", block("C2:C3"), null],
      ]);
    });

    it.each([
      ["Pie", "NotImplemented"],
      ["3DColumn", "NotImplemented"],
      ["Invalid", "InvalidArgument"],
      ["columnclustered", "InvalidArgument"],
      ["Rubbish", "InvalidArgument"],
    ])("are not of the type %s: %s", async (type, code) => {
      const error = await failure((_, sheet) => {
        sheet.charts.add(type as "Pie", sheet.getRange("A1:C3"));
      });
      expect(error).toMatchObject({ code });
    });

    it.each(["Rubbish", "columns", 3])("have no series by %j", async (by) => {
      const error = await failure((_, sheet) => {
        sheet.charts.add("Line", sheet.getRange("A1:C3"), by as "Rows");
      });
      expect(error).toMatchObject({ code: "InvalidArgument" });
    });
  });

  describe("of a sheet", () => {
    it("are counted, and found by place, name and id", async () => {
      const seen = await withChart(async (chart, sheet, context) => {
        const other = sheet.charts.add("Line", sheet.getRange("B2:B3"));
        other.name = "Verloop";
        chart.load("id");
        const { charts } = sheet;
        charts.load(["count", "items/name"]);
        const count = charts.getCount();
        const found = [charts.getItemAt(1), charts.getItem("verloop"), charts.getItemOrNullObject("Verloop")];
        found.forEach((one) => one.load("name"));
        const none = charts.getItemOrNullObject("Nergens");
        await context.sync();
        const byId = charts.getItem(chart.id).load("name");
        await context.sync();
        return [
          [charts.count, count.value],
          charts.items.map(({ name }) => name),
          found.map(({ name }) => name),
          none.isNullObject,
          byId.name,
        ];
      });
      const names = ["Grafiek 1", "Verloop"];
      expect(seen).toEqual([[2, 2], names, ["Verloop", "Verloop", "Verloop"], true, "Grafiek 1"]);
    });

    it.each([
      ["name", (sheet: Excel.Worksheet) => sheet.charts.getItem("Nergens")],
      ["place", (sheet: Excel.Worksheet) => sheet.charts.getItemAt(1)],
      ["place before the first", (sheet: Excel.Worksheet) => sheet.charts.getItemAt(-1)],
    ])("are not found by an unknown %s", async (_, find) => {
      const error = await failure((__, sheet) => {
        find(sheet).load("name");
      });
      expect(error).toMatchObject({ code: "ItemNotFound" });
    });

    it("are gone when deleted", async () => {
      const count = await withChart(async (chart, sheet, context) => {
        chart.delete();
        sheet.charts.load("count");
        await context.sync();
        return sheet.charts.count;
      });
      expect(count).toBe(0);
    });

    it("are gone with their sheet", async () => {
      const before = addIn.bench.state.charts.length;
      const error = await failure(async (chart, sheet, context) => {
        sheet.delete();
        await context.sync();
        chart.title.text = "Te laat";
      });
      expect(error).toMatchObject({ code: "ItemNotFound" });
      expect(addIn.bench.state.charts).toHaveLength(before);
    });

    it("keep what they are drawn from when the sheet of their figures is deleted", async () => {
      await withChart(async (_, sheet, context) => {
        const other = context.workbook.worksheets.add(`Ander${(number += 1)}`);
        other.charts.add("Line", sheet.getRange("A1:C3"), "Columns");
        sheet.delete();
        await context.sync();
      });
      expect(drawn().series.map(({ values }) => values)).toEqual([[], []]);
    });
  });

  describe("that are gone", () => {
    const writes: [string, (chart: Excel.Chart) => unknown][] = [
      ["name", (chart) => (chart.name = "x")],
      ["chartType", (chart) => (chart.chartType = "Line")],
      ["title", (chart) => (chart.title.text = "x")],
      ["legend", (chart) => (chart.legend.visible = false)],
      ["axis", (chart) => (chart.axes.valueAxis.minimum = 0)],
      ["series", (chart) => chart.series.add("x")],
      ["name of a series", (chart) => (chart.series.getItemAt(0).name = "x")],
      ["fill of a series", (chart) => chart.series.getItemAt(0).format.fill.setSolidColor("red")],
      ["place", (chart) => chart.setPosition("A1")],
      ["delete", (chart) => chart.delete()],
      ["load", (chart) => chart.load("name")],
    ];
    it.each(writes)("refuse %s, in the same sync and in the next", async (_, write) => {
      const atOnce = await failure((chart) => {
        chart.delete();
        write(chart);
      });
      const later = await failure(async (chart, __, context) => {
        chart.delete();
        await context.sync();
        write(chart);
      });
      expect([atOnce?.code, later?.code]).toEqual(["ItemNotFound", "ItemNotFound"]);
    });

    it("take changes when Ctrl+Z has put a copy of them back", async () => {
      const { state } = addIn.bench;
      const kept = keptOf(state);
      const seen = await withChart(async (chart, _, context) => {
        chart.title.text = "Eerst";
        const series = chart.series.getItemAt(0);
        await context.sync();
        const [taken, before] = [kept.take(), last()];
        chart.title.text = "Daarna";
        await context.sync();
        kept.putBack(taken);
        expect(last()).not.toBe(before);
        chart.legend.position = "Top";
        series.name = "Reeks";
        await context.sync();
        return [last().title, last().legend.position, last().series[0].name];
      });
      expect(seen).toEqual(["Eerst", "Top", "Reeks"]);
    });

    it("stay gone when Ctrl+Z has put back a workbook without them", async () => {
      const kept = keptOf(addIn.bench.state);
      const error = await failure(async (_, sheet, context) => {
        const taken = kept.take();
        const second = sheet.charts.add("Line", sheet.getRange("B2:B3"));
        await context.sync();
        kept.putBack(taken);
        second.name = "Weg";
        await context.sync();
      });
      expect(error).toMatchObject({ code: "ItemNotFound" });
    });
  });

  describe("have a type that", () => {
    it("can be changed", async () => {
      const type = await withChart(async (chart, _, context) => {
        chart.chartType = "BarStacked";
        chart.load("chartType");
        await context.sync();
        return chart.toJSON().chartType;
      });
      expect(type).toBe("BarStacked");
      expect(drawn()).toMatchObject({ kind: "bar", isHorizontal: true, isStacked: true });
    });

    it.each([
      ["Pie", "NotImplemented"],
      ["Rubbish", "InvalidArgument"],
    ])("is not %s: %s, and stays as it was", async (type, code) => {
      const error = await failure((chart) => {
        chart.chartType = type as "Pie";
      });
      expect(error).toMatchObject({ code });
      expect(last().type).toBe("ColumnClustered");
    });
  });

  describe("have a title and a legend that", () => {
    it("are read as they are set", async () => {
      const seen = await withChart(async (chart, _, context) => {
        chart.title.text = "Zuid en Overig";
        chart.title.load(["text", "visible"]);
        chart.legend.position = "Bottom";
        chart.legend.load(["visible", "position"]);
        await context.sync();
        const first = [chart.title.text, chart.title.visible, chart.legend.visible, chart.legend.position];
        chart.title.visible = false;
        chart.legend.visible = false;
        chart.title.load("visible");
        chart.legend.load("visible");
        await context.sync();
        const { visible } = chart.title.toJSON();
        return [first, [visible, chart.legend.toJSON().visible]];
      });
      expect(seen).toEqual([
        ["Zuid en Overig", true, true, "Bottom"],
        [false, false],
      ]);
      expect(drawn()).toMatchObject({ title: "", legend: null });
    });

    it.each([
      ["Rubbish", "InvalidArgument"],
      ["Invalid", "InvalidArgument"],
      ["Corner", "NotImplemented"],
      ["Custom", "NotImplemented"],
    ])("are not at %s: %s", async (position, code) => {
      const error = await failure((chart) => {
        chart.legend.position = position as "Top";
      });
      expect(error).toMatchObject({ code });
      expect(last().legend.position).toBe("Right");
    });

    it.each<[string, (chart: Excel.Chart) => unknown]>([
      ["title.text", (chart) => (chart.title.text = 5 as never)],
      ["title.visible", (chart) => (chart.title.visible = "ja" as never)],
      ["legend.visible", (chart) => (chart.legend.visible = "ja" as never)],
      ["name", (chart) => (chart.name = 5 as never)],
    ])("take no value of another kind: %s", async (_, write) => {
      expect(await failure(write)).toMatchObject({ code: "InvalidArgument" });
    });
  });

  describe("have axes that", () => {
    it("have limits, a format and a title", async () => {
      const seen = await withChart(async (chart, _, context) => {
        const { valueAxis, categoryAxis } = chart.axes;
        valueAxis.minimum = -1;
        valueAxis.maximum = 5;
        valueAxis.numberFormat = "0%";
        valueAxis.title.text = "Aandeel";
        categoryAxis.title.text = "Meting";
        valueAxis.load(["minimum", "maximum", "numberFormat"]);
        valueAxis.title.load("text");
        categoryAxis.title.load("text");
        await context.sync();
        const { minimum, maximum, numberFormat } = valueAxis;
        return [minimum, maximum, numberFormat, valueAxis.title.text, categoryAxis.title.text] as unknown[];
      });
      expect(seen).toEqual([-1, 5, "0%", "Aandeel", "Meting"]);
      expect(drawn()).toMatchObject({
        valueAxis: { minimum: -1, maximum: 5, numberFormat: "0%", title: "Aandeel" },
        categoryTitle: "Meting",
      });
    });

    it("write numbers as categories in their own format", async () => {
      await withChart((chart, sheet) => {
        sheet.getRange("A2:A3").values = [[0.5], [1]];
        chart.series.getItemAt(0).setXAxisValues(sheet.getRange("A2:A3"));
        chart.axes.categoryAxis.numberFormat = "0%";
      });
      expect(drawn().labels).toEqual(["50%", "100%"]);
    });

    it("have automatic limits again after an empty text", async () => {
      await withChart((chart) => {
        chart.axes.valueAxis.minimum = 2;
        chart.axes.valueAxis.minimum = "";
        chart.axes.valueAxis.maximum = "";
      });
      expect(last().valueAxis).toMatchObject({ minimum: null, maximum: null });
    });

    it.each(["minimum", "maximum"] as const)("do not know the %s that Excel would choose", async (limit) => {
      const error = await failure((chart) => {
        chart.axes.valueAxis.load(limit);
      });
      expect(error).toMatchObject({ code: "NotImplemented" });
    });

    it.each([null, "veel", true])("have no limit %j", async (limit) => {
      const error = await failure((chart) => {
        chart.axes.valueAxis.maximum = limit;
      });
      expect(error).toMatchObject({ code: "InvalidArgument" });
      expect(last().valueAxis.maximum).toBeNull();
    });

    it("have no limits for categories", async () => {
      const error = await failure((chart) => {
        chart.axes.categoryAxis.minimum = 1;
      });
      expect(error).toMatchObject({ code: "NotImplemented" });
    });
  });

  describe("have series that", () => {
    it("are counted, found by their place, and have a name", async () => {
      const seen = await withChart(async (chart, _, context) => {
        const { series } = chart;
        series.load(["count", "items/name"]);
        const count = series.getCount();
        const second = series.getItemAt(1).load("name");
        await context.sync();
        const before = [series.count, count.value, series.items.map(({ name }) => name), second.name];
        second.name = "Rest";
        second.load("name");
        await context.sync();
        return [...before, second.toJSON().name];
      });
      expect(seen).toEqual([2, 2, ["Zuid", "Overig"], "Overig", "Rest"]);
    });

    it.each([-1, 2])("are not found at %i", async (at) => {
      const error = await failure((chart) => {
        chart.series.getItemAt(at).load("name");
      });
      expect(error).toMatchObject({ code: "ItemNotFound" });
    });

    it("come at the end, or at their index", async () => {
      await withChart((chart) => {
        chart.series.add("Achteraan");
        chart.series.add("Vooraan", 0);
        chart.series.add("Derde", 2);
      });
      const names = ["Vooraan", "Zuid", "Derde", "Overig", "Achteraan"];
      expect(last().series.map(({ name }) => name)).toEqual(names);
    });

    it.each([-1, 3, 0.5, "1"])("do not come at %j", async (index) => {
      const error = await failure((chart) => {
        chart.series.add("Nergens", index as number);
      });
      expect(error).toMatchObject({ code: "InvalidArgument" });
      expect(last().series).toHaveLength(2);
    });

    it("are not seen before they have values", async () => {
      await withChart(async (chart, sheet, context) => {
        const added = chart.series.add("Som");
        await context.sync();
        expect(drawn().series.map(({ name }) => name)).toEqual(["Zuid", "Overig"]);
        const again = chart.series.getItemAt(2);
        again.setValues(sheet.getRange("B3:C3"));
        again.setXAxisValues(sheet.getRange("B1:C1"));
        expect(added).toBeDefined();
      });
      expect(drawn().series.map(({ name, values }) => [name, values])).toEqual([
        ["Zuid", [1, 3]],
        ["Overig", [2, 4]],
        ["Som", [3, 4]],
      ]);
      expect(addressed(last())[2]).toEqual(["Som", block("B3:C3"), block("B1:C1")]);
    });

    it("stay themselves when another one comes before them", async () => {
      await withChart((chart) => {
        const first = chart.series.getItemAt(0);
        first.name = "Eerst";
        chart.series.add("Ervoor", 0);
        first.name = "Daarna";
      });
      expect(last().series.map(({ name }) => name)).toEqual(["Ervoor", "Daarna", "Overig"]);
    });

    it("have a name of at most 255 characters", async () => {
      const error = await failure((chart) => {
        chart.series.getItemAt(0).name = "x".repeat(256);
      });
      expect(error).toMatchObject({ code: "InvalidArgument" });
    });

    it("have a fill and a line, which are two things", async () => {
      const color = await withChart(async (chart, _, context) => {
        const { fill, line } = chart.series.getItemAt(0).format;
        fill.setSolidColor("orange");
        line.color = "#00ff7f";
        line.load("color");
        await context.sync();
        return line.color;
      });
      expect(color).toBe("#00FF7F");
      expect(last().series[0]).toMatchObject({ fill: "#FFA500", line: "#00FF7F" });
      expect(drawn().series[0]).toMatchObject({ fill: "#FFA500", line: "#00FF7F" });
    });

    it("have columns with a colour of the theme and no line of their own, and lines with one", async () => {
      await withChart((chart) => {
        chart.series.getItemAt(0).format.fill.setSolidColor("red");
      });
      expect(drawn().series.map(({ fill, line }) => [fill, line])).toEqual([
        ["#FF0000", null],
        ["#ED7D31", null],
      ]);
      await withChart((chart) => {
        chart.chartType = "LineMarkers";
      });
      expect(drawn().series.map(({ line }) => line)).toEqual(["#4472C4", "#ED7D31"]);
    });

    it("do not know the colour of a line that Excel would choose", async () => {
      const error = await failure((chart) => {
        chart.series.getItemAt(0).format.fill.setSolidColor("red");
        chart.series.getItemAt(0).format.line.load("color");
      });
      expect(error).toMatchObject({ code: "NotImplemented" });
    });

    it.each(["#GG", "#12345", "flurb", "", "constructor"])("have no colour %j", async (color) => {
      const fill = await failure((chart) => chart.series.getItemAt(0).format.fill.setSolidColor(color));
      const line = await failure((chart) => {
        chart.series.getItemAt(0).format.line.color = color;
      });
      expect([fill?.code, line?.code]).toEqual(["InvalidArgument", "InvalidArgument"]);
      expect(last().series[0]).toMatchObject({ fill: null, line: null });
    });
  });

  describe("have a place that", () => {
    it("covers the cells from the first to the last", async () => {
      await withChart((chart, sheet) => {
        chart.setPosition("E2", sheet.getRange("J12"));
      });
      expect(last().place).toEqual(block("E2:J12"));
    });

    it("keeps its size without a last cell", async () => {
      await withChart((chart) => {
        chart.setPosition("E2", "J12");
        chart.setPosition("C3");
      });
      expect(last().place).toEqual(block("C3:H13"));
    });

    it("keeps its size where columns are wider", async () => {
      await withChart((chart, sheet) => {
        chart.setPosition("E2", "J12");
        sheet.getRange("A:D").format.columnWidth = 10_000 / 75;
        sheet.getRange("E:J").format.columnWidth = 10_000 / 150;
        chart.setPosition("A2");
      });
      // Six columns are as wide as three that are twice as wide.
      expect(last().place).toEqual(block("A2:C12"));
    });

    it.each([
      ["nergens", undefined],
      ["E2", "A1"],
    ])("is not from %s to %s", async (first, end) => {
      const error = await failure((chart) => chart.setPosition(first, end));
      expect(error).toMatchObject({ code: "InvalidArgument" });
    });
  });

  describe("on a protected sheet", () => {
    const changes: [string, (chart: Excel.Chart, sheet: Excel.Worksheet) => unknown][] = [
      ["charts.add", (_, sheet) => sheet.charts.add("Line", sheet.getRange("A1:C3"))],
      ["delete", (chart) => chart.delete()],
      ["name", (chart) => (chart.name = "x")],
      ["chartType", (chart) => (chart.chartType = "Line")],
      ["setPosition", (chart) => chart.setPosition("A1", "C3")],
      ["title.text", (chart) => (chart.title.text = "x")],
      ["title.visible", (chart) => (chart.title.visible = true)],
      ["legend.visible", (chart) => (chart.legend.visible = false)],
      ["legend.position", (chart) => (chart.legend.position = "Top")],
      ["valueAxis.minimum", (chart) => (chart.axes.valueAxis.minimum = 0)],
      ["valueAxis.maximum", (chart) => (chart.axes.valueAxis.maximum = 9)],
      ["categoryAxis.numberFormat", (chart) => (chart.axes.categoryAxis.numberFormat = "0")],
      ["valueAxis.title", (chart) => (chart.axes.valueAxis.title.text = "x")],
      ["series.add", (chart) => chart.series.add("x")],
      ["series.name", (chart) => (chart.series.getItemAt(0).name = "x")],
      ["setValues", (chart, sheet) => chart.series.getItemAt(0).setValues(sheet.getRange("B2"))],
      ["setXAxisValues", (chart, sheet) => chart.series.getItemAt(0).setXAxisValues(sheet.getRange("B2"))],
      ["fill", (chart) => chart.series.getItemAt(0).format.fill.setSolidColor("red")],
      ["line", (chart) => (chart.series.getItemAt(0).format.line.color = "red")],
    ];
    it.each(changes)("refuse %s and stay as they were", async (_, change) => {
      let before: ChartModel[] = [];
      const error = await failure(async (chart, sheet, context) => {
        sheet.protection.protect();
        await context.sync();
        before = structuredClone(addIn.bench.state.charts);
        change(chart, sheet);
        await context.sync();
      });
      expect(error).toMatchObject({ code: "AccessDenied" });
      expect(addIn.bench.state.charts).toEqual(before);
    });

    it("can be read", async () => {
      const name = await withChart(async (chart, sheet, context) => {
        sheet.protection.protect();
        chart.load("name");
        chart.series.load("items/name");
        await context.sync();
        return chart.name;
      });
      expect(name).toBe("Grafiek 1");
    });
  });

  it("are refused as a missing API where Excel has more than the workbench", async () => {
    const error = await failure((chart) => {
      chart.dataLabels.showValue = true;
    });
    expect(error).toMatchObject({ code: "ApiNotFound" });
  });

  it("are plain data, also with all that can be set", async () => {
    await withChart((chart, sheet) => {
      chart.title.text = "x";
      chart.series.add("y").setValues(sheet.getRange("B2:B3"));
    });
    expect(structuredClone(last())).toEqual(last());
    expect(JSON.parse(JSON.stringify(last()))).toEqual(last());
  });
});
