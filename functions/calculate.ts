import { CellError, isErrorCell, type ErrorCode } from "../src/measures/cells";
import { evaluationSteps, openHeadings, type FunctionRecord } from "../src/measures/function-record";
import { blankCells } from "../src/workbook/blank-cells";
import { tableHeads } from "../src/workbook/table-heads";
import { inSlices } from "./in-slices";

/**
 * Calculates a custom function for Excel: arguments come as Excel hands them over, a failure becomes Excel's
 * error value with our Dutch text beside it.
 *
 * The result is always a table, since Excel gives the addresses of the arguments only to a function whose
 * result is a matrix: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json#options
 *
 * @param record the function
 * @param given the arguments; an omitted one is null or undefined
 * @param invocation Excel's own last argument; a long calculation stops when Excel cancels it
 */
export async function calculate(
  record: FunctionRecord,
  given: unknown[],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  let isCancelled = false;
  invocation.onCanceled = () => (isCancelled = true);
  try {
    const cells = await Promise.all(
      Object.values(record.arguments).map(async (argument, index) => {
        const table = asTable(given[index]);
        return argument.zeroMayBeBlank ? withBlanks(table, invocation.parameterAddresses?.[index]) : table;
      }),
    );
    const addresses = invocation.parameterAddresses ?? [];
    const open = openHeadings(record, cells, { addresses });
    const heads = open.length === 0 ? [] : await tableHeads(open.map((index) => addresses[index]));
    const isTableHead = (argument: number) => heads[open.indexOf(argument)] ?? false;
    const steps = evaluationSteps(record, cells, { addresses, isTableHead });
    const table = await inSlices(steps, () => isCancelled);
    return table.map((row) =>
      row.map((cell) => (isErrorCell(cell) ? excelError(cell.error, cell.message) : cell)),
    );
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- an Error in Excel's runtime, not in its types
    if (error instanceof CellError) throw excelError(error.code, error.message);
    throw error;
  }
}

function asTable(argument: unknown): unknown[][] {
  return Array.isArray(argument) ? (argument as unknown[][]) : [[argument ?? null]];
}

/** Puts a null where Excel passed a 0 for a blank cell. Where Excel itself passes null there is nothing to mend. */
async function withBlanks(cells: unknown[][], address: string | undefined): Promise<unknown[][]> {
  const values = cells.flat();
  if (!values.includes(0) || values.includes(null)) return cells;
  // Without an address the argument is a calculated array, in which a 0 is a 0.
  if (!address) return cells;
  const isBlank = await blankCells(address);
  if (isBlank === null) return cells;
  return cells.map((row, r) => row.map((cell, c) => (cell === 0 && isBlank(r, c) ? null : cell)));
}

/** Excel shows the text with `#VALUE!` and `#N/A`; the runtime leaves it out with the others. */
function excelError(code: ErrorCode, message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
}
