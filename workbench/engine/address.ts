/** A block of cells, counted from 0, both ends included. */
export interface Block {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

/**
 * The letters of a column, counted from 0.
 *
 * @example
 * columnLetters(27) // => "AB"
 */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3, from 0. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/**
 * The address of cells as Excel writes it, `Blad1!A1:B2` or `'Mijn blad'!A1`; of whole columns `Blad1!A:B`.
 *
 * @example
 * rangeAddress("Mijn blad", { startRow: 0, startColumn: 0, endRow: 1, endColumn: 1 }) // => "'Mijn blad'!A1:B2"
 * rangeAddress("Q1", { startRow: 0, startColumn: 1, endRow: 1048575, endColumn: 1 }) // => "'Q1'!B:B"
 */
export function rangeAddress(sheet: string, block: Block): string {
  // A name that could be an address stands between apostrophes too.
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(sheet);
  return `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cellsAddress(block)}`;
}

/**
 * The address of cells without their sheet.
 *
 * @example
 * cellsAddress({ startRow: 1, startColumn: 0, endRow: 2, endColumn: 16383 }) // => "2:3"
 */
export function cellsAddress({ startRow, startColumn, endRow, endColumn }: Block): string {
  if (startColumn === 0 && endColumn === lastColumn) return `${startRow + 1}:${endRow + 1}`;
  const [from, to] = [columnLetters(startColumn), columnLetters(endColumn)];
  if (startRow === 0 && endRow === lastRow) return `${from}:${to}`;
  const [first, last] = [`${from}${startRow + 1}`, `${to}${endRow + 1}`];
  return first === last ? first : `${first}:${last}`;
}

/**
 * The cells that two blocks share; null when there are none.
 *
 * @example
 * intersection({ startRow: 0, startColumn: 0, endRow: 4, endColumn: 1 }, { startRow: 2, startColumn: 1, endRow: 9, endColumn: 3 }) // => { "startRow": 2, "startColumn": 1, "endRow": 4, "endColumn": 1 }
 */
export function intersection(a: Block, b: Block): Block | null {
  const shared = {
    startRow: Math.max(a.startRow, b.startRow),
    startColumn: Math.max(a.startColumn, b.startColumn),
    endRow: Math.min(a.endRow, b.endRow),
    endColumn: Math.min(a.endColumn, b.endColumn),
  };
  return shared.startRow > shared.endRow || shared.startColumn > shared.endColumn ? null : shared;
}
