import { kinds } from "../extracts/kinds";
import type { SheetPlan } from "../workbook/plan";
import { columnHeads, newSheet, place, placeRow } from "../workbook/sheet";
import type { Dataset } from "./dataset";
import type { Indicator } from "./indicators";

/** The sheet Bronnen: from which files the figures come, what was left out, and what could not be computed. */
export function sourcesSheet(
  dataset: Dataset,
  made: { version: string; momentSerial: number },
  missing: Indicator[],
): SheetPlan {
  const sheet = newSheet("Bronnen", [40, 26, 12, 18, 16, 68]);
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
      { value: source.rowsRead, format: "count" },
      { value: source.rowsLeftOut, format: "count" },
      { value: source.encoding },
      { value: source.sha256 },
    ]),
  );
  if (missing.length > 0) {
    const top = 7 + dataset.sources.length;
    place(sheet, top, 0, { value: "Niet berekend, omdat er geen gegevens voor zijn", style: "heading" });
    missing.forEach(({ name, theme }, i) =>
      placeRow(sheet, top + 1 + i, 0, [{ value: name }, { value: theme }]),
    );
  }
  sheet.frozen = { rows: 5, columns: 0 };
  return sheet;
}
