import type { Engine } from "../engine/engine";

/** To the sheet before and after. */
const steps: Record<string, number> = { PageUp: -1, PageDown: 1 };

/**
 * Lets Ctrl+Alt+Page Up and Page Down go to the sheet before and after, as in Excel on the web:
 * https://support.microsoft.com/office/keyboard-shortcuts-in-excel-1798d9d5-842a-42b8-9c99-9b7213f0040f
 *
 * @returns to be called with each further window that can have the focus, such as that of an iframe
 */
export function sheetKeys(engine: Engine): (inner: Window) => void {
  const listener = (event: KeyboardEvent) => {
    if (!event.ctrlKey || !event.altKey || !Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const shown = engine.sheetIds().filter((id) => !engine.isHidden(id));
    const next = shown.at(Math.max(0, shown.indexOf(engine.activeSheet()) + steps[event.key]));
    if (next !== undefined) engine.activate(next);
  };
  const listen = (inner: Window) => inner.addEventListener("keydown", listener, { capture: true });
  listen(window);
  return listen;
}
