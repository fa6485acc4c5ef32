import { nameKey } from "../dutch/name-key";
import type { CellValue } from "../extracts/extract";
import type { Gebiedsdeel } from "../extracts/gebied";
import type { KindId } from "../extracts/kind";
import { kinds } from "../extracts/kinds";
import { absentPlaces, hasServicesOf, isComplete, partialPlaces, parts } from "./coverage";
import { columnValues, type DataTable } from "./data-table";
import { publishedRow, type Dataset } from "./dataset";

/** Where a count comes from: columns of an extract that are added up, or a published figure. */
export type QuantitySource =
  | {
      table: string;
      columns: string[];
      /** Of which extracts the table is made. */
      kind: KindId;
      /** Extracts that must be there too: a reach is counted from persons and services. */
      alsoOf?: KindId;
      /** Fixed criteria beside gebiedsdeel and jaar. */
      where?: Record<string, string>;
    }
  | { published: PublishedSeries };

/** A series of the report: the same indicator stands in another table for Zuid than for Overig. */
export interface PublishedSeries {
  tables: Partial<Record<Area, string>>;
  indicator: string;
}

export type Area = "Zuid" | "Overig" | "Rotterdam";

/** A count that indicators are made of; the first source that has it is used. */
export interface Quantity {
  /** In Dutch, as the label of its row. */
  name: string;
  sources: QuantitySource[];
}

/** A value with the formula that gives it. */
export interface Figure {
  value: number;
  formula: string;
  /** How far a printed figure can be off through rounding; nothing for a count. */
  half?: number;
}

/** Cells of the sheet that a formula compares with. */
export interface Criteria {
  area: Area;
  year: number;
  /** References to the cells that hold them. */
  areaCell: string;
  yearCell: string;
  /** For an indicator whose name comes from a file: such a text never goes into a formula itself. */
  indicatorCell?: string;
}

const published = (zuid: string, overig: string, indicator: string): QuantitySource => ({
  published: { tables: { Zuid: zuid, Overig: overig }, indicator },
});
const services = (soort: "instrumenten" | "contacten", column: string): QuantitySource => ({
  table: "diensten",
  columns: [column],
  kind: soort,
  where: { soort, type: "Totaal" },
});
const sum = (kind: KindId, ...columns: string[]): QuantitySource => ({ table: kind, columns, kind });
const persons = (column: string, alsoOf?: KindId): QuantitySource => ({
  table: "bijstand",
  columns: [column],
  kind: "bijstandspersonen",
  alsoOf,
});

export const quantities = {
  bevolking: { name: "Bevolking van 15 tot 75 jaar", sources: [sum("arbeidsmarkt", "bevolking_15_75")] },
  werkenden: { name: "Personen met betaald werk", sources: [sum("arbeidsmarkt", "werkenden")] },
  uitkeringen: {
    name: "Personen met een uitkering",
    sources: [sum("arbeidsmarkt", "bijstand", "ww", "overige_uitkeringen")],
  },
  bijstandsvolume: { name: "Personen met bijstand in december", sources: [sum("arbeidsmarkt", "bijstand")] },
  uitstroomNaarWerk: {
    name: "In december van het jaar ervoor bijstand, nu betaald werk",
    sources: [sum("arbeidsmarkt", "uitstroom_naar_werk")],
  },
  instroom: {
    name: "Nu bijstand, in december van het jaar ervoor niet",
    sources: [sum("arbeidsmarkt", "instroom")],
  },
  personenInBijstand: {
    name: "Personen in de bijstand",
    sources: [persons("personen_in_bijstand"), published("4.1", "4.2", "personen in de bijstand")],
  },
  decemberpopulatie: { name: "Personen met bijstand in december", sources: [persons("december")] },
  bereiktInstrumenten: {
    name: "Van hen met een instrument",
    sources: [persons("bereikt_instrumenten", "instrumenten")],
  },
  bereiktContacten: { name: "Van hen met een contact", sources: [persons("bereikt_contacten", "contacten")] },
  instrumenten: {
    name: "Instrumenten",
    sources: [services("instrumenten", "aantal"), published("4.1", "4.2", "instrumenten")],
  },
  personenMetInstrument: {
    name: "Personen met een instrument",
    sources: [services("instrumenten", "personen"), published("4.1", "4.2", "personen met instrument")],
  },
  contacten: {
    name: "Contacten",
    sources: [services("contacten", "aantal"), published("2.3", "2.4", "contacten")],
  },
  personenMetContact: { name: "Personen met een contact", sources: [services("contacten", "personen")] },
  werkzoekenden: { name: "Werkzoekenden", sources: [sum("capaciteit", "werkzoekenden")] },
  fte: { name: "Fte's consulenten", sources: [sum("capaciteit", "fte")] },
  extraFte: { name: "Extra fte's", sources: [sum("capaciteit", "extra_fte")] },
  maatregeloverwegingen: {
    name: "Maatregeloverwegingen",
    sources: [sum("handhaving", "maatregeloverwegingen")],
  },
  maatregelen: { name: "Maatregelen", sources: [sum("handhaving", "maatregelen")] },
  heronderzoekenVoorgenomen: {
    name: "Voorgenomen heronderzoeken",
    sources: [sum("handhaving", "heronderzoeken_voorgenomen")],
  },
  heronderzoekenUitgevoerd: {
    name: "Uitgevoerde heronderzoeken",
    sources: [sum("handhaving", "heronderzoeken_uitgevoerd")],
  },
} satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof quantities;

