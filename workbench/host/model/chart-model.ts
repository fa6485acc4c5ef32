import type { Block } from "../../engine/address";
import { itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

/** Cells that a chart draws. */
export interface ChartCells {
  sheetId: string;
  block: Block;
}

export interface ChartSeries {
  /** By which the workbench finds it back; Excel has no such thing. */
  id: string;
  name: string;
  /** Without values it is not drawn. */
  values: ChartCells | null;
  categories: ChartCells | null;
  /** `#RRGGBB`; null for the color of the theme. */
  fill: string | null;
  /** `#RRGGBB`; null for what the type of the chart has of itself. */
  line: string | null;
}

export interface ChartAxis {
  numberFormat: string;
  /** Null for the one that fits the values. */
  minimum: number | null;
  maximum: number | null;
  title: string;
}

/** A chart as plain data: the page draws it from this, and Ctrl+Z puts a copy of it back. */
export interface ChartModel {
  id: string;
  sheetId: string;
  name: string;
  /** Of Excel, such as ColumnClustered. */
  type: string;
  title: string;
  hasTitle: boolean;
  legend: { visible: boolean; position: string };
  valueAxis: ChartAxis;
  categoryAxis: ChartAxis;
  series: ChartSeries[];
  /** The cells that it covers. */
  place: Block;
}

/** A chart, or a part of one. It is looked up each time: after Ctrl+Z there is another one with the same id. */
export interface ChartObject extends HostObject {
  state: WorkbookState;
  id: string;
}

const find = ({ state, id }: ChartObject) => state.charts.find((chart) => chart.id === id);

/**
 * Assumed, to be confirmed in Excel: what is asked of a chart that is gone is answered as an item that is not there.
 *
 * @throws HostError `ItemNotFound`
 */
export function chartOf(object: ChartObject): ChartModel {
  const chart = find(object);
  if (!chart) throw itemNotFound(object.id);
  return chart;
}

/**
 * A sheet that is protected without `allowEditObjects` refuses changes of its charts, and so of their parts:
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions#excel-excel-worksheetprotectionoptions-alloweditobjects-member
 */
export const sheetOfChart = (object: ChartObject): string | null => find(object)?.sheetId ?? null;

/** A property of a chart, or of a part of it. */
export const property = (
  get: (chart: ChartModel) => unknown,
  set: (chart: ChartModel, value: unknown) => void,
  since = 1,
) => ({
  since,
  get: (object: ChartObject) => get(chartOf(object)),
  set: (object: ChartObject, value: unknown) => set(chartOf(object), value),
});

/** The way to a part of a chart. */
export const as = (type: ObjectType, since = 1) => ({
  since,
  to: ({ state, id }: ChartObject): ChartObject => ({ type, state, id }),
});
