import { MeasureError, type MeasureErrorKind } from "../statistics/measure-error";
import type { ArgumentList } from "./argument";
import {
  CellError,
  type CellValue,
  type ErrorCell,
  type ErrorCode,
  type ResultCell,
  type ResultTable,
} from "./cells";
import { headingsInQuestion } from "./headings";
import { givenArguments, prepared } from "./prepared-arguments";

/** Where the cells of an argument stand, counted from left to right and then down, as their values are. */
export type Places<A extends ArgumentList> = { [K in keyof A]: (index: number) => string };
export type Values<A extends ArgumentList> = { [K in keyof A]: ReturnType<A[K]["read"]> };

/**
 * The native twin: the same figure in formulas that every spreadsheet since Excel 2010 calculates, so that a
 * reader without the add-in can check it. `{argument}` stands for the reference that the user typed; `reading` says, in
 * Dutch, what the other names stand for, and how to type the formulas when that is not plain.
 */
export type NativeTwin = { formulas: string[][]; reading?: string } | { none: string };

/**
 * Everything there is to know of one custom function, in one place: the validation, the calculation, the
 * manual, the scorecard and the explanation in the pane are made from it.
 */
export interface FunctionRecord<A extends ArgumentList = ArgumentList> {
  /** As typed after `KNAP.`; stored in workbooks, so final once released. */
  id: string;
  /** In the order in which they are typed. */
  arguments: A;
  /** Unit and range of the result. */
  unit: string;
  /** What the function is for and how to read its result. */
  help: string;
  errors: { code: ErrorCode; when: string }[];
  /** Where the measure stands in the report or the literature. */
  source: string;
  twin: NativeTwin;
  /** A call and its result, calculated by hand or published: shown in the manual and run by a test. */
  example: { arguments: CellValue[][][]; result: ResultTable; workings: string };
  /** The result; or, when it takes long, the steps towards it, between which Excel may draw or cancel. */
  calculate(values: Values<A>, places: Places<A>): ResultTable | Steps<ResultTable>;
}

/** A calculation in short steps, for whoever wants to pause between them or to stop halfway. */
export type Steps<Result> = Generator<void, Result, void>;

/** Keeps the types of the arguments for `calculate`, and forgets them for whoever handles records as a list. */
export function defineFunction<A extends ArgumentList>(record: FunctionRecord<A>): FunctionRecord {
  return record;
}

const codeOf: Record<MeasureErrorKind, ErrorCode> = {
  "no-data": "#N/A",
  "zero-denominator": "#DIV/0!",
  invalid: "#VALUE!",
};

/** What Excel tells of a call beside its cells. */
export interface CallDetails {
  /** Of each argument; empty or absent for a calculated array. */
  addresses?: readonly (string | undefined)[];
  /** Whether an argument that `openHeadings` asks about begins with the head of a table. */
  isTableHead?: (argument: number) => boolean;
}

/**
 * Calculates a function on cells as Excel hands them over, without a pause.
 *
 * @param record the function
 * @param cells one table of cells per argument; an omitted optional argument is a single blank
 * @throws CellError with Excel's error code and a Dutch explanation
 */
export function evaluate(
  record: FunctionRecord,
  cells: unknown[][][],
  details: CallDetails = {},
): ResultTable {
  const steps = evaluationSteps(record, cells, details);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The arguments of which only Excel can tell whether they begin with a heading, to ask about before the calculation. */
export function openHeadings(record: FunctionRecord, cells: unknown[][][], details: CallDetails): number[] {
  return headingsInQuestion(givenArguments(record, cells, details.addresses));
}

/** The same in steps, as far as the function has them. */
export function* evaluationSteps(
  record: FunctionRecord,
  cells: unknown[][][],
  { addresses, isTableHead = () => false }: CallDetails = {},
): Steps<ResultTable> {
  try {
    const values: Record<string, unknown> = {};
    const places: Places<ArgumentList> = {};
    for (const { name, argument, cells: own, context } of prepared(
      givenArguments(record, cells, addresses),
      isTableHead,
    )) {
      values[name] = argument.read(own, name, context);
      const width = own[0].length;
      places[name] = (index) => context.place(Math.floor(index / width), index % width);
    }
    const result = record.calculate(values, places);
    return withoutOverflow(Array.isArray(result) ? result : yield* result);
  } catch (error) {
    if (error instanceof MeasureError) throw new CellError(codeOf[error.kind], error.message);
    throw error;
  }
}

const overflow: ErrorCell = {
  error: "#NUM!",
  message:
    "De uitkomst is te groot om mee te rekenen. Kijk of er geen cel een heel groot getal heeft, of kies een grotere eenheid, zoals miljoenen.",
};

/** No cell can hold an infinite number, and one that is no number would pass for a figure. */
function withoutOverflow(table: ResultTable): ResultTable {
  const overflows = (cell: ResultCell) => typeof cell === "number" && !Number.isFinite(cell);
  if (!table.some((row) => row.some(overflows))) return table;
  if (table.length === 1 && table[0].length === 1) throw new CellError(overflow.error, overflow.message);
  return table.map((row) => row.map((cell) => (overflows(cell) ? overflow : cell)));
}

/** Calculates one cell of a spilled table: a measure that cannot be had there becomes an error in that cell alone. */
export function cellOf(calculate: () => number): number | ErrorCell {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof MeasureError) return { error: codeOf[error.kind], message: error.message };
    throw error;
  }
}
