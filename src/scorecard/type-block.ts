import { nameKey } from "../dutch/name-key";
import type { SheetPlan } from "../workbook/plan";
import { columnHeads, place, placeRow, reference, yearHeads, type PlacedCell } from "../workbook/sheet";
import { columnValues } from "./data-table";
import type { Dataset } from "./dataset";
import { halfDigit, publishedFigure, type Criteria } from "./quantities";

/** Tables that print, per type, column A (per person in the bijstand) and column B (share in all). */
const typeTables = [
  { number: "4.1", area: "Zuid", group: "type instrument", total: "instrumenten per persoon in de bijstand" },
  {
    number: "4.2",
    area: "Overig",
    group: "type instrument",
    total: "instrumenten per persoon in de bijstand",
  },
] as const;

/**
 * The types of instruments: column B of the report beside the share that follows from its column A, and whether
 * rounding can explain the difference. The counts per type are not published, so A divided by the total per person
 * is known only between bounds; the printed B must overlap them.
 */
export function placeTypes(sheet: SheetPlan, top: number, dataset: Dataset): void {
  let row = top;
  for (const table of typeTables) row = placeTypeTable(sheet, row, dataset, table);
}

function placeTypeTable(
  sheet: SheetPlan,
  top: number,
  dataset: Dataset,
  { number, area, group, total }: (typeof typeTables)[number],
): number {
  const published = dataset.tables.get("gepubliceerd");
  if (!published) return top;
  const [tables, groups, names, yearColumn] = ["tabel", "groep", "indicator", "jaar"].map((name) =>
    columnValues(published, name),
  );
  const rows = published.rows.flatMap((_, row) =>
    tables[row] === number && nameKey(String(groups[row])) === group ? [row] : [],
  );
  const types = [...new Set(rows.map((row) => String(names[row]).replace(/ \| [AB]$/i, "")))];
  const years = [...new Set(rows.map((row) => Number(yearColumn[row])))].sort((a, b) => a - b);
  if (types.length === 0) return top;

  place(sheet, top, 0, { value: `Instrumenten per type, ${area} (tabel ${number})`, style: "heading" });
  place(sheet, top + 1, 0, {
    value:
      "Aandeel van elk type in alle instrumenten: kolom B van het rapport, en wat uit kolom A volgt. De aantallen per type zijn niet gepubliceerd, dus wordt bekeken of afronding het verschil kan verklaren.",
    style: "note",
  });
  const header = placeRow(sheet, top + 2, 0, [
    ...columnHeads(["Cijfer", "Gebied"]),
    ...yearHeads(years),
  ]).slice(2) as PlacedCell[];

  let row = top + 3;
  const placeFigures = (
    indicator: string,
    label: string,
    ofGroup: string,
    format: "percent" | "decimal2",
  ) => {
    placeRow(sheet, row, 0, [{ value: label }, { value: area }]);
    const cells = header.map((head) => {
      const criteria: Criteria = {
        area: area,
        year: Number(head.value),
        areaCell: `$B${row + 1}`,
        yearCell: reference(head, sheet),
        // Where the row is labelled with the name from the file, the formula reads it there.
        ...(label === indicator ? { indicatorCell: `$A${row + 1}` } : {}),
      };
      const figure = publishedFigure(dataset, { tables: { [area]: number }, indicator }, ofGroup, criteria);
      if (!figure) return undefined;
      const { value, formula, decimals } = figure;
      // All of these are ratios and shares, also where one is printed without decimals.
      const half = halfDigit(decimals);
      const fine = format === "percent" ? "percent1" : "decimal3";
      const look = { format: decimals > 2 ? fine : format, style: "input" } as const;
      return { cell: place(sheet, row, head.column, { value, formula, ...look }), half };
    });
    row += 1;
    return cells;
  };

  const totals = placeFigures(total, "Instrumenten per persoon in de bijstand", "totaal", "decimal2");
  for (const type of types) {
    const perPerson = placeFigures(`${type} | A`, `${type} | A`, group, "decimal2");
    const printed = placeFigures(`${type} | B`, `${type} | B`, group, "percent");
    placeRow(sheet, row, 0, [{ value: `${type} | A en B` }, { value: area }]);
    header.forEach((head, i) => {
      const [a, b, whole] = [perPerson[i], printed[i], totals[i]];
      if (a && b && whole) placeVerdict(sheet, row, head.column, a, b, whole);
    });
    row += 1;
  }
  return row + 1;
}

/** A printed figure: its cell, and how far it can be off through rounding. */
interface Printed {
  cell: PlacedCell;
  half: number;
}

function placeVerdict(
  sheet: SheetPlan,
  row: number,
  column: number,
  a: Printed,
  b: Printed,
  whole: Printed,
): void {
  const [aValue, bValue, wholeValue] = [a, b, whole].map(({ cell }) => cell.value as number);
  const least = (aValue - a.half) / (wholeValue + whole.half);
  // A total that may be 0 leaves room for any share.
  const most = wholeValue <= whole.half ? Infinity : (aValue + a.half) / (wholeValue - whole.half);
  const fits = least <= bValue + b.half && most >= bValue - b.half;
  const [A, B, T] = [a, b, whole].map(({ cell }) => reference(cell, sheet));
  place(sheet, row, column, {
    value: fits ? "past bij afronding" : "wijkt af",
    formula: `IF(AND((${A}-${a.half})/(${T}+${whole.half})<=${B}+${b.half},IF(${T}<=${whole.half},TRUE,(${A}+${a.half})/(${T}-${whole.half})>=${B}-${b.half})),"past bij afronding","wijkt af")`,
    style: "sign",
  });
}
