import { numfmt } from "@univerjs/core";
import { intersection, rangeAddress, type Block } from "../../engine/address";
import { isError, type CellInput, type CellValue } from "../../engine/cell-value";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { conditionalFormatsOf } from "./conditional-format";
import { validationOf } from "./data-validation";
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

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member: an error is its text, a blank is "". */
const shownValue = (value: CellValue) => (value === null ? "" : isError(value) ? value.error : value);

/** https://learn.microsoft.com/javascript/api/excel/excel.rangevaluetype */
export function valueTypeOf(value: CellValue): string {
  if (value === null) return "Empty";
  if (isError(value)) return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[
    typeof value as "number" | "string" | "boolean"
  ];
}

const valuesOf = ({ state: { engine }, sheetId, block }: RangeObject) => engine.values(sheetId, block);

/**
 * Writes a matrix of the size of the range, or one value to all its cells. In a matrix, null leaves a cell as it was:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
 */
function write({ state: { engine }, sheetId, block }: RangeObject, given: CellInput[][] | CellInput): void {
  const [height, width] = [heightOf(block), widthOf(block)];
  const cells = Array.isArray(given)
    ? given
    : Array.from({ length: height }, () => Array.from({ length: width }, () => given));
  if (cells.length !== height || cells.some((row) => row.length !== width)) {
    throw new HostError(
      "InvalidArgument",
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range: ${cells.length} x ${cells[0].length} for ${height} x ${width}.`,
    );
  }
  engine.write(sheetId, block.startRow, block.startColumn, cells);
}

/**
 * One format for all cells, or one per cell; null leaves a cell as it was:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-numberformat-member
 */
function setNumberFormat(
  { state: { engine }, sheetId, block }: RangeObject,
  given: (string | null)[][] | string,
): void {
  if (typeof given === "string") {
    engine.dress(sheetId, block, { n: { pattern: given } });
    return;
  }
  if (given.length !== heightOf(block) || given.some((row) => row.length !== widthOf(block)))
    throw new HostError("InvalidArgument", "The number formats are of another size than the range.");
  given.forEach((row, r) =>
    row.forEach((pattern, c) => {
      if (pattern === null) return;
      const [startRow, startColumn] = [block.startRow + r, block.startColumn + c];
      const cell = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
      engine.dress(sheetId, cell, { n: { pattern } });
    }),
  );
}

/** As the cell shows it, in Dutch: https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-text-member */
function textOf(range: RangeObject): string[][] {
  const patterns = range.state.engine.looks(range.sheetId, range.block);
  return valuesOf(range).map((row, r) =>
    row.map((value, c) => {
      if (value === null) return "";
      if (isError(value)) return value.error;
      if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
      return numfmt.format(patterns[r][c].n?.pattern ?? "General", value, { locale: "nl-NL" });
    }),
  );
}

/** https://learn.microsoft.com/javascript/api/excel/excel.clearapplyto */
const cleared = { All: "all", Contents: "contents", Formats: "formats" } as const;

function clear({ state, sheetId, block }: RangeObject, what: string | null = "All"): void {
  const part = cleared[(what ?? "All") as keyof typeof cleared] as "all" | undefined;
  if (!part) throw new HostError("NotImplemented", `The workbench does not clear ${what}.`, 501);
  const used = state.engine.usedBlock(sheetId);
  const inside = used && intersection(used, block);
  if (inside) state.engine.clear(sheetId, inside, part);
}

const isWithin = (block: Block) =>
  block.startRow >= 0 && block.startColumn >= 0 && block.endRow < 1_048_576 && block.endColumn < 16_384;

export function within({ state, sheetId }: RangeObject, block: Block): RangeObject {
  if (!isWithin(block)) throw new HostError("InvalidArgument", "The range lies outside the sheet.");
  return rangeOf(state, sheetId, block);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
export const rangeType: ObjectType = {
  name: "Range",
  sheet: ({ sheetId }: RangeObject) => sheetId,
  scalars: {
    Address: {
      since: 1,
      get: ({ state: { engine }, sheetId, block }: RangeObject) =>
        rangeAddress(engine.sheetName(sheetId), block),
    },
    CellCount: { since: 1, get: ({ block }: RangeObject) => heightOf(block) * widthOf(block) },
    ColumnCount: { since: 1, get: ({ block }: RangeObject) => widthOf(block) },
    ColumnIndex: { since: 1, get: ({ block }: RangeObject) => block.startColumn },
    RowCount: { since: 1, get: ({ block }: RangeObject) => heightOf(block) },
    RowIndex: { since: 1, get: ({ block }: RangeObject) => block.startRow },
    Values: {
      since: 1,
      get: (range: RangeObject) => valuesOf(range).map((row) => row.map(shownValue)),
      set: write,
    },
    NumberFormat: {
      since: 1,
      get: ({ state: { engine }, sheetId, block }: RangeObject) =>
        engine.looks(sheetId, block).map((row) => row.map(({ n }) => n?.pattern ?? "General")),
      set: setNumberFormat,
    },
    Text: { since: 1, get: textOf },
    HasSpill: { since: 12, get: hasSpill },
    ValueTypes: {
      since: 1,
      get: (range: RangeObject) => valuesOf(range).map((row) => row.map(valueTypeOf)),
    },
    Formulas: {
      since: 1,
      get: (range: RangeObject) => {
        const formulas = range.state.engine.formulas(range.sheetId, range.block);
        return valuesOf(range).map((row, r) => row.map((value, c) => formulas[r][c] || shownValue(value)));
      },
      set: write,
    },
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

/** The range of an address, with or without the name of its sheet; without, it is on the given one or the active one. */
export function rangeAt(state: WorkbookState, sheetId: string | null, address: string): RangeObject {
  const { engine } = state;
  const [, quoted, plain, cells] = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address) ?? [];
  const name = (quoted as string | undefined)?.replaceAll("''", "'") ?? plain;
  const named = engine.sheetIds().find((id) => engine.sheetName(id).toLowerCase() === name?.toLowerCase());
  if (!cells || (name !== undefined && named === undefined))
    throw new HostError("InvalidArgument", `The address ${address} is not valid.`);
  return rangeOf(state, named ?? sheetId ?? engine.activeSheet(), blockAt(cells));
}

/** The block of an address such as `B2`, `A1:C3`, `A:B` or `2:3`, without a sheet. */
export function blockAt(address: string): Block {
  const [first, last = first] = address.replaceAll("$", "").toUpperCase().split(":");
  const start = /^([A-Z]{0,3})(\d*)$/.exec(first);
  const end = /^([A-Z]{0,3})(\d*)$/.exec(last);
  if (!start || !end || first === "" || last === "") {
    throw new HostError("InvalidArgument", `The address ${address} is not valid.`);
  }
  const column = (letters: string, whenNone: number) =>
    letters === ""
      ? whenNone
      : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = (digits: string, whenNone: number) => (digits === "" ? whenNone : Number(digits) - 1);
  const block = {
    startRow: row(start[2], 0),
    startColumn: column(start[1], 0),
    endRow: row(end[2], 1_048_575),
    endColumn: column(end[1], 16_383),
  };
  if (!isWithin(block)) throw new HostError("InvalidArgument", `The address ${address} is not valid.`);
  return block;
}
