import { itemNotFound, HostError } from "../host-error";
import { isLastVisible, removeSheet } from "../remove-sheet";
import { nullObject, type HostObject, type ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { sheetEventMethods, sheetsEventMethods } from "../event-registration";
import { chartsOf } from "./chart";
import { commentsOf } from "./comment";
import { protectionOf } from "./protection";
import { freezePanesOf } from "./freeze-panes";
import { blockAt, onSheet, wholeSheet } from "./addresses";
import { rangeAt, rangeOf } from "./range";
import { used } from "./range-navigation";
import { tablesOf } from "./table";

export interface WorksheetObject extends HostObject {
  state: WorkbookState;
  id: string;
}

export const worksheetOf = (state: WorkbookState, id: string): WorksheetObject => ({
  type: worksheetType,
  state,
  id,
});

/**
 * 1 to 31 characters, without : \ / ? * [ ], no apostrophe at its ends, and not History:
 * https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
 * A name that is no such is an InvalidArgument, and one that another sheet has ItemAlreadyExists, by their messages in
 * https://learn.microsoft.com/office/dev/scripts/resources/samples/combine-worksheets-into-single-workbook#troubleshooting
 *
 * @param own the sheet that gets the name, null for a new one
 */
function checkName({ engine }: WorkbookState, name: string, own: string | null): void {
  if (typeof name !== "string" || !/^(?!')(?!history$)[^:\\/?*[\]]{1,31}(?<!')$/i.test(name)) {
    throw new HostError("InvalidArgument", `${name} is no valid name of a sheet.`);
  }
  const others = engine.sheetIds().filter((id) => id !== own);
  if (others.some((id) => engine.sheetName(id).toLowerCase() === name.toLowerCase())) {
    throw new HostError(
      "ItemAlreadyExists",
      `A resource with the same name or identifier already exists: ${name}.`,
      409,
    );
  }
}

/** Assumed, to be confirmed in Excel: the code with which it refuses to delete or hide the last visible sheet. */
const mustStay = () =>
  new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");

const allCells = ({ state, id }: WorksheetObject) => rangeOf(state, id, wholeSheet);

/** The cells of an address or a name. Assumed, to be confirmed in Excel: one of another sheet is refused. */
function cellsIn({ state, id }: WorksheetObject, address: string) {
  const found = rangeAt(state, id, address);
  if (found.sheetId !== id)
    throw new HostError("InvalidArgument", `The address ${address} is not on this sheet.`);
  return found;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
const worksheetType: ObjectType = {
  name: "Worksheet",
  identity: ({ id }: WorksheetObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 1, get: ({ id }: WorksheetObject) => id },
    Name: {
      since: 1,
      get: ({ state: { engine }, id }: WorksheetObject) => engine.sheetName(id),
      set: ({ state, id }: WorksheetObject, name: string) => {
        checkName(state, name, id);
        state.engine.renameSheet(id, name);
      },
    },
    // The client sets showGridlines under this name, and loads it under the next.
    Gridlines: {
      since: 8,
      get: ({ state: { engine }, id }: WorksheetObject) => engine.showsGridlines(id),
      set: ({ state: { engine }, id }: WorksheetObject, shown: boolean) => engine.setGridlines(id, shown),
    },
    ShowGridlines: {
      since: 8,
      get: ({ state: { engine }, id }: WorksheetObject) => engine.showsGridlines(id),
    },
    Position: {
      since: 1,
      get: ({ state: { engine }, id }: WorksheetObject) => {
        const position = engine.sheetIds().indexOf(id);
        if (position < 0) throw itemNotFound("the sheet was deleted");
        return position;
      },
      // Assumed, to be confirmed in Excel: a place that does not exist is refused.
      set: ({ state: { engine }, id }: WorksheetObject, position: number) => {
        if (!(Number.isInteger(position) && position >= 0 && position < engine.sheetIds().length))
          throw new HostError("InvalidArgument", `There is no place ${position} for a sheet.`);
        engine.moveSheet(id, position);
      },
    },
    // https://learn.microsoft.com/javascript/api/excel/excel.sheetvisibility; VeryHidden, which Excel has too, is not here.
    Visibility: {
      since: 1,
      get: ({ state: { engine }, id }: WorksheetObject) => (engine.isHidden(id) ? "Hidden" : "Visible"),
      set: ({ state: { engine }, id }: WorksheetObject, visibility: string) => {
        if (visibility !== "Visible" && visibility !== "Hidden")
          throw new HostError("NotImplemented", `The workbench has no sheets that are ${visibility}.`, 501);
        if (visibility === "Hidden" && isLastVisible(engine, id)) throw mustStay();
        engine.setHidden(id, visibility === "Hidden");
      },
    },
  },
  navigations: {
    Tables: { since: 1, to: ({ state, id }: WorksheetObject) => tablesOf(state, id) },
    Charts: { since: 1, to: ({ state, id }: WorksheetObject) => chartsOf(state, id) },
    Comments: { since: 10, to: ({ state, id }: WorksheetObject) => commentsOf(state, id) },
    Protection: { since: 2, to: ({ state, id }: WorksheetObject) => protectionOf(state, id) },
    FreezePanes: { since: 7, to: ({ state, id }: WorksheetObject) => freezePanesOf(state, id) },
  },
  methods: {
    ...sheetEventMethods,
    Activate: { since: 1, call: ({ state, id }: WorksheetObject) => state.engine.activate(id) },
    Delete: {
      since: 1,
      call: ({ state, id }: WorksheetObject) => {
        if (!state.engine.sheetIds().includes(id)) throw itemNotFound("the sheet was deleted");
        if (isLastVisible(state.engine, id)) throw mustStay();
        removeSheet(state, id);
      },
    },
    GetCell: {
      since: 1,
      call: ({ state, id }: WorksheetObject, row: number, column: number) =>
        rangeOf(state, id, onSheet({ startRow: row, startColumn: column, endRow: row, endColumn: column })),
    },
    // Without a used cell Excel gives the top left one: excel.worksheet, getUsedRange.
    GetUsedRange: {
      since: 1,
      call: (sheet: WorksheetObject, valuesOnly?: boolean | null) =>
        used(allCells(sheet), valuesOnly) ?? rangeOf(sheet.state, sheet.id, blockAt("A1")),
    },
    GetUsedRangeOrNullObject: {
      since: 4,
      call: (sheet: WorksheetObject, valuesOnly?: boolean | null) =>
        used(allCells(sheet), valuesOnly) ?? nullObject,
    },
    GetRange: {
      since: 1,
      call: (sheet: WorksheetObject, address?: string | null) =>
        address == null ? allCells(sheet) : cellsIn(sheet, address),
    },
    GetRangeByIndexes: {
      since: 7,
      call: ({ state, id }: WorksheetObject, row: number, column: number, rows: number, columns: number) =>
        rangeOf(
          state,
          id,
          onSheet({
            startRow: row,
            startColumn: column,
            endRow: row + rows - 1,
            endColumn: column + columns - 1,
          }),
        ),
    },
  },
};

interface WorksheetsObject extends HostObject {
  state: WorkbookState;
}

export const worksheetsOf = (state: WorkbookState): WorksheetsObject => ({ type: worksheetsType, state });

function find({ state }: WorksheetsObject, key: string): WorksheetObject | null {
  const { engine } = state;
  const wanted = String(key).toLowerCase();
  const id = engine.sheetIds().find((one) => one === key || engine.sheetName(one).toLowerCase() === wanted);
  return id === undefined ? null : worksheetOf(state, id);
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection: in their order in the workbook, a new one at the end and not
 * activated. Assumed, to be confirmed in Excel: capitals of a name do not count.
 */
const worksheetsType: ObjectType = {
  name: "WorksheetCollection",
  scalars: {},
  items: ({ state }: WorksheetsObject) => state.engine.sheetIds().map((id) => worksheetOf(state, id)),
  methods: {
    ...sheetsEventMethods,
    Add: {
      since: 1,
      call: ({ state }: WorksheetsObject, name?: string | null) => {
        const chosen = name ?? firstFreeName(state);
        checkName(state, chosen, null);
        return worksheetOf(state, state.engine.addSheet(chosen));
      },
    },
    GetItem: {
      since: 1,
      call: (sheets: WorksheetsObject, key: string) => {
        const found = find(sheets, key);
        if (!found) throw itemNotFound(key);
        return found;
      },
    },
    GetItemOrNullObject: {
      since: 4,
      call: (sheets: WorksheetsObject, key: string) => find(sheets, key) ?? nullObject,
    },
    GetActiveWorksheet: {
      since: 1,
      call: ({ state }: WorksheetsObject) => worksheetOf(state, state.engine.activeSheet()),
    },
    GetCount: { since: 4, call: ({ state }: WorksheetsObject) => state.engine.sheetIds().length },
  },
};

/** "Excel determines the name": excel.worksheetcollection, add. Assumed, to be confirmed in Excel: Blad1, Blad2 ... in the Dutch one. */
function firstFreeName({ engine }: WorkbookState): string {
  const taken = new Set(engine.sheetIds().map((id) => engine.sheetName(id).toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`blad${number}`)) number += 1;
  return `Blad${number}`;
}
