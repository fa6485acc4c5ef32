import { readDate } from "../dutch/dates";
import { headerKey } from "./header-names";
import { kinds } from "./kinds";
import type { RawRow, RawTable } from "./raw-table";
import type { ColumnMatch } from "./recognise";
import { looseId } from "./loose-id";
import { notationsOf, textAt } from "./table-notations";

/** What the rows of a file have besides the values that were read; by both, rows of two files are compared. */
export interface Fingerprints {
  /** The names of the columns that are not read; `ofUnread` can be compared where these are alike. */
  readonly unread: string;
  /** A number for the cells of each row that are not read: the number of a respondent tells two answers apart. */
  readonly ofUnread: Float64Array;
  /** By column of months: the day that each row has in it, 0 where it has none. */
  readonly days: ReadonlyMap<string, Uint8Array>;
}

/** Makes the fingerprints of some rows of a table. */
export function fingerprintsOf(rows: readonly RawRow[], table: RawTable, match: ColumnMatch): Fingerprints {
  const taken = new Set(match.positions.values());
  const unreadAt = table.headers
    .flatMap((header, position) =>
      header === "" || taken.has(position) ? [] : [{ key: headerKey(header), position }],
    )
    // A column that is alike in every row, such as the date of the export, tells no rows apart.
    .filter(({ position }) => !isConstant(rows, position));
  unreadAt.sort((a, b) => (a.key < b.key ? -1 : 1));
  const ofUnread = new Float64Array(rows.length);
  if (unreadAt.length > 0)
    rows.forEach(({ cells }, index) => {
      ofUnread[index] = hash(unreadAt.map(({ position }) => likeText(cells[position])).join("\n"));
    });
  return { unread: unreadAt.map(({ key }) => key).join("\n"), ofUnread, days: daysOf(rows, table, match) };
}

function isConstant(rows: readonly RawRow[], position: number): boolean {
  return rows.length > 1 && rows.every(({ cells }) => cells[position] === rows[0].cells[position]);
}

/** A cell as two exports have in common, whatever the way dates and numbers are written. */
function likeText(cell = ""): string {
  return readDate(cell) ?? looseId(cell);
}

function daysOf(rows: readonly RawRow[], table: RawTable, match: ColumnMatch): Map<string, Uint8Array> {
  const days = new Map<string, Uint8Array>();
  for (const { name, type } of kinds[match.kind].columns) {
    const position = match.positions.get(name);
    if (type !== "maand" || position === undefined) continue;
    const notation = notationsOf(table, match).get(name)?.dates;
    const known = new Map<string, number>();
    const dayIn = (text: string) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const day = Number(readDate(text, notation)?.slice(8) ?? 0);
      if (known.size < REMEMBERED_TEXTS) known.set(text, day);
      return day;
    };
    days.set(
      name,
      Uint8Array.from(rows, (row) => dayIn(textAt(row, position))),
    );
  }
  return days;
}

/** More different texts of a column than this are not remembered. */
const REMEMBERED_TEXTS = 10_000;

/** A number of 53 bits made of a text; two texts that are not alike have the same once in 9.000.000.000.000.000. */
export function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
