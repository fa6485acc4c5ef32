import { filledCells, isAlike, isAlikeWithDigits, lastFilled, looksOf, type Looks } from "./cell-looks";
import { isCutInFirstCell } from "./cut-in-first-cell";
import { MOST_CHARACTERS } from "./file-size";
import type { Finding } from "./finding";
import { countFooters } from "./footers";
import { fullSheetRemarks } from "./full-sheet";
import { damagedRows, garbledRemarks } from "./garbled";
import type { KindId } from "./kind";
import { lineRemarks, namelessColumns } from "./line-remarks";
import { markOtherSeparators } from "./other-separator";
import type { ParsedCsv } from "./parse-csv";
import type { RawRow, TableReading } from "./raw-table";
import { isHeader } from "./quoted-lines";
import { MOST_COLUMNS } from "./recognise";
import { headerFinder } from "./second-header";
import { knownHeader, maximum, sampleSize, separatorInWords, separators, usualWidth } from "./separator";
import { cutOff } from "./truncation";

interface Found {
  readonly encoding: string;
  readonly separator: string;
  readonly isDamaged: boolean;
  /** The line on which the text starts: 2 below a line that names the separator. */
  readonly firstLine: number;
}

/** Tells header, rows, titles and footers apart. `null` when no line can be a header. */
export function makeTable(
  { records, endsWithLineEnd }: ParsedCsv,
  { encoding, separator, isDamaged, firstLine }: Found,
  wanted?: KindId,
): TableReading | null {
  const headerIndex = findHeader(records.slice(0, sampleSize), wanted);
  if (headerIndex === -1) return null;

  const titles = records.slice(0, headerIndex);
  const header = records[headerIndex];
  const named = lastFilled(header.cells);
  if (named > MOST_COLUMNS) return { ok: false, problem: explainColumns(header.line, named) };
  const below = records.slice(headerIndex + 1);
  const looks = looksOf(below, header.cells.length);
  const form = { headerLine: header.line, width: named, separator, looks };
  const above = headerAbove(titles, header, separator) ?? rowsAbove(titles, header, looks);
  if (above !== null) return { ok: false, problem: above };

  let end = below.length - countFooters(below, form);
  const isCut = !endsWithLineEnd && end === below.length - 1;
  if (isCut && isCutInFirstCell(below[end], header, below.slice(0, end))) end += 1;
  const footers = below.slice(end);
  const { rows: inTable, repeated, other } = splitHeaders(below.slice(0, end), header, wanted);
  if (other !== undefined) return { ok: false, problem: explainOther(other, header) };
  const rows = markOtherSeparators(inTable, form);
  const misfit = allMisfit(rows, form);
  if (misfit !== null) return { ok: false, problem: misfit };

  const width = usedWidth(header, rows);
  const headers = header.cells.slice(0, width).map((cell) => cell.trim());
  const [last] = rows.slice(-1);
  const mayBeCut = !endsWithLineEnd && footers.length === 0 && last?.misfit === undefined;
  const cut = mayBeCut ? cutOff(header, rows) : null;
  return {
    ok: true,
    table: {
      headers,
      headerLine: header.line,
      rows,
      findings: {
        *[Symbol.iterator]() {
          for (const row of rows) {
            if (isDamaged) yield* damagedRows([row], encoding, row !== last || endsWithLineEnd);
            if (row.cells.some((cell) => cell.length > MOST_CHARACTERS)) yield longCell(row);
            if (row === last && cut?.finding !== undefined) yield cut.finding;
          }
        },
      },
      outside: [...titles, ...footers],
      remarks: [
        ...lineRemarks(titles, "staat boven de kop en is niet als gegevens gelezen"),
        ...namelessColumns(header.line, headers),
        ...lineRemarks(repeated, "is de kop nog een keer en is niet als gegevens gelezen"),
        ...lineRemarks(footers, "is een slotregel en is niet als gegevens gelezen"),
        ...(cut?.remark !== undefined ? [cut.remark] : []),
        ...fullSheetRemarks(records, firstLine),
        ...garbledRemarks([...titles, header, ...(isDamaged ? [] : rows), ...footers], encoding),
      ],
      encoding,
      separator,
    },
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
  const filled = ({ cells }: RawRow) => filledCells(cells);
  const mostFilled = maximum(records, filled);
  const canBeHeader = (row: RawRow) => filled(row) >= 2 && filled(row) * 2 >= mostFilled;
  const wide = records.findIndex((row) => row.cells.length >= width && canBeHeader(row));
  return wide === -1 ? records.findIndex(canBeHeader) : wide;
}

function explainColumns(line: number, count: number): string {
  return (
    `de kop op regel ${line} heeft ${count} kolommen; meer dan ${MOST_COLUMNS} leest KNAP niet. Laat in de export alleen ` +
    `de kolommen staan die nodig zijn.`
  );
}

/** The header of another export with another separator, of which the rows would be lost as titles. */
function headerAbove(titles: readonly RawRow[], header: RawRow, separator: string): string | null {
  for (const { line, cells } of titles) {
    const text = cells.join(separator);
    const other = separators.find((candidate) => candidate !== separator && isHeader(text, candidate));
    if (other !== undefined)
      return (
        `op regel ${line} staat een kop met ${separatorInWords(other)} tussen de cellen, en op regel ${header.line} een kop ` +
        `met ${separatorInWords(separator)}. Vaak zijn er twee exports onder elkaar gezet. Lees ze als aparte bestanden in, ` +
        `of zet overal hetzelfde teken.`
      );
  }
  return null;
}

/** Rows of a sheet that was sorted with its header stand above it, and would be lost as titles. */
function rowsAbove(titles: readonly RawRow[], header: RawRow, looks: Looks): string | null {
  const row = titles.find(({ cells }) => {
    const filled = cells.flatMap((cell, position) => (cell.trim() === "" ? [] : [{ cell, position }]));
    return (
      filled.length >= 2 &&
      filled.length * 4 >= lastFilled(header.cells) * 3 &&
      filled.every(({ cell, position }) => isAlike(cell, looks[position])) &&
      filled.some(({ cell, position }) => isAlikeWithDigits(cell, looks[position]))
    );
  });
  return row === undefined
    ? null
    : `regel ${row.line} staat boven de kop op regel ${header.line} en lijkt een rij met gegevens. Verwacht: de kop boven ` +
        `alle rijen. Zet de kop bovenaan in het bestand en lees het opnieuw in.`;
}

interface SplitHeaders {
  readonly rows: readonly RawRow[];
  readonly repeated: readonly RawRow[];
  /** The first header below the first one with other columns or another order. */
  readonly other?: RawRow;
}

function splitHeaders(below: readonly RawRow[], header: RawRow, wanted?: KindId): SplitHeaders {
  const find = headerFinder(header, wanted);
  const repeated: RawRow[] = [];
  for (const row of below) {
    const found = find(row);
    if (found === "other") return { rows: [], repeated, other: row };
    if (found === "same") repeated.push(row);
  }
  const left = new Set(repeated);
  return { rows: left.size === 0 ? below : below.filter((row) => !left.has(row)), repeated };
}

/** Nobody can leave out this line alone: what stands below it would come into the wrong columns. */
function explainOther(row: RawRow, header: RawRow): string {
  return (
    `regel ${row.line} is een tweede kop, met andere kolommen of in een andere volgorde dan de kop op regel ` +
    `${header.line}; de rijen eronder zouden in de verkeerde kolommen komen. Maak er twee bestanden van, elk met een ` +
    `eigen kop, of zet de kolommen overal in dezelfde volgorde.`
  );
}

function allMisfit(
  rows: readonly RawRow[],
  { headerLine, separator }: { headerLine: number; separator: string },
): string | null {
  const [first] = rows;
  const misfit = first?.misfit;
  if (misfit === undefined || !rows.every((row) => row.misfit === misfit)) return null;
  return (
    `onder de kop op regel ${headerLine} staat in elke regel ${misfit.found}. Verwacht: ${misfit.expected}. Zet overal ` +
    `${separatorInWords(separator)} tussen de cellen, of vraag het bestand opnieuw op.`
  );
}

/** A separator at the end of every line makes a last column that is empty throughout; it is no column. */
function usedWidth(header: RawRow, rows: readonly RawRow[]): number {
  const rowsReach = maximum(rows, ({ cells }) => lastFilled(cells));
  return Math.max(lastFilled(header.cells), Math.min(rowsReach, header.cells.length));
}

/** A cell that is far longer than any text is often a quote or a line end that is missing. */
function longCell({ line }: RawRow): Finding {
  return {
    line,
    column: "",
    value: "",
    found: `een cel van meer dan ${MOST_CHARACTERS} tekens`,
    expected: "kortere cellen",
    advice: "Vaak ontbreekt er een aanhalingsteken of een regeleinde. Herstel de regel in het bestand.",
  };
}
