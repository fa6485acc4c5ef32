import { CellError, type CellValue } from "../../src/measures/cells";
import { evaluate, type FunctionRecord } from "../../src/measures/function-record";

/** The error that a function gives on these cells; a result is a failure of the test. */
export function errorOf(record: FunctionRecord, cells: CellValue[][][]): CellError {
  try {
    evaluate(record, cells);
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
  throw new Error("There was no error.");
}
