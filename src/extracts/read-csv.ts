import { decode } from "./decode";
import { excerpt } from "./excerpt";
import { MOST_CELLS, MOST_CHARACTERS, MOST_ROWS, sizeProblem, tooManyRows } from "./file-size";
import { UNREADABLE } from "./garbled";
import type { KindId } from "./kind";
import { makeTable } from "./make-table";
import { binaryFormat, noText, textFormat, withoutDosEnd } from "./other-formats";
import { type BadQuote, parseCsv, type ParsedCsv } from "./parse-csv";
import { hiddenHeader } from "./quoted-lines";
import type { TableReading } from "./raw-table";
import { findSeparator, knownHeader, separatorInWords, separators, usualWidth } from "./separator";

/**
 * Reads a CSV file into a table of texts. The encoding and the separator are found from the file itself; a
 * first line `sep=;`, as Excel writes it, is obeyed. Nothing is dropped in silence: title lines above the
 * header, footers such as "Bron: CBS" and columns without a name come out as remarks. A cell that begins with
 * `=`, `+`, `-` or `@` is text like any other, and a line end in a quoted cell stays as it is.
 *
 * @param wanted the kind that the user chose, of which the header is looked for
 */
export function readCsv(
  file: { readonly name: string; readonly bytes: Uint8Array },
  wanted?: KindId,
): TableReading {
  const refuse = (problem: string): TableReading => ({ ok: false, problem: `${file.name}: ${problem}` });

  const tooLarge = sizeProblem(file.bytes.length);
  if (tooLarge !== null) return refuse(tooLarge);
  const binary = binaryFormat(file.bytes);
  if (binary !== null) return refuse(binary);
  const { text: decoded, encoding, isDamaged = false } = decode(file.bytes);
  const text = withoutDosEnd(decoded);
  if (text.trim() === "")
    return refuse("het bestand is leeg. Verwacht: een kop met kolomnamen en daaronder rijen.");

  const sepLine = /^"?sep=([^\p{L}\p{N}\s"]|\t)"?[ \t]*(?:\r\n|[\r\n])/iu.exec(text);
  const body = sepLine === null ? text : text.slice(sepLine[0].length);
  const separator = sepLine === null ? findSeparator(body, wanted) : sepLine[1];
  const firstLine = sepLine === null ? 1 : 2;
  const parsed = parseCsv(body, separator, firstLine, {
    records: MOST_ROWS + 1,
    cells: MOST_CELLS,
    characters: MOST_CHARACTERS + 1,
  });
  const hasKnownHeader = knownHeader(parsed.records, wanted) !== -1;
  const otherFormat = hasKnownHeader ? null : (textFormat(text) ?? noText(text));
  if (otherFormat !== null) return refuse(otherFormat);
  if (parsed.isCutShort) return refuse(tooManyRows);
  if (parsed.badQuote !== null) return refuse(explainQuote(parsed, parsed.badQuote, body, separator));
  const hidden = hasKnownHeader ? null : hiddenHeader(parsed.records, sepLine === null ? null : separator);
  if (hidden !== null) return refuse(hidden);

  const reading = makeTable(parsed, { encoding, separator, isDamaged, firstLine }, wanted);
  if (reading === null)
    return refuse(
      `er is geen kop met kolomnamen gevonden. Het bestand begint met "${excerpt(body)}". Verwacht: een regel met ` +
        `minstens twee kolomnamen, met een puntkomma, komma, tab of | ertussen.`,
    );
  if (!reading.ok) return refuse(reading.problem);
  const { table } = reading;
  if (isDamaged && table.headers.some((header) => header.includes(UNREADABLE)))
    return refuse(
      `in de kop op regel ${table.headerLine} staat een teken dat niet bij de tekenset ${encoding} hoort. ` +
        `Sla het bestand opnieuw op als CSV UTF-8 en lees het opnieuw in.`,
    );
  return reading;
}

function explainQuote(
  { records }: ParsedCsv,
  { line, atEnd, start }: BadQuote,
  body: string,
  separator: string,
): string {
  const other = quotedOtherwise(
    body.slice(start, start + MOST_CHARACTERS),
    usualWidth(records).width,
    separator,
  );
  if (other !== null)
    return (
      `op regel ${line} staat ${separatorInWords(other)} tussen de cellen. Verwacht: ${separatorInWords(separator)}, zoals ` +
      `in de regels erboven. Vaak zijn er twee exports onder elkaar gezet. Lees ze als aparte bestanden in, of zet overal ` +
      `hetzelfde teken.`
    );
  const advice = atEnd ? "Of is het bestand afgekapt? Vraag het dan opnieuw op." : "";
  return (
    `op regel ${line} staat een aanhalingsteken (") dat niet goed wordt gesloten, waardoor de regels erna ` +
    `in elkaar lopen. Herstel die regel in het bestand en lees het opnieuw in. ${advice}`
  ).trimEnd();
}

/** The separator by which a line with quoted cells is as wide as those above it. */
function quotedOtherwise(text: string, width: number, own: string): string | null {
  const others = separators.filter((separator) => separator !== own);
  return (
    others.find(
      (separator) =>
        width > 1 && parseCsv(text, separator, 1, { records: 1 }).records[0]?.cells.length === width,
    ) ?? null
  );
}
