import { kinds } from "../extracts/kinds";
import type { DataTable } from "./data-table";
import type { Source } from "./dataset";

/** What stands in the place of a count that could give a person away. */
export const WITHHELD = "x";

/** The tables that are counted from the extracts about persons. */
const countTables = ["diensten", "bijstand", "bereik_kenmerken"];

/** What was done about small counts, in a Dutch sentence; null without extracts about persons. */
export function smallCountsLine(tables: ReadonlyMap<string, DataTable>, threshold: number): string | null {
  const cells = countTables.flatMap((name) => countsOf(tables.get(name)));
  if (cells.length === 0) return null;
  const withheld = cells.filter((cell) => cell === WITHHELD).length;
  const done =
    withheld === 0
      ? "Dat was hier niet nodig."
      : `Dat geldt voor ${withheld} van de ${cells.length} aantallen in de tabellen diensten, bijstand en bereik_kenmerken.`;
  return `Kleine aantallen: aantallen van 1 tot en met ${threshold - 1} personen, en wat ze zou verraden, staan als ${WITHHELD}. ${done} Ook een 0 staat als ${WITHHELD} waar die zegt dat niemand, of juist iedereen, van een groep is bereikt.`;
}

function countsOf(table: DataTable | undefined): unknown[] {
  if (!table) return [];
  return table.columns.flatMap(({ name }, column) =>
    /^(aantal|personen|personen_in_bijstand|december|populatie|bereikt_.*)$/.test(name)
      ? table.rows.map((row) => row[column]).filter((cell) => cell !== null)
      : [],
  );
}

/** The rows of a file for who may see the workbook: of a file about persons they would give withheld totals back. */
export function rowsForReader({ kind, rowsRead }: Source): number | string {
  return kinds[kind].personLevel ? "niet getoond" : rowsRead;
}

/** The rows left out of a file for who may see the workbook: of a file about persons no small number. */
export function rowsLeftOutForReader({ kind, rowsLeftOut }: Source, threshold: number): number | string {
  const isSmall = rowsLeftOut > 0 && rowsLeftOut < threshold;
  return kinds[kind].personLevel && isSmall ? `minder dan ${threshold}` : rowsLeftOut;
}

/** After a remark that goes by rows about persons. */
export const notInWorkbook = "(Dit staat niet in de werkmap: het kan om weinig personen gaan.)";

/** A share so coarse that the smallest word may also stand for many persons. */
export function shareInWords(part: number, whole: number, threshold: number): string {
  if (part < Math.max(whole / 4, 2 * threshold)) return "een klein deel";
  return part < (whole * 3) / 4 ? "een groot deel" : "het grootste deel";
}
