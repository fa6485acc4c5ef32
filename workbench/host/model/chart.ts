import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { axesType } from "./chart-axes";
import { givenPosition, givenSeriesBy, givenType } from "./chart-kinds";
import { as, chartOf, property, sheetOfChart, type ChartModel, type ChartObject } from "./chart-model";
import { firstPlace, movedPlace } from "./chart-place";
import { checkRange, toSeries } from "./chart-series";
import { seriesIn } from "./chart-source";
import { collectionType } from "./collection";
import { givenFlag, givenText } from "./given";
import type { RangeObject } from "./range";

export type { ChartAxis, ChartCells, ChartModel, ChartSeries } from "./chart-model";

const titleType: ObjectType = {
  name: "ChartTitle",
  sheet: sheetOfChart,
  scalars: {
    // Assumed, to be confirmed in Excel: a text makes the title visible.
    Text: property(
      ({ title }) => title,
      (chart, text) => {
        chart.title = givenText(text);
        chart.hasTitle = true;
      },
    ),
    // https://learn.microsoft.com/javascript/api/excel/excel.charttitle
    Visible: property(
      ({ hasTitle }) => hasTitle,
      (chart, visible) => (chart.hasTitle = givenFlag(visible)),
    ),
  },
};

const legendType: ObjectType = {
  name: "ChartLegend",
  sheet: sheetOfChart,
  scalars: {
    // https://learn.microsoft.com/javascript/api/excel/excel.chartlegend
    Visible: property(
      ({ legend }) => legend.visible,
      ({ legend }, visible) => (legend.visible = givenFlag(visible)),
    ),
    // Assumed, to be confirmed in Excel: a position does not make a hidden legend visible.
    Position: property(
      ({ legend }) => legend.position,
      ({ legend }, position) => (legend.position = givenPosition(position)),
    ),
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
const chartType: ObjectType = {
  name: "Chart",
  sheet: sheetOfChart,
  identity: ({ id }: ChartObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 7, get: (chart: ChartObject) => chartOf(chart).id },
    Name: property(
      ({ name }) => name,
      (chart, name) => (chart.name = givenText(name)),
    ),
    ChartType: property(
      ({ type }) => type,
      (chart, type) => (chart.type = givenType(type)),
      7,
    ),
  },
  navigations: { Title: as(titleType), Legend: as(legendType), Axes: as(axesType), Series: toSeries },
  methods: {
    Delete: {
      since: 1,
      call: (object: ChartObject) => {
        const chart = chartOf(object);
        object.state.charts = object.state.charts.filter((one) => one !== chart);
      },
    },
    SetPosition: {
      since: 1,
      call: (object: ChartObject, first: RangeObject | string, end?: RangeObject | string | null) => {
        const chart = chartOf(object);
        chart.place = movedPlace(object.state.engine, chart, first, end);
      },
    },
  },
};

interface ChartsObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
}

const chartsOn = ({ state, sheetId }: ChartsObject) =>
  state.charts.filter((chart) => chart.sheetId === sheetId);

/** Assumed, to be confirmed in Excel: what Dutch Excel calls a new chart. */
function newName(all: ChartsObject): string {
  const taken = new Set(chartsOn(all).map(({ name }) => name.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`grafiek ${number}`)) number += 1;
  return `Grafiek ${number}`;
}

function add(all: ChartsObject, givenKind: unknown, source: unknown, by?: unknown): ChartObject {
  const { state, sheetId } = all;
  const type = givenType(givenKind);
  const seriesBy = givenSeriesBy(by);
  checkRange(source);
  const axis = () => ({ numberFormat: "General", minimum: null, maximum: null, title: "" });
  const chart: ChartModel = {
    id: `{chart-${(state.lastId += 1)}}`,
    sheetId,
    name: newName(all),
    type,
    // Assumed, to be confirmed in Excel, for no page says it: no title, and a legend at the right.
    title: "",
    hasTitle: false,
    legend: { visible: true, position: "Right" },
    valueAxis: axis(),
    categoryAxis: axis(),
    series: seriesIn(source, seriesBy),
    place: firstPlace(),
  };
  state.charts.push(chart);
  return { type: chartType, state, id: chart.id };
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.chartcollection. By its id a chart is found too: Office.js asks
 * for it that way in a later sync. The order and capitals: see collectionType.
 */
const chartsType: ObjectType = {
  ...collectionType<ChartObject>(
    "ChartCollection",
    { count: 1, getCount: 4, getItem: 1, getItemAt: 1, getItemOrNullObject: 4 },
    (chart) => [chart.id.toLowerCase(), chartOf(chart).name.toLowerCase()],
    { Add: { since: 1, call: add } },
  ),
  sheet: ({ sheetId }: ChartsObject) => sheetId,
};

export const chartsOf = (state: WorkbookState, sheetId: string): HostObject => {
  const all = { type: chartsType, state, sheetId };
  return {
    ...all,
    items: () => chartsOn(all).map(({ id }): ChartObject => ({ type: chartType, state, id })),
  } as HostObject;
};
