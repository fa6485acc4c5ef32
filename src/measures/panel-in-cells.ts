import type { SyntheticPanel } from "../synthetic-control/panel";
import { CellError } from "./cells";
import { labelledTable, type LabelledTable } from "./labelled-table";
import { choice, labels, numberOr, numbers } from "./read-cells";

/** The arguments that all functions on a panel begin with. */
export const panelArguments = () => ({
  doel: labelledTable({ accepts: "een getal: de uitkomst van het doelgebied in een jaar" }),
  donoren: labelledTable({ accepts: "een getal: de uitkomst van een donor in een jaar" }),
  namen: labels({ optional: true }),
  jaren: { ...numbers({ accepts: "een jaartal" }), optional: true },
  laatste_voorjaar: numberOr(null, { accepts: "een jaartal uit jaren", allows: Number.isFinite }),
});

/** What to do with a donor of which a value is missing. */
export const missingArgument = () => choice("fout", "weglaten");

export interface PanelArguments {
  doel: LabelledTable;
  donoren: LabelledTable;
  namen: (string | null)[];
  jaren: (number | null)[][];
  laatste_voorjaar: number | null;
  ontbrekend: "fout" | "weglaten";
}

/** A panel, and what it is called in the cells it came from. */
export interface PanelInCells {
  /** In the order of the years; without years in that of the cells. */
  panel: SyntheticPanel;
  /** The name of each donor of the panel. */
  donors: string[];
  /** Every donor in the cells, and its number in the panel; null when it was left out. */
  given: { name: string; donor: number | null }[];
  /** The year of each period of the panel, or its number when there are no years. */
  periods: number[];
  /** The row of each period of the panel in the cells, so that a result can stand in their order. */
  rows: number[];
  /** What a reader must know of the data, in Dutch. */
  warnings: string[];
}

/** Of so many missing values the places are named; of the others the number. */
const mostPlaces = 5;

/**
 * Puts the ranges of a call together: which way they lie, whether labels agree, what is missing and where.
 *
 * @throws CellError `#VALUE!` with what was found, where, and what to do
 */
export function panelInCells(given: PanelArguments): PanelInCells {
  const target = readTarget(given.doel);
  const donors = readDonors(given.donoren, target.values.length, target.isColumn);
  const periods = target.values.length;
  const names = donorNames(given.namen, donors.names, donors.series.length);
  const years = agreedYears(
    [
      { source: "jaren", years: givenYears(given.jaren, periods) },
      { source: "doel", years: target.years },
      { source: "donoren", years: donors.years },
    ],
    periods,
  );
  const prePeriods = countOfPreYears(years, given.laatste_voorjaar, periods);
  const rows = [...target.values.keys()].sort((a, b) => (years === null ? a - b : years[a] - years[b]));

  refuseMissingTarget(target.values, given.doel, target.isColumn);
  refuseTargetAmongDonors(target, donors.series, names);
  const { kept, warnings } = withoutMissing(donors, names, given.ontbrekend);
  const inOrder = (series: (number | null)[]) => rows.map((row) => Number(series[row]));
  return {
    panel: {
      treated: inOrder(target.values),
      donors: kept.map((donor) => inOrder(donors.series[donor])),
      prePeriods,
    },
    donors: kept.map((donor) => names[donor]),
    given: names.map((name, donor) => ({ name, donor: kept.includes(donor) ? kept.indexOf(donor) : null })),
    periods: rows.map((row) => years?.[row] ?? row + 1),
    rows,
    warnings,
  };
}

interface Series {
  name: string | null;
  values: (number | null)[];
  years: number[] | null;
  isColumn: boolean;
}

function readTarget({ figures, rowLabels, columnLabels }: LabelledTable): Series {
  if (figures.length > 1 && figures[0].length > 1) {
    throw new CellError(
      "#VALUE!",
      `doel moet één kolom of één rij zijn, met een cel per jaar, maar is ${figures.length} bij ${figures[0].length} cellen. De jaren mogen ernaast of erboven staan.`,
    );
  }
  const isColumn = figures[0].length === 1;
  const [along, across] = isColumn ? [rowLabels, columnLabels] : [columnLabels, rowLabels];
  return {
    name: across?.names?.[0] ?? null,
    values: figures.flat(),
    years: along?.years ?? null,
    isColumn,
  };
}

interface Donors {
  /** Per donor its value per year. */
  series: (number | null)[][];
  names: string[] | null;
  years: number[] | null;
  where: (donor: number, year: number) => string;
}

function readDonors(table: LabelledTable, periods: number, targetIsColumn: boolean): Donors {
  const { figures, rowLabels, columnLabels, where } = table;
  const [rows, columns] = [figures.length, figures[0].length];
  const yearsInRows =
    columnLabels?.names || rowLabels?.years
      ? true
      : rowLabels?.names || columnLabels?.years
        ? false
        : rows === periods && (targetIsColumn || columns !== periods);
  if ((yearsInRows ? rows : columns) !== periods) {
    throw new CellError(
      "#VALUE!",
      `doel heeft ${periods} jaren, maar donoren is ${rows} bij ${columns} cellen; geef donoren met evenveel jaren.`,
    );
  }
  return yearsInRows
    ? {
        series: figures[0].map((_, column) => figures.map((row) => row[column])),
        names: columnLabels?.names ?? null,
        years: rowLabels?.years ?? null,
        where: (donor, year) => where(year, donor),
      }
    : {
        series: figures,
        names: rowLabels?.names ?? null,
        years: columnLabels?.years ?? null,
        where,
      };
}

