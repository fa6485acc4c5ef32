import { mean } from "simple-statistics";

import { MeasureError } from "./measure-error";
import { numberInDutch } from "./number-in-dutch";

/**
 * The share that a part is of a whole, such as the persons with a paid job of the population 15-75.
 *
 * Takes two amounts in the same unit and gives a fraction from 0 to 1. A part can not exceed its whole; for
 * two amounts of which neither holds the other, use {@link ratio}.
 *
 * @throws MeasureError `zero-denominator` when the whole is 0; `invalid` when either is negative or not
 * finite, or when the part exceeds the whole.
 * Source: figures 3.1 to 3.7 of the evaluation (section "Labour market" of the definitions).
 *
 * @example
 * share(14400, 160000) // => 0.09
 */
export function share(part: number, whole: number): number {
  checkAmount(part, "deel");
  checkAmount(whole, "geheel");
  checkDenominator(
    whole,
    "Het geheel is 0: een aandeel van niets bestaat niet. Verwacht: een geheel boven 0.",
  );
  if (part > whole) {
    throw new MeasureError(
      "invalid",
      `Het deel (${numberInDutch(part)}) is groter dan het geheel (${numberInDutch(whole)}). ` +
        "Verwacht: een deel dat in het geheel is meegeteld. Kijk of deel en geheel verwisseld zijn en over " +
        "dezelfde periode en hetzelfde gebied gaan.",
    );
  }
  return part / whole;
}

/**
 * How many times one amount goes into another, where neither need hold the other: werkzoekenden per fte
 * (caseload), heronderzoeken realised against planned. May exceed 1.
 *
 * @throws MeasureError `zero-denominator` when the denominator is 0; `invalid` when either is negative or
 * not finite.
 * Source: tables 2.1 to 2.6 and 4.1 to 4.3 of the evaluation (section "Services" of the definitions).
 *
 * @example
 * ratio(1200, 1000) // => 1.2
 */
export function ratio(numerator: number, denominator: number): number {
  checkAmount(numerator, "teller");
  checkAmount(denominator, "noemer");
  checkDenominator(
    denominator,
    "De noemer is 0: delen door 0 geeft geen uitkomst. Verwacht: een noemer boven 0.",
  );
  return numerator / denominator;
}

/**
 * How many of something there are per person: instruments, contacts, maatregelen. Not bounded by 1.
 *
 * @throws MeasureError `zero-denominator` when there are no persons; `invalid` when either is negative or
 * not finite.
 * Source: tables 2.1 to 2.6 of the evaluation (section "Services" of the definitions).
 *
 * @example
 * perPerson(36, 25) // => 1.44
 */
export function perPerson(count: number, persons: number): number {
  checkAmount(count, "aantal");
  checkAmount(persons, "aantal personen");
  checkDenominator(
    persons,
    "Het aantal personen is 0: een aantal per persoon bestaat dan niet. Verwacht: minstens één persoon.",
  );
  return count / persons;
}

/**
 * A series as index numbers, with the value at place `base` (counted from 0) as 100: shows how two series of
 * different size moved since the same moment. At the base the index is exactly 100.
 *
 * @throws MeasureError `no-data` for an empty series; `zero-denominator` when the value at the base is 0;
 * `invalid` when there is no such place, when a value is not finite, or when the value at the base is
 * negative (every rise would then show as a fall).
 * Source: figure of the bijstandsvolume, January 2022 = 100 (section "Labour market" of the definitions).
 *
 * @example
 * index([200, 190, 230], 0) // => [100, 95, 115]
 */
export function index(values: readonly number[], base: number): number[] {
  if (values.length === 0) {
    throw new MeasureError(
      "no-data",
      "Geen waarden: de reeks is leeg. Verwacht: minstens de waarde van de basisperiode.",
    );
  }
  if (!Number.isInteger(base) || base < 0 || base >= values.length) {
    throw new MeasureError(
      "invalid",
      `Ongeldige basis: plaats ${numberInDutch(base + 1)}. Verwacht: een plaats van 1 tot en met ` +
        `${values.length}, het aantal waarden in de reeks. Kies een periode die in de reeks voorkomt.`,
    );
  }
  values.forEach((value, i) => checkFinite(value, `waarde ${i + 1} van de reeks`));
  const baseValue = values[base];
  checkDenominator(
    baseValue,
    "De waarde van de basisperiode is 0: daar is geen index op te zetten. Verwacht: een waarde boven 0. Kies een andere basisperiode.",
  );
  if (baseValue < 0) {
    throw new MeasureError(
      "invalid",
      `De waarde van de basisperiode is negatief (${numberInDutch(baseValue)}). Verwacht: een waarde boven ` +
        "0, anders lijkt een stijging een daling. Kies een andere basisperiode.",
    );
  }
  return values.map((value) => (value / baseValue) * 100);
}

/**
 * The difference Zuid - Overig, in the unit of its inputs: percentages give percentage points. Positive when
 * Zuid is higher.
 *
 * @throws MeasureError `invalid` when either is not finite.
 * Source: section "Labour market" of the definitions; for instroom the report draws Overig - Zuid.
 *
 * @example
 * difference(7.5, 7.4) // => 0.1
 */
export function difference(zuid: number, overig: number): number {
  checkFinite(zuid, "waarde van Zuid");
  checkFinite(overig, "waarde van Overig");
  return zuid - overig;
}

/**
 * The mean of a list of values, in their unit. The order of the values changes nothing, not even the last
 * bit: they are sorted first, then added with the rounding errors kept (Kahan-Babuska).
 *
 * @throws MeasureError `no-data` for an empty list; `invalid` when a value is not finite.
 *
 * @example
 * meanOf([7, 8, 10]) // => 8.3333333
 */
export function meanOf(values: readonly number[]): number {
  if (values.length === 0) {
    throw new MeasureError(
      "no-data",
      "Geen waarden: er is niets om het gemiddelde van te nemen. Verwacht: minstens één getal.",
    );
  }
  values.forEach((value, i) => checkFinite(value, `waarde ${i + 1}`));
  return mean([...values].sort((a, b) => a - b));
}

function checkAmount(value: number, name: string): void {
  checkFinite(value, name);
  if (value < 0) {
    throw new MeasureError(
      "invalid",
      `Negatief ${name}: ${numberInDutch(value)}. Verwacht: 0 of meer. Verbeter het getal in de bron.`,
    );
  }
}

function checkFinite(value: number, name: string): void {
  if (Number.isFinite(value)) return;
  throw new MeasureError(
    "invalid",
    `Ongeldig getal voor ${name}: ${numberInDutch(value)}. Verwacht: een gewoon getal. Kijk de bron van dit getal na.`,
  );
}

function checkDenominator(value: number, message: string): void {
  if (value === 0) throw new MeasureError("zero-denominator", message);
}
