import { isOpenEnd } from "../dutch/calendar";
import { readDate, readMonth, readYear } from "../dutch/dates";
import type { CellValue } from "./extract";
import { readPlace } from "./gebied";
import type { Column } from "./kind";
import { isMissingFigure, isMissingLabel } from "../dutch/markers";
import { type Notation, readNumber } from "../dutch/numbers";

/**
 * A cell that was read. Or what was expected there, with a piece of advice where there is better advice than
 * to correct the cell.
 */
export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly expected: string; readonly advice?: string };

const missing: CellReading = { ok: true, value: null };

/**
 * Reads the text of one cell as its column wants it. `notation` is what the column's own cells say about the
 * decimal separator, see `notationOf`.
 *
 * @example
 * readCell("7,5", { name: "fte", type: "getal" }, notationOf(["7,5"])) // => {"ok":true,"value":7.5}
 */
export function readCell(text: string, column: Column, notation: Notation): CellReading {
  const trimmed = text.trim();
  const isMissing = holdsLabels.has(column.type) ? isMissingLabel : isMissingFigure;
  if (isMissing(trimmed)) return column.mayBeMissing ? missing : wrong(column);
  return readers[column.type](trimmed, column, notation);
}

/** In these `<27` or `x` is what the row is about, and not a figure that is withheld. */
const holdsLabels: ReadonlySet<Column["type"]> = new Set(["keuze", "gebied", "code", "tekst"]);

type Reader = (text: string, column: Column, notation: Notation) => CellReading;

const readers: Readonly<Record<Column["type"], Reader>> = {
  jaar: (text, column) => valueOr(readYear(text), column),
  maand: (text, column) => valueOr(readMonth(text), column),
  datum: (text, column) => {
    const date = readDate(text);
    if (date === null || !isOpenEnd(date)) return valueOr(date, column);
    // "No end" is no date; in a column that must have one it is a fault.
    return column.mayBeMissing ? missing : wrong(column);
  },
  cijfer: (text, column) => {
    const whole = /^(\d{1,2})(?:[.,]0+)?$/.exec(text);
    return valueOr(whole !== null && Number(whole[1]) <= 10 ? Number(whole[1]) : null, column);
  },
  janee: (text, column) => valueOr(jaNee.get(text.toLowerCase()) ?? null, column),
  keuze: (text, column) => valueOr(chosen(text, column), column),
  gebied: readGebied,
  aantal: readAantal,
  getal: readGetal,
  code: readText,
  tekst: readText,
};

/** What fits in a cell of Excel. */
const LONGEST_TEXT = 32_767;

function readText(text: string, column: Column): CellReading {
  if (text.length <= LONGEST_TEXT) return { ok: true, value: text };
  return wrong(column, `Maak de tekst korter dan ${LONGEST_TEXT} tekens; er zijn er ${text.length}.`);
}

const jaNee = new Map<string, boolean>([
  ...["ja", "j", "1", "true", "waar"].map((text) => [text, true] as const),
  ...["nee", "n", "0", "false", "onwaar"].map((text) => [text, false] as const),
]);

function valueOr(value: CellValue, column: Column): CellReading {
  return value === null ? wrong(column) : { ok: true, value };
}

function wrong(column: Column, advice?: string): CellReading {
  return { ok: false, expected: expectation(column), advice };
}

function chosen(text: string, { choices = {} }: Column): string | null {
  const wanted = text.toLowerCase().replace(/\s+/g, " ");
  const isWanted = (way: string) => way.toLowerCase() === wanted;
  return Object.keys(choices).find((choice) => isWanted(choice) || choices[choice].some(isWanted)) ?? null;
}

const gebiedAdvice = {
  total: "Dit is het totaal van de stad; KNAP telt Zuid en Overig zelf op. Laat de totaalregel weg.",
  elsewhere: "Deze code hoort bij een andere gemeente dan Rotterdam.",
  unknown: "Controleer de spelling, of gebruik de CBS-code van de wijk of buurt.",
};

/** The gebied stays as it stands in the file; where it lies is told by the column gebiedsdeel. */
function readGebied(text: string, column: Column): CellReading {
  const reading = readPlace(text);
  return reading.ok ? { ok: true, value: text } : wrong(column, gebiedAdvice[reading.reason]);
}

function readAantal(text: string, column: Column, notation: Notation): CellReading {
  // 1,2E+05 is what Excel shows of a large number; the other digits are gone.
  if (/\de[-+]?\d/i.test(text))
    return wrong(column, "Zet de celopmaak op Getal en sla het bestand opnieuw op.");
  if (text.includes("%")) return wrong(column);
  const reading = readNumber(text, notation);
  if (!reading.ok) return reading.reason === "ambiguous" ? ambiguous(text) : wrong(column);
  const isCount = Number.isSafeInteger(reading.value) && reading.value >= 0;
  return isCount && isWithin(reading.value, column) ? { ok: true, value: reading.value } : wrong(column);
}

function readGetal(text: string, column: Column, notation: Notation): CellReading {
  const reading = readNumber(text, notation);
  if (!reading.ok) return reading.reason === "ambiguous" ? ambiguous(text) : wrong(column);
  return isWithin(reading.value, column) ? { ok: true, value: reading.value } : wrong(column);
}

function isWithin(value: number, { min = -Infinity, max = Infinity }: Column): boolean {
  return Number.isFinite(value) && value >= min && value <= max;
}

/** For 1.234 in a column that does not tell what its point is. */
function ambiguous(text: string): CellReading {
  const digits = text.replace(/[.,]/, "");
  const decimals = `${text.replace(".", ",")}0`;
  return {
    ok: false,
    expected: "een getal dat maar op een manier te lezen is",
    advice: `De rest van de kolom zegt niet of het teken duizendtallen of decimalen scheidt. Schrijf ${digits} of ${decimals}.`,
  };
}

/**
 * What a column expects, in Dutch, to follow "Verwacht: ".
 *
 * @example
 * expectation({ name: "cijfer", type: "cijfer" }) // => "een heel cijfer van 0 tot en met 10"
 */
export function expectation(column: Column): string {
  return expectations[column.type](column);
}

const expectations: Readonly<Record<Column["type"], (column: Column) => string>> = {
  jaar: () => "een jaar van vier cijfers, zoals 2021",
  maand: () => "een maand zoals 2021-03, of een bestaande datum zoals 31-03-2021",
  datum: () => "een bestaande datum, zoals 31-12-2021 of 2021-12-31",
  aantal: ({ max }) =>
    max === undefined ? "een heel getal van 0 of meer" : `een heel getal van 0 tot en met ${max}`,
  getal: ({ min, max }) =>
    `een getal${min === undefined ? "" : ` van ${min} of meer`}${max === undefined ? "" : ` en hoogstens ${max}`}`,
  cijfer: () => "een heel cijfer van 0 tot en met 10",
  janee: () => "ja of nee",
  keuze: ({ choices = {} }) => inWords(Object.keys(choices), "of"),
  gebied: () => "een gebied, wijk of buurt van Rotterdam, met naam of CBS-code, of Zuid of Overig",
  code: () => "een code",
  tekst: () => "een tekst",
};

/**
 * A list in a Dutch sentence.
 *
 * @example
 * inWords(["Ja", "Nee", "Loopt"], "of") // => "Ja, Nee of Loopt"
 */
export function inWords(items: readonly string[], conjunction: "en" | "of"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items[items.length - 1]}`;
}
