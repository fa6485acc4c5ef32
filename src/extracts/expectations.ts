import type { Column } from "./kind";

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
  plaatscode: () => "de CBS-code van een buurt of wijk van Rotterdam, zoals BU05991081",
  tabel: () => "het nummer van een tabel, zoals 4.3",
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
