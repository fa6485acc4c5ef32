import type { PersonAggregates, PersonExtracts } from "../../src/extracts/aggregate";
import type { Extract } from "../../src/extracts/extract";
import { makeDataset } from "../../src/scorecard/dataset";
import { planWorkbook } from "../../src/scorecard/plan-workbook";
import type { PlannedCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import type { Relation } from "./published-model";

/** What a reader takes down who has the workbook and nothing else. */
export interface ReaderNotes {
  readonly tables: PersonAggregates;
  /** What every ratio and share says of the counts of which it is made. */
  readonly figures: readonly Relation[];
  /** Numbers of which he does not know what they are made of: there must be none, or the audit is not of everything. */
  readonly unexplained: readonly string[];
}

/** The workbook of extracts about persons and nothing else. */
export function workbookOf(given: Required<PersonExtracts>, threshold: number): WorkbookPlan {
  const extracts = (Object.keys(given) as (keyof PersonExtracts)[]).flatMap((kind): Extract[] => {
    const rows = given[kind];
    if (rows.length === 0) return [];
    const columns = Object.keys(rows[0].values);
    const none = { faults: [], faultCount: 0, remarks: [], unknownColumns: [] };
    const file = { fileName: `${kind}.csv`, encoding: "utf-8", separator: ";", rowsRead: rows.length };
    return [{ kind, columns, rows, ...none, ...file }];
  });
  const sources = extracts.map(({ kind, fileName, rowsRead }) => ({
    ...{ kind, fileName, rowsRead, rowsLeftOut: 0, encoding: "utf-8", sha256: "0" },
  }));
  const dataset = makeDataset(extracts, sources, { threshold });
  return planWorkbook(dataset, { version: "0", moment: new Date(0) });
}

/** The rows of Dienstverlening that are counts, by the counts that they are of an area and year. */
const countRows: Record<string, (at: string) => string> = {
  "Personen in de bijstand": (at) => `${at}|jaar`,
  "Personen met bijstand in december": (at) => `${at}|december`,
  "Van hen met een instrument": (at) => `${at}|instrumenten`,
  "Van hen met een contact": (at) => `${at}|contacten`,
  Instrumenten: (at) => `${at}|instrumenten|type Totaal|aantal`,
  "Personen met een instrument": (at) => `${at}|instrumenten|type Totaal|personen`,
  Contacten: (at) => `${at}|contacten|type Totaal|aantal`,
  "Personen met een contact": (at) => `${at}|contacten|type Totaal|personen`,
};

/** The rows that are ratios, by what is divided by what (tables 2.3, 2.4 and 4.1 to 4.3 of the report). */
const ratioRows: Record<string, readonly [above: string, below: string]> = {
  "Instrumenten per persoon met een instrument": ["Instrumenten", "Personen met een instrument"],
  "Instrumenten per persoon in de bijstand": ["Instrumenten", "Personen in de bijstand"],
  "Contacten per persoon met een contact": ["Contacten", "Personen met een contact"],
  "Contacten per persoon in de bijstand": ["Contacten", "Personen in de bijstand"],
  "Bereik van instrumenten": ["Van hen met een instrument", "Personen met bijstand in december"],
  "Bereik van contacten": ["Van hen met een contact", "Personen met bijstand in december"],
};

type Cells = SheetPlan["rows"];

/** A name or a year as it stands in a cell. */
function textOf(cell: PlannedCell | undefined): string {
  const value = cell?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function readWorkbook(plan: WorkbookPlan): ReaderNotes {
  const rowsOf = (name: string): Cells => plan.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const tables = {
    diensten: tableOn(rowsOf("Extract diensten")),
    bijstand: tableOn(rowsOf("Extract bijstand")),
    bereik_kenmerken: tableOn(rowsOf("Extract bereik_kenmerken")),
  } as unknown as PersonAggregates;
  const figures: Relation[] = [];
  const explained = new Set<PlannedCell>();
  const take = (cell: PlannedCell, ...terms: Relation["terms"][number][]) => {
    explained.add(cell);
    if (terms.length > 0) figures.push({ kind: "equal", terms });
  };
  readServices(rowsOf("Dienstverlening"), take);
  readShares(rowsOf("Representatie"), take);

  const unexplained = plan.sheets.flatMap((sheet) =>
    sheet.name.startsWith("Extract ")
      ? []
      : sheet.rows.flatMap((cells, row) =>
          cells.flatMap((cell, column) => {
            if (typeof cell?.value !== "number" || explained.has(cell)) return [];
            if (isFixed(sheet, row, column) || isMadeOfShown(plan, sheet, cell)) return [];
            return [`${sheet.name} ${row + 1},${column + 1}: ${cell.value} ${cell.formula ?? ""}`];
          }),
        ),
  );
  return { tables, figures, unexplained: [...unexplained, ...chartsElsewhere(plan)] };
}

/** A table as a reader has it: "x" is withheld, an empty cell was not known. */
function tableOn([head = [], ...rows]: Cells): Record<string, unknown>[] {
  const names = head.map(textOf);
  return rows.map((cells) => {
    const values = names.map((_, column) => cells[column]?.value ?? null);
    const isCount = (name: string) => /^(aantal|personen.*|december|populatie|bereikt_.*)$/.test(name);
    const withheld = names.filter((name, column) => isCount(name) && values[column] === "x");
    return {
      ...Object.fromEntries(
        names.map((name, column) => [name, withheld.includes(name) ? null : values[column]]),
      ),
      withheld,
    };
  });
}

type Take = (cell: PlannedCell, ...terms: Relation["terms"][number][]) => void;

function readServices(rows: Cells, take: Take): void {
  let years: readonly string[] = [];
  for (const cells of rows) {
    const [label, area] = [textOf(cells[0]), textOf(cells[1])];
    if (label === "Cijfer") years = cells.map(textOf);
    for (const [column, cell] of cells.entries()) {
      if (typeof cell?.value !== "number" || column < 2 || label === "Cijfer") continue;
      const nameOf = (count: string) => countRows[count](`${years[column]}|${area}`);
      if (label in ratioRows) {
        const [above, below] = ratioRows[label].map(nameOf);
        take(cell, [above, 1], [below, -cell.value]);
      } else if (label in countRows) take(cell, [nameOf(label), 1], ["one", -cell.value]);
    }
  }
}

/** Shares of categories in the whole of their trait; the representation beside them is made of these. */
function readShares(rows: Cells, take: Take): void {
  const first = rows.findIndex((cells) => cells[0]?.value === "Per categorie, geteld uit de extracten") + 2;
  if (first < 2) return;
  const list = rows.slice(first).filter((cells) => cells[3] !== undefined);
  const traitOf = (cells: Cells[number]) => [1, 0, 2].map((column) => textOf(cells[column])).join("|");
  for (const cells of list) {
    const group = list.filter((other) => traitOf(other) === traitOf(cells));
    const counts = ["", "|instrumenten", "|contacten"];
    counts.forEach((count, at) => {
      const cell = cells[4 + at];
      if (typeof cell?.value !== "number") return;
      const share = cell.value;
      const nameOf = (other: Cells[number]) => `${traitOf(other)}|${textOf(other[3])}${count}`;
      take(cell, ...group.map((other) => [nameOf(other), (other === cells ? 1 : 0) - share] as const));
    });
    for (const [column, share] of [
      [7, 5],
      [8, 6],
      [9, 5],
      [10, 6],
    ]) {
      const [cell, reached, population] = [cells[column], cells[share]?.value, cells[4]?.value];
      if (typeof cell?.value !== "number" || typeof reached !== "number" || typeof population !== "number")
        continue;
      if (Math.abs(cell.value - (reached / population - 1)) < 1e-12) take(cell);
    }
  }
}

/** Years above columns, thresholds of indicators, the example of the footnote, the moment and what was left out. */
function isFixed({ name, rows }: SheetPlan, row: number, column: number): boolean {
  const cell = rows[row][column];
  if (cell?.format === "year" || cell?.format === "moment") return true;
  if (name === "Scorecard") return rows.some((cells) => cells[column]?.value === "Drempel");
  if (name === "Bronnen") return rows[4][column]?.value === "Weggelaten regels";
  return name === "Representatie" && row === 5;
}

/** Whether a number follows from cells that the workbook shows, by a formula that a reader can do himself. */
function isMadeOfShown(plan: WorkbookPlan, own: SheetPlan, { value, formula = "" }: PlannedCell): boolean {
  const at = (reference: string) => {
    const [, name, letter, row] = /^(?:(\w+)!)?\$?([A-Z])\$?(\d+)$/.exec(reference) ?? [];
    const sheet = name ? plan.sheets.find((one) => one.name === name) : own;
    const shown = sheet?.rows[Number(row) - 1]?.[letter.charCodeAt(0) - 65]?.value;
    return typeof shown === "number" ? shown : NaN;
  };
  const [, first, second] = /^([\w!$]+)(?:-([\w!$]+))?$/.exec(formula) ?? [];
  const list = /^AVERAGE\(([^()]+)\)$/.exec(formula)?.[1].split(",");
  const mine = list
    ? list.reduce((sum, reference) => sum + at(reference), 0) / list.length
    : first === undefined
      ? NaN
      : at(first) - (second === undefined ? 0 : at(second));
  return typeof value === "number" && Math.abs(value - mine) <= 1e-12 * Math.max(1, Math.abs(value));
}

/** Charts of cells that are not on the sheets, so that their data would not be looked at. */
function chartsElsewhere(plan: WorkbookPlan): string[] {
  const isShown = ({ sheet, range }: { sheet: string; range: string }) => {
    const [, left, top, right, bottom] = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(range) ?? [];
    const rows = plan.sheets.find((one) => one.name === sheet)?.rows;
    const columnOf = (letter: string) => letter.charCodeAt(0) - 65;
    return (
      rows !== undefined &&
      left !== undefined &&
      Number(bottom ?? top) <= rows.length &&
      columnOf(right ?? left) < Math.max(...rows.map((cells) => cells.length))
    );
  };
  return plan.sheets
    .flatMap(({ charts = [] }) => charts)
    .filter(({ categories, series }) => ![categories, ...series.map(({ values }) => values)].every(isShown))
    .map(({ title }) => `chart ${title}`);
}
