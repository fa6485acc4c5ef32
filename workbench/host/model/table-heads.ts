import type { Block } from "../../engine/address";
import type { WorkbookState } from "../workbook-state";
import { rangeOf } from "./range";
import { textOf } from "./range-content";

/**
 * The heads of a table: Excel gives a column without a head a name, and a number to one that has the same as another. Assumed, to
 * be confirmed in Excel: the names of the Dutch one, and which numbers.
 *
 * @example
 * uniqueHeads(["Jaar", "", "jaar", ""]) // => ["Jaar", "Kolom1", "jaar2", "Kolom2"]
 */
export function uniqueHeads(heads: readonly string[]): string[] {
  const taken = new Set(heads.map((head) => head.toLowerCase()));
  const free = (start: string, first: number) => {
    let number = first;
    while (taken.has(`${start}${number}`.toLowerCase())) number += 1;
    taken.add(`${start}${number}`.toLowerCase());
    return `${start}${number}`;
  };
  const seen = new Set<string>();
  return heads.map((head) => {
    if (head === "") return free("Kolom", 1);
    if (seen.has(head.toLowerCase())) return free(head, 2);
    seen.add(head.toLowerCase());
    return head;
  });
}

/**
 * Makes the heads what Excel makes of them: texts, as they are shown, of which no two are the same. A head
 * is a text, also of a number or a date: https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e
 */
export async function writeHeads(state: WorkbookState, sheetId: string, head: Block): Promise<void> {
  const { engine } = state;
  if (engine.formulas(sheetId, head)[0].some((formula) => formula !== "")) await engine.calculated();
  const [shown] = textOf(rangeOf(state, sheetId, head)) as string[][];
  const [values] = engine.values(sheetId, head);
  const [formulas] = engine.formulas(sheetId, head);
  uniqueHeads(shown).forEach((text, i) => {
    if (values[i] === text && formulas[i] === "") return;
    engine.write(sheetId, head.startRow, head.startColumn + i, [[`'${text}`]]);
  });
}
