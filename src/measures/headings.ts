import { columnNames } from "../dutch/column-names";
import { isExcelError } from "../dutch/excel-errors";
import { nameKey } from "../dutch/name-key";
import { plainText } from "../dutch/plain-text";
import type { RangeAddress } from "./cell-places";
import { isErrorCell } from "./cells";
import type { Argument, Holding } from "./argument";
import type { GivenCell } from "./given-cells";
import { isBlank, isValueOf } from "./value-in-cell";

/** An argument of a call, before it is read. */
export interface GivenArgument {
  name: string;
  argument: Argument<unknown>;
  cells: GivenCell[][];
  /** Null when it is not known, as of a calculated array. */
  address: RangeAddress | null;
}

const holdsValues = (holds: Holding) => holds === "figures" || holds === "dates" || holds === "yesNo";

/** A word, and no figure, date or error that was written wrongly: that is to be refused, and not to be passed over. */
const mayBeHeading = (text: string) =>
  /^[^\p{L}\d]*\p{L}/u.test(plainText(text)) && !isExcelError(plainText(text));

/** Whether the first row of a range of figures, dates or ja/nee has texts in it that are no such value. */
export function beginsWithText({ argument, cells }: GivenArgument): boolean {
  const { holds } = argument;
  if (!holdsValues(holds) || argument.shape !== "matrix" || cells.length < 2) return false;
  const isText = (cell: GivenCell) =>
    typeof cell === "string" && mayBeHeading(cell) && !isValueOf(holds, cell);
  return cells[0].some(isText) && cells[0].every((cell) => isBlank(cell) || isText(cell));
}

/**
 * The arguments of which only Excel can tell whether their first cell is a heading: it is a text where a value should
 * stand, and the range does not begin at the first row of the sheet.
 */
export function headingsInQuestion(given: readonly GivenArgument[]): number[] {
  return [...given.keys()].filter((index) => {
    const { address } = given[index];
    return address !== null && address.row > 0 && beginsWithText(given[index]);
  });
}

/**
 * Which arguments begin with a heading, so that their first row is no data. Of figures, dates and ja/nee it is one at
 * the first row of the sheet, and where it is the head of a table (`isTableHead`). Labels have one when such a range
 * of the same call has one at the same row, or, in a call without such ranges, when their first cell is the name of a
 * column that KNAP knows.
 */
export function whichHaveHeadings(
  given: readonly GivenArgument[],
  isTableHead: (argument: number) => boolean,
): boolean[] {
  const ofValues = given.map(
    (one, index) =>
      beginsWithText(one) && one.address !== null && (one.address.row === 0 || isTableHead(index)),
  );
  const hasValues = given.some(({ argument }) => holdsValues(argument.holds) && argument.shape === "matrix");
  return given.map(({ argument, cells, address }, index) => {
    if (argument.holds !== "labels" || cells.length < 2) return ofValues[index];
    if (!hasValues) return cells[0].every(isKnownName);
    return address !== null && given.some((other, i) => ofValues[i] && other.address?.row === address.row);
  });
}

/**
 * A range of labels that begins with the name of a column, once, while a range of figures, dates or ja/nee of the call
 * begins at another row or at none that is known: then it is a heading, and the labels stand beside the wrong values.
 * Where they begin at the same row, or on another sheet, it is a label; ranges of unequal length are refused as such.
 */
export function headingOutOfPlace(given: readonly GivenArgument[], heads: readonly boolean[]): number | null {
  const values = given.flatMap((one, index) =>
    holdsValues(one.argument.holds) && one.argument.shape === "matrix"
      ? [{ address: one.address, length: one.cells.length - (heads[index] ? 1 : 0) }]
      : [],
  );
  const found = given.findIndex(({ argument, cells, address }, index) => {
    if (argument.holds !== "labels" || heads[index] || cells.length < 2 || address === null) return false;
    const [[first], ...others] = cells;
    if (!isKnownName(first) || others.some(([cell]) => cell === first)) return false;
    return values.some(
      (other) =>
        other.length === cells.length &&
        (other.address === null ||
          (other.address.sheet === address.sheet && other.address.row !== address.row)),
    );
  });
  return found < 0 ? null : found;
}

const known = new Set(columnNames.map((name) => nameKey(name)));
const isKnownName = (cell: GivenCell) =>
  !isErrorCell(cell) && known.has(nameKey(String(cell)).replace(/[ -]/g, "_"));
