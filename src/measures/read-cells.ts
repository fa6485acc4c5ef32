import { readMonth } from "../dutch/dates";
import { isMissingFigure } from "../dutch/markers";
import { nameKey } from "../dutch/name-key";
import { numberInCell } from "../dutch/number-in-cell";
import { monthNumber, monthOfSerial } from "../statistics/months";
import { CellError, type CellValue } from "./cells";
import type { Argument } from "./function-record";

/** "rij 3, kolom 2 van cijfers": where in an argument a cell stands, counted as the user counts. */
export function place(name: string, row: number, column: number, cells: CellValue[][]): string {
  return placeInSize(name, row, column, { rows: cells.length, columns: cells[0].length });
}

export function placeInSize(
  name: string,
  row: number,
  column: number,
  size: { rows: number; columns: number },
): string {
  if (size.rows === 1 && size.columns === 1) return name;
  if (size.columns === 1) return `rij ${row + 1} van ${name}`;
  if (size.rows === 1) return `kolom ${column + 1} van ${name}`;
  return `rij ${row + 1}, kolom ${column + 1} van ${name}`;
}

/** A cell as Dutch Excel shows it, for use in a message. */
export const shown = (cell: CellValue) => {
  if (cell === null || cell === undefined) return "niets";
  if (typeof cell === "boolean") return cell ? "WAAR" : "ONWAAR";
  return typeof cell === "string" ? `"${cell}"` : String(cell).replace(".", ",");
};

export function refuse(cell: CellValue, where: string, expected: string): never {
  throw new CellError("#VALUE!", `In ${where} staat ${shown(cell)}; verwacht werd ${expected}.`);
}

/** A blank, an empty text (`""`, what a formula gives for "nothing") or a marker such as `x`, `.` or -99997. */
export function isMissing(cell: CellValue): boolean {
  return cell === null || cell === undefined || (typeof cell !== "boolean" && isMissingFigure(String(cell)));
}

export function numberIn(cell: CellValue, where: string, expected: string): number | null {
  if (isMissing(cell)) return null;
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  if (typeof cell === "string") {
    const parsed = numberInCell(cell);
    if (parsed !== null) return parsed;
  }
  return refuse(cell, where, expected);
}

function mapCells<T>(cells: CellValue[][], name: string, read: (cell: CellValue, where: string) => T): T[][] {
  return cells.map((row, r) => row.map((cell, c) => read(cell, place(name, r, c, cells))));
}

/** A range of cijfers: whole numbers 0..10; blanks and markers stay `null`, so that rows keep their place. */
export function scores(): Argument<(number | null)[]> {
  const accepts = "een heel cijfer van 0 tot en met 10";
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    read: (cells, name) =>
      mapCells(cells, name, (cell, where) => {
        const score = numberIn(cell, where, accepts);
        if (score !== null && !(Number.isInteger(score) && score >= 0 && score <= 10))
          refuse(cell, where, accepts);
        return score;
      }).flat(),
  };
}

/** A range of numbers in its own shape; blanks and markers are `null`. */
export function numbers(bounds: { atLeast?: number; accepts: string }): Argument<(number | null)[][]> {
  return {
    optional: false,
    shape: "matrix",
    accepts: bounds.accepts,
    zeroMayBeBlank: true,
    read: (cells, name) =>
      mapCells(cells, name, (cell, where) => {
        const number = numberIn(cell, where, bounds.accepts);
        if (number !== null && bounds.atLeast !== undefined && number < bounds.atLeast) {
          refuse(cell, where, bounds.accepts);
        }
        return number;
      }),
  };
}

