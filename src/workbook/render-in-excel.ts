import { conflictsWith, foundIn, putBack, type Found } from "./open-workbook";
import { chartSteps, sheetSteps } from "./sheet-steps";
import { inRequests } from "./payload";
import type { WorkbookPlan } from "./plan";
import { addSheetsAndTables } from "./add-sheets";

export type RenderOutcome =
  | { written: true; sheets: string[] }
  /** Sheets of the plan that the workbook already has: nothing was written. */
  | { written: false; existing: string[] };

export interface RenderOptions {
  /** Whether sheets with the same names may be replaced. */
  replace: boolean;
  /** Called before each request, with how many come. */
  progress?: (step: { done: number; of: number }) => void;
}

/** The open workbook cannot take the plan; the message is Dutch and says what to do. */
export class WorkbookError extends Error {}

/**
 * Writes a planned workbook into the workbook that is open in Excel. Old sheets keep standing, under other names,
 * until the new ones are complete; when anything fails, the new ones go and the old ones get their names back.
 *
 * The number of requests does not grow with sheets or rows as long as the contents fit in one (see payload.ts):
 * one to look, one for sheets and tables, one for the contents, one to finish.
 */
export async function renderInExcel(plan: WorkbookPlan, options: RenderOptions): Promise<RenderOutcome> {
  const found = await foundIn();
  const { sheets: existing, problem } = conflictsWith(plan, found);
  if (problem !== null) throw new WorkbookError(problem);
  if (existing.length > 0 && !options.replace) return { written: false, existing };
  try {
    await build(plan, existing, found, options.progress);
  } catch (error) {
    await putBack(plan, found).catch((second: unknown) => {
      throw new AggregateError([error, second], "Writing failed, and so did taking it back.");
    });
    throw error;
  }
  return { written: true, sheets: plan.sheets.map(({ name }) => name) };
}

async function build(
  plan: WorkbookPlan,
  existing: string[],
  found: Found,
  progress: RenderOptions["progress"],
): Promise<void> {
  await Excel.run(async (context) => {
    const old = addSheetsAndTables(context, plan, existing, found);
    const requests = inRequests([
      ...plan.sheets.flatMap((sheet) => sheetSteps(context, sheet)),
      ...plan.sheets.flatMap((sheet) => chartSteps(context, sheet)),
    ]);
    const of = requests.length + 2;
    progress?.({ done: 0, of });
    await context.sync();
    for (const [i, steps] of requests.entries()) {
      progress?.({ done: 1 + i, of });
      // Excel would calculate after every matrix, and draw what stands there so far.
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      steps.forEach(({ apply }) => apply());
      // One request would be refused by its size: that is what divides them.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    }
    progress?.({ done: of - 1, of });
    old.forEach((sheet) => sheet.delete());
    context.workbook.worksheets.getItem(plan.sheets[0].name).activate();
    await context.sync();
  });
}
