import { isLaterThanNextYear, isOpenEnd } from "../dutch/calendar";
import type { DateNotation } from "../dutch/date-notation";
import { dateDoubt, readDate, readMonth } from "../dutch/dates";
import { inForm, withDayFirst } from "../dutch/six-digits";
import { type CellReading, missing, valueOr, wrong } from "./cell-reading";
import { inWords } from "./expectations";
import type { Column } from "./kind";

/** Reads a date; "no end" is no date: in a column that must have one it is a fault. */
export function readDatum(text: string, column: Column, notation: DateNotation): CellReading {
  const date = readDate(text, notation);
  if (date === null || !isOpenEnd(date)) return notTooLate(date, text, column, notation);
  return column.mayBeMissing ? missing : wrong(column);
}

/** Reads a month, which a date can tell as well. */
export function readMaand(text: string, column: Column, notation: DateNotation): CellReading {
  return notTooLate(readMonth(text, notation), text, column, notation);
}

function notTooLate(date: string | null, text: string, column: Column, notation: DateNotation): CellReading {
  if (date === null || column.mayBeFuture || !isLaterThanNextYear(date))
    return valueOr(date, column, adviceOn(text, notation));
  return wrong(
    column,
    `Deze cel is gelezen als ${date}, en dat ligt na het einde van volgend jaar. Verbeter de datum, en schrijf haar zoals 2021-12-31.`,
  );
}

function adviceOn(text: string, notation: DateNotation): string | undefined {
  const doubt = dateDoubt(text, notation);
  if (doubt === "day in the middle")
    return `De kolom heeft een datum met de dag in het midden (${notation.dayInMiddle}), en dan kan deze het ook zijn. Schrijf alle datums van de kolom zoals 2021-12-31.`;
  if (doubt === "order")
    return `De kolom schrijft de dag soms vooraan (${notation.dayFirst}) en soms de maand (${notation.monthFirst}). Schrijf alle datums van de kolom zoals 2021-12-31.`;
  if (doubt === "january")
    return `Met de dag vooraan vallen alle datums van de kolom in januari, en met de maand vooraan (maand/dag/jaar, zoals een Engelstalige Excel schrijft) in alle maanden. De kolom zegt niet welke van beide. Schrijf alle datums van de kolom zoals 2021-12-31.`;
  if (doubt === "year of two digits")
    return "Het jaar heeft twee cijfers, en de kolom zegt niet of het achteraan staat of vooraan: 21-03-05 kan 21 maart 2005 en 5 maart 2021 zijn. Schrijf alle datums van de kolom zoals 2021-12-31.";
  if (doubt === "AM or PM")
    return "AM of PM hoort bij de Amerikaanse schrijfwijze, met de maand vooraan, en de kolom zegt niet of dat hier zo is. Schrijf alle datums van de kolom zoals 2021-12-31.";
  if (doubt === "six digits") return adviceOnSixDigits(text);
  if (doubt === "24:00")
    return "24:00 is het einde van de ene dag en het begin van de volgende. Schrijf 23:59, of 00:00 met de volgende dag.";
  // The days from 1927 to 2064, as Excel numbers them; decimals are the time of the day.
  if (/^[1-5]\d{4}(?:[.,]\d+)?$/.test(text))
    return "Dit kan het getal zijn waarmee Excel een datum bewaart. Zet de celopmaak op Datum en sla het bestand opnieuw op.";
  return undefined;
}

function adviceOnSixDigits(text: string): string {
  const month = inForm(text, "jjjjmm");
  const ways = [month, inForm(text, "jjmmdd"), month === null ? withDayFirst(text) : null];
  const different = [...new Set(ways.filter((way) => way !== null))];
  return `Zes cijfers kunnen een maand (jjjjmm) of een dag (jjmmdd of ddmmjj) zijn, en de kolom zegt niet wat het is. Schrijf ${different.length === 0 ? "de datum zoals 2021-12-31" : inWords(different, "of")}.`;
}
