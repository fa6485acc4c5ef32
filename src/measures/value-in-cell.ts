import { dateDoubt, readMonth } from "../dutch/dates";
import { isMissingFigure } from "../dutch/markers";
import { isNumberText } from "../dutch/number-in-cell";
import { plainText } from "../dutch/plain-text";
import type { Holding } from "./argument";
import type { GivenCell } from "./given-cells";

export const isBlank = (cell: GivenCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && plainText(cell) === "");

const yesOrNo = new Map<string, boolean>([
  ...["ja", "j", "waar", "true", "1"].map((text) => [text, true] as const),
  ...["nee", "n", "onwaar", "false", "0"].map((text) => [text, false] as const),
]);

/**
 * Ja or nee in a text; undefined when it is neither.
 *
 * @example
 * yesOrNoIn(" Ja ") // => true
 */
export function yesOrNoIn(text: string): boolean | undefined {
  return yesOrNo.get(plainText(text).toLowerCase());
}

const isOfHolding: Partial<Record<Holding, (text: string) => boolean>> = {
  figures: isNumberText,
  dates: isDateText,
  yesNo: (text) => yesOrNoIn(text) !== undefined,
};

/** Whether a text is a date, or is written as one: 3/14/2021 has its month first, and 31-02-2021 is a mistake. */
function isDateText(text: string): boolean {
  const plain = plainText(text);
  return (
    !/\p{L}/u.test(plain) ||
    /^\d{1,4}[-/.]\d/.test(plain) ||
    readMonth(text) !== null ||
    dateDoubt(text) !== null
  );
}

/** Whether a text can be a value in a range that holds figures, dates, or ja and nee; a marker of none can. */
export function isValueOf(holds: Holding, text: string): boolean {
  return isMissingFigure(text) || (isOfHolding[holds]?.(text) ?? true);
}
