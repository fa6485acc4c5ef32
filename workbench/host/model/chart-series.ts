import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import {
  chartOf,
  sheetOfChart,
  type ChartCells,
  type ChartModel,
  type ChartObject,
  type ChartSeries,
} from "./chart-model";
import { collectionType } from "./collection";
import { colorOf } from "./color";
import { givenText } from "./given";
import type { RangeObject } from "./range";

interface SeriesObject extends ChartObject {
  seriesId: string;
}

function seriesOf(object: SeriesObject): ChartSeries {
  const series = chartOf(object).series.find(({ id }) => id === object.seriesId);
  if (!series) throw itemNotFound(object.seriesId);
  return series;
}

const part = (type: ObjectType) => ({
  since: 1,
  to: ({ state, id, seriesId }: SeriesObject): SeriesObject => ({ type, state, id, seriesId }),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartfill */
const fillType: ObjectType = {
  name: "ChartFill",
  sheet: sheetOfChart,
  scalars: {},
  methods: {
    SetSolidColor: {
      since: 1,
      call: (fill: SeriesObject, color: string) => void (seriesOf(fill).fill = colorOf(color).rgb),
    },
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlineformat */
const lineType: ObjectType = {
  name: "ChartLineFormat",
  sheet: sheetOfChart,
  scalars: {
    Color: {
      since: 1,
      get: (line: SeriesObject) => {
        const color = seriesOf(line).line;
        if (color === null)
          throw new HostError(
            "NotImplemented",
            "The workbench does not know the color that Excel chooses.",
            501,
          );
        return color;
      },
      set: (line: SeriesObject, color: string) => void (seriesOf(line).line = colorOf(color).rgb),
    },
  },
};

const formatType: ObjectType = {
  name: "ChartSeriesFormat",
  sheet: sheetOfChart,
  scalars: {},
  navigations: { Fill: part(fillType), Line: part(lineType) },
};

function cellsOf(range: RangeObject): ChartCells {
  checkRange(range);
  return { sheetId: range.sheetId, block: range.block };
}

/** Assumed, to be confirmed in Excel: something else than a range, such as an address, is InvalidArgument. */
export function checkRange(given: unknown): asserts given is RangeObject {
  if ((given as Partial<RangeObject> | null)?.type?.name !== "Range")
    throw new HostError("InvalidArgument", "The source of a chart is a range.");
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseries */
const seriesType: ObjectType = {
  name: "ChartSeries",
  sheet: sheetOfChart,
  scalars: {
    Name: {
      since: 1,
      get: (series: SeriesObject) => seriesOf(series).name,
      set: (series: SeriesObject, name: unknown) => void (seriesOf(series).name = givenName(name)),
    },
  },
  navigations: { Format: part(formatType) },
  methods: {
    SetValues: {
      since: 7,
      call: (series: SeriesObject, range: RangeObject) => void (seriesOf(series).values = cellsOf(range)),
    },
    SetXAxisValues: {
      since: 7,
      call: (series: SeriesObject, range: RangeObject) => void (seriesOf(series).categories = cellsOf(range)),
    },
  },
};

/** At most 255 characters: excel.chartseries, name. Assumed, to be confirmed in Excel: a longer one is refused. */
function givenName(value: unknown): string {
  const name = givenText(value);
  if (name.length > 255) throw new HostError("InvalidArgument", "The name of a series is too long.");
  return name;
}

/** Assumed, to be confirmed in Excel: what Dutch Excel calls a series without a name. */
export const nameOfSeries = (number: number) => `Reeks${number}`;

/**
 * Where a new one comes, counted from 0: excel.chartseriescollection, add. Assumed, to be confirmed in Excel: without an index at the
 * end, and another place than there is, is an InvalidArgument.
 */
function givenIndex({ series }: ChartModel, value: unknown): number {
  if (value === null || value === undefined) return series.length;
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= series.length) return Number(value);
  throw new HostError("InvalidArgument", `${JSON.stringify(value)} is no place among the series.`);
}

const objectOf = ({ state, id }: ChartObject, { id: seriesId }: ChartSeries): SeriesObject => ({
  type: seriesType,
  state,
  id,
  seriesId,
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriescollection */
const collection: ObjectType = {
  ...collectionType<SeriesObject>(
    "ChartSeriesCollection",
    { count: 1, getCount: 4, getItemAt: 1 },
    () => [],
    {
      Add: {
        since: 7,
        call: (all: ChartObject, name?: unknown, index?: unknown): SeriesObject => {
          const chart = chartOf(all);
          const at = givenIndex(chart, index);
          const series: ChartSeries = {
            id: `{series-${(all.state.lastId += 1)}}`,
            name: givenName(name ?? nameOfSeries(chart.series.length + 1)),
            values: null,
            categories: null,
            fill: null,
            line: null,
          };
          chart.series.splice(at, 0, series);
          return objectOf(all, series);
        },
      },
    },
  ),
  sheet: sheetOfChart,
};

/** The way from a chart to its series. */
export const toSeries = {
  since: 1,
  to: ({ state, id }: ChartObject): HostObject => {
    const all = { type: collection, state, id };
    return { ...all, items: () => chartOf(all).series.map((series) => objectOf(all, series)) } as HostObject;
  },
};
