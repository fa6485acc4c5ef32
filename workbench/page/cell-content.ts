import type { Block } from "../engine/address";
import type { Engine } from "../engine/engine";
import { readTyped, shownInBar, type Typed } from "../formulas/typed";

/** One cell of the workbook. */
export interface Cell {
  sheet: string;
  row: number;
  column: number;
}

export const blockOf = ({ row, column }: Cell): Block => ({
  startRow: row,
  startColumn: column,
  endRow: row,
  endColumn: column,
});

export const activeCell = (engine: Engine): Cell => {
  const { sheet, block } = engine.selection();
  return { sheet, row: block.startRow, column: block.startColumn };
};

export const formatOf = (engine: Engine, cell: Cell) =>
  engine.looks(cell.sheet, blockOf(cell))[0][0].n?.pattern ?? "";

/** The content of a cell as a Dutch user would type it. */
export function contentOf(engine: Engine, cell: Cell): string {
  const block = blockOf(cell);
  const [[formula]] = engine.formulas(cell.sheet, block);
  return shownInBar(formula, engine.values(cell.sheet, block)[0][0], formatOf(engine, cell));
}

/** Writes what was typed, unless that is a wrong formula. A cell with a number format keeps it. */
export function write(engine: Engine, cell: Cell, text: string): Typed {
  const own = formatOf(engine, cell);
  const typed = readTyped(text, own);
  if (typed.kind === "fault") return typed;
  const { input, format } = typed;
  if (format !== undefined && isGeneral(own))
    engine.dress(cell.sheet, blockOf(cell), { n: { pattern: format } });
  engine.write(cell.sheet, cell.row, cell.column, [[input]]);
  return typed;
}

/** Whether a cell has no number format of its own. */
export const isGeneral = (format: string): boolean => format === "" || format.toLowerCase() === "general";
