import type { Extract } from "../extracts/extract";
import type { KindId } from "../extracts/kind";
import type { DataTable } from "./data-table";
import { shareInWords, WITHHELD } from "./small-counts";

/**
 * Persons with a service who are not among the persons in the bijstand. Numbers that are written in two ways, such
 * as 000012 and 12 after a visit to Excel, would otherwise show as a reach of 0 %.
 *
 * How many they are is told in coarse words, and not at all where a total of the service or its reach is withheld: a
 * share of persons who cannot have been reached would say how few were. There the advice is given without looking.
 */
export function unknownPersons(
  byKind: ReadonlyMap<KindId, readonly Extract[]>,
  tables: ReadonlyMap<string, DataTable>,
  threshold: number,
): string[] {
  const idsOf = (kind: KindId) =>
    new Set(byKind.get(kind)?.flatMap(({ rows }) => rows.map(({ values }) => values.persoon_id)));
  const known = idsOf("bijstandspersonen");
  if (known.size === 0) return [];
  return (["instrumenten", "contacten"] as const).flatMap((kind) => {
    const ids = [...idsOf(kind)];
    if (ids.length === 0) return [];
    if (hasWithheldTotal(tables, kind))
      return [
        `${kind}: een totaal of het bereik is niet getoond. Is dat meer dan verwacht, kijk dan of de persoonsnummers in dit bestand en in bijstandspersonen gelijk zijn geschreven (voorloopnullen, hoofdletters); wie niet in bijstandspersonen staat, telt niet mee in het bereik.`,
      ];
    const unknown = ids.filter((id) => !known.has(id)).length;
    if (unknown === 0) return [];
    return [
      `${kind}: ${shareInWords(unknown, ids.length, threshold)} van de personen staat niet in bijstandspersonen en telt niet mee in het bereik; zijn de nummers in beide bestanden gelijk geschreven (voorloopnullen, hoofdletters)?`,
    ];
  });
}

function hasWithheldTotal(
  tables: ReadonlyMap<string, DataTable>,
  kind: "instrumenten" | "contacten",
): boolean {
  const rowsOf = (name: string) => {
    const table = tables.get(name);
    const names = table?.columns.map((column) => column.name) ?? [];
    return (table?.rows ?? []).map((row) => new Map(names.map((column, at) => [column, row[at]])));
  };
  return (
    rowsOf("bijstand").some((row) => row.get(`bereikt_${kind}`) === WITHHELD) ||
    rowsOf("diensten").some(
      (row) => row.get("soort") === kind && row.get("type") === "Totaal" && row.get("personen") === WITHHELD,
    )
  );
}
