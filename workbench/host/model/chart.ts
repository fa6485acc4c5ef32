import type { Block } from "../../engine/address";
import type { CellValue } from "../../engine/cell-value";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";
import { blockAt } from "./addresses";
import type { RangeObject } from "./range";

/** Cells that a chart draws. */
export interface ChartCells {
  sheetId: string;
  block: Block;
}

export interface ChartSeries {
  name: string;
  values: ChartCells | null;
  categories: ChartCells | null;
  color: string | null;
}

/** A chart as data: the page draws it from this. */
export interface ChartModel {
  id: string;
  sheetId: string;
  name: string;
  /** Of Excel, such as ColumnClustered. */
  type: string;
  title: string;
  hasTitle: boolean;
  legend: { visible: boolean; position: string };
  valueAxis: { numberFormat: string; minimum: number | null; maximum: number | null; title: string };
  categoryAxis: { numberFormat: string; minimum: number | null; maximum: number | null; title: string };
  series: ChartSeries[];
  /** The cells that it covers. */
  place: Block;
}

interface ChartObject extends HostObject {
  state: WorkbookState;
  chart: ChartModel;
}

interface SeriesObject extends HostObject {
  series: ChartSeries;
}

type Axis = "valueAxis" | "categoryAxis";

const as = (type: ObjectType, since = 1) => ({
  since,
  to: ({ state, chart }: ChartObject): ChartObject => ({ type, state, chart }),
});

const property = <Object extends HostObject, Value>(
  get: (object: Object) => Value,
  set: (object: Object, value: Value) => void,
  since = 1,
) => ({ since, get, set });

const titleType: ObjectType = {
  name: "ChartTitle",
  scalars: {
    Text: property(
      ({ chart }: ChartObject) => chart.title,
      ({ chart }, text: string) => {
        chart.title = text;
        chart.hasTitle = true;
      },
    ),
    Visible: property(
      ({ chart }: ChartObject) => chart.hasTitle,
      ({ chart }, visible: boolean) => (chart.hasTitle = visible),
    ),
  },
};

const legendType: ObjectType = {
  name: "ChartLegend",
  scalars: {
    Visible: property(
      ({ chart }: ChartObject) => chart.legend.visible,
      ({ chart }, visible: boolean) => (chart.legend.visible = visible),
    ),
    Position: property(
      ({ chart }: ChartObject) => chart.legend.position,
      ({ chart }, position: string) => (chart.legend.position = position),
    ),
  },
};

