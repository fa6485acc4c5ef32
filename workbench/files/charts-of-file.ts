import type { Worksheet } from "@cj-tech-master/excelts";
import type { ChartCells, ChartModel } from "../host/model/chart";
import { rangeAt } from "../host/model/range";
import type { WorkbookState } from "../host/workbook-state";

const directions = { bar: "Bar", col: "Column" };
const groupings: Record<string, string> = {
  clustered: "Clustered",
  stacked: "Stacked",
  percentStacked: "Stacked100",
};
const legendPlaces: Record<string, string> = { t: "Top", l: "Left", b: "Bottom", r: "Right" };

/** The charts of a sheet that the workbench can draw: columns, bars and lines. */
export function chartsOfFile(state: WorkbookState, sheet: Worksheet, sheetId: string): ChartModel[] {
  return sheet.getCharts().flatMap((chart, at): ChartModel[] => {
    const group = chart.chartTypes.find(({ type }) => type === "bar" || type === "line");
    if (group?.type !== "bar" && group?.type !== "line") return [];
    const type =
      group.type === "bar"
        ? `${directions[group.barDir]}${groupings[group.grouping] ?? "Clustered"}`
        : "LineMarkers";
    const axisOf = (axis: typeof chart.valueAxis) => ({
      numberFormat: axis?.numFmt?.formatCode ?? "General",
      minimum: axis?.scaling?.min ?? null,
      maximum: axis?.scaling?.max ?? null,
      title: "",
    });
    const { tl, br } = chart.range;
    return [
      {
        id: `{chart-${(state.lastId += 1)}}`,
        sheetId,
        name: `Grafiek ${at + 1}`,
        type,
        title: chart.title ?? "",
        hasTitle: chart.title !== undefined,
        legend: {
          visible: chart.legend !== undefined,
          position: legendPlaces[chart.legend?.legendPos ?? "r"] ?? "Right",
        },
        valueAxis: axisOf(chart.valueAxis),
        categoryAxis: axisOf(chart.categoryAxis),
        series: group.series.map(({ tx, val, cat, spPr }) => ({
          id: `{series-${(state.lastId += 1)}}`,
          name: tx?.value ?? tx?.strRef?.cache?.points[0]?.value ?? "",
          values: cellsAt(state, val?.numRef?.formula),
          categories: cellsAt(state, cat?.strRef?.formula ?? cat?.numRef?.formula),
          fill: colorOf(spPr?.fill?.solid),
          line: colorOf(spPr?.line?.color),
        })),
        place: {
          startRow: tl.nativeRow,
          startColumn: tl.nativeCol,
          endRow: br?.nativeRow ?? tl.nativeRow + 14,
          endColumn: br?.nativeCol ?? tl.nativeCol + 6,
        },
      },
    ];
  });
}

function cellsAt(state: WorkbookState, reference: string | undefined): ChartCells | null {
  if (reference === undefined) return null;
  const { sheetId, block } = rangeAt(state, state.engine.activeSheet(), reference.replaceAll("$", ""));
  return { sheetId, block };
}

/** A color of the theme is not read. */
function colorOf(color: { srgb?: string } | undefined): string | null {
  const [, rgb] = /^#?([0-9A-F]{6})$/i.exec(color?.srgb ?? "") ?? [];
  return rgb === undefined ? null : `#${rgb.toUpperCase()}`;
}
