/** Digits that stand together in a text. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the group before it; empty for the first of a run. */
  readonly gap: string;
}

/** Between the digits of one number: a space, or one or two signs, with spaces about them or not. */
const gapInNumber = /^(?: ?[^\p{L}\p{N}\0 ]{1,2} ?| )$/u;

/**
 * The digits of a text, in runs: the groups of one run may be parts of one number.
 *
 * @example
 * digitRuns("1 en 2") // => [[{"digits":"1","start":0,"end":1,"gap":""}],[{"digits":"2","start":5,"end":6,"gap":""}]]
 */
export function digitRuns(text: string): Group[][] {
  const runs: Group[][] = [];
  let previousEnd = -1;
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const end = start + digits.length;
    const between = previousEnd === -1 || start - previousEnd > 4 ? "" : text.slice(previousEnd, start);
    const isJoined = gapInNumber.test(between);
    const group = { digits, start, end, gap: isJoined ? between : "" };
    if (isJoined) runs[runs.length - 1].push(group);
    else runs.push([group]);
    previousEnd = end;
  }
  return runs;
}

/** The digits of some groups as one number. */
export function joined(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join("");
}

/** As numbers are grouped by who writes them out: by a space or a sign without spaces, or a dash with them. */
const usualGap = /^(?: |[.,/_'’‘`\p{Pd}\u2212]| [\p{Pd}\u2212] )$/u;

/** Whether a group stands behind the one before it as in one number. */
export function isUsuallyParted({ gap }: Group): boolean {
  return usualGap.test(gap);
}

/**
 * Whether a run is an amount or a fraction: 1.234.567,89 or 51.9244201.
 *
 * @example
 * isAmount(digitRuns("1.234.567,89")[0]) // => true
 */
export function isAmount(run: readonly Group[]): boolean {
  const last = run[run.length - 1];
  if (last.gap !== "." && last.gap !== ",") return false;
  const before = run.slice(1, -1);
  return (
    before.every(({ digits, gap }) => digits.length === 3 && gap !== last.gap) &&
    before.every(({ gap }) => gap === before[0].gap && /^[., '’]$/.test(gap))
  );
}

/**
 * Whether a text is a year that a number may stand beside.
 *
 * @example
 * isYear("2021") // => true
 */
export function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}