/** A range of days or months, as numbers of months: an Excel date, or text such as 31-12-2021 or 2021-12. */
export function months(): Argument<(number | null)[]> {
  const accepts = "een datum of een maand (31-12-2021 of 2021-12)";
  const read = (cell: CellValue, where: string) => {
    if (isMissing(cell)) return null;
    // Outside these days, in 1927 and 2119, the number is a year (2021) or a month (202103) rather than a date.
    if (typeof cell === "number" && cell >= 10_000 && cell <= 80_000) return monthOfSerial(cell);
    if (typeof cell === "string") {
      const [year, month] = readMonth(cell)?.split("-").map(Number) ?? [];
      if (year !== undefined) return monthNumber(year, month);
    }
    return refuse(cell, where, accepts);
  };
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    read: (cells, name) => mapCells(cells, name, read).flat(),
  };
}

/** Texts that differ in capitals or spaces only are one category, as they are to a reader; of their spellings one is taken. */
function inOneSpelling(texts: (string | null)[]): (string | null)[] {
  const spellings = new Map<string, string>();
  for (const text of texts) {
    if (text === null) continue;
    const found = spellings.get(nameKey(text));
    if (found === undefined || text < found) spellings.set(nameKey(text), text);
  }
  return texts.map((text) => text && (spellings.get(nameKey(text)) ?? text));
}

/** A range of names or categories; numbers are read as text, blanks are `null`. An omitted range is empty. */
export function labels(options: { optional: boolean }): Argument<(string | null)[]> {
  return {
    optional: options.optional,
    shape: "matrix",
    accepts: "tekst",
    zeroMayBeBlank: true,
    read: (cells) => {
      const texts = cells.flat().map((cell) => (isMissing(cell) ? null : String(cell).trim()));
      return texts.every((text) => text === null) && options.optional ? [] : inOneSpelling(texts);
    },
  };
}

const yesOrNo = new Map<string, boolean>([
  ...["ja", "j", "waar", "true", "1"].map((text) => [text, true] as const),
  ...["nee", "n", "onwaar", "false", "0"].map((text) => [text, false] as const),
]);

/** A range of ja/nee, 1/0 or WAAR/ONWAAR; blanks are `null`. */
export function yesNo(): Argument<(boolean | null)[]> {
  const accepts = "ja of nee (of 1 of 0, WAAR of ONWAAR)";
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    read: (cells, name) =>
      mapCells(cells, name, (cell, where) => {
        if (isMissing(cell)) return null;
        return yesOrNo.get(String(cell).trim().toLowerCase()) ?? refuse(cell, where, accepts);
      }).flat(),
  };
}

/** One of a few words; omitted or blank gives the first of them. Upper and lower case are alike. */
export function choice<T extends string>(...words: [T, ...T[]]): Argument<T> {
  const accepts = words.map((word) => `"${word}"`).join(" of ");
  return {
    optional: true,
    shape: "scalar",
    accepts,
    zeroMayBeBlank: true,
    read: ([[cell]], name) => {
      if (cell === null || cell === undefined || cell === "") return words[0];
      const found = words.find((word) => word.toLowerCase() === String(cell).trim().toLowerCase());
      return found ?? refuse(cell, name, accepts);
    },
  };
}

/** One of a few words, which must be given: where a default would make a wrong figure go unnoticed. */
export function requiredChoice<T extends string>(...words: [T, ...T[]]): Argument<T> {
  const optionalChoice = choice(...words);
  return {
    ...optionalChoice,
    optional: false,
    read: (cells, name) =>
      isMissing(cells[0][0])
        ? refuse(cells[0][0], name, optionalChoice.accepts)
        : optionalChoice.read(cells, name),
  };
}

/** One number, or its default when it is omitted or blank. */
export function numberOr<D extends number | null>(
  defaultValue: D,
  bounds: { accepts: string; allows: (value: number) => boolean },
): Argument<number | D> {
  return {
    optional: true,
    shape: "scalar",
    accepts: bounds.accepts,
    zeroMayBeBlank: true,
    read: ([[cell]], name) => {
      const number = numberIn(cell, name, bounds.accepts);
      if (number === null) return defaultValue;
      return bounds.allows(number) ? number : refuse(cell, name, bounds.accepts);
    },
  };
}
