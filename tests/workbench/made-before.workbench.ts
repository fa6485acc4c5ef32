import { renderInExcel } from "../../src/workbook/render-in-excel";
import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { planOf, readFolder, samples } from "../scorecard/sample-plan";
import { newestSet } from "../../workbench/host/requirement-sets";

import { close, differencesFrom, functionNames, open, opened } from "./shown-in-workbench";

/** Seen in the workbench in Node, not in Excel. */
describe("a scorecard that was made before", () => {
  const plan = planOf(readFolder(samples));
  beforeAll(async () => {
    await open(newestSet);
    await renderInExcel(plan, { replace: false });
    await opened.addIn.bench.engine.settled();
  }, 120_000);
  afterAll(close);

  it("shows the same figures when it is made anew, with the same charts", async () => {
    const charts = () =>
      opened.addIn.bench.state.charts.map(({ title, series }) => [title, series.map(({ name }) => name)]);
    const before = charts();
    await renderInExcel(plan, { replace: true });
    await opened.addIn.bench.engine.settled();
    expect(await differencesFrom(plan)).toEqual([]);
    expect(charts()).toEqual(before);
    expect(opened.addIn.bench.engine.tables().filter(({ name }) => /oud/i.test(name))).toEqual([]);
  }, 120_000);

  it("is the same in a file that the workbench saves, and opens over it", async () => {
    const { state, engine } = opened.addIn.bench;
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
