import type { WorkbookPlan } from "../../src/workbook/plan";
import { renderInExcel, WorkbookError } from "../../src/workbook/render-in-excel";
import { formatBlocks } from "../../src/workbook/sheet-steps";
import { newSheet, place } from "../../src/workbook/sheet";
import { planOf, readFolder, samples } from "../scorecard/sample-plan";
import { recordingExcel, type RecordingExcel } from "./recording-excel";

const asGlobal = ({ excel }: RecordingExcel) => Object.assign(globalThis, { Excel: excel });
afterEach(() => Object.assign(globalThis, { Excel: undefined }));

/** A table of so many rows, and a sheet with a formula on it. */
function planWith(rows: number): WorkbookPlan {
  const table = newSheet("Extract smart", [10, 30, 10]);
  ["jaar", "naam", "aantal"].forEach((value, column) => place(table, 0, column, { value }));
  for (let row = 1; row <= rows; row += 1) {
    place(table, row, 0, { value: 2021, format: "year" });
    place(table, row, 1, { value: `doelstelling ${row}` });
    place(table, row, 2, { value: row, format: "count" });
  }
  table.tables = [{ name: "smart", row: 0, column: 0, rows: rows + 1, columns: 3 }];
  const sheet = newSheet("Scorecard", [10]);
  place(sheet, 0, 0, { value: rows, formula: "SUM(smart[aantal])", style: "result" });
  return { title: "T", created: "2026-11-23T12:00:00.000Z", sheets: [sheet, table] };
}

describe("the number formats of a table", () => {
  it("are one block per column, however many cells are empty", () => {
    const [, table] = planWith(100).sheets;
    for (let row = 3; row < 100; row += 4) table.rows[row].length = 2;
    for (let row = 5; row < 100; row += 3) table.rows[row][0] = undefined;
    expect(formatBlocks(table)).toEqual([
      { row: 1, column: 0, rows: 100, columns: 1, value: "year" },
      { row: 1, column: 2, rows: 100, columns: 1, value: "count" },
    ]);
  });
});

describe("the requests to Excel", () => {
  it("are as many for 10,000 rows as for 10: four", async () => {
    for (const rows of [10, 10_000]) {
      const recording = await recordingExcel();
      asGlobal(recording);
      await renderInExcel(planWith(rows), { replace: false });
      expect(recording.requests).toHaveLength(4);
    }
  });

  it("are as many for the samples", async () => {
    const recording = await recordingExcel();
    asGlobal(recording);
    await renderInExcel(planOf(readFolder(samples)), { replace: false });
    expect(recording.requests).toHaveLength(4);
  });

  it("stay below the 5 MB of Excel on the web, also where the contents are more", async () => {
    const recording = await recordingExcel();
    asGlobal(recording);
    await renderInExcel(planWith(200_000), { replace: false });
    expect(recording.requests.length).toBeGreaterThan(4);
    for (const { bytes } of recording.requests) expect(bytes).toBeLessThan(5_000_000);
  });
});

describe("what stands in the workbook", () => {
  const taken = (collection: number) =>
    [
      [
        { _Id: "s1", Id: "s1", Name: "Blad1" },
        { _Id: "s2", Id: "s2", Name: "scorecard" },
      ],
      [],
      [],
    ][collection] ?? [];

  it("is reported and not touched when sheets have the same names", async () => {
    const recording = await recordingExcel(taken);
    asGlobal(recording);
    const outcome = await renderInExcel(planWith(3), { replace: false });
    expect(outcome).toEqual({ written: false, existing: ["scorecard"] });
    expect(recording.requests).toHaveLength(1);
    // Looks, and sets nothing.
    expect(recording.requests[0].actions.some(({ ActionType }) => ActionType === 4)).toBe(false);
  });

  it("is not touched when a table of the same name stands on another sheet", async () => {
    const tables = [{ _Id: "t", Id: "t", Name: "Smart", Worksheet: { Name: "Blad1" } }];
    const recording = await recordingExcel((query) => (query === 1 ? tables : taken(query)));
    asGlobal(recording);
    await expect(renderInExcel(planWith(3), { replace: true })).rejects.toThrow(WorkbookError);
    expect(recording.requests).toHaveLength(1);
  });

  it("is put back when Excel refuses the contents", async () => {
    const now = [
      { _Id: "s1", Id: "s1", Name: "Blad1" },
      { _Id: "s2", Id: "s2", Name: "KNAP oud 1" },
      { _Id: "s3", Id: "s3", Name: "Scorecard" },
    ];
    const recording = await recordingExcel(
      (query) => (query === 3 ? now : taken(query)),
      (_, index) => (index === 2 ? "GeneralException" : undefined),
    );
    asGlobal(recording);
    await expect(renderInExcel(planWith(3), { replace: true })).rejects.toMatchObject({
      code: "GeneralException",
    });
    // Look, sheets, the refused contents; then look again and put back.
    expect(recording.requests).toHaveLength(5);
    const last = recording.requests[4].actions;
    expect(last.filter(({ Name }) => Name === "Delete")).toHaveLength(1);
    expect(
      last.flatMap(({ Name, ArgumentInfo }) => (Name === "Name" ? ArgumentInfo?.Arguments : [])),
    ).toEqual(["scorecard"]);
  });
});
