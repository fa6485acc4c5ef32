import { lineList } from "./excerpt";
import type { CellValue, Remark } from "./extract";

interface PersonRow {
  readonly line: number;
  readonly values: Readonly<Record<string, CellValue>>;
}

/** 1.234.100; by the threes no other number has the same digits. */
const grouped = /^\d{1,3}([ .,'’_-])\d{3}(?:\1\d{3})*$/;
/** Of 000123 and P000123. */
const zerosInFront = /(?<!\d)0+(?=\d)/g;

/**
 * Tells of a column of persons in which a number is written in two ways, such as 000123 beside 123, which makes two
 * persons of one. The sentence has no number of a person.
 */
export function remarkOnWaysOfWriting(rows: readonly PersonRow[], column: string, header: string): Remark[] {
  const odd = new Map<string, PersonRow>();
  const other = (id: string): PersonRow | null => {
    const known = odd.get(usualForm(id));
    return known === undefined || known.values[column] === id ? null : known;
  };
  for (const row of rows) {
    const id = row.values[column];
    if (typeof id !== "string" || usualForm(id) === id) continue;
    const same = other(id);
    if (same !== null) return [remark(header, same.line, row.line)];
    odd.set(usualForm(id), row);
  }
  if (odd.size === 0) return [];
  for (const row of rows) {
    const id = row.values[column];
    const same = typeof id === "string" ? other(id) : null;
    if (same !== null) return [remark(header, same.line, row.line)];
  }
  return [];
}

function usualForm(id: string): string {
  const digits = grouped.test(id) ? id.replace(/\D/g, "") : id;
  return digits.replace(zerosInFront, "").toLowerCase();
}

function remark(header: string, one: number, other: number): Remark {
  const [first, second] = [one, other].sort((a, b) => a - b);
  return {
    line: first,
    text: header,
    message:
      `In de kolom ${header} staat een nummer dat op twee manieren is geschreven (${lineList([first, second])}): met en ` +
      `zonder voorloopnullen, punten of hoofdletters. KNAP telt die als verschillende personen. Schrijf de nummers in ` +
      `de export overal gelijk.`,
  };
}
