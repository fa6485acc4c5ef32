import { dateDoubt } from "../dutch/dates";
import { type ColumnNotation, silentColumn } from "./column-notation";
import { derive, type TextOf } from "./derived-columns";
import { excerpt } from "./excerpt";
import type { CellValue, Remark, Row } from "./extract";
import type { Finding } from "./finding";
import type { FirstFindings } from "./first-findings";
import type { Column, Kind } from "./kind";
import { kinds } from "./kinds";
import { findContradiction } from "./place-columns";
import { publishedUnit } from "./published-unit";
import type { RawRow, RawTable } from "./raw-table";
import type { ColumnMatch } from "./recognise";
import { isInStep, notationsOf, textAt } from "./table-notations";
import { type CellReading, readCell } from "./values";
import { plainText } from "../dutch/plain-text";
import { remarkOnWaysOfWriting } from "./written-alike";

/** A row that was read, with what is wrong in it, and its texts by canonical column name. */
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

/**
 * Reads every cell of every row as its column wants it, and fills the derived columns. Of a row with a fault nothing is
 * kept but what is told. The remarks tell how a column was read that is not written as the Dutch write.
 */
export function readRows(
  table: RawTable,
  columns: readonly Column[],
  match: ColumnMatch,
  told: FirstFindings,
): { rows: Row[]; remarks: Remark[] } {
  const { kind, positions } = match;
  const { placeColumns = [] } = kinds[kind];
  const inTable = columns.filter(({ name }) => positions.has(name));
  const derived = columns.filter(({ derivedFrom }) => derivedFrom !== undefined);
  const notations = notationsOf(table, match);
  const notation = (name: string): ColumnNotation => notations.get(name) ?? silentColumn;

  const readers = new Map(inTable.map((column) => [column, cellReader(column, notation(column.name))]));

  /** Adds to the findings what is wrong in the row. */
  const valuesOf = (raw: RawRow, findings: Finding[]): Row["values"] => {
    const text: TextOf = (name) => textAt(raw, positions.get(name));
    const { line } = raw;
    const values: Record<string, CellValue> = {};
    const outOfStep = isOutOfStep(raw, table.headers.length);
    if (outOfStep !== null) {
      findings.push(outOfStep);
      return values;
    }

    for (const [{ name }, read] of readers) {
      const reading = read(text(name));
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
    const sources = derived.find(({ name }) => name === "gebiedsdeel")?.derivedFrom ?? [];
    const hasPlaces = sources.length > 1 && !findings.some(({ column }) => sources.includes(column));
    const contradiction = hasPlaces ? findContradiction(line, text, sources, placeColumns) : null;
    if (contradiction !== null) findings.push(contradiction);
    for (const column of derived) {
      // Nothing can be derived from a faulty cell, and the fault of that cell is enough.
      if (
        findings.some(
          (finding) => finding.column === column.name || column.derivedFrom?.includes(finding.column),
        )
      )
        continue;
      const result = derive(column, values[column.name] ?? null, {
        line,
        text,
        notation: (name) => notation(name).numbers,
      });
      if (result.ok) values[column.name] = result.value;
      else findings.push(result.finding);
    }
    if (kind === "gepubliceerd" && findings.length === 0) {
      const unit = publishedUnit({ line, values }, text);
      if (unit.ok) values.eenheid = unit.value;
      else findings.push(unit.finding);
    }
    return values;
  };

  const before = byLine(table.findings);
  const rows: Row[] = [];
  for (const raw of table.rows) {
    const findings = before(raw.line);
    const values = valuesOf(raw, findings);
    if (findings.length === 0) rows.push({ line: raw.line, values });
    else for (const finding of findings) told.add(finding);
  }
  return {
    rows,
    remarks: inTable.flatMap(({ name, isPerson }) => [
      ...remarkOnDates(table, positions.get(name), notation(name)),
      ...(isPerson ? remarkOnWaysOfWriting(rows, name, table.headers[positions.get(name) ?? 0]) : []),
    ]),
  };
}

/** The findings of a line, of findings by line; to be asked for each line in its turn. */
function byLine(findings: Iterable<Finding>): (line: number) => Finding[] {
  const iterator = findings[Symbol.iterator]();
  let next = iterator.next();
  return (line) => {
    const found: Finding[] = [];
    for (; next.done !== true && next.value.line <= line; next = iterator.next()) found.push(next.value);
    return found;
  };
}

/** More different texts of a column than this are not remembered. */
const REMEMBERED_TEXTS = 10_000;

/** Reads the cells of a column, each text once: most columns of a million rows have a handful of texts. */
function cellReader(column: Column, notation: ColumnNotation): (text: string) => CellReading {
  const known = new Map<string, CellReading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = readCell(text, column, notation);
    if (known.size < REMEMBERED_TEXTS) known.set(text, reading);
    return reading;
  };
}

/** A column that was read with the month first is told, with the cell that shows it or else the first that it changes. */
function remarkOnDates(table: RawTable, position: number | undefined, { dates }: ColumnNotation): Remark[] {
  const { monthFirst, dayFirst } = dates;
  if (position === undefined || monthFirst === null || dayFirst !== null) return [];
  const inDoubt = { ...dates, dayFirst: monthFirst };
  const row =
    table.rows.find((candidate) => plainText(textAt(candidate, position)) === monthFirst) ??
    table.rows.find((candidate) => dateDoubt(textAt(candidate, position), inDoubt) === "order");
  if (row === undefined) return [];
  const header = excerpt(table.headers[position]);
  return [
    {
      line: row.line,
      text: header,
      // Without the date itself: it may be of a person, and remarks stand in the workbook.
      message:
        `De datums in de kolom ${header} zijn gelezen met de maand vooraan (maand/dag/jaar), zoals ` +
        `op regel ${row.line}. Controleer of dat klopt.`,
    },
  ];
}

/** Rows that were read, with the texts of them, to be compared; it takes less memory than a function for each. */
export function withTexts(rows: readonly Row[], raws: readonly RawRow[], match: ColumnMatch): ReadRow[] {
  return rows.map((row, index) => new RowWithText(row, raws[index], match));
}

const none: readonly Finding[] = [];

class RowWithText implements ReadRow {
  readonly findings = none;

  constructor(
    private readonly row: Row,
    private readonly raw: RawRow,
    private readonly match: ColumnMatch,
  ) {}

  get line() {
    return this.row.line;
  }

  get values() {
    return this.row.values;
  }

  text(column: string): string {
    return textAt(this.raw, this.match.positions.get(column));
  }
}

/** A row wider than the header is out of step with it somewhere, and nobody can tell where. */
function isOutOfStep(row: RawRow, width: number): Finding | null {
  if (isInStep(row, width)) return null;
  const { line, cells, misfit } = row;
  if (misfit !== undefined) return { line, column: "", value: "", ...misfit };
  return {
    line,
    column: "",
    value: cells.join(" | "),
    found: `${cells.length} cellen`,
    expected: `${width} cellen, zoals in de kop`,
    advice:
      "Vaak staat er een scheidingsteken in een tekst; zet die tekst in het bestand tussen aanhalingstekens.",
  };
}
