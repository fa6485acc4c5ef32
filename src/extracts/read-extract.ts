import { dateOrdersOf } from "./date-orders";
import type { ExtractReading } from "./extract";
import type { KindId } from "./kind";
import { readCsv } from "./read-csv";
import { readTable } from "./read-table";
import { recognise } from "./recognise";

export type { CellValue, Extract, ExtractReading, Fault, Remark, Row } from "./extract";

/** A file that a user chose. */
export interface ExtractFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a CSV file as an extract. The road has three steps, so that other files and other column names can
 * take the same road: bytes to a table of texts (`readCsv`), its header to a kind and its columns
 * (`recognise`), and both to an extract (`readTable`).
 *
 * @param kind the kind that the user chose, when the header alone does not decide
 */
export function readExtract(file: ExtractFile, kind?: KindId): ExtractReading {
  const reading = readCsv(file, kind);
  if (!reading.ok) return reading;
  const { table } = reading;
  const recognition = recognise(table.headers, kind);
  if (!recognition.ok)
    return { ok: false, problem: `${file.name}, regel ${table.headerLine}: ${recognition.problem}` };
  const { match } = recognition;
  const read = readTable(table, match, file.name);
  if (!read.ok) return read;
  return { ok: true, extract: { ...read.extract, dateOrders: dateOrdersOf(table, match) } };
}
