import { numberInCell } from "../dutch/number-in-cell";
import type { Notation } from "../dutch/numbers";
import { placeInRange, placeOnSheet, rangeAddress, type PlaceOf } from "./cell-places";
import { CellError, isErrorCell } from "./cells";
import type { ArgumentList, CallContext } from "./argument";
import { givenCell, type GivenCell } from "./given-cells";
import { beginsWithText, headingOutOfPlace, whichHaveHeadings, type GivenArgument } from "./headings";
import { notationOfFigures, type FigureText } from "./notation-of-figures";
import { isPercentText, refuse, shown } from "./read-cells";

/** The arguments of a call as they were given, with the values that stand in them. */
export function givenArguments(
  record: { arguments: ArgumentList },
  cells: unknown[][][],
  addresses: readonly (string | undefined)[] = [],
): GivenArgument[] {
  return Object.entries(record.arguments).map(([name, argument], index) => ({
    name,
    argument,
    cells: givenCells(cells[index] ?? [[null]]),
    address: rangeAddress(addresses[index]),
  }));
}

function givenCells(cells: unknown[][]): GivenCell[][] {
  const isPlain = cells.every((row) => row.every((cell) => typeof cell !== "object" || cell === null));
  return isPlain ? (cells as GivenCell[][]) : cells.map((row) => row.map(givenCell));
}

type Placed = GivenArgument & { place: PlaceOf };

type Prepared = GivenArgument & { context: CallContext };

/**
 * Makes arguments ready to be read: headings are taken off, errors in cells refused (or told in the cell, where each
 * cell has its own result), and the notation of text numbers is decided by all figures of the call together.
 */
export function prepared(
  given: readonly GivenArgument[],
  isTableHead: (argument: number) => boolean,
): Prepared[] {
  const sheets = new Set(given.flatMap(({ address }) => address?.sheet ?? []));
  const heads = whichHaveHeadings(given, isTableHead);
  const outOfPlace = headingOutOfPlace(given, heads);
  const placed = given.map((one, index) => {
    const { name, cells, address } = one;
    const size = { rows: cells.length, columns: cells[0].length };
    const inRange = address === null ? placeInRange(name, size) : placeOnSheet(address, sheets.size > 1);
    const head = heads[index] ? 1 : 0;
    const place: PlaceOf = (row, column) => inRange(row + head, column);
    if (head === 0 && (beginsWithText(one) || index === outOfPlace)) refuseHeading(one, place);
    return { ...one, cells: withErrorsTold(one, head === 0 ? cells : cells.slice(head), place), place };
  });
  const numbers = notationOfFigures(figuresOf(placed));
  refuseTwoScales(placed, numbers);
  return placed.map(({ place, ...one }) => ({ ...one, context: { place, numbers } }));
}

/** A text before the values that is not known to be a heading, or one before labels that stand beside other rows. */
function refuseHeading({ argument, cells }: GivenArgument, place: PlaceOf): never {
  const column = cells[0].findIndex((cell) => typeof cell === "string");
  return refuse(
    cells[0][column],
    place(0, column),
    argument.accepts,
    "Is het een kop, laat haar dan buiten het bereik.",
  );
}

function withErrorsTold({ argument }: GivenArgument, cells: GivenCell[][], place: PlaceOf): GivenCell[][] {
  if (!cells.some((row) => row.some(isErrorCell))) return cells;
  return cells.map((row, r) =>
    row.map((cell, c) => {
      if (!isErrorCell(cell)) return cell;
      const message = `In ${place(r, c)} ${cell.message}`;
      if (argument.keepsErrors) return { ...cell, message };
      throw new CellError("#VALUE!", message);
    }),
  );
}

/** Shares of which one is written as 22,6% and another as 15,3: the one is on a scale of 0 to 1 and the other not. */
function refuseTwoScales(given: readonly Placed[], numbers: Notation): void {
  const cells = given
    .filter(({ argument }) => argument.share)
    .flatMap(({ cells: rows, place }) =>
      rows.flatMap((row, r) => row.map((cell, c) => ({ cell, where: place(r, c) }))),
    );
  const percent = cells.find(({ cell }) => isPercentText(cell));
  if (percent === undefined) return;
  const plain = cells.find(({ cell }) => {
    if (isPercentText(cell) || isErrorCell(cell)) return false;
    const value = typeof cell === "string" ? numberInCell(cell, numbers) : cell;
    return typeof value === "number" && value > 1;
  });
  if (plain === undefined) return;
  throw new CellError(
    "#VALUE!",
    `In ${percent.where} staat ${shown(percent.cell)} en in ${plain.where} ${shown(plain.cell)}, zonder procentteken. Schrijf de aandelen op één manier: als 22,6% of als 0,226.`,
  );
}

/** Of a table it is not known yet which of its cells are figures: it is asked once that has been read. */
function figuresOf(given: readonly Placed[]): FigureText[] {
  const figures: FigureText[] = [];
  for (const { argument, cells, place } of given) {
    if (argument.holds !== "figures") continue;
    cells.forEach((row, r) =>
      row.forEach((text, c) => {
        if (typeof text === "string") figures.push({ text, where: () => place(r, c), whole: argument.whole });
      }),
    );
  }
  return figures;
}
