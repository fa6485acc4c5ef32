import { findBsns } from "./bsn-columns";
import { compareRows } from "./compare-rows";
import { excerpt } from "./excerpt";
import type { ExtractReading, Fault, Remark } from "./extract";
import { fingerprintsOf } from "./fingerprints";
import { type Finding, toFault } from "./finding";
import { kinds } from "./kinds";
import type { RawTable } from "./raw-table";
import { columnsOf, readRows, type ReadRow } from "./read-rows";
import { type ColumnMatch, nearMisses } from "./recognise";

/** Of so many faults the sentences are kept; the others are counted. */
export const MOST_FAULTS = 1000;

/**
 * Reads a table of which the kind is known, by the columns that were matched. Every cell is checked; a row
 * with a fault is reported and kept out of the rows, and the others are read all the same.
 */
export function readTable(table: RawTable, match: ColumnMatch, fileName: string): ExtractReading {
  const kind = kinds[match.kind];
  if (table.rows.length === 0)
    return {
      ok: false,
      problem:
        `${fileName}: onder de kop op regel ${table.headerLine} staan geen rijen. Controleer of de export ` +
        `volledig is.`,
    };
  const bsns = findBsns(table);
  if (bsns.problem !== null) return { ok: false, problem: `${fileName}: ${bsns.problem}` };

  const columns = columnsOf(kind, match);
  const read = readRows(table, columns, match);
  const rows = withFindings(read.rows, table.findings);
  const between = compareRows(rows, kind);
  const faultyLines = new Set(between.map(({ line }) => line));
  const isGood = (row: ReadRow) => row.findings.length === 0 && !faultyLines.has(row.line);
  const asFault = (finding: Finding): Fault => {
    const position = match.positions.get(finding.column);
    return toFault(finding, fileName, position === undefined ? finding.column : table.headers[position]);
  };
  const findings = [...rows.flatMap((row) => row.findings), ...between].sort((a, b) => a.line - b.line);
  return {
    ok: true,
    extract: {
      kind: match.kind,
      fileName,
      columns: columns.map(({ name }) => name),
      rows: rows.filter(isGood).map(({ line, values }) => ({ line, values })),
      fingerprints: kind.key
        ? undefined
        : fingerprintsOf(
            table.rows.filter((_, index) => isGood(rows[index])),
            table,
            match,
          ),
      faults: findings.slice(0, MOST_FAULTS).map(asFault),
      faultCount: findings.length,
      remarks: [...table.remarks, ...read.remarks, ...bsns.remarks, ...misspelt(table, match)],
      unknownColumns: match.unknownColumns,
      encoding: table.encoding,
      separator: table.separator,
      rowsRead: table.rows.length,
    },
  };
}

/** The rows, with what was wrong with them before their columns were known. */
function withFindings(rows: readonly ReadRow[], findings: readonly Finding[]): readonly ReadRow[] {
  if (findings.length === 0) return rows;
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  return rows.map((row) => {
    const more = byLine.get(row.line);
    return more === undefined ? row : { ...row, findings: [...more, ...row.findings] };
  });
}

/** Names the columns that are not read and may be a misspelt one of the kind. */
function misspelt({ headerLine }: RawTable, match: ColumnMatch): Remark[] {
  return nearMisses(match).map(([unknown, meant]) => ({
    line: headerLine,
    text: excerpt(unknown),
    message: `De kolom ${excerpt(unknown)} kent KNAP niet en is niet gelezen. Bedoelt u ${meant}? Geef de kolom dan die naam.`,
  }));
}
