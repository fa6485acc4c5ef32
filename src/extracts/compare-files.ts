import { compareRows } from "./compare-rows";
import type { Extract } from "./extract";
import type { Fingerprints } from "./fingerprints";
import { kinds } from "./kinds";
import { areSameRows, equalRows, shareOfTwins } from "./same-rows";
import { inWords } from "./values";

/**
 * Whether files of one kind are about the same thing: the same year and gebied twice, or a part of the city in one
 * file and the whole in another. Together they would count people twice. Of kinds without a key, such as answers, parts
 * of one export may be split anywhere; only the same rows twice stand in the way.
 *
 * @param files two or more extracts of the same kind
 * @returns a Dutch sentence that names the two files and the row, or null
 */
export function overlap(files: readonly Extract[]): string | null {
  const { key } = kinds[files[0].kind];
  return key ? sameSubject(files) : sameRows(files);
}

/** What the user should know of files of one kind together: columns that not all have, a few rows that are alike. */
export function remarksBetween(files: readonly Extract[]): string[] {
  const { columns, title } = kinds[files[0].kind];
  const unlike = columns.flatMap(({ name, derivedFrom }) => {
    const lacking = files.filter((file) => !file.columns.includes(name));
    if (derivedFrom !== undefined || lacking.length === 0 || lacking.length === files.length) return [];
    const names = inWords(
      lacking.slice(0, 5).map(({ fileName }) => fileName),
      "en",
    );
    return [
      `${title}: de kolom ${name} ontbreekt in ${names}${lacking.length > 5 ? ` en nog ${lacking.length - 5} bestanden` : ""}, ` +
        `terwijl andere bestanden van die soort haar hebben. Cijfers die haar gebruiken, zijn dan niet te vergelijken.`,
    ];
  });
  const alike = pairsOf(files).flatMap(([first, second]) => {
    const pair = comparable(first, second);
    if (pair === null || shareOfTwins(pair[1]) > fewTwins || shareOfTwins(pair[0]) > fewTwins) return [];
    const count = equalRows(...pair);
    if (count === 0) return [];
    const what = count === 1 ? "regel die gelijk is" : "regels die gelijk zijn";
    return [
      `${first.fileName} en ${second.fileName} hebben ${count} ${what}. Controleer dat zij niet dubbel tellen.`,
    ];
  });
  return [...unlike, ...alike];
}

/** In files where rows are hardly ever alike, rows that are alike are worth a word. */
const fewTwins = 0.02;

function pairsOf(files: readonly Extract[]): [Extract, Extract][] {
  return files.flatMap((second, index) =>
    files.slice(0, index).map((first): [Extract, Extract] => [first, second]),
  );
}

/** The fingerprints of two files that can be compared: of whole rows where they have the same columns. */
function comparable(a: Extract, b: Extract): [Float64Array, Float64Array] | null {
  const [first, second]: (Fingerprints | undefined)[] = [a.fingerprints, b.fingerprints];
  if (first === undefined || second === undefined || first.read.length === 0 || second.read.length === 0)
    return null;
  return first.unread === second.unread ? [first.whole, second.whole] : [first.read, second.read];
}

function sameRows(files: readonly Extract[]): string | null {
  for (const [first, second] of pairsOf(files)) {
    const pair = comparable(first, second);
    if (pair === null || !areSameRows(...pair)) continue;
    const inFirst = new Set(pair[0]);
    const row = second.rows[pair[1].findIndex((print) => inFirst.has(print))];
    const date =
      kinds[second.kind].columns.find(({ type }) => type === "datum" || type === "maand")?.name ?? "";
    const month = `${String(row.values[date]).slice(0, 7)} ${String(row.values.gebiedsdeel)}`;
    return (
      `${first.fileName} en ${second.fileName} hebben allebei regels voor ${month}; samen zouden die dubbel tellen. ` +
      `${equalRows(...pair)} regels staan in beide, vanaf regel ${row.line} van ${second.fileName}. Laat een van beide weg, ` +
      `of zet elke regel in één bestand.`
    );
  }
  return null;
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
