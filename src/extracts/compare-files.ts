import { nameKey } from "../dutch/name-key";
import { compareRows } from "./compare-rows";
import type { Extract, Row } from "./extract";
import { kinds } from "./kinds";
import { type Prints, printsOf } from "./row-prints";
import { areSameRows, equalRows, shareOfTwins } from "./same-rows";

/**
 * Whether files of one kind are about the same thing: the same year and gebied twice, or a part of the city in one
 * file and the whole in another. Together they would count people twice. Of kinds without a key, such as answers, parts
 * of one export may be split anywhere; only the same rows twice stand in the way.
 *
 * @param files two or more extracts of the same kind
 * @returns a Dutch sentence that names the two files and the row, or null
 */
export function overlap(files: readonly Extract[]): string | null {
  const { key, personLevel } = kinds[files[0].kind];
  // Persons are told apart by their numbers as they stand, so that 000123 and 123 are no persons twice.
  return (key ? sameSubject(files) : null) ?? (key && !personLevel ? null : sameRows(files));
}

/** Files of one kind with a few rows that are alike: not so many that they are the same rows, but worth a look. */
export function alikeRows(files: readonly Extract[]): string[] {
  const { key, personLevel } = kinds[files[0].kind];
  if (key && !personLevel) return [];
  return pairsOf(files).flatMap(([first, second]) => {
    const pair = comparable(first, second, key);
    if (pair === null || !(hasAlike(pair) || areSameButForUnread(first, second))) return [];
    // Without their number, which can be a small count of persons.
    return [
      `${first.fileName} en ${second.fileName} hebben regels die gelijk zijn${ways(first, second, pair)}; controleer dat zij niet dubbel tellen`,
    ];
  });
}

/** In files where rows are hardly ever alike, rows that are alike are worth a word. */
const fewTwins = 0.02;

const hasAlike = ([one, other]: Prints): boolean =>
  shareOfTwins(other) <= fewTwins && shareOfTwins(one) <= fewTwins && equalRows(one, other) > 0;

/** A number of the row, or another column that KNAP does not read, can be new in every export of the same rows. */
function areSameButForUnread(first: Extract, second: Extract): boolean {
  const [one, other] = [first.fingerprints?.unread, second.fingerprints?.unread];
  if (!one || one !== other) return false;
  const read = printsOf(first, second, { byUnread: false });
  const shorter = Math.min(read[0].length, read[1].length);
  return equalRows(...read) >= mostRows * shorter && areSameRows(...read);
}

/** Of rows that are the same but for a number of the row, nearly all are found back. */
const mostRows = 0.9;

function pairsOf(files: readonly Extract[]): [Extract, Extract][] {
  return files.flatMap((second, index) =>
    files.slice(0, index).map((first): [Extract, Extract] => [first, second]),
  );
}

/** The prints of two files that can be compared: also of what is not read where they have the same columns. */
function comparable(a: Extract, b: Extract, only?: readonly string[]): Prints | null {
  if ([a, b].some(({ rows, columns }) => rows.length === 0 || columns.length === 0)) return null;
  return printsOf(a, b, { byUnread: true, only });
}

function sameRows(files: readonly Extract[]): string | null {
  for (const [first, second] of pairsOf(files)) {
    const pair = comparable(first, second);
    if (pair === null || !areSameRows(...pair)) continue;
    const { row } = firstAlike(first, second, pair);
    const date = kinds[second.kind].columns.find(
      ({ type }) => type === "datum" || type === "maand" || type === "jaar",
    );
    const when = `${String(row.values[date?.name ?? ""]).slice(0, 7)} ${String(row.values.gebiedsdeel)}`;
    return (
      `${first.fileName} en ${second.fileName} hebben allebei regels voor ${when}; samen zouden die dubbel tellen. ` +
      `${equalRows(...pair)} regels staan in beide${ways(first, second, pair)}, vanaf regel ${row.line} van ${second.fileName}. ` +
      `Laat een van beide weg, of zet elke regel in één bestand.`
    );
  }
  return null;
}

/** The first row of a file that stands in another one too, and there. */
function firstAlike(first: Extract, second: Extract, [prints, others]: Prints): { row: Row; there: Row } {
  const inFirst = new Set(prints);
  const at = others.findIndex((print) => inFirst.has(print));
  return { row: second.rows[at], there: first.rows[prints.indexOf(others[at])] };
}

/** How rows that are alike differ in a way that KNAP else minds, as far as the first of them shows. */
function ways(first: Extract, second: Extract, pair: Prints): string {
  if (equalRows(...pair) === 0) return " in de kolommen die KNAP leest";
  const { row, there } = firstAlike(first, second, pair);
  const person = kinds[first.kind].columns.find(({ isPerson }) => isPerson)?.name;
  if (person === undefined || nameKey(String(row.values[person])) === nameKey(String(there.values[person])))
    return "";
  return ", met en zonder nullen vooraan in het persoonsnummer";
}

function sameSubject(files: readonly Extract[]): string | null {
  const rows = files.flatMap((file) => file.rows.map((row) => ({ file, row })));
  const findings = compareRows(
    rows.map(({ row }, index) => ({
      line: index,
      values: row.values,
      findings: [],
      text: (column: string) => String(row.values[column] ?? ""),
    })),
    kinds[files[0].kind],
  );
  if (findings.length === 0) return null;
  const { file, row } = rows[findings[0].line];
  const names = files.map(({ fileName }) => fileName).join(" en ");
  return `${names} overlappen: regel ${row.line} van ${file.fileName} gaat over iets dat ook in een ander bestand staat, en zou dubbel tellen. Laat een van beide weg.`;
}