type OwnSource = Extract<QuantitySource, { table: string }>;

/**
 * The figure of a quantity in an area and a year, or null when it is not complete. The report's figures are used
 * where no extract of one's own is whole for that year and area; a withheld count is missing, and not the report's.
 */
export function figureOf(dataset: Dataset, id: QuantityId, criteria: Criteria): Figure | null {
  const own = givenSource(dataset, id, criteria);
  if (own) return summedFigure(dataset, own, criteria);
  const { published } = quantities[id].sources.find(isPublished) ?? {};
  return published ? publishedFigure(dataset, published, "totaal", criteria) : null;
}

const isPublished = (source: QuantitySource): source is Extract<QuantitySource, { published: unknown }> =>
  "published" in source;

const partsOf = (area: Area) => parts.filter((part) => area === "Rotterdam" || part === area);

/** The columns of extracts that a quantity is added up from, where there are such extracts. */
function ownSource(dataset: Dataset, id: QuantityId): OwnSource | undefined {
  const sources: QuantitySource[] = quantities[id].sources;
  return sources
    .filter((source): source is OwnSource => !isPublished(source))
    .find(({ kind, table, columns }) => {
      const names = dataset.tables.get(table)?.columns.map(({ name }) => name);
      return dataset.coverage.has(kind) && columns.every((column) => !names || names.includes(column));
    });
}

function givenSource(
  dataset: Dataset,
  id: QuantityId,
  { area, year }: Pick<Criteria, "area" | "year">,
): OwnSource | undefined {
  const own = ownSource(dataset, id);
  const { coverage } = dataset;
  return own &&
    partsOf(area).every(
      (part) =>
        isComplete(coverage, own.kind, part, year) &&
        (!own.alsoOf || hasServicesOf(coverage, own.alsoOf, part, year)),
    )
    ? own
    : undefined;
}

/** Whether extracts of one's own are whole for a quantity in an area and a year, also where a count is withheld. */
export const hasOwn = (
  dataset: Dataset,
  id: QuantityId,
  criteria: Pick<Criteria, "area" | "year">,
): boolean => givenSource(dataset, id, criteria) !== undefined;

/** Whether a quantity in an area and a year is counted from extracts about persons. */
export const isOfPersons = (
  dataset: Dataset,
  id: QuantityId,
  criteria: Pick<Criteria, "area" | "year">,
): boolean => {
  const own = givenSource(dataset, id, criteria);
  return own !== undefined && kinds[own.kind].personLevel === true;
};

/** The gebieden of an area that are in no year of the extracts of a quantity, as "Zuid zonder IJsselmonde". */
export function withoutPlaces(dataset: Dataset, id: QuantityId, area: Area): string[] {
  const own = ownSource(dataset, id);
  if (!own) return [];
  const { kind, alsoOf = kind } = own;
  return partsOf(area).flatMap((part) => withoutPlacesOf(dataset, [kind, alsoOf], part));
}

/** The same of kinds of extracts: "Zuid zonder IJsselmonde", "Zuid met maar 1 van 11 buurten van Feijenoord". */
export function withoutPlacesOf({ coverage }: Dataset, of: readonly KindId[], part: Gebiedsdeel): string[] {
  const absent = [...new Set(of.flatMap((kind) => absentPlaces(coverage, kind, part)))];
  const partial = part === "Zuid" ? [...new Set(of.flatMap((kind) => partialPlaces(coverage, kind)))] : [];
  return [
    ...(absent.length > 0 ? [`${part} zonder ${absent.join(", ")}`] : []),
    ...(partial.length > 0 ? [`${part} met maar ${partial.join(", ")}`] : []),
  ];
}

