import { monthNumber, monthStartSerial } from "../statistics/months";
import { nameKey } from "../dutch/name-key";
import { aggregatePersons } from "../extracts/aggregate";
import { withoutBsns } from "../extracts/bsn";
import type { CellValue, Extract } from "../extracts/extract";
import { oeverOf } from "../extracts/gebied";
import type { ColumnType, KindId } from "../extracts/kind";
import { kinds } from "../extracts/kinds";
import { defaultThreshold } from "../extracts/suppress";
import type { NumberFormat } from "../workbook/plan";
import { cellText } from "../workbook/cell-text";
import { coverageOf, coverageRemarks, hasServicesOf, parts, type Coverage } from "./coverage";
import { columnValues, type DataTable } from "./data-table";
import { fileRemarks, fileRemarksForMaker } from "./file-remarks";
import { decemberWithoutMonths, plausibilityRemarks } from "./plausibility";
import { smallCountsLine, WITHHELD } from "./small-counts";
import { fewFoundBack, unknownPersons } from "./unknown-persons";

/** Where the figures come from, for the sheet Bronnen. */
export interface Source {
  fileName: string;
  kind: KindId;
  rowsRead: number;
  rowsLeftOut: number;
  encoding: string;
  /** Of the bytes of the file, in hexadecimal: shows later whether it is still the same file. */
  sha256: string;
  /** Where the data come from, in the words of the file `herkomst`; CBS asks to be named beside its figures. */
  origin?: string;
}

export interface Dataset {
  tables: Map<string, DataTable>;
  sources: Source[];
  /** Which years and gebieden the extracts have. */
  coverage: Coverage;
  /** What a reader of the workbook should know before believing the figures, in Dutch sentences. */
  remarks: string[];
  /** What more to tell who has the files: these go by rows about persons, so the workbook does not have them. */
  remarksForMaker: string[];
  /** Counts of fewer persons than this are withheld. */
  threshold: number;
  /** What was withheld, in a Dutch sentence; null where there are no extracts about persons. */
  smallCounts: string | null;
}

export interface DatasetOptions {
  /** Counts of fewer persons than this are withheld: 10 without saying so, and 5 at least. */
  readonly threshold?: number;
}

const formats: Partial<Record<ColumnType, NumberFormat>> = {
  jaar: "year",
  maand: "month",
  datum: "date",
  aantal: "count",
};

const millisecondsPerDay = 86_400_000;

/** Excel's number for a date such as 2021-03-31; from 1 March 1900 on, which is day 61. */
const dateSerial = (date: string): number => Date.parse(date) / millisecondsPerDay + 25569;

function monthSerial(text: string): number {
  const [year, month] = text.split("-").map(Number);
  return monthStartSerial(monthNumber(year, month));
}

function inSheet(value: CellValue, type: ColumnType): CellValue {
  if (typeof value === "boolean") return value ? "ja" : "nee";
  if (typeof value !== "string") return value;
  if (type === "datum") return dateSerial(value);
  if (type === "maand") return monthSerial(value);
  // As the sheet will hold it, so that a formula and its stored value compare the same texts.
  return cellText(value);
}

/** The tables of a workbook, from the extracts that were read; files of one kind make one table together. */
export function makeDataset(
  extracts: readonly Extract[],
  sources: Source[],
  { threshold = defaultThreshold }: DatasetOptions = {},
): Dataset {
  const tables = new Map<string, DataTable>();
  const byKind = new Map<KindId, Extract[]>();
  for (const extract of extracts) byKind.set(extract.kind, [...(byKind.get(extract.kind) ?? []), extract]);
  for (const [kind, files] of byKind) {
    if (!kinds[kind].personLevel && kind !== "herkomst") tables.set(kind, extractTable(kind, files));
  }
  const coverage = coverageOf(byKind);
  for (const table of personTables(byKind, coverage, threshold)) tables.set(table.name, table);
  const origins = new Map(
    byKind
      .get("herkomst")
      ?.flatMap(({ rows }) => rows.map(({ values }) => [nameKey(String(values.bestand)), values.herkomst])),
  );
  // A file of one client is often named after him.
  const named = (text: string) =>
    extracts.reduce((line, { fileName }) => line.replaceAll(fileName, withoutBsns(fileName)), text);
  return {
    tables,
    coverage,
    remarks: [
      ...fileRemarks(extracts),
      ...coverageRemarks(coverage),
      ...fewFoundBack(tables),
      ...plausibilityRemarks(tables, coverage),
    ].map(named),
    remarksForMaker: [
      ...fileRemarksForMaker(extracts),
      ...unknownPersons(byKind, threshold),
      ...decemberWithoutMonths(byKind.get("bijstandspersonen") ?? [], threshold),
    ],
    threshold,
    smallCounts: smallCountsLine(tables, threshold),
    sources: sources
      .filter(({ kind }) => kind !== "herkomst")
      .map((source) => ({
        ...source,
        fileName: withoutBsns(source.fileName),
        origin: String(origins.get(nameKey(source.fileName)) ?? ""),
      })),
  };
}

