import { yearWithMarks } from "../dutch/cbs-year";
import { readMonth } from "../dutch/dates";
import { nameKey } from "../dutch/name-key";
import { numberInCell } from "../dutch/number-in-cell";
import type { CellValue } from "./cells";
import { donorKey } from "./donor-names";
import { isMissing, isMissingName } from "./read-cells";

/** Text that is no number and no year: a name, a heading, or a period in words. */
export const isText = (cell: CellValue) =>
  typeof cell === "string" &&
  !isMissing(cell) &&
  numberInCell(cell) === null &&
  yearWithMarks(cell) === null &&
  !isSpoiltFigure(cell);

/** A figure with a mark of CBS behind it, or with a character that is not seen: a mistake to be named, and no name. */
function isSpoiltFigure(text: string): boolean {
  const bare = text.replace(/\p{Cc}/gu, "").replace(/ ?(?:\*{1,2}\)?|\([a-z]{1,2}\))$/i, "");
  return bare !== text && numberInCell(bare) !== null;
}

/** A name where names stand, and a missing value among figures: `<25`, `x`, "onbekend". */
const isNameOrMarker = (cell: CellValue) => isMissing(cell) && !isMissingName(cell);

/** Text that can be a name where it is known that names stand. */
export const isNameText = (cell: CellValue) => isText(cell) || isNameOrMarker(cell);

const ofPeriods =
  /^((meet|peil|verslag|school|kalender|onderzoeks?)?(jaar|jaren|jaartal|jaartallen)|(peil|meet)?(datum|datums|data|moment|momenten)|periode[ns]?|tijd|tijdvak|kwartaal|kwartalen|maand|maanden|dag|dagen|week|weken|seizoen|seizoenen|trimester|trimesters|semester|semesters|halfjaar|meting|metingen|ronde|rondes|(dag|week|maand|kwartaal|periode|volg|meting|ronde)?(nr|nummer|nummers))$/;
