import { development, judgement, relativeDevelopment, type Direction } from "../statistics/development";
import type { ResultCell } from "../measures/cells";
import type { ChartPlan, NumberFormat, PlannedCell, SheetPlan } from "../workbook/plan";
import { cellAddress, columnName } from "../workbook/plan";
import { columnHeads, newSheet, place, placeRow, reference, type PlacedCell } from "../workbook/sheet";
import { spanOf, type AreaSeries } from "./indicator-block";
import type { Indicator } from "./indicators";
import type { RollingSeries } from "./satisfaction-sheet";

/** One side of a row: the figure of the base year and the figures of the period, worked out on another sheet. */
interface Side {
  base?: PlacedCell;
  /** Averaged; a single cell for a moment. */
  period: PlacedCell[];
}

/** A row of the scorecard before it stands on the sheet. */
export interface ScorecardRow {
  theme: string;
  name: string;
  unit: string;
  format: NumberFormat;
  signedFormat: NumberFormat;
  direction: Direction;
  tolerance: number;
  /** "2018 → 2019-2022": the years that both sides have. */
  comparison: string;
  zuid?: Side;
  overig?: Side;
  /** What stands in the place of a side that is not there: no data, or no such measure. */
  absent: "n.b." | "n.v.t.";
  origin: string;
}

const inAll = <T>(lists: T[][]): T[] =>
  lists[0]?.filter((item) => lists.every((list) => list.includes(item))) ?? [];

/**
 * The years of an indicator that the scorecard compares: the base year with the mean of the period. Only years that
 * Zuid and Overig both have: a mean over other years would compare other things.
 */
export function indicatorRow(indicator: Indicator, series: AreaSeries[]): ScorecardRow | null {
  const years = inAll(series.map((one) => [...one.years.keys()])).sort((a, b) => a - b);
  const { baseYear, period } = indicator;
  const inPeriod = years.filter((year) => year >= period.from && year <= period.to);
  // Data outside the programme are shown by their last year; an indicator of one named year has no other.
  const later = period.from < period.to ? years.filter((year) => year > baseYear).slice(-1) : [];
  const compared = inPeriod.length > 0 ? inPeriod : later;
  if (compared.length === 0 && years.length > 0) return null;
  const hasBase = years.includes(baseYear);
  const sideOf = (area: string): Side | undefined => {
    const found = series.find((candidate) => candidate.area === area);
    return (
      found && {
        base: found.years.get(hasBase ? baseYear : NaN),
        period: compared.flatMap((year) => found.years.get(year) ?? []),
      }
    );
  };
  const moments = [hasBase ? String(baseYear) : "", spanOf(compared)].filter((moment) => moment !== "");
  return {
    ...indicator,
    comparison: moments.join(" → ") || "geen jaar voor beide",
    zuid: sideOf("Zuid"),
    overig: sideOf("Overig"),
    absent: indicator.areas ? "n.v.t." : "n.b.",
    origin: [
      [...new Set(series.map(({ origin }) => origin))].join(" en "),
      ...new Set(series.flatMap(({ without }) => without)),
    ].join("; "),
  };
}

/**
 * The rolling NPS: the first month that is complete for both oevers against the last.
 *
 * @param without the gebieden that are in no extract, as "Zuid zonder IJsselmonde"
 */
export function satisfactionRow(series: RollingSeries[], without: readonly string[]): ScorecardRow | null {
  const complete = series.map(({ months }) => months.filter(({ cell }) => typeof cell.value === "number"));
  const months = inAll(complete.map((list) => list.map(({ month }) => month)));
  if (months.length < 2) return null;
  const [first, last] = [months[0], months[months.length - 1]];
  const sideOf = (oever: string): Side | undefined => {
    const found = series.find((one) => one.oever === oever);
    const cellAt = (month: string) => found?.months.find((one) => one.month === month)?.cell;
    const now = cellAt(last);
    return now && { base: cellAt(first), period: [now] };
  };
  return {
    theme: "Tevredenheid",
    name: "Voortschrijdende NPS (Overig: noordoever)",
    unit: "punten",
    format: "points1",
    signedFormat: "points1",
    // Whether a change is more than chance is not tested here, so there is no verdict.
    direction: "geen",
    tolerance: 0.5,
    comparison: `${first} → ${last}`,
    zuid: sideOf("Zuid"),
    overig: sideOf("Noord"),
    absent: "n.b.",
    origin: ["berekend", ...without].join("; "),
  };
}

