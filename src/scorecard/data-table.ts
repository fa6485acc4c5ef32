import type { CellValue } from "../extracts/extract";
import type { NumberFormat } from "../workbook/plan";

/** A table of the workbook: an extract, or counts made of the extracts about persons. */
export interface DataTable {
  /** The name in formulas, such as `handhaving` in `handhaving[maatregelen]`. */
  name: string;
  /** What it is, in Dutch, above the sheet. */
  title: string;
  columns: { name: string; format?: NumberFormat }[];
  /** Dates as Excel's serial numbers; a missing value is null. */
  rows: CellValue[][];
}

/** A column of a table, one value per row. */
export function columnValues(table: DataTable, name: string): CellValue[] {
  const column = table.columns.findIndex((candidate) => candidate.name === name);
  if (column < 0) throw new Error(`Table ${table.name} has no column ${name}.`);
  return table.rows.map((row) => row[column]);
}
