import type { Univer } from "@univerjs/core";
import { IEditorBridgeService } from "@univerjs/preset-sheets-core";
import type { Faults } from "../host/faults";

/**
 * Lets the add-in find the user busy in a cell while the editor in the grid is open, or the formula bar is changed.
 *
 * @returns to be called with whether the formula bar is changed
 */
export function watchTyping(univer: Univer, faults: Faults): (isInBar: boolean) => void {
  let isInGrid = false;
  let isInBar = false;
  const tell = () => (faults.isTyping = isInGrid || isInBar);
  univer
    .__getInjector()
    .get(IEditorBridgeService)
    .visible$.subscribe(({ visible }) => {
      isInGrid = visible;
      tell();
    });
  return (isTyping) => {
    isInBar = isTyping;
    tell();
  };
}
