import { hiddenInReach, type ReachGroup, reachRow, traitRows } from "../../src/extracts/aggregate-reach";
import { hiddenInGroup, serviceRows } from "../../src/extracts/aggregate-services";
import { hiddenCounts } from "../../src/extracts/suppress";

/** Lower than a user may choose, so that all tables of a size can be tried. */
const threshold = 4;

/** A table as it is, and as it is published: numbers, and null for what is withheld. */
interface Published {
  readonly counts: readonly number[];
  readonly shown: readonly (number | null)[];
}

/**
 * The fewest values that a withheld cell can have among all tables that are published alike, over all of those tables.
 * Somebody who knows the rule can try them all, and so do we.
 */
function fewestValues(tables: Iterable<Published>): { fewest: number; example: string } {
  const alike = new Map<string, Set<number>[]>();
  for (const { counts, shown } of tables) {
    const key = JSON.stringify(shown);
    const values = alike.get(key) ?? counts.map(() => new Set<number>());
    alike.set(key, values);
    counts.forEach((count, index) => values[index].add(count));
  }
  let fewest = Infinity;
  let example = "";
  for (const [key, values] of alike)
    (JSON.parse(key) as (number | null)[]).forEach((cell, index) => {
      if (cell !== null || values[index].size >= fewest) return;
      fewest = values[index].size;
      example = `${key} at ${index}: ${[...values[index]].join(", ")}`;
    });
  return { fewest, example };
}

/** All lists of `size` whole numbers that are no more than `most` together, so that no total is tried in part. */
function* lists(size: number, most: number): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let first = 0; first <= most; first += 1)
      for (const rest of lists(size - 1, most - first)) yield [first, ...rest];
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe("of all tables that are published alike, each withheld cell has three values or more", () => {
  it.each([
    [2, 30],
    [3, 22],
    [4, 14],
  ])("in a group of %i counts of which the total is shown", (size, most) => {
    function* tables(): Generator<Published> {
      for (const counts of lists(size, most)) {
        const mask = hiddenCounts(counts, { threshold });
        if (mask)
          yield { counts, shown: [...counts.map((count, i) => (mask[i] ? null : count)), sum(counts)] };
      }
    }
    const { fewest, example } = fewestValues(tables());
    expect(fewest < 3 ? example : "three or more").toBe("three or more");
  });

  const group = (population: readonly number[], reached: readonly number[], persons: number): ReachGroup => ({
    jaar: 2021,
    gebiedsdeel: "Zuid",
    persons,
    december: sum(population),
    reached: { instrumenten: sum(reached), contacten: null },
    traits: [
      {
        kenmerk: "geslacht",
        categories: population.map((count, i) => ({
          categorie: `groep ${i}`,
          population: count,
          reached: { instrumenten: reached[i], contacten: null },
          isCommon: false,
        })),
      },
    ],
  });

  it.each([
    [2, 14],
    [3, 8],
  ])("in a trait of %i categories with the reached", (size, most) => {
    function* tables(): Generator<Published> {
      for (const population of lists(size, most))
        for (const reached of lists(size, most)) {
          if (reached.some((count, i) => count > population[i])) continue;
          const one = group(population, reached, sum(population));
          const masks = hiddenInReach(one, threshold);
          const row = reachRow(one, masks);
          const rows = traitRows(one, masks, 0);
          yield {
            counts: [sum(population), sum(reached), ...population, ...reached],
            shown: [
              row.december,
              row.bereikt_instrumenten,
              ...rows.map(({ populatie }) => populatie),
              ...rows.map(({ bereikt_instrumenten }) => bereikt_instrumenten),
            ],
          };
        }
    }
    const { fewest, example } = fewestValues(tables());
    expect(fewest < 3 ? example : "three or more").toBe("three or more");
  });

  it("in the persons of the year and of December", () => {
    function* tables(): Generator<Published> {
      for (const [december, left] of lists(2, 40)) {
        if (december > 20) continue;
        const one = group([december], [0], december + left);
        const { personen_in_bijstand, december: shown } = reachRow(one, hiddenInReach(one, threshold));
        yield { counts: [december + left, december], shown: [personen_in_bijstand, shown] };
      }
    }
    const { fewest, example } = fewestValues(tables());
    expect(fewest < 3 ? example : "three or more").toBe("three or more");
  });

  it.each([
    [2, 14],
    [3, 8],
  ])("in %i types of service", (size, most) => {
    function* tables(): Generator<Published> {
      for (const services of lists(size, most))
        for (const persons of lists(size, most)) {
          if (persons.some((count, i) => count > services[i] || (count === 0 && services[i] > 0))) continue;
          for (let all = Math.max(...persons); all <= sum(persons); all += 1) {
            const one = {
              jaar: 2021,
              gebiedsdeel: "Zuid",
              soort: "instrumenten" as const,
              types: persons.map((personen, i) => ({ type: "Nazorg", aantal: services[i], personen })),
              total: { aantal: sum(services), personen: all },
            };
            const rows = serviceRows(one, hiddenInGroup(one, threshold));
            yield {
              counts: [...persons, all, ...services, sum(services)],
              shown: [...rows.map(({ personen }) => personen), ...rows.map(({ aantal }) => aantal)],
            };
          }
        }
    }
    const { fewest, example } = fewestValues(tables());
    expect(fewest < 3 ? example : "three or more").toBe("three or more");
  });
});
