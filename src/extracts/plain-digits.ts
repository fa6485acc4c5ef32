import { plainText } from "../dutch/plain-text";

const ascii = /^[\t-~]*$/;
const digitOfAnyScript = /(?![0-9])\p{Nd}/gu;

/** What is written as a number of its own kind; the length is bounded, so that this takes time as the text is long. */
const otherNumbers = [
  // A day, with a time behind it.
  /(?<![\d.-])(?:(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d)(?!\d)(?:[ T]\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?/g,
  // An IBAN, of which the digits may well pass.
  /(?<![\p{L}\d])NL\d\d ?[A-Z]{4}(?: ?\d){10}(?!\d)/giu,
  // A guid.
  /(?<![\p{L}\d])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\p{L}\d])/giu,
];

/**
 * A text in which each digit, of any script, is one of 0 to 9, and in which nothing is left of dates, of IBANs and of
 * guids but as many signs of another kind.
 *
 * @example
 * plainDigits("１１１ op 3-5-2021") // => "111 op \u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
 */
export function plainDigits(text: string): string {
  const readable = readableDigits(text);
  if (!severalGroups.test(readable)) return readable;
  return otherNumbers.reduce(
    (rest, form) => rest.replace(form, (found) => "\0".repeat(found.length)),
    readable,
  );
}

/** Of digits that stand together in one place nothing is left out, and most cells are so. */
const severalGroups = /\d\D+\d/;

/**
 * A text in which each digit is one of 0 to 9: those of another width, of another script, or ² and ③ as well.
 *
 * @example
 * readableDigits("１１１") // => "111"
 */
export function readableDigits(text: string): string {
  const plain = plainText(text.replaceAll("&nbsp;", " "));
  if (ascii.test(plain)) return plain;
  return plain
    .normalize("NFKC")
    .replace(digitOfAnyScript, (digit) => String(valueOf(digit)))
    .replace(/\s+/g, " ");
}

/** The digits of a script stand in order from a place that ends in 0 or 6. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  const last = point % 16;
  return /\p{Nd}/u.test(String.fromCodePoint(point - last)) ? last : last - 6;
}

/** Whether a text has at least so many digits, of any script. */
export function hasDigits(text: string, count: number): boolean {
  let [found, isAscii] = [0, true];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) found += 1;
    else if (code > 127) isAscii = false;
    if (found === count) return true;
  }
  return !isAscii && (text.match(/\p{N}/gu)?.length ?? 0) >= count;
}
