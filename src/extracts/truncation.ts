import { excerpt } from "./excerpt";
import type { Remark } from "./extract";
import type { Finding } from "./finding";
import type { RawRow } from "./raw-table";

/**
 * Whether a file without a line end behind its last row seems to be cut off in that row. Many programs leave that line
 * end out, so by itself it says nothing. Fewer cells than all other rows have is a fault; a last cell that is shorter
 * than those of the other rows, or the beginning of one of them, is told.
 */
export function cutOff(
  header: RawRow,
  rows: readonly RawRow[],
): { readonly finding?: Finding; readonly remark?: Remark } | null {
  const [last] = rows.slice(-1);
  if (last === undefined) return null;
  const others = rows.slice(0, -1);
  const { line, cells } = last;
  if (cells.length < header.cells.length) {
    if (others.some((other) => other.cells.length <= cells.length))
      return remark(line, "minder cellen dan de kop");
    return {
      finding: {
        line,
        column: "",
        value: "",
        found: `${cells.length} ${cells.length === 1 ? "cel" : "cellen"} en geen regeleinde`,
        expected: `${header.cells.length} cellen, zoals in de kop`,
        advice: "Het bestand lijkt afgekapt in de laatste regel; vraag het opnieuw op.",
      },
    };
  }
  const cell = cells[cells.length - 1].trim();
  const column = others.map((other) => (other.cells[cells.length - 1] ?? "").trim());
  const what = looksCut(cell, column);
  return what === null ? null : remark(line, `een laatste cel ("${excerpt(cell)}") die ${what}`);
}

/** Of ten other cells nine or more are longer: that can be a number of which the last digits are gone. */
const mostlyLonger = 0.9;

function looksCut(cell: string, column: readonly string[]): string | null {
  if (column.length === 0) return null;
  const share = (test: (other: string) => boolean) => column.filter(test).length / column.length;
  if (cell === "") return share((other) => other !== "") === 1 ? "leeg is, anders dan alle andere" : null;
  const isNumber = (text: string) => /^\S*\d$/.test(text);
  const decimals = (text: string) => /[.,](\d*)$/.exec(text)?.[1].length ?? 0;
  const given = column.filter((other) => other !== "");
  if (given.length === 0) return null;
  const longer = given.filter((other) => other.length > cell.length).length / given.length;
  if (longer === 1 || (isNumber(cell) && longer >= mostlyLonger)) return "korter is dan in de andere regels";
  if (given.every((other) => decimals(other) > decimals(cell)))
    return "minder decimalen heeft dan in de andere regels";
  const isBeginning =
    !isNumber(cell) && !given.includes(cell) && given.some((other) => other.startsWith(cell));
  return isBeginning ? "het begin is van een cel in een andere regel" : null;
}

function remark(line: number, what: string): { remark: Remark } {
  const message =
    `De laatste regel (${line}) heeft geen regeleinde en heeft ${what}: het bestand lijkt afgekapt. ` +
    `Vergelijk die regel met de bron.`;
  return { remark: { line, text: "", message } };
}
