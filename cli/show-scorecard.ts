import { isErrorCell, textOfCell, type ResultCell } from "../src/measures/cells";
import { COLUMN, FIRST_ROW } from "../src/scorecard/scorecard-sheet";
import type { NumberFormat, PlannedCell, WorkbookPlan } from "../src/workbook/plan";

const decimals: Partial<Record<NumberFormat, number>> = {
  percent1: 1,
  percentSigned1: 1,
  decimal1: 1,
  decimal2: 2,
  points1: 1,
  signed2: 2,
};

/** A figure as Dutch Excel shows it with its number format. */
function shown(cell: PlannedCell | undefined): string {
  if (cell === undefined) return "";
  const { value, format } = cell;
  if (isErrorCell(value)) return "#N/B";
  if (typeof value !== "number") return String(value ?? "");
  const digits = (format && decimals[format]) ?? 0;
  const signed = format === "points1" || format === "signed2" || format === "percentSigned1";
  const text = new Intl.NumberFormat("nl-NL", {
    style: format?.startsWith("percent") ? "percent" : "decimal",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // What rounds to zero has no sign.
    signDisplay: signed ? "exceptZero" : "negative",
  });
  return text.format(value);
}

/** The rows of the indicators: from the first one to the blank row below them. */
function scorecardCells(plan: WorkbookPlan): PlannedCell[][] {
  const rows = plan.sheets[0].rows.slice(FIRST_ROW);
  const end = rows.findIndex((row) => row.length === 0);
  return rows.slice(0, end < 0 ? undefined : end).map((row) => [...row] as PlannedCell[]);
}

const textOf = (cell: PlannedCell | undefined) => textOfCell(cell?.value);

/** The scorecard as a table to read in a terminal, theme by theme. */
export function scorecardAsText(plan: WorkbookPlan): string {
  const rows = scorecardCells(plan).map((row) => {
    const pair = (column: number) =>
      row[column + 1] ? `${shown(row[column]).padStart(7)} → ${shown(row[column + 1]).padStart(7)}` : "";
    const verdict = (column: number) => textOf(row[column + 3]).replace("n.v.t.", "");
    return {
      theme: textOf(row[COLUMN.theme]),
      cells: [
        `  ${textOf(row[COLUMN.name])}`,
        textOf(row[COLUMN.comparison]),
        pair(COLUMN.zuid),
        verdict(COLUMN.zuid),
        pair(COLUMN.overig),
        verdict(COLUMN.overig),
        // Beside the figures: which gebieden they do not count, and which years are the report's.
        [textOf(row[COLUMN.relative]), ...textOf(row[COLUMN.origin]).split("; ").slice(1)]
          .filter((text) => text !== "")
          .join("; "),
      ],
    };
  });
  const head = ["Indicator", "Vergelijking", "Zuid", "", "Overig", "", "Verschil tussen Zuid en Overig"];
  const widths = head.map((text, i) => Math.max(text.length, ...rows.map(({ cells }) => cells[i].length)));
  const line = (cells: string[]) =>
    cells
      .map((text, i) => text.padEnd(widths[i]))
      .join("  ")
      .trimEnd();
  const themes = [...new Set(rows.map(({ theme }) => theme))];
  return [
    plan.title,
    "",
    line(head),
    line(widths.map((width) => "─".repeat(width))),
    ...themes.flatMap((theme) => [
      theme,
      ...rows.filter((row) => row.theme === theme).map(({ cells }) => line(cells)),
    ]),
    "",
    "RZ is Zuid (Feijenoord, Charlois en IJsselmonde), RO is Overig. Gedaald: het verschil tussen beide is kleiner geworden.",
    ...plan.sheets[0].rows.slice(FIRST_ROW + rows.length).flatMap(([cell]) => textOf(cell) || []),
  ].join("\n");
}

function plain(value: ResultCell | undefined) {
  return isErrorCell(value ?? null) ? null : (value ?? null);
}

/** The scorecard for a program: one object per indicator, figures unrounded. */
export function scorecardAsJson(plan: WorkbookPlan) {
  const side = (row: PlannedCell[], column: number) => ({
    basis: plain(row[column]?.value),
    periode: plain(row[column + 1]?.value),
    ontwikkeling: plain(row[column + 2]?.value),
    oordeel: plain(row[column + 3]?.value),
  });
  return {
    scorecard: scorecardCells(plan).map((row) => ({
      thema: textOf(row[COLUMN.theme]),
      indicator: textOf(row[COLUMN.name]),
      eenheid: textOf(row[COLUMN.unit]),
      vergelijking: textOf(row[COLUMN.comparison]),
      zuid: side(row, COLUMN.zuid),
      overig: side(row, COLUMN.overig),
      relatieveOntwikkeling: plain(row[COLUMN.relative]?.value),
      herkomst: textOf(row[COLUMN.origin]),
    })),
    bladen: plan.sheets.map(({ name }) => name),
  };
}
