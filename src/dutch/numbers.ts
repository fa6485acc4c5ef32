import { isMissingFigure } from "./markers";
import { plainText } from "./plain-text";

/** What the cells of a column tell about how its numbers are written. */
export interface Notation {
  /** The decimal sign; `both` when cells contradict each other. */
  readonly decimal: "comma" | "point" | "both" | "unknown";
  /**
   * What is known of the decimals: `short` when final zeros are left out (7,5 and 12,345), `three` when all have
   * three (0,125 and 2,500), `other` when they are written otherwise (7,50): then no number of the column has three.
   */
  readonly decimals: "short" | "three" | "other";
}

/** Of a column that tells nothing, or of a cell by itself. */
export const unknownNotation: Notation = { decimal: "unknown", decimals: "short" };

/** A number; or why the text is none: no number at all, or one that can be read in two ways. */
export type NumberReading =
  | { readonly ok: true; readonly value: number; readonly decimals: number }
  | { readonly ok: false; readonly reason: "no-number" | "ambiguous" };

const noNumber: NumberReading = { ok: false, reason: "no-number" };
const ambiguous: NumberReading = { ok: false, reason: "ambiguous" };

/** A number in its parts, with the separator between whole and fraction, if one could be told. */
interface Parts {
  negative: boolean;
  whole: string;
  fraction: string;
  exponent: string;
  /** The sign that must be the decimal one here, or `null` when this number has no such sign. */
  decimal: "," | "." | null;
  /** A single separator before exactly three digits: thousands or decimals. */
  ambiguous: boolean;
}

/** Digits and nothing else, as most numbers are. */
const plain: Parts = {
  negative: false,
  whole: "",
  fraction: "",
  exponent: "",
  decimal: null,
  ambiguous: false,
};

const spaceGroups = /^\d{1,3}(?: \d{3})+(?![\d ])/;
const other = { ",": ".", ".": "," } as const;

/**
 * Takes a number text apart: sign, euro and per cent sign off, thousands out, whole and fraction apart.
 * Gives `null` for a text that is no number in any notation.
 */
function takeApart(text: string): Parts | null {
  // In a plain text no space follows another, so that none of the expressions below can go over a row of them again.
  const trimmed = plainText(text);
  if (/^\d+$/.test(trimmed)) return { ...plain, whole: trimmed };
  let rest = trimmed.replace(/^(€|eur) ?/i, "");
  const negative = /^[-−]/.test(rest);
  rest = rest.replace(/^[-−+] ?/, "").replace(/^(€|eur) ?/i, "");
  rest = rest.replace(/ ?%$/, "").replace(/,--?$/, ",0");

  const exponent = /e[-+]?\d{1,3}$/i.exec(rest)?.[0] ?? "";
  rest = rest.slice(0, rest.length - exponent.length);

  const groupedBySpaces = spaceGroups.test(rest);
  if (groupedBySpaces) rest = rest.replaceAll(" ", "");

  const parts = { ...plain, negative, exponent };
  if (/^\d+$/.test(rest)) return { ...parts, whole: rest };

  const separator = /[.,](?=\d*$)/.exec(rest)?.[0] as "," | "." | undefined;
  if (separator === undefined) return null;
  const pieces = rest.split(separator);
  const last = pieces[pieces.length - 1];

  // Several of one sign can only be between thousands: 1.234.567.
  if (pieces.length > 2) {
    if (groupedBySpaces || !isGrouped(rest, separator)) return null;
    return { ...parts, whole: pieces.join(""), fraction: "", decimal: other[separator] };
  }

  const [whole] = pieces;
  if (!/^\d+$/.test(last)) return null;
  if (whole.includes(other[separator])) {
    if (groupedBySpaces || !isGrouped(whole, other[separator])) return null;
    return { ...parts, whole: whole.replaceAll(other[separator], ""), fraction: last, decimal: separator };
  }
  if (!/^\d*$/.test(whole)) return null;
  const couldBeThousands =
    !groupedBySpaces && exponent === "" && last.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return { ...parts, whole, fraction: last, decimal: separator, ambiguous: couldBeThousands };
}

