/** Letters with an accent of Dutch words, each with how much it tells; ô, î and û are the rarest of them. */
const dutchLetters = new Map([
  ...[..."éëïö"].map((letter) => [letter, 1] as const),
  ...[..."èêüçó"].map((letter) => [letter, 0.9] as const),
  ...[..."áàâäíôúìîòùûñ"].map((letter) => [letter, 0.8] as const),
]);
const foreign = 0.5;
const sign = 0.6;

/** How far words are looked at. */
const reach = 40;

/**
 * How well a character that is not ASCII fits where it stands in a Dutch text: 0 for one that nobody writes there, such
 * as ‰ or a capital within a word, and up to 1 for é.
 *
 * @example
 * believable("café", 3) // => 1
 * believable("caf‚", 3) // => 0
 */
export function believable(text: string, at: number): number {
  const character = text[at];
  if (/[\u0080-\u009f\ufffd]/.test(character)) return 0;
  if (/\p{L}/u.test(character) && !/[ªº]/.test(character)) return letter(text, at);
  return signFits(text, at) ? sign : 0;
}

function letter(text: string, at: number): number {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - reach), at))?.[0] ?? "";
  const behind = /^\p{L}*/u.exec(text.slice(at + 1, at + 1 + reach))?.[0] ?? "";
  const character = text[at];
  const word = before + character + behind;
  const lower = character.toLowerCase();
  if (character === "µ") return before === "" && behind.length <= 2 ? sign : 0;
  if (word.length === 1) return lower === "à" ? 1 : 0;
  const isCapitals = word === word.toUpperCase() && !/[ªºß]/.test(word);
  const isCapital = character !== lower;
  const fits =
    isCapitals || (isCapital ? before === "" && !isUpper(behind[0]) : !hasCapital(before.slice(1)));
  if (!fits) return 0;
  // Names have letters of other languages: Željko, Šimić, Ångström; none begins with Ÿ.
  return dutchLetters.get(lower) ?? (isUpper(word[0]) && lower !== "ÿ" ? foreign : 0);
}

const hasCapital = (text: string) => /\p{Lu}/u.test(text);
const isUpper = (character: string | undefined) => character !== undefined && hasCapital(character);
const isLetter = (character: string) => /\p{L}/u.test(character);
const isWritten = (character: string) => /[\p{L}\p{N}]/u.test(character);

interface Around {
  readonly previous: string;
  readonly next: string;
  readonly before: string;
  readonly behind: string;
}

/** Where the signs of Windows-1252 stand in a text; of others a letter on both sides is one too many. */
const rules: Readonly<Record<string, (around: Around) => boolean>> = {
  "“": ({ previous, next, before }) => (next !== " " && !isLetter(previous)) || before.includes("„"),
  "”": ({ previous, next }) => previous !== " " && !isLetter(next),
  "‘": ({ previous, next, before, behind }) =>
    (!isLetter(previous) && isWritten(next)) ||
    (isLetter(previous) && !isLetter(next) && /[‚‘]/.test(before)) ||
    (/[aeiouy]$/i.test(before) && /^s(?!\p{L})/u.test(behind)) ||
    (/(?:^|\P{L})(?:zo|m|z|d)$/iu.test(before) && /^n(?!\p{L})/u.test(behind)),
  "’": ({ previous, next }) => isWritten(previous) || isWritten(next) || /[.,!?)]/.test(previous),
  "‚": ({ previous, next, behind }) => !isLetter(previous) && isLetter(next) && /[‘’]/.test(behind),
  "„": ({ previous, next }) => !isLetter(previous) && isWritten(next),
  "…": ({ previous, next, behind }) =>
    !(isLetter(previous) && isLetter(next)) &&
    !(!isWritten(previous) && /^ (?:la|propos|titre)(?!\p{L})/u.test(behind)) &&
    !(previous === " " && /^ \d/.test(behind)),
  "–": dash,
  "—": dash,
  "•": ({ previous }) => !isLetter(previous),
  "‰": ({ previous, next }) => !isLetter(previous) && !isLetter(next),
  "†": ({ next }) => !isLetter(next),
  "‡": ({ next }) => !isLetter(next),
  "‹": ({ previous, next }) => !isLetter(previous) && isLetter(next),
  "›": ({ previous, next }) => previous !== " " && !isLetter(next),
  "«": ({ previous }) => !isLetter(previous),
  "»": ({ next }) => !isLetter(next),
  "€": ({ previous, next }) => !isLetter(next) && !isLetter(previous),
  "™": ({ next }) => !isLetter(next),
  "®": ({ next }) => !isLetter(next),
  "©": ({ next }) => !isLetter(next),
  ª: ({ previous }) => !isLetter(previous),
  º: ({ previous }) => !isLetter(previous),
  "²": ({ next }) => !isLetter(next),
  "³": ({ next }) => !isLetter(next),
  "´": ({ previous, next }) => isWritten(previous) || isWritten(next),
};

/** Other signs that a Dutch keyboard has; what is left, such as ┐ or ∂, stands in no text. */
const others = /[£¢¥¡¿§°±·×÷¼½¾¹¬¦¤¯¨¸¶\u00a0\u00ad]/;

function signFits(text: string, at: number): boolean {
  const around: Around = {
    previous: text[at - 1] ?? " ",
    next: text[at + 1] ?? " ",
    before: text.slice(Math.max(0, at - 300), at),
    behind: text.slice(at + 1, at + 301),
  };
  if (Object.hasOwn(rules, text[at])) return rules[text[at]](around);
  if (!others.test(text[at])) return false;
  return /[\u00a0\u00ad·]/.test(text[at]) || (!isLetter(around.previous) && !isLetter(around.next));
}

/** Between words with spaces or numbers about it, or between two words; v——r and Zo— are neither. */
function dash({ previous, next, before, behind }: Around): boolean {
  if (/[–—]/.test(previous) || /[–—]/.test(next)) return false;
  if (!isLetter(previous) && !isLetter(next)) return true;
  return /\p{L}{3}$/u.test(before) && /^\p{L}{3}/u.test(behind);
}
