import { lastColumn, lastRow, type Block } from "../engine/address";
import { blockOfAddress } from "../host/model/addresses";

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

const withSheet = /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))!(?<address>.+)$/;

/**
 * The cells that someone means by what is typed in the name box: an address, with or without a sheet, a table or a
 * defined name; null when there are none.
 *
 * @example
 * placeOf("b2", { active: "1", sheets: [], named: [] })?.block // => { "startRow": 1, "startColumn": 1, "endRow": 1, "endColumn": 1 }
 * placeOf("2:2", { active: "1", sheets: [], named: [] })?.block // => { "startRow": 1, "startColumn": 0, "endRow": 1, "endColumn": 16383 }
 * placeOf("Blad9!A1", { active: "1", sheets: [], named: [] }) // => null
 */
export function placeOf(typed: string, { active, sheets, named }: Workbook): Place | null {
  const text = typed.trim();
  const isCalled = (name: string) => (one: { name: string }) => one.name.toLowerCase() === name.toLowerCase();
  const found = named.find(isCalled(text));
  if (found) return found.place;
  const { quoted, plain, address = text } = withSheet.exec(text)?.groups ?? {};
  const sheetName = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = sheetName === undefined ? active : sheets.find(isCalled(sheetName))?.id;
  const block = blockOfAddress(address);
  const isOnSheet = block !== null && block.endRow <= lastRow && block.endColumn <= lastColumn;
  return sheet !== undefined && isOnSheet ? { sheet, block } : null;
}
