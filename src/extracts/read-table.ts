import { findBsns } from "./bsn-columns";
import { findingsBetween } from "./compare-rows";
import { excerpt } from "./excerpt";
import type { ExtractReading, Fault, Remark, Row } from "./extract";
import { fingerprintsOf } from "./fingerprints";
import { type Finding, toFault } from "./finding";
import { FirstFindings } from "./first-findings";
import { kinds } from "./kinds";
import type { RawRow, RawTable } from "./raw-table";
import { columnsOf, readRows, withTexts } from "./read-rows";
import { type ColumnMatch, nearMisses } from "./recognise";

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
  const told = new FirstFindings();
  const { rows, remarks } = readRows(table, columns, match, told);
  const faultyLines = new Set<number>();
  if (kind.key !== undefined)
    for (const finding of findingsBetween(withTexts(rows, rawOf(rows, table), match), kind)) {
      faultyLines.add(finding.line);
      told.add(finding);
    }
  const goodRows = faultyLines.size === 0 ? rows : rows.filter(({ line }) => !faultyLines.has(line));
  const asFault = (finding: Finding): Fault => {
    const position = match.positions.get(finding.column);
    return toFault(finding, fileName, position === undefined ? finding.column : table.headers[position]);
  };
  return {
    ok: true,
    extract: {
      kind: match.kind,
      fileName,
      columns: columns.map(({ name }) => name),
      rows: goodRows,
      fingerprints: kind.key ? undefined : fingerprintsOf(rawOf(goodRows, table), table, match),
      faults: told.first().map(asFault),
      faultCount: told.count,
      remarks: [...table.remarks, ...remarks, ...bsns.remarks, ...misspelt(table, match)],
      unknownColumns: match.unknownColumns,
      encoding: table.encoding,
      separator: table.separator,
      rowsRead: table.rows.length,
    },
  };
}

/** The rows as they stand in the file; both lists go by line. */
function rawOf(rows: readonly Row[], table: RawTable): RawRow[] {
  let next = 0;
  return table.rows.filter(({ line }) => {
    const isNext = next < rows.length && rows[next].line === line;
    if (isNext) next += 1;
    return isNext;
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
