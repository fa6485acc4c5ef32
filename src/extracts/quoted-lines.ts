import { parseCsv } from "./parse-csv";
import type { RawRow } from "./raw-table";
import { fitOf } from "./recognise";
import { separatorInWords, separators } from "./separator";

/** How many of the first records may be the header. */
const mostTitles = 50;
/** Of a longer line so much is taken apart again. */
const mostCharacters = 20_000;

/**
 * Why no header was found where a line is one by another separator than the one it was read with: the line as a whole
 * stands in quotes, or the first line of the file names another separator. `null` where that is not why.
 */
export function hiddenHeader(records: readonly RawRow[], declared: string | null): string | null {
  const lines = records.slice(0, mostTitles).filter(({ cells }) => cells.length === 1);
  for (const { line, cells } of lines) {
    const separator = separators.find((other) => isHeader(cells[0], other));
    if (separator === undefined) continue;
    return declared === null || declared === separator
      ? explainQuotes(line)
      : `volgens de eerste regel (sep=${declared}) staat er ${separatorInWords(declared)} tussen de cellen, maar in de ` +
          `kop op regel ${line} staat ${separatorInWords(separator)}. Verbeter de eerste regel of haal die weg.`;
  }
  const isOneCell = lines.length > 1 && lines.length === Math.min(records.length, mostTitles);
  return declared === null && isOneCell && separators.some((other) => isEven(lines, other))
    ? explainQuotes(lines[0].line)
    : null;
}

/** Text with a separator in it is one cell only where it stands in quotes. */
function explainQuotes(line: number): string {
  return (
    `regel ${line} staat als geheel tussen aanhalingstekens (") en is daardoor één cel. Verwacht: een kop met cellen, met ` +
    `een puntkomma, komma, tab of | ertussen. Dit gebeurt als een CSV-bestand in één kolom wordt geopend en weer wordt ` +
    `opgeslagen. Haal de aanhalingstekens om de regels weg, of vraag het bestand opnieuw op.`
  );
}

/** Whether a line is the header of a kind by a separator. */
export function isHeader(text: string, separator: string): boolean {
  const cells = cellsOf(text, separator);
  return cells.length > 1 && fitOf(cells) > 0;
}

function isEven(lines: readonly RawRow[], separator: string): boolean {
  const width = cellsOf(lines[0].cells[0], separator).length;
  return width > 1 && lines.every(({ cells }) => cellsOf(cells[0], separator).length === width);
}

function cellsOf(text: string, separator: string): readonly string[] {
  if (text.length > mostCharacters) return [];
  return parseCsv(text, separator, 1, { records: 1 }).records[0]?.cells ?? [];
}
