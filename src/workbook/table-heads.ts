import { isElsewhere, sheetAndCells } from "./blank-cells";

/**
 * Whether the first row of each range is the head of a table; false where there is no Excel to ask, as on the command
 * line, or none of this workbook. A range that refers to a table with its head, or that was drawn around it by hand, begins so.
 *
 * @param addresses as Excel gives them with `requiresParameterAddresses`
 */
export async function tableHeads(addresses: readonly (string | undefined)[]): Promise<boolean[]> {
  if (typeof Excel === "undefined") return addresses.map(() => false);
  // A formula is calculated while the user goes on typing, too.
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const asked = addresses.map((address) => {
      if (!address) return null;
      const { sheetName, cells } = sheetAndCells(address);
      if (isElsewhere(sheetName)) return null;
      const sheet = context.workbook.worksheets.getItem(sheetName);
      const first = sheet.getRange(cells).getCell(0, 0).load("rowIndex, columnIndex");
      const { tables } = sheet;
      tables.load("items/name, items/showHeaders");
      return { first, tables };
    });
    await context.sync();
    const heads = asked.map((one) =>
      one?.tables.items
        .filter(({ showHeaders }) => showHeaders)
        .map((table) => table.getHeaderRowRange().load("rowIndex, columnIndex, columnCount")),
    );
    await context.sync();
    return asked.map((one, index) => {
      const { rowIndex = -1, columnIndex = -1 } = one?.first ?? {};
      return (heads[index] ?? []).some(
        (head) =>
          head.rowIndex === rowIndex &&
          columnIndex >= head.columnIndex &&
          columnIndex < head.columnIndex + head.columnCount,
      );
    });
  });
}
