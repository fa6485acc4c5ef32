import fc from "fast-check";
import { isErrorCell, textOfCell, type CellValue, type ResultCell } from "../../src/measures/cells";
import { COLUMN } from "../../src/scorecard/scorecard-sheet";
import { rounded } from "../../src/scorecard/indicator-block";
import { functionHost } from "../../cli/function-host";
import { cellAddress, type WorkbookPlan } from "../../src/workbook/plan";
import { join } from "node:path";
import { cellsOf, extractOf, planOf, readFolder, samples, sheetOf } from "./sample-plan";

const extracts = readFolder(samples);
/** All but the file that says where the others come from. */
const tableExtracts = extracts.filter(({ kind }) => kind !== "herkomst");
const plan = planOf(extracts);

describe("the workbook of the samples", () => {
  it("has the sheets for the reader first, then one per extract", () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      "Scorecard",
      "Tevredenheid",
      "Arbeidsmarkt",
      "Dienstverlening",
      "Representatie",
      "SMART",
      "Bronnen",
      "Extract arbeidsmarkt",
      "Extract capaciteit",
      "Extract gepubliceerd",
      "Extract handhaving",
      "Extract klanttevredenheid",
      "Extract smart",
    ]);
  });

  it("has names that Excel accepts", () => {
    for (const { name } of plan.sheets) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    const tables = plan.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
    for (const name of tables) expect(name).toMatch(/^[a-z_][a-z0-9_]*$/);
    expect(new Set(tables).size).toBe(tables.length);
  });

  it("has every row of every extract in its table", () => {
    for (const extract of tableExtracts) {
      const [table] = sheetOf(plan, `Extract ${extract.kind}`).tables;
      expect(table.rows).toBe(extract.rows.length + 1);
    }
  });

  it("makes every figure on the scorecard, the margins aside, of cells of the other sheets", () => {
    const typedIn = sheetOf(plan, "Scorecard").rows.flatMap((cells) =>
      [...cells].filter(
        (cell, column) =>
          column !== COLUMN.tolerance && typeof cell?.value === "number" && cell.formula === undefined,
      ),
    );
    expect(typedIn).toEqual([]);
  });

  it("names every file, with its rows", () => {
    const named = sheetOf(plan, "Bronnen").rows.map((cells) => [cells[0]?.value, cells[3]?.value]);
    for (const { fileName, rowsRead } of tableExtracts) expect(named).toContainEqual([fileName, rowsRead]);
  });
});

/** Finds the values behind the arguments of a KNAP formula in the plan, by another road than the planner's. */
function valueOf(argument: string, sheet: string, from: WorkbookPlan): unknown {
  const value = (name: string, row: number, column: number): ResultCell =>
    sheetOf(from, name).rows[row]?.[column]?.value ?? null;
  const columnOf = (letters: string) =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const text = /^"(.*)"$/.exec(argument);
  if (text) return text[1];
  const tableColumn = /^(\w+)\[(\w+)\]$/.exec(argument);
  if (tableColumn) {
    const [, table, name] = tableColumn;
    const { rows } = sheetOf(from, `Extract ${table}`);
    const column = rows[0].findIndex((cell) => cell?.value === name);
    return rows.slice(1).map((cells) => [cells[column]?.value ?? null]);
  }
  const filtered = /^FILTER\((\w+\[\w+\]),\((\w+\[\w+\])=([A-Z]+)(\d+)\)\*/.exec(argument);
  if (filtered) {
    const [, kept, compared, letters, row] = filtered;
    const wanted = value(sheet, Number(row) - 1, columnOf(letters));
    const groups = valueOf(compared, sheet, from) as CellValue[][];
    return (valueOf(kept, sheet, from) as CellValue[][]).filter(
      ([cell], i) => groups[i][0] === wanted && cell !== null,
    );
  }
  const range = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(argument);
  if (range) {
    const [, letters, top, toLetters = letters, bottom = top] = range;
    return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, r) =>
      Array.from({ length: columnOf(toLetters) - columnOf(letters) + 1 }, (__, c) =>
        value(sheet, Number(top) - 1 + r, columnOf(letters) + c),
      ),
    );
  }
  return Number(argument);
}

/** The arguments of a call, split at the commas that stand in no inner brackets. */
function splitArguments(list: string): string[] {
  const split = [""];
  let depth = 0;
  for (const character of list) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "," && depth === 0) split.push("");
    else split[split.length - 1] += character;
  }
  return split;
}

describe("the value that a KNAP formula carries", () => {
  const host = functionHost(join(__dirname, "../../dist"));
  const formulas = cellsOf(plan).filter(({ cell }) => cell.formula?.startsWith("KNAP."));

  it("is there for each kind of formula", () => {
    const names = new Set(formulas.map(({ cell }) => /^KNAP\.([A-Z.]+)/.exec(cell.formula ?? "")?.[1]));
    expect(names).toEqual(new Set(["NPS", "VOORTSCHRIJDEND", "REPRESENTATIE"]));
  });

  it.each(
    formulas.map((found) => [`${found.sheet}!${cellAddress(found.row, found.column)}`, found] as const),
  )(
    "in %s is what the built function gives on the cells that the formula names",
    async (_, { sheet, row, column, cell }) => {
      const [, id, list] = /^KNAP\.([A-Z.]+)\((.*)\)$/.exec(cell.formula ?? "") ?? [];
      const { result } = await host.call(
        id,
        splitArguments(list).map((argument) => valueOf(argument, sheet, plan)),
      );
      const table = Array.isArray(result) ? (result as unknown[][]) : [[result]];
      const { rows } = sheetOf(plan, sheet);
      expect(cell.spill).toEqual({ rows: table.length, columns: table[0].length });
      table.forEach((values, r) =>
        values.forEach((expected, c) => {
          const planned = rows[row + r][column + c]?.value ?? null;
          if (isErrorCell(planned)) expect(expected).toMatchObject({ error: planned.error });
          else expect(planned).toEqual(expected);
        }),
      );
    },
  );
});

