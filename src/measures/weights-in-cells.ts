import { nameKey } from "../dutch/name-key";
import { numberInCell } from "../dutch/number-in-cell";
import { notationOf, type Notation } from "../dutch/numbers";
import { plainText } from "../dutch/plain-text";
import { numberInDutch } from "../statistics/number-in-dutch";
import { cellTable, viewOf, type CellTable, type View } from "./cell-table";
import { CellError, type CellValue } from "./cells";
import type { Argument } from "./argument";
import { isHeading, isText, wholeIn } from "./label-lines";
import { notationOfFigures, type FigureText } from "./notation-of-figures";
import { refuseSameNames } from "./panel-donors";
import { isMissing, isMissingName, numberIn, refuse } from "./read-cells";

export interface WeightsInCells {
  weights: number[];
  names: string[] | null;
  /** The weights as they stand in the cells: evidence of how the figures of the call are written. */
  figures: FigureText[];
}

/** Published weights are rounded, so that their sum is near 1 and not on it: table 3.1 adds up to 1,002. */
const roundingOfSum = 0.01;

const accepts = "een gewicht: een getal van 0 tot en met 1";
const plausibleHeading = /gewicht|weging|weight|aandeel|waarde|factor|percentage|^w$|^%$/;

/**
 * Weights in a row or column, alone or with names before them, with or without a heading: as SYNTH.GEWICHTEN
 * spills them, or as a report prints them.
 *
 * @param leftOut what stands where a donor has no weight because it was left out
 */
export function weightsInCells(leftOut: string): Argument<WeightsInCells> {
  const asTable = cellTable({ accepts });
  return {
    ...asTable,
    read: (cells, name, context) => {
      const table = asTable.read(cells, name, context);
      return readWeights(viewOfWeights(table, leftOut), leftOut);
    },
  };
}

/** The range with a weight per row, and at most one column before it. */
function viewOfWeights(table: CellTable, leftOut: string): View {
  const views = [viewOf(table, false), viewOf(table, true)].filter(({ columns }) => columns <= 2);
  if (views.length === 0) {
    throw new CellError(
      "#VALUE!",
      `${table.name} is ${table.cells.length} bij ${table.cells[0].length} cellen; geef één kolom met gewichten, of twee met de namen ervoor.`,
    );
  }
  const byNames = views.filter((view) => fits(view, leftOut, isUsualName));
  // Names may also be 1.1 or 12%, where the weights leave no other side for them.
  const fitting = byNames.length > 0 ? byNames : views.filter((view) => fits(view, leftOut, () => true));
  if (fitting.length < 2) return fitting[0] ?? views[0];
  const readings = fitting.map((view) => {
    const { weights, names } = readWeights(view, leftOut);
    return JSON.stringify({ weights, names });
  });
  if (readings[0] === readings[1]) return fitting[0];
  throw new CellError(
    "#VALUE!",
    `${table.name} is op twee manieren te lezen: met de namen in kolom 1, of met de namen in rij 1. Zet er een kop bij, zoals "Gewicht", of geef alleen de gewichten.`,
  );
}

const isUsualName = (cell: CellValue) => isText(cell) || isMissing(cell) || (wholeIn(cell) ?? -1) > 0;

/** Whether a range can be read so, its names being names and its weights adding up to 1. */
function fits(view: View, leftOut: string, isName: (cell: CellValue) => boolean): boolean {
  const { weights, names, heads } = parts(view, leftOut);
  const areNames = names.every((name) => isName(name) && !isLeftOut(name, leftOut));
  const numbers = notationOf(weights.filter((cell) => typeof cell === "string"));
  const values = weights.map((cell) => weightOrNull(cell, numbers, leftOut));
  const headIsOne = heads === 0 || isPlausibleHead(view);
  return areNames && headIsOne && values.every((value) => value !== null) && isOne(sumOf(values.map(Number)));
}

function parts(view: View, leftOut: string): { weights: CellValue[]; names: CellValue[]; heads: 0 | 1 } {
  const last = view.columns - 1;
  const first = view.cell(0, last);
  const underHeading = last === 1 && isMissing(first) && isHeading(view.cell(0, 0));
  const heads = underHeading || (isText(first) && !isLeftOut(first, leftOut)) ? 1 : 0;
  const rows = Array.from({ length: view.rows - heads }, (_, i) => i + heads);
  return {
    weights: rows.map((row) => view.cell(row, last)),
    names: last === 0 ? [] : rows.map((row) => view.cell(row, 0)),
    heads,
  };
}

function readWeights(view: View, leftOut: string): WeightsInCells {
  const { name } = view.table;
  const last = view.columns - 1;
  const { weights: cells, names, heads } = parts(view, leftOut);
  const where = (i: number) => view.where(i + heads, last);
  const figures = cells.flatMap((text, i) =>
    typeof text === "string" ? [{ text, where: () => where(i) }] : [],
  );
  const numbers = notationOfFigures(figures);
  const weights = cells.map((cell, i) => {
    if (!isLeftOut(cell, leftOut)) numberIn(cell, where(i), accepts, numbers);
    return weightOrNull(cell, numbers, leftOut) ?? refuse(cell, where(i), accepts);
  });
  if (heads === 1 && !isPlausibleHead(view)) {
    refuse(view.cell(0, last), view.where(0, last), `${accepts}, "${leftOut}", of een kop zoals "Gewicht"`);
  }
  checkSum(weights, name);
  return {
    weights,
    names: names.every(isMissingName) ? null : readNames(names, (i) => view.where(i + heads, 0)),
    figures,
  };
}

function readNames(cells: CellValue[], where: (index: number) => string): string[] {
  const names = cells.map((cell, i) => {
    if (!isMissingName(cell)) return plainText(String(cell));
    throw new CellError("#VALUE!", `In ${where(i)} ontbreekt de naam van de donor; vul haar aan.`);
  });
  refuseSameNames(names, where, "Laat één van beide weg, of geef ze verschillende namen.");
  return names;
}

/** A heading over the weights, or any text beside a heading over the names. */
function isPlausibleHead(view: View): boolean {
  const head = view.cell(0, view.columns - 1);
  return (
    plausibleHeading.test(nameKey(String(head ?? ""))) || (view.columns === 2 && isHeading(view.cell(0, 0)))
  );
}

const isLeftOut = (cell: CellValue, leftOut: string) =>
  typeof cell === "string" && nameKey(cell) === nameKey(leftOut);

function weightOrNull(cell: CellValue, numbers: Notation, leftOut: string): number | null {
  if (isLeftOut(cell, leftOut)) return 0;
  if (isMissing(cell) || typeof cell === "boolean") return null;
  const weight = typeof cell === "string" ? numberInCell(cell, numbers) : cell;
  return weight !== null && weight >= 0 && weight <= 1 ? weight : null;
}

/** The sum as it is shown, so that a message about it cannot contradict itself. */
const sumOf = (weights: number[]) =>
  Number(weights.reduce((total, weight) => total + weight, 0).toPrecision(12));

/** 1,01 minus 1 is a little more than 0,01 in a computer. */
const isOne = (sum: number) => Math.abs(sum - 1) <= roundingOfSum + 1e-12;

function checkSum(weights: number[], name: string): void {
  const sum = sumOf(weights);
  if (isOne(sum)) return;
  throw new CellError(
    "#VALUE!",
    `De ${weights.length} gewichten in ${name} zijn samen ${numberInDutch(sum)}; verwacht werd 1, op ${numberInDutch(roundingOfSum)} na. Kijk of het bereik alle gewichten bevat.`,
  );
}
