import type { CellValue } from "./extract";
import type { Finding } from "./finding";
import { gebiedsdeelOf } from "./gebied";
import type { Column } from "./kind";
import { type Notation, readNumber } from "../dutch/numbers";

/** The texts of a row by canonical column name; empty for a column that the table does not have. */
export type TextOf = (column: string) => string;

type Derived =
  { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly finding: Finding };

/**
 * Fills a column that KNAP derives. What the file itself says in that column (`given`) is kept, unless it
 * contradicts the place that the row names.
 */
export function derive(
  column: Column,
  given: CellValue,
  { line, text, notation }: { line: number; text: TextOf; notation: (column: string) => Notation },
): Derived {
  const sources = column.derivedFrom ?? [];
  return column.name === "gebiedsdeel"
    ? deriveGebiedsdeel(sources, given, line, text)
    : { ok: true, value: given ?? countDecimals(text(sources[0]), notation(sources[0])) };
}

function deriveGebiedsdeel(
  sources: readonly string[],
  given: CellValue,
  line: number,
  text: TextOf,
): Derived {
  const source = sources.find((name) => gebiedsdeelOf(text(name)) !== null);
  if (source === undefined) {
    if (given !== null) return { ok: true, value: given };
    const column = sources[sources.length - 1];
    const value = text(column);
    return {
      ok: false,
      finding: {
        line,
        column,
        value,
        expected: "een gebied, wijk of buurt van Rotterdam",
        advice: "Controleer de spelling, of voeg een kolom buurtcode of gebied toe.",
      },
    };
  }
  const gebiedsdeel = gebiedsdeelOf(text(source));
  if (given === null || given === gebiedsdeel) return { ok: true, value: gebiedsdeel };
  const place = text(source).trim();
  return {
    ok: false,
    finding: {
      line,
      column: "gebiedsdeel",
      value: String(given),
      expected: `${gebiedsdeel}, want daar ligt ${place}`,
      advice: "Verbeter het gebied of het gebiedsdeel in het bestand.",
    },
  };
}

function countDecimals(text: string, notation: Notation): number | null {
  const reading = readNumber(text, notation);
  return reading.ok ? reading.decimals : null;
}