function extractTable(kind: KindId, files: readonly Extract[]): DataTable {
  const columns = kinds[kind].columns.filter(({ name }) => files.some((file) => file.columns.includes(name)));
  const table: DataTable = {
    name: kind,
    title: kinds[kind].title,
    columns: columns.map(({ name, type }) => ({ name, format: formats[type] })),
    rows: files.flatMap(({ rows }) =>
      rows.map(({ values }) => columns.map(({ name, type }) => inSheet(values[name] ?? null, type))),
    ),
  };
  return kind === "gepubliceerd"
    ? withLookupKey(table)
    : kind === "klanttevredenheid"
      ? byOever(table)
      : table;
}

/** The report splits satisfaction by oever, and not by gebiedsdeel. */
function byOever(table: DataTable): DataTable {
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const [gebied, deel] = [at("gebied"), at("gebiedsdeel")];
  return {
    ...table,
    columns: table.columns.with(deel, { name: "oever" }),
    rows: table.rows.map((row) => row.with(deel, oeverOf(String(row[gebied])))),
  };
}

/**
 * Adds the column `sleutel`, by which formulas find a published figure with an exact match. The number of a
 * table is no safe criterion: COUNTIFS and SUMIFS read "4.1" as a number or as a date, by the user's settings.
 */
function withLookupKey(table: DataTable): DataTable {
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const parts = ["tabel", "gebied", "groep", "indicator", "jaar"].map(at);
  return {
    ...table,
    columns: [{ name: "sleutel" }, ...table.columns],
    rows: table.rows.map((row) => [publishedKey(parts.map((column) => row[column])), ...row]),
  };
}

/**
 * `4.1|Zuid|totaal|instrumenten|2018`. Of the parts before the last two only the group can have a `|` in it, which is
 * written otherwise there: else two rows could have one key.
 */
function publishedKey([table, area, group, ...others]: readonly CellValue[]): string {
  const plain = String(group ?? "")
    .replaceAll("¦", "¦1")
    .replaceAll("|", "¦2");
  return [table, area, plain, ...others].map((part) => part ?? "").join("|");
}

/** The same of a group that stands in a cell. */
export const groupInKey = (cell: string): string => `SUBSTITUTE(SUBSTITUTE(${cell},"¦","¦1"),"|","¦2")`;

/** The row of a published figure by its key; capitals make no difference, as they make none to MATCH. */
export function publishedRow(table: DataTable, parts: readonly CellValue[]): number {
  const wanted = publishedKey(parts).toLowerCase();
  return columnValues(table, "sleutel").findIndex((key) => String(key).toLowerCase() === wanted);
}

function personTables(
  byKind: Map<KindId, readonly Extract[]>,
  coverage: Coverage,
  threshold: number,
): DataTable[] {
  const rowsOf = (kind: KindId) => byKind.get(kind)?.flatMap(({ rows }) => rows);
  const counts = aggregatePersons(
    {
      bijstandspersonen: rowsOf("bijstandspersonen"),
      instrumenten: rowsOf("instrumenten"),
      contacten: rowsOf("contacten"),
    },
    {
      threshold,
      hasServices: (soort, part, year) =>
        parts.some((one) => one === part && hasServicesOf(coverage, soort, one, year)),
    },
  );
  return [
    countTable(
      "diensten",
      "Instrumenten en contacten, geteld per jaar, gebiedsdeel en type",
      counts.diensten,
    ),
    countTable(
      "bijstand",
      "Personen in de bijstand en bereik, geteld per jaar en gebiedsdeel",
      counts.bijstand,
    ),
    countTable("bereik_kenmerken", "Bereik, geteld per kenmerk en categorie", counts.bereik_kenmerken),
  ].filter(({ rows }) => rows.length > 0);
}

function countTable(
  name: string,
  title: string,
  rows: readonly { withheld: readonly string[] }[],
): DataTable {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== "withheld");
  return {
    name,
    title,
    columns: columns.map((column) => ({ name: column, format: column === "jaar" ? "year" : "count" })),
    rows: rows.map((row) =>
      columns.map((column) =>
        row.withheld.includes(column) ? WITHHELD : (Reflect.get(row, column) as CellValue),
      ),
    ),
  };
}
