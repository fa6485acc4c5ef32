import { readDate } from "../dutch/dates";
import { digitRuns, type Group, isAmount, isUsuallyParted, isYear, joined } from "./digit-groups";
import { plainDigits } from "./plain-digits";

/**
 * How a number stands in a text. `alone` is as a burgerservicenummer is written; the other forms mostly are something
 * else (a telephone number, a fraction, a pseudonym), and only many of one form that pass say what they are.
 */
export type Form = "alone" | "letters" | "zeros" | "point" | "groups" | "date";

/** A number of 8 or 9 digits, and where it stands. */
export interface Candidate {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly form: Form;
}

/** 1.11222333E+08 and 0,111222333e9 are how a program may show 111222333. */
const scientific = /^(?=(?:[.,]?\d){7})\d{1,9}(?:[.,]\d{1,9})?e\+?0?\d$/i;

/** How burgerservicenummers are grouped by who writes them out: 111 222 333, 1112.22.333, 11.222.333. */
const groupings = [
  [3, 3, 3],
  [4, 2, 3],
  [2, 3, 3],
];

/** The numbers in a text that can be burgerservicenummers, in any form; a date such as 20211231 is none. */
export function numbersOf(text: string): Candidate[] {
  const plain = plainDigits(text);
  if (scientific.test(plain)) {
    const digits = String(Number(plain.replace(",", ".")));
    return isNumber(digits) ? [{ digits, start: 0, end: plain.length, form: "alone" }] : [];
  }
  return digitRuns(plain).flatMap((run) => inRun(run, plain));
}

function inRun(run: readonly Group[], text: string): Candidate[] {
  const whole = asOne(run, text);
  if (whole !== null) return isRound(whole.digits) ? [] : [whole];
  const found: Candidate[] = [];
  for (let at = 0; at < run.length;) {
    const size = sizeOfGrouping(run, at);
    if (size === 0 && run[at].digits.length < 8) {
      at += 1;
      continue;
    }
    const groups = run.slice(at, at + Math.max(size, 1));
    const number =
      size === 0 ? inGroup(run, at) : { digits: joined(groups), form: formOfGrouping(run, at + size) };
    const candidate = number === null || isRound(number.digits) ? null : inPlace(number, groups, text);
    if (candidate !== null) found.push(candidate);
    at += groups.length;
  }
  return found;
}

type Found = Pick<Candidate, "digits" | "form">;

/** Of 12.000.000 all multiples pass, as it does itself; hardly a person has such a number. */
function isRound(digits: string): boolean {
  return digits.endsWith("00000");
}

function isNumber(digits: string): boolean {
  return digits.length === 9 || (digits.length === 8 && readDate(digits) === null);
}

/** Zeros in front fill a number up to a fixed width; those of nine digits may be its own first. */
function withoutFill(digits: string): string {
  return digits.length > 9 ? digits.replace(/^0+/, "") : digits;
}

/** All groups of a run as one number, however they are parted. */
function asOne(run: readonly Group[], text: string): Candidate | null {
  if (run.length < 2 || run.some(({ digits }) => digits.length > 7)) return null;
  const digits = joined(run);
  const bare = withoutFill(digits);
  if (!isNumber(bare) || run.every((group) => isYear(group.digits)) || isAmount(run)) return null;
  const first = run[0];
  const last = run[run.length - 1];
  const isWholeCell = first.start === 0 && last.end === text.length;
  // A year and the number of a case, 2021-12345, have as many digits.
  const hasYear = run.length === 2 && (isYear(first.digits) || isYear(last.digits));
  const isAsWritten =
    run.slice(1).every(isUsuallyParted) &&
    !hasYear &&
    (isGrouping(run) || (isWholeCell && bare.length === 9));
  const form = digits !== bare ? "zeros" : isAsWritten ? "alone" : "groups";
  return inPlace({ digits: bare, form }, run, text);
}

function isGrouping(run: readonly Group[]): boolean {
  return groupings.some(
    (sizes) => sizes.length === run.length && sizes.every((size, i) => run[i].digits.length === size),
  );
}

