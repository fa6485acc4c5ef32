import type { RawRow } from "./raw-table";

/** The records of a CSV text, with what its end and its quotes tell. */
export interface ParsedCsv {
  /** Blank lines left out. */
  readonly records: readonly RawRow[];
  /**
   * The line of the first quote that is not closed as it should be, whether the text ended before it was, and where in
   * the text its record starts.
   */
  readonly badQuote: BadQuote | null;
  /** Whether the last record has a line end behind it. */
  readonly endsWithLineEnd: boolean;
  /** Whether reading stopped at a limit. */
  readonly isCutShort: boolean;
}

export interface BadQuote {
  readonly line: number;
  readonly atEnd: boolean;
  readonly start: number;
}

/** How far to read. */
export interface Limits {
  readonly records?: number;
  readonly cells?: number;
  /** Of a longer cell only so much is kept. */
  readonly characters?: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Takes a CSV text apart, as RFC 4180 says, with any separator of one character. A line ends in CRLF, LF or CR, also
 * mixed; in a quoted cell a line end is text and stays as it is. Every character is looked at once.
 *
 * @example
 * parseCsv('a;b\n1;"x\r\ny"', ";").records // => [{"line":1,"cells":["a","b"]},{"line":2,"cells":["1","x\r\ny"]}]
 */
export function parseCsv(
  text: string,
  separator: string,
  firstLine = 1,
  { records: mostRecords = Infinity, cells: mostCells = Infinity, characters = Infinity }: Limits = {},
): ParsedCsv {
  const separatorCode = separator.charCodeAt(0);
  const end = text.length;
  const records: RawRow[] = [];
  let [at, line, endsWithLineEnd, cellCount] = [0, firstLine, true, 0];
  const keepOnce = memoryOf();

  while (at < end) {
    if (records.length >= mostRecords || cellCount >= mostCells)
      return { records, badQuote: null, endsWithLineEnd, isCutShort: true };
    const [startLine, startsAt] = [line, at];
    const cells: string[] = [];
    let isFilled = false;
    for (;;) {
      let cell: string;
      if (text.charCodeAt(at) === QUOTE) {
        const quoted = quotedCell(text, at, separatorCode, characters);
        if (!quoted.ok)
          return {
            records,
            badQuote: { line, atEnd: quoted.atEnd, start: startsAt },
            endsWithLineEnd: !quoted.atEnd,
            isCutShort: false,
          };
        cell = quoted.cell;
        line += lineEnds(text, at, quoted.next);
        at = quoted.next;
      } else {
        const start = at;
        at = endOfCell(text, at, separatorCode);
        cell = keepOnce(text.slice(start, Math.min(at, start + characters)));
      }
      isFilled ||= cell.trim() !== "";
      cells.push(cell);
      if (at >= end || text.charCodeAt(at) !== separatorCode || cells.length >= mostCells) break;
      at += 1;
    }
    if (isFilled) {
      // A list that grew has room to grow further; of a million that would be most of the memory.
      records.push({ line: startLine, cells: cells.slice() });
      cellCount += cells.length;
    }
    if (cells.length >= mostCells) return { records, badQuote: null, endsWithLineEnd, isCutShort: true };
    if (isFilled) endsWithLineEnd = at < end;
    if (at < end) {
      at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      line += 1;
    }
  }
  return { records, badQuote: null, endsWithLineEnd, isCutShort: false };
}

/** So many different cells of at most so many characters are kept once, however often they are there. */
const mostKeptOnce = 10_000;
const longestKeptOnce = 30;

function memoryOf(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    if (cell.length > longestKeptOnce) return cell;
    const before = known.get(cell);
    if (before !== undefined) return before;
    if (known.size < mostKeptOnce) known.set(cell, cell);
    return cell;
  };
}

function endOfCell(text: string, start: number, separatorCode: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separatorCode || code === LF || code === CR) break;
  }
  return at;
}

type Quoted =
  | { readonly ok: true; readonly cell: string; readonly next: number }
  | { readonly ok: false; readonly atEnd: boolean };

/** Reads a cell that begins with a quote at `start`; two quotes in it are one. Spaces may stand behind it. */
function quotedCell(text: string, start: number, separatorCode: number, characters: number): Quoted {
  let close = text.indexOf('"', start + 1);
  let hasDoubled = false;
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
    hasDoubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close === -1) return { ok: false, atEnd: true };
  let next = close + 1;
  while (text[next] === " " || (text[next] === "\t" && separatorCode !== 9)) next += 1;
  if (next < text.length && endOfCell(text, next, separatorCode) !== next) return { ok: false, atEnd: false };
  // Twice as much as is kept, since each quote stands there twice.
  const inside = text.slice(start + 1, Math.min(close, start + 1 + 2 * characters));
  const cell = hasDoubled ? inside.replaceAll('""', '"') : inside;
  return { ok: true, cell: cell.length > characters ? cell.slice(0, characters) : cell, next };
}

/** How many lines end between two places. */
function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
