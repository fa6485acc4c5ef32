import { faultyRows, type Inspection, type ReadFile } from "../../src/scorecard/inspect-files";
import type { WorkbookPlan } from "../../src/workbook/plan";

/** Where the user is in making a scorecard. */
export type State =
  | { step: "start"; message?: string }
  | { step: "reading" }
  | { step: "refused"; inspection: Inspection }
  /** Some rows or files are not good: does the user go on without them? */
  | { step: "faulty"; files: ReadFile[]; inspection: Inspection }
  /** Sheets with these names are there: may they be replaced? */
  | { step: "replace"; plan: WorkbookPlan; remarks: string[]; existing: string[] }
  | { step: "writing"; done: number; of: number }
  | { step: "done"; sheets: string[]; remarks: string[] }
  | { step: "failed"; message: string };

/** What the status line says when the state changes. */
export function statusOf(state: State): string {
  switch (state.step) {
    case "start":
      return state.message ?? "";
    case "reading":
      return "De bestanden worden gelezen…";
    case "refused":
      return "Met deze bestanden kan geen scorecard worden gemaakt.";
    case "faulty":
      return `${faultSummary(state.inspection)} Kies of KNAP zonder verdergaat.`;
    case "replace":
      return "De werkmap heeft al bladen met deze namen. Kies of KNAP ze vervangt.";
    case "writing":
      return `De werkmap wordt gemaakt: stap ${Math.min(state.done + 1, state.of)} van ${state.of}…`;
    case "done":
      return `Klaar. ${state.sheets.length} bladen staan in de werkmap.`;
    // The view itself says what went wrong, as an alert.
    case "failed":
      return "";
  }
}

/** "3 regels met een fout. 1 bestand is geen extract dat KNAP kent." */
export function faultSummary({ faulty, unknown }: Inspection): string {
  const rows = faulty.reduce((sum, extract) => sum + faultyRows(extract), 0);
  return [
    ...(rows > 0 ? [`${rows} ${rows === 1 ? "regel" : "regels"} met een fout.`] : []),
    ...(unknown.length > 0
      ? [
          `${unknown.length} ${unknown.length === 1 ? "bestand is" : "bestanden zijn"} geen extract dat KNAP kent.`,
        ]
      : []),
  ].join(" ");
}
