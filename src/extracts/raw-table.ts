import type { Remark } from "./extract";
import type { Finding } from "./finding";

/** Why a record is no row of its table, in the parts of a sentence; many rows can have one and the same. */
export interface Misfit {
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** A record of a file before anything is known about its columns: texts, and the line on which it starts. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where it is there, the cells are not those of the columns and are not read. */
  readonly misfit?: Misfit;
}

/**
 * A table as it stands in a file. Every reader (CSV, XLSX, StatLine) makes one of these; from here on the road
 * to an extract is the same.
 */
export interface RawTable {
  /** The column names as they stand in the file, trimmed; empty for a column without a name. */
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly RawRow[];
  /**
   * What is wrong with rows before their columns are known, by line: a byte that is no text, a row that was cut off. Made
   * while they are gone through, since a file can have a million.
   */
  readonly findings: Iterable<Finding>;
  /** The lines above the header and below the rows. */
  readonly outside: readonly RawRow[];
  readonly remarks: readonly Remark[];
  readonly encoding: string;
  readonly separator: string;
}

/** A table, or in Dutch why there is none. */
export type TableReading =
  { readonly ok: true; readonly table: RawTable } | { readonly ok: false; readonly problem: string };
