import type { PersonExtracts } from "../../src/extracts/aggregate";
import type { Row } from "../../src/extracts/extract";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { auditNotes } from "./audit";
import { seeded } from "../seeded";
import { drawPersons, rowsOf } from "./drawn-persons";
import { readWorkbook, workbookOf } from "./read-workbook";

const threshold = 10;

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)];

/** The same extracts with one row gone, or with one value of a row in the place of another row's. */
function changed(given: Required<PersonExtracts>, random: () => number): Required<PersonExtracts> {
  const kind = pick(["bijstandspersonen", "instrumenten", "contacten"] as const, random);
  const rows = given[kind];
  if (rows.length === 0) return given;
  const at = Math.floor(random() * rows.length);
  const column = pick(Object.keys(rows[0].values), random);
  const values = { ...rows[at].values, [column]: pick(rows, random).values[column] };
  const other: Row[] = random() < 0.2 ? rows.toSpliced(at, 1) : rows.with(at, { ...rows[at], values });
  return { ...given, [kind]: other };
}

const tablesOf = (plan: WorkbookPlan) =>
  JSON.stringify(plan.sheets.filter(({ name }) => name.startsWith("Extract ")));

describe("what the workbook says of persons", () => {
  it("hangs on the three tables alone: a change of a person that they do not show changes no cell", () => {
    let unseen = 0;
    for (let seed = 1; seed <= Number(process.env.KNAP_DRAWS ?? 1); seed += 1) {
      const random = seeded(seed);
      const given = drawPersons(500 + seed, {
        persons: 40,
        categories: 3,
        years: 1 + (seed % 3),
        faults: true,
      });
      const plan = workbookOf(given, threshold);
      for (let change = 0; change < 40; change += 1) {
        const other = workbookOf(changed(given, random), threshold);
        if (tablesOf(other) !== tablesOf(plan)) continue;
        unseen += 1;
        expect({ seed, change, sheets: other.sheets }).toEqual({ seed, change, sheets: plan.sheets });
      }
    }
    expect(unseen).toBeGreaterThan(10);
  });
});

describe("the audit", () => {
  // Of 30 persons in December 28 had an instrument: the reach is withheld, for it would show the 2 who had none.
  const person = (gebiedsdeel: string) => (number: number) => ({
    persoon_id: `${gebiedsdeel} ${number}`,
    ...{ gebiedsdeel, jaar: 2021, maanden_bijstand: 12, december: true },
  });
  const instrument = (gebiedsdeel: string) => (number: number) => ({
    persoon_id: `${gebiedsdeel} ${number}`,
    ...{ gebiedsdeel, startdatum: "2021-05-01", type: "Traject" },
  });
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const given = {
    bijstandspersonen: rowsOf([...numbers(30).map(person("Zuid")), ...numbers(90).map(person("Overig"))]),
    instrumenten: rowsOf([...numbers(28).map(instrument("Zuid")), ...numbers(50).map(instrument("Overig"))]),
    contacten: [],
  };
  const planted = (sheet: string, row: number, cells: (string | number)[]) => {
    const plan = workbookOf(given, threshold);
    const rows = plan.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    rows.splice(
      row,
      0,
      cells.map((value) => ({ value })),
    );
    return auditNotes(given, readWorkbook(plan), threshold);
  };

  it("finds nothing in the workbook as it is", async () => {
    const found = await auditNotes(given, readWorkbook(workbookOf(given, threshold)), threshold);
    expect(found).toMatchObject({ confined: [], unexplained: [] });
    expect(found.hidden).toBeGreaterThan(0);
  });

  it("finds a ratio beside its withheld count", async () => {
    const { confined } = await planted("Dienstverlening", 7, ["Bereik van instrumenten", "Zuid", 28 / 30]);
    expect(confined).toContainEqual({ name: "2021|Zuid|instrumenten|gemist", count: 2, interval: [2, 2] });
  });

  it("finds a number that nobody can account for", async () => {
    const { unexplained } = await planted("Bronnen", 9, ["Regels", 28]);
    expect(unexplained).toEqual(["Bronnen 10,2: 28 "]);
  });
});
