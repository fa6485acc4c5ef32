import { lineOf } from "./cell-table";
import { CellError, type CellValue } from "./cells";
import { donorKey, nameInCell } from "./donor-names";
import { isMissingName } from "./read-cells";
import { placeAfterHead, type PanelRanges, type PanelReading } from "./panel-reading";
import { namesAbove } from "./readings";

/** Of so many missing values the places are named; of the others the number. */
const mostPlaces = 5;

const textOf = (cell: CellValue | undefined) =>
  cell === undefined || isMissingName(cell) ? null : typeof cell === "string" ? cell : nameInCell(cell);

/** The names of the donors as they were typed, after a check that each donor has one of its own. */
export function donorNames({ namen }: PanelRanges, { donors, count, nameHeads }: PanelReading): string[] {
  const given = lineOf(namen).slice(nameHeads);
  const inRange = namesAbove(donors, count);
  const names = Array.from({ length: count }, (_, i) => textOf(given[i]) ?? inRange?.[i] ?? `Donor ${i + 1}`);
  const other = inRange?.findIndex((name, i) => donorKey(name) !== donorKey(names[i])) ?? -1;
  if (inRange !== null && other !== -1) {
    throw new CellError(
      "#VALUE!",
      `Donor ${other + 1} heet in namen "${names[other]}" en in donoren "${inRange[other]}"; laat namen weg, of maak ze gelijk.`,
    );
  }
  const place = inRange === null ? placeAfterHead(namen, nameHeads) : placeAbove(donors);
  refuseSameNames(names, place, "Laat één van beide weg, of geef ze verschillende namen.");
  return names;
}

const placeAbove =
  ({ view, left }: PanelReading["donors"]) =>
  (index: number) =>
    view.where(0, left + index);

/** Refuses a name that stands there twice: it would be a guess which of the two is meant. */
export function refuseSameNames(names: string[], place: (index: number) => string, advice: string): void {
  const seen = new Map<string, number>();
  names.forEach((name, index) => {
    const before = seen.get(donorKey(name));
    if (before !== undefined) {
      throw new CellError(
        "#VALUE!",
        `De naam "${name}" staat twee keer: in ${place(before)} en in ${place(index)}. ${advice}`,
      );
    }
    seen.set(donorKey(name), index);
  });
}

/** The treated area among its own donors would get all weight, and the effect would be 0. */
export function refuseTargetAmongDonors(
  target: { name: string | null; values: (number | null)[] },
  series: (number | null)[][],
  names: string[],
): void {
  const { name, values } = target;
  const byName = name === null ? -1 : names.findIndex((donor) => donorKey(donor) === donorKey(name));
  const byValues = series.findIndex((donor) => donor.every((value, year) => value === values[year]));
  const found = byName === -1 ? byValues : byName;
  if (found === -1) return;
  throw new CellError(
    "#VALUE!",
    `Donor ${found + 1} (${names[found]}) ${byName === -1 ? "heeft in alle jaren dezelfde waarden als" : "heet net zo als"} het doelgebied. Het doelgebied mag niet onder de donoren zijn; laat die donor weg.`,
  );
}

/** The donors that have all values; or, unless the others are to be left out, a refusal that names the places. */
export function withoutMissing(
  series: (number | null)[][],
  where: (donor: number, period: number) => string,
  names: string[],
  missing: "fout" | "weglaten",
): { kept: number[]; warnings: string[] } {
  const holes = series.flatMap((values, donor) =>
    values.flatMap((value, period) => (value === null ? [{ donor, period }] : [])),
  );
  const incomplete = new Set(holes.map(({ donor }) => donor));
  const kept = [...series.keys()].filter((donor) => !incomplete.has(donor));
  const places = listed(holes, ({ donor, period }) => `${where(donor, period)} (${names[donor]})`);
  if (holes.length > 0 && missing === "fout") {
    throw new CellError(
      "#VALUE!",
      `In ${places} ontbreekt een waarde; vul ze aan, of geef ontbrekend de waarde "weglaten" om ${incomplete.size === 1 ? "die donor" : `die ${incomplete.size} donoren`} niet mee te doen.`,
    );
  }
  if (kept.length === 0) {
    throw new CellError("#VALUE!", `Van elke donor ontbreekt een waarde, zoals in ${places}; vul ze aan.`);
  }
  const warnings =
    holes.length === 0
      ? []
      : [
          `${incomplete.size} van de ${series.length} donoren ${incomplete.size === 1 ? "doet" : "doen"} niet mee, omdat een waarde ontbreekt in ${places}.`,
        ];
  return { kept, warnings };
}

function listed<T>(holes: T[], place: (hole: T) => string): string {
  const places = holes.slice(0, mostPlaces).map(place).join("; ");
  return holes.length <= mostPlaces ? places : `${places} en ${holes.length - mostPlaces} andere cellen`;
}
