import { dutchError } from "../dutch/excel-errors";
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

/** What rounds to zero is shown without a sign. */
const dutchNumber = new Intl.NumberFormat("nl-NL", {
  maximumFractionDigits: 4,
  useGrouping: false,
  signDisplay: "negative",
});

/**
 * A cell as Dutch Excel shows it, with at most four decimals.
 *
 * @example
 * shownCell(0.47712418) // => "0,4771"
 * shownCell(2018) // => "2018"
 */
export function shownCell(cell: ResultCell): string {
  if (isErrorCell(cell)) return dutchError(cell.error);
  if (typeof cell === "number") return dutchNumber.format(cell);
  if (typeof cell === "boolean") return cell ? "WAAR" : "ONWAAR";
  return cell ?? "";
}

/** The functions that native twins use, as Dutch Excel calls them. */
const dutchFunctions: Record<string, string> = {
  ABS: "ABS",
  AVERAGEIFS: "GEMIDDELDEN.ALS",
  COUNT: "AANTAL",
  COUNTIFS: "AANTALLEN.ALS",
  EDATE: "ZELFDE.DAG",
  MAX: "MAX",
  MIN: "MIN",
  MMULT: "PRODUCTMAT",
  ROWS: "RIJEN",
  SQRT: "WORTEL",
  SUM: "SOM",
  SUMPRODUCT: "SOMPRODUCT",
  TRANSPOSE: "TRANSPONEREN",
};

/**
 * A native twin as a Dutch user types it: Dutch function names, semicolons, the names of the arguments where the
 * user's own references go.
 *
 * @param formula in English notation, without `=`
 * @throws Error for a function that has no Dutch name here: a fault of ours
 * @example
 * dutchFormula('COUNTIFS({cijfers},">=9")/COUNT({cijfers})') // => "=AANTALLEN.ALS(cijfers;\">=9\")/AANTAL(cijfers)"
 */
export function dutchFormula(formula: string): string {
  const pieces = formula.split(/("[^"]*")/);
  const translated = pieces.map((piece) =>
    piece.startsWith('"')
      ? piece
      : piece
          .replace(/\b([A-Z][A-Z.]*)\(/g, (_, name: string) => `${dutchName(name)}(`)
          .replaceAll(",", ";")
          .replace(/\{(\w+)\}/g, "$1"),
  );
  return `=${translated.join("")}`;
}

function dutchName(name: string): string {
  if (!(name in dutchFunctions)) throw new Error(`Function ${name} has no Dutch name in the list.`);
  return dutchFunctions[name];
}
