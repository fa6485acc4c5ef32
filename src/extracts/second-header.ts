import { knownKey } from "./header-names";
import type { KindId } from "./kind";
import type { RawRow } from "./raw-table";
import { familiarNames, fitOf } from "./recognise";

/** What a line below a header is: `null` when it is no header. */
export type SecondHeader = "same" | "other" | null;

/** Of so many different cells is remembered whether they are names. */
const rememberedCells = 10_000;

/**
 * Tells of lines below a header whether they are a header too, as where files were put below each other: `same` with
 * the same names in the same order, whatever their spelling, and `other` where the rows below it have other columns, or
 * the same in another order.
 */
export function headerFinder(header: RawRow, wanted?: KindId): (row: RawRow) => SecondHeader {
  const keys = header.cells.map(knownKey);
  const own = new Set(keys.filter((key) => key !== ""));
  const known = new Map<string, boolean>();
  const isName = (cell: string): boolean => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const answer = own.has(knownKey(cell)) || familiarNames([cell]) > 0;
    if (known.size < rememberedCells) known.set(cell, answer);
    return answer;
  };
  return ({ cells }) => {
    if (isExactly(cells, header.cells)) return "same";
    if (!areMostlyNames(cells, isName)) return null;
    const found = cells.map(knownKey);
    const ours = found.filter((key) => own.has(key)).length;
    const isHeader =
      (ours >= 2 && ours * 2 >= filledOf(found)) || fitOf(cells, wanted) > 0 || fitOf(cells) > 0;
    if (!isHeader) return null;
    const width = Math.max(keys.length, found.length);
    for (let at = 0; at < width; at += 1) if ((keys[at] ?? "") !== (found[at] ?? "")) return "other";
    return "same";
  };
}

function isExactly(cells: readonly string[], header: readonly string[]): boolean {
  return (
    cells[0] === header[0] &&
    cells.length === header.length &&
    cells.every((cell, index) => cell === header[index])
  );
}

/** From the last cell to the first, since the first is often the number of a person, another one in each row. */
function areMostlyNames(cells: readonly string[], isName: (cell: string) => boolean): boolean {
  let [names, others] = [0, 0];
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const cell = cells[at];
    if (cell.trim() === "") continue;
    if (isName(cell)) names += 1;
    else others += 1;
    if (others * 2 > cells.length) return false;
  }
  return names >= 2 && names >= others;
}

const filledOf = (keys: readonly string[]) => keys.filter((key) => key !== "").length;