function isGrouped(text: string, separator: "," | "."): boolean {
  const [first, ...groups] = text.split(separator);
  return /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

/**
 * What the cells of one column say about how its numbers are written: 7,5 or 1.234.567 speak for a decimal comma, 7.5
 * or 1,234,567 for a point; 1.234 and 1,234 say nothing, except in a column of whole numbers, where their sign cannot
 * be a decimal one unless only zeros follow it.
 *
 * Only the column itself is asked, not the rest of the file: a file put together by hand from two sources
 * has two notations, and a wrong guess is a factor of a thousand that nobody sees.
 *
 * @param wholeNumbers whether the column holds whole numbers only
 * @example
 * notationOf(["1.234", "7,5"]) // => {"decimal":"comma","decimals":"short"}
 * notationOf(["1.234"], true) // => {"decimal":"comma","decimals":"short"}
 */
export function notationOf(cells: Iterable<string>, wholeNumbers = false): Notation {
  const signs = new Set<"," | ".">();
  let [hasFractions, areThree, areShort] = [false, true, true];
  for (const cell of cells) {
    if (isMissingFigure(cell)) continue;
    const parts = takeApart(cell);
    if (parts === null || parts.decimal === null) continue;
    const { fraction, decimal } = parts;
    if (parts.ambiguous) {
      if (wholeNumbers && !/^0+$/.test(fraction)) signs.add(other[decimal]);
      continue;
    }
    signs.add(decimal);
    if (fraction === "") continue;
    hasFractions = true;
    areThree &&= fraction.length === 3;
    // 7.0 is how many programs write a seven among fractions of which they leave out the final zeros.
    areShort &&= fraction === "0" || !fraction.endsWith("0");
  }
  const [sign, second] = signs;
  const decimal = second ? "both" : sign === "," ? "comma" : sign === "." ? "point" : "unknown";
  return { decimal, decimals: hasFractions && areThree ? "three" : areShort ? "short" : "other" };
}

/**
 * Reads a number in Dutch or English notation. A text such as 1.234 is twelve hundred and thirty-four where
 * the column writes a decimal comma, and one and a bit where it writes a decimal point and could have written this
 * number so: beside 12.5, 13.000 would have been 13. Elsewhere it is ambiguous.
 *
 * A per cent sign is dropped and the number stays as written: 7,48% is 7.48, because the percentages of the
 * extracts stand on a scale of 0 to 100.
 *
 * @param notation of the column, see `notationOf`
 * @example
 * readNumber("1.234,5", unknownNotation) // => {"ok":true,"value":1234.5,"decimals":1}
 * readNumber("13.000", notationOf(["12.5"])) // => {"ok":false,"reason":"ambiguous"}
 */
export function readNumber(text: string, notation: Notation): NumberReading {
  const parts = takeApart(text);
  if (parts === null) return noNumber;
  let { whole, fraction } = parts;
  if (parts.ambiguous) {
    const decimal = notation.decimal === "comma" ? "," : notation.decimal === "point" ? "." : null;
    if (decimal === null) return ambiguous;
    if (decimal !== parts.decimal) [whole, fraction] = [whole + fraction, ""];
    else if (!mayHaveThreeDecimals(fraction, notation)) return ambiguous;
  }
  const value = Number(`${whole === "" ? "0" : whole}.${fraction === "" ? "0" : fraction}${parts.exponent}`);
  return { ok: true, value: parts.negative && value !== 0 ? -value : value, decimals: fraction.length };
}

function mayHaveThreeDecimals(fraction: string, { decimals }: Notation): boolean {
  return decimals === "three" || (decimals === "short" && !fraction.endsWith("0"));
}
