import { type NumberReading, readNumber } from "../dutch/numbers";
import { type CellReading, wrong } from "./cell-reading";
import type { ColumnNotation } from "./column-notation";
import type { Column } from "./kind";

/** Reads a whole number of 0 or more. */
export function readAantal(text: string, column: Column, notation: ColumnNotation): CellReading {
  if (/\de[-+]?\d/i.test(text)) return wrong(column, asNumber);
  if (text.includes("%")) return wrong(column);
  const reading = readNumber(text, notation.numbers);
  if (!reading.ok) return noNumber(reading, text, column, notation);
  const isCount = Number.isSafeInteger(reading.value) && reading.value >= 0;
  return isCount && isWithin(reading.value, column) ? { ok: true, value: reading.value } : wrong(column);
}

/** 1,57E+05 is what Excel shows of 156769; the other digits are gone. */
const asNumber = "Zet de celopmaak op Getal en sla het bestand opnieuw op.";

/** Whether a text in powers of ten has fewer decimals than it would take to write the number out. */
function lacksDigits(text: string): boolean {
  const [, decimals = "", exponent = "0"] = /^[^e]*?(?:[.,](\d+))?e\+?(\d+)$/i.exec(text.trim()) ?? [];
  return decimals.length < Number(exponent);
}

/** Reads any number; a percentage stays as it is written, where the column can hold one. */
export function readGetal(text: string, column: Column, notation: ColumnNotation): CellReading {
  if (text.includes("%") && !column.mayBePercentage)
    return wrong(column, "Schrijf het getal zelf, zonder procentteken: 0,8 voor 80%.");
  if (lacksDigits(text)) return wrong(column, asNumber);
  const reading = readNumber(text, notation.numbers);
  if (!reading.ok) return noNumber(reading, text, column, notation);
  return isWithin(reading.value, column) ? { ok: true, value: reading.value } : wrong(column);
}

function isWithin(value: number, { min = -Infinity, max = Infinity }: Column): boolean {
  return Number.isFinite(value) && value >= min && value <= max;
}

function noNumber(
  reading: NumberReading & { ok: false },
  text: string,
  column: Column,
  notation: ColumnNotation,
): CellReading {
  if (reading.reason !== "ambiguous") return wrong(column);
  const { decimal } = notation.numbers;
  const sign = decimal === "comma" || decimal === "point" ? signs[decimal] : ",";
  return {
    ok: false,
    expected: "een getal dat maar op een manier te lezen is",
    advice: `${whyAmbiguous(notation)} Schrijf ${text.replace(/[.,]/, "")} of ${asFraction(text, sign)}.`,
  };
}

const signs = { comma: ",", point: "." } as const;

/** Why 13.000 can be two numbers in its column. */
function whyAmbiguous({ numbers: { decimal }, cellWith }: ColumnNotation): string {
  if (decimal === "unknown")
    return "De rest van de kolom zegt niet of het teken duizendtallen of decimalen scheidt.";
  const [comma, point] = [cellWith("comma"), cellWith("point")];
  if (decimal === "both")
    return `De kolom schrijft decimalen soms met een komma (zoals in ${comma}) en soms met een punt (zoals in ${point}).`;
  return `Als decimalen zou de kolom dit getal anders schrijven (zoals in ${comma ?? point}), en als duizendtallen hoort er een ander teken.`;
}

/** The number with its sign as the decimal one, written so that it can be nothing else: 13, or 1,2340 for 1.234. */
function asFraction(text: string, sign: string): string {
  const [whole, fraction] = text.split(/[.,]/);
  const digits = fraction.slice(0, 3).replace(/0+$/, "");
  if (digits === "") return whole;
  return `${whole}${sign}${digits.length === 3 ? `${digits}0` : digits}`;
}
