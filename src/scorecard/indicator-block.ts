import type { NumberFormat, PlannedCell, SheetPlan } from "../workbook/plan";
import { columnHeads, place, placeRow, reference, yearHeads, type PlacedCell } from "../workbook/sheet";
import type { Dataset } from "./dataset";
import type { Indicator } from "./indicators";
import {
  figureOf,
  publishedFigure,
  publishedYears,
  quantities,
  yearsOf,
  type Area,
  type Criteria,
  type Figure,
  type QuantityId,
} from "./quantities";

/** An indicator of one area: the cell of its figure per year, and whether it was computed or only printed. */
export interface AreaSeries {
  area: Area;
  years: Map<number, PlacedCell>;
  origin: "berekend" | "overgenomen" | "gepubliceerd";
}

const FIRST_YEAR_COLUMN = 2;

/**
 * Works an indicator out on a sheet, year by year: numerator, denominator, figure, the figure of the report and
 * whether the two agree. Gives the cells of the figures and of the years, and the first free row, or null when there are no data.
 */
export function placeIndicator(
  sheet: SheetPlan,
  top: number,
  dataset: Dataset,
  indicator: Indicator,
): { series: AreaSeries[]; header: PlacedCell[]; nextRow: number } | null {
  const needed = [indicator.numerator, ...(indicator.denominator ? [indicator.denominator.quantity] : [])];
  const years = [
    ...new Set([
      ...yearsOf(dataset, needed),
      ...(indicator.published ? publishedYears(dataset, indicator.published) : []),
    ]),
  ].sort((a, b) => a - b);
  const areas = indicator.areas ?? ["Zuid", "Overig"];
  if (!areas.some((area) => years.some((year) => hasFigure(dataset, indicator, area, year)))) return null;

  place(sheet, top, 0, { value: indicator.name, style: "heading" });
  place(sheet, top + 1, 0, {
    value: `${indicator.explanation} Eenheid: ${indicator.unit}. Rapport: ${indicator.report}.`,
    style: "note",
  });
  const header = placeRow(sheet, top + 2, 0, [
    ...columnHeads(["Cijfer", "Gebied"]),
    ...yearHeads(years),
  ]).slice(FIRST_YEAR_COLUMN) as PlacedCell[];

  let row = top + 3;
  const series = areas.flatMap((area) => {
    const placed = placeArea(sheet, row, dataset, indicator, area, header);
    row = placed.nextRow;
    return placed.series.years.size > 0 ? [placed.series] : [];
  });
  return { series, header, nextRow: row + 1 };
}

function hasFigure(dataset: Dataset, indicator: Indicator, area: Area, year: number): boolean {
  const criteria: Criteria = { area, year, areaCell: "", yearCell: "" };
  const denominator = indicator.denominator;
  const computed =
    figureOf(dataset, indicator.numerator, criteria) !== null &&
    (!denominator ||
      figureOf(dataset, denominator.quantity, {
        ...criteria,
        area: denominator.area ?? area,
        year: denominatorYear(indicator, year),
      }) !== null);
  return (
    computed ||
    (indicator.published !== undefined &&
      publishedFigure(dataset, indicator.published, "totaal", criteria) !== null)
  );
}

function denominatorYear({ denominator, baseYear }: Indicator, year: number): number {
  if (denominator?.year === "previous") return year - 1;
  return denominator?.year === "base" ? baseYear : year;
}

