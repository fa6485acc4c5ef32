import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

interface ProtectionObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection. A protected sheet refuses every change of
 * its cells: exceptions, which Excel has, are refused when they are asked for.
 */
const protectionType: ObjectType = {
  name: "WorksheetProtection",
  scalars: {
    Protected: {
      since: 2,
      get: ({ state, sheetId }: ProtectionObject) => state.protectedSheets.has(sheetId),
    },
  },
  methods: {
    Protect: {
      since: 2,
      call: (
        { state, sheetId }: ProtectionObject,
        options?: Record<string, unknown> | null,
        password?: string | null,
      ) => {
        if (state.protectedSheets.has(sheetId))
          throw new HostError("InvalidOperation", "The worksheet is protected already.");
        if (Object.values(options ?? {}).some((value) => value !== false))
          throw new HostError("NotImplemented", "The workbench protects a sheet without exceptions.", 501);
        state.protectedSheets.set(sheetId, password ?? "");
      },
    },
    Unprotect: {
      since: 2,
      call: ({ state, sheetId }: ProtectionObject, password?: string | null) => {
        if ((state.protectedSheets.get(sheetId) ?? "") !== (password ?? ""))
          throw new HostError("AccessDenied", "The password is not correct.", 403);
        state.protectedSheets.delete(sheetId);
      },
    },
  },
};

export const protectionOf = (state: WorkbookState, sheetId: string): HostObject =>
  ({ type: protectionType, state, sheetId }) as HostObject;
