import { HostError } from "../host-error";
import type { WorkbookState } from "../workbook-state";

/** What a totals row has in a column: of a file, to be saved again. */
export interface ColumnTotal {
  label?: string;
  function?: string;
  formula?: string;
}

/** What a table shows: https://learn.microsoft.com/javascript/api/excel/excel.table */
export interface TableOptions {
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** It was made without rows: the blank row under its heads waits for the first one. */
  hasBlankRow: boolean;
  /** Per column, when there is a totals row under the table. */
  totals: ColumnTotal[] | null;
}

/** Assumed, to be confirmed in Excel: what a new table shows, and in which style. */
export const newTable: TableOptions = {
  showBandedRows: true,
  showBandedColumns: false,
  showFilterButton: true,
  highlightFirstColumn: false,
  highlightLastColumn: false,
  hasBlankRow: false,
  totals: null,
};
export const newTableStyle = "TableStyleMedium2";

interface TableReference {
  state: WorkbookState;
  id: string;
}

export const optionsOf = ({ state, id }: TableReference): TableOptions =>
  state.tableOptions.get(id) ?? newTable;

export const setOptions = (table: TableReference, changed: Partial<TableOptions>): void =>
  void table.state.tableOptions.set(table.id, { ...optionsOf(table), ...changed });

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-style-member; the workbench has no styles of a user.
 * Assumed, to be confirmed in Excel: another text is an InvalidArgument.
 */
export function checkStyle(style: unknown): asserts style is string {
  const [, kind, number] = /^TableStyle(Light|Medium|Dark)([1-9]\d?)$/.exec(String(style)) ?? [];
  const most = { Light: 21, Medium: 28, Dark: 11 }[kind];
  if (typeof style !== "string" || most === undefined || Number(number) > most)
    throw new HostError("InvalidArgument", `${String(style)} is no style of tables.`);
}
