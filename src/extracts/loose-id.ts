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
  const key = nameKey(text);
  if (!digits.test(key)) return key;
  const whole = key.split(/[.,]/, 1)[0].replace(/^0+/, "");
  return whole === "" ? "0" : whole;
}
