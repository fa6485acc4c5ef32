import { derive, type TextOf } from "./derived-columns";
import type { CellValue, Row } from "./extract";
import type { Finding } from "./finding";
import type { Column, Kind } from "./kind";
import { type Notation, notationOf, unknownNotation } from "../dutch/numbers";
import type { RawRow, RawTable } from "./raw-table";
import type { ColumnMatch } from "./recognise";
import { readCell } from "./values";

/** A row that was read, with everything that is wrong in it, and its texts by canonical column name. */
export interface ReadRow extends Row {
  readonly findings: readonly Finding[];
  readonly text: TextOf;
}

/** The columns that an extract will have: those of the table, and those that can be derived from them. */
export function columnsOf({ columns }: Kind, { positions }: ColumnMatch): Column[] {
  return columns.filter(
    ({ name, derivedFrom = [] }) =>
      positions.has(name) || derivedFrom.some((source) => positions.has(source)),
  );
}

/** Reads every cell of every row as its column wants it, and fills the derived columns. */
export function readRows(table: RawTable, columns: readonly Column[], { positions }: ColumnMatch): ReadRow[] {
  const inTable = columns.filter(({ name }) => positions.has(name));
  const derived = columns.filter(({ derivedFrom }) => derivedFrom !== undefined);
  const notations = new Map(
    inTable
      .filter(({ type }) => type === "aantal" || type === "getal")
      .map(({ name, type }) => [
        name,
        notationOf(
          table.rows.map((row) => textAt(row, positions.get(name))),
          type === "aantal",
        ),
      ]),
  );
  const notation = (name: string): Notation => notations.get(name) ?? unknownNotation;

  return table.rows.map((raw) => {
    const text: TextOf = (name) => textAt(raw, positions.get(name));
    const { line } = raw;
    const values: Record<string, CellValue> = {};
    const findings = tooManyCells(raw, table.headers.length);
    if (findings.length > 0) return { line, values, findings, text };

    for (const column of inTable) {
      const { name } = column;
      const reading = readCell(text(name), column, notation(name));
      if (reading.ok) values[name] = reading.value;
      else
        findings.push({
          line,
          column: name,
          value: text(name),
          expected: reading.expected,
          advice: reading.advice,
        });
    }
    for (const column of derived) {
      // Nothing can be derived from a faulty cell, and the fault of that cell is enough.
      if (
        findings.some(
          (finding) => finding.column === column.name || column.derivedFrom?.includes(finding.column),
        )
      )
        continue;
      const result = derive(column, values[column.name] ?? null, { line, text, notation });
      if (result.ok) values[column.name] = result.value;
      else findings.push(result.finding);
    }
    return { line, values, findings, text };
  });
}

function textAt(row: RawRow, position: number | undefined): string {
  return position === undefined ? "" : (row.cells[position] ?? "");
}

/** A row wider than the header is out of step with it somewhere, and nobody can tell where. */
function tooManyCells({ line, cells }: RawRow, width: number): Finding[] {
  const surplus = cells.slice(width).filter((cell) => cell.trim() !== "");
  if (surplus.length === 0) return [];
  return [
    {
      line,
      column: "",
      value: cells.join(" | "),
      found: `${cells.length} cellen`,
      expected: `${width} cellen, zoals in de kop`,
      advice:
        "Vaak staat er een scheidingsteken in een tekst; zet die tekst in het bestand tussen aanhalingstekens.",
    },
  ];
}
