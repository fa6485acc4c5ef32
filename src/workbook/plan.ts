import type { ResultCell } from "../measures/cells";

/**
 * A workbook described as data, before any Excel: it can be read, compared and tested, and each renderer
 * (the .xlsx file, the running Excel) is a loop over it.
 */
export interface WorkbookPlan {
  title: string;
  /** When it was made, as an ISO moment; it stands in the properties of the file. */
  created: string;
  sheets: SheetPlan[];
}

export interface SheetPlan {
  name: string;
  /** Rows of cells from A1; an undefined cell is empty. */
  rows: (PlannedCell | undefined)[][];
  /** In characters, per column. */
  columnWidths: number[];
  /** How many rows and columns stay in sight while scrolling. */
  frozen: { rows: number; columns: number };
  tables: TablePlan[];
  conditionalFormats: ConditionalFormat[];
  charts?: ChartPlan[];
}

export interface PlannedCell {
  /** What the cell shows, also while the formula has not been calculated (the cached value). */
  value: ResultCell;
  /**
   * Without `=`, in English notation with commas, KNAP functions as `KNAP.NPS(...)`. A formula whose result
   * is a table fills the cells to the right and below, which carry `spilled`.
   */
  formula?: string;
  /** Size of a table result, this cell included. */
  spill?: { rows: number; columns: number };
  /** The value comes from the formula of another cell. */
  spilled?: true;
  format?: NumberFormat;
  style?: CellStyle;
}

/** An Excel table over cells that the sheet already has: the first row holds the column names. */
export interface TablePlan {
  name: string;
  /** From 0. */
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Colours a cell by the text it holds: the text is the sign, the colour comes with it. */
export interface ConditionalFormat {
  /** In A1 notation. */
  range: string;
  equals: string;
  tone: "good" | "bad" | "neutral";
}

/** A chart of cells that stand on the sheets of the workbook. */
export interface ChartPlan {
  title: string;
  /** What the chart shows and where the figures stand, for who does not see it. */
  description: string;
  type: "column" | "bar" | "line";
  categories: SheetRange;
  series: { name: string; values: SheetRange }[];
  /** The numbers beside the axis. */
  format: NumberFormat;
  /** The cells that it covers, the first and the last, in A1 notation. */
  place: { from: string; to: string };
}

/** Cells in one row or one column of a sheet, in A1 notation. */
export interface SheetRange {
  sheet: string;
  range: string;
}

/**
 * A format with a sign, but none for what rounds to zero: `+0.0;-0.0;0.0` would show -0.04 as -0.0.
 *
 * @param half half of the last digit that is shown, of the number as it stands in the cell
 * @example
 * withSign("0.0", 0.05) // => "[>=0.05]+0.0;[<=-0.05]-0.0;0.0"
 */
export const withSign = (digits: string, half: number): string =>
  `[>=${half}]+${digits};[<=-${half}]-${digits};${digits}`;

/** The number formats in Excel's own (English) notation; Excel shows them with the user's separators. */
export const numberFormats = {
  text: "@",
  year: "0",
  count: "#,##0",
  decimal1: "#,##0.0",
  decimal2: "#,##0.00",
  decimal3: "#,##0.000",
  percent: "0%",
  percent1: "0.0%",
  percentSigned1: withSign("0.0%", 0.0005),
  /** A difference between two percentages. */
  percentPoints: withSign('0.0%"-punt"', 0.0005),
  percentPoints2: '0.00%"-punt"',
  points1: withSign("0.0", 0.05),
  signed2: withSign("0.00", 0.005),
  date: "dd-mm-yyyy",
  month: "yyyy-mm",
  moment: "dd-mm-yyyy hh:mm",
} as const;

export type NumberFormat = keyof typeof numberFormats;

export type CellStyle =
  "title" | "heading" | "columnHead" | "note" | "result" | "input" | "sign" | "label" | "wrapped";

/**
 * The letters of a column, counted from 0.
 *
 * @example
 * columnName(27) // => "AB"
 */
export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/**
 * The address of a cell in A1 notation; row and column count from 0.
 *
 * @example
 * cellAddress(4, 27) // => "AB5"
 */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/**
 * A cell of another sheet in a formula.
 *
 * @example
 * onSheet("Extract smart", "A1") // => "'Extract smart'!A1"
 */
export function onSheet(sheet: string, address: string): string {
  return `${/^[A-Za-z_]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${address}`;
}

/**
 * Cells as a chart refers to them.
 *
 * @example
 * absoluteAddress({ sheet: "Extract smart", range: "A1:B1" }) // => "'Extract smart'!$A$1:$B$1"
 */
export function absoluteAddress({ sheet, range }: SheetRange): string {
  return onSheet(sheet, range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2"));
}
