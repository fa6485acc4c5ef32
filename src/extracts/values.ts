import { readYear } from "../dutch/dates";
import { isExcelError } from "../dutch/excel-errors";
import { isMissingFigure, isMissingLabel } from "../dutch/markers";
import { nameKey } from "../dutch/name-key";
import { plainText, unseenCharacter } from "../dutch/plain-text";
import { letterOfCodePage } from "../dutch/which-code-page";
import { type CellReading, missing, valueOr, wrong } from "./cell-reading";
import { type ColumnNotation, silentColumn } from "./column-notation";
import { readDatum, readMaand } from "./date-values";
import { readPlace } from "./gebied";
import { readCode } from "./ids";
import type { Column, ColumnType } from "./kind";
import { readAantal, readGetal } from "./number-values";

export type { CellReading } from "./cell-reading";
export { expectation, inWords } from "./expectations";

/**
 * Reads the text of one cell as its column wants it.
 *
 * @param notation what the column's cells say together, see `columnNotationOf`
 * @example
 * readCell("8,0", { name: "cijfer", type: "cijfer" }) // => {"ok":true,"value":8}
 */
export function readCell(text: string, column: Column, notation = silentColumn): CellReading {
  const reading = readPlain(plainText(text), text, column, notation);
  const unseen = unseenCharacter(text);
  if (unseen === null || column.freeText) return reading;
  const letter = letterOfCodePage(text);
  return wrong(
    column,
    letter === null
      ? `In de cel staat ${unseen}; dat is niet te zien. Haal het weg.`
      : `In de cel staat ${unseen}. ${letter} Sla het bestand bij de bron op als CSV UTF-8 en lees het opnieuw in.`,
  );
}

function readPlain(plain: string, text: string, column: Column, notation: ColumnNotation): CellReading {
  if (isExcelError(plain))
    return wrong(
      column,
      "Dit is een fout uit een rekenblad. Herstel de cel daar en sla het bestand opnieuw op.",
    );
  if (isMissing(plain, column))
    return column.mayBeMissing ? missing : wrong(column, adviceOnMissing[column.type]);
  return readers[column.type](column.freeText ? text.trim() : plain, column, notation);
}

/**
 * In a column of labels `<27` or `x` is what the row is about. Only of a count can it be that it was withheld: `<27`
 * says something of an age or a date.
 */
function isMissing(plain: string, { type, ofOnePerson }: Column): boolean {
  if (holdsLabels.has(type)) return isMissingLabel(plain);
  if (plain.startsWith("<") && (ofOnePerson || !holdsFigures.has(type))) return false;
  return isMissingFigure(plain);
}

const holdsLabels: ReadonlySet<ColumnType> = new Set([
  "keuze",
  "gebied",
  "plaatscode",
  "tabel",
  "code",
  "tekst",
]);
const holdsFigures: ReadonlySet<ColumnType> = new Set(["aantal", "getal"]);

const adviceOnMissing: Partial<Record<ColumnType, string>> = {
  janee: "Niet bekend is niet hetzelfde als nee. Vul ja of nee in.",
};

type Reader = (text: string, column: Column, notation: ColumnNotation) => CellReading;

const readers: Readonly<Record<ColumnType, Reader>> = {
  jaar: (text, column) => valueOr(readYear(text), column),
  maand: (text, column, { dates }) => readMaand(text, column, dates),
  datum: (text, column, { dates }) => readDatum(text, column, dates),
  cijfer: (text, column) => {
    const whole = /^(\d{1,2})(?:[.,]0+)?$/.exec(text);
    return valueOr(whole !== null && Number(whole[1]) <= 10 ? Number(whole[1]) : null, column);
  },
  janee: (text, column) =>
    valueOr(jaNee.get(text.toLowerCase().replace(/^([01])[.,]0$/, "$1")) ?? null, column),
  keuze: (text, column) => valueOr(chosen(text, column), column),
  gebied: readGebied,
  plaatscode: readPlaceCode,
  aantal: readAantal,
  getal: readGetal,
  // A Dutch spreadsheet makes 4,3 of 4.3.
  tabel: (text, column) =>
    fitting({ ok: true, value: text.replace(/^(?:tabel )?(\d+)[.,](\d+)$/i, "$1.$2") }, column),
  code: (text, column, notation) => fitting(readCode(text, column, notation), column),
  tekst: (text, column) => fitting({ ok: true, value: text }, column),
};

/** What fits in a cell of Excel. */
const LONGEST_TEXT = 32_767;

function fitting(reading: CellReading, column: Column): CellReading {
  if (!reading.ok || typeof reading.value !== "string") return reading;
  if (reading.value.length <= LONGEST_TEXT) return reading;
  const { length } = reading.value;
  return wrong(column, `Maak de tekst korter dan ${LONGEST_TEXT} tekens; er zijn er ${length}.`);
}

const jaNee = new Map<string, boolean>([
  ...["ja", "j", "1", "true", "waar"].map((text) => [text, true] as const),
  ...["nee", "n", "0", "false", "onwaar"].map((text) => [text, false] as const),
]);

function chosen(text: string, { choices = {} }: Column): string | null {
  const wanted = nameKey(text);
  const isWanted = (way: string) => nameKey(way) === wanted;
  return Object.keys(choices).find((choice) => isWanted(choice) || choices[choice].some(isWanted)) ?? null;
}

const placeAdvice = {
  total: "Dit is het totaal van de stad; KNAP telt Zuid en Overig zelf op. Laat de totaalregel weg.",
  elsewhere: "Deze code hoort bij een andere gemeente dan Rotterdam.",
  unknown: "Controleer de spelling, of gebruik de CBS-code van de wijk of buurt.",
};

/** The gebied stays as it stands in the file; where it lies is told by the column gebiedsdeel. */
function readGebied(text: string, column: Column): CellReading {
  const reading = readPlace(text);
  return reading.ok ? { ok: true, value: text } : wrong(column, placeAdvice[reading.reason]);
}

/** A code is kept in CBS's own way of writing it, also when the file has lost its letters or its first zero. */
function readPlaceCode(text: string, column: Column): CellReading {
  const reading = readPlace(text);
  if (reading.ok) return { ok: true, value: reading.places.length === 1 ? reading.places[0].id : text };
  const unknown = "Controleer de code, of laat de kolom weg als zij geen codes van het CBS heeft.";
  return wrong(column, reading.reason === "unknown" ? unknown : placeAdvice[reading.reason]);
}
