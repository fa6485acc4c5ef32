import { nameKey } from "../dutch/name-key";
import { plainText } from "../dutch/plain-text";
import type { CellValue } from "./cells";

/**
 * The name in a cell; a number as Dutch Excel shows it.
 *
 * @example
 * nameInCell(1.1) // => "1,1"
 */
export function nameInCell(cell: CellValue): string {
  return typeof cell === "number" ? String(cell).replace(".", ",") : plainText(String(cell));
}

/**
 * What two spellings of the name of a donor have in common. 1.1 and 1,1 are one name: the one may be a text and the
 * other the number that Excel made of it.
 *
 * @example
 * donorKey("1.1") // => "1,1"
 */
export function donorKey(name: CellValue): string {
  return nameKey(nameInCell(name)).replace(/^(\d+)\.(\d+)$/, "$1,$2");
}
