import { blockAt } from "./addresses";

/** Whether Excel takes a text for the address of a cell, as A1 or as R1C1. */
function isAddress(text: string): boolean {
  if (/^(R\d*C\d*|[RC]\d*)$/i.test(text)) return true;
  if (!/^[A-Z]{1,3}\d+$/i.test(text)) return false;
  try {
    blockAt(text);
    return true;
  } catch {
    // Beyond the last column or row there is no cell.
    return false;
  }
}

/**
 * Whether a name or a table may be called so: at most 255 letters, digits, points and underscores, that begins with a letter, an
 * underscore or a backslash and is no address, nor C or R:
 * https://support.microsoft.com/office/names-in-formulas-fc2935f9-115d-4bef-a370-3aa8bb4c91f1 and, of tables,
 * https://support.microsoft.com/office/fbf49a4f-82a3-43eb-8ba2-44d21233b114. Neither is it TRUE or FALSE: ECMA-376, 18.17.2.5 Names.
 */
export const isName = (text: string): boolean =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(text) && !isAddress(text) && !/^(TRUE|FALSE)$/i.test(text);
