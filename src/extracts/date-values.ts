import { isOpenEnd } from "../dutch/calendar";
import { dateDoubt, type DateNotation, readDate, readMonth } from "../dutch/dates";
import { inForm } from "../dutch/six-digits";
import { type CellReading, missing, valueOr, wrong } from "./cell-reading";
import type { Column } from "./kind";

/** Reads a date; "no end" is no date: in a column that must have one it is a fault. */
export function readDatum(text: string, column: Column, notation: DateNotation): CellReading {
  const date = readDate(text, notation);
  if (date === null || !isOpenEnd(date)) return valueOr(date, column, adviceOn(text, notation));
  return column.mayBeMissing ? missing : wrong(column);
}

/** Reads a month, which a date can tell as well. */
export function readMaand(text: string, column: Column, notation: DateNotation): CellReading {
  return valueOr(readMonth(text, notation), column, adviceOn(text, notation));
}

function adviceOn(text: string, notation: DateNotation): string | undefined {
  const doubt = dateDoubt(text, notation);
  if (doubt === "day in the middle")
    return `De kolom heeft een datum met de dag in het midden (${notation.dayInMiddle}), en dan kan deze het ook zijn. Schrijf alle datums van de kolom zoals 2021-12-31.`;
  if (doubt === "order")
    return `De kolom schrijft de dag soms vooraan (${notation.dayFirst}) en soms de maand (${notation.monthFirst}). Schrijf alle datums van de kolom zoals 2021-12-31.`;
  if (doubt === "AM or PM")
    return "AM of PM hoort bij de Amerikaanse schrijfwijze, met de maand vooraan, en de kolom zegt niet of dat hier zo is. Schrijf alle datums van de kolom zoals 2021-12-31.";
  if (doubt === "six digits") return adviceOnSixDigits(text);
  if (doubt === "24:00")
    return "24:00 is het einde van de ene dag en het begin van de volgende. Schrijf 23:59, of 00:00 met de volgende dag.";
  // The days from 1927 to 2064, as Excel numbers them.
  if (/^[1-5]\d{4}$/.test(text))
    return "Dit kan het getal zijn waarmee Excel een datum bewaart. Zet de celopmaak op Datum en sla het bestand opnieuw op.";
  return undefined;
}

function adviceOnSixDigits(text: string): string {
  const [month, day] = [inForm(text, "jjjjmm"), inForm(text, "jjmmdd")];
  const ways = [month, day].filter((way) => way !== null).join(" of ");
  return `Zes cijfers kunnen een maand (jjjjmm) of een dag (jjmmdd) zijn, en de kolom zegt niet welke van beide. Schrijf ${ways === "" ? "de datum zoals 2021-12-31" : ways}.`;
}
