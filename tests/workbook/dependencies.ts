import { cellAddress, type WorkbookPlan } from "../../src/workbook/plan";
import { cellsOf } from "../scorecard/sample-plan";

const reference =
  /(?:'((?:[^']|'')+)'!|([A-Za-z_]\w*)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])/g;

const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The cells that a formula on a sheet reads, tables left out. */
function* cellsRead(formula: string, sheet: string): Generator<string> {
  const bare = formula.replace(/"[^"]*"/g, "").replace(/\w+\[[^\]]*\]/g, "");
  for (const [, quoted, plain, column, row, toColumn = column, toRow = row] of bare.matchAll(reference)) {
    const target = quoted ?? plain ?? sheet;
    for (let r = Number(row); r <= Number(toRow); r += 1) {
      for (let c = columnNumber(column); c <= columnNumber(toColumn); c += 1)
        yield `${target}!${cellAddress(r - 1, c)}`;
    }
  }
}

/** The cells whose value needs the add-in: those with a KNAP function, and all that read them. */
export function cellsThatNeedKnap(plan: WorkbookPlan): Set<string> {
  const cells = cellsOf(plan).map(({ sheet, row, column, cell }) => ({
    id: `${sheet}!${cellAddress(row, column)}`,
    formula: cell.formula,
    spilled: cell.spilled === true,
    reads: new Set(cell.formula ? cellsRead(cell.formula, sheet) : []),
  }));
  const found = new Set(
    cells.filter(({ formula, spilled }) => spilled || formula?.includes("KNAP.")).map(({ id }) => id),
  );
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { id, reads } of cells) if ([...reads].some((read) => found.has(read))) found.add(id);
  }
  return found;
}
