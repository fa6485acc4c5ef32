import { ICommandService, type Univer } from "@univerjs/core";
import {
  type BaseReferenceObject,
  type BaseValueObject,
  BaseFunction,
  ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { RemoveSheetMutation, SetRangeValuesMutation } from "@univerjs/sheets";
import { busy, cellsOf, isError, valueOf, type CellValue, type ErrorValue } from "./cell-value";
import { lastColumn, lastRow, rangeAddress } from "./address";

/** One function of the add-in, as its functions.json describes it. */
export interface FunctionDescription {
  id: string;
  parameters: readonly { name: string; dimensionality?: string; optional?: boolean }[];
  options?: { cancelable?: boolean; requiresParameterAddresses?: boolean };
}

/** A call of a custom function, as the host passes it to the add-in. */
export interface Call {
  id: number;
  name: string;
  /** One per parameter of functions.json: a matrix, a single value, or null for what was omitted. */
  parameters: unknown[];
  /** The cell that holds the formula, such as `Blad1!B2`. */
  address: string;
  /** Per parameter the range that was passed; empty for a calculated value. */
  parameterAddresses: string[];
  cancelable: boolean;
}

export interface Caller {
  /** Resolves with what the cell shows; it does not reject. */
  call: (call: Call) => Promise<CellValue[][]>;
  /** The result of this call is no longer wanted. */
  cancel: (id: number) => void;
}

/** How a blank cell reaches a function: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json */
export type Blanks = "null" | "zero";

export interface CustomFunctions {
  /** Of each call that no calculation has the answer of: resolves when one is asked for, or when it is dropped. */
  waiting: () => Promise<void>[];
  /** To be called after each calculation: calls that it did not ask for any more are cancelled. */
  calculated: () => void;
  /** What the function in a cell says of the error that it gave; empty when it gave none. */
  messageAt: (sheetId: string, row: number, column: number) => string;
}

interface Asked {
  id: number;
  at: CellAt;
  /** The name of the function in a formula. */
  name: string;
  answer: CellValue[][] | null;
  isOver: boolean;
  over: Promise<void>;
  end: () => void;
}

/**
 * Lets the formula engine call the add-in's functions the way Excel does. The engine calculates without waiting: a
 * function that has not answered gives #BUSY!, and its answer makes the engine calculate the cell again.
 */
export function registerCustomFunctions(
  univer: Univer,
  namespace: string,
  functions: readonly FunctionDescription[],
  takesErrors: boolean,
  caller: Caller,
  blanks: () => Blanks,
  sheetName: (sheetId: string) => string,
  formulaAt: (sheetId: string, row: number, column: number) => string,
): CustomFunctions {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const asked = new Map<string, Asked>();
  const cellsCalculated = new Map<string, Set<string>>();
  let lastId = 0;
  let isCalculating = false;
  /** Calls that are answered, of which the cells have not been calculated again. */
  let answered: Asked[] = [];

  const drop = (key: string, entry: Asked) => {
    asked.delete(key);
    if (entry.answer === null) caller.cancel(entry.id);
    finish(entry);
  };
  const calculateAnswered = async () => {
    // A calculation that is asked for during another is lost: the answers wait for its end.
    if (isCalculating || answered.length === 0) return;
    const cells = answered;
    answered = [];
    await calculateAgain(
      commands,
      cells.map(({ at }) => at),
    );
    cells.forEach(finish);
  };
  // Nothing is calculated when a formula makes place for a text, so a call that nobody waits for is looked up here.
  commands.onCommandExecuted(({ id }) => {
    if (id !== SetRangeValuesMutation.id && id !== RemoveSheetMutation.id) return;
    for (const [key, entry] of asked) {
      const { sheetId, row, column } = entry.at;
      if (!formulaAt(sheetId, row, column).toUpperCase().includes(entry.name)) drop(key, entry);
    }
  });

  const ask = (
    description: FunctionDescription,
    at: CellAt,
    given: FunctionVariantType[],
  ): BaseValueObject => {
    const values = description.parameters.map(({ dimensionality }, i) =>
      given[i] === undefined ? null : parameterOf(given[i], dimensionality === "matrix", blanks()),
    );
    // A function that does not say it takes errors is not called with one: allowCustomDataForDataTypeAny (office-js #4385).
    const errors = values.flat(2).filter((value) => isError(value as CellValue)) as ErrorValue[];
    const isBusy = errors.some(({ error }) => error === busy.error);
    if (errors.length > 0 && (isBusy || !takesErrors))
      return valueOf([[isBusy ? busy : { error: "#VALUE!" }]]);
    const parameters = takesErrors ? values.map(withErrorsAsDataTypes) : values;
    const parameterAddresses = description.parameters.map((_, i) =>
      addressOf(given[i], at.sheetId, sheetName),
    );
    isCalculating = true;
    const cell = nameOfCell(at);
    const key = JSON.stringify([cell, description.id, parameters, parameterAddresses]);
    const inThisCell = cellsCalculated.get(cell) ?? new Set();
    cellsCalculated.set(cell, inThisCell.add(key));
    const before = asked.get(key);
    if (before) return valueOf(before.answer ?? [[busy]]);

    const id = (lastId += 1);
    const address = rangeAddress(sheetName(at.sheetId), {
      startRow: at.row,
      startColumn: at.column,
      endRow: at.row,
      endColumn: at.column,
    });
    const answer = caller.call({
      id,
      name: description.id,
      parameters,
      address,
      parameterAddresses,
      cancelable: description.options?.cancelable ?? false,
    });
    const entry = newAsked(id, at, `${namespace}.${description.id}`);
    asked.set(key, entry);
    void answer.then((table) => {
      if (asked.get(key) !== entry) return;
      entry.answer = table;
      answered.push(entry);
      return calculateAnswered();
    });
    return valueOf([[busy]]);
  };

  const executors = functions.map((description) => {
    const executor = new AddInFunction(`${namespace}.${description.id}`, (at, given) =>
      ask(description, at, given),
    );
    executor.minParams = description.parameters.filter(({ optional }) => !optional).length;
    executor.maxParams = description.parameters.length;
    return executor;
  });
  injector.get(IFunctionService).registerExecutors(...executors);

  return {
    waiting: () => [...asked.values()].filter(({ isOver }) => !isOver).map(({ over }) => over),
    calculated: () => {
      isCalculating = false;
      for (const [key, entry] of asked) {
        const keys = cellsCalculated.get(nameOfCell(entry.at));
        if (keys && !keys.has(key)) drop(key, entry);
      }
      cellsCalculated.clear();
      void calculateAnswered();
    },
    messageAt: (sheetId, row, column) => {
      const errors = [...asked.values()]
        .filter(({ at }) => at.sheetId === sheetId && at.row === row && at.column === column)
        .map(({ answer }) => answer?.[0][0] ?? null)
        .filter(isError);
      return errors.find(({ message }) => message)?.message ?? "";
    },
  };
}

function newAsked(id: number, at: CellAt, name: string): Asked {
  const entry: Asked = {
    id,
    at,
    name,
    answer: null,
    isOver: false,
    over: Promise.resolve(),
    end: () => undefined,
  };
  entry.over = new Promise((resolve) => (entry.end = resolve));
  return entry;
}

function finish(entry: Asked): void {
  entry.isOver = true;
  entry.end();
}

const nameOfCell = ({ sheetId, row, column }: CellAt) => `${sheetId}!${row},${column}`;

interface CellAt {
  unitId: string;
  sheetId: string;
  row: number;
  column: number;
}

/** Univer's own function classes are the documented way only for functions that never see a blank: it hands those 0. */
class AddInFunction extends BaseFunction {
  // With references the addresses of ranges are known, and blanks in them can be told from 0.
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly ask: (at: CellAt, given: FunctionVariantType[]) => BaseValueObject,
  ) {
    super(name);
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const { row, column } = this;
    try {
      return this.ask({ unitId: String(this.unitId), sheetId: String(this.subUnitId), row, column }, given);
    } catch (error) {
      // What is thrown in here would stop the calculation of all cells.
      console.error(error);
      return ErrorValueObject.create("#VALUE!" as Parameters<typeof ErrorValueObject.create>[0]);
    }
  }
}

