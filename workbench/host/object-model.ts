import { apiNotFound } from "./host-error";

/** An object that the add-in can hold: a workbook, a sheet, a range. */
export interface HostObject {
  readonly type: ObjectType;
}

/** What a method or a navigation gives when there is no such thing, as `getItemOrNullObject`. */
export const nullObject = Symbol("null object");

export type Outcome = HostObject | typeof nullObject;

/** A scalar property, such as a name or the values of a range. */
export interface Scalar {
  /** The requirement set that has it: 4 is ExcelApi 1.4. */
  since: number;
  get: (object: never) => unknown;
  set?: (object: never, value: never) => void | Promise<void>;
}

/** A property that leads to another object. */
export interface Navigation {
  since: number;
  to: (object: never) => Outcome;
}

export interface Method {
  since: number;
  call: (object: never, ...args: never[]) => unknown;
}

/**
 * The members of one kind of object, under the names of the protocol (PascalCase). What is not here does not exist
 * for the add-in: it gets Excel's error for a missing API.
 */
export interface ObjectType {
  name: string;
  scalars: Readonly<Record<string, Scalar>>;
  navigations?: Readonly<Record<string, Navigation>>;
  methods?: Readonly<Record<string, Method>>;
  /** By which the client finds the object back in a later batch. */
  identity?: (object: never) => Record<string, unknown>;
  /** The sheet that its changes change: a protected one refuses them. */
  sheet?: (object: never) => string | null;
  /** Of a collection. */
  items?: (object: never) => HostObject[];
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && "type" in value;

/**
 * The member of an object, if the declared requirement set has it.
 *
 * @throws HostError `ApiNotFound`
 */
export function member<Kind extends "scalars" | "navigations" | "methods">(
  object: HostObject,
  kind: Kind,
  name: string,
  apiSet: number,
): NonNullable<ObjectType[Kind]>[string] {
  const members = object.type[kind] as NonNullable<ObjectType[Kind]> | undefined;
  const found = members && Object.hasOwn(members, name) ? members[name] : undefined;
  if (!found || found.since > apiSet) throw apiNotFound(`${object.type.name}.${name}`);
  return found as NonNullable<ObjectType[Kind]>[string];
}
