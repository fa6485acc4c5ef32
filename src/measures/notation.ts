import { isErrorCell, type ResultCell } from "./cells";
import type { FunctionRecord } from "./function-record";

/**
 * A call as a Dutch user types it, optional arguments in brackets.
 *
 * @example
 * signature({ id: "NPS", arguments: { cijfers: { optional: false } } }) // => "=KNAP.NPS(cijfers)"
 */
export function signature(
  record: Pick<FunctionRecord, "id"> & { arguments: Record<string, { optional: boolean }> },
): string {
  const names = Object.entries(record.arguments).map(([name, { optional }]) =>
    optional ? `[${name}]` : name,
  );
  return `=KNAP.${record.id}(${names.join("; ")})`;
}

/** The error values as Dutch Excel shows them. */
const dutchError = {
  "#N/A": "#N/B",
  "#DIV/0!": "#DEEL/0!",
  "#VALUE!": "#WAARDE!",
  "#NUM!": "#GETAL!",
} as const;

const dutchNumber = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 4 });

/**
 * A cell as Dutch Excel shows it, with at most four decimals.
 *
 * @example
 * shownCell(0.47712418) // => "0,4771"
 */
export function shownCell(cell: ResultCell): string {
  if (isErrorCell(cell)) return dutchError[cell.error];
  if (typeof cell === "number") return dutchNumber.format(cell);
  if (typeof cell === "boolean") return cell ? "WAAR" : "ONWAAR";
  return cell ?? "";
}
