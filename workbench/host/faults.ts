import { changes, type Batch } from "./batch";
import { HostError } from "./host-error";

/** What can go wrong in Excel, on demand. */
export interface Faults {
  /** The batch that fails, counted from the start of the add-in, with this code; null for none. */
  errorAt: { batch: number; code: string } | null;
  /** As if the user were typing in a cell. */
  isEditing: boolean;
  /** The user is typing in a cell; set by the page. */
  isTyping: boolean;
  /** The workbook was opened to be read only. */
  isReadOnly: boolean;
  /** The largest request and the largest answer, in bytes. */
  requestLimit: number;
  /** How long each batch waits, in milliseconds. */
  delay: number;
  /** What another user does just before a batch, by the number of the batch. */
  otherUser: ((batch: number) => void) | null;
}

/**
 * Excel on the web takes and gives 5 MB: https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization.
 * Assumed, to be confirmed in Excel: that is so many bytes, of the text of the batch.
 */
const webLimit = 5 * 1024 * 1024;

export const noFaults = (): Faults => ({
  errorAt: null,
  isEditing: false,
  isTyping: false,
  isReadOnly: false,
  requestLimit: webLimit,
  delay: 0,
  otherUser: null,
});

/** Excel is in the mode in which it takes no requests. */
export const isInCell = ({ isEditing, isTyping }: Faults): boolean => isEditing || isTyping;

/** Assumed, to be confirmed in Excel: what the batch did before its answer was too large, stays. */
export const responseTooLarge = () =>
  new HostError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.", 413);

/**
 * The error that a batch gets instead of being done:
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling. Assumed, to be confirmed in Excel: in a
 * cell that is being edited this code, where excel-add-ins-delay-in-cell-edit speaks of InvalidOperation, also for a batch that only
 * reads; and AccessDenied for a change of a workbook that is read only.
 */
export function faultOf(faults: Faults, number: number, size: number, batch: Batch): HostError | null {
  const { errorAt, isReadOnly, requestLimit } = faults;
  if (errorAt?.batch === number) return new HostError(errorAt.code, "This batch was to fail.", 500);
  if (size > requestLimit) {
    return new HostError(
      "RequestPayloadSizeLimitExceeded",
      "The request payload size has exceeded the limit.",
      413,
    );
  }
  if (isInCell(faults)) {
    return new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
  }
  if (isReadOnly && changes(batch)) {
    return new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
  }
  return null;
}
