import { numberInCell } from "../dutch/number-in-cell";
import type { CellValue } from "./cells";
import type { Argument } from "./function-record";
import { isMissing, numberIn, place, refuse } from "./read-cells";

/** A range of figures of areas over years, read with the names and years that stand in it. */
export interface LabelledTable {
  /** Without the labels; null where a figure is missing. */
  figures: (number | null)[][];
  /** What stands before the rows of the range. */
  rowLabels: Labels | null;
  /** What stands above its columns. */
  columnLabels: Labels | null;
  /** Where a figure stands, counted as the user counts: "rij 3, kolom 2 van donoren". */
  where: (row: number, column: number) => string;
}

export type Labels = { names: string[]; years?: undefined } | { years: number[]; names?: undefined };

/** What may stand above a column, or before a row, of years or names. */
const headings =
  /^(jaar|jaren|jaartal|periode|peiljaar|peildatum|buurt|buurten|wijk|wijken|gebied|gebieden|donor|donoren|naam|regio|gemeente)$/i;

const isText = (cell: CellValue) =>
  typeof cell === "string" && !isMissing(cell) && numberInCell(cell) === null;
const isHeading = (cell: CellValue) =>
  isMissing(cell) || (isText(cell) && headings.test(String(cell).trim()));

/** Years are whole numbers; a bare column of 2013, 2014, 2015 is a column of years, and of 1950, 1967 is not. */
function areYearsInARow(line: CellValue[], fewest: number): boolean {
  if (line.length < fewest || line.some((cell) => isMissing(cell) || typeof cell === "boolean")) return false;
  const years = line.map((cell) => (typeof cell === "string" ? numberInCell(cell) : Number(cell)) ?? NaN);
  const step = years[1] - years[0];
  return (
    Math.abs(step) === 1 &&
    years.every((year, i) => isYear(year) && (i === 0 || year - years[i - 1] === step))
  );
}

const isYear = (value: number | null) =>
  value !== null && Number.isInteger(value) && value >= 1000 && value < 3000;

/** Whether a first row or column holds names: all text, but for the corner, which may be blank. */
function holdsNames(line: CellValue[]): boolean {
  const [corner, ...rest] = line;
  return rest.length === 0 ? isText(corner) : rest.every(isText) && (isMissing(corner) || isText(corner));
}

/**
 * A range of figures with or without labels: names are a first row or column of text; years stand beside
 * names under a blank or a word such as "jaar", or are a first row or column of years in a row.
 */
export function labelledTable(options: { accepts: string }): Argument<LabelledTable> {
  return {
    optional: false,
    shape: "matrix",
    accepts: options.accepts,
    zeroMayBeBlank: true,
    read: (cells, name) => readLabelled(cells, name, options.accepts),
  };
}

function readLabelled(cells: CellValue[][], name: string, accepts: string): LabelledTable {
  const head = cells[0];
  const side = cells.map((row) => row[0]);
  const hasRows = cells.length > 1;
  const hasColumns = head.length > 1;
  const namesAbove = hasRows && holdsNames(head);
  const namesBefore = hasColumns && holdsNames(side);
  const yearsBeside = (line: CellValue[]) => isHeading(line[0]) || areYearsInARow(line.slice(1), 2);
  const yearsBefore = hasColumns && (namesAbove ? yearsBeside(side) : areYearsInARow(side, 3));
  const yearsAbove = hasRows && !yearsBefore && (namesBefore ? yearsBeside(head) : areYearsInARow(head, 3));

  const top = namesAbove || yearsAbove ? 1 : 0;
  const left = namesBefore || yearsBefore ? 1 : 0;
  const where = (row: number, column: number) => place(name, row + top, column + left, cells);
  const year = (cell: CellValue, r: number, c: number): number => {
    const at = place(name, r, c, cells);
    const value = isText(cell) ? null : numberIn(cell, at, "een jaartal");
    return value !== null && isYear(value) ? value : refuse(cell, at, "een jaartal, zoals 2018");
  };
  const nameOf = (cell: CellValue) => String(cell).trim();
  const above = head.slice(left);
  const before = side.slice(top);
  return {
    figures: cells
      .slice(top)
      .map((row, r) => row.slice(left).map((cell, c) => numberIn(cell, where(r, c), accepts))),
    columnLabels: namesAbove
      ? { names: above.map(nameOf) }
      : yearsAbove
        ? { years: above.map((cell, c) => year(cell, 0, c + left)) }
        : null,
    // With names above as well, a first column of text was meant for years.
    rowLabels:
      yearsBefore || (namesAbove && namesBefore)
        ? { years: before.map((cell, r) => year(cell, r + top, 0)) }
        : namesBefore
          ? { names: before.map(nameOf) }
          : null,
    where,
  };
}
