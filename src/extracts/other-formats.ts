import { unseenCharacter } from "../dutch/plain-text";
import { lineAt } from "./line-number";

/** How a file that is no CSV begins, in bytes written as Latin-1, what it is, and what to do. */
interface Format {
  readonly starts: readonly string[];
  /** What must stand in the beginning too. */
  readonly holds?: string;
  readonly what: string;
  readonly advice: string;
}

const saveSheet = "Sla het blad op als CSV en lees dat bestand in.";
const unpack = "Pak het bestand uit en lees het CSV-bestand in dat erin zit.";
const asCsv = "Vraag de gegevens op als CSV.";
const exportCsv = "Exporteer de gegevens als CSV en lees dat bestand in.";

const formats: readonly Format[] = [
  { starts: ["PK\x03\x04"], holds: "opendocument", what: "een werkmap van LibreOffice", advice: saveSheet },
  { starts: ["PK\x03\x04"], holds: "word/", what: "een Word-document", advice: asCsv },
  {
    starts: ["PK\x03\x04", "PK\x05\x06"],
    what: "een Excel-werkmap of een ander zip-bestand",
    advice: `${saveSheet} Zit het CSV-bestand in een zip: pak dat eerst uit.`,
  },
  { starts: ["\xd0\xcf\x11\xe0"], what: "een Excel-werkmap in de oude vorm (.xls)", advice: saveSheet },
  { starts: ["%PDF"], what: "een pdf", advice: asCsv },
  { starts: ["\x89PNG", "\xff\xd8\xff", "GIF8", "BM"], what: "een afbeelding", advice: asCsv },
  {
    starts: ["\x1f\x8b", "BZh", "\xfd7zXZ", "7z\xbc\xaf", "Rar!", "\x28\xb5\x2f\xfd"],
    what: "een ingepakt bestand",
    advice: unpack,
  },
  { starts: ["{\\rtf"], what: "een tekstdocument (rtf)", advice: asCsv },
  { starts: ["SQLite format 3", "\0\x01\0\0Standard "], what: "een database", advice: exportCsv },
  {
    starts: ["$FL2", "$FL3", "PAR1", "ARROW1", "<stata_dta", "RDX", "RDA"],
    what: "een bestand van een statistiekprogramma",
    advice: exportCsv,
  },
];

const beginning = 4096;

const webPage =
  /^<(?:!--|(?:!doctype html|html|head|body|table|div|span|p|script|style|title|meta|link|form|main|section|article|center|font|h[1-6])\b)/i;

/**
 * What a file is that is no text, by its first bytes, and what to do; `null` when it may be text.
 *
 * @example
 * binaryFormat(Uint8Array.of(0x25, 0x50, 0x44, 0x46)) // => "dit is een pdf en geen CSV-bestand. Vraag de gegevens op als CSV."
 */
export function binaryFormat(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, beginning));
  // A text may begin with BM; an image of that kind has a zero soon after it.
  const isText = !start.includes("\0");
  const found = formats.find(
    ({ starts, holds = "" }) =>
      starts.some((signature) => start.startsWith(signature) && !(signature === "BM" && isText)) &&
      start.includes(holds),
  );
  return found === undefined ? null : sentence(found.what, found.advice);
}

/**
 * What a text is that is no CSV: a web page, XML or JSON; `null` when it may be CSV.
 *
 * @example
 * textFormat('{"value": []}') // => "dit is JSON en geen CSV-bestand. Exporteer de gegevens als CSV en lees dat bestand in."
 */
export function textFormat(text: string): string | null {
  const start = text.slice(0, beginning).trimStart();
  if (webPage.test(start)) return sentence("een webpagina", "Download de gegevens opnieuw, als CSV.");
  if (/^<[?!a-z]/i.test(start)) return sentence("XML", exportCsv);
  if (/^(\{\s*("|\}|$)|\[\s*([[{"\]]|-?\d|$))/.test(start)) return sentence("JSON", exportCsv);
  return null;
}

/** A character that programs write and people do not: a control character, other than white space and separators. */
function isBinary(code: number): boolean {
  return code < 9 || (code > 13 && code < 28 && code !== DOS_END) || code === 127;
}

/** How many characters are looked at; a nulteken is looked for in the whole text. */
const mostLookedAt = 100_000;

/**
 * Why a text of which no header is known is no text at all: a compressed file or a program has control characters.
 * `null` when it has none.
 *
 * @example
 * noText("a\u0002") // => "dit is geen tekstbestand: op regel 1 staat een stuurteken (U+0002). Sla de gegevens op als CSV en lees dat bestand in."
 */
export function noText(text: string): string | null {
  let place = text.indexOf("\0");
  const end = place === -1 ? Math.min(text.length, mostLookedAt) : place;
  for (let at = 0; at < end; at += 1)
    if (isBinary(text.charCodeAt(at))) {
      place = at;
      break;
    }
  if (place === -1) return null;
  return (
    `dit is geen tekstbestand: op regel ${lineAt(text, place)} staat ${unseenCharacter(text[place]) ?? ""}. ` +
    `Sla de gegevens op als CSV en lees dat bestand in.`
  );
}

/** The character with which DOS ends a text; old programs still write it, and some fill up a block with zeros. */
const DOS_END = 0x1a;

/**
 * A text without the sign of its end that DOS puts behind it; what it means is that the file is whole.
 *
 * @example
 * withoutDosEnd("a;b\n\u001a") // => "a;b\n"
 */
export function withoutDosEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === DOS_END || text.charCodeAt(end - 1) === 0)) end -= 1;
  return text.charCodeAt(end) === DOS_END ? text.slice(0, end) : text;
}

function sentence(what: string, advice: string): string {
  return `dit is ${what} en geen CSV-bestand. ${advice}`;
}