function placeArea(
  sheet: SheetPlan,
  top: number,
  dataset: Dataset,
  indicator: Indicator,
  area: Area,
  header: PlacedCell[],
): { series: AreaSeries; nextRow: number } {
  const { denominator, published, format, scale } = indicator;
  let row = top;
  /** A row of figures, one per year; years without one say so. The row is left out when no year has one. */
  const placeFigures = (
    label: string,
    shownArea: Area,
    look: Partial<PlannedCell>,
    figure: (criteria: Criteria, column: number) => Figure | null,
  ): Map<number, PlacedCell> => {
    const areaCell = `$B${row + 1}`;
    const figures = header.map((head) =>
      figure({ area, year: head.value as number, areaCell, yearCell: reference(head, sheet) }, head.column),
    );
    if (figures.every((candidate) => candidate === null)) return new Map();
    placeRow(sheet, row, 0, [
      { value: label, style: look.style === "result" ? "result" : undefined },
      { value: shownArea, style: look.style === "result" ? "result" : undefined },
    ]);
    const placed = header.flatMap((head, i): [number, PlacedCell][] => {
      const found = figures[i];
      if (found === null) {
        place(sheet, row, head.column, { value: "n.b.", style: "note" });
        return [];
      }
      return [[head.value as number, place(sheet, row, head.column, { ...look, ...found })]];
    });
    row += 1;
    return new Map(placed);
  };
  const quantityRow = (id: QuantityId, ofArea: Area, yearOf: (year: number) => number) =>
    placeFigures(quantities[id].name, ofArea, { format: countFormat(id) }, (criteria) => {
      const year = yearOf(criteria.year);
      const shift = year === criteria.year ? criteria.yearCell : String(year);
      return figureOf(dataset, id, { ...criteria, area: ofArea, year, yearCell: shift });
    });

  const numerators = quantityRow(indicator.numerator, area, (year) => year);
  const denominators =
    denominator &&
    quantityRow(denominator.quantity, denominator.area ?? area, (year) => denominatorYear(indicator, year));
  const results =
    denominators &&
    placeFigures(indicator.name, area, { format, style: "result" }, ({ year }) => {
      const numerator = numerators.get(year);
      const below = denominators.get(year);
      if (!numerator || !below || below.value === 0) return null;
      const value = ((numerator.value as number) / (below.value as number)) * (scale ?? 1);
      if (!Number.isFinite(value)) return null;
      return {
        value,
        formula: `${reference(numerator, sheet)}/${reference(below, sheet)}${scale ? `*${scale}` : ""}`,
      };
    });
  const decimals = new Map<number, number>();
  const printed = published
    ? placeFigures("Gepubliceerd in het rapport", area, { format, style: "input" }, (criteria) => {
        const figure = publishedFigure(dataset, published, "totaal", criteria);
        if (!figure) return null;
        decimals.set(criteria.year, figure.decimals);
        return { value: figure.value, formula: figure.formula };
      })
    : new Map<number, PlacedCell>();

  const computed = results ?? numerators;
  // A count that is taken over as it is has nothing to agree with but itself.
  if (results && computed.size > 0 && printed.size > 0)
    placeAgreement(sheet, row++, area, header, computed, printed, decimals);
  return computed.size > 0
    ? { series: { area, years: computed, origin: results ? "berekend" : "overgenomen" }, nextRow: row }
    : { series: { area, years: printed, origin: "gepubliceerd" }, nextRow: row };
}

const countFormat = (id: QuantityId): NumberFormat =>
  id === "fte" || id === "extraFte" ? "decimal1" : "count";

/** Says per year whether the computed figure, rounded as the report rounds, is the figure of the report. */
function placeAgreement(
  sheet: SheetPlan,
  row: number,
  area: Area,
  header: PlacedCell[],
  computed: Map<number, PlacedCell>,
  printed: Map<number, PlacedCell>,
  decimals: Map<number, number>,
): void {
  placeRow(sheet, row, 0, [{ value: "Berekend en rapport" }, { value: area }]);
  for (const head of header) {
    const year = head.value as number;
    const ours = computed.get(year);
    const theirs = printed.get(year);
    if (!ours || !theirs) continue;
    const digits = decimals.get(year) ?? 0;
    place(sheet, row, head.column, {
      value:
        rounded(ours.value as number, digits) === rounded(theirs.value as number, digits)
          ? "klopt"
          : "wijkt af",
      formula: `IF(ROUND(${reference(ours, sheet)},${digits})=ROUND(${reference(theirs, sheet)},${digits}),"klopt","wijkt af")`,
      style: "sign",
    });
  }
}

/** Rounds as a spreadsheet does: halves away from zero, on the decimal digits of the number. */
export function rounded(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(Math.abs(value)).split("e");
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Math.sign(value) * Number(`${whole}e-${digits}`);
}
