import { type ColumnNotation, columnNotationsOf } from "./column-notation";
import { kinds } from "./kinds";
import type { RawRow, RawTable } from "./raw-table";
import type { ColumnMatch } from "./recognise";

/** Found before: to go through a million cells takes its time, and more than one reader wants to know. */
const found = new WeakMap<RawTable, { match: ColumnMatch; notations: ReadonlyMap<string, ColumnNotation> }>();

/** How the columns of a table are written, by canonical name. */
export function notationsOf(table: RawTable, match: ColumnMatch): ReadonlyMap<string, ColumnNotation> {
  const before = found.get(table);
  if (before?.match === match) return before.notations;
  const { kind, positions } = match;
  const notations = columnNotationsOf(
    kinds[kind].columns.filter(({ name }) => positions.has(name)),
    ({ name }) => cellsOf(table, positions.get(name)),
  );
  found.set(table, { match, notations });
  return notations;
}

/** The texts of a column, to be gone through as often as is needed, but for rows that are out of step. */
function cellsOf({ rows, headers }: RawTable, position: number | undefined): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) if (isInStep(row, headers.length)) yield textAt(row, position);
    },
  };
}

export function textAt(row: RawRow, position: number | undefined): string {
  return position === undefined ? "" : (row.cells[position] ?? "");
}

/** Whether the cells of a row stand below the names of their columns. */
export function isInStep({ cells, misfit }: RawRow, width: number): boolean {
  if (misfit !== undefined) return false;
  for (let at = width; at < cells.length; at += 1) if (cells[at].trim() !== "") return false;
  return true;
}
