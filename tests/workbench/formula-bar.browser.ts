import type { Page } from "playwright-core";
import type { Workbench } from "../../workbench/host/workbench";
import { servedWorkbench, type ServedWorkbench } from "./served-workbench";

/** Set by the page for whoever looks into it with the tools of the browser. */
declare const bench: Workbench;

/** Typed with the keyboard in Chromium. */
describe("typing in the workbench", () => {
  let served: ServedWorkbench;
  let page: Page;
  beforeAll(async () => {
    served = await servedWorkbench();
    page = await served.open();
  });
  afterAll(() => served.close());

  const bar = () => page.getByRole("textbox", { name: "Formulebalk" });
  const box = () => page.getByRole("textbox", { name: "Naamvak" });
  const message = () => page.locator("#melding").textContent();
  const goTo = async (place: string) => {
    await box().fill(place);
    await box().press("Enter");
  };
  const typeInBar = async (place: string, text: string, key = "Enter") => {
    await goTo(place);
    await bar().click();
    await bar().fill("");
    await page.keyboard.type(text);
    await page.keyboard.press(key);
  };
  const typeInGrid = async (place: string, text: string) => {
    await goTo(place);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  /** Value, formula and number format of the cell at the row and the column, from 0, on the first sheet. */
  const cell = (row: number, column: number) =>
    page.evaluate(
      async ([r, c]) => {
        await bench.engine.settled();
        const [sheet] = bench.engine.sheetIds();
        const block = { startRow: r, startColumn: c, endRow: r, endColumn: c };
        return [
          bench.engine.values(sheet, block)[0][0],
          bench.engine.formulas(sheet, block)[0][0],
          bench.engine.looks(sheet, block)[0][0].n?.pattern ?? "",
        ];
      },
      [row, column] as const,
    );

  it("takes a Dutch formula in the formula bar, and goes to the cell below it", async () => {
    await typeInBar("B2", "=SOM(1,5;2)");
    expect(await cell(1, 1)).toEqual([3.5, "=SUM(1.5,2)", ""]);
    expect(await box().inputValue()).toBe("B3");
    await goTo("B2");
    expect(await bar().inputValue()).toBe("=SOM(1,5;2)");
  });

  it.each([
    ["1,5", 1.5, "", "1,5"],
    ["1.234,5", 1234.5, "#,##0.00", "1234,5"],
    ["18,5%", 0.185, "0.00%", "18,5%"],
    ["31-12-2026", 46387, "dd-mm-yyyy", "31-12-2026"],
    ["onwaar", false, "", "ONWAAR"],
    ["1.5", "1.5", "", "1.5"],
    ["'12", "12", "", "'12"],
    ["Zuid; oost", "Zuid; oost", "", "Zuid; oost"],
  ])("takes %s in the formula bar and in a cell", async (text, value, format, shown) => {
    const column = 3;
    const row = await page.evaluate(
      () => (bench.engine.usedBlock(bench.engine.sheetIds()[0])?.endRow ?? 0) + 1,
    );
    await typeInBar(`D${row + 1}`, text);
    expect(await cell(row, column)).toEqual([value, "", format]);
    await typeInGrid(`D${row + 2}`, text);
    expect(await cell(row + 1, column)).toEqual([value, "", format]);
    await goTo(`D${row + 2}`);
    expect(await bar().inputValue()).toBe(shown);
  });

  // https://support.microsoft.com/office/format-numbers-as-percentages-de49167b-d603-4450-bcaa-31fba6c7b6b4
  it.each([
    ["5", 0.05],
    ["12,5", 0.125],
    ["-1", -0.01],
    ["0,1", 0.1],
    ["7%", 0.07],
  ])("takes %s in a cell with percentages as Excel does, in the bar and in the cell", async (text, value) => {
    await page.evaluate(() => {
      const block = { startRow: 0, startColumn: 7, endRow: 1, endColumn: 7 };
      bench.engine.dress(bench.engine.sheetIds()[0], block, { n: { pattern: "0.0%" } });
    });
    await typeInBar("H1", text);
    expect(await cell(0, 7)).toEqual([value, "", "0.0%"]);
    await typeInGrid("H2", text);
    expect(await cell(1, 7)).toEqual([value, "", "0.0%"]);
  });

  it("calculates a KNAP formula that is typed in a cell", async () => {
    await typeInGrid("A1", "9");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await page.keyboard.type("=KNAP.NPS(A1:A2)");
    await page.keyboard.press("Enter");
    expect(await cell(2, 0)).toEqual([0, "=KNAP.NPS(A1:A2)", ""]);
  });

  it("takes a Dutch formula in a cell, and shows it in Dutch when it is edited again", async () => {
    await typeInGrid("C5", "=ALS(1,5>1;SOM(1,5;2);0)");
    expect(await cell(4, 2)).toEqual([3.5, "=IF(1.5>1,SUM(1.5,2),0)", ""]);
    await goTo("C5");
    await page.keyboard.press("F2");
    await page.keyboard.type("+1,5");
    await page.keyboard.press("Enter");
    expect(await cell(4, 2)).toEqual([5, "=IF(1.5>1,SUM(1.5,2),0)+1.5", ""]);
  });

  it("says what is wrong with a formula, and writes nothing", async () => {
    await typeInBar("F1", "=SOM(A1,A2)");
    expect(await message()).toBe("Tussen twee argumenten staat een puntkomma, geen komma.");
    expect(await cell(0, 5)).toEqual([null, "", ""]);
    expect(await bar().inputValue()).toBe("=SOM(A1,A2)");
    await page.keyboard.press("Escape");
    expect([await message(), await bar().inputValue()]).toEqual(["", ""]);
  });

  it("lets the user mend a wrong formula that was typed in a cell", async () => {
    await typeInGrid("F2", "=1,5+§");
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>("#formulebalk")?.value === "=1,5+§",
    );
    expect(await message()).toBe("Het teken § hoort niet in een formule.");
    expect(await cell(1, 5)).toEqual([null, "", ""]);
    await page.keyboard.press("Backspace");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    expect(await cell(1, 5)).toEqual([2.5, "=1.5+1", ""]);
  });

  it("does not finish a formula in a cell that stops at an open bracket", async () => {
    await typeInGrid("F4", "=SOM(");
    await page.waitForFunction(() => document.querySelector("#melding")?.textContent !== "");
    expect(await message()).toBe("Er ontbreekt een haakje sluiten.");
    expect(await cell(3, 5)).toEqual([null, "", ""]);
    await page.keyboard.press("Escape");
    // As in Excel a bracket that is clearly missing is added.
    await typeInGrid("F4", "=SOM(1;2");
    expect(await cell(3, 5)).toEqual([3, "=SUM(1,2)", ""]);
  });

  it("goes to an address, a sheet, a table and a name, and says what it does not know", async () => {
    await page.evaluate(async () => {
      const { engine, state } = bench;
      const sheet = engine.addSheet("Blad 2");
      engine.write(sheet, 1, 1, [["a"], [1], [2]]);
      await engine.addTable(sheet, "Scores", { startRow: 1, startColumn: 1, endRow: 3, endColumn: 1 });
      const block = { startRow: 4, startColumn: 2, endRow: 5, endColumn: 3 };
      state.names.push({ name: "Doel", formula: "='Blad 2'!$C$5:$D$6", cells: { sheetId: sheet, block } });
    });
    const selected = () =>
      page.evaluate(() => {
        const { sheet, block } = bench.engine.selection();
        return [bench.engine.sheetName(sheet), block];
      });
    await goTo("b2:c4");
    expect(await selected()).toEqual(["Blad1", { startRow: 1, startColumn: 1, endRow: 3, endColumn: 2 }]);
    await goTo("scores");
    expect(await selected()).toEqual(["Blad 2", { startRow: 1, startColumn: 1, endRow: 3, endColumn: 1 }]);
    expect(await box().inputValue()).toBe("B2:B4");
    await goTo("Blad1!$A$1");
    expect(await selected()).toEqual(["Blad1", { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 }]);
    await goTo("Doel");
    expect(await selected()).toEqual(["Blad 2", { startRow: 4, startColumn: 2, endRow: 5, endColumn: 3 }]);
    await goTo("Blad1!2:3");
    expect(await box().inputValue()).toBe("2:3");
    expect((await selected())[1]).toMatchObject({ startRow: 1, startColumn: 0, endRow: 2 });
    await goTo("b:b");
    expect(await box().inputValue()).toBe("B:B");
    await goTo("B2");
    expect(await box().inputValue()).toBe("B2");
    await goTo("Nergens");
    expect(await message()).toBe("Er is geen cel, tabel of naam Nergens.");
    await page.keyboard.press("Escape");
    await goTo("Blad1!A1");
  });

  it("goes from the name box to the formula bar to the grid with the keyboard", async () => {
    await goTo("A1");
    await page.keyboard.press("ArrowDown");
    expect(await box().inputValue()).toBe("A2");
    await box().focus();
    await page.keyboard.press("Tab");
    expect(await bar().evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type("=1+1");
    await page.keyboard.press("Tab");
    expect(await box().inputValue()).toBe("B2");
    expect((await cell(1, 0))[0]).toBe(2);
  });

  describe("while the add-in asks for something", () => {
    /** The code of the error that the add-in gets when it writes in Z1, or null. */
    const codeOfWrite = async (options: Excel.RunOptions = {}) => {
      const frame = page.frames().find((one) => one.url().includes("taskpane.html"));
      return frame?.evaluate(
        (given) =>
          Excel.run(given, async (context) => {
            context.workbook.worksheets.getItem("Blad1").getRange("Z1").values = [["van KNAP"]];
            await context.sync();
            return null;
          }).catch((error: OfficeExtension.Error) => error.code),
        options,
      );
    };
    const inTheWay = "InvalidOperationInCellEditMode";

    it("is busy in a cell when the editor in the grid is open, as in Excel", async () => {
      await goTo("Blad1!J1");
      expect(await codeOfWrite()).toBeNull();
      await page.keyboard.type("half");
      expect(await codeOfWrite()).toBe(inTheWay);
      expect(await page.locator("#storingen > summary").textContent()).toBe("Storingen");
      const waiting = codeOfWrite({ delayForCellEdit: true });
      await page.waitForTimeout(200);
      await page.keyboard.press("Enter");
      expect(await waiting).toBeNull();
      expect((await cell(0, 9))[0]).toBe("half");
      await page.keyboard.press("F2");
      expect(await codeOfWrite()).toBe(inTheWay);
      await page.keyboard.press("Escape");
      expect(await codeOfWrite()).toBeNull();
    });

    it("is busy in a cell when the formula bar is changed", async () => {
      await goTo("Blad1!J3");
      await bar().click();
      expect(await codeOfWrite()).toBeNull();
      await page.keyboard.type("half");
      expect(await codeOfWrite()).toBe(inTheWay);
      await page.keyboard.press("Escape");
      expect(await codeOfWrite()).toBeNull();
      await typeInBar("J3", "heel");
      expect(await codeOfWrite()).toBeNull();
      expect((await cell(2, 9))[0]).toBe("heel");
    });
  });
});
