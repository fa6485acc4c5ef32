import type { Engine } from "../engine/engine";
import type { WorkbookState } from "./workbook-state";

/** A workbook keeps one sheet that can be seen. */
export const isLastVisible = (engine: Engine, id: string): boolean =>
  engine.sheetIds().every((one) => one === id || engine.isHidden(one));

/** Removes a sheet with all that is on it and that is not in its cells. */
export function removeSheet(state: WorkbookState, id: string): void {
  const { engine } = state;
  const tables = engine.tables().filter(({ sheet }) => sheet === id);
  state.charts = state.charts.filter(({ sheetId }) => sheetId !== id);
  state.conditionalFormats = state.conditionalFormats.filter(({ sheetId }) => sheetId !== id);
  state.comments = state.comments.filter(({ sheetId }) => sheetId !== id);
  state.validations = state.validations.filter(({ sheetId }) => sheetId !== id);
  state.protectedSheets.delete(id);
  tables.forEach((table) => {
    state.tableStyles.delete(table.id);
    state.tableOptions.delete(table.id);
  });
  engine.removeSheet(id);
}
