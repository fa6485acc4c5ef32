import { intersection, type Block } from "../../engine/address";
import { HostError, itemNotFound } from "../host-error";
import { nullObject, type Method } from "../object-model";
import { wholeSheet } from "./addresses";
import { rangeAt, rangeOf, within, type RangeObject } from "./range";

const move = (change: (block: Block, ...args: number[]) => Partial<Block>, since = 1): Method => ({
  since,
  call: (range: RangeObject, ...args: number[]) =>
    within(range, { ...range.block, ...change(range.block, ...args) }),
});

/** The other range of a method; it may be given by its address or name. Assumed, to be confirmed in Excel: on the same sheet, or it is refused. */
function otherOf({ state, sheetId }: RangeObject, given: RangeObject | string): Block {
  const other = typeof given === "object" && given ? given : rangeAt(state, sheetId, given);
  if (other.sheetId !== sheetId)
    throw new HostError("InvalidArgument", "The ranges are on different sheets.");
  return other.block;
}

/** The cells that both have: https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getintersection-member(1) */
function shared(range: RangeObject, other: RangeObject | string): RangeObject | null {
  const block = intersection(range.block, otherOf(range, other));
  return block && rangeOf(range.state, range.sheetId, block);
}

/**
 * The smallest block with all cells of the range that hold something; with `valuesOnly` a look is nothing:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getusedrange-member(1)
 */
export function used(
  { state, sheetId, block }: RangeObject,
  valuesOnly?: boolean | null,
): RangeObject | null {
  const all = state.engine.usedBlock(sheetId);
  const inside = all && intersection(all, block);
  if (!inside) return null;
  if (!valuesOnly) return rangeOf(state, sheetId, inside);
  let [startRow, startColumn, endRow, endColumn] = [Infinity, Infinity, -1, -1];
  state.engine.values(sheetId, inside).forEach((line, r) =>
    line.forEach((value, c) => {
      if (value === null) return;
      startRow = Math.min(startRow, inside.startRow + r);
      endRow = Math.max(endRow, inside.startRow + r);
      startColumn = Math.min(startColumn, inside.startColumn + c);
      endColumn = Math.max(endColumn, inside.startColumn + c);
    }),
  );
  return endRow < 0 ? null : rangeOf(state, sheetId, { startRow, startColumn, endRow, endColumn });
}

const contains = (block: Block, row: number, column: number) =>
  block.startRow <= row && row <= block.endRow && block.startColumn <= column && column <= block.endColumn;

/** The members about spilling fail for more than one cell: excel.range, getSpillParent. Assumed, to be confirmed in Excel: with this code. */
function oneCell(range: RangeObject): RangeObject {
  const { startRow, startColumn, endRow, endColumn } = range.block;
  if (startRow !== endRow || startColumn !== endColumn)
    throw new HostError("InvalidArgument", "The range has more than one cell.");
  return range;
}

/** What the formula of the one cell spills to: excel.range, getSpillingToRange. */
function spilledFrom(range: RangeObject): RangeObject | null {
  const { state, sheetId, block } = oneCell(range);
  const found = state.engine
    .spills(sheetId)
    .find(({ anchor }) => anchor.row === block.startRow && anchor.column === block.startColumn);
  return found ? rangeOf(state, sheetId, found.block) : null;
}

/** The cell with the formula that spills into the first cell: excel.range, getSpillParent. */
function anchorOf(range: RangeObject): RangeObject | null {
  const { state, sheetId, block } = oneCell(range);
  const found = state.engine
    .spills(sheetId)
    .find((spill) => contains(spill.block, block.startRow, block.startColumn));
  if (!found) return null;
  const { row, column } = found.anchor;
  return rangeOf(state, sheetId, { startRow: row, endRow: row, startColumn: column, endColumn: column });
}

/**
 * A pair of members: one that fails, and one that gives a null object, when there is no such range:
 * https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties
 */
const pair = (
  name: string,
  since: { get: number; orNull: number },
  find: (range: RangeObject, argument: never) => RangeObject | null,
): Record<string, Method> => ({
  [name]: {
    since: since.get,
    call: (range: RangeObject, argument: never) => {
      const found = find(range, argument);
      if (!found) throw itemNotFound(name);
      return found;
    },
  },
  [`${name}OrNullObject`]: {
    since: since.orNull,
    call: (range: RangeObject, argument: never) => find(range, argument) ?? nullObject,
  },
});

/** The members of a range that lead to another: https://learn.microsoft.com/javascript/api/excel/excel.range */
export const navigation: Record<string, Method> = {
  GetOffsetRange: move((block, rows, columns) => ({
    startRow: block.startRow + rows,
    startColumn: block.startColumn + columns,
    endRow: block.endRow + rows,
    endColumn: block.endColumn + columns,
  })),
  GetResizedRange: move(
    (block, rows, columns) => ({ endRow: block.endRow + rows, endColumn: block.endColumn + columns }),
    2,
  ),
  GetAbsoluteResizedRange: move(
    (block, rows, columns) => ({
      endRow: block.startRow + rows - 1,
      endColumn: block.startColumn + columns - 1,
    }),
    7,
  ),
  GetColumn: move((block, column) => ({
    startColumn: block.startColumn + column,
    endColumn: block.startColumn + column,
  })),
  GetRow: move((block, row) => ({ startRow: block.startRow + row, endRow: block.startRow + row })),
  GetCell: move((block, row, column) => ({
    startRow: block.startRow + row,
    startColumn: block.startColumn + column,
    endRow: block.startRow + row,
    endColumn: block.startColumn + column,
  })),
  GetLastCell: move(({ endRow, endColumn }) => ({ startRow: endRow, startColumn: endColumn })),
  GetLastRow: move(({ endRow }) => ({ startRow: endRow })),
  GetLastColumn: move(({ endColumn }) => ({ startColumn: endColumn })),
  GetEntireColumn: move(() => ({ startRow: 0, endRow: wholeSheet.endRow })),
  GetEntireRow: move(() => ({ startColumn: 0, endColumn: wholeSheet.endColumn })),
  GetBoundingRect: {
    since: 1,
    call: (range: RangeObject, other: RangeObject | string) => {
      const block = otherOf(range, other);
      return within(range, {
        startRow: Math.min(range.block.startRow, block.startRow),
        startColumn: Math.min(range.block.startColumn, block.startColumn),
        endRow: Math.max(range.block.endRow, block.endRow),
        endColumn: Math.max(range.block.endColumn, block.endColumn),
      });
    },
  },
  ...pair("GetIntersection", { get: 1, orNull: 4 }, shared),
  ...pair("GetSpillingToRange", { get: 12, orNull: 12 }, spilledFrom),
  ...pair("GetSpillParent", { get: 12, orNull: 12 }, anchorOf),
  ...pair("GetUsedRange", { get: 1, orNull: 4 }, used),
};

/** Whether all cells show a spilled answer; null when only some do: excel.range, hasSpill. */
export function hasSpill({ state, sheetId, block }: RangeObject): boolean | null {
  const sizeOf = (part: Block) => (part.endRow - part.startRow + 1) * (part.endColumn - part.startColumn + 1);
  const parts = state.engine.spills(sheetId).map((spill) => intersection(spill.block, block));
  const spilled = parts.reduce((sum, part) => sum + (part ? sizeOf(part) : 0), 0);
  return spilled === 0 ? false : spilled === sizeOf(block) ? true : null;
}
