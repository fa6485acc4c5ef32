import { decode } from "./decode";
import { excerpt } from "./excerpt";
import type { Remark } from "./extract";
import { MOST_CELLS, MOST_ROWS, sizeProblem, tooManyRows } from "./file-size";
import type { Finding } from "./finding";
import { damagedRows, garbledRemarks, UNREADABLE } from "./garbled";
import type { KindId } from "./kind";
import { binaryFormat, textFormat } from "./other-formats";
import { parseCsv, type ParsedCsv } from "./parse-csv";
import type { RawRow, RawTable, TableReading } from "./raw-table";
import { MOST_COLUMNS } from "./recognise";
import { findSeparator, knownHeader, maximum, sampleSize, usualWidth } from "./separator";
import { cutOff } from "./truncation";

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
  const { text, encoding, isDamaged = false } = decode(file.bytes);
  if (text.trim() === "")
    return refuse("het bestand is leeg. Verwacht: een kop met kolomnamen en daaronder rijen.");
  if (text.includes("\0"))
    return refuse("dit is geen tekstbestand. Sla de gegevens op als CSV en lees dat bestand in.");

  const sepLine = /^"?sep=([^\p{L}\p{N}\s"]|\t)"?[ \t]*(?:\r\n|[\r\n])/iu.exec(text);
  const body = sepLine === null ? text : text.slice(sepLine[0].length);
  const separator = sepLine === null ? findSeparator(body, wanted) : sepLine[1];
  const parsed = parseCsv(body, separator, sepLine === null ? 1 : 2, {
    records: MOST_ROWS + 1,
    cells: MOST_CELLS,
  });
  const hasKnownHeader = knownHeader(parsed.records, wanted) !== -1;
  const otherFormat = hasKnownHeader ? null : textFormat(text);
  if (otherFormat !== null) return refuse(otherFormat);
  if (parsed.isCutShort) return refuse(tooManyRows);
  if (parsed.badQuote !== null) return refuse(explainQuote(parsed.badQuote));

  const table = makeTable(parsed, { encoding, separator, isDamaged }, wanted);
  if (table === null)
    return refuse(
      `er is geen kop met kolomnamen gevonden. Verwacht: een regel met minstens twee kolomnamen.`,
    );
  if (table.headers.length > MOST_COLUMNS)
    return refuse(
      `de kop op regel ${table.headerLine} heeft ${table.headers.length} kolommen; meer dan ${MOST_COLUMNS} leest ` +
        `KNAP niet. Laat in de export alleen de kolommen staan die nodig zijn.`,
    );
  if (isDamaged && table.headers.some((header) => header.includes(UNREADABLE)))
    return refuse(
      `in de kop op regel ${table.headerLine} staat een teken dat niet bij de tekenset ${encoding} hoort. ` +
        `Sla het bestand opnieuw op als CSV UTF-8 en lees het opnieuw in.`,
    );
  return { ok: true, table };
}

function explainQuote({ line, atEnd }: { line: number; atEnd: boolean }): string {
  const advice = atEnd ? "Of is het bestand afgekapt? Vraag het dan opnieuw op." : "";
  return (
    `op regel ${line} staat een aanhalingsteken (") dat niet goed wordt gesloten, waardoor de regels erna ` +
    `in elkaar lopen. Herstel die regel in het bestand en lees het opnieuw in. ${advice}`
  ).trimEnd();
}

function filled(row: RawRow): number {
  return row.cells.reduce((count, cell) => (cell.trim() === "" ? count : count + 1), 0);
}

interface Found {
  readonly encoding: string;
  readonly separator: string;
  readonly isDamaged: boolean;
}

