import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorValueObject,
  type FunctionVariantType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";

/** What stands in a cell, as Office.js gives it; an error keeps its kind, and null is a blank. */
export type CellValue = number | string | boolean | null | ErrorValue;

/**
 * What a user types into a cell: a value, a formula that begins with `=`, or a text with an apostrophe before it; null
 * leaves the cell as it was.
 */
export type CellInput = number | string | boolean | null | ErrorValue;

export interface ErrorValue {
  error: string;
  /** What a custom function says of it. */
  message?: string;
}

/** What Excel shows in a cell whose custom function has not answered yet. Univer has no such error of its own. */
export const busy: ErrorValue = { error: "#BUSY!" };

export const isError = (value: CellValue): value is ErrorValue => typeof value === "object" && value !== null;

/** A value of Univer's formula engine as that of a cell. */
export function cellValueOf(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: (value as ErrorValueObject).getErrorType() };
  const plain = value.getValue();
  return plain === busy.error ? busy : plain;
}

/** The cells of an argument of a function: a range, a calculated array, or a single value. */
export function cellsOf(argument: FunctionVariantType): CellValue[][] {
  if (argument.isReferenceObject()) {
    const rows = new Map<number, CellValue[]>();
    (argument as BaseReferenceObject).iterator((value, row) => {
      const cells = rows.get(row) ?? [];
      cells.push(cellValueOf(value));
      rows.set(row, cells);
      return true;
    });
    return [...rows.values()];
  }
  if (argument.isArray()) {
    return (argument as ArrayValueObject).getArrayValue().map((row) => row.map(cellValueOf));
  }
  return [[cellValueOf(argument as BaseValueObject)]];
}

/** The result of a function as a value of Univer's formula engine; a table spills. */
export function valueOf(table: CellValue[][]): BaseValueObject {
  if (table.length === 1 && table[0].length === 1) return single(table[0][0]);
  return ArrayValueObject.create({
    calculateValueList: table.map((row) => row.map(single)),
    rowCount: table.length,
    columnCount: table[0].length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function single(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  return ErrorValueObject.create(value.error as Parameters<typeof ErrorValueObject.create>[0]);
}
