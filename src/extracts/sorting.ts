/** Alphabetical by character, the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const delen = ["Zuid", "Overig"];

/** Groups by year, Zuid before Overig. */
export function inOrder<T extends { readonly jaar: number; readonly gebiedsdeel: string }>(
  groups: readonly T[],
): T[] {
  return [...groups].sort(
    (a, b) => a.jaar - b.jaar || delen.indexOf(a.gebiedsdeel) - delen.indexOf(b.gebiedsdeel),
  );
}
