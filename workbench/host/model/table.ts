import { intersection } from "../../engine/address";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { tableEventMethods, tablesEventMethods } from "../event-registration";
import { collectionType } from "./collection";
import { isName } from "./name-rules";
import { checkUnprotected } from "./protection";
import { rangeAt, rangeOf, type RangeObject } from "./range";
import { columnsOf } from "./table-columns";
import { writeHeads } from "./table-heads";
import { checkStyle, newTableStyle, optionsOf, setOptions, type TableOptions } from "./table-options";
import {
  bodyBlock,
  checkFree,
  found,
  headBlock,
  rangeWithin,
  tablesAt,
  totalsBlock,
  wholeBlock,
  type TableObject,
} from "./table-place";
import { rowsOfTable } from "./table-rows";
import { worksheetOf } from "./worksheet";

export type { TableOptions } from "./table-options";

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a table or a defined name has this name, of which no two are the same: the page of excel.table, name. */
const isTaken = ({ engine, names }: WorkbookState, name: string, except?: string) =>
  engine.tables().some((table) => table.id !== except && sameName(table.name, name)) ||
  names.some((one) => sameName(one.name, name));

/**
 * A name that is taken is an InvalidArgument too: https://github.com/OfficeDev/office-js/issues/551. Assumed, to be confirmed in Excel:
 * also when a defined name has it.
 */
function checkName(table: TableObject, name: unknown): asserts name is string {
  if (typeof name !== "string" || !isName(name))
    throw new HostError("InvalidArgument", `${String(name)} is no valid name of a table.`);
  if (isTaken(table.state, name, table.id))
    throw new HostError("InvalidArgument", `The name ${name} is already in use.`);
}

const option = (
  name:
    | "showBandedRows"
    | "showBandedColumns"
    | "showFilterButton"
    | "highlightFirstColumn"
    | "highlightLastColumn",
) => ({
  since: 3,
  get: (table: TableObject) => {
    found(table);
    return optionsOf(table)[name];
  },
  set: (table: TableObject, shown: boolean) => {
    found(table);
    if (typeof shown !== "boolean") throw new HostError("InvalidArgument", `${name} is true or false.`);
    setOptions(table, { [name]: shown } satisfies Partial<TableOptions>);
  },
});

/** Of a row that the workbench shows or leaves out as it is. */
const shownRow = (isShown: (table: TableObject) => boolean) => ({
  since: 1,
  get: (table: TableObject) => {
    found(table);
    return isShown(table);
  },
  set: (table: TableObject, shown: boolean) => {
    found(table);
    if (shown !== isShown(table))
      throw new HostError("NotImplemented", "The workbench shows and hides no rows of tables.", 501);
  },
});

/** "A table can't overlap with another table": application-specific-api-error-handling, MergedRangeConflict. */
const overlap = () => new HostError("MergedRangeConflict", "A table can't overlap another table.");

async function resize(table: TableObject, given: RangeObject | string): Promise<void> {
  const { state, id } = table;
  const { sheet, block } = found(table);
  const to = typeof given === "string" ? rangeAt(state, sheet, given) : given;
  // "The new range must overlap with the original table range and the headers must be in the same row": excel.table, resize.
  if (to.sheetId !== sheet || to.block.startRow !== block.startRow || !intersection(to.block, block))
    throw new HostError("InvalidArgument", "The heads of a table stay where they are.");
  // Assumed, to be confirmed in Excel: it keeps a row under its heads, and the code of both.
  if (to.block.endRow === to.block.startRow)
    throw new HostError("InvalidArgument", "A table has at least one row under its heads.");
  if (tablesAt(state, sheet, to.block).some((one) => one.id !== id)) throw overlap();
  if (optionsOf(table).totals)
    throw new HostError("NotImplemented", "The workbench moves no totals row.", 501);
  await writeHeads(state, sheet, { ...to.block, endRow: to.block.startRow });
  await state.engine.resizeTable(sheet, id, to.block);
}

/** Takes the table away and leaves its cells. */
async function dissolve({ state, id }: TableObject): Promise<void> {
  await state.engine.removeTable(id);
  state.tableOptions.delete(id);
  state.tableStyles.delete(id);
}

