import type { Fault } from "./extract";

/** A fault before it has its sentence. */
export interface Finding {
  readonly line: number;
  /** Canonical name; empty when it is about the row as a whole. */
  readonly column: string;
  readonly value: string;
  readonly expected: string;
  /** What was found, when that is more than the value. */
  readonly found?: string;
  /** What to do, when that is more than to correct the cell. */
  readonly advice?: string;
}

/**
 * Puts a finding in a sentence: where, what was found, what was expected, what to do. `header` is the column's
 * name as the file has it.
 */
export function toFault(finding: Finding, fileName: string, header: string): Fault {
  const { line, column, value, expected } = finding;
  const where = `${fileName}, regel ${line}${header === "" ? "" : `, kolom ${header}`}`;
  const found = finding.found ?? (value.trim() === "" ? "een lege cel" : `"${value.trim()}"`);
  const advice = finding.advice ?? "Verbeter de cel in het bestand.";
  const message = `${where}: gevonden ${found}. Verwacht: ${expected}. ${advice} Of ga verder zonder deze regel.`;
  return { line, column, value, expected, message };
}
