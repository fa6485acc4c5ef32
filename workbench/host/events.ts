import { cellsAddress, intersection } from "../engine/address";
import type { Change } from "../engine/changes";
import { isError, type CellValue } from "../engine/cell-value";
import { eventType, listenerKey, ofWorkbook } from "./event-registration";
import { rangeOf, type RangeObject } from "./model/range";
import { valueTypeOf } from "./model/range-content";
import type { WorkbookState } from "./workbook-state";

/** An event for the add-in: its number in the protocol, the object that it is about, and its arguments. */
export interface HostEvent {
  type: number;
  target: string;
  args: Record<string, unknown>;
}

/** Who made a change: https://learn.microsoft.com/javascript/api/excel/excel.eventtriggersource and excel.eventsource. */
export type Actor = "add-in" | "user" | "other user";

/** Who triggered a change is told from ExcelApi 1.14 on, and not of tables: excel.worksheetchangedeventargs. */
const setOfTrigger = 14;

/** What the add-in is told of a change, of all that it asked for. */
export function eventsOf(state: WorkbookState, change: Change, actor: Actor, apiSet: number): HostEvent[] {
  if (!state.enableEvents) return [];
  return allEvents(state, change, actor, apiSet).filter(({ type, target }) =>
    state.listeningTo.has(listenerKey(type, target)),
  );
}

function allEvents(state: WorkbookState, change: Change, actor: Actor, apiSet: number): HostEvent[] {
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
    return { address: cellsAddress(change.block), referenceId: referenceTo(sheet, change.block) };
  };
  switch (change.kind) {
    // Of https://learn.microsoft.com/javascript/api/excel/excel.datachangetype no other: no cells are inserted or deleted here.
    case "edited": {
      const args = {
        ...cells(),
        ...(change.before === undefined ? {} : details(state, change, change.before)),
        changeType: "RangeEdited",
        // No field of the event: the client makes changeDirectionState of it.
        shiftDirection: "None",
        source,
      };
      const ofSheet = apiSet >= setOfTrigger ? { ...args, triggerSource } : args;
      return [...both(eventType.changed, ofSheet), ...ofTables(state, change, args)];
    }
    case "formatted":
      return both(eventType.formatChanged, { ...cells(), source });
    case "calculated":
      // The cells of which the formula was calculated: excel.worksheetcalculatedeventargs, address.
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
    case "put back":
      // Of Ctrl+Z over what is not in the cells: no event of Excel that is here is about that.
      return [];
    case "renamed":
      return both(eventType.nameChanged, {
        source,
        nameBefore: change.before,
        nameAfter: engine.sheetName(sheet),
      });
  }
}

type CellsChange = Extract<Change, { block: object }>;

/**
 * https://learn.microsoft.com/javascript/api/excel/excel.changedeventdetail: of one cell only, as excel.worksheetchangedeventargs says of
 * details. Assumed, to be confirmed in Excel: a blank is an empty text.
 */
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

/** Assumed, to be confirmed in Excel: with the address of all cells that changed, also outside the table. */
function ofTables(
  state: WorkbookState,
  { sheet, block }: CellsChange,
  args: Record<string, unknown>,
): HostEvent[] {
  const touched = state.engine
    .tables()
    .filter(({ sheet: own, block: table }) => own === sheet && intersection(table, block));
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
