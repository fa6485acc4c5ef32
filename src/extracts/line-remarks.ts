import { excerpt } from "./excerpt";
import type { Remark } from "./extract";
import type { RawRow } from "./raw-table";

const mostLinesTold = 20;

/** A remark for each of the first lines, and one for the others together. */
export function lineRemarks(rows: readonly RawRow[], what: string): Remark[] {
  const told = rows.slice(0, mostLinesTold).map(({ line, cells }) => {
    const text = excerpt(cells.filter((cell) => cell.trim() !== "").join(" "));
    return { line, text, message: `Regel ${line} ("${text}") ${what}.` };
  });
  const others = rows.slice(mostLinesTold);
  if (others.length === 0) return told;
  const { line } = others[0];
  return [
    ...told,
    {
      line,
      text: "",
      message: `Voor nog ${others.length} regels geldt dat ook: elke ${what}, vanaf regel ${line}.`,
    },
  ];
}

/** Columns without a name in the header. */
export function namelessColumns(line: number, headers: readonly string[]): Remark[] {
  const nameless = headers.flatMap((header, index) => (header === "" ? [index + 1] : []));
  const told = nameless.slice(0, mostLinesTold).map((column) => ({
    line,
    text: "",
    message: `Kolom ${column} heeft geen naam in de kop (regel ${line}) en is niet gelezen.`,
  }));
  const more = nameless.length - told.length;
  const last = {
    line,
    text: "",
    message: `Ook nog ${more} andere kolommen hebben geen naam en zijn niet gelezen.`,
  };
  return more > 0 ? [...told, last] : told;
}
