import { textOfCell, type CellValue, type ResultCell, type ResultTable } from "../measures/cells";
import { evaluate, type FunctionRecord } from "../measures/function-record";
import { NPS, VOORTSCHRIJDEND } from "../measures/satisfaction";
import { monthOfSerial, monthStartSerial } from "../statistics/months";
import type { PlannedCell, SheetPlan } from "../workbook/plan";
import {
  columnHeads,
  newSheet,
  place,
  placeRow,
  placeSpill,
  reference,
  type PlacedCell,
} from "../workbook/sheet";
import { columnValues, type DataTable } from "./data-table";
import type { Dataset } from "./dataset";
import { withoutPlacesOf } from "./quantities";

const WINDOW = 5;
const OEVERS = ["Noord", "Zuid"] as const;
type Oever = (typeof OEVERS)[number];

/** The rolling NPS of both oevers, month by month, for the scorecard. */
export interface RollingSeries {
  oever: Oever;
  months: { month: string; cell: PlacedCell }[];
}

const inTable = (column: string) => `klanttevredenheid[${column}]`;
const asColumn = (values: CellValue[]) => values.map((value) => [value]);

/** A KNAP formula over columns of the table, with the value that the same function gives. */
function knap(
  record: FunctionRecord,
  cells: CellValue[][][],
  written: string[],
): { formula: string; table: ResultTable } {
  return { formula: `KNAP.${record.id}(${written.join(",")})`, table: evaluate(record, cells) };
}

/**
 * The sheet Tevredenheid: the NPS per oever, and month by month the rolling mean and the rolling NPS, both as
 * KNAP functions and as their native twins, so that a reader without the add-in can check every figure.
 */
export function satisfactionSheet(
  dataset: Dataset,
): { sheet: SheetPlan; series: RollingSeries[]; without: string[] } | null {
  const table = dataset.tables.get("klanttevredenheid");
  if (!table || !columnValues(table, "cijfer").some((score) => score !== null)) return null;
  const sheet = newSheet(
    "Tevredenheid",
    [12, 20, 14, 20, 14, 4, 12, 20, 14, 20, 20, 14, 20, 4, 12, 20, 18, 20, 18],
  );
  place(sheet, 0, 0, { value: "Klanttevredenheid", style: "title" });
  const without = withoutPlacesOf(dataset, ["klanttevredenheid"], "Zuid");
  place(sheet, 1, 0, {
    value: [
      "De uitkomsten spreken vooral voor mensen die kort in de bijstand zijn: er wordt gemeten 3, 6 en 12 maanden na instroom en bij uitstroom.",
      ...without.map((text) => `Let op: ${text}.`),
    ].join(" "),
    style: "note",
  });
  const nextRow = placeTotals(sheet, 3, table);
  return { sheet, series: placeMonths(sheet, nextRow + 1, table), without };
}

function placeTotals(sheet: SheetPlan, top: number, table: DataTable): number {
  const oevers = columnValues(table, "oever");
  const scores = columnValues(table, "cijfer");
  place(sheet, top, 0, { value: "Alle antwoorden", style: "heading" });
  placeRow(
    sheet,
    top + 1,
    0,
    columnHeads(["Oever", "Respondenten", "Promotors", "Criticasters", "NPS (KNAP)"]),
  );
  placeRow(sheet, top + 1, 6, columnHeads(["NPS (Excel)"]));
  let row = top + 2;
  for (const oever of OEVERS) {
    const own = scores.filter((score, i) => oevers[i] === oever && score !== null) as number[];
    if (own.length === 0) continue;
    const head = place(sheet, row, 0, { value: oever });
    const counted = (condition: string) =>
      `COUNTIFS(${inTable("oever")},${reference(head, sheet)},${inTable("cijfer")},"${condition}")`;
    const count = (column: number, condition: string, value: number) =>
      place(sheet, row, column, { value, formula: counted(condition), format: "count" });
    const respondents = count(1, ">=0", own.length);
    const promotors = count(2, ">=9", own.filter((score) => score >= 9).length);
    const criticasters = count(3, "<=6", own.filter((score) => score <= 6).length);
    const filtered = `FILTER(${inTable("cijfer")},(${inTable("oever")}=${reference(head, sheet)})*(${inTable("cijfer")}<>""))`;
    const nps = knap(NPS, [asColumn(own)], [filtered]);
    place(sheet, row, 4, {
      value: nps.table[0][0],
      formula: nps.formula,
      spill: { rows: 1, columns: 1 },
      format: "points1",
      style: "result",
    });
    place(sheet, row, 6, {
      value:
        (100 * ((promotors.value as number) - (criticasters.value as number))) /
        (respondents.value as number),
      formula: `100*(${reference(promotors, sheet)}-${reference(criticasters, sheet)})/${reference(respondents, sheet)}`,
      format: "points1",
    });
    row += 1;
  }
  return row;
}

/** What the figures of a rolling window look like: counts and values in turn, from the second column on. */
const look =
  (measure: "NPS" | "gemiddelde") =>
  (row: number, column: number): Partial<PlannedCell> => {
    if (row === 0) return { style: "columnHead" };
    if (column === 0) return {};
    return column % 2 === 1
      ? { format: "count" }
      : { format: measure === "NPS" ? "points1" : "decimal2", style: "result" };
  };

