import { nameKey } from "../dutch/name-key";
import { unknownType } from "./aggregate-services";
import type { CellValue, Extract } from "./extract";
import { hash } from "./fingerprints";
import { type Level, type Place, readPlace, settlePlace } from "./gebied";
import type { Column } from "./kind";
import { kinds } from "./kinds";
import { looseId } from "./loose-id";

/** A number for each row of two files, alike where the rows are the same ones. */
export type Prints = readonly [Float64Array, Float64Array];

interface PrintOptions {
  /** Whether the columns that are not read are compared too, where both files have the same. */
  readonly byUnread: boolean;
  /** To compare these columns only. */
  readonly only?: readonly string[];
}

/**
 * Numbers for the rows of two files of one kind, made of the values that were read in the columns that both have, at
 * the precision that both have: rows are the same in whatever notation they are written. A month in one file is
 * compared with the month of the dates in the other, and Zuid with the gebiedsdeel of Feijenoord.
 */
export function printsOf(a: Extract, b: Extract, { byUnread, only }: PrintOptions): Prints {
  const columns = kinds[a.kind].columns.filter(
    ({ name, derivedFrom }) =>
      // What is derived adds nothing to what it is derived from.
      derivedFrom === undefined &&
      (only?.includes(name) ?? true) &&
      a.columns.includes(name) &&
      b.columns.includes(name),
  );
  const plan = {
    columns,
    byUnread: byUnread && a.fingerprints !== undefined && a.fingerprints.unread === b.fingerprints?.unread,
    byDay: columns.filter((column) => hasDays(a, column) && hasDays(b, column)).map(({ name }) => name),
    finest: coarser(finestLevel(a, b), finestLevel(b, a)),
  };
  return [makePrints(a, b, plan), makePrints(b, a, plan)];
}

interface Plan {
  readonly columns: readonly Column[];
  readonly byUnread: boolean;
  /** The columns with dates that are compared by the day, the others by the month. */
  readonly byDay: readonly string[];
  readonly finest: Level;
}

/** What was made for a file: most files of a kind have the same columns, and one print of each row serves all pairs. */
const made = new WeakMap<Extract, Map<string, Float64Array>>();

function makePrints(file: Extract, other: Extract, plan: Plan): Float64Array {
  const { columns, byUnread, byDay, finest } = plan;
  const levels = levelsToSettle(file, other);
  const id = JSON.stringify([columns.map(({ name }) => name), byUnread, byDay, finest, [...levels].sort()]);
  const known = made.get(file) ?? new Map<string, Float64Array>();
  made.set(file, known);
  const before = known.get(id);
  if (before !== undefined) return before;

  const writers = columns.map((column) => writer(file, column, { byDay, finest, levels }));
  const { rows, fingerprints } = file;
  const prints = new Float64Array(rows.length);
  rows.forEach(({ values }, row) => {
    let text = "";
    columns.forEach(({ name }, at) => {
      text += `${writers[at](values[name] ?? null, row)}\n`;
    });
    if (byUnread && fingerprints?.unread !== "") text += String(fingerprints?.ofUnread[row]);
    prints[row] = hash(text);
  });
  known.set(id, prints);
  return prints;
}

type Write = (value: CellValue, row: number) => string;

function writer(
  file: Extract,
  { name, type, isPerson }: Column,
  { byDay, finest, levels }: Pick<Plan, "byDay" | "finest"> & { levels: ReadonlySet<Level> },
): Write {
  if (type === "gebied") return remembered((text) => placeText(text, levels, finest));
  if (type === "datum" || type === "maand") {
    if (!byDay.includes(name)) return (value) => String(value).slice(0, 7);
    const days = file.fingerprints?.days.get(name);
    return days === undefined ? (value) => String(value) : (value, row) => `${String(value)}-${days[row]}`;
  }
  if (isPerson) return (value) => looseId(String(value));
  // A service without a type is counted under the same word.
  const ofMissing = type === "tekst" ? nameKey(unknownType) : "";
  const key = remembered(nameKey);
  return (value, row) =>
    value === null ? ofMissing : typeof value === "string" ? key(value, row) : String(value);
}

