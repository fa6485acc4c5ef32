import type { ChartPlan, SheetPlan, WorkbookPlan } from "../workbook/plan";
import { newSheet, place } from "../workbook/sheet";
import { comparisonChart } from "./comparison-chart";
import type { Dataset } from "./dataset";
import { extractSheet } from "./extract-sheet";
import { placeIndicator } from "./indicator-block";
import { indicators, type Theme } from "./indicators";
import { representationSheet } from "./representation-sheet";
import { satisfactionSheet } from "./satisfaction-sheet";
import { indicatorRow, satisfactionRow, scorecardSheet, type ScorecardRow } from "./scorecard-sheet";
import { smartSheet } from "./smart-sheet";
import { sourcesSheet } from "./sources-sheet";
import { placeTypes } from "./type-block";

const TITLE = "Scorecard Samen voor Zuid";
const themes: Theme[] = ["Arbeidsmarkt", "Dienstverlening"];

/**
 * Plans the whole workbook: the scorecard, the sheets on which its figures are worked out, the sources, and a
 * sheet with the table of every extract.
 *
 * @param dataset the extracts that were read
 * @param made which version of KNAP makes it, and when (local time, as the user's clock shows it)
 */
export function planWorkbook(dataset: Dataset, made: { version: string; moment: Date }): WorkbookPlan {
  const rows: ScorecardRow[] = [];
  const charts: Omit<ChartPlan, "place">[] = [];
  const satisfaction = satisfactionSheet(dataset);
  const themeSheets = themes.map((theme) => themeSheet(dataset, theme, rows, charts));
  const npsRow = satisfaction && satisfactionRow(satisfaction.series, satisfaction.without);
  if (npsRow) rows.push(npsRow);
  const missing = indicators.filter(({ name }) => !rows.some((row) => row.name === name));
  const sheets = [
    scorecardSheet(TITLE, rows, originLines(dataset), charts.at(0)),
    satisfaction?.sheet,
    ...themeSheets,
    representationSheet(dataset),
    smartSheet(dataset),
    sourcesSheet(dataset, { version: made.version, momentSerial: momentSerial(made.moment) }, missing),
    ...[...dataset.tables.values()].map(extractSheet),
  ].filter((sheet): sheet is SheetPlan => Boolean(sheet));
  return { title: TITLE, created: made.moment.toISOString(), sheets };
}

/** The sheet of a theme with its indicators under one another; their rows and charts go onto the scorecard. */
function themeSheet(
  dataset: Dataset,
  theme: Theme,
  rows: ScorecardRow[],
  charts: Omit<ChartPlan, "place">[],
): SheetPlan | null {
  const sheet = newSheet(theme, [52, 14, ...Array.from({ length: 12 }, () => 18)]);
  place(sheet, 0, 0, { value: theme, style: "title" });
  let row = 2;
  for (const indicator of indicators.filter((candidate) => candidate.theme === theme)) {
    const placed = placeIndicator(sheet, row, dataset, indicator);
    if (!placed) continue;
    const scorecardRow = indicatorRow(indicator, placed.series);
    if (scorecardRow) rows.push(scorecardRow);
    const chart = comparisonChart(indicator, placed.series, placed.header);
    if (chart) charts.push(chart);
    row = placed.nextRow;
  }
  if (row === 2) return null;
  if (theme === "Dienstverlening") placeTypes(sheet, row, dataset);
  sheet.frozen = { rows: 0, columns: 2 };
  const agreement = `C1:Z${sheet.rows.length}`;
  sheet.conditionalFormats = [
    { range: agreement, equals: "klopt", tone: "good" },
    { range: agreement, equals: "wijkt af", tone: "bad" },
    { range: agreement, equals: "past bij afronding", tone: "good" },
  ];
  return sheet;
}

/** Excel's number of a moment as the user's clock shows it: Excel knows no time zones. */
function momentSerial(moment: Date): number {
  return (moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000 + 25569;
}

/** "klanttevredenheid.csv: verzonnen", for the files of which the origin is given. */
export function originLines({ sources }: Dataset): string[] {
  return sources.flatMap(({ fileName, origin }) => (origin ? [`${fileName}: ${origin}`] : []));
}
