import { columnLetters, intersection, type Block } from "../../engine/address";
import { apiNotFound, HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

/** A conditional format as the add-in made it. */
export interface ConditionalFormat {
  id: string;
  sheetId: string;
  block: Block;
  type: "CellValue" | "Custom" | "ContainsText";
  rule: { formula1?: string; formula2?: string | null; operator?: string };
  font: { color?: string; bold?: boolean };
  fill: { color?: string };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalcellvalueoperator */
const comparisons: Record<string, (cell: string, one: string, two: string) => string> = {
  EqualTo: (cell, one) => `${cell}=${one}`,
  NotEqualTo: (cell, one) => `${cell}<>${one}`,
  GreaterThan: (cell, one) => `${cell}>${one}`,
  GreaterThanOrEqual: (cell, one) => `${cell}>=${one}`,
  LessThan: (cell, one) => `${cell}<${one}`,
  LessThanOrEqual: (cell, one) => `${cell}<=${one}`,
  Between: (cell, one, two) => `AND(${cell}>=${one},${cell}<=${two})`,
  NotBetween: (cell, one, two) => `OR(${cell}<${one},${cell}>${two})`,
};

const bare = (formula: string | null | undefined) => `(${String(formula ?? "").replace(/^=/, "")})`;

/** The rule as a formula for the first cell, or null while it is not complete. */
function formulaOf({ type, rule, block }: ConditionalFormat): string | null {
  if (rule.formula1 === undefined) return null;
  if (type === "Custom") return rule.formula1;
  const cell = `${columnLetters(block.startColumn)}${block.startRow + 1}`;
  const compare = comparisons[rule.operator ?? ""];
  if (!compare) throw new HostError("InvalidArgument", `${rule.operator} is no comparison.`);
  return `=${compare(cell, bare(rule.formula1), bare(rule.formula2))}`;
}

/** Shows the rules of the sheet as they are now. */
export function show(state: WorkbookState, sheetId: string): void {
  const rules = state.conditionalFormats
    .filter((format) => format.sheetId === sheetId)
    .flatMap((format) => {
      const formula = formulaOf(format);
      const { font, fill, id, block } = format;
      const look = {
        ...(font.color === undefined ? {} : { cl: { rgb: font.color } }),
        ...(font.bold === undefined ? {} : { bl: font.bold ? 1 : 0 }),
        ...(fill.color === undefined ? {} : { bg: { rgb: fill.color } }),
      };
      return formula === null ? [] : [{ id, block, formula, look }];
    });
  state.engine.setConditionalRules(sheetId, rules);
}

interface FormatObject extends HostObject {
  state: WorkbookState;
  format: ConditionalFormat;
}

const as = (type: ObjectType) => ({
  since: 6,
  to: ({ state, format }: FormatObject): FormatObject => ({ type, state, format }),
});

/** One property of a part of the format. */
const part = <Part extends "font" | "fill">(of: Part, key: keyof ConditionalFormat[Part]) => ({
  since: 6,
  get: ({ format }: FormatObject) => format[of][key] ?? null,
  set: ({ state, format }: FormatObject, value: never) => {
    format[of][key] = value;
    show(state, format.sheetId);
  },
});

const fontType: ObjectType = {
  name: "ConditionalRangeFont",
  scalars: { Color: part("font", "color"), Bold: part("font", "bold") },
};
const fillType: ObjectType = { name: "ConditionalRangeFill", scalars: { Color: part("fill", "color") } };
const lookType: ObjectType = {
  name: "ConditionalRangeFormat",
  scalars: {},
  navigations: { Font: as(fontType), Fill: as(fillType) },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.cellvalueconditionalformat */
const cellValueType: ObjectType = {
  name: "CellValueConditionalFormat",
  scalars: {
    Rule: {
      since: 6,
      get: ({ format: { rule } }: FormatObject) => ({
        Formula1: rule.formula1,
        Formula2: rule.formula2,
        Operator: rule.operator,
      }),
      set: ({ state, format }: FormatObject, given: ConditionalFormat["rule"]) => {
        format.rule = given;
        show(state, format.sheetId);
      },
    },
  },
  navigations: { Format: as(lookType) },
};

const customRuleType: ObjectType = {
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      since: 6,
      get: ({ format }: FormatObject) => format.rule.formula1 ?? "",
      set: ({ state, format }: FormatObject, formula: string) => {
        format.rule = { formula1: formula };
        show(state, format.sheetId);
      },
    },
  },
};
const customType: ObjectType = {
  name: "CustomConditionalFormat",
  scalars: {},
  navigations: { Rule: as(customRuleType), Format: as(lookType) },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
const conditionalFormatType: ObjectType = {
  name: "ConditionalFormat",
  sheet: ({ format }: FormatObject) => format.sheetId,
  identity: ({ format: { id } }: FormatObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 6, get: ({ format: { id } }: FormatObject) => id },
    Type: { since: 6, get: ({ format: { type } }: FormatObject) => type },
    Priority: {
      since: 6,
      get: ({ state, format }: FormatObject) =>
        state.conditionalFormats.filter(({ sheetId }) => sheetId === format.sheetId).indexOf(format),
    },
  },
  navigations: {
    CellValue: {
      since: 6,
      to: ({ state, format }: FormatObject) => {
        if (format.type !== "CellValue") throw wrongType(format);
        return { type: cellValueType, state, format };
      },
    },
    Custom: {
      since: 6,
      to: ({ state, format }: FormatObject) => {
        if (format.type !== "Custom") throw wrongType(format);
        return { type: customType, state, format };
      },
    },
  },
  methods: {
    Delete: {
      since: 6,
      call: ({ state, format }: FormatObject) => {
        state.conditionalFormats = state.conditionalFormats.filter((one) => one !== format);
        show(state, format.sheetId);
      },
    },
  },
};

const wrongType = ({ type }: ConditionalFormat) =>
  new HostError("InvalidOperation", `The conditional format is of the type ${type}.`);

interface CollectionObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
  block: Block;
}

