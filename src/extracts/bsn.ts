import { readDate } from "../dutch/dates";
import { plainText } from "../dutch/plain-text";

/**
 * Whether a text is a valid burgerservicenummer: 8 or 9 digits that pass the eleven-test.
 *
 * @example
 * isBsn("111222333") // => true
 */
export function isBsn(text: string): boolean {
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^(?:0?[1-9]\d{7}|[1-9]\d{8})$/.test(digits)) return false;
  // The last digit counts for -1, the one before it for 2, and so on up to 9.
  let sum = -digits.charCodeAt(digits.length - 1) + zero;
  for (let weight = 2; weight <= digits.length; weight += 1)
    sum += weight * (digits.charCodeAt(digits.length - weight) - zero);
  return sum % 11 === 0;
}

const zero = "0".charCodeAt(0);

/** A number in a text that can be a burgerservicenummer, and where it stands. */
interface Candidate {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Most cells have no eight digits near each other and need no further look. */
const mayHoldNumber = /\d(?:[ .-]?\d){7}|\d[eE]\+?0?[78]/;
const ascii = /^[\t-~]*$/;

/** Most cells with eight digits are a date; looking no further keeps a file of millions of rows fast. */
const plainDate = /^(?:\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-\d{4})(?:[ T][\d:]{4,8})?$/;

/** Digits in groups, as they are parted by a space, point or hyphen. */
const runsOfDigits = /\d+(?:[ .-]\d+)*/g;

/** 1.11222333E+08 is how a program may show 111222333. */
const scientific = /^\d[.,]\d{6,8}e\+?0?[78]$/i;

/** How numbers are grouped by who writes them out: 111 222 333, 1112.22.333, 11.222.333. */
const groupings = [
  [3, 3, 3],
  [4, 2, 3],
  [2, 3, 3],
];

/**
 * The numbers in a cell that can be burgerservicenummers: 8 or 9 digits, by themselves, in groups, with `.0` behind
 * them or in a text. A date such as 20211231 is none, nor is what follows a letter, as in a code of CBS or a pseudonym.
 *
 * @example
 * candidatesIn("klant 1112.22.333 op 20211231") // => ["111222333"]
 */
export function candidatesIn(cell: string): string[] {
  if (cell.length < 8 || plainDate.test(cell) || (!mayHoldNumber.test(cell) && ascii.test(cell))) return [];
  return candidates(plainText(cell)).map(({ digits }) => digits);
}

/**
 * A text with stars in place of the digits of burgerservicenummers.
 *
 * @example
 * withoutBsns("klant 111222333") // => "klant *********"
 */
export function withoutBsns(text: string): string {
  if (candidatesIn(text).length === 0) return text;
  const plain = plainText(text);
  let [result, at] = ["", 0];
  for (const { digits, start, end } of candidates(plain)) {
    if (!isBsn(digits)) continue;
    result += plain.slice(at, start) + plain.slice(start, end).replace(/\d/g, "*");
    at = end;
  }
  return at === 0 ? text : result + plain.slice(at);
}

function candidates(text: string): Candidate[] {
  if (scientific.test(text)) {
    const digits = String(Number(text.replace(",", ".")));
    return isNumber(digits) ? [{ digits, start: 0, end: text.length }] : [];
  }
  const found: Candidate[] = [];
  for (const { 0: run, index } of text.matchAll(runsOfDigits)) {
    const isWhole = run.length === text.length;
    if (run.length >= 8) found.push(...(isWhole ? inWholeCell(run) : inRun(run, index, text)));
  }
  return found;
}

function isNumber(digits: string): boolean {
  return digits.length === 9 || (digits.length === 8 && readDate(digits) === null);
}

/** A cell of nothing but one number may have its nine digits in any groups; 51.9244201 is a fraction. */
function inWholeCell(run: string): Candidate[] {
  const digits = run.replace(/[ .-]/g, "");
  const isGrouped = digits.length === 9 && run !== digits && !/^\d+\.\d+$/.test(run);
  return isGrouped ? [{ digits, start: 0, end: run.length }] : inRun(run, 0, run);
}

function inRun(run: string, offset: number, text: string): Candidate[] {
  const groups = groupsOf(run, offset, text);
  const found: Candidate[] = [];
  for (let at = 0; at < groups.length;) {
    const size = sizeOfNumber(groups, at);
    const part = groups.slice(at, at + Math.max(size, 1));
    const digits = part.map((group) => group.digits).join("");
    if (size > 0 && isNumber(digits))
      found.push({ digits, start: part[0].start, end: part[part.length - 1].end });
    at += part.length;
  }
  return found;
}

interface Group extends Candidate {
  /** What stands between it and the group before. */
  readonly sign: string;
}

/** The groups of a run, without one that is part of a word: the 111222333 of p111222333. */
function groupsOf(run: string, offset: number, text: string): Group[] {
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
    sign: run[index - 1] ?? "",
  }));
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
  const touchesBefore =
    isLetter(text[offset - 1]) && !/bsn$/i.test(text.slice(Math.max(0, offset - 3), offset));
  const touchesBehind = isLetter(text[offset + run.length]);
  return groups.slice(touchesBefore ? 1 : 0, touchesBehind ? -1 : undefined);
}

/** How many groups from a place on are one number; 0 when there is none. */
function sizeOfNumber(groups: readonly Group[], at: number): number {
  const { digits, sign } = groups[at];
  const previous = groups[at - 1]?.digits ?? "";
  const next = groups[at + 1];
  if (digits.length === 8 || digits.length === 9) {
    const isLong = (other: string) => other.length === 8 || other.length === 9;
    // The digits behind a decimal point; or before it, where more than zeros stand behind it.
    if (sign === "." && previous !== "" && !isLong(previous)) return 0;
    if (next?.sign === "." && !/^0+$/.test(next.digits) && !isLong(next.digits)) return 0;
    const isMobile = digits.length === 8 && (previous === "06" || previous === "6");
    return isMobile ? 0 : 1;
  }
  const grouping = groupings.find((sizes) =>
    sizes.every((size, i) => groups[at + i]?.digits.length === size),
  );
  return grouping?.length ?? 0;
}
