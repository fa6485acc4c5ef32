import { expectation } from "./expectations";
import type { CellValue } from "./extract";
import type { Column } from "./kind";

/**
 * A cell that was read. Or what was expected there, with a piece of advice where there is better advice than
 * to correct the cell.
 */
export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly expected: string; readonly advice?: string };

export const missing: CellReading = { ok: true, value: null };

/** A cell that is not what its column expects. */
export function wrong(column: Column, advice?: string): CellReading {
  return { ok: false, expected: expectation(column), advice };
}

/** The value, or a fault when there is none. */
export function valueOr(value: CellValue, column: Column, advice?: string): CellReading {
  return value === null ? wrong(column, advice) : { ok: true, value };
}
