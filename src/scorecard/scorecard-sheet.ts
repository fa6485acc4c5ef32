import { development, judgement, relativeDevelopment, type Direction } from "../statistics/development";
import type { ResultCell } from "../measures/cells";
import type { NumberFormat, PlannedCell, SheetPlan } from "../workbook/plan";
import { cellAddress } from "../workbook/plan";
import { columnHeads, newSheet, place, placeRow, reference, type PlacedCell } from "../workbook/sheet";
import type { AreaSeries } from "./indicator-block";
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
  /** "2018 → 2019-2022" */
  comparison: string;
  zuid?: Side;
  overig?: Side;
  origin: string;
}

/** The years of an indicator that the scorecard compares: the base year with the mean of the period. */
export function indicatorRow(indicator: Indicator, series: AreaSeries[]): ScorecardRow {
  const allYears = [...new Set(series.flatMap(({ years }) => [...years.keys()]))].sort((a, b) => a - b);
  const { baseYear, period } = indicator;
  const inPeriod = allYears.filter((year) => year >= period.from && year <= period.to);
  const compared = inPeriod.length > 0 ? inPeriod : allYears.filter((year) => year !== baseYear).slice(-1);
  const hasBase = allYears.includes(baseYear);
  const sideOf = (area: string): Side | undefined => {
    const found = series.find((candidate) => candidate.area === area);
    if (!found) return undefined;
    return {
      base: found.years.get(baseYear),
      period: compared.flatMap((year) => found.years.get(year) ?? []),
    };
  };
  const span =
    compared.length > 1 ? `${compared[0]}-${compared[compared.length - 1]}` : String(compared[0] ?? "");
  return {
    ...indicator,
    comparison: hasBase ? `${baseYear} → ${span}` : span,
    zuid: sideOf("Zuid"),
    overig: sideOf("Overig"),
    origin: [...new Set(series.map(({ origin }) => origin))].join(" en "),
  };
}

/** The rolling NPS: its first complete month against its last. */
export function satisfactionRow(series: RollingSeries[]): ScorecardRow | null {
  const sideOf = (oever: string): (Side & { months: string[] }) | undefined => {
    const complete = series
      .find((one) => one.oever === oever)
      ?.months.filter(({ cell }) => typeof cell.value === "number");
    if (!complete || complete.length < 2) return undefined;
    const [first, last] = [complete[0], complete[complete.length - 1]];
    return { base: first.cell, period: [last.cell], months: [first.month, last.month] };
  };
  const zuid = sideOf("Zuid");
  const overig = sideOf("Noord");
  const months = (zuid ?? overig)?.months;
  if (!months) return null;
  return {
    theme: "Tevredenheid",
    name: "Voortschrijdende NPS (Overig: noordoever)",
    unit: "punten",
    format: "points1",
    signedFormat: "points1",
    direction: "omhoog",
    tolerance: 0.5,
    comparison: months.join(" → "),
    zuid,
    overig,
    origin: "berekend",
  };
}

const heads = [
  "Thema",
  "Indicator",
  "Eenheid",
  "Gunstig is",
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
const widths = [16, 46, 34, 11, 19, 12, 14, 13, 13, 14, 15, 13, 13, 15, 16, 30, 13];
export const COLUMN = {
  theme: 0,
  name: 1,
  unit: 2,
  comparison: 4,
  zuid: 5,
  overig: 9,
  gap: 13,
  relative: 15,
} as const;
export const FIRST_ROW = 6;

/** The sheet Scorecard, after table 3.3 of the report: how Zuid and Overig developed, and towards whose favour. */
export function scorecardSheet(title: string, rows: ScorecardRow[]): SheetPlan {
  const sheet = newSheet("Scorecard", widths);
  place(sheet, 0, 0, { value: title, style: "title" });
  [
    "Zuid: Feijenoord, Charlois en IJsselmonde (RZ). Overig: de rest van Rotterdam (RO). Periode: het gemiddelde van de jaren. Verschil: Zuid min Overig.",
    "+ gestegen, - gedaald, = onveranderd. Gedaald of gestegen ten gunste van RZ of RO: het verschil tussen Zuid en Overig werd kleiner of groter, en voor wie dat gunstig is.",
    "Tevredenheid spreekt vooral voor mensen die kort in de bijstand zijn. De cijfers komen van de andere bladen; klik op een cel om de berekening te volgen.",
  ].forEach((text, i) => place(sheet, 1 + i, 0, { value: text, style: "note" }));
  placeRow(sheet, FIRST_ROW - 1, 0, columnHeads(heads));
  rows.forEach((row, i) => placeScorecardRow(sheet, FIRST_ROW + i, row));
  const last = FIRST_ROW + rows.length;
  sheet.frozen = { rows: FIRST_ROW, columns: 2 };
  sheet.conditionalFormats = ["I", "M"].flatMap((column) => {
    const range = `${column}${FIRST_ROW + 1}:${column}${last}`;
    return [
      { range, equals: "gunstig", tone: "good" } as const,
      { range, equals: "ongunstig", tone: "bad" } as const,
      { range, equals: "onveranderd", tone: "neutral" } as const,
    ];
  });
  return sheet;
}

function placeScorecardRow(sheet: SheetPlan, row: number, scorecardRow: ScorecardRow): void {
  const { theme, name, unit, direction, comparison, origin, tolerance, signedFormat } = scorecardRow;
  placeRow(sheet, row, 0, [
    { value: theme },
    { value: name, style: "result" },
    { value: unit },
    { value: direction === "geen" ? "n.v.t." : direction },
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
    const favour = `&" ten gunste van "&IF((${now}>${base})=(${cellAddress(row, 3)}="omhoog"),"RZ","RO")`;
    place(sheet, row, COLUMN.relative, {
      value: combine(gaps[0], gaps[1], (before, after) =>
        relativeDevelopment(before, after, direction, tolerance),
      ),
      formula: `IF(${unchanged(base, now, tolerance)},"Gelijk gebleven",${size}${direction === "geen" ? "" : favour})`,
      style: "sign",
    });
  }
  place(sheet, row, COLUMN.relative + 1, { value: origin });
}

const unchanged = (base: string, now: string, tolerance: number) =>
  `OR(ABS(${now}-${base})<${tolerance},${now}=${base})`;

/** Base figure, figure of the period, development and judgement, in four columns. */
function placeSide(
  sheet: SheetPlan,
  row: number,
  column: number,
  side: Side | undefined,
  { format, direction, tolerance }: ScorecardRow,
): [PlacedCell | undefined, PlacedCell | undefined] {
  if (!side) {
    place(sheet, row, column, { value: "n.v.t.", style: "note" });
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
      formula: `IF(${unchanged(before, after, tolerance)},"=",IF(${after}>${before},"+","-"))`,
      style: "sign",
    });
    const sign = reference(change, sheet);
    place(sheet, row, column + 3, {
      value: judgement(change.value as "+" | "-" | "=", direction),
      formula:
        direction === "geen"
          ? undefined
          : `IF(${sign}="=","onveranderd",IF((${sign}="+")=(${cellAddress(row, 3)}="omhoog"),"gunstig","ongunstig"))`,
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
