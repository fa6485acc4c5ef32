import { nameKey } from "../dutch/name-key";

const digits = /^\d+(?:[.,]0+)?$/;

/**
 * What two ways of writing one number have in common: zeros at the beginning get lost where a program takes the numbers
 * of persons for figures, and .0 comes behind them. Persons are told apart more strictly, by the number as it stands;
 * this is only for the question whether rows are there twice.
 *
 * @example
 * looseId("000123") // => "123"
 */
export function looseId(text: string): string {
  // Most numbers are nothing but digits, and a million of them need not be made alike in other ways.
  const key = digits.test(text) ? text : nameKey(text);
  if (!digits.test(key)) return key;
  let end = key.search(/[.,]/);
  if (end === -1) end = key.length;
  let start = 0;
  while (start < end - 1 && key[start] === "0") start += 1;
  return key.slice(start, end);
}
