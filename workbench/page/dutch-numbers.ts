import type { Univer } from "@univerjs/core";
import { SheetsNumfmtCellContentController } from "@univerjs/sheets-numfmt";

/** Shows numbers in the cells with a decimal comma, as Dutch Excel does; what they hold stays the same. */
export const showDutchNumbers = (univer: Univer): void =>
  univer.__getInjector().get(SheetsNumfmtCellContentController).setNumfmtLocal("nl");
