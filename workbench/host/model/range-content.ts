import { numfmt } from "@univerjs/core";
import { isError, type CellInput, type CellValue } from "../../engine/cell-value";
import { formulaFault } from "../../formulas/faults";
import { dateNumber } from "../../formulas/dates";
import { dutchError, toDutch } from "../../formulas/dutch";
import { HostError } from "../host-error";
import { checkedSize, isUnbounded } from "./addresses";
import type { RangeObject } from "./range";

/**
 * What a range says of each of its cells; null of whole columns and rows:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
 */
const perCell =
  <T>(of: (range: RangeObject) => T) =>
  (range: RangeObject): T | null =>
    isUnbounded(range.block) ? null : of({ ...range, block: checkedSize(range.block) });

/**
 * An error is its text: https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member; a blank is "":
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values#blank-property-values-in-the-response
 */
const shownValue = (value: CellValue) => (value === null ? "" : isError(value) ? value.error : value);

/** https://learn.microsoft.com/javascript/api/excel/excel.rangevaluetype. Assumed, to be confirmed in Excel: a whole number is a Double. */
export function valueTypeOf(value: CellValue): string {
  if (value === null) return "Empty";
  if (isError(value)) return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[
    typeof value as "number" | "string" | "boolean"
  ];
}

const cellsOf = ({ state: { engine }, sheetId, block }: RangeObject) => engine.values(sheetId, block);

export const valuesOf = perCell((range) => cellsOf(range).map((row) => row.map(shownValue)));

export const valueTypesOf = perCell((range) => cellsOf(range).map((row) => row.map(valueTypeOf)));

/** "If a cell has no formula, its value is returned instead": https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-formulas-member */
export const formulasOf = perCell((range) => {
  const formulas = range.state.engine.formulas(range.sheetId, range.block);
  return cellsOf(range).map((row, r) => row.map((value, c) => formulas[r][c] || shownValue(value)));
});

/** General is the default: https://support.microsoft.com/office/available-number-formats-in-excel-0afe8f52-97db-41f1-b972-4b46e9f1e8d2 */
export const numberFormatsOf = perCell(({ state: { engine }, sheetId, block }) =>
  engine.looks(sheetId, block).map((row) => row.map(({ n }) => n?.pattern ?? "General")),
);

/**
 * As the cell shows it, whatever its width: https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-text-member.
 * Assumed, to be confirmed in Excel: in Dutch, also booleans and errors.
 */
export const textOf = perCell((range) => {
  const patterns = range.state.engine.looks(range.sheetId, range.block);
  return cellsOf(range).map((row, r) =>
    row.map((value, c) => {
      if (value === null) return "";
      if (isError(value)) return dutchError(value.error);
      if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
      return numfmt.format(patterns[r][c].n?.pattern ?? "General", value, { locale: "nl-NL" });
    }),
  );
});

/**
 * A matrix of the size of the range (https://github.com/OfficeDev/office-js/issues/1025). Null alone is no value:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values#null-input-for-a-property; and whole columns
 * take none: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded#write-to-an-unbounded-range. Assumed, to
 * be confirmed in Excel: the code of both, and one value for all cells.
 */
function matrixOf<T>({ block }: RangeObject, given: T[][] | T): T[][] {
  const [height, width] = [block.endRow - block.startRow + 1, block.endColumn - block.startColumn + 1];
  if (given === null || isUnbounded(block))
    throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  if (!Array.isArray(given)) checkedSize(block);
  if (!Array.isArray(given))
    return Array.from({ length: height }, () => Array.from({ length: width }, () => given));
  if (given.length !== height || given.some((row) => !Array.isArray(row) || row.length !== width))
    throw new HostError(
      "InvalidArgument",
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range: ${given.length} rows for ${height} x ${width}.`,
    );
  return given;
}

/**
 * In a matrix, null leaves a cell as it was, and an empty text makes it blank:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values#null-input-in-2-d-array
 */
export function write(range: RangeObject, given: CellInput[][] | CellInput): void {
  const { state, sheetId, block } = range;
  const cells = matrixOf(range, given).map((row) => row.map(typed));
  state.engine.write(
    sheetId,
    block.startRow,
    block.startColumn,
    cells.map((row) => row.map(({ input }) => input)),
  );
  cells.forEach((row, r) =>
    row.forEach(({ format }, c) => {
      if (format !== undefined) setFormatOfGeneral(range, r, c, format);
    }),
  );
}

/** Assumed, to be confirmed in Excel: a percentage and a date bring a number format, these two, to a cell without one. */
function setFormatOfGeneral(
  { state: { engine }, sheetId, block }: RangeObject,
  r: number,
  c: number,
  pattern: string,
) {
  const [startRow, startColumn] = [block.startRow + r, block.startColumn + c];
  const cell = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
  const before = engine.looks(sheetId, cell)[0][0].n?.pattern ?? "General";
  if (before === "General") engine.dress(sheetId, cell, { n: { pattern } });
}

/**
 * https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3. Assumed, to be confirmed in
 * Excel: a longer text is refused, with InvalidArgument.
 */
const longestText = 32_767;

/**
 * What Excel makes of a text that an add-in writes: dates in the ISO way only, and what begins with +, - or = is a formula:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member. Assumed, to be confirmed in Excel: numbers,
 * percentages and booleans as an American types them, an apostrophe before what is a text, and InvalidArgument for a formula that
 * cannot be read, also after + or -.
 */
function typed(given: CellInput): { input: CellInput; format?: string } {
  if (given !== null && !["string", "number", "boolean"].includes(typeof given))
    throw new HostError("InvalidArgument", "A cell takes a text, a number or a boolean.");
  if (typeof given !== "string" || given === "") return { input: given };
  if (given.length > longestText)
    throw new HostError("InvalidArgument", `A cell takes no text of ${given.length} characters.`);
  if (given.startsWith("'")) return { input: given };
  const text = given.trim();
  const [, digits, percent] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text) ?? [];
  if (digits !== undefined && Number.isFinite(Number(digits)))
    return percent ? { input: Number(`${digits}e-2`), format: "0%" } : { input: Number(digits) };
  if (/^(?:true|false)$/i.test(text)) return { input: text.toLowerCase() === "true" };
  const day = /^\d{4}-/.test(text) ? dateNumber(text) : null;
  if (day !== null) return { input: day, format: "yyyy-mm-dd" };
  if (!/^(?:=|[+-].)/.test(text)) return { input: `'${given}` };
  const formula = text.startsWith("=") ? text : `=${text}`;
  if (formula === "=") return { input: "'=" };
  if (formulaFault(toDutch(formula)) !== null)
    throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  return { input: formula };
}

function checkFormat(pattern: string | null): void {
  if (pattern === null || pattern === "") return;
  try {
    numfmt.format(pattern, 1);
  } catch {
    throw new HostError("InvalidArgument", `${pattern} is no number format.`);
  }
}

/**
 * One format per cell, or one for all cells (assumed, see matrixOf); null leaves a cell as it was, and an empty text is General:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values#blank-input-for-a-property
 */
export function setNumberFormat(range: RangeObject, given: (string | null)[][] | string): void {
  const { state, sheetId, block } = range;
  const patterns = matrixOf<string | null>(range, given);
  new Set(patterns.flat()).forEach(checkFormat);
  state.engine.paint(
    sheetId,
    block.startRow,
    block.startColumn,
    patterns.map((row) =>
      row.map((pattern) => (pattern === null ? {} : { n: { pattern: pattern || "General" } })),
    ),
  );
}
