import { withoutBsns } from "./bsn";

/** How much of a cell stands in a message. */
const longest = 60;

/**
 * A text from a file as a message may show it: at most sixty characters, on one line, without a burgerservicenummer, of
 * which the digits become stars, and with a picture for a character that would steer a terminal.
 *
 * @example
 * excerpt("klant 111222333") // => "klant *********"
 */
export function excerpt(text: string, most = longest): string {
  // A number that begins within what is shown ends within this.
  const start = withoutBsns(text.slice(0, most + 40));
  const shown = text.length > most ? `${start.slice(0, most)}…` : start;
  return shown.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, " ").replace(/(?!\t)\p{Cc}/gu, pictureOf);
}

/** The signs that Unicode has for the control characters of ASCII; the others have none. */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 32 ? String.fromCharCode(0x2400 + code) : code === 127 ? "\u2421" : "\ufffd";
}

/**
 * The first of some line numbers for a sentence, and how many more there are.
 *
 * @example
 * lineList([3, 5]) // => "regel 3 en 5"
 */
export function lineList(lines: readonly number[], most = 10): string {
  if (lines.length > most) return `regel ${lines.slice(0, most).join(", ")} en nog ${lines.length - most}`;
  const [last] = lines.slice(-1);
  return lines.length === 1 ? `regel ${last}` : `regel ${lines.slice(0, -1).join(", ")} en ${last}`;
}
