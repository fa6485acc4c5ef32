import { rangeAddress } from "../../engine/address";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { collectionType } from "./collection";
import { blockAt } from "./addresses";
import { rangeOf, type RangeObject } from "./range";

/** A defined name of the workbook. */
export interface DefinedName {
  name: string;
  /** With `=`, such as `=Blad1!$A$1:$A$9`. */
  formula: string;
  /** The cells, when it names cells. */
  cells: Pick<RangeObject, "sheetId" | "block"> | null;
}

interface NameObject extends HostObject {
  state: WorkbookState;
  named: DefinedName;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditem */
const nameType: ObjectType = {
  name: "NamedItem",
  identity: ({ named: { name } }: NameObject) => ({ _Id: name, Name: name }),
  scalars: {
    Name: { since: 1, get: ({ named }: NameObject) => named.name },
    Formula: { since: 7, get: ({ named }: NameObject) => named.formula },
    Type: { since: 1, get: ({ named }: NameObject) => (named.cells ? "Range" : "String") },
  },
  methods: {
    GetRange: {
      since: 1,
      call: ({ state, named: { cells, name } }: NameObject) => {
        if (!cells) throw new HostError("InvalidReference", `${name} names no cells.`);
        return rangeOf(state, cells.sheetId, cells.block);
      },
    },
    Delete: {
      since: 4,
      call: ({ state, named }: NameObject) => {
        state.names = state.names.filter((one) => one !== named);
        state.engine.removeName(named.name);
      },
    },
  },
};

/** https://support.microsoft.com/office/names-in-formulas: letters, digits, points, underscores; no address of a cell. */
const isName = (name: string) =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^([A-Z]{1,3}[0-9]+|[CR])$/i.test(name);

interface NamesObject extends HostObject {
  state: WorkbookState;
}

const dollars = (address: string) =>
  address.replace(/([A-Z]+)(\d+)(?=$|:)/g, (_, letters: string, digits: string) => `$${letters}$${digits}`);

/** Gives the workbook a name for what a formula refers to, such as `=Blad1!$A$1`. */
export function define(state: WorkbookState, name: string, formula: string): DefinedName {
  const named = { name, formula, cells: cellsOf(state, formula) };
  state.names.push(named);
  state.engine.addName(name, formula.slice(1));
  return named;
}

/** The cells of a formula that is only a reference, such as `=Blad1!$A$1`. */
function cellsOf({ engine }: WorkbookState, formula: string): DefinedName["cells"] {
  const [, quoted, plain, cells] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(formula) ?? [];
  const sheet = (quoted?.replaceAll("''", "'") ?? plain ?? "").toLowerCase();
  const sheetId = engine.sheetIds().find((id) => engine.sheetName(id).toLowerCase() === sheet);
  return sheetId === undefined ? null : { sheetId, block: blockAt(cells) };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemcollection */
const namesType = collectionType<NameObject>(
  "NamedItemCollection",
  { getCount: 4, getItem: 1, getItemOrNullObject: 4 },
  ({ named }) => [named.name.toLowerCase()],
  {
    Add: {
      since: 4,
      call: ({ state }: NamesObject, name: string, given: RangeObject | string): NameObject => {
        const isTaken = (other: string) => other.toLowerCase() === name.toLowerCase();
        if (!isName(name)) throw new HostError("InvalidArgument", `${name} is no valid name.`);
        if (
          state.names.some((one) => isTaken(one.name)) ||
          state.engine.tables().some((one) => isTaken(one.name))
        )
          throw new HostError("ItemAlreadyExists", `The name ${name} exists already.`, 409);
        const formula =
          typeof given === "string"
            ? given
            : `=${dollarsAfterSheet(rangeAddress(state.engine.sheetName(given.sheetId), given.block))}`;
        return { type: nameType, state, named: define(state, name, formula) };
      },
    },
  },
);

function dollarsAfterSheet(address: string): string {
  const at = address.lastIndexOf("!") + 1;
  return address.slice(0, at) + dollars(address.slice(at));
}

export const namesOf = (state: WorkbookState): HostObject =>
  ({
    type: namesType,
    state,
    items: () => state.names.map((named) => ({ type: nameType, state, named })),
  }) as HostObject;
