import { Workbook, type Cell } from "@cj-tech-master/excelts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderInExcel } from "../../src/workbook/render-in-excel";
import { numberFormats, type WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { isError, type CellValue } from "../../workbench/engine/cell-value";
import { openXlsx } from "../../workbench/files/open-xlsx";
import { blockAt } from "../../workbench/host/model/addresses";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { cellsOf, planOf, readFolder, samples } from "../scorecard/sample-plan";
import { addInInNode, type AddInInNode } from "./add-in-in-node";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

const realExcel = globalThis.Excel;
let addIn: AddInInNode;
const open = async (excelApi: number) => {
  addIn = await addInInNode(excelApi);
  // The renderer runs here; the client that it calls is Microsoft's, in its own window.
  globalThis.Excel = addIn.window.globals.Excel as typeof Excel;
};
const close = () => {
  addIn.bench.engine.dispose();
  globalThis.Excel = realExcel;
};
const sheetIdOf = (name: string) => {
  const { engine } = addIn.bench;
  const found = engine.sheetIds().find((id) => engine.sheetName(id) === name);
  if (found === undefined) throw new Error(`There is no sheet ${name}.`);
  return found;
};

const functionNames = (): string[] => {
  const { functions } = JSON.parse(readFileSync(join(__dirname, "../../dist/functions.json"), "utf8")) as {
    functions: { id: string }[];
  };
  return functions.map(({ id }) => `KNAP.${id}`);
};

/** What a cell of a file carries; of a formula what it gave when the file was made. */
function carried(cell: Cell): CellValue {
  const value: unknown = cell.formula ? cell.result : cell.value;
  if (value === null || value === undefined) return null;
  // The writer knows days only as dates; Excel counts them from 30 December 1899, which is 25569 before 1970.
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  return typeof value === "object"
    ? { error: String((value as { error: unknown }).error) }
    : (value as CellValue);
}

const isSame = (one: CellValue, other: CellValue) =>
  typeof one === "number" && typeof other === "number"
    ? // Univer keeps 12 digits.
      Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
    : isError(one) && isError(other)
      ? one.error === other.error
      : (one ?? "") === (other ?? "");

/** The cells that do not show what the .xlsx file of the plan carries, of every sheet and to its last cell. */
async function differencesFrom(plan: WorkbookPlan): Promise<unknown[]> {
  const { engine } = addIn.bench;
  const file = new Workbook();
  await file.xlsx.load(await renderXlsx(plan));
  const different: unknown[] = [];
  for (const sheet of file.worksheets) {
    const used = engine.usedBlock(sheetIdOf(sheet.name));
    const endRow = Math.max(sheet.rowCount - 1, used?.endRow ?? 0);
    const endColumn = Math.max(sheet.columnCount - 1, used?.endColumn ?? 0);
    const block = { startRow: 0, startColumn: 0, endRow, endColumn };
    engine.values(sheetIdOf(sheet.name), block).forEach((line, row) =>
      line.forEach((shown, column) => {
        const inFile = carried(sheet.getCell(row + 1, column + 1));
        if (!isSame(shown, inFile)) different.push({ sheet: sheet.name, row, column, inFile, shown });
      }),
    );
  }
  return different;
}

/** Seen in the workbench in Node, not in Excel. */
describe.each([oldestSet, newestSet])(
  "the scorecard of the samples, built through Excel.run with ExcelApi 1.%i",
  (excelApi) => {
    const plan = planOf(readFolder(samples));
    beforeAll(async () => {
      await open(excelApi);
      expect(await renderInExcel(plan, { replace: false })).toEqual({
        written: true,
        sheets: plan.sheets.map(({ name }) => name),
      });
      await addIn.bench.engine.settled();
    }, 60_000);
    afterAll(close);

    it("shows in every cell the value that the .xlsx file carries", async () => {
      expect(await differencesFrom(plan)).toEqual([]);
    });

    it("has the plan's formulas, formats, tables, conditional formats, charts and frozen rows", () => {
      const { engine } = addIn.bench;
      const at = (row: number, column: number) => ({
        startRow: row,
        startColumn: column,
        endRow: row,
        endColumn: column,
      });
      for (const { sheet, row, column, cell } of cellsOf(plan)) {
        if (cell.formula !== undefined) {
          expect(engine.formulas(sheetIdOf(sheet), at(row, column))[0][0]).toBe(`=${cell.formula}`);
        }
        if (cell.format !== undefined) {
          expect(engine.looks(sheetIdOf(sheet), at(row, column))[0][0].n?.pattern).toBe(
            numberFormats[cell.format],
          );
        }
      }
      const tables = plan.sheets.flatMap((sheet) =>
        sheet.tables.map(({ name, row, column, rows, columns }) => ({
          name,
          sheet: sheetIdOf(sheet.name),
          block: {
            startRow: row,
            startColumn: column,
            endRow: row + rows - 1,
            endColumn: column + columns - 1,
          },
        })),
      );
      expect(engine.tables()).toEqual(tables.map((table) => expect.objectContaining(table)));
      expect(addIn.bench.state.conditionalFormats).toHaveLength(
        plan.sheets.flatMap(({ conditionalFormats }) => conditionalFormats).length,
      );
      expect(addIn.bench.state.charts.map(({ title }) => title)).toEqual(
        plan.sheets.flatMap(({ charts = [] }) => charts.map(({ title }) => title)),
      );
      const placed = ({ sheet, range }: { sheet: string; range: string }) => ({
        sheetId: sheetIdOf(sheet),
        block: blockAt(range),
      });
      expect(addIn.bench.state.charts.map(({ series }) => series)).toEqual(
        plan.sheets.flatMap(({ charts = [] }) =>
          charts.map(({ series, categories }) =>
            series.map(({ name, values }) =>
              expect.objectContaining({ name, values: placed(values), categories: placed(categories) }),
            ),
          ),
        ),
      );
      for (const { name, frozen } of plan.sheets) expect(engine.frozen(sheetIdOf(name))).toEqual(frozen);
    });

    it("leaves the workbook as it is when sheets of these names are there, and says which", async () => {
      const before = addIn.bench.engine.sheetIds();
      expect(await renderInExcel(plan, { replace: false })).toEqual({
        written: false,
        existing: plan.sheets.map(({ name }) => name),
      });
      expect(addIn.bench.engine.sheetIds()).toEqual(before);
    });
  },
);

describe.each([oldestSet, newestSet])("building a plan in the open workbook, ExcelApi 1.%i", (excelApi) => {
  beforeEach(() => open(excelApi));
  afterEach(close);

  const planOfRows = (count: number): WorkbookPlan => ({
    title: "Proef",
    created: "2026-11-24T12:00:00Z",
    sheets: [
      {
        name: "Cijfers",
        rows: [
          [{ value: "Nummer" }, { value: "Dubbel" }],
          ...Array.from({ length: count }, (_, i) => [
            { value: i },
            { value: i * 2, formula: `A${i + 2}*2`, format: "count" as const },
          ]),
        ],
        columnWidths: [10, 10],
        frozen: { rows: 1, columns: 0 },
        tables: [{ name: "tblCijfers", row: 0, column: 0, rows: count + 1, columns: 2 }],
        conditionalFormats: [],
        charts: [],
      },
    ],
  });

  it("takes as many requests for 1000 rows as for 10", async () => {
    const batchesFor = async (count: number) => {
      const before = addIn.batches();
      await renderInExcel(planOfRows(count), { replace: true });
      // The client lets go of its ranges in a batch of its own, after the run.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return addIn.batches() - before;
    };
    await batchesFor(2);
    expect(await batchesFor(1000)).toBe(await batchesFor(10));
  });

  it("replaces old sheets only when asked, and keeps the rest of the workbook", async () => {
    await renderInExcel(planOfRows(2), { replace: false });
    const { engine } = addIn.bench;
    engine.write(sheetIdOf("Blad1"), 0, 0, [["=SUM(tblCijfers[Dubbel])", "van mij"]]);
    await renderInExcel(planOfRows(5), { replace: true });
    await engine.settled();
    expect(engine.sheetIds().map((id) => engine.sheetName(id))).toEqual(["Blad1", "Cijfers"]);
    expect(engine.tables().map(({ name }) => name)).toEqual(["tblCijfers"]);
    const block = { startRow: 0, startColumn: 1, endRow: 0, endColumn: 1 };
    expect(engine.values(sheetIdOf("Blad1"), block)).toEqual([["van mij"]]);
  });

  it("puts the workbook back when it fails halfway", async () => {
    await renderInExcel(planOfRows(2), { replace: false });
    const { engine } = addIn.bench;
    const before = engine.sheetIds().map((id) => [id, engine.sheetName(id)]);
    const broken = planOfRows(3);
    broken.sheets[0].conditionalFormats.push({ range: "GEEN ADRES", equals: "x", tone: "good" });
    await expect(renderInExcel(broken, { replace: true })).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(engine.sheetIds().map((id) => [id, engine.sheetName(id)])).toEqual(before);
    expect(engine.tables().map(({ name }) => name)).toEqual(["tblCijfers"]);
  });
});

describe("a scorecard that was made before", () => {
  const plan = planOf(readFolder(samples));
  beforeAll(async () => {
    await open(newestSet);
    await renderInExcel(plan, { replace: false });
    await addIn.bench.engine.settled();
  }, 120_000);
  afterAll(close);

  it("shows the same figures when it is made anew, with the same charts", async () => {
    const charts = () =>
      addIn.bench.state.charts.map(({ title, series }) => [title, series.map(({ name }) => name)]);
    const before = charts();
    await renderInExcel(plan, { replace: true });
    await addIn.bench.engine.settled();
    expect(await differencesFrom(plan)).toEqual([]);
    expect(charts()).toEqual(before);
    expect(addIn.bench.engine.tables().filter(({ name }) => /oud/i.test(name))).toEqual([]);
  }, 120_000);

  it("is the same in a file that the workbench saves, and opens over it", async () => {
    const { state, engine } = addIn.bench;
    const contents = () =>
      engine.sheetIds().map((id) => {
        const used = engine.usedBlock(id);
        const block = used && { ...used, startRow: 0, startColumn: 0 };
        return [engine.sheetName(id), block && engine.values(id, block), block && engine.formulas(id, block)];
      });
    const before = contents();
    const { bytes, asValue } = await saveXlsx(state, "KNAP");
    expect(asValue).toBe(0);
    await openXlsx(state, bytes, functionNames());
    await engine.settled();
    expect(contents()).toEqual(before);
    expect(await differencesFrom(plan)).toEqual([]);
  }, 120_000);
});
