import { deserializeRangeWithSheet } from "@univerjs/engine-formula";
import type { Block } from "../engine/address";

/** Cells somewhere in the workbook. */
export interface Place {
  sheet: string;
  block: Block;
}

export interface Workbook {
  /** The sheet that is shown. */
  active: string;
  sheets: { id: string; name: string }[];
  /** Tables and defined names. */
  named: { name: string; place: Place }[];
}

/** The edges of a sheet: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const lastRow = 1_048_575;
const lastColumn = 16_383;

const address =
  /^(?:(?<sheet>'(?:[^']|'')+'|[^'!]+)!)?\$?[a-z]{1,3}\$?\d{1,7}(?::\$?[a-z]{1,3}\$?\d{1,7})?$/i;

/**
 * The cells that someone means by what is typed in the name box: an address, with or without a sheet, a table or a
 * defined name; null when there are none.
 *
 * @example
 * placeOf("b2", { active: "1", sheets: [], named: [] })?.block // => { "startRow": 1, "startColumn": 1, "endRow": 1, "endColumn": 1 }
 * placeOf("Blad9!A1", { active: "1", sheets: [], named: [] }) // => null
 */
export function placeOf(typed: string, { active, sheets, named }: Workbook): Place | null {
  const text = typed.trim();
  const isCalled = (name: string) => (one: { name: string }) => one.name.toLowerCase() === name.toLowerCase();
  const found = named.find(isCalled(text));
  if (found) return found.place;
  if (!address.test(text)) return null;
  const { sheetName, range } = deserializeRangeWithSheet(text.toUpperCase());
  const sheet = sheetName === "" ? active : sheets.find(isCalled(sheetName))?.id;
  const [startRow, endRow] = [range.startRow, range.endRow].sort((a, b) => a - b);
  const [startColumn, endColumn] = [range.startColumn, range.endColumn].sort((a, b) => a - b);
  if (sheet === undefined || startRow < 0 || endRow > lastRow || endColumn > lastColumn) return null;
  return { sheet, block: { startRow, startColumn, endRow, endColumn } };
}
