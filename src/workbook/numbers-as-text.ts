import { cellAddress, type SheetPlan } from "./plan";

/** What Excel can take for a number or a date that was stored as text by mistake: digits with signs around them. */
const looksLikeNumber = (text: string): boolean => /\d/.test(text) && /^[\d\s.,:/+()€$%'e-]*$/i.test(text);

/**
 * The cells in which a number stands as a text on purpose: codes, numbers of goals, names of categories. Excel would
 * put a green triangle in each of them. As few ranges as a column at a time allows, in A1 notation.
 */
export function numbersAsText({ rows }: SheetPlan): string[] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const marked = rows.map((cells) => {
      const { value, formula } = cells[column] ?? {};
      return formula === undefined && typeof value === "string" && looksLikeNumber(value);
    });
    const first = marked.indexOf(true);
    if (first < 0) return [];
    return [`${cellAddress(first, column)}:${cellAddress(marked.lastIndexOf(true), column)}`];
  });
}