function donorNames(given: (string | null)[], inRange: string[] | null, count: number): string[] {
  if (given.length > 0 && given.length !== count) {
    throw new CellError("#VALUE!", `namen heeft ${given.length} cellen, maar er zijn ${count} donoren.`);
  }
  const names = Array.from({ length: count }, (_, i) => given[i] ?? inRange?.[i] ?? `Donor ${i + 1}`);
  const other = inRange?.findIndex((name, i) => name.toLowerCase() !== names[i].toLowerCase()) ?? -1;
  if (inRange === null || other === -1) return names;
  throw new CellError(
    "#VALUE!",
    `Donor ${other + 1} heet in namen "${names[other]}" en in donoren "${inRange[other]}"; laat namen weg, of maak ze gelijk.`,
  );
}

/** The years of the argument, after a check of their number. */
function givenYears(cells: (number | null)[][], count: number): number[] | null {
  const years = cells.flat();
  if (years.every((year) => year === null)) return null;
  if (years.length !== count) {
    throw new CellError("#VALUE!", `jaren heeft ${years.length} cellen, maar doel heeft ${count} jaren.`);
  }
  return years.map((year, row) => {
    if (year === null) throw new CellError("#VALUE!", `In rij ${row + 1} van jaren ontbreekt het jaartal.`);
    return year;
  });
}

/** The years, after a check that those in the different ranges are the same and that none stands there twice. */
function agreedYears(
  sources: { source: string; years: number[] | null }[],
  periods: number,
): number[] | null {
  const known = sources.flatMap(({ source, years }) => (years === null ? [] : [{ source, years }]));
  if (known.length === 0) return null;
  const [first, ...others] = known;
  for (let i = 0; i < periods; i++) {
    const different = others.find(({ years }) => years[i] !== first.years[i]);
    if (different) {
      throw new CellError(
        "#VALUE!",
        `Jaar ${i + 1} is ${first.years[i]} volgens ${first.source} en ${different.years[i]} volgens ${different.source}; geef ze voor dezelfde jaren, in dezelfde volgorde.`,
      );
    }
    if (first.years.indexOf(first.years[i]) < i) {
      throw new CellError("#VALUE!", `Het jaar ${first.years[i]} staat twee keer in ${first.source}.`);
    }
  }
  return first.years;
}

function countOfPreYears(years: number[] | null, last: number | null, count: number): number {
  if (years === null && last === null) return count;
  if (years === null) {
    throw new CellError("#VALUE!", "Bij laatste_voorjaar horen jaren; geef ze, of laat beide weg.");
  }
  const [lowest, highest] = [Math.min(...years), Math.max(...years)];
  if (last === null) {
    throw new CellError(
      "#VALUE!",
      `De jaren zijn bekend (${lowest} tot en met ${highest}), maar laatste_voorjaar niet; geef het laatste jaar vóór de interventie. Zonder interventie is dat ${highest}.`,
    );
  }
  if (!years.includes(last)) {
    throw new CellError(
      "#VALUE!",
      `laatste_voorjaar ${last} staat niet in de jaren (${lowest} tot en met ${highest}); kies een van die jaren.`,
    );
  }
  return years.filter((year) => year <= last).length;
}

/** The values of the last periods of a panel, or of all, in the order in which the cells have those periods. */
export function inOrderOfCells<T>({ rows }: Pick<PanelInCells, "rows">, values: readonly T[]): T[] {
  const rowOf = rows.slice(rows.length - values.length);
  return [...values.keys()].sort((a, b) => rowOf[a] - rowOf[b]).map((period) => values[period]);
}

function refuseMissingTarget(values: (number | null)[], { where }: LabelledTable, isColumn: boolean): void {
  const year = values.indexOf(null);
  if (year === -1) return;
  throw new CellError(
    "#VALUE!",
    `In ${isColumn ? where(year, 0) : where(0, year)} ontbreekt een waarde; vul haar aan, of laat het jaar weg.`,
  );
}

/** The treated area among its own donors would get all weight, and the effect would be 0. */
function refuseTargetAmongDonors(
  { name, values }: Series,
  donors: (number | null)[][],
  names: string[],
): void {
  const byName = name === null ? -1 : names.findIndex((donor) => donor.toLowerCase() === name.toLowerCase());
  const byValues = donors.findIndex((series) => series.every((value, year) => value === values[year]));
  const found = byName === -1 ? byValues : byName;
  if (found === -1) return;
  throw new CellError(
    "#VALUE!",
    `Donor ${found + 1} (${names[found]}) ${byName === -1 ? "heeft in alle jaren dezelfde waarden als" : "heet net zo als"} het doelgebied. Het doelgebied mag niet onder de donoren zijn; laat die donor weg.`,
  );
}

/** The donors that have all values; or, unless the others are to be left out, a refusal that names the places. */
function withoutMissing(
  { series, where }: Donors,
  names: string[],
  missing: PanelArguments["ontbrekend"],
): { kept: number[]; warnings: string[] } {
  const holes = series.flatMap((values, donor) =>
    values.flatMap((value, year) => (value === null ? [{ donor, at: where(donor, year) }] : [])),
  );
  const incomplete = new Set(holes.map(({ donor }) => donor));
  const kept = [...series.keys()].filter((donor) => !incomplete.has(donor));
  const places = listed(holes.map(({ donor, at }) => `${at} (${names[donor]})`));
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

function listed(places: string[]): string {
  if (places.length <= mostPlaces) return places.join("; ");
  return `${places.slice(0, mostPlaces).join("; ")} en ${places.length - mostPlaces} andere cellen`;
}
