import { LexerTreeBuilder, ErrorType } from "@univerjs/engine-formula";
import { columnLetters, intersection, type Block } from "../../engine/address";
import { HostError, itemNotFound } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";
import { colorOf } from "./color";
import { givenFlag, givenOneOf, givenText } from "./given";
import { rangeOf } from "./range";

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalcellvalueoperator, without Invalid. */
const comparisons = {
  EqualTo: (cell: string, one: string) => `${cell}=${one}`,
  NotEqualTo: (cell: string, one: string) => `${cell}<>${one}`,
  GreaterThan: (cell: string, one: string) => `${cell}>${one}`,
  GreaterThanOrEqual: (cell: string, one: string) => `${cell}>=${one}`,
  LessThan: (cell: string, one: string) => `${cell}<${one}`,
  LessThanOrEqual: (cell: string, one: string) => `${cell}<=${one}`,
  Between: (cell: string, one: string, two: string) => `AND(${cell}>=${one},${cell}<=${two})`,
  NotBetween: (cell: string, one: string, two: string) => `OR(${cell}<${one},${cell}>${two})`,
};

export type Comparison = keyof typeof comparisons;

/** A conditional format as the add-in made it: plain data, of which Ctrl+Z puts a copy back. */
export interface ConditionalFormat {
  id: string;
  sheetId: string;
  block: Block;
  type: "CellValue" | "Custom";
  /** Assumed, to be confirmed in Excel: without a formula it is not complete, and does nothing. */
  rule: { formula1?: string; formula2?: string | null; operator?: Comparison };
  font: { color?: string; bold?: boolean };
  fill: { color?: string };
}

const bare = (formula: string | null | undefined) => `(${(formula ?? "").replace(/^=/, "")})`;

