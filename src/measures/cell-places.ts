/** Where a range stands on its sheet, as far as the call tells; rows and columns from 0. */
export interface RangeAddress {
  sheet: string;
  row: number;
  column: number;
}

const cellReference = /^\$?([A-Z]{1,3})?\$?(\d+)?$/i;

/**
 * Where a range begins, by its address as Excel gives it: Blad1!B4:B20, 'Mijn blad'!$A:$A, [Boek1.xlsx]Blad1!2:2.
 *
 * @example
 * rangeAddress("'Mijn blad'!$B$4:$B$20") // => {"sheet":"Mijn blad","row":3,"column":1}
 */
export function rangeAddress(address: string | undefined): RangeAddress | null {
  const [, sheet, cells] = /^(.*)!([^!]+)$/.exec(address ?? "") ?? [];
  if (sheet === undefined) return null;
  const first = cellReference.exec(cells.split(":")[0]);
  if (first === null) return null;
  const [, letters = "A", digits = "1"] = first;
  const isQuoted = sheet.startsWith("'");
  return {
    sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    row: Number(digits) - 1,
    column:
      [...letters.toUpperCase()].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  };
}

/**
 * The letters of a column.
 *
 * @example
 * columnLetters(27) // => "AB"
 */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}

/** Where a cell of an argument stands, by its row and column in the range, from 0. */
export type PlaceOf = (row: number, column: number) => string;

/**
 * "rij 3, kolom 2 van donoren": where a cell stands in its range, for a range of which the address is not known.
 *
 * @example
 * placeInRange("cijfers", { rows: 5, columns: 1 })(2, 0) // => "rij 3 van cijfers"
 */
export function placeInRange(name: string, size: { rows: number; columns: number }): PlaceOf {
  return (row, column) => {
    if (size.rows === 1 && size.columns === 1) return name;
    if (size.columns === 1) return `rij ${row + 1} van ${name}`;
    if (size.rows === 1) return `kolom ${column + 1} van ${name}`;
    return `rij ${row + 1}, kolom ${column + 1} van ${name}`;
  };
}

/**
 * "cel B4": where a cell stands on its sheet.
 *
 * @param withSheet whether to name the sheet: when the ranges of a call stand on more than one
 * @example
 * placeOnSheet({ sheet: "Blad1", row: 3, column: 1 }, false)(2, 0) // => "cel B6"
 * placeOnSheet({ sheet: "Mijn blad", row: 3, column: 1 }, true)(0, 0) // => "cel 'Mijn blad'!B4"
 */
export function placeOnSheet({ sheet, row, column }: RangeAddress, withSheet: boolean): PlaceOf {
  const isPlain = /^[\p{L}_][\p{L}\d_.]*$/u.test(sheet);
  const prefix = withSheet ? `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!` : "";
  return (r, c) => `cel ${prefix}${columnLetters(column + c)}${row + r + 1}`;
}
