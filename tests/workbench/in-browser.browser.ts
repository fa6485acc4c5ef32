import type { Page } from "playwright-core";
import type { Workbench } from "../../workbench/host/workbench";
import { oldestSet } from "../../workbench/host/requirement-sets";
import { servedWorkbench, type ServedWorkbench } from "./served-workbench";

/** Set by the page for whoever looks into it with the tools of the browser. */
declare const bench: Workbench;

/** Seen in Chromium, with the built add-in and Microsoft's own Office.js, against the workbench's host: not in Excel. */
describe("the built add-in in the workbench, in a browser", () => {
  let served: ServedWorkbench;
  let page: Page;
  beforeAll(async () => {
    served = await servedWorkbench();
    page = await served.open();
  });
  afterAll(() => served.close());

  const write = (row: number, column: number, cells: (string | number)[][]) =>
    page.evaluate(
      async ([r, c, given]) => {
        bench.engine.write(bench.engine.sheetIds()[0], r, c, given);
        await bench.engine.settled();
      },
      [row, column, cells] as const,
    );
  const values = (startRow: number, startColumn: number, endRow: number, endColumn: number) =>
    page.evaluate((block) => bench.engine.values(bench.engine.sheetIds()[0], block), {
      startRow,
      startColumn,
      endRow,
      endColumn,
    });
  const pane = () => {
    const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
    if (!frame) throw new Error("There is no pane.");
    return frame;
  };

  it("is Excel on the web to the pane", async () => {
    expect(await pane().evaluate(() => Office.onReady())).toMatchObject({
      host: "Excel",
      platform: "OfficeOnline",
    });
    expect(await pane().locator("h1").textContent()).toBe("KNAP");
  });

  it("calculates KNAP formulas in the add-in's runtime, and again when a cell changes", async () => {
    // Of 9, 10 and 3 two are promotors and one is a criticaster: 1/3; with 9 for the 3 all are promotors.
    await write(0, 0, [[9], [10], [3], ["=KNAP.NPS(A1:A3)"]]);
    expect((await values(3, 0, 3, 0))[0][0]).toBeCloseTo(100 / 3, 9);
    await write(2, 0, [[9]]);
    expect(await values(3, 0, 3, 0)).toEqual([[100]]);
  });

  it("spills a table, and says #SPILL! where something is in its way", async () => {
    await write(0, 2, [["=KNAP.NPS.VERDELING(A1:A3)"]]);
    expect(await values(0, 2, 3, 4)).toEqual([
      ["Groep", "Aantal", "Aandeel"],
      ["Promotors", 3, 1],
      ["Passieven", 0, 0],
      ["Criticasters", 0, 0],
    ]);
    await write(2, 3, [["in de weg"]]);
    expect(await values(0, 2, 0, 2)).toEqual([[{ error: "#SPILL!" }]]);
    await write(2, 3, [[""]]);
    expect(await values(0, 2, 0, 2)).toEqual([["Groep"]]);
  });

  it("lets the add-in read and write through Excel.run", async () => {
    const read = await pane().evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Blad1").getRange("H1:H2");
        range.values = [[20], ["=H1*2"]];
        range.load("formulas");
        await context.sync();
        return range.formulas as unknown[][];
      }),
    );
    expect(read).toEqual([[20], ["=H1*2"]]);
  });

  it("builds the scorecard of the samples when the button of the pane is pressed", async () => {
    const shown = await served.open("?voorbeeld");
    const frame = shown.frames().find((one) => one.url().includes("taskpane.html"));
    await frame?.getByText("De scorecard staat in de werkmap").waitFor();
    const [names, title] = await shown.evaluate(async () => {
      const { engine } = bench;
      await engine.settled();
      const ids = engine.sheetIds();
      const found = ids.find((id) => engine.sheetName(id) === "Scorecard") ?? "";
      const corner = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
      return [ids.map((id) => engine.sheetName(id)), engine.values(found, corner)[0][0]] as const;
    });
    expect(names).toEqual(
      expect.arrayContaining(["Scorecard", "Dienstverlening", "Representatie", "Bronnen"]),
    );
    expect(title).toBe("Scorecard Samen voor Zuid");
  });

  it("builds it in the oldest Excel that KNAP runs in too", async () => {
    const shown = await served.open(`?voorbeeld&set=${oldestSet}`);
    const frame = shown.frames().find((one) => one.url().includes("taskpane.html"));
    const supported = (minor: number) =>
      frame?.evaluate((set) => Office.context.requirements.isSetSupported("ExcelApi", `1.${set}`), minor);
    expect([await supported(oldestSet), await supported(oldestSet + 1)]).toEqual([true, false]);
    await frame?.getByText("De scorecard staat in de werkmap").waitFor();
    await shown.close();
  });

  it("makes the pane wider with the arrow keys", async () => {
    const separator = page.getByRole("separator", { name: "Breedte van het paneel" });
    const before = (await page.locator("iframe").boundingBox())?.width ?? 0;
    await separator.press("ArrowLeft");
    expect((await page.locator("iframe").boundingBox())?.width).toBe(before + 20);
    expect(await separator.getAttribute("aria-valuenow")).toBe(String(before + 20));
  });

  it("asks nothing of another machine", () => {
    expect(served.outside).toEqual([]);
  });
});
