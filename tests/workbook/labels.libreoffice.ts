import fc from "fast-check";
import type { Workbook } from "@cj-tech-master/excelts";
import { isErrorCell, textOfCell, type CellValue, type ResultCell } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { REPRESENTATIE_TABEL } from "../../src/measures/representation";
import { VOORTSCHRIJDEND } from "../../src/measures/satisfaction";
import { fillTwin } from "../../src/measures/twin";
import { nameKey } from "../../src/dutch/name-key";
import { monthNumber, monthStartSerial } from "../../src/statistics/months";
import { cellAddress, type WorkbookPlan } from "../../src/workbook/plan";
import { renderXlsx } from "../../src/workbook/render-xlsx";
import { newSheet, place } from "../../src/workbook/sheet";
import { cellsOf, extractOf, planOf } from "../scorecard/sample-plan";
import { cellsThatNeedKnap } from "./dependencies";
import { recalculate } from "./recalculate";

/** Labels that COUNTIFS, SUMIFS and MATCH read as wildcards, comparisons, numbers or dates, or do not take. */
const known = [
  ...["mbo", "mbo*", "mbo?", "mbo~2", "mbo~*", "*", "?", "~", "~~", "**", "a*b"],
  ...["<27", ">=1", "<>", "<>mbo", "=mbo", "=", "<", ">1 persoon", "<25 m2", "<27 jaar", "=1+1"],
  ...["1", "01", "1-2", "1/2", "2", "50%", "1e3", "TRUE", "waar", "@", "'a", '"', 'a"b', "a|b"],
  ...["x".repeat(300), `${"x".repeat(299)}*`, `${"x".repeat(299)}y`],
];
const drawn = fc.sample(
  fc
    .string({ unit: fc.constantFrom(..."*?~<>=aAb1-".split("")), minLength: 1, maxLength: 5 })
    .filter((text) => /[aAb*?~<>=]/.test(text)),
  { seed: 14, numRuns: 60 },
);
/** Without what stands for a missing value. */
const labels = [...new Map([...known, ...drawn].map((label) => [nameKey(label), label])).values()].filter(
  (label) => !/^([-.*]|<\d+)$/.test(label),
);

const csv = (text: string) => `"${text.replaceAll('"', '""')}"`;
const file = (name: string, head: string, rows: string[]) => extractOf(name, [head, ...rows].join("\n"));

/** 24 persons of every label, of whom some are reached, and a report with a figure of every label. */
function labelledExtracts() {
  const persons = labels.flatMap((label, l) =>
    Array.from({ length: 24 }, (_, i) => ({ id: `p${l}-${i}`, label, reached: i < 11 + (l % 3) })),
  );
  const category = (label: string, l: number) => [
    `4.4,Zuid,opleiding,${csv(label)},2021,${l + 1},%`,
    `4.6,Zuid,opleiding,${csv(`${label} | instrumenten`)},2021,${l},%`,
    `4.6,Zuid,opleiding,${csv(`${label} | contacten`)},2021,-${l},%`,
    `4.4,Zuid,${csv(label)},mannen,2021,${100 - l},%`,
    `4.6,Zuid,${csv(label)},mannen | instrumenten,2021,${l},%`,
    `4.6,Zuid,${csv(label)},mannen | contacten,2021,-${l},%`,
    `4.1,Zuid,type instrument,${csv(`${label} | A`)},2019,${(l + 1) / 100},per persoon`,
    `4.1,Zuid,type instrument,${csv(`${label} | B`)},2019,${l},%`,
  ];
  return [
    file(
      "p.csv",
      "persoon_id,jaar,gebied,maanden_bijstand,december,opleiding",
      persons.map(({ id, label }) => `${id},2021,Charlois,12,ja,${csv(label)}`),
    ),
    file(
      "i.csv",
      "persoon_id,startdatum,gebied,type",
      persons.filter(({ reached }) => reached).map(({ id }) => `${id},01-03-2021,Charlois,Nazorg`),
    ),
    file("g.csv", "tabel,gebied,groep,indicator,jaar,waarde,eenheid", [
      "4.1,Zuid,totaal,instrumenten per persoon in de bijstand,2019,0.90,per persoon",
      ...labels.flatMap(category),
    ]),
  ];
}

function resultIn(workbook: Workbook, sheet: string, address: string): unknown {
  const value = workbook.getWorksheet(sheet)?.getCell(address).value as { result?: unknown } | null;
  return value?.result;
}

