import { dutchFunction, englishFunction } from "./function-names";
import { dutch, english, tokens, type Notation, type Token } from "./tokens";

/** The words of one language, and those of the other for them. */
type Words = Map<string, string>;

/** https://support.microsoft.com/nl-nl/office/fouten-in-formules-opsporen-3a8acca5-1d61-4702-80e0-99a36a2822c1 */
const errors: [english: string, dutch: string][] = [
  ["#N/A", "#N/B"],
  ["#DIV/0!", "#DEEL/0!"],
  ["#NAME?", "#NAAM?"],
  ["#NUM!", "#GETAL!"],
  ["#VALUE!", "#WAARDE!"],
  ["#REF!", "#VERW!"],
  ["#NULL!", "#LEEG!"],
  ["#SPILL!", "#OVERLOOP!"],
  ["#BUSY!", "#BEZET!"],
];

const booleans: [english: string, dutch: string][] = [
  ["TRUE", "WAAR"],
  ["FALSE", "ONWAAR"],
];

/** https://support.microsoft.com/nl-nl/office/gestructureerde-verwijzingen-gebruiken-met-excel-tabellen-f5ed2452-2337-4f71-bed3-c8ae6d2b276e */
const partsOfTable: [english: string, dutch: string][] = [
  ["#All", "#Alles"],
  ["#Data", "#Gegevens"],
  ["#Headers", "#Kopteksten"],
  ["#Totals", "#Totalen"],
  ["#This Row", "#Deze rij"],
];

interface Translation {
  from: Notation;
  to: Notation;
  functionName: (name: string) => string;
  /** In capitals, so that what is typed in small letters is found too. */
  errors: Words;
  booleans: Words;
  partsOfTable: Words;
}

const words = (pairs: [string, string][]): Words =>
  new Map(pairs.map(([from, to]) => [from.toUpperCase(), to]));
const swapped = (pairs: [string, string][]) => pairs.map(([one, other]): [string, string] => [other, one]);

const fromDutch: Translation = {
  from: dutch,
  to: english,
  functionName: englishFunction,
  errors: words(swapped(errors)),
  booleans: words(swapped(booleans)),
  partsOfTable: words(swapped(partsOfTable)),
};
const fromEnglish: Translation = {
  from: english,
  to: dutch,
  functionName: dutchFunction,
  errors: words(errors),
  booleans: words(booleans),
  partsOfTable: words(partsOfTable),
};

/**
 * The formula that a Dutch user typed, as the engine takes it.
 *
 * @example
 * toEnglish("=SOM(1,5;A1:A3)") // => "=SUM(1.5,A1:A3)"
 * toEnglish("=ALS(A1=\"ja; 1,5\";WAAR;#N/B)") // => "=IF(A1=\"ja; 1,5\",TRUE,#N/A)"
 * toEnglish("=MAX({1,5\\2;3\\4})") // => "=MAX({1.5,2;3,4})"
 * toEnglish("=SOM(Tabel1[[#Totalen];[Naam; met punt-komma]])") // => "=SUM(Tabel1[[#Totals],[Naam; met punt-komma]])"
 */
export const toEnglish = (formula: string): string => translated(formula, fromDutch);

/**
 * A formula of the engine as Dutch Excel shows it.
 *
 * @example
 * toDutch("=KNAP.NPS(A1:A3)") // => "=KNAP.NPS(A1:A3)"
 * toDutch("=COUNTIF('Blad, 2'!A:A,0.5)") // => "=AANTAL.ALS('Blad, 2'!A:A;0,5)"
 */
export const toDutch = (formula: string): string => translated(formula, fromEnglish);

/**
 * An error in the words of Dutch Excel; one without a translation stays as it is.
 *
 * @example
 * dutchError("#DIV/0!") // => "#DEEL/0!"
 */
export const dutchError = (error: string): string => fromEnglish.errors.get(error.toUpperCase()) ?? error;

/**
 * The error of the engine that a Dutch user types, in either language; null for what is no error.
 *
 * @example
 * englishError("#n/b") // => "#N/A"
 * englishError("#DIV/0!") // => "#DIV/0!"
 * englishError("#1") // => null
 */
export const englishError = (typed: string): string | null => {
  const upper = typed.toUpperCase();
  return fromDutch.errors.get(upper) ?? (fromEnglish.errors.has(upper) ? upper : null);
};

function translated(formula: string, translation: Translation): string {
  const parts = tokens(formula, translation.from);
  return parts.map((part, at) => inOther(part, parts[at + 1]?.text ?? "", translation)).join("");
}

function inOther({ kind, text }: Token, next: string, translation: Translation): string {
  const { from, to } = translation;
  const upper = text.toUpperCase();
  switch (kind) {
    case "number":
      return text.replace(from.decimal, to.decimal);
    case "list":
      return to.list;
    case "column":
      return to.column;
    case "error":
      return translation.errors.get(upper) ?? text;
    case "function":
      return translation.functionName(text);
    case "name":
      // WAAR!A1 is of the sheet with that name.
      return next === "!" ? text : (translation.booleans.get(upper) ?? text);
    case "brackets":
      return partOfTable(text, translation);
    default:
      return text;
  }
}

/** `[Kolom]` stays as it is; `[#Totalen]` and `[[#Totalen];[Kolom]]` do not. */
function partOfTable(brackets: string, { from, to, partsOfTable: parts }: Translation): string {
  const content = brackets.slice(1, -1);
  const special = parts.get(content.trim().toUpperCase());
  if (special !== undefined) return `[${special}]`;
  if (!/^\s*[@[]/.test(content)) return brackets;
  const inner = content.replace(/(\[(?:'.|[^[\]'])*\])|([,;])/g, (found, column?: string) => {
    if (column === undefined) return found === from.list ? to.list : found;
    const part = parts.get(column.slice(1, -1).trim().toUpperCase());
    return part === undefined ? column : `[${part}]`;
  });
  return `[${inner}]`;
}