describe("the order of the rows of an extract", () => {
  it("changes nothing on the scorecard", () => {
    const values = (from: WorkbookPlan) =>
      sheetOf(from, "Scorecard").rows.map((cells) => [...cells].map((cell) => cell?.value));
    const turned = extracts.map((extract) => ({ ...extract, rows: [...extract.rows].reverse() }));
    expect(values(planOf(turned))).toEqual(values(plan));
  });
});

describe("a count that is missing", () => {
  const header =
    "jaar;gebied;maatregeloverwegingen;maatregelen;heronderzoeken_voorgenomen;heronderzoeken_uitgevoerd\n";
  const made = planOf([
    extractOf("h.csv", `${header}2019;Feijenoord;9;9;40;10\n2019;Charlois;9;9;.;10\n2020;Zuid;9;9;50;10\n`),
  ]);
  const rows = sheetOf(made, "Dienstverlening").rows;
  const planned = rows.find((cells) => cells[0]?.value === "Voorgenomen heronderzoeken");

  it("in one of the rows leaves the sum out instead of counting it as 0", () => {
    expect(planned?.[2]).toMatchObject({ value: "n.b." });
    expect(planned?.[3]?.value).toBe(50);
  });

  it("is guarded in the formula too, for whoever clears a cell later", () => {
    expect(planned?.[3]?.formula).toMatch(/^IF\(COUNTIFS\(.*"<>"\)<COUNTIFS\(.*\),NA\(\),SUMIFS\(/);
  });
});

describe("extracts about persons", () => {
  const persons = Array.from(
    { length: 60 },
    (_, i) => `p${i};2021;${i < 40 ? "Charlois" : "Noord"};12;ja`,
  ).join("\n");
  // Of the 20 persons of Noord 10 have one each: were it nobody, the reach would be withheld.
  const tools = Array.from({ length: 40 }, (_, i) =>
    i < 30
      ? `p${i % 20};0${(i % 9) + 1}-03-2021;Charlois;Ontwikkelen`
      : `p${i + 10};01-04-2021;Noord;Ontwikkelen`,
  ).join("\n");
  const made = planOf([
    extractOf("personen.csv", `persoon_id;jaar;gebied;maanden_bijstand;december\n${persons}\n`),
    extractOf("instrumenten.csv", `persoon_id;startdatum;gebied;type\n${tools}\n`),
  ]);

  it("become counts: 30 instruments for 20 of 40 persons", () => {
    const rows = sheetOf(made, "Dienstverlening").rows;
    const figure = (name: string) =>
      rows.find((cells) => cells[0]?.value === name && cells[1]?.value === "Zuid")?.[2]?.value;
    expect(figure("Instrumenten per persoon met een instrument")).toBe(30 / 20);
    expect(figure("Instrumenten per persoon in de bijstand")).toBe(30 / 40);
    expect(figure("Bereik van instrumenten")).toBe(20 / 40);
  });

  it("leave no person in the workbook", () => {
    expect(cellsOf(made).filter(({ cell }) => /^p\d+$/.test(textOfCell(cell.value)))).toEqual([]);
  });
});

describe("persons whose numbers differ between the files", () => {
  // Nobody of 30 persons is found back, which says of all of them that they were not reached.
  it("are told without their number where the reach is withheld", () => {
    const persons = Array.from({ length: 30 }, (_, i) => `${i + 1};2021;Charlois;12;ja`).join("\n");
    const tools = Array.from(
      { length: 20 },
      (_, i) => `${String(i + 1).padStart(6, "0")};01-03-2021;Charlois;Nazorg`,
    );
    const made = planOf([
      extractOf("personen.csv", `persoon_id;jaar;gebied;maanden_bijstand;december\n${persons}`),
      extractOf("instrumenten.csv", `persoon_id;startdatum;gebied;type\n${tools.join("\n")}`),
    ]);
    const lines = sheetOf(made, "Bronnen").rows.flatMap((cells) => cells[0]?.value ?? []);
    expect(lines).toContainEqual(
      expect.stringMatching(/^instrumenten: .* is niet getoond.*persoonsnummers .* gelijk zijn geschreven/),
    );
  });
});

describe("rounding as a spreadsheet does", () => {
  it.each([
    [1.005, 2, 1.01],
    [0.125, 2, 0.13],
    [-0.125, 2, -0.13],
    [6127 / 4695, 2, 1.31],
    [5e-7, 2, 0],
    [1234.5, 0, 1235],
  ])("makes of %p with %p decimals %p", (value, digits, expected) =>
    expect(rounded(value, digits)).toBe(expected),
  );

  it("never moves a number by more than half a digit", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, digits) => {
          expect(Math.abs(rounded(value, digits) - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
        },
      ),
    );
  });
});
