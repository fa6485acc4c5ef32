import { intersection, type Block } from "../../engine/address";
import type { Look } from "../../engine/looks";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { cellCount, checkedSize, isUnbounded } from "./addresses";
import { colorOf } from "./color";
import { givenFlag, givenText } from "./given";

/** The look of a block of cells. */
export interface FormatObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
  block: Block;
}

/**
 * Sizes are in points (https://github.com/OfficeDev/office-js/issues/187), of which 40 are 53 pixels:
 * https://github.com/OfficeDev/office-js/issues/3036
 */
const pointsOf = (pixels: number) => pixels * 0.75;
const pixelsOf = (points: number) => points / 0.75;

/**
 * What all cells share; null when they differ:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values#null-property-values-in-the-response
 */
function shared<T>(values: T[]): T | null {
  return values.every((value) => value === values[0]) ? values[0] : null;
}

/** Outside the used cells none has a look of its own. */
function ofLook<T>({ state, sheetId, block }: FormatObject, pick: (look: Look) => T): T | null {
  const used = state.engine.usedBlock(sheetId);
  const inside = used && intersection(used, block);
  const looks = inside ? state.engine.looks(sheetId, inside).flat() : [];
  const isAll = inside !== null && looks.length === cellCount(block);
  return shared([...looks, ...(isAll ? [] : [{}])].map(pick));
}

function dress({ state, sheetId, block }: FormatObject, look: Look): void {
  // Univer keeps a look per cell.
  if (isUnbounded(block))
    throw new HostError("NotImplemented", "The workbench formats no whole columns or rows.", 501);
  state.engine.dress(sheetId, checkedSize(block), look);
}

/** Names of Excel beside the numbers of Univer. */
const horizontal = { General: 0, Left: 1, Center: 2, Right: 3 };
const vertical = { Top: 1, Center: 2, Bottom: 3 };
const wrapped = 3;
const unwrapped = 1;

/** The rest of https://learn.microsoft.com/javascript/api/excel/excel.horizontalalignment and verticalalignment. */
const lacking = ["Fill", "Justify", "CenterAcrossSelection", "Distributed"];

function numberOf(names: Record<string, number>, name: string): number {
  if (Object.hasOwn(names, name)) return names[name];
  if (lacking.includes(name))
    throw new HostError("NotImplemented", `The workbench does not align ${name}.`, 501);
  throw new HostError("InvalidArgument", `${name} is none of ${Object.keys(names).join(", ")}.`);
}

/**
 * https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3: in points. Assumed, to be
 * confirmed in Excel: what is larger is refused, with InvalidArgument, and so is a font of less than 1 or more than 409.
 */
const highestRow = 409;
/** 255 characters of the usual font. */
const widestColumn = 1342.5;
const smallestFont = 1;
const largestFont = 409;

function checked(size: number, least: number, most: number): number {
  if (typeof size === "number" && size >= least && size <= most) return size;
  throw new HostError("InvalidArgument", `${size} is not between ${least} and ${most}.`);
}

const nameOf = (names: Record<string, number>, number: number | null) =>
  number === null ? null : (Object.keys(names).find((name) => names[name] === number) ?? null);

const scalar = <T>(
  get: (object: FormatObject) => T,
  set: (object: FormatObject, value: never) => void,
  since = 1,
) => ({ since, get, set });

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.rangefont. Assumed, to be confirmed in Excel: a new workbook has black Calibri 11.
 */
const fontType: ObjectType = {
  name: "RangeFont",
  sheet: ({ sheetId }: FormatObject) => sheetId,
  scalars: {
    Bold: scalar(
      (font) => ofLook(font, ({ bl }) => Number(bl) === 1),
      (font, on: boolean) => dress(font, { bl: givenFlag(on) ? 1 : 0 }),
    ),
    Italic: scalar(
      (font) => ofLook(font, ({ it }) => Number(it) === 1),
      (font, on: boolean) => dress(font, { it: givenFlag(on) ? 1 : 0 }),
    ),
    Color: scalar(
      (font) => ofLook(font, ({ cl }) => cl?.rgb ?? "#000000"),
      (font, color: string) => dress(font, { cl: colorOf(color) }),
    ),
    Name: scalar(
      (font) => ofLook(font, ({ ff }) => ff ?? "Calibri"),
      (font, name: string) => dress(font, { ff: givenText(name) }),
    ),
    Size: scalar(
      (font) => ofLook(font, ({ fs }) => fs ?? 11),
      (font, size: number) => dress(font, { fs: checked(size, smallestFont, largestFont) }),
    ),
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
const fillType: ObjectType = {
  name: "RangeFill",
  sheet: ({ sheetId }: FormatObject) => sheetId,
  scalars: {
    // Assumed, to be confirmed in Excel: without a fill it is white.
    Color: scalar(
      (fill) => ofLook(fill, ({ bg }) => bg?.rgb ?? "#FFFFFF"),
      (fill, color: string) => dress(fill, { bg: colorOf(color) }),
    ),
  },
  methods: { Clear: { since: 1, call: (fill: FormatObject) => dress(fill, { bg: null }) } },
};

const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.rangeformat: null when widths or heights differ. Assumed, to be confirmed in Excel:
 * a new cell is aligned General and Bottom, and does not wrap.
 */
const formatType: ObjectType = {
  name: "RangeFormat",
  sheet: ({ sheetId }: FormatObject) => sheetId,
  scalars: {
    ColumnWidth: scalar(
      ({ state: { engine }, sheetId, block }) =>
        shared(
          span(block.startColumn, block.endColumn).map((column) =>
            pointsOf(engine.columnWidth(sheetId, column)),
          ),
        ),
      ({ state: { engine }, sheetId, block }, points: number) =>
        engine.setColumnWidths(
          sheetId,
          block.startColumn,
          block.endColumn - block.startColumn + 1,
          pixelsOf(checked(points, 0, widestColumn)),
        ),
      2,
    ),
    RowHeight: scalar(
      ({ state: { engine }, sheetId, block }) =>
        shared(span(block.startRow, block.endRow).map((row) => pointsOf(engine.rowHeight(sheetId, row)))),
      ({ state: { engine }, sheetId, block }, points: number) =>
        engine.setRowHeights(
          sheetId,
          block.startRow,
          block.endRow - block.startRow + 1,
          pixelsOf(checked(points, 0, highestRow)),
        ),
      2,
    ),
    HorizontalAlignment: scalar(
      (format) =>
        nameOf(
          horizontal,
          ofLook(format, ({ ht }) => ht ?? horizontal.General),
        ),
      (format, name: string) => dress(format, { ht: numberOf(horizontal, name) }),
    ),
    VerticalAlignment: scalar(
      (format) =>
        nameOf(
          vertical,
          ofLook(format, ({ vt }) => vt ?? vertical.Bottom),
        ),
      (format, name: string) => dress(format, { vt: numberOf(vertical, name) }),
    ),
    WrapText: scalar(
      (format) => ofLook(format, ({ tb }) => Number(tb) === wrapped),
      (format, on: boolean) => dress(format, { tb: givenFlag(on) ? wrapped : unwrapped }),
    ),
  },
  navigations: {
    Font: { since: 1, to: (format: FormatObject) => ({ ...format, type: fontType }) },
    Fill: { since: 1, to: (format: FormatObject) => ({ ...format, type: fillType }) },
  },
};

export const formatOf = (state: WorkbookState, sheetId: string, block: Block): FormatObject => ({
  type: formatType,
  state,
  sheetId,
  block,
});
