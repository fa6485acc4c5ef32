import { Workbook, type Style, type Worksheet } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { isErrorCell, textOfCell, type CellValue } from "../measures/cells";
import { cellText } from "./cell-text";
import { escapeTexts, type EscapedTexts } from "./escaped-texts";
import { looks, seriesColors, TABLE_STYLE, tones, type Look } from "./looks";
import { numbersAsText } from "./numbers-as-text";
import {
  absoluteAddress,
  cellAddress,
  numberFormats,
  type CellStyle,
  type ChartPlan,
  type ConditionalFormat,
  type PlannedCell,
  type SheetPlan,
  type WorkbookPlan,
} from "./plan";
import { rowHeights } from "./row-heights";

installChartSupport();

/**
 * Writes a planned workbook as an .xlsx file, with live formulas and the values that they have now. Formulas with
 * KNAP functions are stored the way Excel itself stores them, so that they calculate once the add-in is loaded.
 */
export async function renderXlsx(plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.title = plan.title;
  workbook.creator = "KNAP";
  workbook.created = new Date(plan.created);
  workbook.modified = new Date(plan.created);
  const escaped = escapeTexts(textsOf(plan));
  plan.sheets.forEach((sheet) => renderSheet(workbook, sheet, escaped));
  // After all cells: a chart keeps a copy of the figures that it draws.
  for (const { name, charts = [] } of plan.sheets) {
    const sheet = workbook.getWorksheet(name);
    charts.forEach((chart) => sheet && addChart(sheet, chart));
  }
  return escaped.reveal(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const textsOf = ({ sheets }: WorkbookPlan): string[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap((cells) => cells.flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : []))),
  );

function renderSheet(workbook: Workbook, plan: SheetPlan, escaped: EscapedTexts): void {
  const { rows, columns } = plan.frozen;
  const sheet = workbook.addWorksheet(plan.name, {
    views: [
      rows > 0 || columns > 0
        ? { state: "frozen", xSplit: columns, ySplit: rows, showGridLines: plan.tables.length > 0 }
        : { state: "normal", showGridLines: plan.tables.length > 0 },
    ],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
  });
  plan.columnWidths.forEach((width, column) => (sheet.getColumn(column + 1).width = width));
  // The table goes first: it writes the names of its columns and leaves the cells to the loop below.
  plan.tables.forEach((table) => {
    const header = plan.rows[table.row].slice(table.column, table.column + table.columns);
    sheet.addTable({
      name: table.name,
      ref: cellAddress(table.row, table.column),
      headerRow: true,
      totalsRow: false,
      style: { theme: TABLE_STYLE, showRowStripes: true },
      columns: header.map((cell) => ({ name: textOfCell(cell?.value), filterButton: true })),
      rows: Array.from({ length: table.rows - 1 }, () => Array.from({ length: table.columns }, () => null)),
    });
  });
  plan.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => cell && renderCell(sheet, row, column, cell, escaped)),
  );
  const asText = numbersAsText(plan);
  if (asText.length > 0)
    sheet.ignoredErrors = [{ ref: asText.join(" "), numberStoredAsText: true, twoDigitTextYear: true }];
  rowHeights(plan).forEach((height, row) => {
    if (height !== undefined) sheet.getRow(row + 1).height = height;
  });
  plan.conditionalFormats.forEach((format, index) => addConditionalFormat(sheet, format, index + 1));
}

function renderCell(
  sheet: Worksheet,
  row: number,
  column: number,
  planned: PlannedCell,
  { hide }: EscapedTexts,
): void {
  const cell = sheet.getCell(row + 1, column + 1);
  const { value, formula, spill, format, style } = planned;
  const inFile = (plain: CellValue) => (typeof plain === "string" ? hide(cellText(plain)) : plain);
  const stored = isErrorCell(value) ? { error: value.error } : inFile(value);
  if (formula === undefined) {
    cell.value = stored;
  } else {
    const result = stored ?? undefined;
    const last = spill && cellAddress(row + spill.rows - 1, column + spill.columns - 1);
    const dynamic = spill && {
      shareType: "array",
      ref: `${cellAddress(row, column)}:${last}`,
      isDynamicArray: true,
    };
    cell.value = { formula: storedFormula(formula), result, ...dynamic };
  }
  if (format) cell.numFmt = numberFormats[format];
  if (style) Object.assign(cell, styles[style]);
}

/**
 * A formula as it stands in a file. Excel stores a function of an add-in as `_xldudf_` with its name, every point
 * an underscore (seen in files that Excel saved), and functions newer than the file format with a prefix
 * (https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/5d1b6d44-6fc1-4ecd-8fef-0b27406cc2bf).
 */
export function storedFormula(formula: string): string {
  return formula
    .replace(
      /\bKNAP\.([A-Z][A-Z0-9.]*)\(/g,
      (_, name: string) => `_xldudf_KNAP_${name.replaceAll(".", "_")}(`,
    )
    .replace(/\bFILTER\(/g, "_xlfn._xlws.FILTER(");
}

const argb = (color: string) => `FF${color.slice(1)}`;

const solid = (color: string): Pick<Style, "fill"> => ({
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(color) }, bgColor: { argb: argb(color) } },
});

function styleOf({ bold, italic, size, color, fill, horizontal, wrap }: Look): Partial<Style> {
  const hasFont = bold || italic || size || color;
  return {
    // A font without a name is shown in a typeface of the program's own choosing.
    ...(hasFont && {
      font: {
        name: "Calibri",
        size: size ?? 11,
        bold,
        italic,
        ...(color && { color: { argb: argb(color) } }),
      },
    }),
    ...(fill && solid(fill)),
    ...((horizontal || wrap) && {
      alignment: {
        ...(horizontal && { horizontal }),
        ...(wrap && { wrapText: true, vertical: "top" as const }),
      },
    }),
  };
}

const styles = Object.fromEntries(
  Object.entries(looks).map(([name, look]) => [name, styleOf(look)]),
) as Record<CellStyle, Partial<Style>>;

function addConditionalFormat(
  sheet: Worksheet,
  { range, equals, tone }: ConditionalFormat,
  priority: number,
): void {
  const { text, ground } = tones[tone];
  sheet.addConditionalFormatting({
    ref: range,
    rules: [
      {
        type: "cellIs",
        operator: "equal",
        formulae: [`"${equals}"`],
        priority,
        style: { font: { color: { argb: argb(text) } }, ...solid(ground) },
      },
    ],
  });
}

const chartTypes = {
  column: { type: "bar", barDir: "col" },
  bar: { type: "bar", barDir: "bar" },
  line: { type: "line" },
} as const;

function addChart(sheet: Worksheet, { title, type, categories, series, format, place }: ChartPlan): void {
  sheet.addChart(
    {
      ...chartTypes[type],
      title,
      showLegend: series.length > 1,
      legendPosition: "b",
      smooth: false,
      valueAxis: { numFmt: numberFormats[format], majorGridlines: true },
      categoryAxis: { numFmt: "General" },
      series: series.map(({ name, values }, i) => {
        const color = seriesColors[i % seriesColors.length];
        return {
          name,
          categories: absoluteAddress(categories),
          values: absoluteAddress(values),
          ...(type === "line"
            ? { line: color, lineWidth: 2.25, smooth: false, marker: { fill: color } }
            : { fill: color }),
        };
      }),
    },
    `${place.from}:${place.to}`,
  );
}
