/**
 * An error that the host answers, with one of Excel's codes:
 * https://learn.microsoft.com/javascript/api/excel/excel.errorcodes. Messages and meanings:
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The answer to what the declared requirement set lacks, or what the workbench does not have. */
export const apiNotFound = (member: string) =>
  new HostError("ApiNotFound", `The API you are trying to use could not be found: ${member}.`, 501);

/** Assumed, to be confirmed in Excel: also the answer to what is asked of something that was there, and is gone. */
export const itemNotFound = (what: string) =>
  new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`, 404);

export const generalException = (cause: unknown) =>
  new HostError("GeneralException", `There was an internal error: ${String(cause)}`, 500);