const inRange = ({ state, sheetId, block }: CollectionObject) =>
  state.conditionalFormats.filter(
    (format) => format.sheetId === sheetId && intersection(format.block, block) !== null,
  );

const objectOf = ({ state }: CollectionObject, format: ConditionalFormat): FormatObject => ({
  type: conditionalFormatType,
  state,
  format,
});

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection */
const collectionType: ObjectType = {
  name: "ConditionalFormatCollection",
  sheet: ({ sheetId }: CollectionObject) => sheetId,
  scalars: {},
  items: (all: CollectionObject) => inRange(all).map((format) => objectOf(all, format)),
  methods: {
    Add: {
      since: 6,
      call: (all: CollectionObject, type: ConditionalFormat["type"]) => {
        if (type !== "CellValue" && type !== "Custom")
          throw apiNotFound(`conditional format ${String(type)}`);
        const { state, sheetId, block } = all;
        const format: ConditionalFormat = {
          id: `{cf-${(state.lastId += 1)}}`,
          sheetId,
          block,
          type,
          rule: {},
          font: {},
          fill: {},
        };
        // A new one has the first priority: excel.conditionalformatcollection, add.
        state.conditionalFormats.unshift(format);
        return objectOf(all, format);
      },
    },
    GetCount: { since: 6, call: (all: CollectionObject) => inRange(all).length },
    GetItem: {
      since: 6,
      call: (all: CollectionObject, id: string) => {
        const found = all.state.conditionalFormats.find((format) => format.id === id);
        if (!found) throw new HostError("ItemNotFound", "The conditional format doesn't exist.", 404);
        return objectOf(all, found);
      },
    },
    ClearAll: {
      since: 6,
      call: (all: CollectionObject) => {
        const gone = new Set(inRange(all));
        all.state.conditionalFormats = all.state.conditionalFormats.filter((format) => !gone.has(format));
        show(all.state, all.sheetId);
      },
    },
  },
};

export const conditionalFormatsOf = (
  state: WorkbookState,
  sheetId: string,
  block: Block,
): CollectionObject => ({
  type: collectionType,
  state,
  sheetId,
  block,
});
