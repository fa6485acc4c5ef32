import { inputOf } from "./cell-inputs";
import { TABLE_STYLE } from "./looks";
import { sameName, type Found } from "./open-workbook";
import type { SheetPlan, WorkbookPlan } from "./plan";

/**
 * Puts every sheet and table of a plan in the workbook, still empty: a formula that refers to one that is not there
 * yet would become #REF!. Old sheets and tables with these names get others; formulas that read them follow.
 *
 * @returns the old sheets, to be deleted when all is done
 */
export function addSheetsAndTables(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  replaced: string[],
  found: Found,
): Excel.Worksheet[] {
  const { worksheets, tables } = context.workbook;
  const sheetNames = found.sheets.map(({ name }) => name);
  const tableNames = [...found.tables.map(({ name }) => name), ...found.names];
  const old = replaced.map((name) => {
    // By its id: that it keeps.
    const sheet = worksheets.getItem(found.sheets.find((one) => one.name === name)?.id ?? name);
    sheet.name = freeName("KNAP oud ", sheetNames);
    return sheet;
  });
  found.tables
    .filter(({ sheet }) => replaced.includes(sheet))
    .forEach(({ id }) => (tables.getItem(id).name = freeName("KNAP_oud_", tableNames)));
  for (const sheet of plan.sheets) addTables(worksheets.add(sheet.name), sheet);
  return old;
}

function addTables(worksheet: Excel.Worksheet, { tables, rows }: SheetPlan): void {
  for (const { name, row, column, rows: height, columns } of tables) {
    // The heads first: a table over empty cells gets heads of Excel's own.
    worksheet.getRangeByIndexes(row, column, 1, columns).formulas = [
      Array.from({ length: columns }, (_, i) => inputOf(rows[row][column + i])),
    ];
    const table = worksheet.tables.add(worksheet.getRangeByIndexes(row, column, height, columns), true);
    table.name = name;
    table.style = TABLE_STYLE;
  }
}

/** A name with a number that none has yet; it is then taken. */
function freeName(start: string, taken: string[]): string {
  let number = 1;
  while (taken.some((name) => sameName(name, `${start}${number}`))) number += 1;
  taken.push(`${start}${number}`);
  return `${start}${number}`;
}
