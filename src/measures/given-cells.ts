import { dutchError } from "../dutch/excel-errors";
import type { CellValue, ErrorCell } from "./cells";

/** A cell as a function gets it: a value, or the error that stands in it. */
export type GivenCell = CellValue | ErrorCell;

/**
 * What Excel hands over for a cell with a data type; by the definitions of Office.js basicType may be absent, and
 * basicValue where it is "#VALUE!": https://learn.microsoft.com/office/dev/add-ins/excel/excel-data-types-concepts
 */
interface DataType {
  type?: unknown;
  basicType?: unknown;
  basicValue?: unknown;
  text?: unknown;
  altText?: unknown;
  /** Of an error object of the runtime of custom functions. */
  code?: unknown;
}

/** The types of which the basic value, if there is any, is the name of an error. */
const withoutBasicValue = new Set(["Error", "Array", "Entity", "LinkedEntity", "WebImage", "Function"]);

/**
 * A cell as Excel hands it over, made one of the values that a cell can have: of a data type (a number with a format,
 * an entity) its basic value, or its text where it has no other; of an error its name.
 *
 * @example
 * givenCell({ type: "FormattedNumber", basicType: "Double", basicValue: 7.5, numberFormat: "0,0" }) // => 7.5
 * givenCell({ type: "Entity", text: "Charlois", basicType: "Error", basicValue: "#VALUE!" }) // => "Charlois"
 */
export function givenCell(given: unknown): GivenCell {
  if (given === null || given === undefined) return null;
  if (typeof given === "number" || typeof given === "string" || typeof given === "boolean") return given;
  return ofDataType(given);
}

function ofDataType({ type, basicType = type, basicValue, text, altText, code }: DataType): GivenCell {
  if (basicType === "Empty") return null;
  const isPlain = ["number", "string", "boolean"].includes(typeof basicValue);
  if (isPlain && !withoutBasicValue.has(String(basicType))) return basicValue as CellValue;
  const shownText = text ?? altText;
  if (typeof shownText === "string") return shownText;
  const name = basicValue ?? code;
  return errorInCell(typeof name === "string" && name.startsWith("#") ? name : "#VALUE!");
}

/** The error in a cell, as what a cell by cell function gives there. */
function errorInCell(name: string): ErrorCell {
  return {
    error: name === "#N/A" ? "#N/A" : "#VALUE!",
    message: `staat de fout ${dutchError(name)}. Herstel die cel, of laat haar buiten het bereik.`,
  };
}
