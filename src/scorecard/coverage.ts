import type { CellValue, Extract, Row } from "../extracts/extract";
import {
  gebiedsdeelOf,
  readPlace,
  settlePlace,
  type Gebiedsdeel,
  type Level,
  type Place,
} from "../extracts/gebied";
import { buurten, wijkenInZuid } from "../extracts/gebieden";
import type { KindId } from "../extracts/kind";
import { kinds } from "../extracts/kinds";

/** A place with the number of its rows. */
interface NamedPlace extends Place {
  readonly rows: number;
}

/** The places that a kind of extract names per part of the city, in one year. */
type PlacesOfYear = ReadonlyMap<Gebiedsdeel, readonly NamedPlace[]>;

/** Which years and which places the extracts have rows for: what is not there is not given, and not 0. */
export type Coverage = ReadonlyMap<KindId, ReadonlyMap<number, PlacesOfYear>>;

export const parts: readonly Gebiedsdeel[] = ["Zuid", "Overig"];

const places = (text: string): readonly Place[] => {
  const reading = readPlace(text);
  return reading.ok ? reading.places : [];
};

const placesOfZuid = wijkenInZuid.flatMap((digits) => places(`WK0599${digits}`));

/** Wijken in which hardly anybody lives: an extract without them is whole. */
const industrial = ["18", "19", "21", "22", "23", "24", "25", "99"].map((digits) => `WK0599${digits}`);

/**
 * @param byKind the extracts of every kind; those without a gebied or a year have no coverage
 */
export function coverageOf(byKind: ReadonlyMap<KindId, readonly Extract[]>): Coverage {
  return new Map(
    [...byKind].flatMap(([kind, files]) => {
      const period = periodOf(kind);
      const hasPlace = kinds[kind].columns.some(({ name }) => name === "gebiedsdeel");
      return period && hasPlace ? [[kind, placesPerYear(files, period)] as const] : [];
    }),
  );
}

/** The column that says in which year a row falls. */
const periodOf = (kind: KindId): string | undefined =>
  kinds[kind].columns.find(({ type }) => type === "jaar" || type === "datum" || type === "maand")?.name;

function placesPerYear(files: readonly Extract[], period: string): Map<number, PlacesOfYear> {
  const spellings = new Map<number, Map<CellValue, { row: Row; rows: number }>>();
  for (const { rows } of files) {
    for (const row of rows) {
      const year = Number(String(row.values[period]).slice(0, 4));
      const ofYear = spellings.get(year) ?? new Map<CellValue, { row: Row; rows: number }>();
      spellings.set(year, ofYear);
      const name = row.values.gebied ?? row.values.gebiedsdeel;
      const known = ofYear.get(name);
      if (known) known.rows += 1;
      else ofYear.set(name, { row, rows: 1 });
    }
  }
  // Noord is a wijk and a half of the city: the places that can mean one thing only decide.
  const levels = new Set<Level>();
  for (const ofYear of spellings.values()) {
    for (const name of ofYear.keys()) {
      const meant = places(String(name));
      if (meant.length === 1) levels.add(meant[0].level);
    }
  }
  return new Map(
    [...spellings].map(([year, ofYear]) => [
      year,
      new Map(
        parts.map((part) => [
          part,
          [...ofYear].flatMap(([name, { row, rows }]) =>
            partOf(row.values) === part ? [{ ...placeOf(name, part, levels), rows }] : [],
          ),
        ]),
      ),
    ]),
  );
}

const partOf = (values: Row["values"]): CellValue =>
  values.gebiedsdeel ?? gebiedsdeelOf(String(values.gebied));

function placeOf(name: CellValue, part: Gebiedsdeel, levels: ReadonlySet<Level>): Place {
  const meant = places(String(name));
  if (meant.length > 0) return settlePlace(meant, levels);
  return { id: String(name), name: String(name), level: "buurt", gebiedsdeel: part };
}

