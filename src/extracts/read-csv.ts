import Papa from "papaparse";
import { decode } from "./decode";
import type { Remark } from "./extract";
import type { RawRow, RawTable, TableReading } from "./raw-table";

/** The separators that Dutch and English exports use. */
const separators = [";", ",", "\t"];

/** How many lines are read to find the separator and the header. */
const sampleLines = 200;

/**
 * Reads a CSV file into a table of texts. The encoding and the separator are found from the file itself; a
 * first line `sep=;`, as Excel writes it, is obeyed. Nothing is dropped in silence: title lines above the
 * header, footers such as "Bron: CBS" and columns without a name come out as remarks. A cell that begins with
 * `=`, `+`, `-` or `@` is text like any other.
 */
export function readCsv(file: { readonly name: string; readonly bytes: Uint8Array }): TableReading {
  const refuse = (problem: string): TableReading => ({ ok: false, problem: `${file.name}: ${problem}` });

  const otherFormat = recogniseOtherFormat(file.bytes);
  if (otherFormat !== null) return refuse(otherFormat);
  const { text, encoding } = decode(file.bytes);
  if (text.trim() === "")
    return refuse("het bestand is leeg. Verwacht: een kop met kolomnamen en daaronder rijen.");
  if (text.includes("\0"))
    return refuse("dit is geen tekstbestand. Sla de gegevens op als CSV en lees dat bestand in.");

  const lines = text.replace(/\r\n?/g, "\n");
  const sepLine = /^"?sep=(.)"?\n/i.exec(lines);
  const body = sepLine === null ? lines : lines.slice(sepLine[0].length);
  const firstLine = sepLine === null ? 1 : 2;
  const separator = sepLine === null ? findSeparator(body) : sepLine[1];

  const { data, errors } = parse(body, separator);
  const quoteError = errors.find((error) => error.type === "Quotes");
  if (quoteError !== undefined) {
    const line = firstLine + newlines(body.slice(0, quoteError.index ?? 0));
    return refuse(
      `op regel ${line} staat een aanhalingsteken (") dat niet goed wordt gesloten, waardoor de regels erna ` +
        `in elkaar lopen. Herstel die regel in het bestand en lees het opnieuw in.`,
    );
  }

  const table = makeTable(withLineNumbers(data, firstLine), { encoding, separator });
  return table === null
    ? refuse(`er is geen kop met kolomnamen gevonden. Verwacht: een regel met minstens twee kolomnamen.`)
    : { ok: true, table };
}

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n", preview });
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}

/** Gives every record the line on which it starts; a cell with a line break in it makes its record longer. */
function withLineNumbers(records: readonly string[][], firstLine: number): RawRow[] {
  let line = firstLine;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.includes("\n") ? newlines(cell) : 0), 0);
    return row;
  });
}

/**
 * The separator that makes the largest even table: a decimal comma in a semicolon file makes two cells here
 * and there, the true separator makes many everywhere.
 */
function findSeparator(text: string): string {
  const sizes = separators.map((separator) => {
    const { width, count } = usualWidth(parse(text, separator, sampleLines).data);
    return width > 1 ? width * count : 0;
  });
  return separators[sizes.indexOf(Math.max(...sizes))];
}

/** The number of cells, times the number of records that have it, at which that product is largest. */
function usualWidth(records: readonly (readonly string[])[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts]
    .map(([width, count]) => ({ width, count }))
    .reduce((best, next) => (next.width * next.count > best.width * best.count ? next : best));
}

function filled(row: RawRow): number {
  return row.cells.filter((cell) => cell.trim() !== "").length;
}

/** Tells header, rows, titles and footers apart. `null` when no line can be a header. */
function makeTable(
  records: readonly RawRow[],
  { encoding, separator }: Pick<RawTable, "encoding" | "separator">,
): RawTable | null {
  const notBlank = records.filter((row) => filled(row) > 0);
  const headerIndex = findHeader(notBlank.slice(0, sampleLines));
  if (headerIndex === -1) return null;

  const titles = notBlank.slice(0, headerIndex);
  const header = notBlank[headerIndex];
  const rest = notBlank.slice(headerIndex + 1);
  let end = rest.length;
  while (end > 0 && isFooter(rest[end - 1])) end -= 1;
  const rows = rest.slice(0, end);

  const width = usedWidth(header, rows);
  const headers = header.cells.slice(0, width).map((cell) => cell.trim());
  return {
    headers,
    headerLine: header.line,
    rows,
    remarks: [
      ...titles.map((row) => remark(row, "staat boven de kop en is niet als gegevens gelezen")),
      ...namelessColumns(header.line, headers),
      ...rest.slice(end).map((row) => remark(row, "is een slotregel en is niet als gegevens gelezen")),
    ],
    encoding,
    separator,
  };
}

/** The first line that is as wide as the table and filled for at least half; titles are neither. */
function findHeader(records: readonly RawRow[]): number {
  if (records.length === 0) return -1;
  const { width } = usualWidth(records.map(({ cells }) => cells));
  const mostFilled = Math.max(...records.map(filled));
  const canBeHeader = (row: RawRow) => filled(row) >= 2 && filled(row) * 2 >= mostFilled;
  const wide = records.findIndex((row) => row.cells.length >= width && canBeHeader(row));
  return wide === -1 ? records.findIndex(canBeHeader) : wide;
}

/** A last line with nothing but a text in its first cell: "Bron: CBS", "Aantal rijen: 12". */
function isFooter(row: RawRow): boolean {
  return filled(row) === 1 && /\p{L}/u.test(row.cells[0]);
}

/** A separator at the end of every line makes a last column that is empty throughout; it is no column. */
function usedWidth(header: RawRow, rows: readonly RawRow[]): number {
  let width = header.cells.length;
  while (
    width > 0 &&
    header.cells[width - 1].trim() === "" &&
    rows.every((row) => isBlank(row.cells[width - 1]))
  )
    width -= 1;
  return width;
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}

function remark(row: RawRow, what: string): Remark {
  const text = row.cells.filter((cell) => cell.trim() !== "").join(" ");
  return { line: row.line, text, message: `Regel ${row.line} ("${text}") ${what}.` };
}

function namelessColumns(line: number, headers: readonly string[]): Remark[] {
  return headers.flatMap((header, index) =>
    header === ""
      ? [
          {
            line,
            text: "",
            message: `Kolom ${index + 1} heeft geen naam in de kop (regel ${line}) en is niet gelezen.`,
          },
        ]
      : [],
  );
}

/** What a file is that is no text file, by its first bytes; `null` when it may be one. */
function recogniseOtherFormat(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  if (start.startsWith("PK\x03\x04") || start.startsWith("\xd0\xcf\x11\xe0"))
    return "dit is een Excel-werkmap en geen CSV-bestand. Sla het blad op als CSV en lees dat bestand in.";
  if (start.startsWith("%PDF")) return "dit is een pdf en geen CSV-bestand. Vraag de gegevens op als CSV.";
  if (/^\s*<(!doctype|html)/i.test(start))
    return "dit is een webpagina en geen CSV-bestand. Download de gegevens opnieuw, als CSV.";
  return null;
}
