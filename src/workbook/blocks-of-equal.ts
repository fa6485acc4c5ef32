/** A rectangle of cells that are all the same; row and column count from 0. */
export interface EqualBlock<T> {
  row: number;
  column: number;
  rows: number;
  columns: number;
  value: T;
}

/**
 * Divides the cells of a sheet into rectangles of equal cells: runs within a row, joined with the same run in the
 * rows below. Each cell is in exactly one rectangle; undefined cells are in none.
 *
 * @example
 * blocksOfEqual([["a", "a"], ["a", "a"]]) // => [{ "row": 0, "column": 0, "rows": 2, "columns": 2, "value": "a" }]
 */
export function blocksOfEqual<T extends string | number>(
  rows: readonly (readonly (T | undefined)[])[],
): EqualBlock<T>[] {
  const closed: EqualBlock<T>[] = [];
  let open = new Map<string, EqualBlock<T>>();
  rows.forEach((cells, row) => {
    const next = new Map<string, EqualBlock<T>>();
    for (const { column, columns, value } of runsOf(cells)) {
      const place = `${column} ${columns} ${value}`;
      const above = open.get(place);
      if (above) above.rows += 1;
      const block = above ?? { row, column, rows: 1, columns, value };
      if (!above) closed.push(block);
      next.set(place, block);
    }
    open = next;
  });
  return closed;
}

function runsOf<T>(cells: readonly (T | undefined)[]): { column: number; columns: number; value: T }[] {
  const runs: { column: number; columns: number; value: T }[] = [];
  // Not forEach: it skips the places of an array that were never filled.
  for (let column = 0; column < cells.length; column += 1) {
    const value = cells[column];
    if (value === undefined) continue;
    const last = runs.at(-1);
    if (last?.value === value && last.column + last.columns === column) last.columns += 1;
    else runs.push({ column, columns: 1, value });
  }
  return runs;
}
