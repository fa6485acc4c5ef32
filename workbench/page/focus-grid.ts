import type { Univer } from "@univerjs/core";
import { ILayoutService } from "@univerjs/ui";

/** Gives the cells of the sheet the keyboard. */
export const focusGrid = (univer: Univer): void => univer.__getInjector().get(ILayoutService).focus();
