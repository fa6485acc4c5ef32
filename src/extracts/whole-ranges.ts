/** Whole numbers: those from the first up to and including the second of each pair, in order and apart. */
export type Ranges = readonly (readonly [number, number])[];

/**
 * The same numbers, with ranges that touch or overlap joined.
 *
 * @example
 * joined([[5, 6], [0, 2], [1, 4]]) // => [[0,6]]
 */
export function joined(ranges: Ranges): Ranges {
  const result: [number, number][] = [];
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}

/**
 * The numbers that are one of each added up.
 *
 * @example
 * sumsOf([[[0, 2], [8, 9]], [[0, 1]]]) // => [[0,3],[8,10]]
 */
export function sumsOf(terms: readonly Ranges[]): Ranges {
  return terms.reduce<Ranges>(
    (sums, term) =>
      joined(sums.flatMap(([low, high]) => term.map(([from, to]) => [low + from, high + to] as const))),
    [[0, 0]],
  );
}

/**
 * The numbers of a term that leave a number of the other terms when they are taken from a sum.
 *
 * @example
 * termsOf(10, [[0, 4], [8, 12]], [[3, 7]]) // => [[3,4]]
 */
export function termsOf(sum: number, term: Ranges, others: Ranges): Ranges {
  return joined(
    term.flatMap(([low, high]) =>
      others.flatMap(([from, to]) => {
        const [least, most] = [Math.max(low, sum - to), Math.min(high, sum - from)];
        return least <= most ? [[least, most] as const] : [];
      }),
    ),
  );
}

/**
 * How many numbers there are.
 *
 * @example
 * sizeOf([[0, 2], [8, 9]]) // => 5
 */
export function sizeOf(ranges: Ranges): number {
  return ranges.reduce((size, [low, high]) => size + high - low + 1, 0);
}
