import type { Block } from "../../engine/address";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

/** What may be typed in cells; a later one for the same cells takes the place of an earlier one. */
export interface Validation {
  sheetId: string;
  block: Block;
  rule: Record<string, unknown>;
  ignoreBlanks: boolean;
  prompt: unknown;
  errorAlert: unknown;
}

interface ValidationObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
  block: Block;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationtype */
const typeOfRule: Record<string, string> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const none: Omit<Validation, "sheetId" | "block"> = {
  rule: {},
  ignoreBlanks: true,
  prompt: { message: "", showPrompt: true, title: "" },
  errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
};

/** Of each cell the last one that has it; null when the cells differ, as Excel's `Inconsistent`. */
function shared({ state, sheetId, block }: ValidationObject): typeof none | null {
  const all = state.validations.filter((one) => one.sheetId === sheetId).toReversed();
  const of = (row: number, column: number) =>
    all.find(
      ({ block: { startRow, startColumn, endRow, endColumn } }) =>
        startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
    ) ?? none;
  const first = of(block.startRow, block.startColumn);
  for (let row = block.startRow; row <= block.endRow; row += 1)
    for (let column = block.startColumn; column <= block.endColumn; column += 1)
      if (of(row, column) !== first) return null;
  return first;
}

function change(object: ValidationObject, part: Partial<typeof none>): void {
  const { state, sheetId, block } = object;
  state.validations.push({ ...none, ...shared(object), ...part, sheetId, block });
}

const part = <Key extends keyof typeof none>(key: Key) => ({
  since: 8,
  get: (object: ValidationObject) => shared(object)?.[key] ?? null,
  set: (object: ValidationObject, value: (typeof none)[Key]) => change(object, { [key]: value }),
});

function typeOf(object: ValidationObject): string {
  const found = shared(object);
  if (!found) return "Inconsistent";
  const [kind] = Object.keys(found.rule);
  return kind ? typeOfRule[kind] : "None";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
const validationType: ObjectType = {
  name: "DataValidation",
  sheet: ({ sheetId }: ValidationObject) => sheetId,
  scalars: {
    Type: { since: 8, get: typeOf },
    Rule: {
      ...part("rule"),
      set: (object: ValidationObject, rule: Record<string, unknown>) => {
        const kinds = Object.keys(rule);
        if (kinds.length !== 1 || !Object.hasOwn(typeOfRule, kinds[0]))
          throw new HostError("InvalidArgument", "A rule has one of the kinds of data validation.");
        change(object, { rule });
      },
    },
    IgnoreBlanks: part("ignoreBlanks"),
    Prompt: part("prompt"),
    ErrorAlert: part("errorAlert"),
  },
  methods: { Clear: { since: 8, call: (object: ValidationObject) => change(object, none) } },
};

export const validationOf = (state: WorkbookState, sheetId: string, block: Block): HostObject =>
  ({ type: validationType, state, sheetId, block }) as HostObject;