/** A figure as the report prints it, found by its key; a percentage becomes a fraction. */
export function publishedFigure(
  dataset: Dataset,
  { tables, indicator }: PublishedSeries,
  group: string,
  { area, year, areaCell, yearCell, indicatorCell }: Criteria,
): (Figure & { decimals: number }) | null {
  const table = dataset.tables.get("gepubliceerd");
  const number = tables[area];
  if (!table || number === undefined) return null;
  const row = publishedRow(table, [number, area, group, indicator, year]);
  const value = row < 0 ? null : columnValues(table, "waarde")[row];
  if (typeof value !== "number") return null;
  const unit = columnValues(table, "eenheid")[row];
  const percent = unit === "%";
  const printed = columnValues(table, "decimalen")[row];
  const decimals = (typeof printed === "number" ? printed : 0) + (percent ? 2 : 0);
  const name = indicatorCell ? `"&${indicatorCell}&"` : indicator;
  const key = `"${number}|"&${areaCell}&"|${group}|${name}|"&${yearCell}`;
  const lookup = indicatorCell
    ? publishedWithKey(key)
    : `INDEX(gepubliceerd[waarde],MATCH(${key},gepubliceerd[sleutel],0))`;
  return {
    value: percent ? value / 100 : value,
    formula: percent ? `${lookup}/100` : lookup,
    decimals,
    half: decimals === 0 && isCount(unit) ? 0 : halfDigit(decimals),
  };
}

/** A whole number of persons or services is exact; one of a ratio, a share, fte's or thousands is rounded. */
const isCount = (unit: CellValue): boolean =>
  unit === null || /^(?:aantal(?: \w+)?|personen|instrumenten|contacten|stuks)?$/i.test(String(unit));

/**
 * The published figure with a key that holds a text from a file. MATCH would take `*`, `?` and `~` in it for wildcards
 * and fails above 255 characters; a key stands in the table once.
 */
export const publishedWithKey = (key: string): string =>
  `SUMPRODUCT(--EXACT(LOWER(gepubliceerd[sleutel]),LOWER(${key})),gepubliceerd[waarde])`;

/**
 * Half of the last digit of a figure that is printed with so many decimals.
 *
 * @example
 * halfDigit(2) // => 0.005
 */
export const halfDigit = (decimals: number): number => Number(`5e-${decimals + 1}`);

function summedFigure(
  dataset: Dataset,
  { table: name, columns, where = {} }: OwnSource,
  { area, year, areaCell, yearCell }: Criteria,
): Figure | null {
  const table = dataset.tables.get(name);
  if (!table || columns.some((column) => !table.columns.some((candidate) => candidate.name === column)))
    return null;
  const rowsPerPart = partsOf(area).map((part) =>
    rowsWhere(table, { ...where, gebiedsdeel: part, jaar: year }),
  );
  const rows = rowsPerPart.flat();
  const cells = columns
    .map((column) => columnValues(table, column))
    .flatMap((values) => rows.map((row) => values[row]));
  if (rowsPerPart.some((ofPart) => ofPart.length === 0) || cells.some((cell) => typeof cell !== "number"))
    return null;

  const criteria = [
    ...(area === "Rotterdam" ? [] : [`${name}[gebiedsdeel],${areaCell}`]),
    `${name}[jaar],${yearCell}`,
    ...Object.entries(where).map(([column, value]) => `${name}[${column}],"${value}"`),
  ].join(",");
  return {
    value: cells.reduce<number>((total, cell) => total + (cell as number), 0),
    formula: columns.map((column) => sumOrMissing(`${name}[${column}]`, criteria)).join("+"),
  };
}

/** The places of the rows of a table that hold these values. */
function rowsWhere(table: DataTable, wanted: Record<string, string | number>): number[] {
  const columns = Object.entries(wanted).map(([name, value]) => ({
    values: columnValues(table, name),
    value,
  }));
  return table.rows.flatMap((_, row) =>
    columns.every(({ values, value }) => values[row] === value) ? [row] : [],
  );
}

/** Adds up, but not when one of the rows is blank: a missing count is not a count of 0. */
function sumOrMissing(column: string, criteria: string): string {
  return `IF(COUNTIFS(${criteria},${column},"<>")<COUNTIFS(${criteria}),NA(),SUMIFS(${column},${criteria}))`;
}

/** The years in which the sources of quantities have rows. */
export function yearsOf(dataset: Dataset, ids: readonly QuantityId[]): number[] {
  const years = ids.flatMap((id) => {
    const own = ownSource(dataset, id);
    const published = quantities[id].sources.find(isPublished);
    return [
      ...(own ? (dataset.coverage.get(own.kind)?.keys() ?? []) : []),
      ...(published ? publishedYears(dataset, published.published) : []),
    ];
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

export function publishedYears(dataset: Dataset, { tables, indicator }: PublishedSeries): number[] {
  const table = dataset.tables.get("gepubliceerd");
  if (!table) return [];
  const numbers = Object.values(tables);
  const indicators = columnValues(table, "indicator");
  const tableNumbers = columnValues(table, "tabel");
  const years = columnValues(table, "jaar");
  return table.rows.flatMap((_, row) => {
    const year = years[row];
    return nameKey(String(indicators[row])) === indicator &&
      numbers.includes(String(tableNumbers[row])) &&
      typeof year === "number"
      ? [year]
      : [];
  });
}
