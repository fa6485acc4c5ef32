import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { applicationOf } from "./application";
import { namesOf } from "./named-item";
import { tablesOf } from "./table";
import { worksheetsOf } from "./worksheet";

interface WorkbookObject extends HostObject {
  state: WorkbookState;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
const workbookType: ObjectType = {
  name: "Workbook",
  scalars: {},
  navigations: {
    Worksheets: { since: 1, to: ({ state }: WorkbookObject) => worksheetsOf(state) },
    Tables: { since: 1, to: ({ state }: WorkbookObject) => tablesOf(state, null) },
    Names: { since: 1, to: ({ state }: WorkbookObject) => namesOf(state) },
    Application: { since: 1, to: ({ state }: WorkbookObject) => applicationOf(state) },
  },
  methods: {
    // The client's way to say that it needs a range no more.
    _RemoveReference: {
      since: 1,
      call: ({ state: { references } }: WorkbookObject, id: string) => void references.delete(id),
    },
  },
};

export const workbookOf = (state: WorkbookState): WorkbookObject => ({ type: workbookType, state });
