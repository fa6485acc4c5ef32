import { type DateNotation, dateNotationOf } from "../dutch/date-notation";
import { dateDoubt, readMonth, type DateDoubt } from "../dutch/dates";
import { isMissingAnswer, isMissingFigure, isMissingLabel } from "../dutch/markers";
import { nameKey } from "../dutch/name-key";
import { inForm } from "../dutch/six-digits";
import { isNumberText, numberInCell } from "../dutch/number-in-cell";
import { unknownNotation } from "../dutch/numbers";
import { plainText, unseenCharacter } from "../dutch/plain-text";
import { monthNumber, monthOfSerial } from "../statistics/months";
import type { Argument, CallContext } from "./argument";
import { placeInRange } from "./cell-places";
import { CellError, isErrorCell, textOfCell, type ErrorCell } from "./cells";
import type { GivenCell } from "./given-cells";
import { isBlank, yesOrNoIn } from "./value-in-cell";

/** Of cells that stand by themselves. */
export const contextOf = (name: string, cells: GivenCell[][]): CallContext => ({
  place: placeInRange(name, { rows: cells.length, columns: cells[0].length }),
  numbers: unknownNotation,
});

/** A cell as Dutch Excel shows it, for use in a message. */
export const shown = (cell: GivenCell) => {
  if (cell === null || cell === undefined) return "niets";
  if (isErrorCell(cell)) return "een fout";
  if (typeof cell === "boolean") return cell ? "WAAR" : "ONWAAR";
  return typeof cell === "string" ? `"${cell}"` : String(cell).replace(".", ",");
};

export function refuse(cell: GivenCell, where: string, expected: string, advice = ""): never {
  const unseen = typeof cell === "string" ? unseenCharacter(cell) : null;
  const sentences = [
    `In ${where} staat ${shown(cell)}; verwacht werd ${expected}.`,
    ...(unseen === null ? [] : [`Er staat een teken in dat u niet ziet: ${unseen}.`]),
    ...(advice === "" ? [] : [advice]),
  ];
  throw new CellError("#VALUE!", sentences.join(" "));
}

/** A blank, an empty text (`""`, what a formula gives for "nothing") or a marker such as `x`, `.` or -99997. */
export function isMissing(cell: GivenCell): boolean {
  if (cell === null || cell === undefined) return true;
  // Of the numbers only CBS's codes are markers: -99995 and lower.
  if (typeof cell === "number") return cell <= -99995 && isMissingFigure(String(cell));
  return typeof cell === "string" && isMissingFigure(cell);
}

/** Whether a cell names nothing: a blank, or a text with only a point or a dash; `x` and `<27` are names. */
export function isMissingName(cell: GivenCell): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && isMissingLabel(cell));
}

export function numberIn(
  cell: GivenCell,
  where: string,
  expected: string,
  notation = unknownNotation,
): number | null {
  if (isMissing(cell)) return null;
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  if (typeof cell !== "string") return refuse(cell, where, expected);
  const number = numberInCell(cell, notation);
  if (number !== null) return number;
  return isNumberText(cell) && numberInCell(cell) !== null
    ? refuseAmbiguous(cell, where)
    : refuse(cell, where, expected);
}

function refuseAmbiguous(cell: string, where: string): never {
  const [whole, fraction] = [plainText(cell).replace(/[.,]/, ""), plainText(cell).replace(".", ",")];
  throw new CellError(
    "#VALUE!",
    `In ${where} staat ${shown(cell)}, en dat kan ${whole} of ${fraction} zijn; de andere cellen zeggen niet welke van beide. Maak er een getal van, of schrijf ${whole} of ${fraction}0.`,
  );
}

function mapCells<T>(
  cells: GivenCell[][],
  { place }: CallContext,
  read: (cell: GivenCell, where: string) => T,
): T[][] {
  return cells.map((row, r) => row.map((cell, c) => read(cell, place(r, c))));
}

/** A range of cijfers: whole numbers 0..10; blanks and markers stay `null`, so that rows keep their place. */
export function scores(): Argument<(number | null)[]> {
  const accepts = "een heel cijfer van 0 tot en met 10";
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    holds: "figures",
    read: (cells, name, context = contextOf(name, cells)) =>
      mapCells(cells, context, (cell, where) => {
        const score = numberIn(cell, where, accepts, context.numbers);
        if (score !== null && !(Number.isInteger(score) && score >= 0 && score <= 10))
          refuse(cell, where, accepts);
        return score;
      }).flat(),
  };
}

/** Whether a cell is a text with a per cent sign; a cell that Excel shows with one holds a number. */
export const isPercentText = (cell: GivenCell): boolean => typeof cell === "string" && cell.includes("%");

