import { columnValues, missingPlaces, publishedKey, type Dataset } from "./dataset";

/** Where a count comes from: columns of an extract that are added up, or a published figure. */
export type QuantitySource =
  | {
      table: string;
      columns: string[];
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
const services = (soort: string, column: string): QuantitySource => ({
  table: "diensten",
  columns: [column],
  where: { soort, type: "Totaal" },
});
const sum = (table: string, ...columns: string[]): QuantitySource => ({ table, columns });

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
    sources: [sum("bijstand", "personen_in_bijstand"), published("4.1", "4.2", "personen in de bijstand")],
  },
  decemberpopulatie: { name: "Personen met bijstand in december", sources: [sum("bijstand", "december")] },
  bereiktInstrumenten: {
    name: "Van hen met een instrument",
    sources: [sum("bijstand", "bereikt_instrumenten")],
  },
  bereiktContacten: { name: "Van hen met een contact", sources: [sum("bijstand", "bereikt_contacten")] },
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

/**
 * The figure of a quantity in an area and a year, or null when it is not complete. The report's figures are used only
 * where there is no extract of one's own: a withheld or missing count is missing, and not the report's.
 */
export function figureOf(dataset: Dataset, id: QuantityId, criteria: Criteria): Figure | null {
  const source = sourceOf(dataset, id);
  if (!source) return null;
  return "published" in source
    ? publishedFigure(dataset, source.published, "totaal", criteria)
    : summedFigure(dataset, source, criteria);
}

function sourceOf(dataset: Dataset, id: QuantityId): QuantitySource | undefined {
  const sources: QuantitySource[] = quantities[id].sources;
  const own = sources.find((source) => !("published" in source) && dataset.tables.has(source.table));
  return own ?? sources.find((source) => "published" in source);
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
  const row = columnValues(table, "sleutel").indexOf(publishedKey([number, area, group, indicator, year]));
  const value = row < 0 ? null : columnValues(table, "waarde")[row];
  if (typeof value !== "number") return null;
  const percent = columnValues(table, "eenheid")[row] === "%";
  const decimals = columnValues(table, "decimalen")[row];
  const name = indicatorCell ? `"&${indicatorCell}&"` : indicator;
  const key = `"${number}|"&${areaCell}&"|${group}|${name}|"&${yearCell}`;
  const lookup = `INDEX(gepubliceerd[waarde],MATCH(${key},gepubliceerd[sleutel],0))`;
  return {
    value: percent ? value / 100 : value,
    formula: percent ? `${lookup}/100` : lookup,
    decimals: (typeof decimals === "number" ? decimals : 0) + (percent ? 2 : 0),
  };
}

function summedFigure(
  dataset: Dataset,
  { table: name, columns, where = {} }: Extract<QuantitySource, { table: string }>,
  { area, year, areaCell, yearCell }: Criteria,
): Figure | null {
  const table = dataset.tables.get(name);
  if (!table || columns.some((column) => !table.columns.some((candidate) => candidate.name === column)))
    return null;
  const years = columnValues(table, "jaar");
  const areas = columnValues(table, "gebiedsdeel");
  const fixed = Object.entries(where).map(([column, value]) => ({
    values: columnValues(table, column),
    value,
  }));
  const rows = table.rows.flatMap((_, row) =>
    years[row] === year &&
    (area === "Rotterdam" || areas[row] === area) &&
    fixed.every(({ values, value }) => values[row] === value)
      ? [row]
      : [],
  );
  const parts = area === "Rotterdam" ? ["Zuid", "Overig"] : [area];
  const isWhole = parts.every((part) => missingPlaces(table, part, year)?.length === 0);
  const cells = columns
    .map((column) => columnValues(table, column))
    .flatMap((values) => rows.map((row) => values[row]));
  if (!isWhole || cells.some((cell) => typeof cell !== "number")) return null;

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

/** Adds up, but not when one of the rows is blank: a missing count is not a count of 0. */
function sumOrMissing(column: string, criteria: string): string {
  return `IF(COUNTIFS(${criteria},${column},"<>")<COUNTIFS(${criteria}),NA(),SUMIFS(${column},${criteria}))`;
}

/** The years in which the sources of quantities have rows. */
export function yearsOf(dataset: Dataset, ids: readonly QuantityId[]): number[] {
  const years = ids.flatMap((id): unknown[] => {
    const source = sourceOf(dataset, id);
    if (!source) return [];
    if ("published" in source) return publishedYears(dataset, source.published);
    const table = dataset.tables.get(source.table);
    return table ? columnValues(table, "jaar") : [];
  });
  return [...new Set(years.filter((year) => typeof year === "number"))].sort((a, b) => a - b);
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
    return indicators[row] === indicator &&
      numbers.includes(String(tableNumbers[row])) &&
      typeof year === "number"
      ? [year]
      : [];
  });
}
