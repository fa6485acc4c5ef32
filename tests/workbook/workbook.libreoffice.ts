import type { Workbook } from "@cj-tech-master/excelts";
import { isErrorCell } from "../../src/measures/cells";
import { cellAddress, type WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { cellsOf, extractOf, planOf, readFolder, samples } from "../scorecard/sample-plan";
import { cellsThatNeedKnap } from "./dependencies";
import { recalculate } from "./recalculate";

/** What a cell of the recalculated file shows: a formula's result or a plain value, a date as Excel's number. */
function shownIn(workbook: Workbook, sheet: string, address: string): unknown {
  const value = workbook.getWorksheet(sheet)?.getCell(address).value as unknown;
  const isFormula = value !== null && typeof value === "object" && "formula" in value;
  const shown = isFormula ? (value as { result?: unknown }).result : value;
  return shown instanceof Date ? shown.getTime() / 86_400_000 + 25569 : shown;
}

const isError = (value: unknown, code: string) =>
  value === code || (typeof value === "object" && value !== null && "error" in value && value.error === code);

function agrees(planned: unknown, shown: unknown): boolean {
  if (typeof planned === "number" && typeof shown === "number") {
    return Math.abs(planned - shown) <= 1e-12 * Math.max(1, Math.abs(planned));
  }
  return planned === shown;
}

/** 300 persons over two years with characteristics, and their instruments and contacts; drawn by a fixed rule. */
function personExtracts() {
  const persons = Array.from({ length: 300 }, (_, i) =>
    [`p${i}`, 2020 + (i % 2), i % 3 ? "Charlois" : "Noord", (i % 12) + 1, i % 5 ? "ja" : "nee"]
      .concat([["man", "vrouw"][i % 2], 20 + ((i * 7) % 50), ["laag", "Hoog", "hoog", ""][i % 4]])
      .join(";"),
  );
  const services = (last: (i: number) => string) =>
    Array.from(
      { length: 200 },
      (_, i) => `p${(i * 11) % 300};0${(i % 9) + 1}-03-${2020 + (i % 2)};Charlois;${last(i)}`,
    );
  const file = (name: string, head: string, rows: string[]) => extractOf(name, [head, ...rows].join("\n"));
  return [
    file(
      "personen.csv",
      "persoon_id;jaar;gebied;maanden_bijstand;december;geslacht;leeftijd;opleiding",
      persons,
    ),
    file(
      "instrumenten.csv",
      "persoon_id;startdatum;gebied;type",
      services((i) => ["Nazorg", "Ontwikkelen"][i % 2]),
    ),
    file(
      "contacten.csv",
      "persoon_id;datum;gebied;onderwerp",
      services(() => "Matching"),
    ),
  ];
}

const folders = [
  { name: "the samples", read: () => readFolder(samples), formulas: 1000, knap: 4 },
  { name: "extracts about persons", read: personExtracts, formulas: 60, knap: 2 },
];

describe.each(folders)(
  "the workbook of $name, opened and recalculated in LibreOffice",
  ({ read, formulas, knap: knapCells }) => {
    let plan: WorkbookPlan;
    let opened: Workbook;
    let needKnap: Set<string>;

    beforeAll(async () => {
      plan = planOf(read());
      needKnap = cellsThatNeedKnap(plan);
      opened = await recalculate(await renderXlsx(plan));
    });

    it("has every sheet", () => {
      expect(opened.worksheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    });

    it("gives the cached value in every native formula", () => {
      const native = cellsOf(plan).filter(
        ({ sheet, row, column, cell }) =>
          cell.formula !== undefined && !needKnap.has(`${sheet}!${cellAddress(row, column)}`),
      );
      const different = native.flatMap(({ sheet, row, column, cell }) => {
        const address = cellAddress(row, column);
        const shown = shownIn(opened, sheet, address);
        const same = isErrorCell(cell.value) ? isError(shown, cell.value.error) : agrees(cell.value, shown);
        return same ? [] : [{ sheet, address, formula: cell.formula, planned: cell.value, shown }];
      });
      expect(different).toEqual([]);
      expect(native.length).toBeGreaterThan(formulas);
    });

    it("calculates: without the add-in a KNAP formula is #NAME? there", () => {
      const knap = cellsOf(plan).filter(({ cell }) => cell.formula?.includes("KNAP."));
      expect(knap.length).toBeGreaterThanOrEqual(knapCells);
      for (const { sheet, row, column } of knap) {
        expect(isError(shownIn(opened, sheet, cellAddress(row, column)), "#NAME?")).toBe(true);
      }
    });

    it("keeps the text and the figures that are no formula", () => {
      const plain = cellsOf(plan).filter(
        ({ cell }) => cell.formula === undefined && !cell.spilled && cell.value !== "",
      );
      const different = plain.filter(
        ({ sheet, row, column, cell }) =>
          !agrees(cell.value, shownIn(opened, sheet, cellAddress(row, column))),
      );
      expect(different.slice(0, 5)).toEqual([]);
    });
  },
);
