import type { WorkbookPlan } from "./plan";

/** What the open workbook has before anything is written. */
export interface Found {
  sheets: { id: string; name: string }[];
  tables: { id: string; name: string; sheet: string }[];
  /** Defined names. */
  names: string[];
}

/** Excel takes names that differ in capitals for the same. */
export const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export async function foundIn(): Promise<Found> {
  return Excel.run(async (context) => {
    const { worksheets, tables, names } = context.workbook;
    worksheets.load("items/id, items/name");
    tables.load("items/id, items/name, items/worksheet/name");
    names.load("items/name");
    await context.sync();
    return {
      sheets: worksheets.items.map(({ id, name }) => ({ id, name })),
      tables: tables.items.map(({ id, name, worksheet }) => ({ id, name, sheet: worksheet.name })),
      names: names.items.map(({ name }) => name),
    };
  });
}

/** The sheets that the plan would replace, and in Dutch what would stand in the way even then. */
export function conflictsWith(
  plan: WorkbookPlan,
  { sheets, tables, names }: Found,
): { sheets: string[]; problem: string | null } {
  const existing = plan.sheets.flatMap(({ name }) => {
    const found = sheets.find((sheet) => sameName(sheet.name, name));
    return found ? [found.name] : [];
  });
  const planned = plan.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  const elsewhere = tables.find(
    ({ name, sheet }) => planned.some((one) => sameName(one, name)) && !existing.includes(sheet),
  );
  if (elsewhere) {
    const problem = `Op het blad ${elsewhere.sheet} staat al een tabel met de naam ${elsewhere.name}, die KNAP nodig heeft. Geef die tabel in Excel een andere naam (Tabelontwerp, Tabelnaam) en probeer het opnieuw.`;
    return { sheets: existing, problem };
  }
  const taken = names.find((name) => planned.some((one) => sameName(one, name)));
  const problem =
    taken === undefined
      ? null
      : `De werkmap heeft al een naam ${taken}, die KNAP voor een tabel nodig heeft. Geef die in Excel een andere naam (Formules, Namen beheren) en probeer het opnieuw.`;
  return { sheets: existing, problem };
}

/**
 * Makes the workbook what it was: takes away the sheets of the plan that were not there, and gives sheets and tables
 * their names back. What the user added meanwhile stays.
 */
export async function putBack(plan: WorkbookPlan, before: Found): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/id, items/name");
    tables.load("items/id, items/name");
    await context.sync();
    const nameBefore = (kind: "sheets" | "tables", id: string) =>
      before[kind].find((one) => one.id === id)?.name;
    const ours = worksheets.items.filter(
      ({ id, name }) =>
        nameBefore("sheets", id) === undefined && plan.sheets.some((sheet) => sameName(sheet.name, name)),
    );
    // First, since they have the names and the tables that the old ones get back.
    ours.forEach((sheet) => sheet.delete());
    for (const sheet of worksheets.items) {
      const name = nameBefore("sheets", sheet.id);
      if (name !== undefined && name !== sheet.name) sheet.name = name;
    }
    for (const table of tables.items) {
      const name = nameBefore("tables", table.id);
      if (name !== undefined && name !== table.name) table.name = name;
    }
    await context.sync();
  });
}
