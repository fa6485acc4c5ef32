import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Workbench } from "../../workbench/host/workbench";
import { servedWorkbench, type ServedWorkbench } from "./served-workbench";

/** Set by the page for whoever looks into it with the tools of the browser. */
declare const bench: Workbench;

/** Seen in Chromium: the page of the workbench, with the built add-in. */
describe("the page of the workbench", () => {
  let served: ServedWorkbench;
  let page: Page;
  beforeAll(async () => {
    served = await servedWorkbench();
  });
  beforeEach(async () => {
    page = await served.open();
  });
  afterEach(() => page.close());
  afterAll(() => served.close());

  const pane = async () => {
    const element = await page.waitForSelector("iframe");
    const frame = await element.contentFrame();
    if (!frame) throw new Error("There is no pane.");
    await frame.waitForFunction(() => typeof Excel !== "undefined" && typeof Office !== "undefined");
    return frame;
  };
  /** The code of the error that the add-in gets when it writes in Blad1!A1, or null. */
  const codeOfWrite = async (text = "x") =>
    (await pane()).evaluate(async (given) => {
      await Office.onReady();
      return await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Blad1").getRange("A1").values = [[given]];
        await context.sync();
        return null;
      }).catch((error: OfficeExtension.Error) => error.code);
    }, text);
  const value = (row: number, column: number) =>
    page.evaluate(
      async ([r, c]) => {
        await bench.engine.settled();
        const block = { startRow: r, startColumn: c, endRow: r, endColumn: c };
        return bench.engine.values(bench.engine.sheetIds()[0], block)[0][0];
      },
      [row, column] as const,
    );
  const menu = () => page.locator("#storingen > summary");
  const fault = (label: RegExp) => page.getByRole("checkbox", { name: label });

  it.each([
    [/bezig in een cel/, "InvalidOperationInCellEditMode"],
    [/alleen-lezen/, "AccessDenied"],
    [/blad is beveiligd/, "AccessDenied"],
    [/5 kB/, "RequestPayloadSizeLimitExceeded"],
  ])("lets the add-in fail while the fault %s is on", async (label, code) => {
    await menu().click();
    await fault(label).check();
    expect(await menu().textContent()).toBe("Storingen: 1 aan");
    expect(await codeOfWrite("x".repeat(6000))).toBe(code);
    expect(await value(0, 0)).toBeNull();
    await fault(label).uncheck();
    expect(await codeOfWrite("goed")).toBeNull();
    expect(await value(0, 0)).toBe("goed");
  });

  it("lets one batch fail", async () => {
    await menu().click();
    await fault(/volgende verzoek mislukt/).check();
    expect(await codeOfWrite()).toBe("GeneralException");
    expect(await fault(/volgende verzoek mislukt/).isChecked()).toBe(false);
    expect(await codeOfWrite()).toBeNull();
  });

  it("lets another user write before a batch of the add-in", async () => {
    await page.evaluate(() => {
      const block = { startRow: 4, startColumn: 2, endRow: 4, endColumn: 2 };
      bench.engine.select(bench.engine.sheetIds()[0], block);
    });
    await menu().click();
    await fault(/andere gebruiker/).check();
    expect(await codeOfWrite()).toBeNull();
    expect(await value(4, 2)).toBe("Van een andere gebruiker");
  });

  it("makes Excel slow", async () => {
    await menu().click();
    await fault(/traag/).check();
    const started = Date.now();
    expect(await codeOfWrite()).toBeNull();
    expect(Date.now() - started).toBeGreaterThanOrEqual(1900);
  });

  it("gives blank cells as 0, which the add-in tells from a score of 0", async () => {
    await page.evaluate(() =>
      bench.engine.write(bench.engine.sheetIds()[0], 0, 0, [[9], [""], ["=KNAP.NPS(A1:A2)"]]),
    );
    expect(await value(2, 0)).toBe(100);
    await menu().click();
    await fault(/Lege cellen/).check();
    expect(await page.evaluate(() => bench.engine.blanks())).toBe("zero");
    expect(await value(2, 0)).toBe(100);
  });

  it("starts the add-in anew, with the workbook as it was; its formulas calculate", async () => {
    await page.evaluate(() =>
      bench.engine.write(bench.engine.sheetIds()[0], 0, 2, [[9], [10], ["=KNAP.NPS(C1:C2)"]]),
    );
    expect(await value(2, 2)).toBe(100);
    await menu().click();
    await page.getByRole("button", { name: "KNAP opnieuw starten" }).click();
    expect(await fault(/traag/).isVisible()).toBe(false);
    expect(await page.locator("#bericht").textContent()).toBe("KNAP is opnieuw gestart.");
    expect(await codeOfWrite("na de herstart")).toBeNull();
    await page.evaluate(() => bench.engine.write(bench.engine.sheetIds()[0], 0, 2, [[0]]));
    // Of 0 and 10 one is a promotor and one a criticaster.
    await page.waitForFunction(() => {
      const block = { startRow: 2, startColumn: 2, endRow: 2, endColumn: 2 };
      return bench.engine.values(bench.engine.sheetIds()[0], block)[0][0] === 0;
    });
    expect(await value(0, 0)).toBe("na de herstart");
  });

  it("goes on counting a protected sheet when another one is active", async () => {
    await page.evaluate(() => void bench.engine.addSheet("Blad2"));
    await menu().click();
    await fault(/blad is beveiligd/).check();
    await page.evaluate(() => bench.engine.activate(bench.engine.sheetIds()[1]));
    await page.waitForTimeout(100);
    expect(await fault(/blad is beveiligd/).isChecked()).toBe(false);
    expect(await menu().textContent()).toBe("Storingen: 1 aan");
  });

  it("closes the menu of faults with Escape", async () => {
    await menu().focus();
    await page.keyboard.press("Enter");
    expect(await fault(/traag/).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await fault(/traag/).isVisible()).toBe(false);
  });

  it("draws a chart with its figures, and draws it anew when a cell changes", async () => {
    await (
      await pane()
    ).evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Blad1");
        sheet.getRange("A1:B3").values = [
          ["Jaar", "Zuid"],
          ["jaar 2018", 0.25],
          ["jaar 2022", 0.5],
        ];
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
        chart.title.text = "Aandeel in Zuid";
        chart.axes.valueAxis.numberFormat = "0%";
        await context.sync();
      }),
    );
    const canvas = page.getByRole("img", { name: /Aandeel in Zuid/ });
    await canvas.waitFor();
    /** How many pixels the bars have: those in the first color of Excel's theme, 4472C4. */
    const painted = () =>
      canvas.evaluate((one: HTMLCanvasElement) => {
        const pixels = one.getContext("2d")?.getImageData(0, 0, one.width, one.height).data ?? [];
        let count = 0;
        for (let i = 0; i < pixels.length; i += 4)
          if (pixels[i] === 0x44 && pixels[i + 1] === 0x72 && pixels[i + 2] === 0xc4) count += 1;
        return count;
      });
    await page.waitForTimeout(200);
    const before = await painted();
    expect(before).toBeGreaterThan(1000);
    await page.locator("#grafieken summary").click();
    const figures = () => page.locator("#grafieken tbody td").allTextContents();
    expect(await figures()).toEqual(["25%", "50%"]);
    // Without the second bar, the first one is all there is.
    await page.evaluate(() => bench.engine.write(bench.engine.sheetIds()[0], 2, 1, [[0]]));
    await page.waitForTimeout(500);
    expect(await figures()).toEqual(["25%", "0%"]);
    expect(await painted()).toBeLessThan(0.8 * before);
  });

  it("saves the workbook as .xlsx and opens it again, after a question", async () => {
    await page.evaluate(() =>
      bench.engine.write(bench.engine.sheetIds()[0], 0, 0, [
        [9],
        [10],
        ["=KNAP.NPS(A1:A2)"],
        ["=SUM(A1:A2)"],
      ]),
    );
    expect(await value(2, 0)).toBe(100);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Opslaan als .xlsx" }).click(),
    ]);
    const path = await download.path();
    expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
    await page.evaluate(() => bench.engine.write(bench.engine.sheetIds()[0], 0, 0, [[0], ["anders"]]));
    const file = join(mkdtempSync(join(tmpdir(), "werkbank-")), "Werkbank.xlsx");
    writeFileSync(file, readFileSync(path));
    page.once("dialog", (dialog) => void dialog.dismiss());
    await page.locator("#bestand").setInputFiles(file);
    await page.waitForTimeout(300);
    expect(await value(1, 0)).toBe("anders");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.locator("#bestand").setInputFiles(file);
    await page.getByText("Werkbank.xlsx is geopend.").waitFor();
    expect(await value(3, 0)).toBe(19);
    await page.waitForFunction(() => {
      const block = { startRow: 2, startColumn: 0, endRow: 2, endColumn: 0 };
      return bench.engine.values(bench.engine.sheetIds()[0], block)[0][0] === 100;
    });
  });

  it("says so when a file is no workbook, without asking whether it may take the place of what is open", async () => {
    await page.evaluate(() => bench.engine.write(bench.engine.sheetIds()[0], 0, 0, [["blijft"]]));
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    const file = join(mkdtempSync(join(tmpdir(), "werkbank-")), "brief.xlsx");
    writeFileSync(file, "geen werkmap");
    await page.locator("#bestand").setInputFiles(file);
    await page.getByText(/Dit bestand is niet te lezen als werkmap/).waitFor();
    expect(asked).toEqual([]);
    expect(await value(0, 0)).toBe("blijft");
  });

  it("changes to the dark theme and back, with the pane", async () => {
    const ground = async () =>
      await (await pane()).evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Donker thema" }).click();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.getByRole("button", { name: "Licht thema" }).click();
    expect(await ground()).toBe(light);
  });

  describe("removing a sheet", () => {
    const remove = () => page.getByRole("button", { name: "Blad verwijderen" }).click();
    const said = () => page.locator("#bericht").textContent();
    const names = () => page.evaluate(() => bench.engine.sheetIds().map((id) => bench.engine.sheetName(id)));

    it("refuses the last one that can be seen", async () => {
      await page.evaluate(() => bench.engine.setHidden(bench.engine.addSheet("Verborgen"), true));
      await remove();
      expect(await said()).toMatch(/^Blad Blad1 kan niet weg/);
      expect(await names()).toEqual(["Blad1", "Verborgen"]);
    });

    it("asks first, and takes the charts and tables of the sheet along", async () => {
      await (
        await pane()
      ).evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add("Weg");
          sheet.getRange("A1:B2").values = [
            ["a", "b"],
            ["c", 1],
          ];
          sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
          sheet.tables.add("A1:B2", true).name = "Cijfers";
          context.workbook.worksheets.getItem("Blad1").getRange("A1").formulas = [["=Weg!B2"]];
          sheet.activate();
          await context.sync();
        }),
      );
      expect(await value(0, 0)).toBe(1);
      const asked: string[] = [];
      page.once("dialog", (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await remove();
      expect(asked).toEqual(["Blad Weg verwijderen, met alles wat erop staat? Het komt niet meer terug."]);
      expect(await names()).toEqual(["Blad1", "Weg"]);
      page.once("dialog", (dialog) => void dialog.accept());
      await remove();
      expect(await said()).toBe("Blad Weg is verwijderd.");
      expect(await names()).toEqual(["Blad1"]);
      const left = () => page.evaluate(() => [bench.state.charts.length, bench.engine.tables().length]);
      expect(await left()).toEqual([0, 0]);
      expect(await value(0, 0)).toEqual({ error: "#REF!" });
      expect(await page.locator("#grafieken").isVisible()).toBe(false);
    });
  });

  it("says that it calculates until every formula has its value", async () => {
    const calculating = page.locator("#rekent");
    await page.evaluate(() => {
      bench.engine.write(bench.engine.sheetIds()[0], 0, 0, [[9], [10], ["=KNAP.NPS(A1:A2)"]]);
    });
    expect(await calculating.textContent()).toBe("Er wordt gerekend…");
    await page.waitForFunction(() => document.querySelector("#rekent")?.textContent === "");
    const values = await page.evaluate(() => {
      const block = { startRow: 2, startColumn: 0, endRow: 2, endColumn: 0 };
      return bench.engine.values(bench.engine.sheetIds()[0], block);
    });
    expect(values).toEqual([[100]]);
  });

  it("says that the workbench itself has a fault, and can be told to go on", async () => {
    const banner = page.locator("#fout");
    await page.evaluate(() => void setTimeout(() => void Promise.reject(new Error("proef"))));
    await banner.waitFor();
    expect(await banner.textContent()).toContain("Error: proef");
    await banner.getByRole("button", { name: "Sluiten" }).click();
    expect(await banner.isVisible()).toBe(false);
  });
});
