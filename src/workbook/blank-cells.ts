/**
 * Which cells of a range are blank, row by row.
 *
 * Desktop Excel hands a blank cell to a custom function as 0 (office-js #5262, #1951, #4702), Excel on the web
 * as null. A blank answer counted as a 0 would make a criticaster of it, so a 0 is looked up in the sheet.
 *
 * @returns null where there is no Excel to ask, as on the command line
 * @param address as Excel gives it with `requiresParameterAddresses`: Blad1!A1:A9 or 'Mijn blad'!A1:A9
 */
export async function blankCells(address: string): Promise<boolean[][] | null> {
  if (typeof Excel === "undefined") return null;
  const [, quoted, bare, cells] = /^(?:'((?:[^']|'')+)'|([^!]+))!(.+)$/.exec(address) ?? [];
  const sheetName = quoted?.replaceAll("''", "'") ?? bare;
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(cells);
    range.load("valueTypes");
    await context.sync();
    return range.valueTypes.map((row) => row.map((type) => type === Excel.RangeValueType.empty));
  });
}
