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

/**
 * The address of cells as Excel writes it, `Blad1!A1:B2` or `'Mijn blad'!A1`.
 *
 * @example
 * rangeAddress("Mijn blad", { startRow: 0, startColumn: 0, endRow: 1, endColumn: 1 }) // => "'Mijn blad'!A1:B2"
 */
export function rangeAddress(sheet: string, { startRow, startColumn, endRow, endColumn }: Block): string {
  const first = `${columnLetters(startColumn)}${startRow + 1}`;
  const last = `${columnLetters(endColumn)}${endRow + 1}`;
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${first === last ? first : `${first}:${last}`}`;
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
