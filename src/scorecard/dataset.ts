import { monthNumber, monthStartSerial } from "../statistics/months";
import { aggregatePersons } from "../extracts/aggregate";
import type { CellValue, Extract } from "../extracts/extract";
import { oeverOf, readPlace } from "../extracts/gebied";
import type { ColumnType, KindId } from "../extracts/kind";
import { kinds } from "../extracts/kinds";
import { defaultThreshold } from "../extracts/suppress";
import type { NumberFormat } from "../workbook/plan";
import { smallCountsLine, WITHHELD } from "./small-counts";
import { unknownPersons } from "./unknown-persons";

/** A table of the workbook: an extract, or counts made of the extracts about persons. */
export interface DataTable {
  /** The name in formulas, such as `handhaving` in `handhaving[maatregelen]`. */
  name: string;
  /** What it is, in Dutch, above the sheet. */
  title: string;
  columns: { name: string; format?: NumberFormat }[];
  /** Dates as Excel's serial numbers; a missing value is null. */
  rows: CellValue[][];
}

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
  /** What the user should know before believing the figures, in Dutch sentences. */
  remarks: string[];
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
  return value;
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
  for (const table of personTables(byKind, threshold)) tables.set(table.name, table);
  const origins = new Map(
    byKind
      .get("herkomst")
      ?.flatMap(({ rows }) => rows.map(({ values }) => [values.bestand, values.herkomst])),
  );
  return {
    tables,
    remarks: [...incompleteYears(tables), ...unknownPersons(byKind, tables, threshold)],
    threshold,
    smallCounts: smallCountsLine(tables, threshold),
    sources: sources
      .filter(({ kind }) => kind !== "herkomst")
      .map((source) => ({ ...source, origin: String(origins.get(source.fileName) ?? "") })),
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

/** `4.1|Zuid|totaal|instrumenten|2018` */
export function publishedKey(parts: readonly CellValue[]): string {
  return parts.map((part) => part ?? "").join("|");
}

function personTables(byKind: Map<KindId, readonly Extract[]>, threshold: number): DataTable[] {
  const rowsOf = (kind: KindId) => byKind.get(kind)?.flatMap(({ rows }) => rows);
  const counts = aggregatePersons(
    {
      bijstandspersonen: rowsOf("bijstandspersonen"),
      instrumenten: rowsOf("instrumenten"),
      contacten: rowsOf("contacten"),
    },
    { threshold },
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

/** A column of a table, one value per row. */
export function columnValues(table: DataTable, name: string): CellValue[] {
  const column = table.columns.findIndex((candidate) => candidate.name === name);
  if (column < 0) throw new Error(`Table ${table.name} has no column ${name}.`);
  return table.rows.map((row) => row[column]);
}

/**
 * The gebieden of a part of the city that a table has in another year but not in this one. A sum without them would
 * be too low and look like a fall. A row for the part as a whole, such as Zuid, is complete by itself.
 *
 * @returns their names; null when the part has no rows in the year at all
 */
export function missingPlaces(table: DataTable, part: string, year: number): string[] | null {
  const parts = columnValues(table, "gebiedsdeel");
  const years = columnValues(table, "jaar");
  const rows = table.rows.flatMap((_, row) => (parts[row] === part ? [row] : []));
  const ofYear = rows.filter((row) => years[row] === year);
  if (ofYear.length === 0) return null;
  if (!table.columns.some(({ name }) => name === "gebied")) return [];
  const places = columnValues(table, "gebied").map((gebied) => placeName(String(gebied)));
  const isPart = (row: number) => places[row] !== WHOLE;
  if (!ofYear.every(isPart)) return [];
  const found = new Set(ofYear.map((row) => places[row]));
  return [...new Set(rows.filter(isPart).map((row) => places[row]))].filter((place) => !found.has(place));
}

const WHOLE = "";

/** The same name for every way of writing a place; nothing for Zuid or Overig as a whole. */
function placeName(gebied: string): string {
  const reading = readPlace(gebied);
  const [place] = reading.ok ? reading.places : [];
  if (!place) return gebied;
  return place.level === "deel" ? WHOLE : place.name;
}

/** Years that could not be counted, because gebieden are missing, in words for the user. */
function incompleteYears(tables: Map<string, DataTable>): string[] {
  return [...tables.values()].flatMap((table) => {
    const has = (name: string) => table.columns.some((column) => column.name === name);
    if (!has("gebied") || !has("gebiedsdeel") || !has("jaar")) return [];
    const years = [...new Set(columnValues(table, "jaar"))].filter((year) => typeof year === "number");
    return years.sort().flatMap((year) =>
      ["Zuid", "Overig"].flatMap((part) => {
        const missing = missingPlaces(table, part, year);
        return missing && missing.length > 0
          ? [`${table.name} ${year}: ${part} is niet geteld, want ${missing.join(", ")} ontbreekt`]
          : [];
      }),
    );
  });
}