const same = (planned: ResultCell, shown: unknown) =>
  typeof planned === "number" && typeof shown === "number"
    ? Math.abs(planned - shown) <= 1e-11 * Math.max(1, Math.abs(planned))
    : isErrorCell(planned) || planned === shown;

it("every formula of the workbook gives its stored value, whatever the labels are", async () => {
  const plan = planOf(labelledExtracts());
  const needKnap = cellsThatNeedKnap(plan);
  const native = cellsOf(plan).filter(
    ({ sheet, row, column, cell }) =>
      cell.formula !== undefined && !needKnap.has(`${sheet}!${cellAddress(row, column)}`),
  );
  const opened = await recalculate(await renderXlsx(plan));
  const different = native.flatMap(({ sheet, row, column, cell }) => {
    const shown = resultIn(opened, sheet, cellAddress(row, column));
    return same(cell.value, shown) ? [] : [{ sheet, formula: cell.formula, planned: cell.value, shown }];
  });
  expect(different).toEqual([]);
  // Per label: 2 lookups, 1 verdict, 2 x 8 of a category and of a kenmerk, 2 shares and 1 representation
  expect(native.length).toBeGreaterThan(labels.length * 15);
});

it("the native twins give what the functions give, whatever the labels are", async () => {
  const rows = labels.flatMap((label, l) =>
    Array.from({ length: 6 }, (_, i) => ({
      month: monthNumber(2021, 1 + (i % 4)),
      score: (l + 3 * i) % 11,
      label,
      reached: (l + i) % 3 === 0 ? "ja" : "nee",
    })),
  );
  const data = newSheet("Data", []);
  rows.forEach(({ month, score, label, reached }, r) =>
    [monthStartSerial(month), score, label, reached].forEach((value, c) => place(data, r, c, { value })),
  );
  const column = (read: (row: (typeof rows)[number]) => CellValue) => rows.map((row) => [read(row)]);
  const [datums, cijfers, groepen, bereikt] = ["A", "B", "C", "D"].map(
    (letter) => `Data!$${letter}$1:$${letter}$${rows.length}`,
  );

  const twins = newSheet("Tweelingen", []);
  const pairs: { formula: string; knap: ResultCell }[] = [];
  const table = evaluate(REPRESENTATIE_TABEL, [
    column(({ label }) => label),
    column(({ reached }) => reached),
  ]);
  const rolling = ["NPS", "gemiddelde"].map((measure) =>
    evaluate(VOORTSCHRIJDEND, [
      column(({ month }) => monthStartSerial(month)),
      column(({ score }) => score),
      column(({ label }) => label),
      [[measure]],
      [[3]],
      [["deel"]],
    ]),
  );
  labels.forEach((label, l) => {
    // The label stands in a cell, as a user would have it.
    place(twins, l, 0, { value: label });
    const found = table.slice(1).find(([name]) => nameKey(textOfCell(name)) === nameKey(label)) ?? [];
    fillTwin(REPRESENTATIE_TABEL, { categorie: groepen, bereikt, naam: `$A$${l + 1}` })[0].forEach(
      (formula, i) => i > 0 && pairs.push({ formula, knap: found[i] }),
    );
    const at = rolling[0][0].findIndex((head) => textOfCell(head) === `${label} NPS`);
    const maand = "DATE(2021,2,1)";
    const twin = fillTwin(VOORTSCHRIJDEND, {
      datums,
      cijfers,
      groepen,
      groep: `$A$${l + 1}`,
      maand,
      venster: "3",
    });
    const [respondents, nps] = [rolling[0][2][at - 1], rolling[0][2][at]];
    [respondents, nps, rolling[1][2][at]].forEach((knap, i) => pairs.push({ formula: twin[0][i], knap }));
  });
  pairs.forEach(({ formula }, row) => place(twins, row, 1, { value: null, formula }));
  const plan: WorkbookPlan = { title: "T", created: "2026-11-23T12:00:00Z", sheets: [data, twins] };
  const opened = await recalculate(await renderXlsx(plan));
  const different = pairs.flatMap(({ formula, knap }, row) => {
    const shown = resultIn(opened, "Tweelingen", cellAddress(row, 1));
    return typeof knap === "number" && same(knap, shown) ? [] : [{ formula, knap, shown }];
  });
  expect(different).toEqual([]);
  expect(pairs).toHaveLength(labels.length * 8);
});
