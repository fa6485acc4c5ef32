import { intersection, rangeAddress, type Block } from "../../engine/address";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { blockOfAddress, cellCount, onSheet } from "./addresses";
import { conditionalFormatsOf } from "./conditional-format";
import { validationOf } from "./data-validation";
import {
  formulasOf,
  numberFormatsOf,
  setNumberFormat,
  textOf,
  valuesOf,
  valueTypesOf,
  write,
} from "./range-content";
import { givenOneOf, givenText } from "./given";
import { formatOf } from "./range-format";
import { hasSpill, navigation } from "./range-navigation";
import { worksheetOf } from "./worksheet";

export interface RangeObject extends HostObject {
  state: WorkbookState;
  /** The id of the sheet: a range stays where it is when its sheet gets another name. */
  sheetId: string;
  block: Block;
}

export const rangeOf = (state: WorkbookState, sheetId: string, block: Block): RangeObject => ({
  type: rangeType,
  state,
  sheetId,
  block,
});

const heightOf = ({ startRow, endRow }: Block) => endRow - startRow + 1;
const widthOf = ({ startColumn, endColumn }: Block) => endColumn - startColumn + 1;

/** https://learn.microsoft.com/javascript/api/excel/excel.clearapplyto. Assumed, to be confirmed in Excel: of All, rules, validation and comments stay. */
const cleared = { All: "all", Contents: "contents", Formats: "formats" } as const;

function clear({ state, sheetId, block }: RangeObject, what: string | null = "All"): void {
  const name = givenOneOf(
    what ?? "All",
    ["All", "Contents", "Formats"],
    ["Hyperlinks", "RemoveHyperlinks", "ResetContents"],
  );
  const used = state.engine.usedBlock(sheetId);
  const inside = used && intersection(used, block);
  if (inside) state.engine.clear(sheetId, inside, cleared[name]);
}

export const within = ({ state, sheetId }: RangeObject, block: Block): RangeObject =>
  rangeOf(state, sheetId, onSheet(block));

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
export const rangeType: ObjectType = {
  name: "Range",
  sheet: ({ sheetId }: RangeObject) => sheetId,
  scalars: {
    // With its sheet; of whole columns as getEntireColumn there says, "B:E". Assumed, to be confirmed in Excel: apostrophes where needed.
    Address: {
      since: 1,
      get: ({ state: { engine }, sheetId, block }: RangeObject) =>
        rangeAddress(engine.sheetName(sheetId), block),
    },
    // "-1 if the cell count exceeds 2^31-1": excel.range, cellCount.
    CellCount: {
      since: 1,
      get: ({ block }: RangeObject) => {
        const count = cellCount(block);
        return count > 2 ** 31 - 1 ? -1 : count;
      },
    },
    ColumnCount: { since: 1, get: ({ block }: RangeObject) => widthOf(block) },
    ColumnIndex: { since: 1, get: ({ block }: RangeObject) => block.startColumn },
    RowCount: { since: 1, get: ({ block }: RangeObject) => heightOf(block) },
    RowIndex: { since: 1, get: ({ block }: RangeObject) => block.startRow },
    Values: { since: 1, get: valuesOf, set: write },
    Formulas: { since: 1, get: formulasOf, set: write },
    NumberFormat: { since: 1, get: numberFormatsOf, set: setNumberFormat },
    Text: { since: 1, get: textOf },
    HasSpill: { since: 12, get: hasSpill },
    ValueTypes: { since: 1, get: valueTypesOf },
  },
  navigations: {
    Format: {
      since: 1,
      to: ({ state, sheetId, block }: RangeObject) => formatOf(state, sheetId, block),
    },
    Worksheet: {
      since: 1,
      to: ({ state, sheetId }: RangeObject) => worksheetOf(state, sheetId),
    },
    DataValidation: {
      since: 8,
      to: ({ state, sheetId, block }: RangeObject) => validationOf(state, sheetId, block),
    },
    ConditionalFormats: {
      since: 6,
      to: ({ state, sheetId, block }: RangeObject) => conditionalFormatsOf(state, sheetId, block),
    },
  },
  methods: {
    ...navigation,
    Select: {
      since: 1,
      call: ({ state, sheetId, block }: RangeObject) => state.engine.select(sheetId, block),
    },
    Clear: { since: 1, call: clear },
    // With more than 1500 cells the client asks this first, and then sets row by row.
    _ValidateArraySize: {
      since: 1,
      call: ({ block }: RangeObject, rows: number, columns: number) => {
        if (rows === heightOf(block) && columns === widthOf(block)) return null;
        throw new HostError(
          "InvalidArgument",
          `The array is ${rows} x ${columns} for ${heightOf(block)} x ${widthOf(block)}.`,
        );
      },
    },
  },
};

/**
 * The range of an address or a name. Without the name of a sheet an address is on the given sheet, or on the active one:
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getrange-member(1) and
 * https://learn.microsoft.com/javascript/api/excel/excel.tablecollection#excel-excel-tablecollection-add-member(1)
 */
export function rangeAt(state: WorkbookState, sheetId: string | null, address: string): RangeObject {
  const { engine } = state;
  givenText(address);
  const [, quoted, plain, cells] = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address) ?? [];
  const name = (quoted as string | undefined)?.replaceAll("''", "'") ?? plain;
  const named = engine.sheetIds().find((id) => engine.sheetName(id).toLowerCase() === name?.toLowerCase());
  const block = cells ? blockOfAddress(cells) : null;
  if (block && (name === undefined || named !== undefined))
    return rangeOf(state, named ?? sheetId ?? engine.activeSheet(), onSheet(block));
  const found = name === undefined ? cellsNamed(state, address) : null;
  if (!found) throw new HostError("InvalidArgument", `The address ${address} is not valid.`);
  return rangeOf(state, found.sheetId, found.block);
}

/** The cells of a defined name or a table. Assumed, to be confirmed in Excel: of a table with its heads. */
function cellsNamed({ engine, names }: WorkbookState, name: string) {
  const isIt = (one: { name: string }) => one.name.toLowerCase() === name.toLowerCase();
  const table = engine.tables().find(isIt);
  return table ? { sheetId: table.sheet, block: table.block } : (names.find(isIt)?.cells ?? null);
}
