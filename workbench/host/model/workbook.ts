import { rangeOfReference } from "../events";
import { itemNotFound } from "../host-error";
import { nullObject, type HostObject, type ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { applicationOf } from "./application";
import { namesOf } from "./named-item";
import { commentsOf } from "./comment";
import { xmlPartsOf } from "./custom-xml";
import { rangeOf } from "./range";
import { settingsOf } from "./settings";
import { tablesOf } from "./table";
import { worksheetsOf } from "./worksheet";

interface WorkbookObject extends HostObject {
  state: WorkbookState;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.runtime#excel-excel-runtime-enableevents-member */
const runtimeType: ObjectType = {
  name: "Runtime",
  scalars: {
    EnableEvents: {
      since: 8,
      get: ({ state }: WorkbookObject) => state.enableEvents,
      set: ({ state }: WorkbookObject, enabled: boolean) => void (state.enableEvents = enabled),
    },
  },
};

function rangeOfEvent({ state }: WorkbookObject, id: string): HostObject {
  const found = rangeOfReference(state, id);
  if (!found) throw itemNotFound(id);
  return found;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
const workbookType: ObjectType = {
  name: "Workbook",
  scalars: {},
  navigations: {
    Worksheets: { since: 1, to: ({ state }: WorkbookObject) => worksheetsOf(state) },
    Tables: { since: 1, to: ({ state }: WorkbookObject) => tablesOf(state, null) },
    Names: { since: 1, to: ({ state }: WorkbookObject) => namesOf(state) },
    Settings: { since: 4, to: ({ state }: WorkbookObject) => settingsOf(state) },
    CustomXmlParts: { since: 5, to: ({ state }: WorkbookObject) => xmlPartsOf(state) },
    Comments: { since: 10, to: ({ state }: WorkbookObject) => commentsOf(state, null) },
    _Runtime: { since: 1, to: ({ state }: WorkbookObject) => ({ type: runtimeType, state }) as HostObject },
    Application: { since: 1, to: ({ state }: WorkbookObject) => applicationOf(state) },
  },
  methods: {
    GetSelectedRange: {
      since: 1,
      call: ({ state }: WorkbookObject) => {
        const { sheet, block } = state.engine.selection();
        return rangeOf(state, sheet, block);
      },
    },
    // Assumed, to be confirmed in Excel: in the upper left corner of the selection, also of one from another corner.
    GetActiveCell: {
      since: 7,
      call: ({ state }: WorkbookObject) => {
        const { sheet, block } = state.engine.selection();
        return rangeOf(state, sheet, { ...block, endRow: block.startRow, endColumn: block.startColumn });
      },
    },
    _GetRangeForEventByReferenceId: { since: 8, call: rangeOfEvent },
    _GetRangeOrNullObjectForEventByReferenceId: {
      since: 8,
      call: ({ state }: WorkbookObject, id: string) => rangeOfReference(state, id) ?? nullObject,
    },
    // The client's way to say that it needs a range no more.
    _RemoveReference: {
      since: 1,
      call: ({ state: { references } }: WorkbookObject, id: string) => void references.delete(id),
    },
  },
};

export const workbookOf = (state: WorkbookState): WorkbookObject => ({ type: workbookType, state });
