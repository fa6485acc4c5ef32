import { textOfCell } from "../measures/cells";
import { cellAddress, type ChartPlan, type SheetRange } from "../workbook/plan";
import type { PlacedCell } from "../workbook/sheet";
import type { AreaSeries } from "./indicator-block";
import type { Indicator } from "./indicators";

/** With fewer there is no course to see. */
const LEAST_YEARS = 3;

/**
 * A chart of how Zuid and Overig developed on one indicator, over the last years without a gap that both have: a year
 * without a figure would be drawn as a zero.
 *
 * @param header the cells with the years above the figures
 */
export function comparisonChart(
  indicator: Indicator,
  series: AreaSeries[],
  header: PlacedCell[],
): Omit<ChartPlan, "place"> | null {
  const years = lastRun(header, ({ value }) => series.every((one) => one.years.has(value as number)));
  if (series.length < 2 || years.length < LEAST_YEARS) return null;
  const [first, last] = [years[0], years[years.length - 1]].map(({ value }) => textOfCell(value));
  const areas = series.map(({ area }) => area).join(" en ");
  return {
    title: `${indicator.name} (${indicator.unit}): ${areas}, ${first}-${last}`,
    description: `Grafiek: ${indicator.name} van ${areas} per jaar, ${first} tot en met ${last}. De cijfers staan op het blad ${header[0].sheet}.`,
    type: "line",
    format: indicator.format,
    categories: rangeOf(years),
    series: series.map(({ area, years: figures }) => ({
      name: area,
      values: rangeOf(years.map(({ value }) => figures.get(value as number) as PlacedCell)),
    })),
  };
}

function lastRun<T>(items: T[], holds: (item: T) => boolean): T[] {
  const end = items.findLastIndex(holds) + 1;
  const start = items.slice(0, end).findLastIndex((item) => !holds(item)) + 1;
  return items.slice(start, end);
}

/** Cells side by side. */
function rangeOf(cells: PlacedCell[]): SheetRange {
  const [first, last] = [cells[0], cells[cells.length - 1]];
  return {
    sheet: first.sheet,
    range: `${cellAddress(first.row, first.column)}:${cellAddress(last.row, last.column)}`,
  };
}