const heads = [
  "Thema",
  "Indicator",
  "Eenheid",
  "Gunstig is",
  "Drempel",
  "Vergelijking",
  "Zuid, basis",
  "Zuid, periode",
  "Ontwikkeling",
  "Oordeel",
  "Overig, basis",
  "Overig, periode",
  "Ontwikkeling",
  "Oordeel",
  "Verschil, basis",
  "Verschil, periode",
  "Relatieve ontwikkeling",
  "Herkomst",
];
const widths = [16, 48, 36, 11, 13, 19, 12, 14, 14, 13, 14, 15, 14, 13, 15, 16, 30, 26];
/** Where the columns stand, counted from 0; a side takes four. */
export const COLUMN = {
  theme: 0,
  name: 1,
  unit: 2,
  direction: 3,
  tolerance: 4,
  comparison: 5,
  zuid: 6,
  overig: 10,
  gap: 14,
  relative: 16,
  origin: 17,
} as const;
/** In rows. */
const CHART_HEIGHT = 18;
/** The first row with an indicator, counted from 0. */
export const FIRST_ROW = 7;

/** The sheet Scorecard, after table 3.3 of the report: how Zuid and Overig developed, and towards whose favour. */
export function scorecardSheet(
  title: string,
  rows: ScorecardRow[],
  origins: string[],
  chart?: Omit<ChartPlan, "place">,
): SheetPlan {
  const sheet = newSheet("Scorecard", widths);
  place(sheet, 0, 0, { value: title, style: "title" });
  [
    "Zuid (RZ): Feijenoord, Charlois en IJsselmonde. Overig (RO): de rest van Rotterdam. Verschil: Zuid min Overig.",
    "Periode: het gemiddelde van de jaren, of de maand, achter de pijl. Alleen jaren die er voor Zuid en Overig zijn.",
    "+ gestegen, - gedaald, = onveranderd: de verandering is kleiner dan de drempel. Bij de NPS is niet getoetst of een verandering toeval is; daarom staat er geen oordeel. Relatieve ontwikkeling: het verschil is kleiner (gedaald) of groter (gestegen) geworden, of van teken omgekeerd, en voor wie dat gunstig is.",
    "Tevredenheid spreekt vooral voor mensen die kort in de bijstand zijn. De cijfers komen van de andere bladen; klik op een cel om de berekening te volgen.",
  ].forEach((text, i) => place(sheet, 1 + i, 0, { value: text, style: "note" }));
  placeRow(sheet, FIRST_ROW - 1, 0, columnHeads(heads));
  rows.forEach((row, i) => placeScorecardRow(sheet, FIRST_ROW + i, row));
  if (rows.length === 0) {
    place(sheet, FIRST_ROW, 0, {
      value:
        "Uit deze extracten volgt geen enkel cijfer van de scorecard; het blad Bronnen zegt wat er nodig is.",
    });
  }
  const last = FIRST_ROW + Math.max(1, rows.length);
  if (origins.length > 0) {
    place(sheet, last + 1, 0, { value: "Herkomst van de gegevens", style: "heading" });
    origins.forEach((line, i) => place(sheet, last + 2 + i, 0, { value: line }));
  }
  if (chart) {
    const top = sheet.rows.length + 1;
    place(sheet, top, 0, { value: chart.description, style: "note" });
    const to = cellAddress(top + CHART_HEIGHT, COLUMN.unit);
    sheet.charts = [{ ...chart, place: { from: cellAddress(top + 1, 0), to } }];
  }
  sheet.frozen = { rows: FIRST_ROW, columns: 2 };
  sheet.conditionalFormats = [COLUMN.zuid + 3, COLUMN.overig + 3].map(columnName).flatMap((column) => {
    const range = `${column}${FIRST_ROW + 1}:${column}${last}`;
    return [
      { range, equals: "gunstig", tone: "good" } as const,
      { range, equals: "ongunstig", tone: "bad" } as const,
      { range, equals: "onveranderd", tone: "neutral" } as const,
    ];
  });
  return sheet;
}

/** The tolerance is smaller than what the figure's own format shows. */
const toleranceFormat = ({ format }: ScorecardRow): NumberFormat =>
  format.startsWith("percent") ? "percentPoints2" : "decimal3";

