import type { NumberFormat, PlannedCell, SheetPlan } from "../workbook/plan";
import { columnHeads, place, placeRow, reference, yearHeads, type PlacedCell } from "../workbook/sheet";
import type { Dataset } from "./dataset";
import type { Indicator } from "./indicators";
import {
  figureOf,
  halfDigit,
  hasOwn,
  isOfPersons,
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
    isOfOnePiece(dataset, indicator, area, year) &&
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

/** Numerator and denominator of an indicator: where each stands, and what it is counted from. */
function halvesOf({ numerator, denominator, ...indicator }: Indicator, area: Area, year: number) {
  const below = denominator && {
    id: denominator.quantity,
    at: {
      area: denominator.area ?? area,
      year: denominatorYear({ numerator, denominator, ...indicator }, year),
    },
  };
  return [{ id: numerator, at: { area, year } }, ...(below ? [below] : [])];
}

/** Whether one half of an indicator is one's own and the other the report's. */
function isHalfPublished(dataset: Dataset, indicator: Indicator, area: Area, year: number): boolean {
  const own = halvesOf(indicator, area, year).map(({ id, at }) => hasOwn(dataset, id, at));
  return own.includes(true) && own.includes(false);
}

/**
 * Whether numerator and denominator may be divided: they are about the same persons and places. The report counted
 * other persons than an extract about persons has, and one extract may lack a gebied that another has.
 */
function isOfOnePiece(dataset: Dataset, indicator: Indicator, area: Area, year: number): boolean {
  const halves = halvesOf(indicator, area, year);
  if (isHalfPublished(dataset, indicator, area, year))
    return !halves.some(({ id, at }) => isOfPersons(dataset, id, at));
  const own = halves.filter(({ id, at }) => hasOwn(dataset, id, at));
  return new Set(own.map(({ id }) => withoutPlaces(dataset, id, area).join())).size <= 1;
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
      const { value, formula } = found;
      return [[head.value as number, place(sheet, row, head.column, { ...look, value, formula })]];
    });
    row += 1;
    return new Map(placed);
  };
  /** Whether a quantity is one's own in some years and the report's in others. */
  let isMixed = false;
  const quantityRow = (id: QuantityId, ofArea: Area, yearOf: (year: number) => number) => {
    const years = header.map((head) => yearOf(head.value as number));
    const own = years.filter((year) => hasOwn(dataset, id, { area: ofArea, year }));
    const halves = new Map<number, number>();
    const placed = placeFigures(quantities[id].name, ofArea, { format: countFormat(id) }, (criteria) => {
      const year = yearOf(criteria.year);
      const shift = year === criteria.year ? criteria.yearCell : String(year);
      const figure = figureOf(dataset, id, { ...criteria, area: ofArea, year, yearCell: shift });
      halves.set(criteria.year, figure?.half ?? 0);
      return figure;
    });
    isMixed ||= own.length > 0 && [...placed.keys()].some((year) => !own.includes(yearOf(year)));
    return { placed, halves };
  };

  const { placed: numerators, halves: above } = quantityRow(indicator.numerator, area, (year) => year);
  const { placed: denominators, halves: under } = denominator
    ? quantityRow(denominator.quantity, denominator.area ?? area, (year) => denominatorYear(indicator, year))
    : { placed: undefined, halves: new Map<number, number>() };
  const results =
    denominators &&
    placeFigures(indicator.name, area, { format, style: "result" }, ({ year }) => {
      const numerator = numerators.get(year);
      const below = denominators.get(year);
      if (!numerator || !below || below.value === 0 || !isOfOnePiece(dataset, indicator, area, year))
        return null;
      isMixed ||= isHalfPublished(dataset, indicator, area, year);
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
    placeAgreement(sheet, row++, area, header, (year) => {
      const [ours, theirs] = [computed.get(year), printed.get(year)];
      const [numerator, below] = [numerators.get(year), denominators?.get(year)];
      if (!ours || !theirs || !numerator || !below) return null;
      const inputs = [
        { cell: numerator, half: above.get(year) ?? 0 },
        { cell: below, half: under.get(year) ?? 0 },
      ] as const;
      return { ours, theirs, digits: decimals.get(year) ?? 0, inputs, scale: scale ?? 1 };
    });
  const without = placesLeftOut(dataset, indicator, area);
  if (computed.size === 0) {
    return { series: { area, years: printed, origin: "gepubliceerd", without: [] }, nextRow: row };
  }
  // What one's own extracts do not have is no reason to leave out what the report prints.
  const needed = [indicator.numerator, ...(denominator ? [denominator.quantity] : [])];
  const filled = [...printed].filter(
    ([year]) =>
      !computed.has(year) &&
      (needed.some((id) => !hasOwn(dataset, id, { area, year })) ||
        !isOfOnePiece(dataset, indicator, area, year)),
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

/** A computed figure and the report's, with the digits of the latter and the numbers of which the former is made. */
interface Compared {
  ours: PlacedCell;
  theirs: PlacedCell;
  digits: number;
  /** Numerator and denominator, each with how far it can be off where it is printed itself. */
  inputs: readonly [numerator: Rounded, denominator: Rounded];
  scale: number;
}

interface Rounded {
  cell: PlacedCell;
  half: number;
}

/** Says per year whether the computed figure, rounded as the report rounds, is the figure of the report. */
function placeAgreement(
  sheet: SheetPlan,
  row: number,
  area: Area,
  header: PlacedCell[],
  comparedIn: (year: number) => Compared | null,
): void {
  placeRow(sheet, row, 0, [{ value: "Berekend en rapport" }, { value: area }]);
  for (const head of header) {
    const compared = comparedIn(head.value as number);
    if (!compared) continue;
    const { agrees, formula } = compared.inputs.some(({ half }) => half > 0)
      ? overlap(compared, sheet)
      : sameDigits(compared, sheet);
    place(sheet, row, head.column, {
      value: agrees ? "klopt" : "wijkt af",
      formula: `IF(${formula},"klopt","wijkt af")`,
      style: "sign",
    });
  }
}

/** Of exact counts: the figure, rounded to the printed digits. */
function sameDigits({ ours, theirs, digits }: Compared, sheet: SheetPlan) {
  return {
    agrees: rounded(ours.value as number, digits) === rounded(theirs.value as number, digits),
    formula: `ROUND(${reference(ours, sheet)},${digits})=ROUND(${reference(theirs, sheet)},${digits})`,
  };
}

/** Of rounded numbers: all that the figure can be, against all that the printed one can stand for. */
function overlap({ theirs, digits, inputs, scale }: Compared, sheet: SheetPlan) {
  const half = halfDigit(digits);
  const [a, b] = inputs;
  const [above, below, printed] = [a.cell, b.cell, theirs].map(({ value }) => value as number);
  const [A, B, P] = [a.cell, b.cell, theirs].map((cell) => reference(cell, sheet));
  return {
    agrees:
      ((above - a.half) / (below + b.half)) * scale <= printed + half &&
      // A denominator that may be 0 leaves room for any ratio.
      (below <= b.half || ((above + a.half) / (below - b.half)) * scale >= printed - half),
    formula: `AND((${A}-${a.half})/(${B}+${b.half})*${scale}<=${P}+${half},IF(${B}<=${b.half},TRUE,(${A}+${a.half})/(${B}-${b.half})*${scale}>=${P}-${half}))`,
  };
}

/** Rounds as a spreadsheet does: halves away from zero, on the decimal digits of the number. */
export function rounded(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(Math.abs(value)).split("e");
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  return Math.sign(value) * Number(`${whole}e-${digits}`);
}