const namedIn = (ofYear: PlacesOfYear | undefined, part: Gebiedsdeel): readonly NamedPlace[] =>
  ofYear?.get(part) ?? [];

const isWhole = (named: readonly Place[]) => named.some(({ level }) => level === "deel");

/** Whether a place is named itself, by the wijk in which it lies, or by a buurt in it. */
const covers = (named: readonly Place[], place: Place): boolean =>
  named.some(
    (other) =>
      other.id === place.id ||
      (other.level === "wijk" && other.id === place.wijk) ||
      (place.level === "wijk" && other.wijk === place.id),
  );

const distinct = (list: readonly Place[]): Place[] => [
  ...new Map(list.map((place) => [place.id, place])).values(),
];

/** The places of a part of the city that are named in any year. */
const namedInAny = (coverage: Coverage, kind: KindId, part: Gebiedsdeel): Place[] =>
  distinct([...(coverage.get(kind)?.values() ?? [])].flatMap((ofYear) => namedIn(ofYear, part)));

/** With so many rows of persons in one year, a wijk without any in another is no chance. */
const LARGE = 200;

/** The wijken of a part of the city that have many rows in one of these years. */
function largeWijken(years: Iterable<PlacesOfYear | undefined>, part: Gebiedsdeel): Place[] {
  const large = new Set<string>();
  for (const ofYear of years) {
    const rows = new Map<string, number>();
    for (const place of namedIn(ofYear, part))
      if (place.wijk !== undefined) rows.set(place.wijk, (rows.get(place.wijk) ?? 0) + place.rows);
    for (const [wijk, count] of rows) if (count >= LARGE) large.add(wijk);
  }
  return [...large].flatMap((wijk) => places(wijk));
}

/**
 * The gebieden of a part of the city that a kind has in another year but not in this one. A sum without them would
 * be too low and look like a fall. A row for the part as a whole, such as Zuid, is complete by itself.
 *
 * Of extracts about persons only the three gebieden of Zuid and wijken with many rows are looked at: nobody in a
 * small buurt is no omission.
 *
 * @returns their names; null when the part has no rows in the year at all
 */
function missingPlaces(coverage: Coverage, kind: KindId, part: Gebiedsdeel, year: number): string[] | null {
  const named = namedIn(coverage.get(kind)?.get(year), part);
  if (named.length === 0) return null;
  if (isWhole(named)) return [];
  const ever = namedInAny(coverage, kind, part);
  const ofZuid = part === "Zuid" ? placesOfZuid.filter((place) => isWhole(ever) || covers(ever, place)) : [];
  const expected = [
    ...(kinds[kind].personLevel
      ? largeWijken(coverage.get(kind)?.values() ?? [], part)
      : ever.filter(({ level }) => level !== "deel")),
    ...ofZuid,
  ];
  const missing = distinct(expected).filter((place) => !covers(named, place));
  return missing
    .filter(({ id }) => !missing.some(({ wijk, level }) => level === "buurt" && wijk === id))
    .map(({ name }) => name);
}

/**
 * Whether a kind has rows for a part of the city in a year, of every gebied that has any in the years beside it.
 */
export const isComplete = (coverage: Coverage, kind: KindId, part: Gebiedsdeel, year: number): boolean =>
  missingPlaces(coverage, kind, part, year)?.length === 0;

/**
 * Whether the services of a part of the city in a year are given of every gebied in which the persons are: those of
 * a gebied without services would count as not reached.
 */
export function hasServicesOf(coverage: Coverage, kind: KindId, part: Gebiedsdeel, year: number): boolean {
  if (!isComplete(coverage, kind, part, year)) return false;
  const persons = coverage.get("bijstandspersonen")?.get(year);
  const [served, there] = [namedIn(coverage.get(kind)?.get(year), part), namedIn(persons, part)];
  if (isWhole(served)) return true;
  const ofZuid =
    part === "Zuid" ? placesOfZuid.filter((place) => isWhole(there) || covers(there, place)) : [];
  return [...ofZuid, ...largeWijken([persons], part)].every((place) => covers(served, place));
}

