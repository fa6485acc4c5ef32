import type { Vector } from "./vectors";

/** A column, and the places in the original list where it stands. */
export type DistinctColumn = { column: Vector; places: number[] };

/**
 * The different columns of a list, in an order that depends on their values alone: ascending by the first
 * entry, then the second, and so on. Whoever computes with them in this order gets the same answer, to the
 * last bit, in whatever order the list was given, and equal columns are treated equally.
 *
 * @example
 * distinctColumns([[2, 1], [1, 5], [2, 1]]) // => [{"column": [1, 5], "places": [1]}, {"column": [2, 1], "places": [0, 2]}]
 */
export function distinctColumns(columns: readonly Vector[]): DistinctColumn[] {
  const distinct: DistinctColumn[] = [];
  const order = columns.map((_, j) => j).sort((a, b) => compare(columns[a], columns[b]));
  for (const place of order) {
    const last = distinct.at(-1);
    if (last !== undefined && compare(last.column, columns[place]) === 0) last.places.push(place);
    else distinct.push({ column: columns[place], places: [place] });
  }
  return distinct;
}

function compare(a: Vector, b: Vector): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
