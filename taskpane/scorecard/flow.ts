import { allRemarks, datasetOf, inspectFiles, type ReadFile } from "../../src/scorecard/inspect-files";
import { planWorkbook } from "../../src/scorecard/plan-workbook";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { RenderOptions, RenderOutcome } from "../../src/workbook/render-in-excel";
import type { State } from "./state";

/** What the flow does outside itself. */
export interface Surroundings {
  show: (state: State) => void;
  write: (plan: WorkbookPlan, options: RenderOptions) => Promise<RenderOutcome>;
  /** In Dutch what went wrong and what to do; the error itself goes to the console. */
  explain: (error: unknown) => string;
  made: () => { version: string; moment: Date };
}

export interface Flow {
  /** Reads files and goes as far as it can without a question. */
  start: (read: () => Promise<ReadFile[]>) => Promise<void>;
  /** The user says yes to the question that the pane asks. */
  goOn: () => Promise<void>;
  /** Back to the start; once cells are written there is no way back but to the end. */
  cancel: () => void;
}

export function createFlow({ show, write, explain, made }: Surroundings): Flow {
  let state: State = { step: "start" };
  const to = (next: State) => {
    state = next;
    show(next);
  };

  const plan = async (files: ReadFile[]) => {
    const dataset = datasetOf(files);
    await put(planWorkbook(dataset, made()), allRemarks(dataset), false);
  };
  const put = async (planned: WorkbookPlan, remarks: string[], replace: boolean) => {
    to({ step: "writing", done: 0, of: 1 });
    const progress = (step: { done: number; of: number }) => to({ step: "writing", ...step });
    const outcome = await write(planned, { replace, progress });
    if (outcome.written) to({ step: "done", sheets: outcome.sheets, remarks });
    else to({ step: "replace", plan: planned, remarks, existing: outcome.existing });
  };
  const orExplain = async (work: Promise<void>) => {
    try {
      await work;
    } catch (error) {
      to({ step: "failed", message: explain(error) });
    }
  };

  const start = async (read: () => Promise<ReadFile[]>) => {
    const reading: State = { step: "reading" };
    to(reading);
    const files = await read();
    // The user cancelled, or chose other files meanwhile.
    if (state !== reading) return;
    const inspection = inspectFiles(files);
    if (inspection.extracts.length === 0 || inspection.obstacles.length > 0)
      to({ step: "refused", inspection });
    else if (inspection.faulty.length > 0 || inspection.unknown.length > 0)
      to({ step: "faulty", files, inspection });
    else await plan(files);
  };

  return {
    start: (read) => orExplain(start(read)),
    goOn: async () => {
      if (state.step === "faulty") await orExplain(plan(state.files));
      else if (state.step === "replace") await orExplain(put(state.plan, state.remarks, true));
    },
    cancel: () => {
      if (state.step !== "writing") to({ step: "start" });
    },
  };
}