/** A range of numbers in its own shape; blanks and markers are `null`, and an error fails its own cell alone. */
export function numbers(bounds: {
  atLeast?: number;
  accepts: string;
  /** Whole numbers: then 162.345 says how thousands are written. */
  whole?: true;
  /** Shares: then 22,6% beside 15,3 is on another scale. */
  share?: true;
  /** A text such as 0,17% is refused: another argument says what the number stands for. */
  withoutPercent?: true;
}): Argument<(number | null | ErrorCell)[][]> {
  return {
    optional: false,
    shape: "matrix",
    accepts: bounds.accepts,
    zeroMayBeBlank: true,
    holds: "figures",
    keepsErrors: true,
    whole: bounds.whole,
    share: bounds.share,
    read: (cells, name, context = contextOf(name, cells)) =>
      mapCells(cells, context, (cell, where) => {
        if (isErrorCell(cell)) return cell;
        if (bounds.withoutPercent && isPercentText(cell))
          refuse(cell, where, bounds.accepts, "Schrijf het getal zonder procentteken.");
        const number = numberIn(cell, where, bounds.accepts, context.numbers);
        if (number !== null && bounds.atLeast !== undefined && number < bounds.atLeast) {
          refuse(cell, where, bounds.accepts);
        }
        return number;
      }),
  };
}

/** A range of days or months, as numbers of months: an Excel date, or text such as 31-12-2021 or 2021-12. */
export function months(): Argument<(number | null)[]> {
  const accepts = "een datum of een maand (31-12-2021 of 2021-12)";
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    holds: "dates",
    read: (cells, name, context = contextOf(name, cells)) => {
      const notation = dateNotationOf(
        cells.flat().flatMap((cell) => writtenDate(cell) ?? []),
        { months: true },
      );
      return mapCells(cells, context, (cell, where) => {
        if (isMissing(cell)) return null;
        if (typeof cell === "number" && isSerial(cell)) {
          if (mayHaveLostZero(cell, notation)) refuse(cell, where, accepts, lostZero);
          if (isQuarterOrMonth(cell)) refuse(cell, where, accepts, asMonth);
          return monthOfSerial(cell);
        }
        const text = writtenDate(cell);
        const [year, month] = (text && readMonth(text, notation)?.split("-").map(Number)) || [];
        if (year !== undefined) return monthNumber(year, month);
        const doubt = text && dateDoubt(text, notation);
        return doubt ? refuseDoubt(cell, where, doubt, notation) : refuse(cell, where, accepts);
      }).flat();
    },
  };
}

/** Outside these days, in 1927 and 2119, a number is a year (2021) or a month (202103) rather than a date. */
const isSerial = (value: number) => value >= 10_000 && value <= 80_000;

/**
 * 20211 is rather the first quarter of 2021 than a day of 1955, and 12021 rather January 2021 without its zero than
 * one of 1932; 42021 is a day of 2015.
 */
const isQuarterOrMonth = (serial: number) =>
  /^(?:(?:19[5-9]|20[0-4])\d[1-4]|[1-35-9]20\d\d)$/.test(String(serial));

const asMonth = "Is het een kwartaal of een maand, schrijf dan een maand zoals 2021-03.";

const lostZero =
  "Er is misschien een nul aan het begin weggevallen: andere cellen schrijven een dag als zes cijfers (jjmmdd).";

/** Beside days of six digits 10112 is rather 010112, 12 January 2001, than the date of Excel in 1927 with that number. */
const mayHaveLostZero = (serial: number, { sixDigits }: DateNotation) =>
  (sixDigits === "jjmmdd" || sixDigits === "asked") &&
  inForm(String(serial).padStart(6, "0"), "jjmmdd") !== null;

/** A date as it is written: a text, or a number of six or eight digits (202103, 20210331). */
function writtenDate(cell: GivenCell): string | null {
  if (typeof cell === "string") return cell;
  return typeof cell === "number" && /^\d{6}(?:\d\d)?$/.test(String(cell)) ? String(cell) : null;
}

const inDoubt: Record<DateDoubt, (notation: DateNotation) => string> = {
  order: ({ dayFirst, monthFirst }) =>
    `de kolom schrijft de dag soms vooraan (${dayFirst}) en soms de maand (${monthFirst})`,
  january: () =>
    "met de dag vooraan vallen alle datums in januari, en met de maand vooraan op de eerste dag van de maanden",
  "day in the middle": ({ dayInMiddle }) =>
    `de kolom heeft een datum met de dag in het midden (${dayInMiddle}), en dan kan deze het ook zijn`,
  "AM or PM": () =>
    "AM of PM hoort bij de Amerikaanse schrijfwijze, en de kolom zegt niet of de maand vooraan staat",
  "year of two digits": () =>
    "het jaar van twee cijfers kan achteraan en vooraan staan, en de kolom zegt niet welke van beide",
  "six digits": () =>
    "zes cijfers kunnen een maand (jjjjmm) of een dag (jjmmdd of ddmmjj) zijn, en de kolom zegt niet wat het is",
  "24:00": () => "24:00 is het einde van de ene dag en het begin van de volgende",
};