const axisTitleType = (axis: Axis): ObjectType => ({
  name: "ChartAxisTitle",
  scalars: {
    Text: property(
      ({ chart }: ChartObject) => chart[axis].title,
      ({ chart }, text: string) => (chart[axis].title = text),
    ),
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxis */
const axisType = (axis: Axis): ObjectType => ({
  name: "ChartAxis",
  scalars: {
    Minimum: property(
      ({ chart }: ChartObject) => chart[axis].minimum,
      ({ chart }, value: number | null) => (chart[axis].minimum = value),
    ),
    Maximum: property(
      ({ chart }: ChartObject) => chart[axis].maximum,
      ({ chart }, value: number | null) => (chart[axis].maximum = value),
    ),
    NumberFormat: property(
      ({ chart }: ChartObject) => chart[axis].numberFormat,
      ({ chart }, format: string) => (chart[axis].numberFormat = format),
      8,
    ),
  },
  navigations: { Title: as(axisTitleType(axis)) },
});

const axesType: ObjectType = {
  name: "ChartAxes",
  scalars: {},
  navigations: { ValueAxis: as(axisType("valueAxis")), CategoryAxis: as(axisType("categoryAxis")) },
};

const fillType: ObjectType = {
  name: "ChartFill",
  scalars: {},
  methods: {
    SetSolidColor: {
      since: 1,
      call: ({ series }: SeriesObject, color: string) => void (series.color = color),
    },
  },
};
const lineType: ObjectType = {
  name: "ChartLineFormat",
  scalars: {
    Color: property(
      ({ series }: SeriesObject) => series.color ?? "#000000",
      ({ series }, color: string) => (series.color = color),
    ),
  },
};
const seriesFormatType: ObjectType = {
  name: "ChartSeriesFormat",
  scalars: {},
  navigations: {
    Fill: { since: 1, to: ({ series }: SeriesObject): SeriesObject => ({ type: fillType, series }) },
    Line: { since: 1, to: ({ series }: SeriesObject): SeriesObject => ({ type: lineType, series }) },
  },
};

const cellsOf = ({ sheetId, block }: RangeObject): ChartCells => ({ sheetId, block });

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseries */
const seriesType: ObjectType = {
  name: "ChartSeries",
  scalars: {
    Name: property(
      ({ series }: SeriesObject) => series.name,
      ({ series }, name: string) => (series.name = name),
    ),
  },
  navigations: {
    Format: {
      since: 1,
      to: ({ series }: SeriesObject): SeriesObject => ({ type: seriesFormatType, series }),
    },
  },
  methods: {
    SetValues: {
      since: 7,
      call: ({ series }: SeriesObject, range: RangeObject) => void (series.values = cellsOf(range)),
    },
    SetXAxisValues: {
      since: 7,
      call: ({ series }: SeriesObject, range: RangeObject) => void (series.categories = cellsOf(range)),
    },
  },
};

const allSeriesType = collectionType<SeriesObject>(
  "ChartSeriesCollection",
  { count: 1, getCount: 4, getItemAt: 1 },
  ({ series }) => [series.name.toLowerCase()],
  {
    Add: {
      since: 7,
      call: ({ chart }: ChartObject, name?: string | null): SeriesObject => {
        const series = { name: name ?? "", values: null, categories: null, color: null };
        chart.series.push(series);
        return { type: seriesType, series };
      },
    },
  },
);

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
const chartType: ObjectType = {
  name: "Chart",
  sheet: ({ chart }: ChartObject) => chart.sheetId,
  identity: ({ chart: { id } }: ChartObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 7, get: ({ chart }: ChartObject) => chart.id },
    Name: property(
      ({ chart }: ChartObject) => chart.name,
      ({ chart }, name: string) => (chart.name = name),
    ),
    ChartType: property(
      ({ chart }: ChartObject) => chart.type,
      ({ chart }, type: string) => (chart.type = type),
      7,
    ),
  },
  navigations: {
    Title: as(titleType),
    Legend: as(legendType),
    Axes: as(axesType),
    Series: {
      since: 1,
      to: ({ state, chart }: ChartObject): HostObject =>
        ({
          type: allSeriesType,
          state,
          chart,
          items: () => chart.series.map((series) => ({ type: seriesType, series })),
        }) as HostObject,
    },
  },
  methods: {
    Delete: {
      since: 1,
      call: ({ state, chart }: ChartObject) =>
        void (state.charts = state.charts.filter((one) => one !== chart)),
    },
    SetPosition: {
      since: 1,
      call: ({ chart }: ChartObject, first: RangeObject | string, last?: RangeObject | string | null) => {
        const start = blockOf(first);
        const end = last === undefined || last === null ? start : blockOf(last);
        chart.place = {
          startRow: start.startRow,
          startColumn: start.startColumn,
          endRow: end.endRow,
          endColumn: end.endColumn,
        };
      },
    },
  },
};

const blockOf = (cells: RangeObject | string) => (typeof cells === "string" ? blockAt(cells) : cells.block);

/**
 * One series per column or per row, whichever there are fewer of; texts above them are their names, texts beside them
 * the categories: https://learn.microsoft.com/javascript/api/excel/excel.chartcollection#excel-excel-chartcollection-add-member(1)
 */
function seriesIn({ state: { engine }, sheetId, block }: RangeObject, by: string): ChartSeries[] {
  const cells = engine.values(sheetId, block);
  const [rows, columns] = [cells.length, cells[0].length];
  const isHead = (line: CellValue[]) =>
    line.length > 1 && line.slice(1).every((value) => typeof value === "string" && value !== "");
  const [top, left] = [isHead(cells[0]) ? 1 : 0, isHead(cells.map(([first]) => first)) ? 1 : 0];
  const byColumns = by === "Columns" || (by !== "Rows" && columns - left <= rows - top);
  const part = (startRow: number, startColumn: number, endRow: number, endColumn: number): ChartCells => ({
    sheetId,
    block: {
      startRow: block.startRow + startRow,
      startColumn: block.startColumn + startColumn,
      endRow: block.startRow + endRow,
      endColumn: block.startColumn + endColumn,
    },
  });
  const named = (text: CellValue, hasNames: number, number: number) =>
    hasNames === 1 && typeof text === "string" ? text : `Reeks${number}`;
  return byColumns
    ? Array.from({ length: columns - left }, (_, i) => ({
        name: named(cells[0][left + i], top, i + 1),
        values: part(top, left + i, rows - 1, left + i),
        categories: left === 1 ? part(top, 0, rows - 1, 0) : null,
        color: null,
      }))
    : Array.from({ length: rows - top }, (_, i) => ({
        name: named(cells[top + i][0], left, i + 1),
        values: part(top + i, left, top + i, columns - 1),
        categories: top === 1 ? part(0, left, 0, columns - 1) : null,
        color: null,
      }));
}

const kinds = /^(Column|Bar)(Clustered|Stacked|Stacked100)$|^Line(Markers)?$/;

interface ChartsObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartcollection */
const chartsType: ObjectType = collectionType<ChartObject>(
  "ChartCollection",
  { count: 1, getCount: 4, getItem: 1, getItemAt: 1, getItemOrNullObject: 4 },
  ({ chart }) => [chart.id.toLowerCase(), chart.name.toLowerCase()],
  {
    Add: {
      since: 1,
      call: (
        { state, sheetId }: ChartsObject,
        type: string,
        source: RangeObject,
        by = "Auto",
      ): ChartObject => {
        if (!kinds.test(type)) {
          throw new HostError(
            "NotImplemented",
            `The workbench does not draw charts of the type ${type}.`,
            501,
          );
        }
        const number = state.charts.filter((chart) => chart.sheetId === sheetId).length + 1;
        const axis = () => ({ numberFormat: "General", minimum: null, maximum: null, title: "" });
        const chart: ChartModel = {
          id: `{chart-${(state.lastId += 1)}}`,
          sheetId,
          name: `Grafiek ${number}`,
          type,
          title: "",
          hasTitle: false,
          legend: { visible: true, position: "Right" },
          valueAxis: axis(),
          categoryAxis: axis(),
          series: seriesIn(source, by),
          place: { startRow: 0, startColumn: 0, endRow: 14, endColumn: 6 },
        };
        state.charts.push(chart);
        return { type: chartType, state, chart };
      },
    },
  },
);

export const chartsOf = (state: WorkbookState, sheetId: string): HostObject =>
  ({
    type: chartsType,
    state,
    sheetId,
    items: () =>
      state.charts
        .filter((chart) => chart.sheetId === sheetId)
        .map((chart) => ({ type: chartType, state, chart })),
  }) as HostObject;
