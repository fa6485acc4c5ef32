import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

interface ProtectionObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
}

/**
 * For what is changed through another object than the sheet's own, such as a comment through those of the workbook: see
 * checkProtection of a batch.
 *
 * @throws HostError `AccessDenied`
 */
export function checkUnprotected({ protectedSheets }: WorkbookState, sheetId: string): void {
  if (protectedSheets.has(sheetId))
    throw new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions: what may be allowed all the same. */
const exceptions = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
];
/** https://learn.microsoft.com/javascript/api/excel/excel.protectionselectionmode */
const selectionModes = ["Normal", "Unlocked", "None"];

function checkOptions(options: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(options)) {
    // Left out and null are the same: optional members of excel.worksheetprotectionoptions.
    if (value === null || value === undefined) continue;
    const isKnown =
      name === "selectionMode"
        ? selectionModes.some((mode) => mode === value)
        : exceptions.includes(name) && typeof value === "boolean";
    if (!isKnown)
      throw new HostError(
        "InvalidArgument",
        `${name} cannot be ${JSON.stringify(value)} in a protected sheet.`,
      );
    // Assumed, to be confirmed in Excel: without options nothing is allowed but to select any cell.
    if (value !== false && value !== "Normal")
      throw new HostError("NotImplemented", "The workbench protects a sheet without exceptions.", 501);
  }
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection. A protected sheet refuses every change of
 * what is on it: exceptions, which Excel has, are refused when they are asked for.
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
    // Fails on a protected sheet: excel.worksheetprotection, protect; with which code stands in
    // https://github.com/OfficeDev/office-js/issues/6784.
    Protect: {
      since: 2,
      call: (
        { state, sheetId }: ProtectionObject,
        options?: Record<string, unknown> | null,
        password?: string | null,
      ) => {
        checkUnprotected(state, sheetId);
        checkOptions(options ?? {});
        state.protectedSheets.set(sheetId, password ?? "");
      },
    },
    // A sheet without a password takes any: https://github.com/OfficeDev/office-js/issues/762. Assumed, to be confirmed in
    // Excel: a wrong one is BadPassword, as excel.worksheetprotection says of pauseProtection; and a sheet that is
    // not protected stays so, as before the regression of https://github.com/OfficeDev/office-js/issues/6784.
    Unprotect: {
      since: 2,
      call: ({ state, sheetId }: ProtectionObject, password?: string | null) => {
        const right = state.protectedSheets.get(sheetId) ?? "";
        if (right !== "" && right !== password)
          throw new HostError("BadPassword", "The password you supplied is incorrect.");
        state.protectedSheets.delete(sheetId);
      },
    },
  },
};

export const protectionOf = (state: WorkbookState, sheetId: string): HostObject =>
  ({ type: protectionType, state, sheetId }) as HostObject;
