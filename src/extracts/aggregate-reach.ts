import type { Service, ServiceKind, Services } from "./aggregate-services";
import type { Row } from "./extract";
import { isKnownLabel } from "./safe-labels";
import { inOrder } from "./sorting";
import { hiddenCounts, hiddenReach, isSmall, leeway, type Mask } from "./suppress";
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

/** How many of a group were reached; `null` when the services of that year were not given. */
type Reached = Readonly<Record<ServiceKind, number | null>>;

/** A trait of the population of December, counted. */
export interface TraitCounts {
  readonly kenmerk: string;
  readonly categories: readonly {
    readonly categorie: string;
    readonly population: number;
    readonly reached: Reached;
    /** Of a label that is shown because many persons have it, a reader knows that. */
    readonly isCommon: boolean;
  }[];
}

/** The persons of a year and gebiedsdeel, counted. */
export interface ReachGroup {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly persons: number;
  readonly december: number;
  readonly reached: Reached;
  readonly traits: readonly TraitCounts[];
}

/** Whether a person was reached in a year; `null` when the services of that year were not given. */
type IsReached = (jaar: number, person: string) => boolean | null;

/** Whether the services of persons in a gebiedsdeel and a year are given. */
export type HasServices = (soort: ServiceKind, gebiedsdeel: string, jaar: number) => boolean;

/**
 * Counts persons in the bijstand and the reach of the services, in all and per category.
 *
 * A person is reached by a service in the year wherever it was used, for people move.
 */
export function countReach(
  persons: readonly Row[],
  services: Services,
  hasServices: HasServices = () => true,
): ReachGroup[] {
  const instrumenten = reachedBy(services.instrumenten);
  const contacten = reachedBy(services.contacten);
  const groups = groupPersons(persons);
  const present = traits
    .filter(({ columns }) => persons.some(({ values }) => columns.some((column) => column in values)))
    .map((trait) => ({ trait, categories: categoriesOf(trait, groups) }));
  return groups.map(({ jaar, gebiedsdeel, persons: ofYear, december }) => {
    const count = (soort: ServiceKind, rows: readonly Row[], isReached: IsReached) =>
      hasServices(soort, gebiedsdeel, jaar) ? countReached(jaar, rows, isReached) : null;
    const reached = (rows: readonly Row[]): Reached => ({
      instrumenten: count("instrumenten", rows, instrumenten),
      contacten: count("contacten", rows, contacten),
    });
    return {
      jaar,
      gebiedsdeel,
      persons: ofYear.size,
      december: december.length,
      reached: reached(december),
      traits: present.map(({ trait, categories }) => {
        const members = new Map<string, Row[]>(categories.map((category) => [category, []]));
        for (const row of december) members.get(trait.category(row))?.push(row);
        return {
          kenmerk: trait.kenmerk,
          categories: [...members].map(([categorie, rows]) => ({
            categorie,
            population: rows.length,
            reached: reached(rows),
            isCommon: trait.hasFreeLabels && !isKnownLabel(categorie),
          })),
        };
      }),
    };
  });
}

function reachedBy(services: readonly Service[]): IsReached {
  const years = new Set(services.map(({ jaar }) => jaar));
  const reached = new Set(
    services.filter(({ counts }) => counts).map(({ jaar, person }) => `${jaar} ${person}`),
  );
  return (jaar, person) => (years.has(jaar) ? reached.has(`${jaar} ${person}`) : null);
}

/** The number of rows whose person was reached; `null` when that is not known. */
function countReached(jaar: number, rows: readonly Row[], isReached: IsReached): number | null {
  // Also of nobody it is only known how many were reached when the services of the year were given.
  if (isReached(jaar, "") === null) return null;
  return rows.filter(({ values }) => isReached(jaar, String(values.persoon_id))).length;
}

