import { HostError } from "../host-error";

/** One kind of criteria by its name, such as `{ list: { source: "ja,nee", … } }`; empty without a rule. */
export type Rule = Record<string, Record<string, unknown>>;

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationtype */
const types: Record<string, string> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

export function typeOfRule(rule: Rule): string {
  const [kind] = Object.keys(rule);
  return kind ? types[kind] : "None";
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationoperator */
const operators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];

/** Assumed, to be confirmed in Excel: what its documentation requires and is not there, is an InvalidArgument. */
const invalid = (why: string) => new HostError("InvalidArgument", why);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members that are given, null being none; one that is not of the documentation is refused. */
function members(value: unknown, names: string[]): Record<string, unknown> {
  if (!isObject(value)) throw invalid(`${JSON.stringify(value)} is not of data validation.`);
  const given = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  const unknown = given.find(([name]) => !names.includes(name));
  if (unknown) throw invalid(`Data validation has no ${unknown[0]}.`);
  return Object.fromEntries(given);
}

/**
 * "Always returned as a string formula", such as =10:
 * https://learn.microsoft.com/javascript/api/excel/excel.basicdatavalidation#excel-excel-basicdatavalidation-formula1-member
 */
function formulaOf(value: unknown, isDate: boolean): string {
  if (typeof value === "string" && value.startsWith("=") && value.length > 1) return value;
  // Excel takes a Range, and for a date or a time a Date or a text such as 2024-01-31.
  if (isObject(value) || isDate)
    throw new HostError("NotImplemented", "The workbench has validation by numbers and formulas only.", 501);
  if (typeof value === "number") return `=${value}`;
  if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
    return `=${value.trim()}`;
  throw invalid(`${JSON.stringify(value)} is no number or formula.`);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.basicdatavalidation and excel.datetimedatavalidation */
function comparison(given: unknown, isDate: boolean): Record<string, unknown> {
  const { formula1, formula2, operator } = members(given, ["formula1", "formula2", "operator"]);
  if (typeof operator !== "string" || !operators.includes(operator))
    throw invalid(`${JSON.stringify(operator)} is no operator of data validation.`);
  if (formula1 === undefined) throw invalid("The rule has no formula1.");
  // The upper bound; with the other operators it is "not used".
  const isBetween = operator === "Between" || operator === "NotBetween";
  if (isBetween && formula2 === undefined) throw invalid("The rule has no formula2.");
  return {
    formula1: formulaOf(formula1, isDate),
    ...(isBetween ? { formula2: formulaOf(formula2, isDate) } : {}),
    operator,
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.listdatavalidation: shown in the cell by default. */
function list(given: unknown): Record<string, unknown> {
  const { inCellDropDown = true, source } = members(given, ["inCellDropDown", "source"]);
  if (typeof inCellDropDown !== "boolean") throw invalid("A list is shown in the cell or not.");
  if (isObject(source))
    throw new HostError("NotImplemented", "The workbench has lists of a text or a formula only.", 501);
  if (typeof source !== "string" || source === "") throw invalid("The list has no source.");
  return { inCellDropDown, source };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customdatavalidation */
function custom(given: unknown): Record<string, unknown> {
  const { formula } = members(given, ["formula"]);
  if (typeof formula !== "string" || !/^=./.test(formula)) throw invalid("The rule has no formula.");
  return { formula };
}

/** "You can only use one of them at a time": https://learn.microsoft.com/javascript/api/excel/excel.datavalidationrule */
export function checkedRule(given: unknown): Rule {
  const [kind, ...others] = Object.entries(members(given, Object.keys(types)));
  if (!kind || others.length > 0) throw invalid("A rule has one of the kinds of data validation.");
  const [name, criteria] = kind;
  if (name === "list") return { list: list(criteria) };
  if (name === "custom") return { custom: custom(criteria) };
  return { [name]: comparison(criteria, name === "date" || name === "time") };
}

function text(value: unknown): string {
  if (typeof value !== "string") throw invalid(`${JSON.stringify(value)} is no text.`);
  return value;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationprompt */
export function checkedPrompt(given: unknown): unknown {
  const { message, showPrompt, title } = members(given, ["message", "showPrompt", "title"]);
  if (typeof showPrompt !== "boolean") throw invalid("A prompt is shown or not.");
  return { message: text(message), showPrompt, title: text(title) };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationalertstyle */
const alertStyles = ["Stop", "Warning", "Information"];

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationerroralert: shown by default. */
export function checkedAlert(given: unknown): unknown {
  const {
    message,
    showAlert = true,
    style,
    title,
  } = members(given, ["message", "showAlert", "style", "title"]);
  if (typeof showAlert !== "boolean") throw invalid("An alert is shown or not.");
  if (!alertStyles.includes(String(style)))
    throw invalid(`${JSON.stringify(style)} is no style of an alert.`);
  return { message: text(message), showAlert, style, title: text(title) };
}
