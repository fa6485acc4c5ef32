import type { Page } from "playwright-core";
import type { Workbench } from "../../workbench/host/workbench";
import { servedWorkbench, type ServedWorkbench } from "./served-workbench";

/** Set by the page for whoever looks into it with the tools of the browser. */
declare const bench: Workbench;

/** Done with the keyboard in Chromium. */
describe("the workbench with the keyboard and for a screen reader", () => {
  let served: ServedWorkbench;
  let page: Page;
  beforeAll(async () => {
    served = await servedWorkbench();
  });
  beforeEach(async () => {
    page = await served.open();
  });
  afterEach(async () => {
    expect(await page.locator("#fout").isVisible()).toBe(false);
    await page.close();
  });
  afterAll(() => served.close());

  /** What has the focus, by its id or its role. */
  const focused = () =>
    page.evaluate(() => {
      const one = document.activeElement;
      if (one?.matches("#blad [data-u-comp=editor]")) return "cellen";
      return one?.id || one?.getAttribute("role") || one?.tagName || "";
    });
  const visited = async (key: string, times: number) => {
    const found: string[] = [];
    for (let i = 0; i < times; i += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
      found.push(await focused());
    }
    return found;
  };
  const goTo = async (place: string) => {
    const box = page.getByRole("textbox", { name: "Naamvak" });
    await box.fill(place);
    await box.press("Enter");
  };
  const addSheets = (...names: string[]) =>
    page.evaluate((given) => given.forEach((name) => bench.engine.addSheet(name)), names);
  const active = () => page.evaluate(() => bench.engine.sheetName(bench.engine.activeSheet()));
  const sheetNames = () =>
    page.evaluate(() => bench.engine.sheetIds().map((id) => bench.engine.sheetName(id)));

  it("goes round the regions of the page with F6, through the pane, and back with Shift+F6", async () => {
    await page.getByRole("button", { name: "Openen…" }).focus();
    const round = ["naamvak", "cellen", "tab", "scheiding", "IFRAME", "openen"];
    expect(await visited("F6", 6)).toEqual(round);
    expect(await visited("Shift+F6", 6)).toEqual([
      "IFRAME",
      "scheiding",
      "tab",
      "cellen",
      "naamvak",
      "openen",
    ]);
    // After a restart it is another iframe.
    await page.locator("#storingen > summary").click();
    await page.getByRole("button", { name: "KNAP opnieuw starten" }).click();
    await page.waitForTimeout(500);
    await page.locator("#scheiding").focus();
    expect(await visited("F6", 2)).toEqual(["IFRAME", "openen"]);
  });

  it("goes to a chart with F6 when there is one", async () => {
    await page.evaluate(() =>
      bench.engine.write(bench.engine.sheetIds()[0], 0, 0, [
        ["a", "b"],
        ["c", 1],
      ]),
    );
    const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
    await frame?.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Blad1");
        sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
        await context.sync();
      }),
    );
    await page.locator("#grafieken summary").waitFor();
    await goTo("A1");
    expect(await visited("F6", 3)).toEqual(["tab", "SUMMARY", "scheiding"]);
  });

  it("goes to another sheet with the arrow keys on the tabs, and with Ctrl+Alt+Page Down from anywhere", async () => {
    await addSheets("Twee", "Drie");
    await goTo("A1");
    await page.keyboard.press("F6");
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(100);
    expect([await active(), await focused()]).toEqual(["Twee", "tab"]);
    await page.keyboard.press("Shift+F6");
    await page.keyboard.press("Control+Alt+PageDown");
    expect(await active()).toBe("Drie");
    await page.keyboard.press("Control+Alt+PageDown");
    expect(await active()).toBe("Drie");
    await page.locator("#scheiding").focus();
    await page.keyboard.press("F6");
    await page.keyboard.press("Control+Alt+PageUp");
    expect([await active(), await focused()]).toEqual(["Twee", "IFRAME"]);
  });

  it("tells what the active cell shows", async () => {
    const said = () => page.locator("#actieve-cel").textContent();
    await page.evaluate(async () => {
      const { engine } = bench;
      const [sheet] = engine.sheetIds();
      engine.write(sheet, 1, 1, [[0.185], ["=B2*2"], ["=1/0"]]);
      await engine.settled();
      engine.dress(
        sheet,
        { startRow: 1, endRow: 2, startColumn: 1, endColumn: 1 },
        { n: { pattern: "0.0%" } },
      );
      await engine.settled();
    });
    await goTo("B2");
    expect(await said()).toBe("B2: 18,5%");
    await page.keyboard.press("ArrowDown");
    expect(await said()).toBe("B3: 37,0%");
    await page.keyboard.press("ArrowDown");
    expect(await said()).toBe("B4: #DEEL/0!");
    await page.keyboard.press("ArrowDown");
    expect(await said()).toBe("B5: leeg");
    await goTo("B2:B4");
    expect(await said()).toBe("B2:B4: 18,5%");
  });

  it("has a Dutch name for all that can be used", async () => {
    const unnamed = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("button, [role=tab], [role=tablist], iframe, [contenteditable=true]")]
          .filter((one) => one.checkVisibility())
          .filter((one) => !one.textContent && !one.getAttribute("aria-label") && !one.getAttribute("title"))
          .map((one) => one.outerHTML.slice(0, 200)),
      );
    await addSheets(...Array.from({ length: 30 }, (_, i) => `Een blad met een lange naam ${i}`));
    await page.waitForTimeout(500);
    expect(await unnamed()).toEqual([]);
    for (const name of [
      "Blad toevoegen",
      "Lijst van bladen",
      "Tabs naar links schuiven",
      "Tabs naar rechts schuiven",
    ])
      expect(await page.getByRole("button", { name }).count()).toBe(1);
    const english = /sheet tabs|sidebar|notifications|close/i;
    const names = await page.evaluate(() =>
      [...document.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label") ?? ""),
    );
    expect(names.filter((name) => english.test(name))).toEqual([]);
    expect(await page.locator("#blad").getAttribute("aria-label")).toBe("Rekenblad");
  });

  const tab = (name: string) => page.getByRole("tab", { name });
  const rename = async () => {
    // Univer counts the clicks itself, and misses some on a slow machine.
    for (let tried = 0; tried < 5; tried += 1) {
      await tab("Blad1").dblclick();
      await page.waitForTimeout(700);
      if ((await page.locator("[role=tab] [contenteditable]").count()) > 0) return;
    }
  };
  const dialog = () => page.getByRole("dialog");

  it("gives a sheet its old name back with Escape", async () => {
    await rename();
    await page.keyboard.type("Iets anders");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(700);
    expect(await sheetNames()).toEqual(["Blad1"]);
    expect(await tab("Blad1").locator("[contenteditable]").count()).toBe(0);
    await rename();
    await page.keyboard.type("Cijfers");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(200);
    expect(await sheetNames()).toEqual(["Cijfers"]);
  });

  it.each(["Escape", "Annuleren"])(
    "gives a sheet its old name back after a wrong one, with %s",
    async (way) => {
      await rename();
      await page.keyboard.type("fout/fout");
      await page.keyboard.press("Enter");
      await dialog().getByText("Deze naam kan niet").waitFor();
      if (way === "Escape") await page.keyboard.press("Escape");
      else await dialog().getByRole("button", { name: way }).click();
      await page.waitForTimeout(400);
      expect(await dialog().count()).toBe(0);
      expect(await tab("Blad1").textContent()).toBe("Blad1");
      expect(await tab("Blad1").locator("[contenteditable]").count()).toBe(0);
      expect(await focused()).toBe("cellen");
    },
  );

  it("lets the user mend a wrong name with OK", async () => {
    await rename();
    await page.keyboard.type("fout/fout");
    await page.keyboard.press("Enter");
    await dialog().getByRole("button", { name: "OK" }).click();
    await page.waitForTimeout(400);
    await page.keyboard.type("Goed");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(200);
    expect(await sheetNames()).toEqual(["Goed"]);
  });

  it("calls a new sheet by the first free number", async () => {
    const add = page.getByRole("button", { name: "Blad toevoegen" });
    await add.click();
    await page.waitForTimeout(200);
    await add.click();
    await page.waitForTimeout(200);
    expect(await sheetNames()).toEqual(["Blad1", "Blad2", "Blad3"]);
    await page.evaluate(() => bench.engine.removeSheet(bench.engine.sheetIds()[1]));
    await add.click();
    await page.waitForTimeout(200);
    expect((await sheetNames()).sort()).toEqual(["Blad1", "Blad2", "Blad3"]);
  });
});
