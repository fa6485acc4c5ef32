import { readDate } from "../dutch/dates";
import { nameKey } from "../dutch/name-key";
import { headerKey } from "./header-names";
import type { RawRow, RawTable } from "./raw-table";
import type { ColumnMatch } from "./recognise";

/** A number for each row, by which rows of two files are compared without keeping their texts. */
export interface Fingerprints {
  /** Of the cells that are read; alike in two exports of the same rows with other columns. */
  readonly read: Float64Array;
  /** Of all cells, so that a number of a respondent tells two answers apart. */
  readonly whole: Float64Array;
  /** The names of the columns that are not read; `whole` can be compared where these are alike. */
  readonly unread: string;
}

/** Makes the fingerprints of some rows of a table. */
export function fingerprintsOf(
  rows: readonly RawRow[],
  { headers }: RawTable,
  { positions }: ColumnMatch,
): Fingerprints {
  const readAt = [...positions.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, position]) => position);
  const taken = new Set(readAt);
  const unreadAt = headers.flatMap((header, position) =>
    header === "" || taken.has(position) ? [] : [{ key: headerKey(header), position }],
  );
  unreadAt.sort((a, b) => (a.key < b.key ? -1 : 1));
  const read = new Float64Array(rows.length);
  const whole = new Float64Array(rows.length);
  rows.forEach(({ cells }, index) => {
    const text = readAt.map((position) => likeText(cells[position])).join("\n");
    read[index] = hash(text);
    whole[index] = hash([text, ...unreadAt.map(({ position }) => likeText(cells[position]))].join("\n"));
  });
  return { read, whole, unread: unreadAt.map(({ key }) => key).join("\n") };
}

/** A cell as two exports have in common, whatever the way dates are written. */
function likeText(cell = ""): string {
  return readDate(cell) ?? nameKey(cell);
}

/** A number of 53 bits made of a text; two texts that are not alike have the same once in 9.000.000.000.000.000. */
function hash(text: string): number {
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
