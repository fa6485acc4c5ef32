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
 * Which counts of a group must be withheld. First the small ones. Then, when the total of the group is shown,
 * the smallest of the others as long as a withheld count can be found from the total: when there is only one,
 * or when the withheld counts together are so few that every one of them must be 1 (or 0). Among equals the
 * one that comes first; a 0 only when nothing else is left.
 */
export function withheld(counts: readonly number[], options: SuppressionOptions = {}): boolean[] {
  const { threshold = defaultThreshold, forced = [] } = options;
  const total = sum(counts);
  const { totalShown = !isSmall(total, threshold) } = options;
  const mask = counts.map((count, index) => isSmall(count, threshold) || (forced[index] ?? false));
  if (!totalShown) return mask;

  const others = counts
    .map((_, index) => index)
    .filter((index) => !mask[index])
    .sort((a, b) => Number(counts[a] === 0) - Number(counts[b] === 0) || counts[a] - counts[b] || a - b);
  for (const next of others) {
    const hidden = counts.filter((_, index) => mask[index]);
    const recoverable = hidden.length === 1 || (hidden.length > 1 && sum(hidden) <= hidden.length);
    if (!recoverable) break;
    mask[next] = true;
  }
  return mask;
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
