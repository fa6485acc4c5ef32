import type { SheetPlan } from "../workbook/plan";
import { columnHeads, newSheet, place, placeRow, reference } from "../workbook/sheet";
import { columnValues } from "./data-table";
import type { Dataset } from "./dataset";

const STATUSES = ["Ja", "Nee", "Loopt", "Niet bekend"];

const headOf: Record<string, string> = {
  nummer: "Nr.",
  onderdeel: "Onderdeel",
  doelstelling: "Doelstelling",
  norm: "Norm",
  eenheid: "Eenheid",
  peildatum: "Peildatum",
  realisatie: "Realisatie",
  behaald: "Behaald",
};
const widths: Record<string, number> = {
  nummer: 14,
  onderdeel: 12,
  doelstelling: 80,
  eenheid: 18,
  behaald: 14,
};

/** The sheet SMART: how many goals have which status, and every goal with its norm and status. */
export function smartSheet(dataset: Dataset): SheetPlan | null {
  const table = dataset.tables.get("smart");
  if (!table) return null;
  const columns = table.columns.filter(({ name }) => name in headOf);
  const sheet = newSheet(
    "SMART",
    columns.map(({ name }) => widths[name] ?? 12),
  );
  place(sheet, 0, 0, { value: "SMART-doelstellingen", style: "title" });

  placeRow(sheet, 2, 0, columnHeads(["Behaald", "Aantal"]));
  const statuses = columnValues(table, "behaald");
  STATUSES.forEach((status, i) => {
    const head = place(sheet, 3 + i, 0, { value: status });
    place(sheet, 3 + i, 1, {
      value: statuses.filter((one) => one === status).length,
      formula: `COUNTIFS(smart[behaald],${reference(head, sheet)})`,
      format: "count",
    });
  });

  const top = 4 + STATUSES.length;
  placeRow(sheet, top, 0, columnHeads(columns.map(({ name }) => headOf[name])));
  table.rows.forEach((row, r) =>
    columns.forEach(({ name, format }, c) => {
      const value = row[table.columns.findIndex((column) => column.name === name)];
      // INDEX gives 0 for a blank cell, and a norm that is not there is not 0.
      if (value === null) return;
      place(sheet, top + 1 + r, c, {
        value,
        formula: `INDEX(smart[${name}],${r + 1})`,
        format,
        style: name === "behaald" ? "sign" : name === "doelstelling" ? "wrapped" : undefined,
      });
    }),
  );
  const status = String.fromCharCode(65 + columns.findIndex(({ name }) => name === "behaald"));
  const range = `${status}${top + 2}:${status}${top + 1 + table.rows.length}`;
  sheet.conditionalFormats = [
    { range, equals: "Ja", tone: "good" },
    { range, equals: "Nee", tone: "bad" },
    { range, equals: "Loopt", tone: "neutral" },
  ];
  return sheet;
}
