import { Workbook, type Style, type Worksheet } from "@cj-tech-master/excelts";
import { isErrorCell, textOfCell } from "../measures/cells";
import {
  cellAddress,
  numberFormats,
  type CellStyle,
  type ConditionalFormat,
  type PlannedCell,
  type SheetPlan,
  type WorkbookPlan,
} from "./plan";

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
  plan.sheets.forEach((sheet) => renderSheet(workbook, sheet));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function renderSheet(workbook: Workbook, plan: SheetPlan): void {
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
      style: { theme: "TableStyleLight9", showRowStripes: true },
      columns: header.map((cell) => ({ name: textOfCell(cell?.value), filterButton: true })),
      rows: Array.from({ length: table.rows - 1 }, () => Array.from({ length: table.columns }, () => null)),
    });
  });
  plan.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => cell && renderCell(sheet, row, column, cell)),
  );
  plan.rows.forEach((cells, row) => {
    const lines = linesOf(cells, plan.columnWidths);
    if (lines > 1) sheet.getRow(row + 1).height = lines * LINE_HEIGHT;
  });
  plan.conditionalFormats.forEach((format, index) => addConditionalFormat(sheet, format, index + 1));
}

/** In points, of the standard font. */
const LINE_HEIGHT = 15;

/** How many lines a row needs for its wrapped texts: not every program fits the heights of rows when it opens a file. */
function linesOf(cells: SheetPlan["rows"][number], widths: number[]): number {
  const lines = cells.map((cell, column) => {
    if (!cell?.style || !styles[cell.style].alignment?.wrapText) return 1;
    // Bold letters are wider than the standard digit in which widths are counted.
    return Math.ceil((textOfCell(cell.value).length * 1.15) / (widths[column] ?? 10));
  });
  return Math.max(1, ...lines);
}

function renderCell(sheet: Worksheet, row: number, column: number, planned: PlannedCell): void {
  const cell = sheet.getCell(row + 1, column + 1);
  const { value, formula, spill, format, style } = planned;
  const stored = isErrorCell(value) ? { error: value.error } : value;
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

const solid = (argb: string): Pick<Style, "fill"> => ({
  fill: { type: "pattern", pattern: "solid", fgColor: { argb }, bgColor: { argb } },
});

/** A font without a name is shown in a typeface of the program's own choosing. */
const font = (look: Partial<Style["font"]>): Pick<Style, "font"> => ({
  font: { name: "Calibri", size: 11, ...look },
});

const styles: Record<CellStyle, Partial<Style>> = {
  title: font({ bold: true, size: 16 }),
  heading: font({ bold: true, size: 12 }),
  columnHead: {
    ...font({ bold: true }),
    ...solid("FFDDEBF7"),
    alignment: { wrapText: true, vertical: "top" },
  },
  note: font({ italic: true, color: { argb: "FF595959" } }),
  result: font({ bold: true }),
  input: font({ color: { argb: "FF0F548C" } }),
  sign: { alignment: { horizontal: "center" } },
  // A number that names something, such as a year in a row: on the left, as text.
  label: { alignment: { horizontal: "left" } },
  wrapped: { alignment: { wrapText: true, vertical: "top" } },
};

/** Dark text on a light ground, each pair with a contrast above 4.5 : 1. */
const tones: Record<ConditionalFormat["tone"], { text: string; ground: string }> = {
  good: { text: "FF006100", ground: "FFC6EFCE" },
  bad: { text: "FF9C0006", ground: "FFFFC7CE" },
  neutral: { text: "FF3F3F3F", ground: "FFEDEDED" },
};

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
        style: { font: { color: { argb: text } }, ...solid(ground) },
      },
    ],
  });
}
