import { CellError } from "../measures/cells";

/** Whether the cell in this row and column of a range, from 0, is blank. */
export type IsBlank = (row: number, column: number) => boolean;

/**
 * Which cells of a range are blank.
 *
 * Desktop Excel hands a blank cell to a custom function as 0 (office-js #5262, #1951, #4702), Excel on the web
 * as null. A blank answer counted as a 0 would make a criticaster of it, so a 0 is looked up in the sheet.
 *
 * @returns null where there is no Excel to ask, as on the command line
 * @param address as Excel gives it with `requiresParameterAddresses`: Blad1!A1:A9, 'Mijn blad'!A1:A9 or Blad1!A:A
 */
export async function blankCells(address: string): Promise<IsBlank | null> {
  if (typeof Excel === "undefined") return null;
  const { sheetName, cells } = sheetAndCells(address);
  if (isElsewhere(sheetName))
    throw new CellError(
      "#VALUE!",
      `In ${address} staat een 0, en van een andere werkmap is niet te zien of dat een lege cel is. Zet de cellen in deze werkmap.`,
    );
  // A formula is calculated while the user goes on typing, too.
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(cells);
    // Of a whole column Excel gives no value types: excel-add-ins-ranges-unbounded. Outside the used cells all is blank.
    const used = range.getUsedRangeOrNullObject(true);
    range.load("rowIndex, columnIndex");
    used.load("rowIndex, columnIndex, valueTypes");
    await context.sync();
    if (used.isNullObject) return () => true;
    const [above, before] = [used.rowIndex - range.rowIndex, used.columnIndex - range.columnIndex];
    const types = used.valueTypes as (Excel.RangeValueType[] | undefined)[];
    return (row, column) =>
      (types[row - above]?.[column - before] ?? Excel.RangeValueType.empty) === Excel.RangeValueType.empty;
  });
}

/**
 * Whether a sheet is of another workbook, which Office.js cannot ask.
 *
 * @example
 * isElsewhere("[Boek1.xlsx]Blad1") // => true
 */
export const isElsewhere = (sheetName: string): boolean => sheetName.includes("[");

/**
 * The two parts of an address.
 *
 * @example
 * sheetAndCells("'Mijn blad'!A1:A9") // => {"sheetName":"Mijn blad","cells":"A1:A9"}
 */
export function sheetAndCells(address: string): { sheetName: string; cells: string } {
  const [, quoted, bare, cells] = /^(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(address) ?? [];
  return { sheetName: quoted?.replaceAll("''", "'") ?? bare, cells };
}