function refuseDoubt(cell: GivenCell, where: string, doubt: DateDoubt, notation: DateNotation): never {
  throw new CellError(
    "#VALUE!",
    `In ${where} staat ${shown(cell)}, en dat is niet zeker te lezen: ${inDoubt[doubt](notation)}. Schrijf de datum als 31-12-2021 of 2021-12.`,
  );
}

/** Texts that differ in capitals or spaces only are one category, as they are to a reader; of their spellings one is taken. */
function inOneSpelling(texts: (string | null)[]): (string | null)[] {
  const spellings = new Map<string, string>();
  for (const text of texts) {
    if (text === null) continue;
    const found = spellings.get(nameKey(text));
    if (found === undefined || text < found) spellings.set(nameKey(text), text);
  }
  return texts.map((text) => text && (spellings.get(nameKey(text)) ?? text));
}

/** A number or a truth value as a label is written as Dutch Excel shows it, as it would be as a text. */
function labelIn(cell: GivenCell): string {
  if (typeof cell === "string") return plainText(cell);
  return typeof cell === "number" ? String(cell).replace(".", ",") : cell ? "WAAR" : "ONWAAR";
}

/** A range of names or categories; numbers are read as text, blanks are `null`. An omitted range is empty. */
export function labels(options: { optional: boolean }): Argument<(string | null)[]> {
  return {
    optional: options.optional,
    shape: "matrix",
    accepts: "tekst",
    zeroMayBeBlank: true,
    holds: "labels",
    read: (cells, name, context = contextOf(name, cells)) => {
      const texts = mapCells(cells, context, (cell, where) => {
        // Two labels that look the same would be two groups.
        if (typeof cell === "string" && unseenCharacter(cell) !== null) refuse(cell, where, "een tekst");
        return isMissingName(cell) ? null : labelIn(cell);
      }).flat();
      return texts.every((text) => text === null) && options.optional ? [] : inOneSpelling(texts);
    },
  };
}

/** A range of ja/nee, 1/0 or WAAR/ONWAAR; blanks are `null`. */
export function yesNo(): Argument<(boolean | null)[]> {
  const accepts = "ja of nee (of 1 of 0, WAAR of ONWAAR)";
  return {
    optional: false,
    shape: "matrix",
    accepts,
    zeroMayBeBlank: true,
    holds: "yesNo",
    read: (cells, name, context = contextOf(name, cells)) =>
      mapCells(cells, context, (cell, where) => {
        if (isBlank(cell) || (typeof cell === "string" && isMissingAnswer(cell))) return null;
        return yesOrNoIn(textOfCell(cell)) ?? refuse(cell, where, accepts);
      }).flat(),
  };
}

/** One of a few words; omitted or blank gives the first of them. Upper and lower case are alike. */
export function choice<T extends string>(...words: [T, ...T[]]): Argument<T> {
  const accepts = words.map((word) => `"${word}"`).join(" of ");
  return {
    optional: true,
    shape: "scalar",
    accepts,
    zeroMayBeBlank: true,
    holds: "word",
    read: ([[cell]], name, context = contextOf(name, [[cell]])) => {
      if (isBlank(cell)) return words[0];
      const found = words.find((word) => nameKey(word) === nameKey(textOfCell(cell)));
      return found ?? refuse(cell, context.place(0, 0), accepts);
    },
  };
}

/** One of a few words, which must be given: where a default would make a wrong figure go unnoticed. */
export function requiredChoice<T extends string>(...words: [T, ...T[]]): Argument<T> {
  const optionalChoice = choice(...words);
  return {
    ...optionalChoice,
    optional: false,
    read: (cells, name, context = contextOf(name, cells)) =>
      isMissing(cells[0][0])
        ? refuse(cells[0][0], context.place(0, 0), optionalChoice.accepts)
        : optionalChoice.read(cells, name, context),
  };
}

/** One number, or its default when it is omitted or blank. */
export function numberOr<D extends number | null>(
  defaultValue: D,
  bounds: { accepts: string; allows: (value: number) => boolean },
): Argument<number | D> {
  return {
    optional: true,
    shape: "scalar",
    accepts: bounds.accepts,
    zeroMayBeBlank: true,
    holds: "figures",
    read: ([[cell]], name, context = contextOf(name, [[cell]])) => {
      if (isBlank(cell)) return defaultValue;
      const where = context.place(0, 0);
      const number = numberIn(cell, where, bounds.accepts, context.numbers);
      // A marker such as x says that a figure is not known; an option is left out or it is given.
      return number !== null && bounds.allows(number) ? number : refuse(cell, where, bounds.accepts);
    },
  };
}
