import { ICommandService, IConfirmService, type Univer } from "@univerjs/core";
import { InsertSheetCommand } from "@univerjs/sheets";
import { DesktopConfirmService, type IConfirmPartMethodOptions } from "@univerjs/ui";
import type { Engine } from "../engine/engine";

/** A new sheet of the user gets the first free name, as Dutch Excel calls it: Blad1, Blad2 ... */
export function nameNewSheets(univer: Univer, engine: Engine): void {
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted((info) => {
      if (info.id !== InsertSheetCommand.id) return;
      const params = info.params as { sheet?: { name?: string } } | undefined;
      if (!params?.sheet || params.sheet.name !== undefined) return;
      const taken = new Set(engine.sheetIds().map((id) => engine.sheetName(id).toLowerCase()));
      let number = 1;
      while (taken.has(`blad${number}`)) number += 1;
      params.sheet.name = `Blad${number}`;
    });
}

const edited = "[data-u-comp=slide-tab-item] [contenteditable=true]";

/** Univer 0.25.1 takes a double click for the start of dragging the tab when its renaming is over within this time. */
const longPress = 600;

/** Univer's dialog gives the focus back when it has faded away. */
function afterDialog(act: () => void): void {
  if (document.querySelector("[role=dialog]")) setTimeout(() => afterDialog(act), 50);
  else setTimeout(act);
}

/**
 * Lets Escape give a sheet whose tab is being renamed its old name back, also when Univer asked for another name:
 * Univer 0.25.1 lets nobody go without a name that is good.
 */
export function cancelsRenaming(
  univer: Univer,
  engine: Engine,
  grid: HTMLElement,
  focusGrid: () => void,
): void {
  const restore = () => {
    const name = grid.querySelector<HTMLElement>(edited);
    const id = name?.closest<HTMLElement>("[data-id]")?.dataset.id;
    if (!name || id === undefined) return;
    // Univer reads the name as it is shown, where spaces in a row are one.
    name.style.whiteSpace = "pre";
    name.textContent = engine.sheetName(id);
    // Univer is done when the name loses the focus, which it has lost already when there was a question.
    name.dispatchEvent(new FocusEvent("focusout"));
    focusGrid();
  };
  const listener = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (!(event.target instanceof Element) || !event.target.matches(edited)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(restore, Math.max(0, pressedAt + longPress - performance.now()));
  };
  let pressedAt = -longPress;
  grid.addEventListener("pointerdown", () => (pressedAt = performance.now()), { capture: true });
  addEventListener("keydown", listener, { capture: true });
  const questions = univer.__getInjector().get(IConfirmService);
  // Univer makes the service when it is first used, and keeps what was read of it: so it is set, never read.
  questions.open = function (this: DesktopConfirmService, question) {
    const given = question as IConfirmPartMethodOptions;
    const onClose = () => {
      questions.close(given.id);
      afterDialog(restore);
    };
    const asked = given.id.startsWith("sheetName") ? { ...given, onClose } : given;
    return DesktopConfirmService.prototype.open.call(this, asked);
  };
}
