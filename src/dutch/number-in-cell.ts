import { readNumber, unknownNotation, type Notation } from "./numbers";
import { plainText } from "./plain-text";

/** In which 1.234 is twelve hundred and thirty-four, and 1,230 a fraction whatever stands beside it. */
const dutchNotation: Notation = { decimal: "comma", decimals: "three" };

/**
 * The number in a text cell of a sheet: 7,5 and 7.5 are seven and a half, and 7,48% is 0,0748 (in an extract, where
 * percentages stand on 0 to 100, it is 7,48). What 1.234 is, the notation of the other cells says.
 *
 * @param notation of the cells beside it; without one, 1.234 is read as Dutch Excel reads what is typed
 * @returns the number, or `null` when the text is no number or can be two
 * @example
 * numberInCell("1.234,5") // => 1234.5
 */
export function numberInCell(text: string, notation = dutchNotation): number | null {
  const reading = readNumber(text, notation);
  // Excel keeps a number that is too large for it, such as 1E400, as text.
  if (!reading.ok || !Number.isFinite(reading.value)) return null;
  if (!plainText(text).endsWith("%")) return reading.value;
  const moved = Number(`${reading.value}e-2`);
  // Moving the point in the text, since 7.48 / 100 is not the double nearest to 0.0748.
  return Number.isNaN(moved) ? reading.value / 100 : moved;
}

/**
 * Whether a text is a number at all, even one that can be read in two ways.
 *
 * @example
 * isNumberText("12.345") // => true
 */
export function isNumberText(text: string): boolean {
  const reading = readNumber(text, unknownNotation);
  return reading.ok || reading.reason === "ambiguous";
}
