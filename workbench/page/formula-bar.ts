import type { Engine } from "../engine/engine";
import { activeCell, blockOf, contentOf, write, type Cell } from "./cell-content";

export interface FormulaBar {
  /** Shows the content of the active cell, unless the user is typing. */
  refresh: () => void;
  /** Lets the user go on with a text that could not be written. */
  resume: (cell: Cell, text: string) => void;
}

/** Rows and columns to go after a key, as in https://support.microsoft.com/office/keyboard-shortcuts-in-excel-1798d9d5-842a-42b8-9c99-9b7213f0040f */
const steps: Record<string, [rows: number, columns: number]> = { Enter: [1, 0], Tab: [0, 1] };

/** Shows the active cell's content in Dutch, and writes what is typed. */
export function formulaBar(
  input: HTMLInputElement,
  engine: Engine,
  tell: (sentence: string) => void,
  focusGrid: () => void,
  setTyping: (isTyping: boolean) => void,
): FormulaBar {
  /** Of which cell the content is shown; while the user types, another one may become active. */
  let cell = activeCell(engine);
  let shown = "";
  const isChanged = () => input.value !== shown;
  const show = () => {
    cell = activeCell(engine);
    input.value = shown = contentOf(engine, cell);
    setTyping(false);
  };
  const commit = () => {
    if (!isChanged()) return true;
    const typed = write(engine, cell, input.value);
    if (typed.kind === "content") shown = input.value;
    else input.setAttribute("aria-invalid", "true");
    tell(typed.kind === "fault" ? typed.sentence : "");
    return typed.kind === "content";
  };
  const leave = () => {
    input.removeAttribute("aria-invalid");
    show();
    focusGrid();
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      tell("");
      leave();
    }
    // Without a change Tab goes on through the page, as it does everywhere.
    if (event.key !== "Enter" && (event.key !== "Tab" || !isChanged())) return;
    event.preventDefault();
    if (!commit()) return;
    const [rows, columns] = steps[event.key].map((step) => (event.shiftKey ? -step : step));
    const next = { ...cell, row: Math.max(0, cell.row + rows), column: Math.max(0, cell.column + columns) };
    engine.select(next.sheet, blockOf(next));
    leave();
  });
  input.addEventListener("input", () => {
    setTyping(isChanged());
    input.removeAttribute("aria-invalid");
    tell("");
  });
  // Whoever clicks elsewhere has finished typing, as in Excel; a wrong formula is not written.
  input.addEventListener("blur", () => {
    commit();
    input.removeAttribute("aria-invalid");
    show();
  });
  input.addEventListener("focus", () => tell(""));

  return {
    refresh: () => {
      if (document.activeElement !== input) show();
    },
    resume: (at, text) => {
      engine.select(at.sheet, blockOf(at));
      show();
      input.value = text;
      setTyping(isChanged());
      input.setAttribute("aria-invalid", "true");
      input.focus();
    },
  };
}