/** Tells header, rows, titles and footers apart. `null` when no line can be a header. */
function makeTable(
  { records, endsWithLineEnd }: ParsedCsv,
  { encoding, separator, isDamaged }: Found,
  wanted?: KindId,
): RawTable | null {
  const headerIndex = findHeader(records.slice(0, sampleSize), wanted);
  if (headerIndex === -1) return null;

  const titles = records.slice(0, headerIndex);
  const header = records[headerIndex];
  let end = records.length;
  while (end > headerIndex + 1 && isFooter(records[end - 1])) end -= 1;
  const footers = records.slice(end);
  const below = records.slice(headerIndex + 1, end);
  const repeated = below.filter((row) => isSameLine(row, header));
  const rows = repeated.length === 0 ? below : below.filter((row) => !isSameLine(row, header));

  const width = usedWidth(header, rows);
  const headers = header.cells.slice(0, width).map((cell) => cell.trim());
  const cut = endsWithLineEnd || footers.length > 0 ? null : cutOff(header, rows);
  const findings: Finding[] = isDamaged ? damagedRows(rows, encoding, endsWithLineEnd) : [];
  if (cut?.finding !== undefined) findings.push(cut.finding);
  return {
    headers,
    headerLine: header.line,
    rows,
    findings,
    outside: [...titles, ...footers],
    remarks: [
      ...lineRemarks(titles, "staat boven de kop en is niet als gegevens gelezen"),
      ...namelessColumns(header.line, headers),
      ...lineRemarks(repeated, "is de kop nog een keer en is niet als gegevens gelezen"),
      ...lineRemarks(footers, "is een slotregel en is niet als gegevens gelezen"),
      ...(cut?.remark !== undefined ? [cut.remark] : []),
      ...garbledRemarks([...titles, header, ...(isDamaged ? [] : rows), ...footers]),
    ],
    encoding,
    separator,
  };
}

/**
 * The header of a kind that KNAP knows; else the first line that is as wide as the table and filled for at least half:
 * titles are neither.
 */
function findHeader(records: readonly RawRow[], wanted?: KindId): number {
  const known = knownHeader(records, wanted);
  if (known !== -1) return known;
  const { width } = usualWidth(records);
  const mostFilled = maximum(records, filled);
  const canBeHeader = (row: RawRow) => filled(row) >= 2 && filled(row) * 2 >= mostFilled;
  const wide = records.findIndex((row) => row.cells.length >= width && canBeHeader(row));
  return wide === -1 ? records.findIndex(canBeHeader) : wide;
}

/** A last line with nothing but a text in its first cell: "Bron: CBS", "Aantal rijen: 12". */
function isFooter(row: RawRow): boolean {
  return /\p{L}/u.test(row.cells[0]) && filled(row) === 1;
}

/** The header once more, as where files were put below each other. */
function isSameLine({ cells }: RawRow, header: RawRow): boolean {
  return (
    cells[0] === header.cells[0] &&
    cells.length === header.cells.length &&
    cells.every((cell, index) => cell === header.cells[index])
  );
}

/** A separator at the end of every line makes a last column that is empty throughout; it is no column. */
function usedWidth(header: RawRow, rows: readonly RawRow[]): number {
  const rowsReach = maximum(rows, ({ cells }) => lastFilled(cells));
  return Math.max(lastFilled(header.cells), Math.min(rowsReach, header.cells.length));
}

/** How many cells there are up to and including the last that is not blank. */
function lastFilled(cells: readonly string[]): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1].trim() === "") count -= 1;
  return count;
}

const mostLinesTold = 20;

/** A remark for each of the first lines, and one for the others together. */
function lineRemarks(rows: readonly RawRow[], what: string): Remark[] {
  const told = rows.slice(0, mostLinesTold).map(({ line, cells }) => {
    const text = excerpt(cells.filter((cell) => cell.trim() !== "").join(" "));
    return { line, text, message: `Regel ${line} ("${text}") ${what}.` };
  });
  const others = rows.slice(mostLinesTold);
  if (others.length === 0) return told;
  const { line } = others[0];
  return [
    ...told,
    {
      line,
      text: "",
      message: `Voor nog ${others.length} regels geldt dat ook: elke ${what}, vanaf regel ${line}.`,
    },
  ];
}

function namelessColumns(line: number, headers: readonly string[]): Remark[] {
  const nameless = headers.flatMap((header, index) => (header === "" ? [index + 1] : []));
  const told = nameless.slice(0, mostLinesTold).map((column) => ({
    line,
    text: "",
    message: `Kolom ${column} heeft geen naam in de kop (regel ${line}) en is niet gelezen.`,
  }));
  const more = nameless.length - told.length;
  const last = {
    line,
    text: "",
    message: `Ook nog ${more} andere kolommen hebben geen naam en zijn niet gelezen.`,
  };
  return more > 0 ? [...told, last] : told;
}