interface Group {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly persons: Set<string>;
  readonly december: Row[];
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

function categoriesOf(trait: Trait, groups: readonly Group[]): string[] {
  return [...new Set(groups.flatMap(({ december }) => december.map(trait.category)))].sort(compareCategories);
}

/** What is hidden of a group: its totals, and per trait the populations and the reached. */
export interface ReachMasks {
  readonly persons: boolean;
  readonly december: boolean;
  readonly reached: Readonly<Record<ServiceKind, boolean>>;
  readonly traits: readonly {
    readonly population: readonly boolean[];
    readonly reached: Readonly<Record<ServiceKind, readonly boolean[]>>;
  }[];
}

/**
 * What must be hidden of a group by itself. A total is hidden when it is small or when the categories of some trait
 * cannot be made safe beside it, and then everything that adds up to it is hidden with it. Of the reached also when
 * the missed are few (of 30 persons, 28 reached gives away 2), or when nobody or everybody was reached. The persons of
 * the year are hidden when they would give away how few of them have left before December.
 */
export function hiddenInReach(group: ReachGroup, threshold: number): ReachMasks {
  const { persons, december } = group;
  const populations = group.traits.map(({ categories }) =>
    hiddenCounts(
      categories.map(({ population }) => population),
      { threshold, notSmall: categories.map(({ isCommon }) => isCommon) },
    ),
  );
  const hideDecember = isSmall(december, threshold) || populations.includes(null);
  const population = group.traits.map(
    ({ categories }, t) => (!hideDecember && populations[t]) || categories.map((one) => one.population > 0),
  );
  const reachOf = (soort: ServiceKind) => {
    const masks = group.traits.map((trait, t) => reachMask(trait, soort, population[t], threshold));
    const count = group.reached[soort];
    const hidden =
      count !== null &&
      december > 0 &&
      (hideDecember || Math.min(count, december - count) < threshold || masks.includes(null));
    return { hidden, masks: hidden ? hideReached(group, soort) : masks.map((mask) => mask ?? []) };
  };
  const reach = { instrumenten: reachOf("instrumenten"), contacten: reachOf("contacten") };
  const left = Math.abs(persons - december);
  return {
    persons: isSmall(persons, threshold) || (!hideDecember && isSmall(left, threshold)),
    december: hideDecember,
    reached: { instrumenten: reach.instrumenten.hidden, contacten: reach.contacten.hidden },
    traits: population.map((mask, t) => ({
      population: mask,
      reached: { instrumenten: reach.instrumenten.masks[t], contacten: reach.contacten.masks[t] },
    })),
  };
}

function reachMask(
  { categories }: TraitCounts,
  soort: ServiceKind,
  populationHidden: readonly boolean[],
  threshold: number,
): Mask {
  const reached = categories.flatMap((category) => category.reached[soort] ?? []);
  if (reached.length < categories.length) return categories.map(() => false);
  const population = categories.map((category) => category.population);
  return hiddenReach({ population, reached }, populationHidden, threshold);
}

/** Every category that anyone is in. */
function hideReached(group: ReachGroup, soort: ServiceKind): boolean[][] {
  return group.traits.map(({ categories }) =>
    categories.map(({ population, reached }) => population > 0 && reached[soort] !== null),
  );
}

/** The masks with the reached by a service hidden as well, in all and per category. */
export function withoutReach(group: ReachGroup, masks: ReachMasks, soort: ServiceKind): ReachMasks {
  const perTrait = hideReached(group, soort);
  return {
    ...masks,
    reached: { ...masks.reached, [soort]: group.reached[soort] !== null && group.december > 0 },
    traits: masks.traits.map((trait, t) => ({
      ...trait,
      reached: { ...trait.reached, [soort]: perTrait[t] },
    })),
  };
}

/**
 * How many persons must be able to have been reached, as far as a reader knows, for the protection of the small
 * counts of reached and missed in a group of which the reached are hidden.
 */
export function roomNeeded(group: ReachGroup, soort: ServiceKind, threshold: number): number {
  const cells = [
    { population: group.december, reached: group.reached },
    ...group.traits.flatMap(({ categories }) => categories),
  ];
  return Math.max(
    0,
    ...cells.map(({ population, reached: { [soort]: reached } }) => {
      if (reached === null || population === 0) return 0;
      const missed = population - reached;
      const forMissed = isSmall(missed, threshold) ? reached + leeway(missed) : 0;
      return Math.max(reached < threshold ? threshold : 0, forMissed);
    }),
  );
}

/** The row of a group, and the rows of its traits. */
export function reachRow(
  { jaar, gebiedsdeel, persons, december, reached }: ReachGroup,
  masks: ReachMasks,
): ReachRow {
  return {
    jaar,
    gebiedsdeel,
    ...hideCounts({
      personen_in_bijstand: { count: persons, hide: masks.persons },
      december: { count: december, hide: masks.december },
      bereikt_instrumenten: { count: reached.instrumenten, hide: masks.reached.instrumenten },
      bereikt_contacten: { count: reached.contacten, hide: masks.reached.contacten },
    }),
  };
}

export function traitRows(
  { jaar, gebiedsdeel, traits: counted }: ReachGroup,
  masks: ReachMasks,
  t: number,
): TraitRow[] {
  const { kenmerk, categories } = counted[t];
  const { population: hidePopulation, reached: hide } = masks.traits[t];
  return categories.map(({ categorie, population, reached }, c) => ({
    jaar,
    gebiedsdeel,
    kenmerk,
    categorie,
    ...hideCounts({
      populatie: { count: population, hide: hidePopulation[c] },
      bereikt_instrumenten: { count: reached.instrumenten, hide: hide.instrumenten[c] },
      bereikt_contacten: { count: reached.contacten, hide: hide.contacten[c] },
    }),
  }));
}

/** Counts with `null` for those to hide, and the names of the hidden. */
function hideCounts<Name extends string>(
  counts: Record<Name, { count: number | null; hide: boolean }>,
): Record<Name, number | null> & { withheld: string[] } {
  const names = Object.keys(counts) as Name[];
  const isHidden = (name: Name) => counts[name].hide && counts[name].count !== null;
  const shown = names.map((name) => [name, isHidden(name) ? null : counts[name].count] as const);
  return {
    ...(Object.fromEntries(shown) as Record<Name, number | null>),
    withheld: names.filter(isHidden),
  };
}
