import type { Block } from "../../engine/address";
import { isError } from "../../engine/cell-value";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { tableEventMethods, tablesEventMethods } from "../events";
import { collectionType } from "./collection";
import { blockAt, rangeOf, type RangeObject } from "./range";
import { worksheetOf } from "./worksheet";

interface TableObject extends HostObject {
  state: WorkbookState;
  id: string;
}

/** A table that is looked up each time: its place and name change. */
function found({ state, id }: TableObject) {
  const table = state.engine.tables().find((one) => one.id === id);
  if (!table) throw new HostError("ItemNotFound", "The table doesn't exist.", 404);
  return table;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-name-member */
function checkName(state: WorkbookState, id: string, name: string): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || /^([A-Z]{1,3}[0-9]+|[CR])$/i.test(name)) {
    throw new HostError("InvalidArgument", `${name} is no valid name of a table.`);
  }
  const isTaken = (other: string) => other.toLowerCase() === name.toLowerCase();
  if (
    state.engine.tables().some((table) => table.id !== id && isTaken(table.name)) ||
    state.names.some((one) => isTaken(one.name))
  )
    throw new HostError("InvalidArgument", `The name ${name} is already in use.`);
}

const rangeWithin = (table: TableObject, change: (block: Block) => Block): RangeObject => {
  const { sheet, block } = found(table);
  return rangeOf(table.state, sheet, change(block));
};

interface ColumnObject extends HostObject {
  table: TableObject;
  index: number;
}

const columnBlock = ({ table, index }: ColumnObject, isBody: boolean): RangeObject =>
  rangeWithin(table, (block) => ({
    startRow: block.startRow + (isBody ? 1 : 0),
    endRow: block.endRow,
    startColumn: block.startColumn + index,
    endColumn: block.startColumn + index,
  }));

const headOf = (column: ColumnObject): string => {
  const { state, sheetId, block } = columnBlock(column, false);
  const head = state.engine.values(sheetId, { ...block, endRow: block.startRow })[0][0];
  return head === null || isError(head) ? "" : String(head);
};

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
const columnType: ObjectType = {
  name: "TableColumn",
  identity: ({ index }: ColumnObject) => ({ _Id: index + 1, Id: index + 1 }),
  scalars: {
    Name: { since: 1, get: headOf },
    Index: { since: 1, get: ({ index }: ColumnObject) => index },
    Id: { since: 1, get: ({ index }: ColumnObject) => index + 1 },
  },
  methods: {
    GetRange: { since: 1, call: (column: ColumnObject) => columnBlock(column, false) },
    GetDataBodyRange: { since: 1, call: (column: ColumnObject) => columnBlock(column, true) },
  },
};

const columnsType = collectionType<ColumnObject>(
  "TableColumnCollection",
  { collection: 1, orNull: 4 },
  (column) => [headOf(column).toLowerCase()],
);

const rowsType: ObjectType = {
  name: "TableRowCollection",
  scalars: {
    Count: {
      since: 1,
      get: ({ table }: { table: TableObject } & HostObject) => {
        const { startRow, endRow } = found(table).block;
        return endRow - startRow;
      },
    },
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
const tableType: ObjectType = {
  name: "Table",
  identity: ({ id }: TableObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 1, get: ({ id }: TableObject) => id },
    Name: {
      since: 1,
      get: (table: TableObject) => found(table).name,
      set: async (table: TableObject, name: string) => {
        const { sheet } = found(table);
        checkName(table.state, table.id, name);
        await table.state.engine.renameTable(sheet, table.id, name);
      },
    },
    Style: {
      since: 1,
      get: ({ state, id }: TableObject) => state.tableStyles.get(id) ?? "TableStyleMedium2",
      set: ({ state, id }: TableObject, style: string) => void state.tableStyles.set(id, style),
    },
  },
  navigations: {
    Worksheet: {
      since: 2,
      to: (table: TableObject) => worksheetOf(table.state, found(table).sheet),
    },
    Columns: {
      since: 1,
      to: (table: TableObject): HostObject => {
        const items = () => {
          const { startColumn, endColumn } = found(table).block;
          return Array.from({ length: endColumn - startColumn + 1 }, (_, index) => ({
            type: columnType,
            table,
            index,
          }));
        };
        return { type: columnsType, items } as HostObject;
      },
    },
    Rows: { since: 1, to: (table: TableObject): HostObject => ({ type: rowsType, table }) as HostObject },
  },
  methods: {
    ...tableEventMethods,
    GetRange: { since: 1, call: (table: TableObject) => rangeWithin(table, (block) => block) },
    GetHeaderRowRange: {
      since: 1,
      call: (table: TableObject) => rangeWithin(table, (block) => ({ ...block, endRow: block.startRow })),
    },
    GetDataBodyRange: {
      since: 1,
      call: (table: TableObject) =>
        rangeWithin(table, (block) => ({ ...block, startRow: block.startRow + 1 })),
    },
    Delete: { since: 1, call: ({ state, id }: TableObject) => state.engine.removeTable(id) },
  },
};

const overlap = (a: Block, b: Block) =>
  a.startRow <= b.endRow &&
  b.startRow <= a.endRow &&
  a.startColumn <= b.endColumn &&
  b.startColumn <= a.endColumn;

interface TablesObject extends HostObject {
  state: WorkbookState;
  sheetId: string | null;
}

async function addTable(
  { state, sheetId }: TablesObject,
  given: RangeObject | string,
  hasHeaders: boolean,
): Promise<TableObject> {
  const { engine } = state;
  // A sheet may stand before the address: excel.tablecollection, add.
  const [, sheetName, cells] = /^(?:'?(.*?)'?!)?([^!]+)$/.exec(typeof given === "string" ? given : "") ?? [];
  const named = engine
    .sheetIds()
    .find((id) => engine.sheetName(id).toLowerCase() === sheetName?.replaceAll("''", "'").toLowerCase());
  const sheet = typeof given === "string" ? (named ?? sheetId ?? engine.activeSheet()) : given.sheetId;
  const block = typeof given === "string" ? blockAt(cells) : given.block;
  if (!hasHeaders) throw new HostError("NotImplemented", "The workbench has tables with heads only.", 501);
  if (engine.tables().some((table) => table.sheet === sheet && overlap(table.block, block))) {
    throw new HostError("InvalidArgument", "A table can't overlap another table.");
  }
  const before = new Set(engine.tables().map(({ id }) => id));
  let number = before.size + 1;
  const isTaken = (name: string) => engine.tables().some((table) => table.name.toLowerCase() === name);
  // Dutch Excel names new tables Tabel1, Tabel2 ...
  while (isTaken(`tabel${number}`)) number += 1;
  await engine.addTable(sheet, `Tabel${number}`, block);
  const made = engine.tables().find(({ id }) => !before.has(id));
  if (!made) throw new HostError("GeneralException", "The table was not made.", 500);
  return { type: tableType, state, id: made.id };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
const tablesType = collectionType<TableObject>(
  "TableCollection",
  { collection: 1, orNull: 4 },
  (table) => [table.id.toLowerCase(), found(table).name.toLowerCase()],
  { ...tablesEventMethods, Add: { since: 1, call: addTable } },
);

/** The tables of a sheet, or of the workbook when the sheet is null. */
export const tablesOf = (state: WorkbookState, sheetId: string | null): HostObject => {
  const items = () =>
    state.engine
      .tables()
      .filter(({ sheet }) => sheetId === null || sheet === sheetId)
      .map(({ id }) => ({ type: tableType, state, id }));
  return { type: tablesType, state, sheetId, items } as HostObject;
};
