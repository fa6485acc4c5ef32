import { IContextService, type Univer } from "@univerjs/core";

/** Of Univer 0.25.1: whether the filter of a table is open. */
const isOpen = "SHEETS_TABLE_FILTER_PANEL_OPENED_KEY";

/** Lets Escape close the filter of a table, which Univer closes with a click elsewhere only. */
export function closesFilter(univer: Univer, focusGrid: () => void): void {
  const context = univer.__getInjector().get(IContextService);
  const listener = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing || !context.getContextValue(isOpen)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    context.setContextValue(isOpen, false);
    focusGrid();
  };
  addEventListener("keydown", listener, { capture: true });
}
