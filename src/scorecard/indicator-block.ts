import type { NumberFormat, PlannedCell, SheetPlan } from "../workbook/plan";
import { columnHeads, place, placeRow, reference, yearHeads, type PlacedCell } from "../workbook/sheet";
import type { Dataset } from "./dataset";
import type { Indicator } from "./indicators";
import {
  figureOf,
  hasOwn,
  publishedFigure,
  publishedYears,
  quantities,
  withoutPlaces,
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
  /** In Dutch, as the scorecard shows it. */
  origin: string;
  /** The gebieden that are in no extract, as "Zuid zonder IJsselmonde". */
  without: string[];
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
  const without = [...new Set(areas.flatMap((area) => placesLeftOut(dataset, indicator, area)))];
  if (!areas.some((area) => years.some((year) => hasFigure(dataset, indicator, area, year)))) return null;

  place(sheet, top, 0, { value: indicator.name, style: "heading" });
  place(sheet, top + 1, 0, {
    value: `${indicator.explanation} Eenheid: ${indicator.unit}. Rapport: ${indicator.report}.${without.map((text) => ` Let op: ${text}.`).join("")}`,
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

/** Which gebieden a figure of an area does not count, as "Zuid zonder IJsselmonde". */
function placesLeftOut(dataset: Dataset, { numerator, denominator }: Indicator, area: Area): string[] {
  const below = denominator ? withoutPlaces(dataset, denominator.quantity, denominator.area ?? area) : [];
  return [...new Set([...withoutPlaces(dataset, numerator, area), ...below])];
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
  /** Whether a quantity is one's own in some years and the report's in others. */
  let isMixed = false;
  const quantityRow = (id: QuantityId, ofArea: Area, yearOf: (year: number) => number) => {
    const years = header.map((head) => yearOf(head.value as number));
    const own = years.filter((year) => hasOwn(dataset, id, { area: ofArea, year }));
    const placed = placeFigures(quantities[id].name, ofArea, { format: countFormat(id) }, (criteria) => {
      const year = yearOf(criteria.year);
      const shift = year === criteria.year ? criteria.yearCell : String(year);
      return figureOf(dataset, id, { ...criteria, area: ofArea, year, yearCell: shift });
    });
    isMixed ||= own.length > 0 && [...placed.keys()].some((year) => !own.includes(yearOf(year)));
    return placed;
  };

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
  const without = placesLeftOut(dataset, indicator, area);
  if (computed.size === 0) {
    return { series: { area, years: printed, origin: "gepubliceerd", without: [] }, nextRow: row };
  }
  // What one's own extracts do not have is no reason to leave out what the report prints.
  const needed = [indicator.numerator, ...(denominator ? [denominator.quantity] : [])];
  const filled = [...printed].filter(
    ([year]) => !computed.has(year) && needed.some((id) => !hasOwn(dataset, id, { area, year })),
  );
  const origin = [
    `${results ? "berekend" : "overgenomen"}${isMixed ? ", deels uit cijfers van het rapport" : ""}`,
    ...(filled.length > 0 ? [`${spanOf(filled.map(([year]) => year))} gepubliceerd`] : []),
  ].join("; ");
  return { series: { area, years: new Map([...computed, ...filled]), origin, without }, nextRow: row };
}

/** Years as the user reads them: 2019-2022, or 2019, 2021 when there is a gap. */
export function spanOf(years: number[]): string {
  const [first, last] = [years[0], years[years.length - 1]];
  if (years.length < 2) return years.join("");
  return last - first === years.length - 1 ? `${first}-${last}` : years.join(", ");
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
