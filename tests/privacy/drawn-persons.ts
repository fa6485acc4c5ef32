import type { PersonExtracts } from "../../src/extracts/aggregate";
import type { CellValue, Row } from "../../src/extracts/extract";
import { seeded } from "../seeded";

export interface Draw {
  readonly persons: number;
  /** Of each trait; the first are common and the last are rare, as in life. */
  readonly categories: number;
  /** How many years, from 2018 on; people stay, leave and come back. */
  readonly years?: number;
  /** With rows of December without a month of bijstand, and services of persons who are in no row of bijstand. */
  readonly faults?: boolean;
}

/** Extracts of drawn persons in two gebiedsdelen, with three traits and two kinds of service. */
export function drawPersons(
  seed: number,
  { persons, categories, years = 1, faults = false }: Draw,
): Required<PersonExtracts> {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const skewed = (count: number, power: number) => Math.min(count - 1, Math.floor(count * random() ** power));
  const power = 1 + 2 * random();
  const [inZuid, stay, moves] = [0.2 + 0.6 * random(), 0.6 + 0.4 * random(), 0.2 * random()];
  const reach = { instrumenten: random() ** 2, contacten: 1 - 0.7 * random() ** 2 };
  const [isFaulty, isUnknown] = faults ? [0.2 * random() ** 2, 0.3 * random() ** 2] : [0, 0];

  const people = Array.from({ length: persons }, (_, number) => ({
    persoon_id: `p${number}`,
    gebiedsdeel: random() < inZuid ? "Zuid" : "Overig",
    geslacht: ["vrouw", "man"][skewed(2, 1)],
    leeftijd: 20 + 10 * skewed(Math.min(categories, 5), power),
    huishouden: `groep ${skewed(categories, power)}`,
  }));
  const rows = Array.from({ length: years }, (_, year) => 2018 + year).flatMap((jaar) =>
    people
      .filter(() => years === 1 || random() < 0.8)
      .map((person) => {
        const december = random() < stay;
        const maanden_bijstand = faults && december && random() < isFaulty ? 0 : 1 + below(12);
        return { ...person, jaar, maanden_bijstand, december };
      }),
  );
  const used = (rate: number, date: string, type: string, types: readonly string[]) =>
    rows.flatMap(({ persoon_id, gebiedsdeel, jaar }): Record<string, CellValue>[] => {
      if (random() >= rate) return [];
      const moved = random() < moves;
      const id = faults && random() < isUnknown ? `onbekend ${persoon_id}` : persoon_id;
      return Array.from({ length: 1 + skewed(3, 2) }, () => ({
        persoon_id: id,
        [date]: `${jaar}-05-01`,
        gebiedsdeel: moved ? "Overig" : gebiedsdeel,
        [type]: types[skewed(Math.min(types.length, categories), power)],
      }));
    });
  return {
    bijstandspersonen: rowsOf(rows),
    instrumenten: rowsOf(
      used(reach.instrumenten, "startdatum", "type", [
        ...["Ontwikkelen", "Bemiddelen", "Nazorg", "Proef", "HalloWerk", "Ondersteunen"],
      ]),
    ),
    contacten: rowsOf(
      used(reach.contacten, "datum", "onderwerp", [
        "Scholing",
        "Matching",
        "Zorg",
        "Traject",
        "Gesprek",
        "X",
      ]),
    ),
  };
}

export function rowsOf(values: readonly Readonly<Record<string, CellValue>>[]): Row[] {
  return values.map((value, index) => ({ line: index + 2, values: value }));
}
