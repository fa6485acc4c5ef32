import { renderInExcel } from "../../src/workbook/render-in-excel";
import { numberFormats, type WorkbookPlan } from "../../src/workbook/plan";
import { blockAt } from "../../workbench/host/model/addresses";
import { cellsOf, planOf, readFolder, samples } from "../scorecard/sample-plan";
import { newestSet, oldestSet } from "../../workbench/host/requirement-sets";

import { close, differencesFrom, open, opened, sheetIdOf } from "./shown-in-workbench";

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
      await opened.addIn.bench.engine.settled();
    }, 60_000);
    afterAll(close);

    it("shows in every cell the value that the .xlsx file carries", async () => {
      expect(await differencesFrom(plan)).toEqual([]);
    });

    it("has the plan's formulas, formats, tables, conditional formats, charts and frozen rows", () => {
      const { engine } = opened.addIn.bench;
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
      expect(opened.addIn.bench.state.conditionalFormats).toHaveLength(
        plan.sheets.flatMap(({ conditionalFormats }) => conditionalFormats).length,
      );
      expect(opened.addIn.bench.state.charts.map(({ title }) => title)).toEqual(
        plan.sheets.flatMap(({ charts = [] }) => charts.map(({ title }) => title)),
      );
      const placed = ({ sheet, range }: { sheet: string; range: string }) => ({
        sheetId: sheetIdOf(sheet),
        block: blockAt(range),
      });
      expect(opened.addIn.bench.state.charts.map(({ series }) => series)).toEqual(
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
      const before = opened.addIn.bench.engine.sheetIds();
      expect(await renderInExcel(plan, { replace: false })).toEqual({
        written: false,
        existing: plan.sheets.map(({ name }) => name),
      });
      expect(opened.addIn.bench.engine.sheetIds()).toEqual(before);
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
      const before = opened.addIn.batches();
      await renderInExcel(planOfRows(count), { replace: true });
      // The client lets go of its ranges in a batch of its own, after the run.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return opened.addIn.batches() - before;
    };
    await batchesFor(2);
    expect(await batchesFor(1000)).toBe(await batchesFor(10));
  });

  it("replaces old sheets only when asked, and keeps the rest of the workbook", async () => {
    await renderInExcel(planOfRows(2), { replace: false });
    const { engine } = opened.addIn.bench;
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
    const { engine } = opened.addIn.bench;
    const before = engine.sheetIds().map((id) => [id, engine.sheetName(id)]);
    const broken = planOfRows(3);
    broken.sheets[0].conditionalFormats.push({ range: "GEEN ADRES", equals: "x", tone: "good" });
    await expect(renderInExcel(broken, { replace: true })).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(engine.sheetIds().map((id) => [id, engine.sheetName(id)])).toEqual(before);
    expect(engine.tables().map(({ name }) => name)).toEqual(["tblCijfers"]);
  });
});
