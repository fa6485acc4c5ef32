import type { Univer } from "@univerjs/core";
import { IEditorBridgeService } from "@univerjs/preset-sheets-core";
import Papa from "papaparse";
import type { CellInput } from "../engine/cell-value";
import type { Engine } from "../engine/engine";
import { readTyped } from "../formulas/typed";
import { activeCell, isGeneral } from "./cell-content";

/** What Univer itself copied: it knows those cells, with their formulas and looks. */
const isOwn = (html: string) => html.includes("data-copy-id=");

/**
 * Pastes cells from elsewhere as if a Dutch user typed them. Univer's own pasting reads 18,5% as 185% and 1-2-2024 as 2
 * January.
 */
export function dutchPaste(
  univer: Univer,
  engine: Engine,
  grid: HTMLElement,
  tell: (sentence: string) => void,
): void {
  const cellEditor = univer.__getInjector().get(IEditorBridgeService);
  const listener = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isInGrid = event.target instanceof Node && grid.contains(event.target);
    if (!isInGrid || text === "" || cellEditor.isVisible().visible) return;
    if (isOwn(event.clipboardData?.getData("text/html") ?? "")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // Cells in a row are divided by tabs, and a cell with line ends has quotes around it, as Excel copies them.
    const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ""), { delimiter: "\t" });
    void engine.undo.asOneStep(() => tell(pasteIn(engine, data)));
  };
  // Before Univer's own.
  addEventListener("paste", listener, { capture: true });
}

/** Gives in Dutch what could not be pasted as it was meant; empty when all could. */
function pasteIn(engine: Engine, rows: string[][]): string {
  const { sheet, row, column } = activeCell(engine);
  const width = Math.max(...rows.map((cells) => cells.length));
  const looks = engine.looks(sheet, blockAt(row, column, rows.length, width));
  let wrong = 0;
  const formats: { at: { sheet: string; row: number; column: number }; format: string }[] = [];
  const inputs = rows.map((cells, r) =>
    Array.from({ length: width }, (_, c): CellInput => {
      const own = looks[r][c].n?.pattern ?? "";
      const typed = readTyped(cells[c] ?? "", own);
      if (typed.kind === "fault") {
        wrong += 1;
        return `'${cells[c]}`;
      }
      const at = { sheet, row: row + r, column: column + c };
      if (typed.format !== undefined && isGeneral(own)) formats.push({ at, format: typed.format });
      return typed.input;
    }),
  );
  engine.write(sheet, row, column, inputs);
  for (const { at, format } of formats)
    engine.dress(sheet, blockAt(at.row, at.column, 1, 1), { n: { pattern: format } });
  engine.select(sheet, blockAt(row, column, rows.length, width));
  if (wrong === 0) return "";
  return wrong === 1
    ? "Eén formule klopt niet en is als tekst geplakt."
    : `${wrong} formules kloppen niet en zijn als tekst geplakt.`;
}

const blockAt = (row: number, column: number, rows: number, columns: number) => ({
  startRow: row,
  startColumn: column,
  endRow: row + rows - 1,
  endColumn: column + columns - 1,
});
