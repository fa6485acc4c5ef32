import type { SheetPlan } from "../workbook/plan";
import { newSheet, place, placeRow } from "../workbook/sheet";
import type { DataTable } from "./data-table";

/** A sheet with the table of an extract, from which the formulas of the other sheets read. */
export function extractSheet(table: DataTable): SheetPlan {
  const widthOf = (column: number) => {
    const lengths = table.rows.map((row) => String(row[column] ?? "").length);
    return Math.min(
      60,
      lengths.reduce((most, length) => Math.max(most, length), table.columns[column].name.length) + 4,
    );
  };
  // The two start alike for every extract, so that they stand together behind the sheets for the reader.
  const sheet = newSheet(
    `Extract ${table.name}`,
    table.columns.map((_, column) => widthOf(column)),
  );
  placeRow(
    sheet,
    0,
    0,
    table.columns.map(({ name }) => ({ value: name })),
  );
  table.rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value !== null) place(sheet, r + 1, c, { value, format: table.columns[c].format });
    }),
  );
  sheet.tables = [
    { name: table.name, row: 0, column: 0, rows: table.rows.length + 1, columns: table.columns.length },
  ];
  sheet.frozen = { rows: 1, columns: 0 };
  return sheet;
}