/** How many groups from a place on are one number as it is usually grouped; 0 when they are none. */
function sizeOfGrouping(run: readonly Group[], at: number): number {
  const { digits, gap } = run[at];
  if (digits.length < 2 || digits.length > 4) return 0;
  const fits = groupings.some((sizes) =>
    sizes.every(
      (size, i) => run[at + i]?.digits.length === size && (i === 0 || isUsuallyParted(run[at + i])),
    ),
  );
  if (!fits) return 0;
  const inner = run[at + 1].gap;
  const next: Group | undefined = run[at + 3];
  // 10.123.456.789 and 192.168.100.200 go on; behind spaces may stand another number.
  const goesOn = next !== undefined && next.gap === inner && next.digits.length === 3;
  if (goesOn && (inner !== " " || run[at].digits.length === 2)) return 0;
  return inner !== " " && gap === inner && run[at].digits.length === 3 ? 0 : 3;
}

/** Groups with decimals behind them, as 12.345.678,90, are mostly an amount. */
function formOfGrouping(run: readonly Group[], next: number): Form {
  const decimals = run[next];
  return decimals !== undefined && isDecimal(decimals) ? "point" : "alone";
}

function isDecimal({ digits, gap }: Group): boolean {
  return (gap === "." || gap === ",") && digits.length <= 2 && !/^0+$/.test(digits);
}

/** A group that is a number by itself, with zeros in front of it, with a date against it or with a point beside it. */
function inGroup(run: readonly Group[], at: number): Found | null {
  const { digits, gap } = run[at];
  if (digits.length > 9) {
    const bare = withoutFill(digits);
    return bare !== digits && isNumber(bare) ? { digits: bare, form: "zeros" } : besideDate(digits);
  }
  if (!isNumber(digits)) return null;
  const previous = run[at - 1]?.digits ?? "";
  if (digits.length === 8 && /^(?:0|31|0031)?6$/.test(previous)) return null;
  const isLong = (other: string) => other.length === 8 || other.length === 9;
  const isPoint = (sign: string) => sign === "." || sign === ",";
  if (isPoint(gap) && !isLong(previous)) return /^0+$/.test(previous) ? null : { digits, form: "point" };
  const next = run[at + 1];
  if (next !== undefined && isPoint(next.gap) && !/^0+$/.test(next.digits) && !isLong(next.digits))
    return { digits, form: "point" };
  return { digits, form: "alone" };
}

/** 11122233320210331 is a number with a date behind it; 20210331111222333 can be a time as well. */
function besideDate(digits: string): Found | null {
  if (digits.length !== 16 && digits.length !== 17) return null;
  const isDate = (part: string) => /^(?:19|20)/.test(part) && readDate(part) !== null;
  const [before, behind] = [digits.slice(0, -8), digits.slice(8)];
  if (isDate(digits.slice(-8)) && isNumber(before)) return { digits: before, form: "date" };
  return isDate(digits.slice(0, 8)) && isNumber(behind) ? { digits: behind, form: "date" } : null;
}

/** Words that say that a number follows. */
const announces = /(?:bsn|sofi|nr|nummer|no)$/i;
const cbsLetters = /^(?:BU|WK|GM|BG)$/i;
/** Most letters of a word that are looked at. */
const reach = 40;

/** The number where it stands; `null` when the word that it is part of is something else. */
function inPlace({ digits, form }: Found, groups: readonly Group[], text: string): Candidate | null {
  const { start } = groups[0];
  const { end } = groups[groups.length - 1];
  const candidate = { digits, start, end, form };
  if (!isLetter(text[start - 1]) && !isLetter(text[end])) return candidate;
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? "";
  const behind = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + reach))?.[0] ?? "";
  if (cbsLetters.test(before)) return null;
  // In 3f2504e04f8911d3 the digits are no number.
  if (before.length + behind.length >= reach || (before + behind).replace(/\P{N}+/gu, "").length > 2)
    return null;
  return behind === "" && announces.test(before) ? candidate : { ...candidate, form: "letters" };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
