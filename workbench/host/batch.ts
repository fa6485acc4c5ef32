import { NoSheet } from "../engine/engine";
import { apiNotFound, generalException, HostError, itemNotFound } from "./host-error";
import { isHostObject, member, nullObject, type HostObject, type Outcome } from "./object-model";

/** A batch as Office.js sends it at a sync. */
export interface Batch {
  Actions: readonly Action[];
  ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  QueryInfo?: Query;
  ArgumentInfo?: ArgumentInfo;
}

interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  Arguments?: readonly unknown[];
  /** For each argument that is an object its path; 0 for a plain value. */
  ReferencedObjectPathIds?: readonly number[] | null;
}

interface Query {
  Select?: readonly string[];
  /** Other objects of which all is loaded. */
  Expand?: readonly string[];
  Top?: number;
  Skip?: number;
}

export interface BatchAnswer {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: null; ActionIndex: number; HttpStatusCode: number };
}

/** The kinds of action; those that Office.js sends only to a host that declares RichApiRuntime are not here. */
const action = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 };
const path = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 };

/** What a batch works on. */
export interface Session {
  root: HostObject;
  services: Readonly<Record<string, HostObject>>;
  /** The objects that the client keeps between batches, by reference id. */
  references: Map<string, HostObject>;
  /** Whether a sheet refuses changes. */
  isProtected: (sheetId: string) => boolean;
  /** The declared requirement set: 12 is ExcelApi 1.12. */
  apiSet: number;
}

/**
 * Does the actions of a batch in their order:
 * https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#proxy-objects.
 * Assumed, to be confirmed in Excel: at the first that fails it stops, and what was done before it stays.
 */
export async function runBatch({ Actions, ObjectPaths }: Batch, session: Session): Promise<BatchAnswer> {
  const objects = new Map<number, Outcome>();
  const answer: BatchAnswer = { Results: [], TraceIds: [] };

  // A path is followed once, and not before an action needs it: `Add` is a path too.
  const follow = async (id: number): Promise<Outcome> => {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const found = await followAnew(ObjectPaths[id]);
    objects.set(id, found);
    return found;
  };
  const followAnew = async ({ ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath) => {
    if (ObjectPathType === path.root) return session.root;
    if (ObjectPathType === path.nothing) return nullObject;
    if (ObjectPathType === path.service) return session.services[Name] ?? fail(apiNotFound(Name));
    if (ObjectPathType === path.reference) {
      // Assumed, to be confirmed in Excel: with this code, which application-specific-api-error-handling has for a reference.
      return (
        session.references.get(Name) ?? fail(new HostError("InvalidReference", "The object is gone.", 404))
      );
    }
    const parent = await follow(ParentObjectPathId ?? 0);
    // Assumed, to be confirmed in Excel: what hangs on a null object is null too, and changes nothing.
    if (parent === nullObject) return nullObject;
    if (ObjectPathType === path.property) {
      return member(parent, "navigations", Name, session.apiSet).to(parent as never);
    }
    const name = ObjectPathType === path.indexer ? "GetItem" : Name;
    const result = await call(parent, name, ArgumentInfo);
    return isHostObject(result) || result === nullObject ? result : fail(apiNotFound(name));
  };
  const call = async (object: HostObject, name: string, info?: ArgumentInfo): Promise<unknown> => {
    const args = await Promise.all(
      (info?.Arguments ?? []).map((value, i) => {
        const pathId = info?.ReferencedObjectPathIds?.[i];
        return pathId ? follow(pathId) : value;
      }),
    );
    const found = member(object, "methods", name, session.apiSet);
    if (!isQuestion(name)) checkProtection(object, session);
    return await found.call(object as never, ...(args as never[]));
  };
  const keep = (object: HostObject) => {
    const known = [...session.references].find(([, kept]) => kept === object);
    if (!known) session.references.set(`ref${(lastReference += 1)}`, object);
    return null;
  };

  const perform = async ({
    ActionType,
    Name,
    ObjectPathId,
    QueryInfo,
    ArgumentInfo,
  }: Action): Promise<unknown> => {
    const object = await follow(ObjectPathId);
    if (object === nullObject) return null;
    if (ActionType === action.instantiate) return identityOf(object, session);
    if (ActionType === action.query) return query(object, QueryInfo ?? {}, session);
    if (ActionType === action.setProperty) {
      const { set } = member(object, "scalars", Name, session.apiSet);
      if (!set) throw apiNotFound(`set ${object.type.name}.${Name}`);
      checkProtection(object, session);
      await set(object as never, ArgumentInfo?.Arguments?.[0] as never);
      return null;
    }
    if (ActionType === action.method) {
      if (Name === "_KeepReference") return keep(object);
      const value = await call(object, Name, ArgumentInfo);
      return isHostObject(value) || value === undefined || value === nullObject ? null : value;
    }
    throw apiNotFound(`action ${ActionType}`);
  };

  for (const [index, one] of Actions.entries()) {
    if (one.ActionType === action.trace) {
      // The client waits for the ids of the traces that were reached.
      answer.TraceIds.push(one.Id);
      answer.Results.push({ ActionId: one.Id, Value: null });
      continue;
    }
    try {
      answer.Results.push({ ActionId: one.Id, Value: await perform(one) });
    } catch (error) {
      // A fault of the workbench itself must not leave the add-in waiting for an answer.
      const { code, message, status } = hostErrorOf(error);
      answer.Error = {
        Code: code,
        Message: message,
        Location: null,
        ActionIndex: index,
        HttpStatusCode: status,
      };
      break;
    }
  }
  return answer;
}

/** Assumed, to be confirmed in Excel: what is on a deleted sheet is not found any more. */
function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof NoSheet) return itemNotFound("the sheet was deleted");
  console.error(error);
  return generalException(error);
}

