import { cellsAddress, rangeAddress } from "../../engine/address";
import { HostError, itemNotFound } from "../host-error";
import { nullObject, type HostObject, type ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";
import { isName } from "./name-rules";
import { blockAt } from "./addresses";
import { rangeOf, type RangeObject } from "./range";

/** A defined name of the workbook. */
export interface DefinedName {
  name: string;
  /** With `=`, such as `=Blad1!$A$1:$A$9`; of cells as it was when the name was made: see formulaOf. */
  formula: string;
  /** The cells, when it names cells. */
  cells: Pick<RangeObject, "sheetId" | "block"> | null;
  comment?: string;
}

interface NameObject extends HostObject {
  state: WorkbookState;
  name: string;
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** A name that is looked up each time: it may be deleted, or taken back by the user. */
function found({ state, name }: NameObject): DefinedName {
  const named = state.names.find((one) => sameName(one.name, name));
  if (!named) throw itemNotFound(name);
  return named;
}

const isThere = ({ engine }: WorkbookState, sheetId: string) => engine.sheetIds().includes(sheetId);

/** With the name that the sheet of its cells has now. */
export function formulaOf(state: WorkbookState, { formula, cells }: DefinedName): string {
  if (!cells) return formula;
  // Assumed, to be confirmed in Excel: of a deleted sheet only the cells are left.
  const address = isThere(state, cells.sheetId)
    ? rangeAddress(state.engine.sheetName(cells.sheetId), cells.block)
    : `#REF!${cellsAddress(cells.block)}`;
  const at = address.lastIndexOf("!");
  return `=${address.slice(0, at)}!${address.slice(at + 1).replace(/[A-Z]+|\d+/g, "$$$&")}`;
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.nameditemtype: of "the value returned by the name's formula". Assumed, to be
 * confirmed in Excel: a whole number is an Integer, and a name of the cells of a deleted sheet is an Error.
 */
function typeOf(state: WorkbookState, { formula, cells, name }: DefinedName): string {
  if (cells) return isThere(state, cells.sheetId) ? "Range" : "Error";
  const constant = formula.slice(1).trim();
  if (/^-?\d+$/.test(constant)) return "Integer";
  if (/^-?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?%?$/i.test(constant)) return "Double";
  if (/^"([^"]|"")*"$/.test(constant)) return "String";
  if (/^(TRUE|FALSE)$/i.test(constant)) return "Boolean";
  if (/^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/i.test(constant)) return "Error";
  if (/^\{[^{}]*\}$/.test(constant)) return "Array";
  throw new HostError("NotImplemented", `The workbench does not calculate the name ${name} by itself.`, 501);
}

/**
 * "Throws an error if the named item's type is not a range": excel.nameditem, getRange. Assumed, to be confirmed in Excel: the code, and
 * that a name of the cells of a deleted sheet is none.
 */
function rangeOfName(named: NameObject): RangeObject | null {
  const { state } = named;
  const { cells } = found(named);
  return cells && isThere(state, cells.sheetId) ? rangeOf(state, cells.sheetId, cells.block) : null;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
const nameType: ObjectType = {
  name: "NamedItem",
  identity: ({ name }: NameObject) => ({ _Id: name, Name: name }),
  scalars: {
    Name: { since: 1, get: (named: NameObject) => found(named).name },
    Formula: { since: 7, get: (named: NameObject) => formulaOf(named.state, found(named)) },
    Type: { since: 1, get: (named: NameObject) => typeOf(named.state, found(named)) },
    Comment: {
      since: 4,
      get: (named: NameObject) => found(named).comment ?? "",
      set: (named: NameObject, comment: string) => {
        if (typeof comment !== "string") throw new HostError("InvalidArgument", "A comment is a text.");
        found(named).comment = comment;
      },
    },
    // The workbench has no names of a single sheet.
    Scope: {
      since: 4,
      get: (named: NameObject) => {
        found(named);
        return "Workbook";
      },
    },
  },
  methods: {
    GetRange: {
      since: 1,
      call: (named: NameObject) => {
        const range = rangeOfName(named);
        if (!range) throw new HostError("InvalidReference", `${named.name} names no cells.`);
        return range;
      },
    },
    GetRangeOrNullObject: { since: 4, call: (named: NameObject) => rangeOfName(named) ?? nullObject },
    Delete: {
      since: 4,
      call: (named: NameObject) => {
        const { state } = named;
        const gone = found(named);
        state.names = state.names.filter((one) => one !== gone);
        state.engine.removeName(gone.name);
      },
    },
  },
};

/** Gives the workbook a name for what a formula refers to, such as `=Blad1!$A$1`. */
export function define(state: WorkbookState, name: string, formula: string, comment = ""): DefinedName {
  const named = { name, formula, cells: cellsOf(state, formula), comment };
  state.engine.addName(name, formula.replace(/^=/, ""));
  state.names.push(named);
  return named;
}

/** The cells of a formula that is only a reference, such as `=Blad1!$A$1`. */
function cellsOf({ engine }: WorkbookState, formula: string): DefinedName["cells"] {
  const [, quoted, plain, cells] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(formula) ?? [];
  const sheet = (quoted?.replaceAll("''", "'") ?? plain ?? "").toLowerCase();
  const sheetId = engine.sheetIds().find((id) => engine.sheetName(id).toLowerCase() === sheet);
  return sheetId === undefined ? null : { sheetId, block: blockAt(cells) };
}

/** What a new name refers to; what Excel takes too and is not here, is refused. */
function referenceOf(state: WorkbookState, given: unknown): string {
  if (typeof given !== "string") {
    const { sheetId, block } = given as RangeObject;
    return formulaOf(state, { name: "", formula: "", cells: { sheetId, block } });
  }
  // "Formulas always start with an equal sign": excel.nameditem, formula. Excel takes some other texts all the same, and
  // makes a constant of them: https://github.com/OfficeDev/office-js/issues/1918
  if (!given.startsWith("="))
    throw new HostError("NotImplemented", "The workbench names formulas that begin with = only.", 501);
  if (given.length === 1) throw new HostError("InvalidArgument", "The formula is empty.");
  const isCells = /^=(.*!)?\$?[A-Z]{0,3}\$?\d*(:\$?[A-Z]{0,3}\$?\d*)?$/i.test(given) && /[A-Z]/i.test(given);
  const isFixed = /!(\$[A-Z]{1,3})?(\$\d+)?(:(\$[A-Z]{1,3})?(\$\d+)?)?$/i.test(given);
  if (isCells && !isFixed && !/^=(TRUE|FALSE)$/i.test(given))
    throw new HostError("NotImplemented", "The workbench names cells as Blad1!$A$1, of a fixed place.", 501);
  return given;
}

interface NamesObject extends HostObject {
  state: WorkbookState;
}

/** Assumed, to be confirmed in Excel: a text that is no name, see isName, is an InvalidArgument. */
function add({ state }: NamesObject, name: string, given: unknown, comment?: string | null): NameObject {
  if (typeof name !== "string" || !isName(name))
    throw new HostError("InvalidArgument", `${String(name)} is no valid name.`);
  // "A resource with the same name or identifier already exists": https://github.com/OfficeDev/office-js/issues/2875.
  // Assumed, to be confirmed in Excel: also when it is a table that has the name.
  if (
    state.names.some((one) => sameName(one.name, name)) ||
    state.engine.tables().some((one) => sameName(one.name, name))
  )
    throw new HostError(
      "ItemAlreadyExists",
      `A resource with the same name or identifier already exists: ${name}.`,
      409,
    );
  if (comment !== null && comment !== undefined && typeof comment !== "string")
    throw new HostError("InvalidArgument", "A comment is a text.");
  const reference = referenceOf(state, given);
  try {
    define(state, name, reference, comment ?? "");
  } catch {
    // Univer 0.25.1 does not take every name that Excel takes, such as one with an accent.
    throw new HostError("NotImplemented", `The workbench cannot calculate with the name ${name}.`, 501);
  }
  return { type: nameType, state, name };
}

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection. Capitals do not count:
 * https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1. Assumed, to be confirmed in Excel: names are
 * of the workbook, and can be made when a sheet is protected.
 */
const namesType = collectionType<NameObject>(
  "NamedItemCollection",
  { getCount: 4, getItem: 1, getItemOrNullObject: 4 },
  ({ name }) => [name.toLowerCase()],
  { Add: { since: 4, call: add } },
);

export const namesOf = (state: WorkbookState): HostObject =>
  ({
    type: namesType,
    state,
    items: () => state.names.map(({ name }) => ({ type: nameType, state, name })),
  }) as HostObject;
