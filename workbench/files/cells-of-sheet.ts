import type { Cell, Worksheet } from "@cj-tech-master/excelts";
import type { Block } from "../engine/address";
import type { CellInput } from "../engine/cell-value";
import type { Look } from "../engine/looks";
import { blockAt } from "../host/model/addresses";
import { lookOf } from "./file-looks";
import { typedFormula } from "./stored-formula";

/** The cells of a sheet from A1 on, row by row. */
export interface Cells {
  /** Without formulas, and without what a formula spills. */
  values: CellInput[][];
  formulas: CellInput[][];
  looks: Look[][];
}

/** How many rows and columns hold anything, a look included. */
export function extentOf(sheet: Worksheet): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    row.eachCell({ includeEmpty: true }, ({ value, style }, column) => {
      if (value === null && Object.keys(style).length === 0) return;
      rows = number;
      columns = Math.max(columns, column);
    });
  });
  return { rows, columns };
}

/**
 * @param functions the names of the add-in's functions, with their namespace
 * @param numbers the numbers of the sheet by their address
 */
export function cellsOfSheet(
  sheet: Worksheet,
  { rows, columns }: { rows: number; columns: number },
  functions: readonly string[],
  numbers: () => ReadonlyMap<string, number>,
): Cells {
  const cells: Cells = { values: [], formulas: [], looks: [] };
  const spills: Block[] = [];
  for (let row = 0; row < rows; row += 1) {
    const [values, formulas, looks]: [CellInput[], CellInput[], Look[]] = [[], [], []];
    for (let column = 0; column < columns; column += 1) {
      const cell = sheet.getCell(row + 1, column + 1);
      const { formula } = cell;
      const spill = formula === undefined ? null : spillOf(cell);
      if (spill) spills.push(spill);
      const isSpilled = spills.some((block) => isIn(block, row, column));
      formulas.push(formula === undefined ? null : typedFormula(formula, functions));
      values.push(formula !== undefined || isSpilled ? null : inputOf(cell, numbers));
      looks.push(lookOf(cell.style));
    }
    cells.values.push(values);
    cells.formulas.push(formulas);
    cells.looks.push(looks);
  }
  return cells;
}

const isIn = ({ startRow, startColumn, endRow, endColumn }: Block, row: number, column: number) =>
  startRow <= row && row <= endRow && startColumn <= column && column <= endColumn;

/** The cells with what an array formula gives; one that found no room gave nothing. */
function spillOf({ value }: Cell): Block | null {
  const { ref, shareType, result } = (value ?? {}) as {
    ref?: string;
    shareType?: string;
    result?: { error?: string } | null;
  };
  if (ref === undefined || shareType !== "array") return null;
  return typeof result === "object" && result?.error === "#SPILL!" ? null : blockAt(ref);
}

const dayMs = 86_400_000;
/** 1 January 1970, counted from 30 December 1899. */
const unixDay = 25_569;

interface RichText {
  richText?: { text: string }[];
}

const plain = (text: string | RichText | undefined): string =>
  typeof text === "string" ? text : (text?.richText ?? []).map((run) => run.text).join("");

/** What a user would type to get the value of the cell. */
function inputOf(cell: Cell, numbers: () => ReadonlyMap<string, number>): CellInput {
  // excelts gives each cell of a merged block the value of the first.
  if (cell.isMerged && cell.master !== cell) return null;
  const value = cell.value as unknown;
  if (value === null || value === undefined) return null;
  // A date of excelts has whole milliseconds and an end.
  if (value instanceof Date) return numbers().get(cell.address) ?? value.getTime() / dayMs + unixDay;
  // As text, with what a user would type before it: a text of a file is never a formula.
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const { error, richText, text, hyperlink, checkbox, result } = value as RichText & {
    error?: string;
    text?: string | RichText;
    hyperlink?: string;
    checkbox?: boolean;
    result?: unknown;
  };
  if (error !== undefined) return { error };
  if (richText !== undefined) return `'${plain({ richText })}`;
  if (hyperlink !== undefined) return `'${plain(text)}`;
  if (checkbox !== undefined) return checkbox;
  // The result of what is no formula that can be typed, such as a data table.
  return typeof result === "string" ? `'${result}` : typeof result === "number" ? result : null;
}

/** Numbers of cells without a type stand as they are: ECMA-376, part 1, 18.3.1.4. */
export function numbersOf(sheetXml: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [, attributes, text] of sheetXml.matchAll(/<c\b([^>]*)>\s*<v>([^<]*)<\/v>/g)) {
    const [, address] = /\br="([A-Z]+\d+)"/.exec(attributes) ?? [];
    const number = Number(text);
    if (address && !/\bt="(?!n")/.test(attributes) && Number.isFinite(number)) numbers.set(address, number);
  }
  return numbers;
}
