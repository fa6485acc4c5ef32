import { intersection, type Block } from "../../engine/address";
import { isError, type CellInput } from "../../engine/cell-value";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { tableEventMethods, tablesEventMethods } from "../event-registration";
import { collectionType } from "./collection";
import { rangeAt, rangeOf, type RangeObject } from "./range";
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
  { count: 1, getCount: 4, getItem: 1, getItemAt: 1, getItemOrNullObject: 4 },
  (column) => [headOf(column).toLowerCase()],
);

interface RowsObject extends HostObject {
  table: TableObject;
}

/** Makes room at the end of a table; what is below it would have to move down, which the workbench does not do. */
async function grow({ state, id }: TableObject, rows: number): Promise<number> {
  const { sheet, block } = found({ type: tableType, state, id });
  const below = { ...block, startRow: block.endRow + 1, endRow: block.endRow + rows };
  if (state.engine.values(sheet, below).some((row) => row.some((value) => value !== null)))
    throw new HostError("NotImplemented", "The workbench moves no cells that are below a table.", 501);
  await state.engine.resizeTable(sheet, id, { ...block, endRow: below.endRow });
  return below.startRow;
}

const countOfRows = ({ table }: RowsObject) => {
  const { startRow, endRow } = found(table).block;
  return endRow - startRow;
};

interface RowObject extends HostObject {
  table: TableObject;
  index: number;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerow */
const rowType: ObjectType = {
  name: "TableRow",
  scalars: { Index: { since: 1, get: ({ index }: RowObject) => index } },
  methods: {
    GetRange: {
      since: 1,
      call: ({ table, index }: RowObject) =>
        rangeWithin(table, (block) => ({
          ...block,
          startRow: block.startRow + 1 + index,
          endRow: block.startRow + 1 + index,
        })),
    },
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.tablerowcollection */
const rowsType: ObjectType = {
  name: "TableRowCollection",
  sheet: ({ table }: RowsObject) => found(table).sheet,
  scalars: { Count: { since: 1, get: countOfRows } },
  methods: {
    GetCount: { since: 4, call: countOfRows },
    Add: {
      since: 1,
      call: async ({ table }: RowsObject, index: number | null, values: CellInput[][] | CellInput) => {
        const { sheet, block } = found(table);
        const count = block.endRow - block.startRow;
        if (index !== null && index !== -1 && index !== count)
          throw new HostError("NotImplemented", "The workbench adds rows at the end of a table only.", 501);
        const width = block.endColumn - block.startColumn + 1;
        const rows = Array.isArray(values) ? values : [Array.from({ length: width }, () => values)];
        if (rows.some((row) => row.length !== width))
          throw new HostError("InvalidArgument", `A row of the table has ${width} cells.`);
        const first = await grow(table, rows.length);
        table.state.engine.write(sheet, first, block.startColumn, rows);
        return { type: rowType, table, index: count };
      },
    },
  },
};

/** What a table shows: https://learn.microsoft.com/javascript/api/excel/excel.table */
export interface TableOptions {
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

const newTable: TableOptions = {
  showBandedRows: true,
  showBandedColumns: false,
  showFilterButton: true,
  highlightFirstColumn: false,
  highlightLastColumn: false,
};

const option = (name: keyof TableOptions) => ({
  since: 3,
  get: ({ state, id }: TableObject) => (state.tableOptions.get(id) ?? newTable)[name],
  set: ({ state, id }: TableObject, shown: boolean) =>
    void state.tableOptions.set(id, { ...(state.tableOptions.get(id) ?? newTable), [name]: shown }),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
const tableType: ObjectType = {
  name: "Table",
  sheet: (table: TableObject) => found(table).sheet,
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
    ShowHeaders: { since: 1, get: () => true },
    ShowTotals: { since: 1, get: () => false },
    ShowBandedRows: option("showBandedRows"),
    ShowBandedColumns: option("showBandedColumns"),
    ShowFilterButton: option("showFilterButton"),
    HighlightFirstColumn: option("highlightFirstColumn"),
    HighlightLastColumn: option("highlightLastColumn"),
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
    // The heads stay in their row: excel.table, resize.
    Resize: {
      since: 13,
      call: async (table: TableObject, given: RangeObject | string) => {
        const { state, id } = table;
        const { sheet, block } = found(table);
        const to = typeof given === "string" ? rangeAt(state, sheet, given) : given;
        if (to.sheetId !== sheet || to.block.startRow !== block.startRow || !intersection(to.block, block))
          throw new HostError("InvalidArgument", "The heads of a table stay where they are.");
        const others = state.engine.tables().filter((one) => one.sheet === sheet && one.id !== id);
        if (others.some((one) => intersection(one.block, to.block)))
          throw new HostError("InvalidArgument", "A table can't overlap another table.");
        await state.engine.resizeTable(sheet, id, to.block);
      },
    },
    Delete: { since: 1, call: ({ state, id }: TableObject) => state.engine.removeTable(id) },
  },
};

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
  const { sheetId: sheet, block } = typeof given === "string" ? rangeAt(state, sheetId, given) : given;
  if (state.protectedSheets.has(sheet))
    throw new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
  if (!hasHeaders) throw new HostError("NotImplemented", "The workbench has tables with heads only.", 501);
  if (engine.tables().some((table) => table.sheet === sheet && intersection(table.block, block))) {
    throw new HostError("InvalidArgument", "A table can't overlap another table.");
  }
  let number = engine.tables().length + 1;
  const isTaken = (name: string) => engine.tables().some((table) => table.name.toLowerCase() === name);
  // Dutch Excel names new tables Tabel1, Tabel2 ...
  while (isTaken(`tabel${number}`)) number += 1;
  return { type: tableType, state, id: await engine.addTable(sheet, `Tabel${number}`, block) };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
const tablesType = collectionType<TableObject>(
  "TableCollection",
  { count: 1, getCount: 4, getItem: 1, getItemAt: 1, getItemOrNullObject: 4 },
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
