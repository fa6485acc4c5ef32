import type { Service, ServiceKind, Services } from "./aggregate-services";
import type { Row } from "./extract";
import { inOrder } from "./sorting";
import { isSmall, withheld, withheldTogether } from "./suppress";
import { compareCategories, type Trait, traits } from "./traits";

/** Persons in the bijstand in a year and gebiedsdeel, and the reach among those of December. */
export interface ReachRow {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  /** Persons with at least one month of bijstand in the year. */
  readonly personen_in_bijstand: number | null;
  /** Persons whose main income in December is bijstand: the population of the reach. */
  readonly december: number | null;
  /** Those of the population with at least one instrument in the year, wherever it was used. */
  readonly bereikt_instrumenten: number | null;
  /** Those of the population with at least one re-integration contact in the year. */
  readonly bereikt_contacten: number | null;
  /** The columns that hold `null` because their count is withheld. */
  readonly withheld: readonly string[];
}

/** The reach in one category of a characteristic. */
export interface TraitRow {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly kenmerk: string;
  readonly categorie: string;
  readonly populatie: number | null;
  readonly bereikt_instrumenten: number | null;
  readonly bereikt_contacten: number | null;
  /** The columns that hold `null` because their count is withheld. */
  readonly withheld: readonly string[];
}

/** The persons of a year and gebiedsdeel. */
interface Group {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly persons: Set<string>;
  readonly december: Row[];
}

/** Whether a person was reached in a year; `null` when the services of that year were not given. */
type IsReached = (jaar: number, person: string) => boolean | null;

const serviceKinds: readonly ServiceKind[] = ["instrumenten", "contacten"];

/**
 * Counts persons in the bijstand and the reach of the services, in all and per category.
 *
 * A person is reached by a service in the year wherever it was used, for people move. Reached and not reached
 * together are the population, so both must be large enough: of 30 persons, 28 reached gives away 2.
 */
export function tabulateReach(
  persons: readonly Row[],
  services: Services,
  threshold: number,
): { bijstand: ReachRow[]; bereik_kenmerken: TraitRow[] } {
  const isReached = {
    instrumenten: reachedBy(services.instrumenten),
    contacten: reachedBy(services.contacten),
  };
  const groups = groupPersons(persons);
  const present = traits.filter(({ columns }) =>
    persons.some(({ values }) => columns.some((column) => column in values)),
  );
  return {
    bijstand: groups.map((group) => reachRow(group, isReached, threshold)),
    bereik_kenmerken: present.flatMap((trait) => traitRows(trait, groups, isReached, threshold)),
  };
}

function reachedBy(services: readonly Service[]): IsReached {
  const years = new Set(services.map(({ jaar }) => jaar));
  const reached = new Set(
    services.filter(({ counts }) => counts).map(({ jaar, person }) => `${jaar} ${person}`),
  );
  return (jaar, person) => (years.has(jaar) ? reached.has(`${jaar} ${person}`) : null);
}

function groupPersons(rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const { jaar, gebiedsdeel, persoon_id, maanden_bijstand, december } = row.values;
    const id = `${String(jaar)} ${String(gebiedsdeel)}`;
    const group = groups.get(id) ?? {
      jaar: Number(jaar),
      gebiedsdeel: String(gebiedsdeel),
      persons: new Set(),
      december: [],
    };
    groups.set(id, group);
    if (Number(maanden_bijstand) >= 1) group.persons.add(String(persoon_id));
    if (december === true) group.december.push(row);
  }
  return inOrder([...groups.values()]);
}

type Reach = Readonly<Record<ServiceKind, IsReached>>;

/** The number of rows whose person was reached; `null` when that is not known. */
function countReached(jaar: number, rows: readonly Row[], isReached: IsReached): number | null {
  let count = 0;
  for (const { values } of rows) {
    const reached = isReached(jaar, String(values.persoon_id));
    if (reached === null) return null;
    if (reached) count += 1;
  }
  return count;
}

/** Whether the count of the reached in all may be shown. */
function mayShow(population: number, reached: number, threshold: number): boolean {
  return ![population, reached, population - reached].some((count) => isSmall(count, threshold));
}

function reachRow(
  { jaar, gebiedsdeel, persons, december }: Group,
  reach: Reach,
  threshold: number,
): ReachRow {
  const population = december.length;
  const [instrumenten, contacten] = serviceKinds.map((soort) => {
    const count = countReached(jaar, december, reach[soort]);
    return { count, hide: count !== null && !mayShow(population, count, threshold) };
  });
  return {
    jaar,
    gebiedsdeel,
    ...hideCounts({
      personen_in_bijstand: { count: persons.size, hide: isSmall(persons.size, threshold) },
      december: { count: population, hide: isSmall(population, threshold) },
      bereikt_instrumenten: instrumenten,
      bereikt_contacten: contacten,
    }),
  };
}

/** Counts with `null` for those to hide, and the names of the hidden. */
function hideCounts<Name extends string>(
  counts: Record<Name, { count: number | null; hide: boolean }>,
): Record<Name, number | null> & { withheld: string[] } {
  const names = Object.keys(counts) as Name[];
  const shown = names.map((name) => [name, counts[name].hide ? null : counts[name].count] as const);
  return {
    ...(Object.fromEntries(shown) as Record<Name, number | null>),
    withheld: names.filter((name) => counts[name].hide),
  };
}

function traitRows(trait: Trait, groups: readonly Group[], reach: Reach, threshold: number): TraitRow[] {
  const categories = [...new Set(groups.flatMap(({ december }) => december.map(trait.category)))].sort(
    compareCategories,
  );
  return groups.flatMap(({ jaar, gebiedsdeel, december }) => {
    const members = new Map<string, Row[]>(categories.map((category) => [category, []]));
    for (const row of december) members.get(trait.category(row))?.push(row);
    const rows = categories.map((category) => members.get(category) ?? []);

    const population = rows.map(({ length }) => length);
    const hidePopulation = withheld(population, {
      threshold,
      totalShown: !isSmall(december.length, threshold),
    });
    const [instrumenten, contacten] = serviceKinds.map((soort) =>
      reachedPerCategory(
        rows.map((row) => countReached(jaar, row, reach[soort])),
        population,
        hidePopulation,
        threshold,
      ),
    );
    return categories.map((categorie, index) => ({
      jaar,
      gebiedsdeel,
      kenmerk: trait.kenmerk,
      categorie,
      ...hideCounts({
        populatie: { count: population[index], hide: hidePopulation[index] },
        bereikt_instrumenten: instrumenten[index],
        bereikt_contacten: contacten[index],
      }),
    }));
  });
}

/** The reached per category, and which of those counts to hide given the populations that are hidden. */
function reachedPerCategory(
  counts: readonly (number | null)[],
  population: readonly number[],
  hidePopulation: readonly boolean[],
  threshold: number,
): { count: number | null; hide: boolean }[] {
  if (counts.includes(null)) return counts.map(() => ({ count: null, hide: false }));
  const reached = counts.map(Number);
  const missed = reached.map((count, index) => population[index] - count);
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const hide = withheldTogether([reached, missed], {
    threshold,
    forced: hidePopulation,
    totalShown: mayShow(total(population), total(reached), threshold),
  });
  return reached.map((count, index) => ({ count, hide: hide[index] }));
}
