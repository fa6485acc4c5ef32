import { sum } from "simple-statistics";

import { compareNames } from "./compare-names";
import { MeasureError } from "./measure-error";
import { numberInDutch } from "./number-in-dutch";
import { share } from "./shares";

/** A category of one characteristic (geslacht, leeftijd, ...) among the population and among the reached. */
export type RepresentationRow = {
  category: string;
  /** Persons of the category in the population. */
  population: number;
  /** Those of them that were reached. */
  reached: number;
  /** Of the population, the fraction that is of this category. */
  sharePopulation: number;
  /** Of all that were reached, the fraction that is of this category; null when nobody was reached. */
  shareReached: number | null;
  /** See {@link representation}; null when nobody was reached. */
  representation: number | null;
};

/**
 * Whether a category is reached more or less than its size would have it: its share among the reached,
 * divided by its share in the population, minus 1. A fraction from -1: 0 is proportional, 0.477 is 47,7 %
 * more than its share, -1 is not reached at all.
 *
 * The shares may be fractions or percentages, as long as both are the same, and must be taken over the same
 * set of categories: unknowns counted on both sides or on neither.
 *
 * @throws MeasureError `zero-denominator` when the share in the population is 0; `invalid` when a share is
 * negative or not finite.
 * Source: tables 4.4 to 4.7 of the evaluation, which gives 22,6 % against 15,3 % as an example: +47,7 %.
 *
 * @example
 * representation(22.6, 15.3) // => 0.47712418
 */
export function representation(shareReached: number, sharePopulation: number): number {
  checkShare(shareReached, "onder de bereikten");
  checkShare(sharePopulation, "in de populatie");
  if (sharePopulation === 0) {
    throw new MeasureError(
      "zero-denominator",
      "Het aandeel in de populatie is 0: een categorie die er niet is, kan niet goed of slecht bereikt zijn. " +
        "Verwacht: een aandeel boven 0. Laat de categorie weg of kijk de populatie na.",
    );
  }
  return shareReached / sharePopulation - 1;
}

/**
 * The representation of every category of a characteristic, from one row per person of the population: the
 * category and whether the person was reached. Categories are in Dutch alphabetical order, and the order of
 * the rows changes nothing. When nobody was reached, there are no shares among the reached.
 *
 * @throws MeasureError `no-data` without rows.
 * Source: tables 4.4 to 4.7 of the evaluation.
 *
 * @example
 * representationTable([{ category: "man", reached: true }, { category: "vrouw", reached: false }])[0] // => {"category": "man", "population": 1, "reached": 1, "sharePopulation": 0.5, "shareReached": 1, "representation": 1}
 */
export function representationTable(
  rows: readonly { category: string; reached: boolean }[],
): RepresentationRow[] {
  if (rows.length === 0) {
    throw new MeasureError(
      "no-data",
      "Geen personen: de populatie is leeg. Verwacht: minstens één persoon met een categorie. Kijk of de " +
        "juiste bereiken zijn gekozen.",
    );
  }
  const counts = new Map<string, { population: number; reached: number }>();
  for (const { category, reached } of rows) {
    const count = counts.get(category) ?? { population: 0, reached: 0 };
    count.population += 1;
    if (reached) count.reached += 1;
    counts.set(category, count);
  }
  const allReached = rows.filter((row) => row.reached).length;
  return [...counts]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([category, { population, reached }]) => {
      const sharePopulation = share(population, rows.length);
      const shareReached = allReached === 0 ? null : share(reached, allReached);
      return {
        category,
        population,
        reached,
        sharePopulation,
        shareReached,
        representation: shareReached === null ? null : representation(shareReached, sharePopulation),
      };
    });
}

/**
 * What the shares among the reached add up to, going by shares in the population and representations, given
 * category by category in the same order: the sum of share x (1 + representation).
 *
 * It is 1 (or 100, for percentages) when both shares were taken over the same set of categories. Another
 * outcome shows that, say, unknowns were counted on one side only. Published figures are rounded, and so
 * leave it near 1 rather than at it.
 *
 * @throws MeasureError `no-data` for empty lists; `invalid` when the lists differ in length, a share is
 * negative, a representation is below -1, or any is not finite.
 * Source: section "Representation" of the definitions.
 *
 * @example
 * closure([0.4, 0.6], [0.5, -0.33333333]) // => 1
 */
export function closure(sharesPopulation: readonly number[], representations: readonly number[]): number {
  if (sharesPopulation.length !== representations.length) {
    throw new MeasureError(
      "invalid",
      `Ongelijke lijsten: ${sharesPopulation.length} aandelen en ${representations.length} representaties. ` +
        "Verwacht: van elke categorie allebei. Kies bereiken van gelijke grootte.",
    );
  }
  if (sharesPopulation.length === 0) {
    throw new MeasureError(
      "no-data",
      "Geen categorieën: er is niets om op te tellen. Verwacht: van minstens één categorie het aandeel en " +
        "de representatie. Kijk of de juiste bereiken zijn gekozen.",
    );
  }
  return sum(
    sharesPopulation.map((sharePopulation, i) => {
      checkShare(sharePopulation, "in de populatie");
      checkRepresentation(representations[i]);
      return sharePopulation * (1 + representations[i]);
    }),
  );
}

function checkShare(value: number, where: string): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new MeasureError(
    "invalid",
    `Ongeldig aandeel ${where}: ${numberInDutch(value)}. Verwacht: een getal van 0 of meer. Verbeter het ` +
      "aandeel in de bron.",
  );
}

function checkRepresentation(value: number): void {
  if (Number.isFinite(value) && value >= -1) return;
  throw new MeasureError(
    "invalid",
    `Ongeldige representatie: ${numberInDutch(value)}. Verwacht: een getal vanaf -1 (dat is -100 %: niemand ` +
      "bereikt). Typ een percentage met een procentteken of deel het door 100.",
  );
}
