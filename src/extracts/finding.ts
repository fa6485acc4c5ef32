import { excerpt } from "./excerpt";
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

/** How long a part of the sentence may be that a reader of cells made; a cell itself is cut shorter. */
const longestPart = 400;

/**
 * Puts a finding in a sentence: where, what was found, what was expected, what to do. `header` is the column's
 * name as the file has it. A long cell is cut, and a burgerservicenummer is not repeated.
 */
export function toFault(finding: Finding, fileName: string, header: string): Fault {
  const { line, column } = finding;
  const value = excerpt(finding.value);
  const where = `${fileName}, regel ${line}${header === "" ? "" : `, kolom ${excerpt(header)}`}`;
  const found =
    finding.found !== undefined
      ? excerpt(finding.found, longestPart)
      : value.trim() === ""
        ? "een lege cel"
        : `"${value.trim()}"`;
  const expected = excerpt(finding.expected, longestPart);
  const advice = excerpt(finding.advice ?? "Verbeter de cel in het bestand.", longestPart);
  const message = `${where}: gevonden ${found}. Verwacht: ${expected}. ${advice} Of ga verder zonder deze regel.`;
  return { line, column, value, expected, message };
}