const ofNames =
  /^(sub)?(buurt|wijk|gebied|gebieds|donor|regio|gemeente|stad|stads|stadsdeel|deelgebied|provincie)(n|en|s|es|'s)?[ _-]?(naam|namen|code|codes|combinatie)?$|^(naam|namen|steden|stadsdelen|wijken en buurten|code|codes)$/;

/** Whether a cell is what people write above a column, or before a row, of years or names. */
export function isHeading(cell: CellValue): boolean {
  if (!isText(cell)) return false;
  const plain = nameKey(String(cell))
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’‘`´]/g, "'");
  return ofPeriods.test(plain) || ofNames.test(plain);
}

export const isYear = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 1000 && value < 3000;
const isRecentYear = (value: number) => isYear(value) && value >= 1900 && value <= 2100;

/** The whole number in a cell, as a number or as text; of a year also with the marks of CBS (`2016*`). */
export function wholeIn(cell: CellValue): number | null {
  if (isMissing(cell) || typeof cell === "boolean") return null;
  const value = typeof cell === "string" ? (numberInCell(cell) ?? yearWithMarks(cell)) : cell;
  return value !== null && Number.isInteger(value) ? value : null;
}

/** The date of a serial number of Excel, as [year, month, day]; dates before 1927 and after 2119 are not looked for. */
export function dateOfSerial(serial: number): [number, number, number] | null {
  if (serial < 10_000 || serial > 80_000) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

const isWithCode = (cell: CellValue) => typeof cell === "string" && /^0\d+$/.test(cell.trim());
const inWords = (cell: CellValue) =>
  isText(cell) && (/(?<!\d)(19|20)\d\d(?!\d)/.test(String(cell)) || readMonth(String(cell)) !== null);

/** Whether texts are periods in words ("2017 K1", "1-1-2018"), and so no names. */
export const arePeriodsInWords = (line: CellValue[]) => line.length > 1 && line.every(inWords);

/**
 * What a line may be as names: `text` surely, `codes` (whole numbers, or text among them) or `gap` (a name lacks)
 * only where the size of the range asks for names, and `none` never. `markers` (`<25`, `x`, and no figure) and `any`
 * (1.1, 12%) are names only where other ranges of the call tell that names stand there.
 */
export type NameLine = "text" | "codes" | "gap" | "markers" | "any" | "none";

/**
 * A line in which texts such as `<25` and `x` stand only among figures is none of names: there they are missing values.
 *
 * @param head what stands before the line, in the corner of periods; a heading says that names follow
 */
export function nameLine(line: CellValue[], head: CellValue = null): NameLine {
  if (line.length === 0) return "none";
  if (line.every(isText)) return arePeriodsInWords(line) ? "none" : "text";
  const areNames = line.some(isText) || isHeading(head);
  const isWord = areNames ? isNameText : isText;
  if (line.every((cell) => isWord(cell) || isWithCode(cell))) return "text";
  const isName = (cell: CellValue) => isWord(cell) || (wholeIn(cell) ?? 0) > 0;
  if (line.every(isName)) {
    return areDistinct(line) ? "codes" : "none";
  }
  if (line.some(isText) && line.every((cell) => isName(cell) || isMissing(cell))) return "gap";
  const areCells = line.every((cell) => !isMissingName(cell) && typeof cell !== "boolean");
  if (!areCells || !areDistinct(line)) return "none";
  return line.every(isNameText) ? "markers" : "any";
}

/** Whether no two cells are one name; in a column of a million figures that is soon seen. */
function areDistinct(line: CellValue[]): boolean {
  const keys = new Set<string>();
  return line.every((cell) => {
    const key = donorKey(cell);
    return !keys.has(key) && keys.add(key);
  });
}

/** Whether there is no figure in a line, so that all that stands there are names, or nothing. */
export const areNoFigures = (line: CellValue[]) =>
  line.every((cell) => cell === null || (typeof cell === "string" && (isMissing(cell) || isText(cell))));

/** What is known of the labels from elsewhere. */
export interface KnownLabels {
  years: number[] | null;
  /** Periods in words, which stand beside the target. */
  periods: CellValue[] | null;
  /** The keys of names that stand elsewhere. */
  names: Set<string>;
  /** Those of them that must be found, if that is known. */
  needed?: Set<string>;
}

/**
 * What a line may be as periods: `sure` (also when a cell of it must be refused as a year), `likely`, `unsure` (as
 * likely figures), `words` (meant as periods, and to be refused), or `none`.
 */
export type PeriodLine = "sure" | "likely" | "unsure" | "words" | "none";

/** @param head what stands above the line, in the corner of names; undefined when no names stand there */
export function periodLine(
  line: CellValue[],
  head: CellValue | undefined,
  { years, periods, names }: KnownLabels,
): PeriodLine {
  if (line.length === 0) return "none";
  if (periods !== null && sameTexts(line, periods)) return "sure";
  if (arePeriodsInWords(line) || (head !== undefined && line.every(isText))) return "words";
  if (isHeading(head ?? null)) return "sure";
  if (isText(head ?? null) && names.has(donorKey(head ?? null))) return "none";
  const values = line.map(wholeIn);
  if (!values.every((value) => value !== null)) return "none";
  if (years !== null) return besideKnownYears(values, years, head);
  const steps = differences(values);
  const recent = values.every(isRecentYear);
  if (areMonthsOrQuarters(values)) return "sure";
  const fewest = head === undefined ? 3 : 2;
  if (values.length >= 3 && inARow(steps) && values[0] === 1 && steps[0] === 1) return "unsure";
  if (values.length >= fewest && values.every(isYear) && inARow(steps)) return recent ? "sure" : "unsure";
  if (recent && inOneDirection(steps)) return "likely";
  if (areYearDates(values) && inOneDirection(steps)) return "sure";
  return head === null && values.every(isYear) && new Set(values).size === values.length ? "likely" : "none";
}

/** A line that differs from the years known may be figures, but not when it could be those years with an error. */
function besideKnownYears(values: number[], years: number[], head: CellValue | undefined): PeriodLine {
  const steps = differences(values);
  const same = values.length === years.length && values.every((value, i) => value === years[i]);
  if (same) return years.every((year) => year >= 1000) ? "sure" : "none";
  if (areYearDates(values) && inOneDirection(steps)) return "sure";
  if (head === null && values.every(isYear)) return "sure";
  // Numbers of the periods would become a donor.
  if (values.length === years.length && areNumbered(values)) return "words";
  if (areMonthsOrQuarters(values)) return "words";
  if (!values.every(isRecentYear)) return "none";
  const [low, high] = extremes(years);
  const [lowest, highest] = extremes(values);
  const overlap = lowest <= high && highest >= low;
  return inOneDirection(steps) && (overlap || (values.length > 2 && inARow(steps))) ? "sure" : "none";
}

/** The smallest and largest; Math.min(...) cannot take the arguments that a whole column is. */
export function extremes(values: number[]): [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
}

const inARow = (steps: number[]) => steps.every((step) => Math.abs(step) === 1 && step === steps[0]);
const inOneDirection = (steps: number[]) =>
  steps.every((step) => step !== 0 && Math.sign(step) === Math.sign(steps[0]));

/** A quarter as a number, such as 20211; the dates of Excel with these numbers are in the nineteen-fifties. */
export const isQuarter = (value: number) =>
  isRecentYear(Math.floor(value / 10)) && value % 10 >= 1 && value % 10 <= 4;

/** At least three months (202103) or quarters (20211) on end, which nobody has as figures. */
function areMonthsOrQuarters(values: number[]): boolean {
  const inYear = [
    { part: 100, most: 12 },
    { part: 10, most: 4 },
  ];
  return inYear.some(({ part, most }) => {
    const isPeriod = (value: number) =>
      isRecentYear(Math.floor(value / part)) && value % part >= 1 && value % part <= most;
    const numbers = values.map((value) => Math.floor(value / part) * most + (value % part));
    return values.length >= 3 && values.every(isPeriod) && inARow(differences(numbers));
  });
}

/** 1, 2, 3 and so on, as many as there are years; or codes that follow each other, such as 599100, 599101, 599102. */
const areNumbered = (values: number[]) =>
  values.length >= 3 &&
  (values[0] === 1 || values[0] >= 10_000) &&
  values.every((value, i) => value === values[0] + i);

const differences = (values: number[]) => values.slice(1).map((value, i) => value - values[i]);

/** Dates of 1 January, or of 31 December, as which Excel keeps a year that was typed as a date. */
function areYearDates(values: number[]): boolean {
  if (values.length < 2) return false;
  const days = values.map((value) => dateOfSerial(value)?.slice(1).join("-"));
  return days.every((day) => (day === "1-1" || day === "12-31") && day === days[0]);
}

export const sameTexts = (one: CellValue[], other: CellValue[]) =>
  one.length === other.length && one.every((cell, i) => nameKey(String(cell)) === nameKey(String(other[i])));

/** Whole numbers, all different, before lines that have decimals: more like codes of areas than like figures. */
export function areCodesBesideFigures(line: CellValue[], others: (index: number) => CellValue[]): boolean {
  const codes = line.map(wholeIn);
  if (line.length < 2 || !codes.every((code) => code !== null && code > 0)) return false;
  if (new Set(codes).size < line.length) return false;
  let lines = 0;
  for (let other = others(lines); other.length > 0; other = others(lines)) {
    if (other.every((cell) => isMissing(cell) || wholeIn(cell) !== null)) return false;
    lines += 1;
  }
  return lines > 1;
}
