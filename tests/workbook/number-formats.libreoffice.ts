import Papa from "papaparse";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { newSheet, place } from "../../src/workbook/sheet";
import { shownAsCsv } from "./recalculate";

it("LibreOffice shows no sign for what rounds to zero, and texts as they were written", async () => {
  const texts = ["_x0041_x0042_", "_x000D_", "_x005F_x0041_", "_x005F_x005F_", "regel 1\nregel 2", "007"];
  const sheet = newSheet("Blad", [12, 12]);
  place(sheet, 0, 0, { value: -0.04, format: "points1" });
  place(sheet, 0, 1, { value: -0.0004, format: "percentPoints" });
  place(sheet, 1, 0, { value: -0.06, format: "points1" });
  place(sheet, 1, 1, { value: 0.004, format: "percentPoints" });
  texts.forEach((value, row) => place(sheet, 2 + row, 0, { value }));
  texts.forEach((value, row) => place(sheet, 2 + row, 1, { value, formula: `A${3 + row}` }));
  const plan: WorkbookPlan = { title: "T", created: "2026-11-23T12:00:00Z", sheets: [sheet] };
  const [zero, notZero, ...shown] = Papa.parse<string[]>(shownAsCsv(await renderXlsx(plan)).trimEnd()).data;
  expect(zero).toEqual(["0.0", "0.0%-punt"]);
  expect(notZero).toEqual(["-0.1", "+0.4%-punt"]);
  expect(shown).toEqual(texts.map((text) => [text, text]));
});