const part = (of: typeof wholeBlock) => ({
  since: 1,
  call: (table: TableObject) => rangeWithin(table, of(table)),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
const tableType: ObjectType = {
  name: "Table",
  sheet: (table: TableObject) => found(table).sheet,
  identity: ({ id }: TableObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 1, get: (table: TableObject) => found(table).id },
    Name: {
      since: 1,
      get: (table: TableObject) => found(table).name,
      set: async (table: TableObject, name: unknown) => {
        const { sheet } = found(table);
        checkName(table, name);
        await table.state.engine.renameTable(sheet, table.id, name);
      },
    },
    ShowHeaders: shownRow(() => true),
    ShowTotals: shownRow((table) => optionsOf(table).totals !== null),
    ShowBandedRows: option("showBandedRows"),
    ShowBandedColumns: option("showBandedColumns"),
    ShowFilterButton: option("showFilterButton"),
    HighlightFirstColumn: option("highlightFirstColumn"),
    HighlightLastColumn: option("highlightLastColumn"),
    Style: {
      since: 1,
      get: (table: TableObject) => table.state.tableStyles.get(found(table).id) ?? newTableStyle,
      set: (table: TableObject, style: unknown) => {
        checkStyle(style);
        table.state.tableStyles.set(found(table).id, style);
      },
    },
  },
  navigations: {
    Worksheet: {
      since: 2,
      to: (table: TableObject) => worksheetOf(table.state, found(table).sheet),
    },
    Columns: { since: 1, to: columnsOf },
    Rows: { since: 1, to: rowsOfTable },
  },
  methods: {
    ...tableEventMethods,
    GetRange: part(wholeBlock),
    GetHeaderRowRange: part(headBlock),
    // Assumed, to be confirmed in Excel: of a table without rows the blank one.
    GetDataBodyRange: part(bodyBlock),
    GetTotalRowRange: part(totalsBlock),
    Resize: { since: 13, call: resize },
    // "All data is preserved": excel.table, convertToRange.
    ConvertToRange: {
      since: 2,
      call: async (table: TableObject) => {
        const range = rangeWithin(table, wholeBlock(table));
        await dissolve(table);
        return range;
      },
    },
    // "Clears the cell data from the worksheet": https://learn.microsoft.com/office/vba/api/excel.listobject.delete. Assumed, to be
    // confirmed in Excel: for add-ins too, without moving the cells below.
    Delete: {
      since: 1,
      call: async (table: TableObject) => {
        const { sheetId, block } = rangeWithin(table, wholeBlock(table));
        await dissolve(table);
        table.state.engine.clear(sheetId, block, "contents");
      },
    },
  },
};

interface TablesObject extends HostObject {
  state: WorkbookState;
  sheetId: string | null;
}

/** "A Range object, or a string address or name of the range": excel.tablecollection, add. */
function sourceOf({ state, sheetId }: TablesObject, given: RangeObject | string): RangeObject {
  if (typeof given !== "string") return given;
  const named = state.names.find(({ name }) => sameName(name, given))?.cells;
  return named ? rangeOf(state, named.sheetId, named.block) : rangeAt(state, sheetId, given);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection#excel-excel-tablecollection-add-member(1) */
async function addTable(
  tables: TablesObject,
  given: RangeObject | string,
  hasHeaders: boolean,
): Promise<TableObject> {
  const { state } = tables;
  const { engine } = state;
  const { sheetId: sheet, block } = sourceOf(tables, given);
  checkUnprotected(state, sheet);
  // "Excel will automatically generate a header and shift the data down by one row": excel.tablecollection, add.
  if (!hasHeaders) throw new HostError("NotImplemented", "The workbench has tables with heads only.", 501);
  if (tablesAt(state, sheet, block).length > 0) throw overlap();
  // https://learn.microsoft.com/office/vba/api/excel.listobject.insertrowrange: heads alone get a blank row under them.
  const isOnlyHeads = block.startRow === block.endRow;
  const whole = isOnlyHeads ? { ...block, endRow: block.endRow + 1 } : block;
  if (isOnlyHeads) checkFree(state, sheet, { ...whole, startRow: whole.endRow });
  await writeHeads(state, sheet, { ...block, endRow: block.startRow });
  let number = engine.tables().length + 1;
  // Assumed, to be confirmed in Excel: the Dutch one names new tables Tabel1, Tabel2 ...
  while (isTaken(state, `Tabel${number}`)) number += 1;
  const id = await engine.addTable(sheet, `Tabel${number}`, whole);
  const made = { type: tableType, state, id };
  if (isOnlyHeads) setOptions(made, { hasBlankRow: true });
  return made;
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
