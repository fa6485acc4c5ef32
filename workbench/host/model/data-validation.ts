import { intersection, type Block } from "../../engine/address";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { checkedAlert, checkedPrompt, checkedRule, typeOfRule, type Rule } from "./validation-rule";

/** What may be typed in cells. Assumed, to be confirmed in Excel: a later one for the same cells takes the place of an earlier one. */
export interface Validation {
  sheetId: string;
  block: Block;
  rule: Rule;
  ignoreBlanks: boolean;
  prompt: unknown;
  errorAlert: unknown;
}

interface ValidationObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
  block: Block;
}

type Parts = Omit<Validation, "sheetId" | "block">;

/**
 * Of cells without validation. https://learn.microsoft.com/javascript/api/excel/excel.datavalidation says of ignoreBlanks, and
 * excel.datavalidationerroralert of showAlert, that they are true. Assumed, to be confirmed in Excel: the others, and the empty rule.
 */
const none: Parts = {
  rule: {},
  ignoreBlanks: true,
  prompt: { message: "", showPrompt: true, title: "" },
  errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
};

const contains = (outer: Block, inner: Block) =>
  outer.startRow <= inner.startRow &&
  inner.endRow <= outer.endRow &&
  outer.startColumn <= inner.startColumn &&
  inner.endColumn <= outer.endColumn;

/** The first rows of the stretches in which all cells have the same validations, or the first columns. */
const starts = (first: number, last: number, edges: number[]) =>
  [...new Set([first, ...edges.filter((edge) => edge > first && edge <= last)])].sort((a, b) => a - b);

/** The cells in as few parts as their validations need, each with the last one that it was given. */
function partsOf({ state, sheetId, block }: ValidationObject): { block: Block; parts: Parts }[] {
  const here = state.validations.filter((one) => one.sheetId === sheetId && intersection(one.block, block));
  const rows = starts(
    block.startRow,
    block.endRow,
    here.flatMap((one) => [one.block.startRow, one.block.endRow + 1]),
  );
  const columns = starts(
    block.startColumn,
    block.endColumn,
    here.flatMap((one) => [one.block.startColumn, one.block.endColumn + 1]),
  );
  return rows.flatMap((startRow, r) =>
    columns.map((startColumn, c) => {
      const part = {
        startRow,
        startColumn,
        endRow: (rows[r + 1] ?? block.endRow + 1) - 1,
        endColumn: (columns[c + 1] ?? block.endColumn + 1) - 1,
      };
      return { block: part, parts: here.findLast((one) => contains(one.block, part)) ?? none };
    }),
  );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Changes a part of each cell, or puts something in the place of all that it had. */
function change(object: ValidationObject, given: Partial<Parts>): void {
  const { state, sheetId, block } = object;
  const changed = partsOf(object).map(
    ({ block: own, parts: { rule, ignoreBlanks, prompt, errorAlert } }) => ({
      ...{ rule, ignoreBlanks, prompt, errorAlert },
      ...given,
      sheetId,
      block: own,
    }),
  );
  const others = state.validations.filter((one) => one.sheetId !== sheetId || !contains(block, one.block));
  const isNone = ({ rule, ignoreBlanks, prompt, errorAlert }: Parts) =>
    isSame({ rule, ignoreBlanks, prompt, errorAlert }, none);
  // What says that there is none is only of use over something else.
  const isOver = (own: Block) =>
    others.some((one) => one.sheetId === sheetId && intersection(one.block, own) !== null);
  state.validations = [...others, ...changed.filter((one) => !isNone(one) || isOver(one.block))];
}

/** Assumed, to be confirmed in Excel: null when the cells differ in it. */
function shared<Key extends keyof Parts>(object: ValidationObject, key: Key): Parts[Key] | null {
  const [first, ...others] = partsOf(object).map(({ parts }) => parts[key]);
  return others.every((one) => isSame(one, first)) ? first : null;
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.datavalidationtype: MixedCriteria when some cells have validation, and
 * Inconsistent when their rules differ. Assumed, to be confirmed in Excel: the first, when both are so.
 */
function typeOf(object: ValidationObject): string {
  const rules = partsOf(object).map(({ parts }) => parts.rule);
  if (rules.every((rule) => isSame(rule, rules[0]))) return typeOfRule(rules[0]);
  return rules.some((rule) => typeOfRule(rule) === "None") ? "MixedCriteria" : "Inconsistent";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
const validationType: ObjectType = {
  name: "DataValidation",
  sheet: ({ sheetId }: ValidationObject) => sheetId,
  scalars: {
    Type: { since: 8, get: typeOf },
    Rule: {
      since: 8,
      get: (object: ValidationObject) => shared(object, "rule"),
      set: (object: ValidationObject, rule: unknown) => change(object, { rule: checkedRule(rule) }),
    },
    IgnoreBlanks: {
      since: 8,
      get: (object: ValidationObject) => shared(object, "ignoreBlanks"),
      set: (object: ValidationObject, ignoreBlanks: boolean) => {
        if (typeof ignoreBlanks !== "boolean")
          throw new HostError("InvalidArgument", "Blanks are ignored or not.");
        change(object, { ignoreBlanks });
      },
    },
    Prompt: {
      since: 8,
      get: (object: ValidationObject) => shared(object, "prompt"),
      set: (object: ValidationObject, prompt: unknown) => change(object, { prompt: checkedPrompt(prompt) }),
    },
    ErrorAlert: {
      since: 8,
      get: (object: ValidationObject) => shared(object, "errorAlert"),
      set: (object: ValidationObject, alert: unknown) => change(object, { errorAlert: checkedAlert(alert) }),
    },
  },
  methods: { Clear: { since: 8, call: (object: ValidationObject) => change(object, none) } },
};

export const validationOf = (state: WorkbookState, sheetId: string, block: Block): HostObject =>
  ({ type: validationType, state, sheetId, block }) as HostObject;