/**
 * The gebieden of a part of the city that a kind has in no year: the three of Zuid, and those of Overig that another
 * kind has. A figure without them is given, but never without their names beside it.
 */
export function absentPlaces(coverage: Coverage, kind: KindId, part: Gebiedsdeel): string[] {
  const ever = namedInAny(coverage, kind, part);
  if (ever.length === 0 || isWhole(ever)) return [];
  const expected =
    part === "Zuid" ? placesOfZuid : kinds[kind].personLevel ? [] : wijkenElsewhere(coverage, kind);
  return expected.filter((place) => !covers(ever, place)).map(({ name }) => name);
}

/**
 * The gebieden of Zuid of which fewer than half of the buurten are in any year and the whole in none: "1 van 9 buurten
 * van Feijenoord". Not of extracts about persons, where it would say in which buurt somebody has bijstand.
 */
export function partialPlaces(coverage: Coverage, kind: KindId): string[] {
  const ever = namedInAny(coverage, kind, "Zuid");
  if (isSelection(kind) || isWhole(ever)) return [];
  return placesOfZuid.flatMap(({ id, name }) => {
    if (ever.some((place) => place.id === id)) return [];
    const named = ever.filter(({ wijk }) => wijk === id).length;
    const all = Object.keys(buurten).filter((digits) => digits.startsWith(id.slice(-2))).length;
    return named > 0 && named < all / 2 ? [`${named} van ${all} buurten van ${name}`] : [];
  });
}

/** The wijken of Overig in other extracts that are no list of persons, of answers or of a choice of buurten. */
function wijkenElsewhere(coverage: Coverage, kind: KindId): Place[] {
  if (isSelection(kind)) return [];
  const others = [...coverage.keys()].filter((other) => other !== kind && !isSelection(other));
  const found = others.flatMap((other) =>
    namedInAny(coverage, other, "Overig").flatMap(({ wijk }) => wijk ?? []),
  );
  return [...new Set(found)].filter((wijk) => !industrial.includes(wijk)).flatMap((wijk) => places(wijk));
}

const isSelection = (kind: KindId): boolean =>
  kinds[kind].personLevel === true || kind === "klanttevredenheid" || kind === "buurtpanel";

/** What the user should know of years and gebieden that are not in the extracts, in Dutch sentences. */
export function coverageRemarks(coverage: Coverage): string[] {
  return [...coverage].flatMap(([kind, years]) =>
    kind === "buurtpanel"
      ? []
      : [
          ...parts.flatMap((part) => {
            const absent = absentPlaces(coverage, kind, part).join(", ");
            if (absent === "") return [];
            return part === "Zuid"
              ? [`${kind}: Zuid is geteld zonder ${absent}, want daarover is er in geen enkel jaar een regel`]
              : [`${kind}: Overig is geteld zonder ${absent}, dat in andere extracten wel staat`];
          }),
          ...partialRemark(coverage, kind),
          ...[...years.keys()]
            .sort()
            .flatMap((year) => parts.flatMap((part) => missingRemark(coverage, kind, part, year))),
        ],
  );
}

function partialRemark(coverage: Coverage, kind: KindId): string[] {
  const partial = partialPlaces(coverage, kind).join(", ");
  return partial === "" ? [] : [`${kind}: Zuid is geteld met maar ${partial}`];
}

function missingRemark(coverage: Coverage, kind: KindId, part: Gebiedsdeel, year: number): string[] {
  const missing = kind === "klanttevredenheid" ? [] : (missingPlaces(coverage, kind, part, year) ?? []);
  return missing.length > 0
    ? [`${kind} ${year}: ${part} is niet geteld, want ${missing.join(", ")} ontbreekt`]
    : [];
}
