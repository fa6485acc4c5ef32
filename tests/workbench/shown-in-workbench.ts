import { Workbook, type Cell } from "@cj-tech-master/excelts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { isError, type CellValue } from "../../workbench/engine/cell-value";
import { addInInNode, type AddInInNode } from "./add-in-in-node";

const realExcel = globalThis.Excel;
/** The workbench with the add-in in it that is open. */
export const opened = {} as { addIn: AddInInNode };
export const open = async (excelApi: number) => {
  opened.addIn = await addInInNode(excelApi);
  // The renderer runs here; the client that it calls is Microsoft's, in its own window.
  globalThis.Excel = opened.addIn.window.globals.Excel as typeof Excel;
};
export const close = () => {
  opened.addIn.bench.engine.dispose();
  globalThis.Excel = realExcel;
};
export const sheetIdOf = (name: string) => {
  const { engine } = opened.addIn.bench;
  const found = engine.sheetIds().find((id) => engine.sheetName(id) === name);
  if (found === undefined) throw new Error(`There is no sheet ${name}.`);
  return found;
};

export const functionNames = (): string[] => {
  const { functions } = JSON.parse(readFileSync(join(__dirname, "../../dist/functions.json"), "utf8")) as {
    functions: { id: string }[];
  };
  return functions.map(({ id }) => `KNAP.${id}`);
};

/** What a cell of a file carries; of a formula what it gave when the file was made. */
function carried(cell: Cell): CellValue {
  const value: unknown = cell.formula ? cell.result : cell.value;
  if (value === null || value === undefined) return null;
  // The writer knows days only as dates; Excel counts them from 30 December 1899, which is 25569 before 1970.
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  return typeof value === "object"
    ? { error: String((value as { error: unknown }).error) }
    : (value as CellValue);
}

const isSame = (one: CellValue, other: CellValue) =>
  typeof one === "number" && typeof other === "number"
    ? // Univer keeps 12 digits.
      Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
    : isError(one) && isError(other)
      ? one.error === other.error
      : (one ?? "") === (other ?? "");

/** The cells that do not show what the .xlsx file of the plan carries, of every sheet and to its last cell. */
export async function differencesFrom(plan: WorkbookPlan): Promise<unknown[]> {
  const { engine } = opened.addIn.bench;
  const file = new Workbook();
  await file.xlsx.load(await renderXlsx(plan));
  const different: unknown[] = [];
  for (const sheet of file.worksheets) {
    const used = engine.usedBlock(sheetIdOf(sheet.name));
    const endRow = Math.max(sheet.rowCount - 1, used?.endRow ?? 0);
    const endColumn = Math.max(sheet.columnCount - 1, used?.endColumn ?? 0);
    const block = { startRow: 0, startColumn: 0, endRow, endColumn };
    engine.values(sheetIdOf(sheet.name), block).forEach((line, row) =>
      line.forEach((shown, column) => {
        const inFile = carried(sheet.getCell(row + 1, column + 1));
        if (!isSame(shown, inFile)) different.push({ sheet: sheet.name, row, column, inFile, shown });
      }),
    );
  }
  return different;
}
