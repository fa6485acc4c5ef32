import { readYearLast } from "../dutch/day-and-month";
import { nameKey } from "../dutch/name-key";
import { plainText } from "../dutch/plain-text";
import type { Finding } from "./finding";
import { type Level, type Place, readPlace, settlePlace } from "./gebied";
import type { Kind } from "./kind";
import type { ReadRow } from "./read-rows";

/**
 * What is wrong between rows: a row about the same thing as an earlier row, and a part of the city beside the
 * whole that it is part of (Feijenoord beside Zuid), which would count its people twice.
 *
 * Of a whole and its parts the whole stays and the parts are at fault, wherever they stand: going on without
 * the faulty rows then never leaves anybody out. Kinds without a key have nothing to compare.
 */
export function compareRows(rows: readonly ReadRow[], kind: Kind): Finding[] {
  return [...findingsBetween(rows, kind)];
}

/** The same one by one, since each of a million rows can have one. */
export function* findingsBetween(
  rows: readonly ReadRow[],
  { key = [], placeColumns = [] }: Kind,
): Generator<Finding> {
  if (key.length === 0) return;
  // A row that is left out for a fault of its own stands in nobody's way.
  const comparable = rows.filter(({ findings }) => findings.length === 0);
  const placed = key.some((column) => placeColumns.includes(column))
    ? settlePlaces(comparable, placeColumns)
    : comparable.map((row) => ({ row, place: null }));
  yield* findDuplicates(placed, key, placeColumns);
  yield* findDoubleCounting(placed, key, placeColumns);
}

interface PlacedRow {
  readonly row: ReadRow;
  readonly place: Place | null;
}

/** Finds the place of every row, names that can mean two places by what the other rows are. */
function settlePlaces(rows: readonly ReadRow[], placeColumns: readonly string[]): PlacedRow[] {
  const candidates = rows.map((row) => placesOf(row, placeColumns));
  const levels = new Set<Level>();
  for (const places of candidates) if (places.length === 1) levels.add(places[0].level);
  return rows.map((row, index) => {
    const places = candidates[index];
    return { row, place: places.length === 0 ? null : settlePlace(places, levels) };
  });
}

/** The places that a row can be about, by the first of its place columns that names one. */
function placesOf(row: ReadRow, placeColumns: readonly string[]): readonly Place[] {
  for (const column of placeColumns) {
    const reading = readPlace(row.text(column));
    if (reading.ok) return reading.places;
  }
  return [];
}

/** The row's values in some columns as one text, with every way of writing a place made alike. */
function identity(
  { row, place }: PlacedRow,
  columns: readonly string[],
  placeColumns: readonly string[],
): string {
  const parts = columns.map((column) =>
    place !== null && placeColumns.includes(column) ? place.id : nameKey(String(row.values[column] ?? "")),
  );
  return JSON.stringify(parts);
}

function* findDuplicates(
  rows: readonly PlacedRow[],
  key: readonly string[],
  placeColumns: readonly string[],
): Generator<Finding> {
  const firstLines = new Map<string, number>();
  for (const placed of rows) {
    const { row } = placed;
    const { line } = row;
    const id = identity(placed, key, placeColumns);
    const first = firstLines.get(id);
    if (first === undefined) {
      firstLines.set(id, line);
      continue;
    }
    const texts = key.map((column) => row.text(column).trim()).filter((value) => value !== "");
    yield {
      line,
      column: key[0],
      value: row.text(key[0]),
      found: `nog een rij voor ${texts.join(", ")}, dat al op regel ${first} staat`,
      expected: `een enkele rij voor elke combinatie van ${key.join(", ")}`,
      advice: `Laat een van beide rijen weg.${onOrder(placed.row, key)}`,
    };
  }
}

/** Two months become one where the month stands first and the reader takes it for the day. */
function onOrder(row: ReadRow, key: readonly string[]): string {
  const date = key.find((column) => {
    const ways = readYearLast(plainText(row.text(column)));
    const [read, other] = [ways?.dayBeforeMonth, ways?.monthBeforeDay];
    return read && other && read !== other && read.startsWith(String(row.values[column]));
  });
  if (date === undefined) return "";
  return ` Of staat in ${row.text(date).trim()} de maand vooraan (maand/dag/jaar)? KNAP las de dag vooraan; schrijf de datums dan zoals 2021-12-31.`;
}

function* findDoubleCounting(
  rows: readonly PlacedRow[],
  key: readonly string[],
  placeColumns: readonly string[],
): Generator<Finding> {
  const period = key.filter((column) => !placeColumns.includes(column));
  const at = (placed: PlacedRow, id: string | undefined) => `${id} ${identity(placed, period, placeColumns)}`;
  const wholes = new Map<string, PlacedRow>();
  for (const placed of rows) {
    const { place } = placed;
    if (place !== null && place.level !== "buurt" && !wholes.has(at(placed, place.id)))
      wholes.set(at(placed, place.id), placed);
  }

  const nameOf = ({ row, place }: PlacedRow) =>
    placeColumns.map((column) => row.text(column).trim()).find((text) => text !== "") ?? place?.name ?? "";
  for (const placed of rows) {
    const { row, place } = placed;
    if (place === null || place.level === "deel") continue;
    const whole =
      wholes.get(at(placed, place.gebiedsdeel)) ??
      (place.level === "buurt" ? wholes.get(at(placed, place.wijk)) : undefined);
    if (whole === undefined) continue;
    const column = key.find((name) => placeColumns.includes(name)) ?? key[0];
    yield {
      line: row.line,
      column,
      value: row.text(column),
      found: `${nameOf(placed)}, een deel van ${nameOf(whole)} op regel ${whole.row.line}; samen tellen ze dubbel`,
      expected: "het geheel of de delen, niet allebei",
      advice: `Laat ${nameOf(whole)} weg, of de delen ervan.`,
    };
  }
}
