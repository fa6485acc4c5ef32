import { isErrorCell, textOfCell, type CellValue, type ResultCell } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "../../src/measures/representation";
import { NPS, NPS_VERDELING, VOORTSCHRIJDEND } from "../../src/measures/satisfaction";
import { fillTwin } from "../../src/measures/twin";
import { monthNumber, monthStartSerial } from "../../src/statistics/months";
import type { SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { newSheet, place } from "../../src/workbook/sheet";
import { recalculate } from "../workbook/recalculate";

/** Numbers from 0 up to 1 that look drawn by chance and are the same every time (a linear congruence of Knuth's). */
function* draws(): Generator<number> {
  for (let state = 20261123; ;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}
const stream = draws();
const draw = (below: number): number => Math.floor((stream.next().value as number) * below);

const ROWS = 300;
const rows = Array.from({ length: ROWS }, () => ({
  month: monthNumber(2021, 1) + draw(12),
  score: draw(10) === 0 ? null : draw(11),
  group: ["Noord", "Zuid"][draw(2)],
  category: draw(12) === 0 ? null : ["a", "b", "c"][draw(3)],
  reached: draw(9) === 0 ? null : ["ja", "nee"][draw(2)],
}));
const columnOf = (read: (row: (typeof rows)[number]) => CellValue): CellValue[][] =>
  rows.map((row) => [read(row)]);

/** The cells of the data, in columns A to E from row 1 on. */
function dataSheet(): SheetPlan {
  const sheet = newSheet("Data", []);
  rows.forEach(({ month, score, group, category, reached }, r) =>
    [monthStartSerial(month), score, group, category, reached].forEach((value, c) => {
      if (value !== null) place(sheet, r, c, { value });
    }),
  );
  return sheet;
}
const [datums, cijfers, groepen, categorie, bereikt] = ["A", "B", "C", "D", "E"].map(
  (c) => `Data!$${c}$1:$${c}$${ROWS}`,
);

interface Pair {
  formula: string;
  knap: ResultCell;
}

/** Every figure of the functions on the data, each beside its twin. */
function pairs(): Pair[] {
  const scores = columnOf(({ score }) => score);
  const beside = (table: ResultCell[][], formulas: string[][]): Pair[] =>
    table.flatMap((row, r) => row.map((knap, c) => ({ knap, formula: formulas[r][c] })));

  const rolling = (measure: "NPS" | "gemiddelde") =>
    evaluate(VOORTSCHRIJDEND, [
      columnOf(({ month }) => monthStartSerial(month)),
      scores,
      columnOf(({ group }) => group),
      [[measure]],
      [[3]],
      [["deel"]],
    ]).slice(1);
  const nps = rolling("NPS");
  const mean = rolling("gemiddelde");
  const rollingPairs = nps.flatMap((row, r) =>
    ["Noord", "Zuid"].flatMap((group, g) => {
      const [year, month] = textOfCell(row[0]).split("-").map(Number);
      const maand = `DATE(${year},${month},1)`;
      const references = { datums, cijfers, groepen, groep: `"${group}"`, maand, venster: "3" };
      const [twin] = fillTwin(VOORTSCHRIJDEND, references);
      const column = 1 + 2 * g;
      return [row[column], row[column + 1], mean[r][column + 1]].map((knap, i) => ({
        formula: twin[i],
        knap,
      }));
    }),
  );

  const table = evaluate(REPRESENTATIE_TABEL, [
    columnOf(({ category }) => category),
    columnOf(({ reached }) => reached),
  ]);
  const tablePairs = table.slice(1, -1).flatMap((row) => {
    const [twin] = fillTwin(REPRESENTATIE_TABEL, {
      categorie,
      bereikt,
      naam: `"${textOfCell(row[0])}"`,
    });
    return twin.map((formula, i) => ({ formula, knap: row[i] }));
  });

  return [
    ...beside(evaluate(NPS, [scores]), fillTwin(NPS, { cijfers })),
    ...beside(evaluate(NPS_VERDELING, [scores]), fillTwin(NPS_VERDELING, { cijfers })),
    ...rollingPairs,
    ...beside(
      evaluate(REPRESENTATIE, [[[0.226]], [[0.153]]]),
      fillTwin(REPRESENTATIE, { aandeel_bereikt: "0.226", aandeel_populatie: "0.153" }),
    ),
    ...tablePairs,
  ];
}

it("the native twins give, in LibreOffice, what the functions give", async () => {
  const all = pairs();
  const twins = newSheet("Tweelingen", []);
  // No value is planned: what is read back can only come from LibreOffice.
  all.forEach(({ formula }, row) => place(twins, row, 0, { value: null, formula }));
  const plan: WorkbookPlan = { title: "T", created: "2026-11-23T12:00:00Z", sheets: [dataSheet(), twins] };
  const opened = await recalculate(await renderXlsx(plan));

  expect(all.length).toBeGreaterThan(70);
  all.forEach(({ formula, knap }, row) => {
    const shown = (
      opened.getWorksheet("Tweelingen")?.getCell(row + 1, 1).value as { result?: unknown } | null
    )?.result;
    const where = `${row} ${formula}`;
    if (typeof knap === "number") expect([where, shown]).toEqual([where, expect.closeTo(knap, 11)]);
    else if (isErrorCell(knap))
      expect([where, shown]).toEqual([where, { error: expect.stringMatching(/^#(N\/A|DIV\/0!)$/) }]);
    else expect([where, shown]).toEqual([where, knap]);
  });
});