function calculateAgain(commands: ICommandService, cells: CellAt[]): Promise<unknown> {
  const dirtyRanges = cells.map(({ unitId, sheetId, row, column }) => ({
    unitId,
    sheetId,
    range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
  }));
  return commands.executeCommand(
    SetTriggerFormulaCalculationStartMutation.id,
    {
      dirtyRanges,
      commands: [],
      forceCalculation: false,
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      maxIteration: 1,
      rowData: {},
    },
    { onlyLocal: true },
  );
}

function parameterOf(given: FunctionVariantType, isMatrix: boolean, blanks: Blanks): unknown {
  // Univer gives null both for an omitted argument and for a literal blank.
  if (!given.isReferenceObject() && !given.isArray() && (given as BaseValueObject).isNull()) return null;
  const cells = cellsOf(given).map((row) =>
    row.map((cell) => (cell === null && blanks === "zero" ? 0 : cell)),
  );
  if (isMatrix) return cells;
  return cells.length === 1 && cells[0].length === 1 ? cells[0][0] : { error: "#VALUE!" };
}

/** As Excel passes an error: the data type of one, https://learn.microsoft.com/javascript/api/excel/excel.valueerrorcellvalue */
function withErrorsAsDataTypes(parameter: unknown): unknown {
  if (Array.isArray(parameter)) return parameter.map(withErrorsAsDataTypes);
  if (!isError(parameter as CellValue)) return parameter;
  return { type: "Error", basicType: "Error", basicValue: (parameter as { error: string }).error };
}

function addressOf(
  given: FunctionVariantType | undefined,
  ownSheet: string,
  sheetName: (sheetId: string) => string,
): string {
  if (!given?.isReferenceObject()) return "";
  const reference = given as BaseReferenceObject;
  // Univer's whole column ends where its sheet does, which has no more rows than are needed.
  const rows = reference.isColumn() ? { startRow: 0, endRow: lastRow } : {};
  const columns = reference.isRow() ? { startColumn: 0, endColumn: lastColumn } : {};
  const block = { ...reference.getRangeData(), ...rows, ...columns };
  return rangeAddress(sheetName(reference.getSheetId() || ownSheet), block);
}
