import type { Actor, HostEvent } from "./events";
import { eventsOf } from "./events";
import type { WorkbookState } from "./workbook-state";

export interface EventQueue {
  /** Does the work on behalf of someone; what it changes is theirs. */
  as: <T>(who: Actor, work: () => T | Promise<T>) => Promise<T>;
  /** Sends the events that wait. */
  flush: () => void;
}

/**
 * Events of a batch wait until its answer has gone: assumed, to be confirmed in Excel. Those of the user go at once. That an add-in is
 * told of its own changes: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#event-triggers
 */
export function eventQueue(
  state: WorkbookState,
  apiSet: number,
  send: (events: HostEvent[]) => void,
  selected: () => void,
): EventQueue {
  let actor: Actor = "user";
  let waiting: HostEvent[] = [];
  let isSelected = false;
  const flush = () => {
    const events = waiting;
    const hasSelected = isSelected;
    waiting = [];
    isSelected = false;
    if (events.length > 0) send(events);
    if (hasSelected && state.enableEvents) selected();
  };
  state.engine.onChange((change) => {
    waiting.push(...eventsOf(state, change, actor, apiSet));
    isSelected ||= change.kind === "selected";
    if (actor === "user") flush();
  });
  return {
    as: async (who, work) => {
      const before = actor;
      actor = who;
      try {
        return await work();
      } finally {
        actor = before;
      }
    },
    flush,
  };
}