/** The answer to a batch of which nothing is done. */
export const refusal = ({ code, message, status }: HostError): BatchAnswer => ({
  Results: [],
  TraceIds: [],
  Error: { Code: code, Message: message, Location: null, ActionIndex: 0, HttpStatusCode: status },
});

/** Of a method: it leaves the workbook as it is. Assumed, to be confirmed in Excel: a protected sheet allows it. */
const isQuestion = (name: string) => /^(_|Get|Suspend|Select$|Activate$|Calculate$)/.test(name);

/**
 * What a protected sheet refuses: https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions.
 * Assumed, to be confirmed in Excel: with the code that https://learn.microsoft.com/javascript/api/excel/excel.alloweditrange
 * gives for its own members.
 */
function checkProtection(object: HostObject, { isProtected }: Session): void {
  const sheet = object.type.sheet?.(object as never) ?? null;
  if (sheet !== null && isProtected(sheet))
    throw new HostError("AccessDenied", "You cannot perform the requested operation.", 403);
}

/** Whether a batch would change the workbook: it sets a property, or calls a method that is no question. */
export const changes = ({ Actions, ObjectPaths }: Batch): boolean =>
  Actions.some(({ ActionType, Name }) => {
    if (ActionType === action.setProperty) return true;
    return ActionType === action.method && !isQuestion(Name);
  }) || Object.values(ObjectPaths).some(({ Name }) => /^Add/.test(Name));

let lastReference = 0;

function fail(error: HostError): never {
  throw error;
}

function identityOf(object: HostObject, { references }: Session): Record<string, unknown> {
  const reference = [...references].find(([, kept]) => kept === object)?.[0];
  return {
    ...object.type.identity?.(object as never),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

/** The loaded properties; of a collection those of its items: https://learn.microsoft.com/javascript/api/excel/excel.interfaces.collectionloadoptions */
function query(
  object: HostObject,
  { Select: selected = [], Expand = [], Skip = 0, Top }: Query,
  session: Session,
): Record<string, unknown> {
  const { items } = object.type;
  const Select = [...selected, ...Expand];
  if (!items) return load(object, Select, session);
  const ofItems = Select.flatMap((name) => (/^items\//i.test(name) ? [name.slice(6)] : []));
  const own = Select.filter(
    (name) => !/^items(\/|$)/i.test(name) && Object.hasOwn(object.type.scalars, pascal(name)),
  );
  const others = Select.filter((name) => !/^items(\/|$)/i.test(name) && !own.includes(name));
  const all = items(object as never);
  return {
    ...load(object, own, session, own.length > 0),
    _Items: all
      .slice(Skip, Top === undefined ? undefined : Skip + Top)
      .map((item) => load(item, [...ofItems, ...others], session)),
  };
}

/**
 * What stands for all properties; the client sends the star for `load("items")` too:
 * https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#calling-load-without-parameters-not-recommended
 */
const isAll = (name: string) => name === "$all" || name === "*";

function load(
  object: HostObject,
  names: readonly string[],
  session: Session,
  isAsked = true,
): Record<string, unknown> {
  const loaded = identityOf(object, session);
  if (!isAsked) return loaded;
  const plain = names.filter((name) => !name.includes("/"));
  if (names.length === 0 || plain.some(isAll)) Object.assign(loaded, allScalars(object, session));
  for (const name of plain.filter((one) => !isAll(one))) {
    if (Object.hasOwn(object.type.navigations ?? {}, pascal(name))) {
      // An object that is named without a member of it: all of it.
      loadFrom(object, loaded, pascal(name), [], session);
    } else
      loaded[pascal(name)] = member(object, "scalars", pascal(name), session.apiSet).get(object as never);
  }
  for (const name of names.filter((one) => one.includes("/"))) {
    const [head, ...rest] = name.split("/");
    loadFrom(object, loaded, pascal(head), [rest.join("/")], session);
  }
  return loaded;
}

function loadFrom(
  object: HostObject,
  loaded: Record<string, unknown>,
  head: string,
  names: readonly string[],
  session: Session,
): void {
  const next = member(object, "navigations", head, session.apiSet).to(object as never);
  const before = (loaded[head] ?? {}) as Record<string, unknown>;
  loaded[head] = next === nullObject ? null : { ...before, ...query(next, { Select: names }, session) };
}

/** All that the set has; what the workbench can't tell of this object is left out, and is then not loaded. */
function allScalars(object: HostObject, session: Session): Record<string, unknown> {
  const loaded: Record<string, unknown> = {};
  for (const [name, { since, get }] of Object.entries(object.type.scalars)) {
    if (since > session.apiSet) continue;
    try {
      loaded[name] = get(object as never);
    } catch (error) {
      if (!(error instanceof HostError && error.code === "NotImplemented")) throw error;
    }
  }
  return loaded;
}

const pascal = (name: string) => name[0].toUpperCase() + name.slice(1);
