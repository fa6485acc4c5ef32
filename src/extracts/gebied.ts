import { plainText } from "../dutch/plain-text";
import { buurten, halves, wholeCity, wijken, wijkenInZuid, wijkenOnSouthBank } from "./gebieden";

/** The two parts of Rotterdam that the evaluation compares. */
export type Gebiedsdeel = "Zuid" | "Overig";

/** How large a place is: a half of the city, a wijk (which is a gebied of the municipality) or a buurt. */
export type Level = "deel" | "wijk" | "buurt";

/** A place of Rotterdam. */
export interface Place {
  /** The same for every way of writing the place. */
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly gebiedsdeel: Gebiedsdeel;
  /** The id of the wijk, for a wijk and its buurten. */
  readonly wijk?: string;
  readonly wijkName?: string;
}

/**
 * The places that a text can mean, the largest first; most texts mean one. Or why it means none: the city as
 * a whole, a place outside Rotterdam, or nothing that KNAP knows.
 */
export type PlaceReading =
  | { readonly ok: true; readonly places: readonly Place[] }
  | { readonly ok: false; readonly reason: "total" | "elsewhere" | "unknown" };

/** A CBS code, perhaps without its letters, and then perhaps without its first zero or with .0 behind it. */
const code = /^(gm|wk|bu)? ?(\d{3,8})(?:[.,]0+)?$/;
const digitsOf: Readonly<Record<string, number>> = { gm: 4, wk: 6, bu: 8 };
/** As CBS writes the name of a wijk. */
const numberedWijk = /^wijk (\d{1,2}) (?:- )?(.*)$/;
const rotterdam = "0599";

/** Letters and digits only, without case and accents: "'s-Gravenland" and "S Gravenland" are alike. */
function normalise(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

function deel(gebiedsdeel: Gebiedsdeel): Place {
  return { id: gebiedsdeel, name: gebiedsdeel, level: "deel", gebiedsdeel };
}

function wijk(digits: string): Place {
  const id = `WK${rotterdam}${digits}`;
  const gebiedsdeel = wijkenInZuid.includes(digits) ? "Zuid" : "Overig";
  const [name] = wijken[digits];
  return { id, name, level: "wijk", gebiedsdeel, wijk: id, wijkName: name };
}

function buurt(digits: string): Place {
  const id = `BU${rotterdam}${digits}`;
  return { ...wijk(digits.slice(0, 2)), id, name: buurten[digits] ?? id, level: "buurt" };
}

const placesByName = new Map<string, Place[]>();
function enter(name: string, place: Place): void {
  const key = normalise(name);
  placesByName.set(key, [...(placesByName.get(key) ?? []), place]);
}
for (const gebiedsdeel of ["Zuid", "Overig"] as const)
  for (const name of halves[gebiedsdeel]) enter(name, deel(gebiedsdeel));
for (const [digits, names] of Object.entries(wijken)) for (const name of names) enter(name, wijk(digits));
for (const [digits, name] of Object.entries(buurten)) enter(name, buurt(digits));

const totals = new Set(wholeCity.map(normalise));

/**
 * The place that a cell names: a CBS code (WK059910, BU05991081, also without the letters, and then also without the
 * first zero, as 5991081), or the name of a gebied, wijk, buurt or half of the city, however it is spelled as to case,
 * spaces, hyphens and accents. In CBS's "Wijk 10 Feijenoord" number and name must agree.
 *
 * Feijenoord is a wijk and a buurt, Noord a half and a wijk: such a name gives both, see `settlePlace`.
 *
 * @example
 * readPlace("zuidoever") // => {"ok":true,"places":[{"id":"Zuid","name":"Zuid","level":"deel","gebiedsdeel":"Zuid"}]}
 */
export function readPlace(text: string): PlaceReading {
  const known = placesBySpelling.get(text);
  if (known !== undefined) return known;
  const reading = findPlaces(text);
  if (reading.ok) placesBySpelling.set(text, reading);
  return reading;
}

/** Places found before: a million rows have a handful of spellings. */
const placesBySpelling = new Map<string, PlaceReading>();

function findPlaces(text: string): PlaceReading {
  const plain = plainText(text).toLowerCase();
  const match = code.exec(plain);
  if (match !== null) return readCode(match[1], match[2]);
  const numbered = numberedWijk.exec(plain);
  const name = normalise(numbered?.[2] ?? plain);
  const places = (placesByName.get(name) ?? []).filter(
    ({ id }) => numbered === null || id === `WK${rotterdam}${numbered[1].padStart(2, "0")}`,
  );
  if (places.length > 0) return { ok: true, places };
  return { ok: false, reason: totals.has(name) ? "total" : "unknown" };
}

function readCode(letters: string | undefined, given: string): PlaceReading {
  // The codes of Rotterdam begin with a zero, which is lost where a program has taken them for numbers.
  const digits = given.length % 2 === 1 && !given.startsWith("0") ? `0${given}` : given;
  const isWhole = letters === undefined ? digits.length % 2 === 0 : digits.length === digitsOf[letters];
  if (!isWhole) return { ok: false, reason: "unknown" };
  if (!digits.startsWith(rotterdam))
    return { ok: false, reason: letters === undefined ? "unknown" : "elsewhere" };
  if (digits.length === 4) return { ok: false, reason: "total" };
  if (!(digits.slice(4, 6) in wijken)) return { ok: false, reason: "unknown" };
  // A buurt that is not in the list lies in its wijk all the same: CBS adds buurten between editions.
  return { ok: true, places: [digits.length === 6 ? wijk(digits.slice(4)) : buurt(digits.slice(4))] };
}

/**
 * Whether a text is meant as a CBS code, good or bad, and not as a name.
 *
 * @example
 * looksLikeCode("BU0599O323") // => true
 */
export function looksLikeCode(text: string): boolean {
  return /^(?:(?:gm|wk|bu) ?\d|\d{5,}(?:[.,]0+)?$)/i.test(plainText(text));
}

/**
 * Chooses among the places that a name can mean, by the levels at which the other rows of the table stand
 * without doubt: the wijk where there are wijken, the smallest where there are only buurten, else the largest.
 */
export function settlePlace(places: readonly Place[], levels: ReadonlySet<Level>): Place {
  if (levels.has("wijk")) return places.find((place) => place.level === "wijk") ?? places[0];
  return levels.has("buurt") ? places[places.length - 1] : places[0];
}

/**
 * Whether a place lies in Zuid (Feijenoord, Charlois, IJsselmonde) or in the rest of Rotterdam; `null` for a
 * text that names no place, or the city as a whole.
 *
 * @example
 * gebiedsdeelOf("WK059915") // => "Zuid"
 */
export function gebiedsdeelOf(text: string): Gebiedsdeel | null {
  const reading = readPlace(text);
  return reading.ok ? reading.places[0].gebiedsdeel : null;
}

/**
 * On which side of the Maas a place lies. The satisfaction figures are split so, and not by gebiedsdeel: Hoogvliet
 * is Overig and lies on the zuidoever. A place that is not known is on the noordoever, as Overig is.
 *
 * @example
 * oeverOf("Hoogvliet") // => "Zuid"
 */
export function oeverOf(text: string): "Zuid" | "Noord" {
  const reading = readPlace(text);
  const [place] = reading.ok ? reading.places : [];
  const onSouthBank = place?.wijk
    ? wijkenOnSouthBank.includes(place.wijk.slice(-2))
    : place?.gebiedsdeel === "Zuid";
  return onSouthBank ? "Zuid" : "Noord";
}
