import { CellError } from "./cells";
import { isMissing, isMissingName, shown } from "./read-cells";
import type { Reading } from "./readings";

/** How a reading takes a range, to set it against another. */
function inWords({ view, top, left }: Reading): string {
  const [row, column] = view.turned ? ["kolom", "rij"] : ["rij", "kolom"];
  const parts = [
    ...(top === 1 ? [`namen in ${row} 1`] : []),
    ...(left === 1 ? [`jaren in ${column} 1`] : []),
  ];
  const labels = parts.length === 0 ? "zonder namen en jaren" : `met ${parts.join(" en ")}`;
  return `${labels} en een donor per ${column}`;
}

export const readAlike = (one: Reading, other: Reading) => inWords(one) === inWords(other);

/** Refuses a range that can be read in two ways: one of them would give a figure that nobody distrusts. */
export function refuseTwoReadings(one: Reading, other: Reading, advice: string): never {
  const cell = [one, other].map(cellInDoubt).find((found) => found !== "") ?? "";
  throw new CellError(
    "#VALUE!",
    `${one.view.table.name} is op twee manieren te lezen: ${inWords(one)}, of ${inWords(other)}.${cell} ${advice}`,
  );
}

/** The first of the names that may be a value. */
function cellInDoubt({ view, top, left, namesAre }: Reading): string {
  if (top === 0 || namesAre === "text") return "";
  const named = Array.from({ length: view.columns - left }, (_, j) => left + j);
  const column = named.find((j) => !isMissingName(view.cell(0, j))) ?? left;
  const cell = view.cell(0, column);
  const value = isMissing(cell) ? "een ontbrekende waarde" : "een waarde";
  return ` In ${view.where(0, column)} staat ${shown(cell)}, en dat kan een naam zijn of ${value}.`;
}
