/** Fewer persons than this are not shown; 0 is. */
export const defaultThreshold = 10;

/** What is known beside the counts of a group. */
export interface SuppressionOptions {
  /** Counts from 1 up to this number, itself not included, are withheld. */
  readonly threshold?: number;
  /** Whether the total of the group is shown. Without saying so: yes, unless it is small itself. */
  readonly totalShown?: boolean;
  /** Counts that must be withheld for another reason, such as a small number behind them. */
  readonly forced?: readonly boolean[];
}

/**
 * Whether a count is too small to show.
 *
 * @example
 * isSmall(9) // => true
 */
export function isSmall(count: number, threshold = defaultThreshold): boolean {
  return count >= 1 && count < threshold;
}

/**
 * Which counts of a group must be withheld: the small ones and, when the total of the group is shown, as many
 * others as are needed to keep the small ones from being found from the total. Then the smallest of the others
 * goes too, with all that are equal to it (a 0 only when nothing else is left), as long as the withheld counts
 * give themselves away.
 *
 * Since only the counts decide and never their order, a reader who knows this rule cannot tell which of the
 * withheld counts is which.
 */
export function withheld(counts: readonly number[], options: SuppressionOptions = {}): boolean[] {
  const { threshold = defaultThreshold, forced = [] } = options;
  const { totalShown = mayShowTotal(counts, options) } = options;
  const mask = counts.map((count, index) => isSmall(count, threshold) || (forced[index] ?? false));
  if (!totalShown) return mask;

  const hidden = () => counts.filter((_, index) => mask[index]);
  const others = new Set(counts.filter((_, index) => !mask[index]));
  for (const next of [...others].sort((a, b) => Number(a === 0) - Number(b === 0) || a - b)) {
    if (!giveThemselvesAway(hidden(), threshold)) break;
    counts.forEach((count, index) => (mask[index] ||= count === next));
  }
  return mask;
}

/**
 * Whether withheld counts can be found from their sum: a single one; or several of which every one must be 1
 * (or 0), or every one the largest that is still small.
 */
function giveThemselvesAway(hidden: readonly number[], threshold: number): boolean {
  if (hidden.length < 2) return hidden.length === 1;
  return sum(hidden) <= hidden.length || hidden.every((count) => count === threshold - 1);
}

/**
 * Whether the total of a group may be shown beside its counts: not when it is small itself, and not when all
 * counts are small and the total would give them away (ten counts with a total of ten).
 */
export function mayShowTotal(
  counts: readonly number[],
  { threshold = defaultThreshold }: SuppressionOptions = {},
): boolean {
  const allSmall = counts.every((count) => isSmall(count, threshold));
  return !isSmall(sum(counts), threshold) && !(allSmall && giveThemselvesAway(counts, threshold));
}

/**
 * Which members of a group must be withheld when several counts of each are shown side by side, such as the
 * reached and the not reached: a member is withheld when any of its counts must be.
 */
export function withheldTogether(
  series: readonly (readonly number[])[],
  options: SuppressionOptions = {},
): boolean[] {
  let mask = options.forced ?? [];
  for (;;) {
    const before = mask.filter(Boolean).length;
    for (const counts of series) mask = withheld(counts, { ...options, forced: mask });
    if (mask.filter(Boolean).length === before) return [...mask];
  }
}

/**
 * The counts of a group with `null` in place of every count that must be withheld.
 *
 * @example
 * suppress([3, 40, 12]) // => [null, 40, null]
 */
export function suppress(counts: readonly number[], options: SuppressionOptions = {}): (number | null)[] {
  const mask = withheld(counts, options);
  return counts.map((count, index) => (mask[index] ? null : count));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
