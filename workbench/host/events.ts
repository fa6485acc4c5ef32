import { rangeAddress } from "../engine/address";
import type { Change } from "../engine/changes";
import { isError, type CellValue } from "../engine/cell-value";
import type { Method } from "./object-model";
import { rangeOf, valueTypeOf, type RangeObject } from "./model/range";
import type { WorkbookState } from "./workbook-state";

/** An event for the add-in: its number in the protocol, the object that it is about, and its arguments. */
export interface HostEvent {
  type: number;
  target: string;
  args: Record<string, unknown>;
}

/** The target of the events of the workbook's collections. */
const ofWorkbook = "Workbook";

/** Of the protocol; the client finds the handlers by these numbers. */
const eventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  nameChanged: 25,
  tableChanged: 101,
};

/** Who made a change: https://learn.microsoft.com/javascript/api/excel/excel.eventtriggersource and excel.eventsource. */
export type Actor = "add-in" | "user" | "other user";

interface EventName {
  type: number;
  /** Of the method with which the client asks for the event. */
  name: string;
  since: number;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
const sheetEvents: readonly EventName[] = [
  { type: eventType.changed, name: "DataChangedEvent", since: 7 },
  { type: eventType.activated, name: "ActivatedEvent", since: 7 },
  { type: eventType.deactivated, name: "DeactivatedEvent", since: 7 },
  { type: eventType.selectionChanged, name: "SelectionChangedEvent", since: 7 },
  { type: eventType.calculated, name: "CalculatedEvent", since: 8 },
  { type: eventType.formatChanged, name: "FormatChangedEvent", since: 9 },
  { type: eventType.nameChanged, name: "EventNameChanged", since: 17 },
];

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
const sheetsEvents: readonly EventName[] = [
  { type: eventType.activated, name: "ActivatedEvent", since: 7 },
  { type: eventType.deactivated, name: "DeactivatedEvent", since: 7 },
  { type: eventType.added, name: "AddedEvent", since: 7 },
  { type: eventType.deleted, name: "DeletedEvent", since: 7 },
  { type: eventType.calculated, name: "CalculatedEvent", since: 8 },
  { type: eventType.changed, name: "DataChangedEvent", since: 9 },
  { type: eventType.selectionChanged, name: "SelectionChangedEvent", since: 9 },
  { type: eventType.formatChanged, name: "FormatChangedEvent", since: 9 },
  { type: eventType.nameChanged, name: "EventNameChanged", since: 17 },
];

const key = (type: number, target: string) => `${type} ${target}`;

/** The methods with which the client asks for events, and says that it wants them no more. */
function registration<Object extends { state: WorkbookState }>(
  events: readonly EventName[],
  targetOf: (object: Object) => string,
): Record<string, Method> {
  return Object.fromEntries(
    events.flatMap(({ type, name, since }): [string, Method][] => [
      [
        `_Register${name}`,
        {
          since,
          call: (object: Object) => void object.state.listeningTo.add(key(type, targetOf(object))),
        },
      ],
      [
        `_Unregister${name}`,
        {
          since,
          call: (object: Object) => void object.state.listeningTo.delete(key(type, targetOf(object))),
        },
      ],
    ]),
  );
}

export const sheetEventMethods = registration(
  sheetEvents,
  ({ id }: { state: WorkbookState; id: string }) => id,
);
export const sheetsEventMethods = registration(sheetsEvents, () => ofWorkbook);

/** https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-onchanged-member */
export const tableEventMethods = registration(
  [{ type: eventType.tableChanged, name: "DataChangedEvent", since: 7 }],
  ({ id }: { state: WorkbookState; id: string }) => id,
);
export const tablesEventMethods = registration(
  [{ type: eventType.tableChanged, name: "DataChangedEvent", since: 7 }],
  () => ofWorkbook,
);

/** What the add-in is told of a change, of all that it asked for. */
export function eventsOf(state: WorkbookState, change: Change, actor: Actor): HostEvent[] {
  if (!state.enableEvents) return [];
  return allEvents(state, change, actor).filter(({ type, target }) =>
    state.listeningTo.has(key(type, target)),
  );
}

function allEvents(state: WorkbookState, change: Change, actor: Actor): HostEvent[] {
  const { engine } = state;
  const { sheet } = change;
  const source = actor === "other user" ? "Remote" : "Local";
  // https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs: the add-in's own changes are told too.
  const triggerSource = actor === "add-in" ? "ThisLocalAddin" : "Unknown";
  const both = (type: number, args: Record<string, unknown>, worksheetId = sheet): HostEvent[] =>
    [worksheetId, ofWorkbook].map((target) => ({ type, target, args: { worksheetId, ...args } }));
  const onlyWorkbook = (type: number): HostEvent[] => [
    { type, target: ofWorkbook, args: { worksheetId: sheet, source } },
  ];
  const cells = () => {
    if (!("block" in change)) return {};
    const address = rangeAddress("", change.block).replace(/^.*!/, "");
    return { address, referenceId: referenceTo(sheet, change.block) };
  };
  switch (change.kind) {
    case "edited": {
      const args = {
        ...cells(),
        ...(change.before === undefined ? {} : details(state, change, change.before)),
        changeType: "RangeEdited",
        shiftDirection: "None",
        source,
        triggerSource,
      };
      return [...both(eventType.changed, args), ...ofTables(state, change, args)];
    }
    case "formatted":
      return both(eventType.formatChanged, { ...cells(), source });
    case "calculated":
      return both(eventType.calculated, cells());
    // Only the user's own selection: https://learn.microsoft.com/javascript/api/excel/excel.worksheetselectionchangedeventargs
    case "selected":
      return both(eventType.selectionChanged, cells());
    case "activated":
      return [...both(eventType.deactivated, {}, change.before), ...both(eventType.activated, {})];
    case "added":
      return onlyWorkbook(eventType.added);
    case "deleted":
      return onlyWorkbook(eventType.deleted);
    case "renamed":
      return both(eventType.nameChanged, {
        source,
        nameBefore: change.before,
        nameAfter: engine.sheetName(sheet),
      });
  }
}

type CellsChange = Extract<Change, { block: object }>;

/** https://learn.microsoft.com/javascript/api/excel/excel.changedeventdetail: of one cell only. */
function details({ engine }: WorkbookState, { sheet, block }: CellsChange, before: CellValue) {
  const after = engine.values(sheet, block)[0][0];
  const shown = (value: CellValue) => (isError(value) ? value.error : (value ?? ""));
  return {
    valueBefore: shown(before),
    valueAfter: shown(after),
    valueTypeBefore: valueTypeOf(before),
    valueTypeAfter: valueTypeOf(after),
  };
}

function ofTables(
  state: WorkbookState,
  { sheet, block }: CellsChange,
  args: Record<string, unknown>,
): HostEvent[] {
  const touched = state.engine
    .tables()
    .filter(
      ({ sheet: own, block: table }) =>
        own === sheet &&
        table.startRow <= block.endRow &&
        block.startRow <= table.endRow &&
        table.startColumn <= block.endColumn &&
        block.startColumn <= table.endColumn,
    );
  return touched.flatMap(({ id }) =>
    [id, ofWorkbook].map((target) => ({
      type: eventType.tableChanged,
      target,
      args: { tableId: id, worksheetId: sheet, ...args },
    })),
  );
}

/** The cells themselves, so that nothing has to be kept for a handler that asks for the range of its event. */
const referenceTo = (sheet: string, block: CellsChange["block"]) => JSON.stringify({ sheet, block });

/** The range that a handler asks for, by what it was told. */
export function rangeOfReference(state: WorkbookState, reference: string): RangeObject | null {
  const { sheet, block } = JSON.parse(reference) as CellsChange;
  return state.engine.sheetIds().includes(sheet) ? rangeOf(state, sheet, block) : null;
}
