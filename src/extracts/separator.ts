import { parseCsv } from "./parse-csv";
import type { RawRow } from "./raw-table";
import { familiarNames, fitOf } from "./recognise";
import type { KindId } from "./kind";

/** The separators that exports use. */
export const separators = [";", ",", "\t", "|"];

const names: Readonly<Record<string, string>> = {
  ";": "een puntkomma",
  ",": "een komma",
  "\t": "een tab",
  "|": "een verticale streep (|)",
};

/**
 * A separator for a message.
 *
 * @example
 * separatorInWords(";") // => "een puntkomma"
 */
export function separatorInWords(separator: string): string {
  return names[separator] ?? `"${separator}"`;
}

/** How many records are read to find the separator and the header. */
export const sampleSize = 200;

/** A record of a wide table has many cells, and a cell many characters. */
const sampleLimits = { records: sampleSize, cells: 2_000_000, characters: 1000 };
const sampleLength = 8_000_000;

/** How many of the first records may be the header. */
const mostTitles = 50;

/**
 * The separator of a CSV text: the one by which a line at the top is the header of a kind that KNAP knows; else the one
 * by which most column names are known; else the one that makes the largest even table. A text with commas in a
 * semicolon file then never outvotes its header.
 */
export function findSeparator(text: string, wanted?: KindId): string {
  const candidates = separators.map((separator) => {
    const records = sampleOf(text, separator);
    const header = knownHeader(records, wanted);
    return {
      separator,
      merits: [
        header === -1 ? 0 : fitOf(records[header].cells, wanted),
        maximum(records.slice(0, mostTitles), ({ cells }) => moreThanOne(familiarNames(cells))),
        evenness(records),
      ],
    };
  });
  return candidates.reduce((best, next) => (isBetter(next.merits, best.merits) ? next : best)).separator;
}

function sampleOf(text: string, separator: string): readonly RawRow[] {
  const { records, endsWithLineEnd } = parseCsv(text.slice(0, sampleLength), separator, 1, sampleLimits);
  const lastIsCut = text.length > sampleLength && !endsWithLineEnd && records.length > 1;
  return lastIsCut ? records.slice(0, -1) : records;
}

/** One known name can be the first word of a title: "Bijstand, per wijk". */
const moreThanOne = (count: number) => (count > 1 ? count : 0);

/** The first of two lists of merits counts, the next only where the first is alike. */
function isBetter(merits: readonly number[], than: readonly number[]): boolean {
  const index = merits.findIndex((merit, i) => merit !== than[i]);
  return index !== -1 && merits[index] > than[index];
}

/** The place of the first record that is the header of a kind that KNAP knows; -1 when there is none. */
export function knownHeader(records: readonly RawRow[], wanted?: KindId): number {
  return records.slice(0, mostTitles).findIndex(({ cells }) => fitOf(cells, wanted) > 0);
}

/** How many cells stand in records of the usual width, where that is more than one. */
function evenness(records: readonly RawRow[]): number {
  const { width, count } = usualWidth(records);
  return width > 1 ? width * count : 0;
}

/** The number of cells, times the number of records that have it, at which that product is largest. */
export function usualWidth(records: readonly RawRow[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts]
    .map(([width, count]) => ({ width, count }))
    .reduce((best, next) => (next.width * next.count > best.width * best.count ? next : best), {
      width: 0,
      count: 0,
    });
}

/** The largest, of as many as there are; Math.max(...) cannot take the arguments that a whole column is. */
export function maximum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, of(item)), 0);
}
