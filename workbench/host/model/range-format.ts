import type { Block } from "../../engine/address";
import type { Look } from "../../engine/looks";
import { HostError } from "../host-error";
import type { HostObject, ObjectType } from "../object-model";
import type { WorkbookState } from "../workbook-state";

/** The look of a block of cells. */
export interface FormatObject extends HostObject {
  state: WorkbookState;
  sheetId: string;
  block: Block;
}

/** A screen has 96 pixels to an inch, and an inch 72 points. */
const pointsOf = (pixels: number) => pixels * 0.75;
const pixelsOf = (points: number) => points / 0.75;

/**
 * What all cells share; null when they differ:
 * https://learn.microsoft.com/javascript/api/excel/excel.rangeformat
 */
function shared<T>(values: T[]): T | null {
  return values.every((value) => value === values[0]) ? values[0] : null;
}

const ofLook = <T>({ state, sheetId, block }: FormatObject, pick: (look: Look) => T): T | null =>
  shared(state.engine.looks(sheetId, block).flat().map(pick));

const dress = ({ state, sheetId, block }: FormatObject, look: Look) =>
  state.engine.dress(sheetId, block, look);

/** Names of Excel beside the numbers of Univer. */
const horizontal = { General: 0, Left: 1, Center: 2, Right: 3 };
const vertical = { Top: 1, Center: 2, Bottom: 3 };
const wrapped = 3;
const unwrapped = 1;

function numberOf(names: Record<string, number>, name: string): number {
  if (Object.hasOwn(names, name)) return names[name];
  throw new HostError("InvalidArgument", `${name} is none of ${Object.keys(names).join(", ")}.`);
}

const nameOf = (names: Record<string, number>, number: number | null) =>
  number === null ? null : (Object.keys(names).find((name) => names[name] === number) ?? null);

/** `#RRGGBB`, or a name of HTML: https://learn.microsoft.com/javascript/api/excel/excel.rangefill#excel-excel-rangefill-color-member */
function colorOf(given: string): { rgb: string } {
  if (/^#[0-9a-f]{6}$/i.test(given)) return { rgb: given.toUpperCase() };
  if (/^[a-z]+$/i.test(given)) return { rgb: given };
  throw new HostError("InvalidArgument", `${given} is not a color.`);
}

const scalar = <T>(get: (object: FormatObject) => T, set: (object: FormatObject, value: never) => void) => ({
  since: 1,
  get,
  set,
});

const fontType: ObjectType = {
  name: "RangeFont",
  sheet: ({ sheetId }: FormatObject) => sheetId,
  scalars: {
    Bold: scalar(
      (font) => ofLook(font, ({ bl }) => Number(bl) === 1),
      (font, on: boolean) => dress(font, { bl: on ? 1 : 0 }),
    ),
    Italic: scalar(
      (font) => ofLook(font, ({ it }) => Number(it) === 1),
      (font, on: boolean) => dress(font, { it: on ? 1 : 0 }),
    ),
    Color: scalar(
      (font) => ofLook(font, ({ cl }) => cl?.rgb ?? "#000000"),
      (font, color: string) => dress(font, { cl: colorOf(color) }),
    ),
    Name: scalar(
      (font) => ofLook(font, ({ ff }) => ff ?? "Calibri"),
      (font, name: string) => dress(font, { ff: name }),
    ),
    Size: scalar(
      (font) => ofLook(font, ({ fs }) => fs ?? 11),
      (font, size: number) => dress(font, { fs: size }),
    ),
  },
};

const fillType: ObjectType = {
  name: "RangeFill",
  sheet: ({ sheetId }: FormatObject) => sheetId,
  scalars: {
    // Without a fill it is white, as Excel says: excel.rangefill.
    Color: scalar(
      (fill) => ofLook(fill, ({ bg }) => bg?.rgb ?? "#FFFFFF"),
      (fill, color: string) => dress(fill, { bg: colorOf(color) }),
    ),
  },
  methods: { Clear: { since: 1, call: (fill: FormatObject) => dress(fill, { bg: null }) } },
};

const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
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
          pixelsOf(points),
        ),
    ),
    RowHeight: scalar(
      ({ state: { engine }, sheetId, block }) =>
        shared(span(block.startRow, block.endRow).map((row) => pointsOf(engine.rowHeight(sheetId, row)))),
      ({ state: { engine }, sheetId, block }, points: number) =>
        engine.setRowHeights(sheetId, block.startRow, block.endRow - block.startRow + 1, pixelsOf(points)),
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
      (format, on: boolean) => dress(format, { tb: on ? wrapped : unwrapped }),
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
