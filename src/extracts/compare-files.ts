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
