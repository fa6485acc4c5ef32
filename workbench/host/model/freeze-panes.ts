import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import { nullObject } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { rangeAt, rangeOf, type RangeObject } from "./range";

interface FreezeObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

/**
 * "Or zero to unfreeze all rows": excel.worksheetfreezepanes, freezeRows. Assumed, to be confirmed in Excel: one without a number, and
 * what was frozen in the other direction is so no more.
 */
function freezeFirst(
  { state, sheetId }: FreezeObject,
  count: number | null | undefined,
  isRows: boolean,
): void {
  const number = count ?? 1;
  if (!Number.isInteger(number) || number < 0 || number > (isRows ? lastRow : lastColumn))
    throw new HostError("InvalidArgument", `${String(count)} cannot be frozen.`);
  state.engine.freeze(sheetId, isRows ? number : 0, isRows ? 0 : number);
}

/**
 * The cells in the top left, which whole rows or columns are too; null takes all away:
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes#excel-excel-worksheetfreezepanes-freezeat-member(1)
 */
function freezeAt({ state, sheetId }: FreezeObject, given: RangeObject | string | null): void {
  if (given === null) return state.engine.freeze(sheetId, 0, 0);
  const range = typeof given === "string" ? rangeAt(state, sheetId, given) : given;
  const { startRow, startColumn, endRow, endColumn } = range.block;
  const [isRows, isColumns] = [endColumn === lastColumn, endRow === lastRow];
  // Assumed, to be confirmed in Excel: cells of another sheet, or all cells, are an InvalidArgument.
  if (range.sheetId !== sheetId || (isRows && isColumns))
    throw new HostError("InvalidArgument", "These cells cannot be frozen in this sheet.");
  // Excel then freezes from there, with what is before it out of sight.
  if (startRow !== 0 || startColumn !== 0)
    throw new HostError("NotImplemented", "The workbench freezes from A1 on only.", 501);
  state.engine.freeze(sheetId, isColumns ? 0 : endRow + 1, isRows ? 0 : endColumn + 1);
}

/** Assumed, to be confirmed in Excel: frozen rows go over all columns, and frozen columns over all rows. */
function location({ state, sheetId }: FreezeObject): RangeObject | null {
  const { rows, columns } = state.engine.frozen(sheetId);
  if (rows === 0 && columns === 0) return null;
  return rangeOf(state, sheetId, {
    startRow: 0,
    startColumn: 0,
    endRow: rows === 0 ? lastRow : rows - 1,
    endColumn: columns === 0 ? lastColumn : columns - 1,
  });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
const freezePanesType: ObjectType = {
  name: "WorksheetFreezePanes",
  // Assumed, to be confirmed in Excel: a protected sheet refuses it, as it is no exception of excel.worksheetprotectionoptions.
  sheet: ({ sheetId }: FreezeObject) => sheetId,
  scalars: {},
  methods: {
    FreezeRows: {
      since: 7,
      call: (panes: FreezeObject, count?: number | null) => freezeFirst(panes, count, true),
    },
    FreezeColumns: {
      since: 7,
      call: (panes: FreezeObject, count?: number | null) => freezeFirst(panes, count, false),
    },
    FreezeAt: { since: 7, call: freezeAt },
    Unfreeze: { since: 7, call: ({ state, sheetId }: FreezeObject) => state.engine.freeze(sheetId, 0, 0) },
    // https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties:
    // where the other member gives a null object, this one fails with ItemNotFound.
    GetLocation: {
      since: 7,
      call: (panes: FreezeObject) => {
        const found = location(panes);
        if (!found) throw itemNotFound("frozen panes");
        return found;
      },
    },
    GetLocationOrNullObject: { since: 7, call: (panes: FreezeObject) => location(panes) ?? nullObject },
  },
};

export const freezePanesOf = (state: WorkbookState, sheetId: string): FreezeObject => ({
  type: freezePanesType,
  state,
  sheetId,
});
