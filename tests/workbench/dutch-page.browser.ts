import type { Page } from "playwright-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import tableTexts from "@univerjs/sheets-table-ui/locale/en-US";
import type { Workbench } from "../../workbench/host/workbench";
import { servedWorkbench, type ServedWorkbench } from "./served-workbench";

/** Set by the page for whoever looks into it with the tools of the browser. */
declare const bench: Workbench;

/** Done with the keyboard, the mouse and the clipboard in Chromium. */
describe("the grid of the workbench, as a Dutch user meets it", () => {
  let served: ServedWorkbench;
  let page: Page;
  beforeAll(async () => {
    served = await servedWorkbench();
  });
  beforeEach(async () => {
    page = await served.open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  afterEach(async () => {
    // What the page itself calls a fault of the workbench.
    expect(await page.locator("#fout span").textContent()).toBe("");
    await page.close();
  });
  afterAll(() => served.close());

  const goTo = async (place: string) => {
    const box = page.getByRole("textbox", { name: "Naamvak" });
    await box.fill(place);
    await box.press("Enter");
  };
  const write = (cells: (string | number | boolean)[][]) =>
    page.evaluate(async (given) => {
      bench.engine.write(bench.engine.sheetIds()[0], 0, 0, given);
      await bench.engine.settled();
    }, cells);
  /** Values, formulas and number formats of the first cells of a row, from 0. */
  const row = (number: number, count: number) =>
    page.evaluate(
      ([r, c]) => {
        const { engine } = bench;
        const [sheet] = engine.sheetIds();
        const block = { startRow: r, startColumn: 0, endRow: r, endColumn: c - 1 };
        const formats = engine.looks(sheet, block)[0].map(({ n }) => n?.pattern ?? "");
        return [engine.values(sheet, block)[0], engine.formulas(sheet, block)[0], formats];
      },
      [number, count] as const,
    );
  const copied = async (place: string) => {
    await goTo(place);
    await page.keyboard.press("Control+c");
    await page.waitForTimeout(200);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const paste = async (place: string, text: string) => {
    await page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await goTo(place);
    await page.keyboard.press("Control+v");
    await page.waitForTimeout(200);
  };

  it("shows numbers with a comma, and booleans and errors in Dutch; copied too", async () => {
    await write([[1.5, true, "=1/0", "=NA()", "=KNAP.NPS(J1:J3)", "tekst"]]);
    expect(await copied("A1:F1")).toBe("1,5\tWAAR\t#DEEL/0!\t#N/B\t#N/B\ttekst");
  });

  it("pastes what a Dutch user copied elsewhere as if it were typed", async () => {
    await paste("A1", "2,5\t18,5%\t1-2-2024\tWAAR\t=SOM(1,5;2)\t1.234,5\tnaam\r\n7\r\n");
    // 1 February 2024 is 45323 in Excel: DATEVALUE("2024-02-01").
    expect(await row(0, 7)).toEqual([
      [2.5, 0.185, 45323, true, 3.5, 1234.5, "naam"],
      ["", "", "", "", "=SUM(1.5,2)", "", ""],
      ["", "0.00%", "dd-mm-yyyy", "", "", "#,##0.00", ""],
    ]);
    expect(await row(1, 2)).toEqual([
      [7, null],
      ["", ""],
      ["", ""],
    ]);
    await page.keyboard.press("Control+z");
    expect((await row(0, 3))[0]).toEqual([null, null, null]);
  });

  it("pastes a number in a cell with percentages as if it were typed", async () => {
    await page.evaluate(() => {
      const block = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 };
      bench.engine.dress(bench.engine.sheetIds()[0], block, { n: { pattern: "0%" } });
    });
    await paste("A1", "5\t0,5\t5");
    expect(await row(0, 3)).toEqual([
      [0.05, 0.5, 5],
      ["", "", ""],
      ["0%", "0%", ""],
    ]);
  });

  it("pastes a wrong formula as text, and says so", async () => {
    await paste("A1", "=SOM(1;2");
    expect((await row(0, 1))[0]).toEqual(["=SOM(1;2"]);
    expect(await page.locator("#melding").textContent()).toBe(
      "Eén formule klopt niet en is als tekst geplakt.",
    );
  });

  it("pastes its own cells with their formulas", async () => {
    await write([[1, "=A1*2"]]);
    await goTo("A1:B1");
    await page.keyboard.press("Control+c");
    await page.waitForTimeout(200);
    await goTo("A3");
    await page.keyboard.press("Control+v");
    await page.waitForTimeout(500);
    expect((await row(2, 2)).slice(0, 2)).toEqual([
      [1, 2],
      ["", "=A3*2"],
    ]);
  });

  it("says under the formula bar why a KNAP function gave an error", async () => {
    await write([["=KNAP.NPS(J1:J3)", 1]]);
    await goTo("A1");
    expect(await page.locator("#uitleg").textContent()).toMatch(/^Geen respondenten/);
    await goTo("B1");
    expect(await page.locator("#uitleg").textContent()).toBe("");
  });

  /** The texts that can be seen, those of tooltips and labels too. */
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("body *")]
        .filter((one) => one.checkVisibility())
        .flatMap((one) => [
          ...[...one.childNodes]
            .filter(({ nodeType }) => nodeType === 3)
            .map(({ textContent }) => textContent),
          one.title,
          one.ariaLabel,
          one.getAttribute("placeholder"),
        ])
        .map((text) => text?.trim() ?? "")
        .filter((text) => text !== ""),
    );
  const englishTexts = new Set<string>();
  const collect = (texts: unknown) => {
    if (typeof texts === "string") englishTexts.add(texts);
    else if (texts !== null && typeof texts === "object") Object.values(texts).forEach(collect);
  };
  collect([coreTexts, tableTexts]);
  /** The same in both languages. */
  ["OK", "Filter"].forEach((text) => englishTexts.delete(text));

  it("has no English of Univer in its menus, panels and messages", async () => {
    await write([["Jaar", "Aantal"], [2021, 5], [2022, 6], ["=1/0"]]);
    await page.evaluate(async () => {
      const { engine } = bench;
      const block = { startRow: 0, startColumn: 0, endRow: 2, endColumn: 1 };
      await engine.addTable(engine.sheetIds()[0], "Cijfers", block);
    });
    const found: string[] = [];
    const look = async () => {
      await page.waitForTimeout(400);
      found.push(...(await seen()));
    };
    const grid = (await page.locator("#blad").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await look();
    const tab = page.locator("[data-u-comp=slide-tab-item]").first();
    await tab.click({ button: "right" });
    await look();
    await page.keyboard.press("Escape");
    // Over the cell with an error, and over the corner of the grid.
    await page.mouse.move(grid.x + 80, grid.y + 20 + 24 * 3.5);
    await look();
    // The arrow in the first head of the table.
    await page.mouse.click(grid.x + 46 + 76, grid.y + 20 + 12);
    await look();
    expect(found).toContain("Blad1");
    expect(found.filter((text) => englishTexts.has(text))).toEqual([]);
  });

  describe("a table", () => {
    const addTable = async () => {
      await write([
        ["Jaar", "Aantal", "", "=SUM(B2:B4)"],
        [2021, 5, "", "=B2"],
        [2023, 6.5, "", ""],
        [2022, 4, "", ""],
      ]);
      await page.evaluate(async () => {
        const { engine } = bench;
        const [sheet] = engine.sheetIds();
        const block = { startRow: 0, startColumn: 0, endRow: 3, endColumn: 1 };
        await engine.addTable(sheet, "Cijfers", block);
        engine.write(sheet, 2, 3, [
          ["=INDEX(Cijfers[Aantal],1)"],
          ["=XLOOKUP(2022,Cijfers[Jaar],Cijfers[Aantal])"],
        ]);
        await engine.settled();
      });
      await page.waitForTimeout(300);
    };
    /** Presses the arrow in the head of its first column. */
    const openFilter = async () => {
      const grid = (await page.locator("#blad canvas").last().boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.click(grid.x + 46 + 78, grid.y + 20 + 14);
      await page.getByRole("button", { name: "Aflopend" }).waitFor();
    };
    const state = () =>
      page.evaluate(async () => {
        const { engine } = bench;
        await engine.settled();
        const values = engine.values(engine.sheetIds()[0], {
          startRow: 0,
          startColumn: 0,
          endRow: 3,
          endColumn: 3,
        });
        return { years: values.slice(1).map(([year]) => year), formulas: values.map((cells) => cells[3]) };
      });

    it("is sorted, and formulas elsewhere go on with what stands there now", async () => {
      await addTable();
      expect(await state()).toEqual({ years: [2021, 2023, 2022], formulas: [15.5, 5, 5, 4] });
      await openFilter();
      await page.getByRole("button", { name: "Aflopend" }).click();
      await page.waitForTimeout(300);
      expect(await state()).toEqual({ years: [2023, 2022, 2021], formulas: [15.5, 6.5, 6.5, 4] });
      await openFilter();
      await page.getByRole("button", { name: "Oplopend" }).click();
      await page.waitForTimeout(300);
      expect(await state()).toEqual({ years: [2021, 2022, 2023], formulas: [15.5, 5, 5, 4] });
    });

    it("is filtered without other outcomes", async () => {
      await addTable();
      await openFilter();
      await page.getByText("2021", { exact: true }).first().click();
      await page.getByRole("button", { name: "OK" }).click();
      await page.waitForTimeout(300);
      expect(await state()).toEqual({ years: [2021, 2023, 2022], formulas: [15.5, 5, 5, 4] });
    });

    it("has no buttons that change it past the host, and its filter closes with Escape", async () => {
      await addTable();
      await openFilter();
      for (const name of [/Kolom links/, /Kolom rechts/, /Kolom verwijderen/])
        expect(await page.getByRole("button", { name }).count()).toBe(0);
      await page.keyboard.press("Escape");
      await page.waitForTimeout(200);
      expect(await page.getByRole("button", { name: "Aflopend" }).count()).toBe(0);
      // The keyboard is in the cells again.
      await page.keyboard.press("ArrowDown");
      expect(await page.getByRole("textbox", { name: "Naamvak" }).inputValue()).toBe("A2");
    });
  });
});
