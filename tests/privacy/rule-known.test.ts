import { hiddenInReach, type ReachGroup, reachRow, traitRows } from "../../src/extracts/aggregate-reach";
import { hiddenInGroup, serviceRows } from "../../src/extracts/aggregate-services";

/** The lowest that a user may choose. */
const threshold = 5;

/** A count of persons in a table; `shown` is null where it is withheld or follows from a withheld one. */
interface Cell {
  readonly name: string;
  readonly count: number;
  readonly shown: number | null;
}

/**
 * The small counts that a reader who tries all tables, and knows which of them the rule publishes alike, confines to
 * fewer than three values.
 */
function confined(tables: Iterable<readonly Cell[]>): { confined: number; hidden: number; example: string } {
  const alike = new Map<string, { names: string[]; values: Set<number>[] }>();
  for (const cells of tables) {
    const key = cells.map(({ shown }) => shown ?? "x").join(" ");
    const found = alike.get(key) ?? {
      names: cells.map(({ name }) => name),
      values: cells.map(() => new Set<number>()),
    };
    alike.set(key, found);
    cells.forEach(({ count, shown }, at) => {
      if (shown === null) found.values[at].add(count);
    });
  }
  let [hidden, bad, example] = [0, 0, ""];
  for (const [key, { names, values }] of alike)
    values.forEach((set, at) => {
      for (const count of set) {
        if (count < 1 || count >= threshold) continue;
        hidden += 1;
        if (set.size >= 3) continue;
        bad += 1;
        example ||= `${names[at]} is ${count}, found ${[...set].sort((a, b) => a - b).join(", ")}; shown ${key}`;
      }
    });
  return { confined: bad, hidden, example };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** All lists of whole numbers from 0 up to each of `most`. */
function* listsUpTo([first, ...others]: readonly number[]): Generator<number[]> {
  if (first === undefined) yield [];
  else
    for (const rest of listsUpTo(others))
      for (let count = 0; count <= first; count += 1) yield [count, ...rest];
}

/** All lists of `size` whole numbers with this sum. */
function* listsOfSum(size: number, whole: number): Generator<number[]> {
  if (size === 1) yield [whole];
  else
    for (let first = 0; first <= whole; first += 1)
      for (const rest of listsOfSum(size - 1, whole - first)) yield [first, ...rest];
}

function reachCells(population: readonly number[], reached: readonly number[], persons: number): Cell[] {
  const group: ReachGroup = {
    jaar: 2021,
    gebiedsdeel: "Zuid",
    persons,
    december: sum(population),
    reached: { instrumenten: sum(reached), contacten: null },
    traits: [
      {
        kenmerk: "leeftijd",
        categories: population.map((count, at) => ({
          categorie: `${at}`,
          population: count,
          reached: { instrumenten: reached[at], contacten: null },
          isCommon: false,
        })),
      },
    ],
  };
  const masks = hiddenInReach(group, threshold);
  const all = reachRow(group, masks);
  const rows = traitRows(group, masks, 0);
  const pair = (name: string, [whole, part]: number[], shown: readonly (number | null)[]): Cell[] => [
    { name: `${name} population`, count: whole, shown: shown[0] },
    { name: `${name} reached`, count: part, shown: shown[1] },
    {
      name: `${name} missed`,
      count: whole - part,
      shown: shown[0] === null || shown[1] === null ? null : shown[0] - shown[1],
    },
  ];
  return [
    { name: "persons", count: persons, shown: all.personen_in_bijstand },
    ...pair("all", [group.december, sum(reached)], [all.december, all.bereikt_instrumenten]),
    ...rows.flatMap((row, at) =>
      pair(`${at}`, [population[at], reached[at]], [row.populatie, row.bereikt_instrumenten]),
    ),
  ];
}

describe("a reader who knows the rule and tries all tables confines no small count", () => {
  const inPopulations = (population: readonly number[]) => {
    function* tables() {
      for (const reached of listsUpTo(population)) yield reachCells(population, reached, 200);
    }
    expect(confined(tables())).toMatchObject({ confined: 0, example: "" });
  };

  // In [12, 15, 20] and [5, 14, 25] the shown category with fewest can have just the threshold, so that every hidden one
  // is known to have fewer.
  it.each([
    [[12, 25]],
    [[30, 40]],
    [[6, 30]],
    [[0, 20, 21]],
    [[12, 15, 20]],
    [[5, 14, 25]],
    // The larger ones in `npm run lang`.
    ...(process.env.KNAP_DRAWS ? [[[7, 8, 30]], [[6, 7, 8, 9]], [[20, 22, 24]], [[8, 9, 10, 11]]] : []),
  ])("of the reached and the missed in populations of %j", inPopulations);

  it.each([
    [2, 12],
    [2, 30],
    [3, 16],
    [3, 40],
    [4, 22],
    [5, 18],
  ])("of the populations of %i categories of %i persons together", (size, whole) => {
    function* tables() {
      for (const population of listsOfSum(size, whole))
        yield reachCells(
          population,
          population.map(() => 0),
          200,
        ).filter(({ name }) => /population/.test(name));
    }
    expect(confined(tables())).toMatchObject({ confined: 0, example: "" });
  });

  it.each([
    [2, 12],
    [2, 19],
    [3, 14],
  ])("of populations and reached of %i categories of %i persons together", (size, whole) => {
    function* tables() {
      for (const population of listsOfSum(size, whole))
        for (const reached of listsUpTo(population)) yield reachCells(population, reached, 200);
    }
    expect(confined(tables())).toMatchObject({ confined: 0, example: "" });
  });

  it.each([
    [2, 12, 10],
    [2, 16, 14],
    [3, 12, 9],
  ])("of the persons of %i types with %i services, up to %i persons", (size, whole, most) => {
    function* tables() {
      for (const services of listsOfSum(size, whole))
        for (const persons of listsUpTo(services)) {
          if (persons.some((count, at) => count === 0 && services[at] > 0)) continue;
          for (let all = Math.max(...persons); all <= Math.min(most, sum(persons)); all += 1) {
            const group = {
              jaar: 2021,
              gebiedsdeel: "Zuid",
              soort: "instrumenten" as const,
              types: persons.map((personen, at) => ({ type: "Nazorg", aantal: services[at], personen })),
              total: { aantal: whole, personen: all },
            };
            const rows = serviceRows(group, hiddenInGroup(group, threshold));
            yield [...persons, all].map((count, at) => ({
              name: `type ${at}`,
              count,
              shown: rows[at].personen,
            }));
          }
        }
    }
    expect(confined(tables())).toMatchObject({ confined: 0, example: "" });
  });
});
