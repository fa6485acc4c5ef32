import { MeasureError } from "../../src/statistics/measure-error";

/** Runs something that should fail, and gives the kind and the message of the MeasureError that it throws. */
export function measureErrorOf(run: () => unknown): { kind: string; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof MeasureError) return { kind: error.kind, message: error.message };
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
