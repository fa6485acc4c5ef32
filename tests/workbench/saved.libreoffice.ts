import { headlessUniver } from "../../workbench/engine/headless-univer";
import { createEngine } from "../../workbench/engine/engine";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { newWorkbookState } from "../../workbench/host/workbook-state";
import { define } from "../../workbench/host/model/named-item";
import { recalculate } from "../workbook/recalculate";
import { bareWorkbook } from "./bare-workbook";
import { written } from "./round-trip";

const noAddIn = {
  call: () => Promise.reject(new Error("There is no add-in.")),
  cancel: () => undefined,
};

it("a file that the workbench saved opens in LibreOffice, which calculates the same", async () => {
  const engine = createEngine(headlessUniver(), { namespace: "KNAP", functions: [], caller: noAddIn });
  const state = newWorkbookState(engine);
  const sheet = engine.addSheet("Mijn blad");
  engine.write(sheet, 0, 0, [
    ["Gebied", "Aantal"],
    ["Zuid", 4],
    ["Noord", 6],
    ["'=geen formule", 2.5],
  ]);
  await engine.addTable(sheet, "Cijfers", { startRow: 0, startColumn: 0, endRow: 3, endColumn: 1 });
  define(state, "Doel", "='Mijn blad'!$B$2:$B$3");
  const other = engine.addSheet("Blad2");
  engine.write(other, 0, 0, [
    ["=SUM(Cijfers[Aantal])"],
    ["=SUM(Doel)"],
    ["='Mijn blad'!B4*2"],
    ["=1/0"],
    ['=IF(A2=10,"tien; ja","nee")'],
    ["=STDEV.S(4,6)"],
  ]);
  await engine.settled();
  const { bytes, asValue } = await saveXlsx(state, "KNAP");
  const file = await recalculate(bytes);
  const at = (name: string, address: string) => {
    const cell = file.getWorksheet(name)?.getCell(address);
    return cell?.formula === undefined ? cell?.value : cell.result;
  };
  expect(asValue).toBe(0);
  expect(at("Mijn blad", "A4")).toBe("=geen formule");
  // 4 + 6 + 2,5; 4 + 6; 2 x 2,5; of 4 and 6 the standard deviation is the root of 2.
  expect(["A1", "A2", "A3", "A5"].map((address) => at("Blad2", address))).toEqual([12.5, 10, 5, "tien; ja"]);
  expect(at("Blad2", "A4")).toEqual({ error: "#DIV/0!" });
  expect(at("Blad2", "A6")).toBeCloseTo(Math.SQRT2, 12);
  engine.dispose();
});

it("what was written is the same in LibreOffice, and so are names that are no cells", async () => {
  const state = bareWorkbook();
  const { engine } = state;
  const [sheet] = engine.sheetIds();
  engine.write(
    sheet,
    0,
    0,
    written.map(([input]) => [input]),
  );
  engine.paint(
    sheet,
    0,
    0,
    written.map(([, format]) => [format === "" ? {} : { n: { pattern: format } }]),
  );
  define(state, "Btw", "=0.25");
  define(state, "Dubbel", "=Blad1!$A$1*2");
  engine.write(sheet, 0, 2, [
    ["=8*Btw"],
    ["=Dubbel"],
    ["=BINOM.DIST(1,2,0.5,FALSE)"],
    ['=TEXTJOIN("-",TRUE,"a","b")'],
    ["=BASE(5,2)"],
    ["=NETWORKDAYS.INTL(46357,46387)"],
    ["=IFS(FALSE,1,TRUE,2)"],
  ]);
  await engine.settled();
  const { bytes } = await saveXlsx(state, "KNAP");
  engine.dispose();
  const file = await recalculate(bytes);
  const made = file.getWorksheet("Blad1");
  const day = (date: Date) => date.getTime() / 86_400_000 + 25_569;
  const values = written.map((_, row) => {
    const cell = made?.getCell(row + 1, 1);
    // LibreOffice writes an error and a boolean as the formula for it.
    const value = cell?.formula === undefined ? cell?.value : cell.result;
    return value instanceof Date ? day(value) : value;
  });
  expect(values).toEqual(written.map(([, , value]) => value));
  // 8 x 0,25; 0,125 x 2; one of two throws of a coin: 2 x 1/4; 5 is 101; December 2026 (1 to 31) begins on a Tuesday and has 23 working days.
  const results = Array.from({ length: 7 }, (_, row) => made?.getCell(row + 1, 3).result);
  expect(results).toEqual([2, 0.25, 0.5, "a-b", "101", 23, 2]);
});
