import type { Method } from "./object-model";
import type { WorkbookState } from "./workbook-state";

/** The target of the events of the workbook's collections. */
export const ofWorkbook = "Workbook";

/** Of the protocol; the client finds the handlers by these numbers. */
export const eventType = {
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

/** With which it is kept that the add-in listens to a type of event of a target. */
export const listenerKey = (type: number, target: string) => `${type} ${target}`;

/** Handlers of several contexts may listen to the same; each says so for itself. */
function listen({ listeningTo }: WorkbookState, key: string, more: 1 | -1): void {
  const count = (listeningTo.get(key) ?? 0) + more;
  if (count > 0) listeningTo.set(key, count);
  else listeningTo.delete(key);
}

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
          call: (object: Object) => listen(object.state, listenerKey(type, targetOf(object)), 1),
        },
      ],
      [
        `_Unregister${name}`,
        {
          since,
          call: (object: Object) => listen(object.state, listenerKey(type, targetOf(object)), -1),
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
