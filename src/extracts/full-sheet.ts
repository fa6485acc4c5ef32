import type { Remark } from "./extract";
import type { RawRow } from "./raw-table";

/** The rows of a sheet of Excel, and of one of before 2007. */
const sheetRows = [1_048_576, 65_536];

/**
 * A file with exactly as many lines as a sheet of Excel has rows: what did not fit was cut off, and that is seen nowhere
 * else. Lines and records are not the same where a cell has a line end in it.
 */
export function fullSheetRemarks(records: readonly RawRow[], firstLine: number): Remark[] {
  const [last] = records.slice(-1);
  if (last === undefined) return [];
  const count = sheetRows.find((rows) => rows === last.line - firstLine + 1 || rows === records.length);
  if (count === undefined) return [];
  return [
    {
      line: last.line,
      text: "",
      message:
        `Het bestand heeft precies ${count.toLocaleString("nl-NL")} regels, zoveel als er op een blad van Excel passen. ` +
        `Controleer of er geen regels zijn afgekapt: vraag de export op zonder het bestand in Excel te openen.`,
      tellsRows: true,
    },
  ];
}