function placeScorecardRow(sheet: SheetPlan, row: number, scorecardRow: ScorecardRow): void {
  const { theme, name, unit, direction, comparison, origin, tolerance, signedFormat } = scorecardRow;
  placeRow(sheet, row, 0, [
    { value: theme },
    { value: name, style: "result" },
    { value: unit },
    { value: direction === "geen" ? "n.v.t." : direction },
    { value: tolerance, format: toleranceFormat(scorecardRow) },
    { value: comparison },
  ]);
  const zuid = placeSide(sheet, row, COLUMN.zuid, scorecardRow.zuid, scorecardRow);
  const overig = placeSide(sheet, row, COLUMN.overig, scorecardRow.overig, scorecardRow);
  const gaps = [0, 1].map((moment) => {
    const [ours, theirs] = [zuid[moment], overig[moment]];
    if (!ours || !theirs) return undefined;
    return place(sheet, row, COLUMN.gap + moment, {
      value: combine(ours, theirs, (a, b) => a - b),
      formula: `${reference(ours, sheet)}-${reference(theirs, sheet)}`,
      format: signedFormat,
    });
  });
  if (gaps[0] && gaps[1]) {
    const [base, now] = gaps.map((gap) => reference(gap as PlacedCell, sheet));
    const size = `IF(ABS(${now})<ABS(${base}),"Gedaald",IF(ABS(${now})>ABS(${base}),"Gestegen","Omgekeerd"))`;
    const favour = `&" ten gunste van "&IF((${now}>${base})=(${cellAddress(row, COLUMN.direction)}="omhoog"),"RZ","RO")`;
    place(sheet, row, COLUMN.relative, {
      value: combine(gaps[0], gaps[1], (before, after) =>
        relativeDevelopment(before, after, direction, tolerance),
      ),
      formula: `IF(${unchanged(base, now, row)},"Gelijk gebleven",${size}${direction === "geen" ? "" : favour})`,
      style: "sign",
    });
  }
  place(sheet, row, COLUMN.origin, { value: origin });
}

/** Whether two cells differ by less than the tolerance in the same row. */
const unchanged = (base: string, now: string, row: number) =>
  `OR(ABS(${now}-${base})<${cellAddress(row, COLUMN.tolerance)},${now}=${base})`;

/** Base figure, figure of the period, development and judgement, in four columns. */
function placeSide(
  sheet: SheetPlan,
  row: number,
  column: number,
  side: Side | undefined,
  { format, direction, tolerance, absent }: ScorecardRow,
): [PlacedCell | undefined, PlacedCell | undefined] {
  if (!side) {
    place(sheet, row, column, { value: absent, style: "note" });
    return [undefined, undefined];
  }
  const base =
    side.base &&
    place(sheet, row, column, { value: side.base.value, formula: reference(side.base, sheet), format });
  const now = placeMean(sheet, row, column + 1, side.period, format);
  if (base && now) {
    const [before, after] = [reference(base, sheet), reference(now, sheet)];
    const change = place(sheet, row, column + 2, {
      value: combine(base, now, (a, b) => development(a, b, tolerance)),
      formula: `IF(${unchanged(before, after, row)},"=",IF(${after}>${before},"+","-"))`,
      style: "sign",
    });
    const sign = reference(change, sheet);
    place(sheet, row, column + 3, {
      value: judgement(change.value as "+" | "-" | "=", direction),
      formula:
        direction === "geen"
          ? undefined
          : `IF(${sign}="=","onveranderd",IF((${sign}="+")=(${cellAddress(row, COLUMN.direction)}="omhoog"),"gunstig","ongunstig"))`,
      style: direction === "geen" ? "note" : "sign",
    });
  }
  return [base, now];
}

function placeMean(
  sheet: SheetPlan,
  row: number,
  column: number,
  cells: PlacedCell[],
  format: NumberFormat,
): PlacedCell | undefined {
  if (cells.length === 0) return undefined;
  const references = cells.map((cell) => reference(cell, sheet));
  const mean = cells.reduce((sum, { value }) => sum + (value as number), 0) / cells.length;
  const cell: PlannedCell = {
    value: mean,
    formula: cells.length === 1 ? references[0] : `AVERAGE(${references.join(",")})`,
    format,
  };
  return place(sheet, row, column, cell);
}

/** What a formula on two cells gives; only figures come here, since a side without a figure is left empty. */
function combine<T extends ResultCell>(
  a: PlacedCell,
  b: PlacedCell,
  calculate: (a: number, b: number) => T,
): T {
  return calculate(a.value as number, b.value as number);
}
