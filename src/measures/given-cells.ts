import { dutchError } from "../dutch/excel-errors";
import type { CellValue, ErrorCell } from "./cells";

/** A cell as a function gets it: a value, or the error that stands in it. */
export type GivenCell = CellValue | ErrorCell;

/** What Excel hands over for a cell with a data type: https://learn.microsoft.com/office/dev/add-ins/excel/excel-data-types-concepts */
interface DataType {
  basicType: string;
  basicValue?: unknown;
  text?: unknown;
}

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
  if (isDataType(given)) return ofDataType(given);
  // An error object of the runtime of custom functions.
  const { code } = given as { code?: unknown };
  return errorInCell(typeof code === "string" && code.startsWith("#") ? code : "#VALUE!");
}

const isDataType = (given: unknown): given is DataType =>
  typeof (given as { basicType?: unknown }).basicType === "string";

function ofDataType({ basicType, basicValue, text }: DataType): GivenCell {
  if (basicType === "Empty") return null;
  if (basicType !== "Error" && basicType !== "Array") {
    const isPlain = ["number", "string", "boolean"].includes(typeof basicValue);
    return isPlain ? (basicValue as CellValue) : errorInCell("#VALUE!");
  }
  if (typeof text === "string") return text;
  return errorInCell(typeof basicValue === "string" ? basicValue : "#VALUE!");
}

/** The error in a cell, as what a cell by cell function gives there. */
function errorInCell(name: string): ErrorCell {
  return {
    error: name === "#N/A" ? "#N/A" : "#VALUE!",
    message: `staat de fout ${dutchError(name)}. Herstel die cel, of laat haar buiten het bereik.`,
  };
}
