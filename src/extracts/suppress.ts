import { joined, type Ranges, sizeOf, sumsOf, termsOf } from "./whole-ranges";

/** Fewer persons than this are not shown; 0 is, where it says nothing of a group. */
export const defaultThreshold = 10;

/** No lower threshold is accepted. */
export const lowestThreshold = 5;

/**
 * What is wrong with a threshold, in Dutch, or null when it can be used.
 *
 * @example
 * thresholdProblem(15) // => null
 */
export function thresholdProblem(threshold: number): string | null {
  if (Number.isInteger(threshold) && threshold >= lowestThreshold) return null;
  return `De drempel voor kleine aantallen is een geheel getal van ${lowestThreshold} of meer${Number.isNaN(threshold) ? "" : `; gegeven is ${threshold}`}.`;
}

/**
 * Whether a count is too small to show.
 *
 * @example
 * isSmall(9, 10) // => true
 */
export function isSmall(count: number, threshold: number): boolean {
  return count >= 1 && count < threshold;
}

/**
 * How far below a small count the reader's lowest guess must lie.
 *
 * @example
 * leeway(5) // => 2
 */
export function leeway(count: number): number {
  return Math.max(1, Math.floor(count / 2));
}

export interface GroupOptions {
  readonly threshold: number;
  /** Counts of which a reader knows that they are large if nothing else is, for only a common label is shown. */
  readonly notSmall?: readonly boolean[];
}

/** Which members of a group are hidden; null when the group has no safe way with its total shown. */
export type Mask = readonly boolean[] | null;

/**
 * Hides the counts of a group that are small and, since the total of the group is shown, the smallest of the others
 * with all that are equal to it, until a reader who knows this rule can say of no hidden count that it is small,
 * nor which of the small ones. A 0 stays.
 *
 * What such a reader knows: the sum of the hidden; that each is 1 or more, for a 0 is shown; that each is less than
 * every other count that is shown; and that some are not small, such as those of whom the label had to be common.
 *
 * @example
 * hiddenCounts([3, 40, 12], { threshold: 10 }) // => [true, false, true]
 */
export function hiddenCounts(counts: readonly number[], options: GroupOptions): Mask {
  return hideUntilSafe(
    counts.map((count) => isSmall(count, options.threshold)),
    counts.map((count) => count || null),
    (hidden, shown) => {
      const sum = total(hidden.map((index) => counts[index]));
      return leavesRoom(counts, { hidden, shown, toDivide: sum, toCover: sum }, options);
    },
  );
}

/** The persons of each category of a trait, and those of them who were reached. */
export interface Reach {
  readonly population: readonly number[];
  readonly reached: readonly number[];
}

/** A small count that is hidden may have at least so many values. */
const fewestValues = 3;

/**
 * Hides the reached of every category of which the population is hidden, or of which nobody, everybody, fewer than the
 * threshold or all but fewer than the threshold were reached; and the reached of others, those first of which the
 * reached or the missed are fewest, until a reader who knows this rule can say of none that it is small.
 *
 * What such a reader knows: the reached and the missed of the hidden categories together; and that in each of which the
 * population is shown the reached or the missed are fewer than in every category that is shown.
 *
 * @example
 * hiddenReach({ population: [30, 30, 60], reached: [3, 12, 30] }, [false, false, false], 10) // => [true, true, false]
 */
export function hiddenReach(
  { population, reached }: Reach,
  populationHidden: readonly boolean[],
  threshold: number,
): Mask {
  const missed = population.map((count, index) => count - reached[index]);
  const fewest = population.map((_, index) => Math.min(reached[index], missed[index]));
  return hideUntilSafe(
    population.map((count, index) => populationHidden[index] || (count > 0 && fewest[index] < threshold)),
    population.map((count, index) => (count === 0 ? null : fewest[index])),
    (hidden, shown) => {
      const most = Math.min(...shown.flatMap((index) => (population[index] > 0 ? fewest[index] : []))) - 1;
      // Some category was hidden for itself: for its population, or for fewer than the threshold.
      const isKnown = hidden.some((index) => populationHidden[index]);
      return [reached, missed].every((counts) => {
        const sum = total(hidden.map((index) => counts[index]));
        // Categories of which the population is hidden can take over everything from each other.
        const atMost = (index: number, few: number): Ranges =>
          populationHidden[index] ? [[0, sum]] : fewOrMany(population[index], few);
        const values = hidden.map((index) => atMost(index, most));
        const small = hidden.map((index) => atMost(index, Math.min(most, threshold - 1)));
        return hidden.every((_, at) => {
          const others = values.toSpliced(at, 1);
          const withOneSmall = others.flatMap((__, other) =>
            sumsOf(others.with(other, small.toSpliced(at, 1)[other])),
          );
          const found = isKnown
            ? termsOf(sum, values[at], sumsOf(others))
            : joined([...termsOf(sum, small[at], sumsOf(others)), ...termsOf(sum, values[at], withOneSmall)]);
          return hasRoom(found, threshold);
        });
      });
    },
  );
}

