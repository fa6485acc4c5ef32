import { textOfCell, type CellValue, type ResultTable } from "../measures/cells";
import { evaluate, type FunctionRecord } from "../measures/function-record";
import { NPS, VOORTSCHRIJDEND } from "../measures/satisfaction";
import { fillTwin } from "../measures/twin";
import { monthStartSerial } from "../statistics/months";
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
import { columnValues, type Dataset, type DataTable } from "./dataset";

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
export function satisfactionSheet(dataset: Dataset): { sheet: SheetPlan; series: RollingSeries[] } | null {
  const table = dataset.tables.get("klanttevredenheid");
  if (!table || !columnValues(table, "cijfer").some((score) => score !== null)) return null;
  const sheet = newSheet("Tevredenheid", [16, 14, 14, 14, 14, 4, 14, 14, 14, 14, 14, 4, 14, 14, 14, 14, 14]);
  place(sheet, 0, 0, { value: "Klanttevredenheid", style: "title" });
  place(sheet, 1, 0, {
    value:
      "De uitkomsten spreken vooral voor mensen die kort in de bijstand zijn: er wordt gemeten 3, 6 en 12 maanden na instroom en bij uitstroom.",
    style: "note",
  });
  const nextRow = placeTotals(sheet, 3, table);
  return { sheet, series: placeMonths(sheet, nextRow + 1, table) };
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

  place(sheet, top, 0, {
    value: `Voortschrijdende NPS (KNAP), venster van ${WINDOW} maanden`,
    style: "heading",
  });
  place(sheet, top, 6, { value: "Dezelfde NPS met functies van Excel", style: "heading" });
  place(sheet, top, 12, { value: "Voortschrijdend gemiddeld cijfer (KNAP)", style: "heading" });
  const nps = rolling("NPS");
  const mean = rolling("gemiddelde");
  const placed = placeSpill(sheet, top + 1, 0, { ...nps, dress: look("NPS") });
  placeSpill(sheet, top + 1, 12, { ...mean, dress: look("gemiddelde") });
  placeTwin(sheet, top + 1, 6, nps.table);

  const oevers = OEVERS.filter((oever) => nps.table[0].includes(`${oever} NPS`));
  sheet.frozen = { rows: 0, columns: 1 };
  return oevers.map((oever) => {
    const column = nps.table[0].indexOf(`${oever} NPS`);
    return {
      oever,
      months: placed.slice(1).map((row) => ({ month: textOfCell(row[0].value), cell: row[column] })),
    };
  });
}

/** The native twin of the rolling NPS: months that do not hang on a KNAP cell, and a formula per month and oever. */
function placeTwin(sheet: SheetPlan, top: number, left: number, rolling: ResultTable): void {
  placeRow(sheet, top, left, columnHeads(["Maand", ...rolling[0].slice(1).map(textOfCell)]));
  let previous: PlacedCell | null = null;
  const lastRow = top + rolling.length - 1;
  rolling.slice(1).forEach((values, i) => {
    const row = top + 1 + i;
    const [year, month] = textOfCell(values[0]).split("-").map(Number);
    const first = `MIN(${inTable("datum")})`;
    const monthCell: PlacedCell = place(sheet, row, left, {
      value: monthStartSerial(year * 12 + month - 1),
      formula: previous ? `EDATE(${reference(previous, sheet)},1)` : `DATE(YEAR(${first}),MONTH(${first}),1)`,
      format: "month",
    });
    previous = monthCell;
    let respondentsCell = monthCell;
    values.slice(1).forEach((value, c) => {
      const group = textOfCell(rolling[0][c + 1]).split(" ")[0];
      const [respondents, score] = fillTwin(VOORTSCHRIJDEND, {
        datums: inTable("datum"),
        cijfers: inTable("cijfer"),
        groepen: inTable("oever"),
        groep: `"${group}"`,
        maand: reference(monthCell, sheet),
        venster: String(WINDOW),
      })[0];
      const half = (WINDOW - 1) / 2;
      const isComplete = i >= half && row + half <= lastRow;
      const isCount = c % 2 === 0;
      const formula = isComplete ? `IF(${reference(respondentsCell, sheet)}=0,NA(),${score})` : "NA()";
      const placed = place(sheet, row, left + 1 + c, {
        value,
        formula: isCount ? respondents : formula,
        format: isCount ? "count" : "points1",
      });
      if (isCount) respondentsCell = placed;
    });
  });
}
