import { HostError } from "../host-error";

/*
 * What the add-in gives is not checked by Office.js. Assumed, to be confirmed in Excel: what is of another type than the
 * documentation says is InvalidArgument.
 */

export function givenText(value: unknown): string {
  if (typeof value === "string") return value;
  throw new HostError("InvalidArgument", `${JSON.stringify(value)} is not a text.`);
}

export function givenFlag(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new HostError("InvalidArgument", `${JSON.stringify(value)} is neither true nor false.`);
}

/**
 * One of the values that the workbench has; another one of Excel is not implemented, and no other exists.
 *
 * @throws HostError `NotImplemented` or `InvalidArgument`
 */
export function givenOneOf<Value extends string>(
  value: unknown,
  ours: readonly Value[],
  excels: readonly string[],
): Value {
  const found = ours.find((one) => one === value);
  if (found !== undefined) return found;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (excels.includes(text)) throw new HostError("NotImplemented", `The workbench has no ${text}.`, 501);
  throw new HostError("InvalidArgument", `${text} is none of ${[...ours, ...excels].join(", ")}.`);
}
