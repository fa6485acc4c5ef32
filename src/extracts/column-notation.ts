import { type DateNotation, dateNotationOf, unknownDateNotation } from "../dutch/date-notation";
import { type Notation, notationOf, unknownNotation } from "../dutch/numbers";
import { haveLostDigits } from "./ids";
import type { Column } from "./kind";
import { filledIn } from "./nobody";

/** What the cells of a column tell, all together, about how each of them must be read. */
export interface ColumnNotation {
  readonly numbers: Notation;
  readonly dates: DateNotation;
  /** Whether a spreadsheet has made zeros of the last digits of the column's long numbers. */
  readonly lostDigits: boolean;
  /** Numbers of persons that were filled in where none was known. */
  readonly filledIn: ReadonlySet<string>;
  /** A cell that shows the decimal sign of the column, to name in a message. */
  readonly cellWith: (decimal: "comma" | "point") => string | null;
}

/** Of a column that tells nothing, or of a cell by itself. */
export const silentColumn: ColumnNotation = {
  numbers: unknownNotation,
  dates: unknownDateNotation,
  lostDigits: false,
  filledIn: new Set(),
  cellWith: () => null,
};

/** What a column tells; `texts` are its cells, to be gone through more than once. */
export function columnNotationOf(
  { type, mayBeFuture, isPerson }: Column,
  texts: Iterable<string>,
): ColumnNotation {
  if (type === "datum" || type === "maand")
    return { ...silentColumn, dates: dateNotationOf(texts, { mayBeFuture, months: type === "maand" }) };
  if (type === "code") {
    const numbers = isPerson ? filledIn(texts) : silentColumn.filledIn;
    return { ...silentColumn, lostDigits: haveLostDigits(texts), filledIn: numbers };
  }
  if (type !== "aantal" && type !== "getal") return silentColumn;
  const wholeNumbers = type === "aantal";
  const found = new Map<string, string | null>();
  const cellWith = (decimal: "comma" | "point") => {
    if (!found.has(decimal)) found.set(decimal, firstWith(decimal, texts, wholeNumbers));
    return found.get(decimal) ?? null;
  };
  return { ...silentColumn, numbers: notationOf(texts, wholeNumbers), cellWith };
}

/**
 * What each of the columns of a table tells. A column of dates that does not tell its order is written as the other
 * columns of dates are: who writes 12/25/2021 beside 3/4/2021 means 4 March.
 */
export function columnNotationsOf(
  columns: readonly Column[],
  textsOf: (column: Column) => Iterable<string>,
): Map<string, ColumnNotation> {
  const own = columns.map((column) => ({ column, notation: columnNotationOf(column, textsOf(column)) }));
  const told = own.map(({ notation }) => notation.dates);
  const dayFirst = told.find((dates) => dates.dayFirst !== null)?.dayFirst ?? null;
  const monthFirst = told.find((dates) => dates.monthFirst !== null)?.monthFirst ?? null;
  return new Map(
    own.map(({ column: { name }, notation }) => {
      const { dates } = notation;
      const isSilent = dates.dayFirst === null && dates.monthFirst === null;
      return [name, isSilent ? { ...notation, dates: { ...dates, dayFirst, monthFirst } } : notation];
    }),
  );
}

function firstWith(decimal: string, texts: Iterable<string>, wholeNumbers: boolean): string | null {
  for (const text of texts) if (notationOf([text], wholeNumbers).decimal === decimal) return text.trim();
  return null;
}
