import type { CellInput } from "../../engine/cell-value";
import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { RangeObject } from "./range";
import { valuesOf, write } from "./range-content";
import { optionsOf } from "./table-options";
import {
  bodyBlock,
  checkFree,
  countOfRows,
  found,
  isWithoutRows,
  rangeWithin,
  type TableObject,
} from "./table-place";

interface RowObject extends HostObject {
  table: TableObject;
  index: number;
}

/** "Represents the physical location of the table row, but not the data": excel.tablerow. Assumed, to be confirmed in Excel: one that is gone is ItemNotFound. */
function rangeOfRow({ table, index }: RowObject): RangeObject {
  if (index >= countOfRows(table)) throw itemNotFound(`row ${index}`);
  const { startRow, ...columns } = bodyBlock(table);
  return rangeWithin(table, { ...columns, startRow: startRow + index, endRow: startRow + index });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerow */
const rowType: ObjectType = {
  name: "TableRow",
  sheet: ({ table }: RowObject) => found(table).sheet,
  scalars: {
    Index: { since: 1, get: ({ index }: RowObject) => index },
    // As those of its range: excel.tablerow, values.
    Values: {
      since: 1,
      get: (row: RowObject) => valuesOf(rangeOfRow(row)),
      set: (row: RowObject, values: CellInput[][] | CellInput) => write(rangeOfRow(row), values),
    },
  },
  methods: { GetRange: { since: 1, call: rangeOfRow } },
};

interface RowsObject extends HostObject {
  table: TableObject;
}

/**
 * The rows of values that are to be added, as wide as the table: https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/7248.
 * Assumed, to be confirmed in Excel: one value is for all cells of a row, and none makes a blank row.
 */
function rowsOf(values: unknown, width: number): CellInput[][] {
  if (!Array.isArray(values)) return [Array.from({ length: width }, () => (values ?? null) as CellInput)];
  const rows = values as unknown[];
  if (rows.length === 0 || rows.some((row) => !Array.isArray(row) || row.length !== width))
    throw new HostError("InvalidArgument", `A row of the table has ${width} cells.`);
  return rows as CellInput[][];
}

/**
 * Makes room at the end of a table, and gives the first row of it. What is below the table moves down, which the workbench does
 * not do; without `alwaysInsert` it moves only when it is in the way: https://learn.microsoft.com/office/vba/api/excel.listrows.add
 */
async function grow(table: TableObject, count: number, alwaysInsert: boolean): Promise<number> {
  const { state, id } = table;
  const { sheet, block } = found(table);
  const first = isWithoutRows(table) ? block.endRow : block.endRow + 1;
  const endRow = first + count - 1;
  if (endRow === block.endRow) return first;
  if (optionsOf(table).totals)
    throw new HostError("NotImplemented", "The workbench moves no totals row.", 501);
  checkFree(state, sheet, {
    ...block,
    startRow: block.endRow + 1,
    endRow: alwaysInsert ? 1_048_575 : endRow,
  });
  await state.engine.resizeTable(sheet, id, { ...block, endRow });
  return first;
}

/**
 * At the end with null or -1: https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection#excel-excel-tablerowcollection-add-member(1).
 * Assumed, to be confirmed in Excel: a place that is not there is an InvalidArgument.
 */
async function add(
  { table }: RowsObject,
  index: number | null | undefined,
  values: unknown,
  alwaysInsert?: boolean | null,
): Promise<RowObject> {
  const { sheet, block } = found(table);
  const count = countOfRows(table);
  const place = index ?? -1;
  if (!Number.isInteger(place) || place < -1 || place > count)
    throw new HostError("InvalidArgument", `The table has no row ${String(index)}.`);
  if (place !== -1 && place !== count)
    throw new HostError("NotImplemented", "The workbench adds rows at the end of a table only.", 501);
  const rows = rowsOf(values, block.endColumn - block.startColumn + 1);
  // "Default is true": excel.tablerowcollection, add.
  const first = await grow(table, rows.length, alwaysInsert ?? true);
  table.state.engine.write(sheet, first, block.startColumn, rows);
  return { type: rowType, table, index: count };
}

const count = ({ table }: RowsObject) => countOfRows(table);

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection */
const rowsType: ObjectType = {
  name: "TableRowCollection",
  sheet: ({ table }: RowsObject) => found(table).sheet,
  items: ({ table }: RowsObject) =>
    Array.from({ length: countOfRows(table) }, (_, index): RowObject => ({ type: rowType, table, index })),
  scalars: { Count: { since: 1, get: count } },
  methods: {
    GetCount: { since: 4, call: count },
    GetItemAt: {
      since: 1,
      call: ({ table }: RowsObject, index: number): RowObject => {
        if (!Number.isInteger(index) || index < 0 || index >= countOfRows(table))
          throw itemNotFound(`row ${String(index)}`);
        return { type: rowType, table, index };
      },
    },
    Add: { since: 1, call: add },
  },
};

export const rowsOfTable = (table: TableObject): HostObject => ({ type: rowsType, table }) as HostObject;
