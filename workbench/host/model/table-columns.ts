import type { Block } from "../../engine/address";
import { isError } from "../../engine/cell-value";
import { itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import { collectionType } from "./collection";
import {
  bodyBlock,
  found,
  headBlock,
  rangeWithin,
  totalsBlock,
  wholeBlock,
  type TableObject,
} from "./table-place";

interface ColumnObject extends HostObject {
  table: TableObject;
  index: number;
}

/** The cells of the column in a part of its table. Assumed, to be confirmed in Excel: ItemNotFound when the table has become smaller. */
function within({ index }: ColumnObject, block: Block): Block {
  const column = block.startColumn + index;
  if (column > block.endColumn) throw itemNotFound(`column ${index}`);
  return { ...block, startColumn: column, endColumn: column };
}

const idOf = ({ index }: ColumnObject) => index + 1;

function headOf(column: ColumnObject): string {
  const { state } = column.table;
  const { sheet } = found(column.table);
  const head = state.engine.values(sheet, within(column, headBlock(column.table)))[0][0];
  return head === null || isError(head) ? "" : String(head);
}

const part = (of: (table: TableObject) => Block) => ({
  since: 1,
  call: (column: ColumnObject) => rangeWithin(column.table, within(column, of(column.table))),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
const columnType: ObjectType = {
  name: "TableColumn",
  sheet: ({ table }: ColumnObject) => found(table).sheet,
  identity: (column: ColumnObject) => ({ _Id: idOf(column), Id: idOf(column) }),
  scalars: {
    Name: { since: 1, get: headOf },
    Index: { since: 1, get: ({ index }: ColumnObject) => index },
    // Assumed, to be confirmed in Excel: the place of the column, from 1.
    Id: { since: 1, get: idOf },
  },
  methods: {
    GetRange: part(wholeBlock),
    GetHeaderRowRange: part(headBlock),
    GetDataBodyRange: part(bodyBlock),
    GetTotalRowRange: part(totalsBlock),
  },
};

const isNamed = (name: string) => (column: ColumnObject) =>
  headOf(column).toLowerCase() === name.toLowerCase();

/**
 * "Column name or ID": https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-getitem-member(1).
 * Assumed, to be confirmed in Excel: a text is a name first, such as 2021; capitals do not count.
 */
const find = (columns: ColumnObject[], key: string | number) => {
  const withId = columns.find((column) => String(idOf(column)) === String(key));
  return typeof key === "number" ? withId : (columns.find(isNamed(key)) ?? withId);
};

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection */
const columnsType = collectionType<ColumnObject>(
  "TableColumnCollection",
  { count: 1, getCount: 4, getItem: 1, getItemAt: 1, getItemOrNullObject: 4 },
  (column) => [headOf(column).toLowerCase()],
  {},
  find,
);

export function columnsOf(table: TableObject): HostObject {
  const items = (): ColumnObject[] => {
    const { startColumn, endColumn } = found(table).block;
    return Array.from({ length: endColumn - startColumn + 1 }, (_, index) => ({
      type: columnType,
      table,
      index,
    }));
  };
  return { type: columnsType, items } as HostObject;
}
