import { compareRows } from "./compare-rows";
import type { Extract } from "./extract";
import { kinds } from "./kinds";

/**
 * Whether files of one kind are about the same thing: the same year and gebied twice, or a part of the city in one
 * file and the whole in another. Together they would count people twice.
 *
 * @param files two or more extracts of the same kind
 * @returns a Dutch sentence that names the two files and the row, or null
 */
export function overlap(files: readonly Extract[]): string | null {
  const { key } = kinds[files[0].kind];
  return key ? sameSubject(files) : sameMonth(files);
}

/** For kinds without a key, such as answers: the same month and gebied in two files are most likely the same rows. */
function sameMonth(files: readonly Extract[]): string | null {
  const seen = new Map<string, string>();
  for (const { kind, fileName, rows } of files) {
    const date = kinds[kind].columns.find(({ type }) => type === "datum" || type === "maand")?.name ?? "";
    const months = new Set(
      rows.map(({ values }) => `${String(values[date]).slice(0, 7)} ${String(values.gebiedsdeel)}`),
    );
    for (const month of months) {
      const first = seen.get(month);
      if (first !== undefined) {
        return `${first} en ${fileName} hebben allebei regels voor ${month}; samen zouden die dubbel tellen. Laat een van beide weg, of zet de regels in één bestand.`;
      }
      seen.set(month, fileName);
    }
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
