import {
  generateRandomId,
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
  type Univer,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  InsertSheetMutation,
  SetDefinedNameCommand,
  SetWorksheetActiveOperation,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import { SetSheetTableMutation } from "@univerjs/sheets-table";
import { FUniver } from "@univerjs/core/facade";
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-table/facade";
import type { Block } from "./address";
import { watchChanges, type Change } from "./changes";
import { setConditionalRules, type ConditionalRule } from "./conditional-formats";
import { forgetReferencesOfOldNames, keepSheetOfTableReferences } from "./univer-quirks";
import { cellsWithLook, cellsWithLooks, looksOf, type Look } from "./looks";
import { calculationMode, type CalculationMode } from "./calculation-mode";
import { undoOf, type Undo } from "./undo";
import { asCellData, shownValue } from "./cell-data";
import { isError, type CellInput, type CellValue } from "./cell-value";
import {
  registerCustomFunctions,
  type Blanks,
  type Caller,
  type FunctionDescription,
} from "./custom-functions";

/** The sheet that is asked for was deleted. */
export class NoSheet extends Error {}

export interface EngineOptions {
  /** What stands before the name of a custom function, such as KNAP. */
  namespace: string;
  /** Of functions.json. */
  functions: readonly FunctionDescription[];
  /** What functions.json says with `allowCustomDataForDataTypeAny`: whether functions are called with errors. */
  takesErrors?: boolean;
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
  looks(sheet: string, block: Block): Look[][];
  /** What the look leaves out stays as it was. */
  dress(sheet: string, block: Block, look: Look): void;
  /** A look per cell, from this cell on; in one go, however many cells there are. */
  paint(sheet: string, row: number, column: number, looks: Look[][]): void;
  /** In pixels. */
  columnWidth(sheet: string, column: number): number;
  setColumnWidths(sheet: string, first: number, count: number, pixels: number): void;
  rowHeight(sheet: string, row: number): number;
  setRowHeights(sheet: string, first: number, count: number, pixels: number): void;
  setConditionalRules(sheet: string, rules: ConditionalRule[]): void;
  /** How many rows and columns stay in sight. */
  frozen(sheet: string): { rows: number; columns: number };
  freeze(sheet: string, rows: number, columns: number): void;
  showsGridlines(sheet: string): boolean;
  setGridlines(sheet: string, shown: boolean): void;
  removeSheet(sheet: string): void;
  activeSheet(): string;
  activate(sheet: string): void;
  /** The cells that the user has selected last. */
  selection(): { sheet: string; block: Block };
  /** Goes to the sheet and selects the cells. */
  select(sheet: string, block: Block): void;
  moveSheet(sheet: string, position: number): void;
  isHidden(sheet: string): boolean;
  setHidden(sheet: string, hidden: boolean): void;
  undo: Undo;
  /** Calls the listener after each change, whoever made it. */
  onChange(listener: (change: Change) => void): void;
  /** The smallest block with every cell that holds something, or null. */
  usedBlock(sheet: string): Block | null;
  /** Of each formula whose answer takes more than its own cell: that cell first, and all of them. */
  spills(sheet: string): { anchor: { row: number; column: number }; block: Block }[];
  clear(sheet: string, block: Block, what: "contents" | "formats" | "all"): void;
  tables(): { id: string; name: string; sheet: string; block: Block }[];
  renameTable(sheet: string, id: string, name: string): Promise<void>;
  removeTable(id: string): Promise<void>;
  resizeTable(sheet: string, id: string, block: Block): Promise<void>;
  /** Gives the id of the new table. */
  addTable(sheet: string, name: string, block: Block): Promise<string>;
  addName(name: string, reference: string): void;
  removeName(name: string): void;
  /** What the custom function in a cell says of its error, as Excel shows beside the cell; empty without one. */
  messageAt(sheet: string, row: number, column: number): string;
  /** How a blank cell reaches a custom function. */
  blanks(): Blanks;
  setBlanks(blanks: Blanks): void;
  mode: CalculationMode;
  /** Calculates every formula once more. */
  calculateAll(): void;
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
  keepSheetOfTableReferences();
  forgetReferencesOfOldNames(univer);
  const api = FUniver.newAPI(univer);
  const workbook = api.createWorkbook({});
  // A workbook has at least one sheet; the first one asked for takes the place of Univer's own.
  let isFresh = true;
  let blanks = options.blanks ?? "null";
  const formula = api.getFormula();
  const formulaData = univer.__getInjector().get(FormulaDataModel);
  const commands = univer.__getInjector().get(ICommandService);
  const nameOf = (sheetId: string) => workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
  const functions = registerCustomFunctions(
    univer,
    options.namespace,
    options.functions,
    options.takesErrors ?? false,
    options.caller,
    () => blanks,
    nameOf,
    (sheetId, row, column) => workbook.getSheetBySheetId(sheetId)?.getRange(row, column).getFormula() ?? "",
  );
  // Not as values: Univer would take away a formula that is not calculated yet. It leaves formulas alone when the
  // trigger is a change of style.
  const dressCells = (sheet: string, block: Block, cells: ReturnType<typeof cellsWithLook>) => {
    rangeOf(sheet, block);
    const params = {
      unitId: workbook.getId(),
      subUnitId: sheet,
      cellValue: cells as ISetRangeValuesMutationParams["cellValue"],
      trigger: SetStyleCommand.id,
    };
    const before = SetRangeValuesUndoMutationFactory(univer.__getInjector(), params);
    commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
    undo.push(
      { id: SetRangeValuesMutation.id, params: { ...before, trigger: SetStyleCommand.id } },
      { id: SetRangeValuesMutation.id, params },
    );
  };
  const mode = calculationMode(univer);
  const watch = formula.calculationEnd(() => {
    mode.calculated();
    functions.calculated();
  });

  const sheetOf = (id: string) => {
    const sheet = workbook.getSheetBySheetId(id);
    if (sheet === null) throw new NoSheet(`There is no sheet ${id}.`);
    return sheet;
  };
  const rangeOf = (id: string, { startRow, startColumn, endRow, endColumn }: Block) => {
    const sheet = sheetOf(id);
    // A new sheet of Univer has 1000 rows and 20 columns; one of Excel has them all.
    if (endRow >= sheet.getMaxRows()) sheet.setRowCount(Math.min(endRow + roomBelow, mostRows));
    if (endColumn >= sheet.getMaxColumns()) sheet.setColumnCount(endColumn + 1);
    return sheet.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
  };
  const valuesOf = (id: string, { startRow, startColumn, endRow, endColumn }: Block) => {
    // Not as the page shows them, which is with their number formats. The cells lack what a formula spills.
    const cells = sheetOf(id).getSheet();
    const spilled = formulaData.getArrayFormulaCellData()[workbook.getId()]?.[id];
    return span(startRow, endRow).map((row) =>
      span(startColumn, endColumn).map((column) => {
        const cell = cells.getCellRaw(row, column);
        const spill = spilled?.[row]?.[column];
        // What is empty comes out of a formula as 0.
        return spill && (cell?.v ?? null) === null
          ? shownValue(spill.v ?? 0, spill.t)
          : shownValue(cell?.v, cell?.t);
      }),
    );
  };
  // Univer's command refuses a table the name of a sheet, which Excel allows; its mutation does not.
  const renameTable = async (sheet: string, id: string, name: string) => {
    const target = { unitId: workbook.getId(), subUnitId: sheet, tableId: id };
    const named = (to: string) => ({
      id: SetSheetTableMutation.id,
      params: { ...target, config: { name: to } },
    });
    const before = workbook.getTableList().find((table) => table.id === id)?.name ?? name;
    const { id: mutation, params } = named(name);
    await commands.executeCommand(mutation, params);
    undo.push(named(before), named(name));
  };
  const activeSheet = () => workbook.getActiveSheet().getSheetId();
  // Not the command of Univer's facade, which waits some milliseconds first.
  const activate = (sheet: string) =>
    void commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
      unitId: workbook.getId(),
      subUnitId: sheet,
    });
  const undo = undoOf(univer, workbook.getId(), () =>
    listeners.forEach((listener) => listener({ kind: "put back", sheet: activeSheet() })),
  );
  let isGoingBack = false;
  const listeners: ((change: Change) => void)[] = [];
  const before = {
    value: (id: string, block: Block) => valuesOf(id, block)[0][0],
    name: nameOf,
    active: activeSheet,
  };
  watchChanges(univer, before, (change) => {
    if (!isGoingBack) listeners.forEach((listener) => listener(change));
  });
  let calculatingAll: Promise<void> = Promise.resolve();
  /** A calculation of everything that has not begun does for all who ask for one. */
  let isPlanned = false;
  let isDisposed = false;
  const calculated = () => formula.onCalculationResultApplied(longestCalculation);

  return {
    addSheet: (name) => {
      if (isFresh) {
        isFresh = false;
        return workbook.getSheets()[0].setName(name).getSheetId();
      }
      // Univer goes to a new sheet at once, which Excel does not do.
      const sheet = mergeWorksheetSnapshotWithDefault({ id: generateRandomId(), name });
      const [index, active] = [workbook.getSheets().length, activeSheet()];
      isGoingBack = true;
      commands.syncExecuteCommand(InsertSheetMutation.id, { index, sheet, unitId: workbook.getId() });
      activate(active);
      isGoingBack = false;
      listeners.forEach((listener) => listener({ kind: "added", sheet: sheet.id }));
      return sheet.id;
    },
    sheetIds: () => (isFresh ? [] : workbook.getSheets().map((sheet) => sheet.getSheetId())),
    sheetName: (id) => sheetOf(id).getSheetName(),
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
    values: valuesOf,
    formulas: (sheet, block) => rangeOf(sheet, block).getFormulas(),
    looks: (sheet, block) => looksOf(workbook, sheet, block),
    dress: (sheet, block, look) => dressCells(sheet, block, cellsWithLook(block, look)),
    paint: (sheet, row, column, looks) => {
      const block = {
        startRow: row,
        startColumn: column,
        endRow: row + looks.length - 1,
        endColumn: column + looks[0].length - 1,
      };
      dressCells(sheet, block, cellsWithLooks(row, column, looks));
    },
    columnWidth: (sheet, column) => sheetOf(sheet).getColumnWidth(column),
    setColumnWidths: (sheet, first, count, pixels) => {
      rangeOf(sheet, { startRow: 0, endRow: 0, startColumn: first, endColumn: first + count - 1 });
      sheetOf(sheet).setColumnWidths(first, count, pixels);
    },
    rowHeight: (sheet, row) => sheetOf(sheet).getRowHeight(row),
    setRowHeights: (sheet, first, count, pixels) => {
      rangeOf(sheet, { startRow: first, endRow: first + count - 1, startColumn: 0, endColumn: 0 });
      sheetOf(sheet).setRowHeightsForced(first, count, pixels);
    },
    setConditionalRules: (sheet, rules) => setConditionalRules(workbook, sheet, rules),
    frozen: (sheet) => {
      const { xSplit, ySplit } = sheetOf(sheet).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
    freeze: (sheet, rows, columns) =>
      void sheetOf(sheet).setFreeze({
        startRow: rows > 0 ? rows : -1,
        startColumn: columns > 0 ? columns : -1,
        ySplit: rows,
        xSplit: columns,
      }),
    showsGridlines: (sheet) => !sheetOf(sheet).hasHiddenGridLines(),
    setGridlines: (sheet, shown) => void sheetOf(sheet).setHiddenGridlines(!shown),
    removeSheet: (sheet) => {
      const shown = workbook.getSheets().filter((one) => !one.isSheetHidden());
      const at = shown.findIndex((one) => one.getSheetId() === sheet);
      const next = (shown[at + 1] ?? shown[at - 1]) as (typeof shown)[number] | undefined;
      if (next && sheet === activeSheet()) activate(next.getSheetId());
      workbook.deleteSheet(sheet);
    },
    activeSheet,
    activate,
    selection: () => {
      const range = workbook.getActiveRange()?.getRange();
      const { startRow, startColumn, endRow, endColumn } = range ?? blankSelection;
      return { sheet: activeSheet(), block: { startRow, startColumn, endRow, endColumn } };
    },
    select: (sheet, block) => {
      if (sheet !== activeSheet()) activate(sheet);
      workbook.setActiveRange(rangeOf(sheet, block));
    },
    moveSheet: (sheet, position) => void workbook.moveSheet(sheetOf(sheet), position),
    isHidden: (sheet) => sheetOf(sheet).isSheetHidden(),
    setHidden: (sheet, hidden) => void (hidden ? sheetOf(sheet).hideSheet() : sheetOf(sheet).showSheet()),
    // An answer may still be on its way when the workbook is closed.
    undo: { ...undo, forget: () => void (isDisposed || undo.forget()) },
    onChange: (listener) => void listeners.push(listener),
    usedBlock: (sheet) => {
      const range = sheetOf(sheet).getSheet().getCellMatrix().getDataRange();
      return range.endRow < 0 || range.endColumn < 0 ? null : range;
    },
    spills: (sheet) => {
      const ofSheet = formulaData.getArrayFormulaRange()[workbook.getId()]?.[sheet];
      const ranges = (ofSheet ?? {}) as Record<string, Record<string, Block> | null>;
      const found = Object.entries(ranges).flatMap(([row, line]) =>
        Object.entries(line ?? {}).map(([column, { startRow, startColumn, endRow, endColumn }]) => ({
          anchor: { row: Number(row), column: Number(column) },
          block: { startRow, startColumn, endRow, endColumn },
        })),
      );
      // Univer has a range too for a formula that finds no room, which shows an error in its own cell only.
      return found.filter(({ anchor: { row, column } }) => {
        const one = { startRow: row, startColumn: column, endRow: row, endColumn: column };
        const [[value]] = valuesOf(sheet, one);
        return !(isError(value) && value.error === "#SPILL!");
      });
    },
    clear: (sheet, block, what) =>
      void rangeOf(sheet, block).clear({
        contentsOnly: what === "contents",
        formatOnly: what === "formats",
      }),
    resizeTable: async (sheet, id, block) => {
      rangeOf(sheet, block);
      await sheetOf(sheet).setTableRange(id, block);
    },
    tables: () =>
      workbook.getTableList().map(({ id, name, subUnitId, range }) => {
        const { startRow, startColumn, endRow, endColumn } = range;
        return { id, name, sheet: subUnitId, block: { startRow, startColumn, endRow, endColumn } };
      }),
    renameTable,
    removeTable: async (id) => void (await workbook.removeTable(id)),
    addTable: async (sheet, name, block) => {
      const id = generateRandomId();
      // Univer refuses a table the name of a sheet, which Excel allows; a name of letters and digits is free.
      await sheetOf(sheet).addTable(`Tabel_${id.replace(/\W/g, "_")}`, block, id, {});
      await renameTable(sheet, id, name);
      return id;
    },
    // Not the command of Univer's facade, which comes some turns later.
    addName: (name, reference) => {
      const named = workbook
        .newDefinedNameBuilder()
        .setName(name)
        .setRef(reference)
        .setScopeToWorkbook()
        .build();
      commands.syncExecuteCommand(SetDefinedNameCommand.id, named);
    },
    removeName: (name) => void workbook.deleteDefinedName(name),
    messageAt: functions.messageAt,
    blanks: () => blanks,
    setBlanks: (given) => (blanks = given),
    mode,
    calculateAll: () => {
      // Univer 0.25.1 may calculate a cell before one that it needs, when that one comes out of INDEX; the second time
      // round every cell has a value.
      const once = async () => {
        if (isDisposed) return;
        formula.executeCalculation();
        await calculated();
      };
      if (isPlanned) return;
      isPlanned = true;
      calculatingAll = calculatingAll
        .then(() => {
          isPlanned = false;
          return once();
        })
        .then(once);
    },
    calculated,
    settled: async () => {
      await calculatingAll;
      await calculated();
      for (let waiting = functions.waiting(); waiting.length > 0; waiting = functions.waiting()) {
        await Promise.all(waiting);
        await calculated();
      }
    },
    dispose: () => {
      isDisposed = true;
      watch.dispose();
      univer.dispose();
    },
  };
}

/** Of a sheet that was never shown. */
const blankSelection: Block = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };

const span = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
