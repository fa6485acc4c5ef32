import { isLastVisible, removeSheet } from "../host/remove-sheet";
import type { WorkbookState } from "../host/workbook-state";

/** Removes the active sheet, after a question: as in Excel it does not come back with Ctrl+Z. */
export function removeSheetButton(
  button: HTMLElement,
  state: WorkbookState,
  tell: (sentence: string) => void,
): void {
  const { engine } = state;
  button.addEventListener("click", () => {
    const id = engine.activeSheet();
    const name = engine.sheetName(id);
    if (isLastVisible(engine, id))
      return tell(`Blad ${name} kan niet weg: in een werkmap is altijd minstens één blad te zien.`);
    if (!confirm(`Blad ${name} verwijderen, met alles wat erop staat? Het komt niet meer terug.`)) return;
    removeSheet(state, id);
    engine.undo.forget();
    // Univer calculates nothing when a sheet goes, and formulas elsewhere may refer to it.
    engine.calculateAll();
    tell(`Blad ${name} is verwijderd.`);
  });
}
