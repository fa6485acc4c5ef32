import type { Page } from "playwright-core";
import type { Workbench } from "../../workbench/host/workbench";
import { servedWorkbench, type ServedWorkbench } from "./served-workbench";

/** Set by the page for whoever looks into it with the tools of the browser. */
declare const bench: Workbench;

const phone = { width: 320, height: 640 };

/** Seen in Chromium. */
describe("the page of the workbench on a narrow screen", () => {
  let served: ServedWorkbench;
  let page: Page;
  beforeAll(async () => {
    served = await servedWorkbench();
    page = await served.open();
    await page.setViewportSize(phone);
  });
  afterAll(() => served.close());

  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not there.`);
    return box;
  };

  it("has room for rows below the seven frozen ones of the scorecard, with the pane below the sheet", async () => {
    await page.evaluate(() => bench.engine.freeze(bench.engine.sheetIds()[0], 7, 0));
    const grid = await boxOf("#blad");
    const pane = await boxOf("#paneel");
    expect(grid.height).toBeGreaterThanOrEqual(420);
    expect(pane.height).toBeGreaterThanOrEqual(420);
    expect(pane.y).toBeGreaterThanOrEqual(grid.y + grid.height);
    const [width, height] = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect(width).toBe(phone.width);
    expect(height).toBeGreaterThan(phone.height);
  });

  it("shows the menu of faults within the screen", async () => {
    await page.locator("#storingen > summary").click();
    const menu = await boxOf("#storingen > div");
    expect(menu.x).toBeGreaterThanOrEqual(0);
    expect(menu.x + menu.width).toBeLessThanOrEqual(phone.width);
    await page.keyboard.press("Escape");
  });

  it("shows the filter of a table within the screen", async () => {
    await page.evaluate(async () => {
      const { engine } = bench;
      const [sheet] = engine.sheetIds();
      engine.freeze(sheet, 0, 0);
      engine.write(sheet, 0, 0, [["Jaar"], [2021], [2022]]);
      await engine.addTable(sheet, "Cijfers", { startRow: 0, startColumn: 0, endRow: 2, endColumn: 0 });
    });
    await page.waitForTimeout(500);
    const { x, y } = (await page.locator("#blad canvas").last().boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.click(x + 46 + 78, y + 20 + 14);
    for (const name of ["Aflopend", "Annuleren", "OK"]) {
      const button = await page.getByRole("button", { name }).boundingBox();
      expect(button?.x).toBeGreaterThanOrEqual(0);
      expect((button?.x ?? 0) + (button?.width ?? Infinity)).toBeLessThanOrEqual(phone.width);
      expect((button?.y ?? 0) + (button?.height ?? Infinity)).toBeLessThanOrEqual(phone.height);
    }
    await page.getByRole("button", { name: "OK" }).click({ trial: true });
    await page.keyboard.press("Escape");
  });
});
