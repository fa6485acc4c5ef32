import { numberInCell } from "../dutch/number-in-cell";
import { CellError, type CellValue } from "./cells";
import type { Argument } from "./function-record";
import { isMissing, numberIn, place, refuse } from "./read-cells";

export interface WeightsInCells {
  weights: number[];
  names: string[] | null;
}

/** Published weights are rounded, so that their sum is near 1 and not on it: table 3.1 adds up to 1,002. */
const roundingOfSum = 0.01;

/**
 * Weights in a row or column, alone or with names before them, with or without a heading: as SYNTH.GEWICHTEN
 * spills them, or as a report prints them.
 *
 * @param leftOut what stands where a donor has no weight because it was left out
 */
export function weightsInCells(leftOut: string): Argument<WeightsInCells> {
  const accepts = "een gewicht: een getal van 0 tot en met 1";
  const weightIn = (cell: CellValue, where: string): number => {
    if (cell === leftOut) return 0;
    const weight = numberIn(cell, where, accepts);
    return weight !== null && weight >= 0 && weight <= 1 ? weight : refuse(cell, where, accepts);
  };
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    read: (cells, name) => {
      const [rows, columns] = [cells.length, cells[0].length];
      const lies = columns > 2 && rows <= 2;
      const list = lies ? cells[0].map((_, c) => cells.map((row) => row[c])) : cells;
      const width = list[0].length;
      if (width > 2) {
        throw new CellError(
          "#VALUE!",
          `${name} is ${rows} bij ${columns} cellen; geef één kolom met gewichten, of twee met de namen ervoor.`,
        );
      }
      const head = list[0][width - 1];
      const first = isText(head) && head !== leftOut ? 1 : 0;
      const at = (i: number) => (lies ? place(name, width - 1, i, cells) : place(name, i, width - 1, cells));
      const body = list.slice(first);
      const weights = body.map((line, i) => weightIn(line[width - 1], at(i + first)));
      checkSum(weights, name);
      return { weights, names: width === 2 ? body.map(([cell]) => String(cell ?? "").trim()) : null };
    },
  };
}

const isText = (cell: CellValue) =>
  typeof cell === "string" && !isMissing(cell) && numberInCell(cell) === null;

function checkSum(weights: number[], name: string): void {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) <= roundingOfSum) return;
  throw new CellError(
    "#VALUE!",
    `De ${weights.length} gewichten in ${name} zijn samen ${String(Number(sum.toPrecision(6))).replace(".", ",")}; verwacht werd 1, op ${String(roundingOfSum).replace(".", ",")} na. Kijk of het bereik alle gewichten bevat.`,
  );
}
