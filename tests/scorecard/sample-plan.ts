import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readExtract, type Extract } from "../../src/extracts/read-extract";
import { makeDataset } from "../../src/scorecard/dataset";
import { planWorkbook } from "../../src/scorecard/plan-workbook";
import type { PlannedCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";

export const samples = join(__dirname, "../../samples/samen-voor-zuid");

export function readFolder(folder: string): Extract[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => {
      const reading = readExtract({ name, bytes: readFileSync(join(folder, name)) });
      if (!reading.ok) throw new Error(reading.problem);
      return reading.extract;
    });
}

export function planOf(extracts: readonly Extract[]): WorkbookPlan {
  const sources = extracts.map(({ kind, fileName, rowsRead, encoding }) => ({
    fileName,
    kind,
    rowsRead,
    rowsLeftOut: 0,
    encoding,
    sha256: "",
  }));
  return planWorkbook(makeDataset(extracts, sources), {
    version: "0.0.0",
    moment: new Date("2026-11-23T12:00:00Z"),
  });
}

export function extractOf(name: string, csv: string): Extract {
  const reading = readExtract({ name, bytes: new TextEncoder().encode(csv) });
  if (!reading.ok) throw new Error(reading.problem);
  if (reading.extract.faults.length > 0) throw new Error(reading.extract.faults[0].message);
  return reading.extract;
}

export function sheetOf(plan: WorkbookPlan, name: string): SheetPlan {
  const sheet = plan.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** Every planned cell of a workbook with its place. */
export function cellsOf(
  plan: WorkbookPlan,
): { sheet: string; row: number; column: number; cell: PlannedCell }[] {
  return plan.sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      [...cells].flatMap((cell, column) => (cell ? [{ sheet: name, row, column, cell }] : [])),
    ),
  );
}
