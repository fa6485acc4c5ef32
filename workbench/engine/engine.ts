import { CellValueType, type Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-table/facade";
import type { Block } from "./address";
import { busy, type CellInput, type CellValue } from "./cell-value";
import {
  registerCustomFunctions,
  type Blanks,
  type Caller,
  type FunctionDescription,
} from "./custom-functions";

export interface EngineOptions {
  /** What stands before the name of a custom function, such as KNAP. */
  namespace: string;
  /** Of functions.json. */
  functions: readonly FunctionDescription[];
  caller: Caller;
  blanks?: Blanks;
}

/** A workbook that calculates. Rows and columns count from 0; sheets go by their id. */
export interface Engine {
  /** Gives the id of the new sheet. */
  addSheet(name: string): string;
  /** In the order of their tabs. */
  sheetIds(): string[];
  sheetName(id: string): string;
  renameSheet(id: string, name: string): void;
  /** An empty text makes a cell blank. */
  write(sheet: string, row: number, column: number, cells: CellInput[][]): void;
  values(sheet: string, block: Block): CellValue[][];
  formulas(sheet: string, block: Block): string[][];
  addTable(sheet: string, name: string, block: Block): Promise<void>;
  addName(name: string, reference: string): void;
  setBlanks(blanks: Blanks): void;
  /** Resolves when every formula has its value, those of custom functions included. */
  settled(): Promise<void>;
  /** Resolves when the formulas are calculated once; custom functions may still be busy. */
  calculated(): Promise<void>;
  dispose(): void;
}

/** Long enough for a sheet of the sizes that the workbench shows; a calculation that takes longer hangs. */
const longestCalculation = 60_000;

const mostRows = 1_048_576;
/** So that rows that are added one by one do not each make the sheet longer. */
const roomBelow = 1000;

/** The engine in a Univer that runs: without a page in Node, or that of the workbench. */
export function createEngine(univer: Univer, options: EngineOptions): Engine {
  const api = FUniver.newAPI(univer);
  const workbook = api.createWorkbook({});
  // A workbook has at least one sheet; the first one asked for takes the place of Univer's own.
  let isFresh = true;
  let blanks = options.blanks ?? "null";
  const formula = api.getFormula();
  const nameOf = (sheetId: string) => workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
  const functions = registerCustomFunctions(
    univer,
    options.namespace,
    options.functions,
    options.caller,
    () => blanks,
    nameOf,
    (sheetId, row, column) => workbook.getSheetBySheetId(sheetId)?.getRange(row, column).getFormula() ?? "",
  );
  const watch = formula.calculationEnd(functions.calculated);

  const sheetOf = (id: string) => {
    const sheet = workbook.getSheetBySheetId(id);
    if (sheet === null) throw new Error(`There is no sheet ${id}.`);
    return sheet;
  };
  const rangeOf = (id: string, { startRow, startColumn, endRow, endColumn }: Block) => {
    const sheet = sheetOf(id);
    // A new sheet of Univer has 1000 rows and 20 columns; one of Excel has them all.
    if (endRow >= sheet.getMaxRows()) sheet.setRowCount(Math.min(endRow + roomBelow, mostRows));
    if (endColumn >= sheet.getMaxColumns()) sheet.setColumnCount(endColumn + 1);
    return sheet.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
  };
  const calculated = () => formula.onCalculationResultApplied(longestCalculation);

  return {
    addSheet: (name) => {
      const sheet = isFresh ? workbook.getSheets()[0].setName(name) : workbook.insertSheet(name);
      isFresh = false;
      return sheet.getSheetId();
    },
    sheetIds: () => (isFresh ? [] : workbook.getSheets().map((sheet) => sheet.getSheetId())),
    sheetName: nameOf,
    renameSheet: (id, name) => void sheetOf(id).setName(name),
    write: (sheet, row, column, cells) => {
      const block = {
        startRow: row,
        startColumn: column,
        endRow: row + cells.length - 1,
        endColumn: column + cells[0].length - 1,
      };
      // Cells that are not in this object stay as they were; written as they are, a formula would become its value.
      const given: Record<number, Record<number, ReturnType<typeof asCellData>>> = {};
      cells.forEach((line, r) => {
        const inRow = (given[row + r] = {} as (typeof given)[number]);
        line.forEach((input, c) => {
          if (input !== null) inRow[column + c] = asCellData(input);
        });
      });
      rangeOf(sheet, block).setValues(given);
    },
    values: (sheet, { startRow, startColumn, endRow, endColumn }) => {
      // The model's own cells lack what a formula spills; this view has it.
      const view = sheetOf(sheet).getSheet();
      return span(startRow, endRow).map((row) =>
        span(startColumn, endColumn).map((column) => {
          const cell = view.getCell(row, column);
          return shownValue(cell?.v, cell?.t);
        }),
      );
    },
    formulas: (sheet, block) => rangeOf(sheet, block).getFormulas(),
    addTable: async (sheet, name, block) => {
      await sheetOf(sheet).addTable(name, block, name, {});
    },
    addName: (name, reference) => void workbook.insertDefinedName(name, reference),
    setBlanks: (given) => (blanks = given),
    calculated,
    settled: async () => {
      await calculated();
      for (let waiting = functions.waiting(); waiting.length > 0; waiting = functions.waiting()) {
        await Promise.all(waiting);
        await calculated();
      }
    },
    dispose: () => {
      watch.dispose();
      univer.dispose();
    },
  };
}

const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function asCellData(input: CellInput) {
  if (input === "") return { v: null, f: null, t: null };
  if (typeof input === "string" && input.startsWith("=")) return { f: input, v: null };
  if (typeof input === "boolean") return { v: input ? 1 : 0, t: CellValueType.BOOLEAN, f: null };
  return { v: input, f: null };
}

const errors = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|BUSY!)$/;

function shownValue(value: unknown, type: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (type === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  if (typeof value === "string")
    return value === busy.error ? busy : errors.test(value) ? { error: value } : value;
  return value as CellValue;
}
