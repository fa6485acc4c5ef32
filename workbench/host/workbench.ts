import type { Univer } from "@univerjs/core";
import type { FunctionDescription } from "../engine/custom-functions";
import { createEngine, type Engine } from "../engine/engine";
import { functionCaller } from "./custom-function-caller";
import { workbookOf } from "./model/workbook";
import { eventQueue } from "./event-queue";
import type { HostEvent } from "./events";
import { createOfficeHost, type OfficeHost, type RichMessage } from "./office-host";
import { noFaults, type Faults } from "./faults";
import { requirementSets } from "./requirement-sets";
import { keptOf, newWorkbookState, type WorkbookState } from "./workbook-state";

export interface Workbench {
  engine: Engine;
  state: WorkbookState;
  /** To be changed at any time, for tests and for the curious. */
  faults: Faults;
  host: OfficeHost;
  /** Resolves when the add-in's custom functions take calls. */
  ready: () => Promise<void>;
  /** To be called when the add-in is loaded anew: the workbook stays, what the add-in had in memory is gone. */
  restart: () => void;
}

export interface WorkbenchOptions {
  univer: Univer;
  namespace: string;
  functions: readonly FunctionDescription[];
  takesErrors?: boolean;
  origin: string;
  /** The requirement set that decides what exists: 12 is ExcelApi 1.12. */
  excelApi: number;
  post: (text: string) => void;
}

/** How an event of the workbook is told: the kind, the event, its target and its arguments. */
const richMessage = ({ type, target, args }: HostEvent): RichMessage => [
  65536,
  type,
  target,
  JSON.stringify(args),
  0,
  false,
];

/** Sheets that calculate, and the host that the add-in takes for Excel on the web. */
export function createWorkbench({
  univer,
  namespace,
  functions,
  takesErrors,
  origin,
  excelApi,
  post,
}: WorkbenchOptions): Workbench {
  const caller = functionCaller((messages) => host.tell(messages));
  const engine = createEngine(univer, { namespace, functions, takesErrors, caller });
  // Assumed, to be confirmed in Excel: an empty workbook of the Dutch one has this sheet.
  engine.addSheet("Blad1");
  const state = newWorkbookState(engine);
  const faults = noFaults();
  const events = eventQueue(
    state,
    excelApi,
    (batch) => host.tell(batch.map(richMessage)),
    () => host.notify("documentSelectionChanged", {}),
  );
  // Each sync is a step of its own: https://learn.microsoft.com/javascript/api/excel/excel.runoptions#excel-excel-runoptions-mergeundogroup-member.
  // Office.js 1.1.110 does not say which to merge.
  const asOneStep = async <T>(work: () => T | Promise<T>) => {
    const sheets = engine.sheetIds().join();
    const result = await engine.undo.asOneStep(work, keptOf(state));
    // Assumed, to be confirmed in Excel: a sheet that comes or goes is not taken back, nor what was done before it. It is not in the list
    // of what cannot be undone, which clears what came before: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
    if (engine.sheetIds().join() !== sheets) engine.undo.forget();
    return result;
  };
  // Univer calculates nothing when a sheet gets another name or goes, and what it was calculating then is lost.
  let isRenamed = false;
  engine.onChange(({ kind }) => (isRenamed ||= kind === "renamed" || kind === "deleted"));
  const host: OfficeHost = createOfficeHost({
    faults,
    documentSettings: state.documentSettings,
    session: {
      root: workbookOf(state),
      services: caller.services,
      references: state.references,
      isProtected: (sheetId) => state.protectedSheets.has(sheetId),
      apiSet: excelApi,
    },
    // https://learn.microsoft.com/office/dev/add-ins/excel/performance#suspend-calculation-temporarily: it calculates again after the sync.
    afterBatch: () => {
      if (!state.isSuspended && !isRenamed) return;
      state.isSuspended = isRenamed = false;
      if (!engine.mode.isManual()) engine.calculateAll();
    },
    as: events.as,
    asOneStep,
    answered: events.flush,
    origin,
    requirementSets: requirementSets(excelApi),
    post,
  });
  const restart = () => {
    host.forget();
    state.listeningTo.clear();
    state.references.clear();
    // "In the current task pane": excel.runtime, enableEvents.
    state.enableEvents = true;
    caller.restart();
  };
  return { engine, state, faults, host, ready: caller.ready, restart };
}
