/** What a cell hands to a function and a function hands to a cell. `null` is a blank cell. */
export type CellValue = string | number | boolean | null;

/** The error values of Excel that a function of ours can give; `#NAME?` and `#REF!` are Excel's alone. */
export type ErrorCode = "#N/A" | "#DIV/0!" | "#VALUE!" | "#NUM!";

/** An error value in one cell of a spilled table, beside cells that do have a value. */
export interface ErrorCell {
  error: ErrorCode;
  message: string;
}

export type ResultCell = CellValue | ErrorCell;

/** The result of a function: a table of rows, 1 x 1 when it is a single figure. */
export type ResultTable = ResultCell[][];

export const isErrorCell = (cell: ResultCell): cell is ErrorCell => typeof cell === "object" && cell !== null;

/** What stands in a cell, as plain text; nothing for a blank. */
export const textOfCell = (cell: ResultCell | undefined): string =>
  isErrorCell(cell ?? null) ? (cell as ErrorCell).error : String((cell as CellValue) ?? "");

/** Thrown when a function has no result at all; `message` is the Dutch text that Excel shows with the error. */
export class CellError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "CellError";
  }
}
