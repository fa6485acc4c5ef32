import { type Candidate, numbersOf } from "./number-forms";
import { hasDigits, readableDigits } from "./plain-digits";

/**
 * Whether a text is a valid burgerservicenummer: 8 or 9 digits that pass the eleven-test.
 *
 * @example
 * isBsn("111222333") // => true
 */
export function isBsn(text: string): boolean {
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^(?:0?[1-9]\d{7}|[1-9]\d{8})$/.test(digits)) return false;
  // The last digit counts for -1, the one before it for 2, and so on up to 9.
  let sum = -digits.charCodeAt(digits.length - 1) + zero;
  for (let weight = 2; weight <= digits.length; weight += 1)
    sum += weight * (digits.charCodeAt(digits.length - weight) - zero);
  return sum % 11 === 0;
}

const zero = "0".charCodeAt(0);

/** Most cells with eight digits are a date; looking no further keeps a file of millions of rows fast. */
const plainDate = /^(?:\d{4}-\d\d?-\d\d?|\d\d?-\d\d?-\d{4})(?:[ T][\d:]{4,8})?$/;

/**
 * The numbers in a cell that can be burgerservicenummers, each with the form in which it stands there: 8 or 9 digits by
 * themselves, in groups, behind zeros, within a word or beside another number.
 *
 * @example
 * numbersIn("klant P111222333") // => [{"digits":"111222333","start":7,"end":16,"form":"letters"}]
 */
export function numbersIn(cell: string): Candidate[] {
  if (cell.length < 8 || plainDate.test(cell) || !hasDigits(cell, 8)) return [];
  return numbersOf(cell);
}

/**
 * The numbers in a cell that stand there as burgerservicenummers do: by themselves, in groups, with `.0` behind them or
 * in a text. A date such as 20211231 is none, nor is what is part of a word, as in a code of CBS or a pseudonym.
 *
 * @example
 * candidatesIn("klant 1112.22.333 op 20211231") // => ["111222333"]
 */
export function candidatesIn(cell: string): string[] {
  return numbersIn(cell).flatMap(({ digits, form }) => (form === "alone" ? [digits] : []));
}

/**
 * A text with stars in place of the digits of burgerservicenummers, in whatever form.
 *
 * @example
 * withoutBsns("klant 111222333") // => "klant *********"
 */
export function withoutBsns(text: string): string {
  const found = numbersIn(text).filter(({ digits }) => isBsn(digits));
  if (found.length === 0) return text;
  const plain = readableDigits(text);
  let [result, at] = ["", 0];
  for (const { start, end } of found) {
    result += plain.slice(at, start) + plain.slice(start, end).replace(/\d/g, "*");
    at = end;
  }
  return result + plain.slice(at);
}
