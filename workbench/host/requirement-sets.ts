/** The oldest Excel that KNAP runs in has ExcelApi 1.12: the manifest asks for it. */
export const oldestSet = 12;

/** The newest ExcelApi that the installed types know; a test compares them. */
export const newestSet = 21;

/**
 * What the host declares: with ExcelApi the sets of custom functions in a shared runtime that came in the same build.
 * https://learn.microsoft.com/javascript/api/requirement-sets/excel/excel-api-requirement-sets and
 * custom-functions-requirement-sets there. `CustomFunctions` is the client's own, in no list.
 */
export const requirementSets = (excelApi: number): Record<string, string> => ({
  ExcelApi: `1.${excelApi}`,
  CustomFunctionsRuntime: excelApi >= 19 ? "1.5" : excelApi >= 16 ? "1.4" : "1.3",
  CustomFunctions: "1.7",
  SharedRuntime: "1.1",
  DelayForCellEdit: "1.1",
});
