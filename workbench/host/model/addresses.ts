import { lastColumn, lastRow, type Block } from "../../engine/address";
import { HostError } from "../host-error";

export const wholeSheet: Block = { startRow: 0, startColumn: 0, endRow: lastRow, endColumn: lastColumn };

/** Whole columns or rows: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded */
export const isUnbounded = ({ startRow, endRow, startColumn, endColumn }: Block): boolean =>
  (startRow === 0 && endRow === lastRow) || (startColumn === 0 && endColumn === lastColumn);

export const cellCount = ({ startRow, endRow, startColumn, endColumn }: Block): number =>
  (endRow - startRow + 1) * (endColumn - startColumn + 1);

/**
 * "A range is limited to 5,000,000 cells for read operations":
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins
 */
const mostCells = 5_000_000;

/**
 * The block, unless it has more cells than Excel handles at once: application-specific-api-error-handling,
 * RangeExceedsLimit. Assumed, to be confirmed in Excel: for reading too, where it may give null.
 */
export function checkedSize(block: Block): Block {
  if (cellCount(block) <= mostCells) return block;
  throw new HostError("RangeExceedsLimit", `A range has ${mostCells} cells at most.`);
}

const isCount = (number: number) => Number.isInteger(number) && number >= 0;

/**
 * The block, if it has a cell and lies on the sheet: "If the resulting range is forced outside the bounds of the worksheet grid, an
 * error will be thrown" (https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getoffsetrange-member(1)).
 * Assumed, to be confirmed in Excel: with this code, and so for every way to a range.
 *
 * @throws HostError `InvalidArgument`
 */
export function onSheet(block: Block): Block {
  const { startRow, startColumn, endRow, endColumn } = block;
  const isThere =
    [startRow, startColumn, endRow, endColumn].every(isCount) &&
    startRow <= endRow &&
    startColumn <= endColumn &&
    endRow <= lastRow &&
    endColumn <= lastColumn;
  if (!isThere) throw new HostError("InvalidArgument", "The range lies outside the sheet.");
  return block;
}

const cells = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/;
const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/;
const rows = /^([1-9]\d{0,6}):([1-9]\d{0,6})$/;

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const ordered = (one: number, other: number) => [Math.min(one, other), Math.max(one, other)];

/** Null when the text is no address: `B2`, `A1:C3`, `A:B` or `2:3`, from any corner, without a sheet. */
export function blockOfAddress(address: string): Block | null {
  const text = address.toUpperCase().replace(/\$(?=[A-Z1-9])/g, "");
  const ofCells = cells.exec(text);
  const ofColumns = columns.exec(text);
  const ofRows = rows.exec(text);
  if (ofCells) {
    const [, column, row, lastColumn = column, lastRow = row] = [...ofCells];
    const [startRow, endRow] = ordered(Number(row) - 1, Number(lastRow) - 1);
    const [startColumn, endColumn] = ordered(columnOf(column), columnOf(lastColumn));
    return { startRow, startColumn, endRow, endColumn };
  }
  if (ofColumns) {
    const [startColumn, endColumn] = ordered(columnOf(ofColumns[1]), columnOf(ofColumns[2]));
    return { ...wholeSheet, startColumn, endColumn };
  }
  if (!ofRows) return null;
  const [startRow, endRow] = ordered(Number(ofRows[1]) - 1, Number(ofRows[2]) - 1);
  return { ...wholeSheet, startRow, endRow };
}

/**
 * The block of an address; what is none is an InvalidArgument: https://github.com/OfficeDev/office-js/issues/1561
 *
 * @throws HostError `InvalidArgument`
 */
export function blockAt(address: string): Block {
  const block = blockOfAddress(address);
  if (!block) throw new HostError("InvalidArgument", `The address ${address} is not valid.`);
  return onSheet(block);
}
