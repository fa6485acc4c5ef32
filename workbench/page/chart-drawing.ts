import { numfmt } from "@univerjs/core";
import { isError, type CellValue } from "../engine/cell-value";
import type { Engine } from "../engine/engine";
import type { ChartCells, ChartModel } from "../host/model/chart";

/** What a chart shows, with the values of its cells. */
export interface Drawing {
  kind: "bar" | "line";
  isHorizontal: boolean;
  isStacked: boolean;
  hasMarkers: boolean;
  title: string;
  legend: "top" | "left" | "bottom" | "right" | null;
  labels: string[];
  /** A cell without a number leaves a gap. */
  series: {
    name: string;
    /** Of its columns or bars, or of the points on its line. */
    fill: string;
    /** Null without one. */
    line: string | null;
    values: (number | null)[];
  }[];
  valueAxis: { numberFormat: string; minimum: number | null; maximum: number | null; title: string };
  categoryTitle: string;
}

/** The first colors of the theme that Excel starts with. */
const themeColors = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegendposition */
const legendPlaces: Record<string, Drawing["legend"]> = {
  Top: "top",
  Left: "left",
  Bottom: "bottom",
  Right: "right",
};

/**
 * A number as Dutch Excel shows it.
 *
 * @example
 * numberText(0.185, "0.0%") // => "18,5%"
 * numberText(1234.5, "General") // => "1234,5"
 */
export const numberText = (value: number, pattern: string): string =>
  numfmt.format(pattern, value, { locale: "nl-NL" });

export function drawingOf(engine: Engine, chart: ChartModel): Drawing {
  const { type, hasTitle, title, legend, valueAxis, categoryAxis } = chart;
  const isFull = type.endsWith("Stacked100");
  const kind = type.startsWith("Line") ? "line" : "bar";
  const series = chart.series.flatMap(({ name, values, fill, line }, i) => {
    // One without values is not visible: excel.chartseriescollection, add.
    if (values === null) return [];
    const own = themeColors[i % themeColors.length];
    return {
      name,
      fill: fill ?? (kind === "line" ? (line ?? own) : own),
      line: line ?? (kind === "line" ? own : null),
      values: cellsOf(engine, values).map((value) => (typeof value === "number" ? value : null)),
    };
  });
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const categories = cellsOf(engine, chart.series.find((one) => one.categories)?.categories ?? null);
  const isPlain = valueAxis.numberFormat === "General";
  return {
    kind,
    isHorizontal: type.startsWith("Bar"),
    isStacked: type.includes("Stacked"),
    hasMarkers: type === "LineMarkers",
    title: hasTitle ? title : "",
    legend: legend.visible ? (legendPlaces[legend.position] ?? "right") : null,
    labels: Array.from({ length }, (_, i) => textOf(categories[i] ?? i + 1, categoryAxis.numberFormat)),
    series: isFull ? sharesOf(series) : series,
    valueAxis: { ...valueAxis, numberFormat: isFull && isPlain ? "0%" : valueAxis.numberFormat },
    categoryTitle: categoryAxis.title,
  };
}

const cellsOf = (engine: Engine, cells: ChartCells | null): CellValue[] =>
  cells && engine.sheetIds().includes(cells.sheetId) ? engine.values(cells.sheetId, cells.block).flat() : [];

function textOf(value: CellValue, format: string): string {
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
  return typeof value === "number" ? numberText(value, format) : (value ?? "");
}

/** Of each category the part that each series has of the whole. */
function sharesOf(series: Drawing["series"]): Drawing["series"] {
  const total = (at: number) => series.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0);
  return series.map((one) => ({
    ...one,
    values: one.values.map((value, at) => (value === null || total(at) === 0 ? null : value / total(at))),
  }));
}