/** More different texts of a column than this are not remembered. */
const REMEMBERED_TEXTS = 10_000;

/** Writes each text once: most columns of a million rows have a handful of texts. */
function remembered(write: (text: string) => string): Write {
  const known = new Map<string, string>();
  return (value) => {
    const text = String(value ?? "");
    const before = known.get(text);
    if (before !== undefined) return before;
    const written = write(text);
    if (known.size < REMEMBERED_TEXTS) known.set(text, written);
    return written;
  };
}

function placeText(text: string, levels: ReadonlySet<Level>, finest: Level): string {
  const reading = readPlace(text);
  if (!reading.ok) return nameKey(text);
  const place = settlePlace(reading.places, levels);
  if (finest === "deel" || place.level === "deel") return place.gebiedsdeel;
  return finest === "wijk" && place.wijk !== undefined ? place.wijk : place.id;
}

const order: readonly Level[] = ["deel", "wijk", "buurt"];
const coarser = (one: Level, other: Level): Level =>
  order.indexOf(one) < order.indexOf(other) ? one : other;

/** The finest places that a file names. */
function finestLevel(file: Extract, other: Extract): Level {
  const levels = levelsToSettle(file, other);
  const found = new Set([...placesIn(file)].map((places) => settlePlace(places, levels).level));
  return order.filter((level) => found.has(level)).at(-1) ?? "deel";
}

/** A name of two places is settled by the other rows of its own file, or else by those of the other file. */
function levelsToSettle(file: Extract, other: Extract): ReadonlySet<Level> {
  const own = levelsOf(file);
  return own.size > 0 ? own : levelsOf(other);
}

const levelsFound = new WeakMap<Extract, ReadonlySet<Level>>();

function levelsOf(file: Extract): ReadonlySet<Level> {
  const before = levelsFound.get(file);
  if (before !== undefined) return before;
  const levels = new Set(
    [...placesIn(file)].flatMap((places) => (places.length === 1 ? places[0].level : [])),
  );
  levelsFound.set(file, levels);
  return levels;
}

const placesFound = new WeakMap<Extract, ReadonlySet<readonly Place[]>>();

/** What the places of a file can be, a list for every way in which one is written. */
function placesIn(file: Extract): ReadonlySet<readonly Place[]> {
  const before = placesFound.get(file);
  if (before !== undefined) return before;
  const places = new Set<readonly Place[]>();
  const spellings = new Set<CellValue>();
  for (const { name, type } of kinds[file.kind].columns)
    if (type === "gebied") for (const { values } of file.rows) spellings.add(values[name] ?? null);
  for (const spelling of spellings) {
    const reading = readPlace(String(spelling ?? ""));
    if (reading.ok) places.add(reading.places);
  }
  placesFound.set(file, places);
  return places;
}

/** In a shorter file that every date is the first of a month may be chance. */
const ENOUGH_DATES = 10;

/** Whether a file tells the days of its dates; the first or last day of the month in every row stands for the month. */
function hasDays({ rows, fingerprints }: Extract, { name, type }: Column): boolean {
  if (type !== "datum" && type !== "maand") return false;
  const days = fingerprints?.days.get(name);
  if (type === "maand" && (days === undefined || days.includes(0))) return false;
  const dayIn = (row: number) => days?.[row] ?? Number(String(rows[row].values[name]).slice(8));
  const isLast = (row: number) => {
    const [year, month] = String(rows[row].values[name]).split("-").map(Number);
    return dayIn(row) === new Date(Date.UTC(year, month, 0)).getUTCDate();
  };
  return (
    rows.length < ENOUGH_DATES ||
    !(rows.every((_, row) => dayIn(row) === 1) || rows.every((_, row) => isLast(row)))
  );
}