/** The rule as a formula for the first cell, or null while it is not complete. */
function formulaOf({ type, rule, block }: ConditionalFormat): string | null {
  if (rule.formula1 === undefined) return null;
  if (type === "Custom") return rule.formula1;
  if (rule.operator === undefined) return null;
  const cell = `${columnLetters(block.startColumn)}${block.startRow + 1}`;
  return `=${comparisons[rule.operator](cell, bare(rule.formula1), bare(rule.formula2))}`;
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

/** A format, or a part of one. It is looked up each time: after Ctrl+Z there is another one with the same id. */
interface FormatObject extends HostObject {
  state: WorkbookState;
  id: string;
}

const find = ({ state, id }: FormatObject) => state.conditionalFormats.find((format) => format.id === id);

/**
 * Assumed, to be confirmed in Excel: what is asked of a format that is gone is answered as an item that is not there.
 *
 * @throws HostError `ItemNotFound`
 */
function formatOf(object: FormatObject): ConditionalFormat {
  const format = find(object);
  if (!format) throw itemNotFound(object.id);
  return format;
}

/**
 * A sheet that is protected without `allowFormatCells` refuses changes of its formats, and so of their parts:
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions#excel-excel-worksheetprotectionoptions-allowformatcells-member
 */
const sheetOfFormat = (object: FormatObject): string | null => find(object)?.sheetId ?? null;

const as = (type: ObjectType) => ({
  since: 6,
  to: ({ state, id }: FormatObject): FormatObject => ({ type, state, id }),
});

/** A property of a format or of a part of it; what it is given is checked before anything changes. */
const property = (
  get: (format: ConditionalFormat) => unknown,
  set: (format: ConditionalFormat, value: unknown) => void,
) => ({
  since: 6,
  get: (object: FormatObject) => get(formatOf(object)),
  set: (object: FormatObject, value: unknown) => {
    const format = formatOf(object);
    set(format, value);
    show(object.state, format.sheetId);
  },
});

const givenColor = (value: unknown) => colorOf(givenText(value)).rgb;

// https://learn.microsoft.com/javascript/api/excel/excel.conditionalrangeformat. Assumed, to be confirmed in Excel: what was never set of a
// font or fill is null.
const fontType: ObjectType = {
  name: "ConditionalRangeFont",
  sheet: sheetOfFormat,
  scalars: {
    Color: property(
      ({ font }) => font.color ?? null,
      ({ font }, color) => (font.color = givenColor(color)),
    ),
    Bold: property(
      ({ font }) => font.bold ?? null,
      ({ font }, bold) => (font.bold = givenFlag(bold)),
    ),
  },
};

const fillType: ObjectType = {
  name: "ConditionalRangeFill",
  sheet: sheetOfFormat,
  scalars: {
    Color: property(
      ({ fill }) => fill.color ?? null,
      ({ fill }, color) => (fill.color = givenColor(color)),
    ),
  },
};

const lookType: ObjectType = {
  name: "ConditionalRangeFormat",
  sheet: sheetOfFormat,
  scalars: {},
  navigations: { Font: as(fontType), Fill: as(fillType) },
};

/**
 * A formula with `=`, or a number. Assumed, to be confirmed in Excel: a formula that cannot be read is InvalidArgument.
 * What Excel makes of a text without `=` no page says; the workbench does not guess.
 */
function givenFormula(value: unknown, mayBeNumber: boolean): string {
  const formula = givenText(value);
  if (formula === "") throw new HostError("InvalidArgument", "The rule has no formula.");
  if (mayBeNumber && /^[-+]?\d+(\.\d+)?$/.test(formula)) return formula;
  if (!formula.startsWith("="))
    throw new HostError("NotImplemented", `The workbench takes a formula with =, not ${formula}.`, 501);
  const read = new LexerTreeBuilder().treeBuilder(formula);
  if ((Object.values(ErrorType) as unknown[]).includes(read))
    throw new HostError("InvalidArgument", `${formula} is no formula.`);
  return formula;
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.conditionalcellvaluerule: a second formula "if required".
 * Assumed, to be confirmed in Excel: where it is required, a rule without one is InvalidArgument.
 */
function givenRule(value: unknown): ConditionalFormat["rule"] {
  if (typeof value !== "object" || value === null)
    throw new HostError("InvalidArgument", `${JSON.stringify(value)} is no rule.`);
  const { formula1, formula2, operator: name } = value as Record<string, unknown>;
  const operator = givenOneOf(name, Object.keys(comparisons) as Comparison[], []);
  const hasSecond = formula2 !== undefined && formula2 !== null;
  return {
    formula1: givenFormula(formula1, true),
    formula2: hasSecond || /Between$/.test(operator) ? givenFormula(formula2, true) : null,
    operator,
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.cellvalueconditionalformat */
const cellValueType: ObjectType = {
  name: "CellValueConditionalFormat",
  sheet: sheetOfFormat,
  scalars: {
    // Office.js gives the object to the add-in as it comes: its names begin with a small letter.
    Rule: property(
      ({ rule: { formula1, formula2, operator } }) => ({ formula1, formula2, operator }),
      (format, rule) => (format.rule = givenRule(rule)),
    ),
  },
  navigations: { Format: as(lookType) },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatrule */
const customRuleType: ObjectType = {
  name: "ConditionalFormatRule",
  sheet: sheetOfFormat,
  scalars: {
    // Assumed, to be confirmed in Excel: an empty text until there is one.
    Formula: property(
      ({ rule }) => rule.formula1 ?? "",
      (format, formula) => (format.rule = { formula1: givenFormula(formula, false) }),
    ),
  },
};

const customType: ObjectType = {
  name: "CustomConditionalFormat",
  sheet: sheetOfFormat,
  scalars: {},
  navigations: { Rule: as(customRuleType), Format: as(lookType) },
};

/** Assumed, to be confirmed in Excel: what belongs to another type of format is InvalidOperation. */
const ofType = (wanted: ConditionalFormat["type"], type: ObjectType) => ({
  since: 6,
  to: (object: FormatObject): FormatObject => {
    const format = formatOf(object);
    if (format.type !== wanted)
      throw new HostError("InvalidOperation", `The conditional format is of the type ${format.type}.`);
    return { type, state: object.state, id: object.id };
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat */
const conditionalFormatType: ObjectType = {
  name: "ConditionalFormat",
  sheet: sheetOfFormat,
  identity: ({ id }: FormatObject) => ({ _Id: id, Id: id }),
  scalars: {
    Id: { since: 6, get: (object: FormatObject) => formatOf(object).id },
    Type: { since: 6, get: (object: FormatObject) => formatOf(object).type },
    // Assumed, to be confirmed in Excel: the collection that it is counted in is that of the sheet, from 0.
    Priority: {
      since: 6,
      get: (object: FormatObject) => {
        const format = formatOf(object);
        const ofSheet = object.state.conditionalFormats.filter(({ sheetId }) => sheetId === format.sheetId);
        return ofSheet.indexOf(format);
      },
    },
  },
  navigations: { CellValue: ofType("CellValue", cellValueType), Custom: ofType("Custom", customType) },
  methods: {
    Delete: {
      since: 6,
      call: (object: FormatObject) => {
        const { state } = object;
        const gone = formatOf(object);
        state.conditionalFormats = state.conditionalFormats.filter((format) => format !== gone);
        show(state, gone.sheetId);
      },
    },
    GetRange: {
      since: 6,
      call: (object: FormatObject) => {
        const { sheetId, block } = formatOf(object);
        return rangeOf(object.state, sheetId, block);
      },
    },
  },
};

interface CollectionObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
  block: Block;
}

/** Those that overlap the range, the first priority first. */
const inRange = ({ state, sheetId, block }: CollectionObject) =>
  state.conditionalFormats.filter(
    (format) => format.sheetId === sheetId && intersection(format.block, block) !== null,
  );

const objectOf = ({ state }: CollectionObject, { id }: ConditionalFormat): FormatObject => ({
  type: conditionalFormatType,
  state,
  id,
});

/** Of https://learn.microsoft.com/javascript/api/excel/excel.conditionalformattype. */
const givenType = (value: unknown) => givenOneOf(value, ["CellValue", "Custom"], otherTypes);
const otherTypes = ["DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText"];

function add(all: CollectionObject, given: unknown): FormatObject {
  const { state, sheetId, block } = all;
  const type = givenType(given);
  const id = `{cf-${(state.lastId += 1)}}`;
  const format: ConditionalFormat = { id, sheetId, block, type, rule: {}, font: {}, fill: {} };
  // A new one has the first priority: excel.conditionalformatcollection, add.
  state.conditionalFormats.unshift(format);
  return objectOf(all, format);
}

/**
 * "Clears all conditional formats active on the current specified range", excel.conditionalformatcollection: a rule for
 * more cells would stay on the others, and a format of the workbench has one block of cells.
 */
function clearAll(all: CollectionObject): void {
  const { state, sheetId, block } = all;
  const gone = inRange(all);
  const isInside = (format: ConditionalFormat) => {
    const { startRow, startColumn, endRow, endColumn } = format.block;
    const isInRows = block.startRow <= startRow && endRow <= block.endRow;
    return isInRows && block.startColumn <= startColumn && endColumn <= block.endColumn;
  };
  if (!gone.every(isInside))
    throw new HostError("NotImplemented", "The workbench does not split a conditional format.", 501);
  state.conditionalFormats = state.conditionalFormats.filter((format) => !gone.includes(format));
  show(state, sheetId);
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection. Of getCount the page says that it
 * counts those of the workbook; assumed, to be confirmed in Excel, that it means those of the collection.
 */
const allType: ObjectType = {
  ...collectionType<FormatObject>(
    "ConditionalFormatCollection",
    { getCount: 6, getItem: 6, getItemAt: 6, getItemOrNullObject: 14 },
    ({ id }) => [id.toLowerCase()],
    { Add: { since: 6, call: add }, ClearAll: { since: 6, call: clearAll } },
  ),
  sheet: ({ sheetId }: CollectionObject) => sheetId,
};

export const conditionalFormatsOf = (state: WorkbookState, sheetId: string, block: Block): HostObject => {
  const all: CollectionObject = { type: allType, state, sheetId, block };
  return { ...all, items: () => inRange(all).map((format) => objectOf(all, format)) } as HostObject;
};
