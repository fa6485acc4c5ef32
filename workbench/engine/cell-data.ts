import { CellValueType, type ICellData } from "@univerjs/core";
import { busy, isError, type CellInput, type CellValue } from "./cell-value";

const errors = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|BUSY!)$/;

/** What Univer keeps of what was typed into a cell. */
export function asCellData(input: NonNullable<CellInput>): Pick<ICellData, "v" | "f" | "t"> {
  if (input === "") return { v: null, f: null, t: null };
  // Univer has no type for an error: it is a text that reads as one.
  if (isError(input)) return { v: input.error, t: CellValueType.STRING, f: null };
  // Typed with an apostrophe before it, everything is text; the apostrophe is no part of it.
  if (typeof input === "string" && input.startsWith("'")) {
    const text = input.slice(1);
    return { v: text, t: errors.test(text) ? CellValueType.FORCE_STRING : CellValueType.STRING, f: null };
  }
  if (typeof input === "string" && input.startsWith("=")) return { f: input, v: null };
  if (typeof input === "boolean") return { v: input ? 1 : 0, t: CellValueType.BOOLEAN, f: null };
  return { v: input, f: null };
}

/** The value of a cell as Univer keeps it. */
export function shownValue(value: unknown, type: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (type === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  if (typeof value === "string" && type !== CellValueType.FORCE_STRING)
    return value === busy.error ? busy : errors.test(value) ? { error: value } : value;
  return value as CellValue;
}
