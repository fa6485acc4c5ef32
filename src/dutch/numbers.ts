import { isMissing } from "./markers";

/** What the cells of a column tell about its decimal separator. */
export type Notation = "comma" | "point" | "both" | "unknown";

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

const spaces = /[\s\u00a0\u2009\u202f]/g;
const spaceGroups = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d ])/;
const other = { ",": ".", ".": "," } as const;

/**
 * Takes a number text apart: sign, euro and per cent sign off, thousands out, whole and fraction apart.
 * Gives `null` for a text that is no number in any notation.
 */
function takeApart(text: string): Parts | null {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) return { ...plain, whole: trimmed };
  let rest = trimmed.replace(/^(€|eur)\s*/i, "");
  const negative = /^[-−]/.test(rest);
  rest = rest.replace(/^[-−+]\s*/, "").replace(/^(€|eur)\s*/i, "");
  rest = rest.replace(/[\s\u00a0]*%$/, "").replace(/,--?$/, ",0");

  const exponent = /e[-+]?\d{1,3}$/i.exec(rest)?.[0] ?? "";
  rest = rest.slice(0, rest.length - exponent.length);

  const groupedBySpaces = spaceGroups.test(rest);
  if (groupedBySpaces) rest = rest.replace(spaces, "");

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
 * What the cells of one column say about its decimal separator: 7,5 or 1.234.567 speak for a comma, 7.5 or
 * 1,234,567 for a point; 1.234 and 1,234 say nothing. `both` when they contradict each other.
 *
 * Only the column itself is asked, not the rest of the file: a file put together by hand from two sources
 * has two notations, and a wrong guess is a factor of a thousand that nobody sees.
 *
 * @example
 * notationOf(["1.234", "7,5"]) // => "comma"
 */
export function notationOf(cells: Iterable<string>): Notation {
  let comma = false;
  let point = false;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    const parts = takeApart(cell);
    if (parts === null || parts.ambiguous || parts.decimal === null) continue;
    if (parts.decimal === ",") comma = true;
    else point = true;
    if (comma && point) return "both";
  }
  return comma ? "comma" : point ? "point" : "unknown";
}

/**
 * Reads a number in Dutch or English notation. A text such as 1.234 is twelve hundred and thirty-four where
 * the column writes a decimal comma, one and a bit where it writes a decimal point, and where the column does
 * not tell, thousands in a column of whole numbers (`wholeNumbers`) and ambiguous in any other.
 *
 * A per cent sign is dropped and the number stays as written: 7,48% is 7.48, because the percentages of the
 * extracts stand on a scale of 0 to 100.
 *
 * @example
 * readNumber("1.234,5", "unknown", false) // => {"ok":true,"value":1234.5,"decimals":1}
 */
export function readNumber(text: string, notation: Notation, wholeNumbers: boolean): NumberReading {
  const parts = takeApart(text);
  if (parts === null) return noNumber;
  let { whole, fraction } = parts;
  if (parts.ambiguous) {
    const separator =
      notation === "unknown" && wholeNumbers ? other[parts.decimal ?? "."] : decimalSign(notation);
    if (separator === null) return ambiguous;
    if (separator !== parts.decimal) [whole, fraction] = [whole + fraction, ""];
  }
  const value = Number(`${whole === "" ? "0" : whole}.${fraction === "" ? "0" : fraction}${parts.exponent}`);
  return { ok: true, value: parts.negative && value !== 0 ? -value : value, decimals: fraction.length };
}

function decimalSign(notation: Notation): "," | "." | null {
  if (notation === "comma") return ",";
  return notation === "point" ? "." : null;
}
