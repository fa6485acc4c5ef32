import type { HostObject, ObjectType } from "../object-model";
import { nullObject } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { blockAt } from "./addresses";
import { rangeOf, type RangeObject } from "./range";

interface FreezeObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
}

const freeze = ({ state, sheetId }: FreezeObject, rows: number, columns: number) =>
  state.engine.freeze(sheetId, rows, columns);

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
const freezePanesType: ObjectType = {
  name: "WorksheetFreezePanes",
  scalars: {},
  methods: {
    FreezeRows: { since: 7, call: (panes: FreezeObject, count: number) => freeze(panes, count, 0) },
    FreezeColumns: { since: 7, call: (panes: FreezeObject, count: number) => freeze(panes, 0, count) },
    FreezeAt: {
      since: 7,
      call: (panes: FreezeObject, range: RangeObject | string) => {
        const { endRow, endColumn } = typeof range === "string" ? blockAt(range) : range.block;
        freeze(panes, endRow + 1, endColumn + 1);
      },
    },
    Unfreeze: { since: 7, call: (panes: FreezeObject) => freeze(panes, 0, 0) },
    GetLocationOrNullObject: {
      since: 7,
      call: ({ state, sheetId }: FreezeObject) => {
        const { rows, columns } = state.engine.frozen(sheetId);
        if (rows === 0 && columns === 0) return nullObject;
        // Frozen rows go over all columns, and frozen columns over all rows.
        return rangeOf(state, sheetId, {
          startRow: 0,
          startColumn: 0,
          endRow: rows === 0 ? 1_048_575 : rows - 1,
          endColumn: columns === 0 ? 16_383 : columns - 1,
        });
      },
    },
  },
};

export const freezePanesOf = (state: WorkbookState, sheetId: string): FreezeObject => ({
  type: freezePanesType,
  state,
  sheetId,
});