/** The numbers of a whole of which at most so many are in it, or at most so many are not. */
function fewOrMany(whole: number, most: number): Ranges {
  return whole <= 2 * most + 1
    ? [[0, whole]]
    : [
        [0, most],
        [whole - most, whole],
      ];
}

/**
 * Whether a count that may have these values cannot be told to be small, nor which of the small ones it is. That goes by
 * what a reader knows and not by the count itself, for else it would tell him something of the count.
 */
function hasRoom(values: Ranges, threshold: number): boolean {
  const [least, most] = [values[0][0], values[values.length - 1][1]];
  return least >= threshold || (least === 0 && most >= threshold && sizeOf(values) >= fewestValues);
}

/** The services of each type and the persons who had them, beside those of all types together. */
export interface ServiceCounts {
  readonly types: readonly { readonly aantal: number; readonly personen: number }[];
  readonly total: { readonly aantal: number; readonly personen: number };
}

/**
 * Hides the types that few persons had and, of the others, the smallest with all that are equal to it, until a reader
 * who knows this rule can say of none that few had it. A 0 stays.
 *
 * The hidden types together have as many services as are not shown, each at least as many as persons, and their
 * persons must be enough for the persons in all.
 *
 * @example
 * hiddenTypes({ types: [{ aantal: 40, personen: 3 }, { aantal: 90, personen: 50 }], total: { aantal: 130, personen: 51 } }, { threshold: 10 }) // => [true, true]
 */
export function hiddenTypes({ types, total: all }: ServiceCounts, options: GroupOptions): Mask {
  const { threshold } = options;
  const persons = types.map(({ personen }) => personen);
  return hideUntilSafe(
    persons.map((count) => isSmall(count, threshold)),
    persons.map((count) => count || null),
    (hidden, shown) => {
      const services = total(hidden.map((index) => types[index].aantal));
      const covered = total(shown.map((index) => persons[index]));
      return leavesRoom(
        persons,
        { hidden, shown, toDivide: services, toCover: all.personen - covered },
        options,
      );
    },
  );
}

/** Whether every hidden count may be large and may be two small ones at least, as far as a reader can tell. */
function leavesRoom(
  counts: readonly number[],
  division: {
    readonly hidden: readonly number[];
    readonly shown: readonly number[];
    /** What the hidden counts are together, at most. */
    readonly toDivide: number;
    /** What they are together, at least. */
    readonly toCover: number;
  },
  { threshold, notSmall = [] }: GroupOptions,
): boolean {
  const { hidden, shown, toDivide, toCover } = division;
  const most = Math.min(...shown.map((index) => counts[index]).filter((count) => count > 0)) - 1;
  const lowest = Math.max(1, toCover - (hidden.length - 1) * most);
  const atLeast = (index: number) => (notSmall[index] && counts[index] >= threshold ? threshold : 1);
  const least = total(hidden.map(atLeast));
  return hidden.every((index) => {
    const highest = Math.min(most, toDivide - least + atLeast(index));
    return hidden.length > 1 && highest >= threshold && lowest <= threshold - 2;
  });
}

/**
 * Hides what must be hidden and then, by size, what is needed to make that safe; nothing when nothing must be.
 *
 * @param order the size by which the others follow; null for what is never hidden
 */
function hideUntilSafe(
  mustHide: readonly boolean[],
  order: readonly (number | null)[],
  isSafe: (hidden: readonly number[], shown: readonly number[]) => boolean,
): Mask {
  let mask = mustHide;
  for (;;) {
    const [hidden, shown] = [true, false].map((wanted) =>
      mask.flatMap((isHidden, index) => (isHidden === wanted ? [index] : [])),
    );
    if (hidden.length === 0 || isSafe(hidden, shown)) return mask;
    const sizes = shown.flatMap((index) => order[index] ?? []);
    if (sizes.length === 0) return null;
    const next = Math.min(...sizes);
    const before = mask;
    mask = before.map((isHidden, index) => isHidden || order[index] === next);
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
