import { holdsBsns } from "./bsn";
import { compareRows } from "./compare-rows";
import type { ExtractReading, Fault, Remark } from "./extract";
import { type Finding, toFault } from "./finding";
import type { Kind } from "./kind";
import { kinds } from "./kinds";
import type { RawTable } from "./raw-table";
import { columnsOf, readRows } from "./read-rows";
import type { ColumnMatch } from "./recognise";

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
  const bsnColumn = findBsnColumn(table, kind, match);
  if (bsnColumn !== null) return { ok: false, problem: explainBsn(fileName, bsnColumn) };

  const columns = columnsOf(kind, match);
  const { rows, remarks } = readRows(table, columns, match);
  const between = compareRows(rows, kind);
  const faultyLines = new Set(between.map(({ line }) => line));
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
      rows: rows
        .filter(({ line, findings }) => findings.length === 0 && !faultyLines.has(line))
        .map(({ line, values }) => ({ line, values })),
      faults: [...rows.flatMap(({ findings }) => findings), ...between]
        .sort((a, b) => a.line - b.line)
        .map(asFault),
      remarks: [...table.remarks, ...remarks, ...warnOfBsns(table, match)],
      unknownColumns: match.unknownColumns,
      encoding: table.encoding,
      separator: table.separator,
      rowsRead: table.rows.length,
    },
  };
}

function cellsAt(table: RawTable, position: number): string[] {
  return table.rows.map(({ cells }) => cells[position] ?? "");
}

/** The header of a text column about persons that holds burgerservicenummers. */
function findBsnColumn(table: RawTable, kind: Kind, { positions }: ColumnMatch): string | null {
  if (!kind.personLevel) return null;
  for (const { name, type } of kind.columns) {
    const position = positions.get(name);
    if (position === undefined || (type !== "code" && type !== "tekst")) continue;
    if (holdsBsns(cellsAt(table, position))) return table.headers[position];
  }
  return null;
}

function explainBsn(fileName: string, column: string): string {
  return (
    `${fileName}: de kolom ${column} bevat burgerservicenummers. KNAP leest die niet. Vervang ze in de export ` +
    `door een pseudoniem (voor elke persoon een ander, in alle bestanden hetzelfde) of laat de kolom weg.`
  );
}

/** A column that is not read anyway can still hold what should not have left the registration. */
function warnOfBsns(table: RawTable, { positions }: ColumnMatch): Remark[] {
  const read = new Set(positions.values());
  return table.headers.flatMap((header, position) =>
    read.has(position) || !holdsBsns(cellsAt(table, position))
      ? []
      : [
          {
            line: table.headerLine,
            text: header,
            message:
              `De kolom ${header === "" ? position + 1 : header} bevat burgerservicenummers. KNAP leest die kolom ` +
              `niet; laat haar ook in de export weg.`,
          },
        ],
  );
}
