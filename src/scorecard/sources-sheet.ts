import { kinds } from "../extracts/kinds";
import type { SheetPlan } from "../workbook/plan";
import { columnHeads, newSheet, place, placeRow } from "../workbook/sheet";
import type { Dataset } from "./dataset";
import type { Indicator } from "./indicators";
import { quantities } from "./quantities";
import { rowsForReader, rowsLeftOutForReader } from "./small-counts";

/** The sheet Bronnen: from which files the figures come, what was left out, and what could not be computed. */
export function sourcesSheet(
  dataset: Dataset,
  made: { version: string; momentSerial: number },
  missing: Indicator[],
): SheetPlan {
  const sheet = newSheet("Bronnen", [40, 26, 60, 12, 18, 16, 68]);
  place(sheet, 0, 0, { value: "Bronnen", style: "title" });
  place(sheet, 1, 0, { value: "Gemaakt met KNAP", style: "note" });
  place(sheet, 1, 1, { value: `versie ${made.version}`, style: "note" });
  place(sheet, 2, 0, { value: "Ingelezen op", style: "note" });
  place(sheet, 2, 1, { value: made.momentSerial, format: "moment", style: "note" });

  placeRow(
    sheet,
    4,
    0,
    columnHeads([
      "Bestand",
      "Soort",
      "Herkomst",
      "Regels",
      "Weggelaten regels",
      "Tekenset",
      "Vingerafdruk van het bestand (SHA-256)",
    ]),
  );
  dataset.sources.forEach((source, i) =>
    placeRow(sheet, 5 + i, 0, [
      { value: source.fileName },
      { value: kinds[source.kind].title },
      { value: source.origin || "niet opgegeven", style: source.origin ? undefined : "note" },
      { value: rowsForReader(source), format: "count" },
      { value: rowsLeftOutForReader(source, dataset.threshold), format: "count" },
      { value: source.encoding, style: "sign" },
      { value: source.sha256 },
    ]),
  );
  if (dataset.smallCounts !== null)
    place(sheet, 6 + dataset.sources.length, 0, { value: dataset.smallCounts, style: "note" });
  if (missing.length > 0) {
    const top = (dataset.smallCounts === null ? 7 : 8) + dataset.sources.length;
    place(sheet, top, 0, { value: "Niet berekend: er ontbreken gegevens", style: "heading" });
    placeRow(sheet, top + 1, 0, columnHeads(["Indicator", "Thema", "Nodig, voor dezelfde jaren"]));
    missing.forEach((indicator, i) =>
      placeRow(sheet, top + 2 + i, 0, [
        { value: indicator.name },
        { value: indicator.theme },
        { value: neededFor(indicator) },
      ]),
    );
  }
  if (dataset.remarks.length > 0) {
    const top = sheet.rows.length + 1;
    place(sheet, top, 0, { value: "Let op", style: "heading" });
    dataset.remarks.forEach((line, i) => place(sheet, top + 1 + i, 0, { value: line }));
  }
  sheet.frozen = { rows: 5, columns: 0 };
  return sheet;
}

/** The counts of which an indicator is made, with the base year where it cannot do without. */
function neededFor({ numerator, denominator, baseYear }: Indicator): string {
  const names = [quantities[numerator].name, ...(denominator ? [quantities[denominator.quantity].name] : [])];
  const base = denominator?.year === "base" ? `, ook in ${baseYear}` : "";
  return [...new Set(names)].join("; ") + base;
}
