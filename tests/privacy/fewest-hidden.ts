import type { PersonExtracts } from "../../src/extracts/aggregate";
import { countReach } from "../../src/extracts/aggregate-reach";
import { countServices, type Service, type ServiceKind } from "../../src/extracts/aggregate-services";
import type { Row } from "../../src/extracts/extract";
import { hiddenCounts, hiddenReach, hiddenTypes } from "../../src/extracts/suppress";

const threshold = 10;

/**
 * How many cells the rule hides in groups of which the total is shown, and how many must be hidden at the least for
 * the same protection by intervals: by trying every choice of categories, which decides what an integer program would.
 * Groups are looked at one by one: the populations of a trait, the reached of it, and the types of a service.
 */
export function fewestHidden(given: Required<PersonExtracts>): { hidden: number; fewest: number } {
  const services = {
    instrumenten: given.instrumenten.map((row) => serviceOf(row, "startdatum", "type")),
    contacten: given.contacten.map((row) => serviceOf(row, "datum", "onderwerp")),
  };
  const sum = { hidden: 0, fewest: 0 };
  const add = (mask: readonly boolean[] | null, fewest: number) => {
    if (mask === null) return null;
    sum.hidden += mask.filter(Boolean).length;
    sum.fewest += fewest;
    return mask;
  };

  for (const { traits, december } of countReach(given.bijstandspersonen, services)) {
    if (december < threshold) continue;
    for (const { categories } of traits) {
      const population = categories.map((one) => one.population);
      const needed = fewestOf(population.map(isSmall), (hidden) => {
        const some = population.filter((_, i) => hidden[i]);
        return some.length > 1 && total(some) >= threshold;
      });
      const mask = add(hiddenCounts(population, { threshold }), needed);
      if (mask === null) continue;
      for (const soort of ["instrumenten", "contacten"] as const) addReach(categories, mask, soort);
    }
  }
  for (const { types, total: all } of countServices(services)) {
    if (all.personen < threshold) continue;
    const persons = types.map(({ personen }) => personen);
    const needed = fewestOf(persons.map(isSmall), (hidden) => {
      const some = types.filter((_, i) => hidden[i]);
      return some.length > 1 && total(some.map(({ aantal }) => aantal)) >= threshold;
    });
    add(hiddenTypes({ types, total: all }, { threshold }), needed);
  }
  return sum;

  function addReach(
    categories: readonly { population: number; reached: Readonly<Record<ServiceKind, number | null>> }[],
    populationHidden: readonly boolean[],
    soort: ServiceKind,
  ): void {
    const population = categories.map((one) => one.population);
    const reached = categories.map((one) => one.reached[soort] ?? 0);
    const missed = population.map((count, i) => count - reached[i]);
    if (Math.min(total(reached), total(missed)) < threshold) return;
    const must = population.map(
      (count, i) => populationHidden[i] || (count > 0 && Math.min(reached[i], missed[i]) < threshold),
    );
    const needed = fewestOf(must, (hidden) => {
      const all = [reached, missed].map((counts) => total(counts.filter((_, i) => hidden[i])));
      return population.every((count, i) =>
        [reached, missed].every((counts, side) => {
          if (!hidden[i] || !isSmall(counts[i])) return true;
          const highest = populationHidden[i] ? all[side] : Math.min(count, all[side]);
          const lowest = populationHidden[i] ? 0 : Math.max(0, count - all[1 - side]);
          return highest >= threshold && lowest <= counts[i] - Math.max(1, Math.floor(counts[i] / 2));
        }),
      );
    });
    add(hiddenReach({ population, reached }, populationHidden, threshold), needed);
  }
}

/** The size of the smallest choice that holds all that must be hidden and is safe; all where there is none. */
function fewestOf(must: readonly boolean[], isSafe: (hidden: readonly boolean[]) => boolean): number {
  if (!must.includes(true)) return 0;
  let fewest = must.length;
  for (let choice = 0; choice < 2 ** must.length; choice += 1) {
    const hidden = must.map((forced, i) => forced || Math.floor(choice / 2 ** i) % 2 === 1);
    const size = hidden.filter(Boolean).length;
    if (size < fewest && isSafe(hidden)) fewest = size;
  }
  return fewest;
}

const isSmall = (count: number) => count >= 1 && count < threshold;

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function serviceOf({ values }: Row, date: string, type: string): Service {
  return {
    person: String(values.persoon_id),
    jaar: Number(String(values[date]).slice(0, 4)),
    gebiedsdeel: String(values.gebiedsdeel),
    type: String(values[type]),
    counts: true,
  };
}