function placeMonths(sheet: SheetPlan, top: number, table: DataTable): RollingSeries[] {
  const columns = ["datum", "cijfer", "oever"];
  const cells = columns.map((column) => asColumn(columnValues(table, column)));
  const rolling = (measure: "NPS" | "gemiddelde") =>
    knap(
      VOORTSCHRIJDEND,
      [...cells, [[measure]], [[WINDOW]]],
      [...columns.map(inTable), `"${measure}"`, String(WINDOW)],
    );

  const nps = rolling("NPS");
  const mean = rolling("gemiddelde");
  place(sheet, top, 0, {
    value: `Voortschrijdende NPS (KNAP), venster van ${WINDOW} maanden`,
    style: "heading",
  });
  placeSpill(sheet, top + 1, 0, { ...nps, dress: look("NPS") });
  place(sheet, top, TWIN_COLUMN, { value: "Dezelfde cijfers met functies van Excel", style: "heading" });
  place(sheet, top, MEAN_COLUMN, { value: "Voortschrijdend gemiddeld cijfer (KNAP)", style: "heading" });
  placeSpill(sheet, top + 1, MEAN_COLUMN, { ...mean, dress: look("gemiddelde") });
  sheet.frozen = { rows: top + 2, columns: 1 };
  const oevers = OEVERS.filter((oever) => nps.table[0].includes(`${oever} NPS`));
  return placeTwin(sheet, top + 1, oevers, nps.table, mean.table, wholeWindows(table));
}

/** Fewer respondents than this say nothing about an oever. */
const FEWEST_RESPONDENTS = 10;

/** Whether the window around a month lies within the months in which an oever itself has answers. */
function wholeWindows(table: DataTable) {
  const oevers = columnValues(table, "oever");
  const scores = columnValues(table, "cijfer");
  const spans = new Map<CellValue, { first: number; last: number }>();
  columnValues(table, "datum").forEach((serial, row) => {
    if (scores[row] === null || typeof serial !== "number") return;
    const month = monthOfSerial(serial);
    const { first = month, last = month } = spans.get(oevers[row]) ?? {};
    spans.set(oevers[row], { first: Math.min(first, month), last: Math.max(last, month) });
  });
  const half = (WINDOW - 1) / 2;
  return (oever: Oever, month: number, respondents: ResultCell): boolean => {
    const span = spans.get(oever);
    const inSpan = span !== undefined && month - half >= span.first && month + half <= span.last;
    return inSpan && typeof respondents === "number" && respondents >= FEWEST_RESPONDENTS;
  };
}

const TWIN_COLUMN = 6;
const MEAN_COLUMN = 14;

/**
 * The figures of an oever in the months around a month, in functions of Excel. An oever is Noord or Zuid and no text
 * from a file, so COUNTIFS can take it for nothing else.
 */
function rollingFormulas(oever: Oever, month: string) {
  const from = `EDATE(${month},-(${WINDOW}-1)/2)`;
  const upTo = `EDATE(${month},(${WINDOW}+1)/2)`;
  const rows = `${inTable("datum")},">="&${from},${inTable("datum")},"<"&${upTo},${inTable("oever")},"${oever}"`;
  const count = (condition: string) => `COUNTIFS(${rows},${inTable("cijfer")},"${condition}")`;
  return {
    respondents: count(">=0"),
    score: `100*(${count(">=9")}-${count("<=6")})/${count(">=0")}`,
    average: `AVERAGEIFS(${inTable("cijfer")},${rows})`,
  };
}

/**
 * The native twins of the rolling figures, a formula per month and oever. The months do not hang on a KNAP cell, so
 * that these figures, and the scorecard that reads them, live without the add-in.
 */
function placeTwin(
  sheet: SheetPlan,
  top: number,
  oevers: readonly Oever[],
  nps: ResultTable,
  mean: ResultTable,
  isWhole: ReturnType<typeof wholeWindows>,
): RollingSeries[] {
  const heads = oevers.flatMap((oever) => [`${oever} respondenten`, `${oever} NPS`, `${oever} gemiddelde`]);
  placeRow(sheet, top, TWIN_COLUMN, columnHeads(["Maand", ...heads]));
  const series = oevers.map((oever) => ({ oever, months: [] as RollingSeries["months"] }));
  const half = (WINDOW - 1) / 2;
  let previous: PlacedCell | null = null;
  nps.slice(1).forEach((values, i) => {
    const row = top + 1 + i;
    const text = textOfCell(values[0]);
    const [year, month] = text.split("-").map(Number);
    const monthCell: PlacedCell = place(sheet, row, TWIN_COLUMN, {
      value: monthStartSerial(year * 12 + month - 1),
      formula: previous ? `EDATE(${reference(previous, sheet)},1)` : undefined,
      format: "month",
    });
    previous = monthCell;
    const isComplete = i >= half && i + half < nps.length - 1;
    oevers.forEach((oever, o) => {
      const column = nps[0].indexOf(`${oever} NPS`);
      const { respondents, score, average } = rollingFormulas(oever, reference(monthCell, sheet));
      const left = TWIN_COLUMN + 1 + 3 * o;
      const count = place(sheet, row, left, {
        value: values[column - 1],
        formula: respondents,
        format: "count",
      });
      const guarded = (formula: string) =>
        isComplete ? `IF(${reference(count, sheet)}=0,NA(),${formula})` : "NA()";
      const cell = place(sheet, row, left + 1, {
        value: values[column],
        formula: guarded(score),
        format: "points1",
      });
      place(sheet, row, left + 2, {
        value: mean[i + 1][column],
        formula: guarded(average),
        format: "decimal2",
      });
      if (isWhole(oever, year * 12 + month - 1, values[column - 1]))
        series[o].months.push({ month: text, cell });
    });
  });
  return series;
}
