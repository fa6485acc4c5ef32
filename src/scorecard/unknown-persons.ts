import type { Extract } from "../extracts/extract";
import type { KindId } from "../extracts/kind";
import { columnValues, type DataTable } from "./data-table";
import { notInWorkbook, shareInWords, WITHHELD } from "./small-counts";

type Service = "instrumenten" | "contacten";

const services = ["instrumenten", "contacten"] as const;

/** What to do when persons are not found back. Numbers such as 000012 become 12 by a visit to Excel. */
const advice =
  "zijn de persoonsnummers in dit bestand en in bijstandspersonen gelijk geschreven (voorloopnullen, hoofdletters)?";

/**
 * Services of which few persons are found back among the persons in the bijstand, for the sheet Bronnen. It goes by
 * what the tables show and by nothing else: a word about the persons themselves would say how few they are.
 */
export function fewFoundBack(tables: ReadonlyMap<string, DataTable>): string[] {
  const bijstand = tables.get("bijstand");
  if (!bijstand) return [];
  return services.flatMap((service) => {
    const served = servedPerYear(tables.get("diensten"), service);
    const [years, reached] = ["jaar", `bereikt_${service}`].map((name) => columnValues(bijstand, name));
    const found = years.flatMap((jaar, row) => {
      const count = served.get(jaar);
      return count === undefined ? [] : [{ jaar, count, reached: reached[row] }];
    });
    if (found.some((one) => one.reached === WITHHELD || one.count === WITHHELD))
      return [
        `${service}: een totaal of het bereik is niet getoond. Is dat meer dan verwacht, kijk dan of de persoonsnummers in dit bestand en in bijstandspersonen gelijk zijn geschreven (voorloopnullen, hoofdletters); wie niet in bijstandspersonen staat, telt niet mee in het bereik.`,
      ];
    const few = [...new Set(found.map(({ jaar }) => jaar))].filter((jaar) => {
      const ofYear = found.flatMap((one) => (one.jaar === jaar ? [Number(one.reached)] : []));
      return sum(ofYear) < Number(served.get(jaar)) / 2;
    });
    if (few.length === 0) return [];
    return [
      `${service}: minder dan de helft van de personen met zo'n dienst in ${few.join(", ")} is als bereikt geteld; ${advice}`,
    ];
  });
}

/** The persons with a service of all gebiedsdelen together, by year; or that one of those counts is withheld. */
function servedPerYear(table: DataTable | undefined, service: Service): Map<unknown, number | string> {
  const served = new Map<unknown, number | string>();
  if (!table) return served;
  const [kinds, types, years, persons] = ["soort", "type", "jaar", "personen"].map((name) =>
    columnValues(table, name),
  );
  table.rows.forEach((_, row) => {
    if (kinds[row] !== service || types[row] !== "Totaal") return;
    const [before, here] = [served.get(years[row]) ?? 0, persons[row]];
    const isHidden = before === WITHHELD || here === WITHHELD;
    served.set(years[row], isHidden ? WITHHELD : Number(before) + Number(here));
  });
  return served;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Persons with a service who are not among the persons in the bijstand, in coarse words for who has the files. */
export function unknownPersons(byKind: ReadonlyMap<KindId, readonly Extract[]>, threshold: number): string[] {
  const idsOf = (kind: KindId) =>
    new Set(byKind.get(kind)?.flatMap(({ rows }) => rows.map(({ values }) => values.persoon_id)));
  const known = idsOf("bijstandspersonen");
  if (known.size === 0) return [];
  return services.flatMap((kind) => {
    const ids = [...idsOf(kind)];
    const unknown = ids.filter((id) => !known.has(id)).length;
    if (unknown === 0) return [];
    return [
      `${kind}: ${shareInWords(unknown, ids.length, threshold)} van de personen staat niet in bijstandspersonen en telt niet mee in het bereik; ${advice} ${notInWorkbook}`,
    ];
  });
}
