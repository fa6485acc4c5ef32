import type { Direction } from "../statistics/development";
import type { NumberFormat } from "../workbook/plan";
import type { Area, PublishedSeries, QuantityId } from "./quantities";

/** The sheet on which an indicator is worked out. */
export type Theme = "Arbeidsmarkt" | "Dienstverlening";

/**
 * One indicator in one place: the scorecard, its worked-out figures and their explanation are made from it.
 * An indicator is a numerator, divided by a denominator where it has one. Its formula in the workbook is made of
 * functions that every spreadsheet has, so it is its own native twin.
 */
export interface Indicator {
  name: string;
  theme: Theme;
  unit: string;
  format: NumberFormat;
  signedFormat: NumberFormat;
  direction: Direction;
  /** Changes smaller than this count as unchanged; in the unit of the figure. */
  tolerance: number;
  numerator: QuantityId;
  denominator?: {
    quantity: QuantityId;
    /** Of which year: the same one, the one before, or the base year. */
    year?: "previous" | "base";
    /** The city as a whole, where the indicator is a share of it. */
    area?: "Rotterdam";
  };
  /** 100 for an index. */
  scale?: number;
  /** Zuid alone, where the measure has no counterpart for the rest of the city. */
  areas?: Area[];
  baseYear: number;
  period: { from: number; to: number };
  /** The same figure as the report prints it. */
  published?: PublishedSeries;
  /** Where it stands in the report. */
  report: string;
  explanation: string;
}

const percentage = {
  unit: "%",
  format: "percent1",
  signedFormat: "percentPoints",
  // 0,05 percentage point, see the choice with table 3.3.
  tolerance: 0.0005,
} as const;

const perPerson = {
  format: "decimal2",
  signedFormat: "signed2",
  // Half of the last digit that the report prints.
  tolerance: 0.005,
} as const;

const programme = { baseYear: 2018, period: { from: 2019, to: 2022 } };
/** The labour market series of the report run to 2021. */
const labourMarket = { theme: "Arbeidsmarkt", baseYear: 2018, period: { from: 2019, to: 2021 } } as const;
const services = { theme: "Dienstverlening", ...programme } as const;

export const indicators: Indicator[] = [
  {
    name: "Werkgelegenheidsgraad",
    ...labourMarket,
    ...percentage,
    direction: "omhoog",
    numerator: "werkenden",
    denominator: { quantity: "bevolking" },
    report: "figuur 3.1 en tabel 3.3",
    explanation: "Personen met betaald werk, als deel van de bevolking van 15 tot 75 jaar.",
  },
  {
    name: "Uitkeringsafhankelijkheid",
    ...labourMarket,
    ...percentage,
    direction: "omlaag",
    numerator: "uitkeringen",
    denominator: { quantity: "bevolking" },
    report: "figuur 3.2 en tabel 3.3",
    explanation:
      "Personen met bijstand, WW of een andere uitkering, als deel van de bevolking van 15 tot 75 jaar.",
  },
  {
    name: "Bijstandsvolume",
    ...labourMarket,
    unit: "index, 2018 = 100",
    format: "decimal1",
    signedFormat: "points1",
    tolerance: 0.5,
    direction: "omlaag",
    numerator: "bijstandsvolume",
    denominator: { quantity: "bijstandsvolume", year: "base" },
    scale: 100,
    report: "figuur 3.3 en tabel 3.3",
    explanation: "Personen met bijstand in december, ten opzichte van december 2018.",
  },
  {
    name: "Bijstandsvolume tot en met 2022",
    ...labourMarket,
    period: { from: 2022, to: 2022 },
    unit: "index, 2018 = 100",
    format: "decimal1",
    signedFormat: "points1",
    tolerance: 0.5,
    direction: "omlaag",
    numerator: "bijstandsvolume",
    denominator: { quantity: "bijstandsvolume", year: "base" },
    scale: 100,
    report: "tabel 3.3, laatste regel",
    explanation: "Personen met bijstand in december 2022, ten opzichte van december 2018.",
  },
  {
    name: "Aandeel Zuid in het bijstandsvolume",
    ...labourMarket,
    period: { from: 2019, to: 2022 },
    ...percentage,
    direction: "omlaag",
    numerator: "bijstandsvolume",
    denominator: { quantity: "bijstandsvolume", area: "Rotterdam" },
    areas: ["Zuid"],
    report: "SMART-doelstelling 1: 37,4% op 31 december 2021",
    explanation: "Personen met bijstand in Zuid, als deel van de personen met bijstand in heel Rotterdam.",
  },
  {
    name: "Bijstandsafhankelijkheid",
    ...labourMarket,
    ...percentage,
    direction: "omlaag",
    numerator: "bijstandsvolume",
    denominator: { quantity: "bevolking" },
    report: "figuur 3.5 en tabel 3.3",
    explanation: "Personen met bijstand, als deel van de bevolking van 15 tot 75 jaar.",
  },
  {
    name: "Uitstroom naar werk",
    ...labourMarket,
    ...percentage,
    direction: "omhoog",
    numerator: "uitstroomNaarWerk",
    denominator: { quantity: "bijstandsvolume", year: "previous" },
    report: "figuur 3.6 en tabel 3.3",
    explanation:
      "Van de personen met bijstand in december van het jaar ervoor: het deel dat nu betaald werk heeft.",
  },
  {
    name: "Instroom",
    ...labourMarket,
    ...percentage,
    direction: "omlaag",
    numerator: "instroom",
    denominator: { quantity: "bijstandsvolume" },
    report: "figuur 3.7 en tabel 3.3",
    explanation:
      "Personen die in december van het jaar ervoor geen bijstand hadden, als deel van de personen met bijstand nu.",
  },
  {
    name: "Caseload",
    ...services,
    baseYear: 2019,
    period: { from: 2020, to: 2022 },
    unit: "werkzoekenden per fte",
    format: "decimal1",
    signedFormat: "points1",
    tolerance: 0.05,
    direction: "omlaag",
    numerator: "werkzoekenden",
    denominator: { quantity: "fte" },
    published: { tables: { Zuid: "2.2", Overig: "2.2" }, indicator: "gemiddelde caseload" },
    report: "tabel 2.2 (pijler persoonlijke aandacht)",
    explanation:
      "Werkzoekenden per fte consulenten. Lager is meer persoonlijke aandacht. De reeks begint in 2019.",
  },
  {
    name: "Extra capaciteit",
    ...services,
    baseYear: 2019,
    period: { from: 2020, to: 2022 },
    unit: "fte",
    format: "decimal1",
    signedFormat: "points1",
    tolerance: 0.05,
    direction: "geen",
    numerator: "extraFte",
    areas: ["Zuid"],
    published: { tables: { Zuid: "2.1" }, indicator: "extra ingezette fte" },
    report: "tabel 2.1",
    explanation: "Extra ingezette fte's voor Zuid. De reeks begint in 2019.",
  },
  {
    name: "Instrumenten per persoon met een instrument",
    ...services,
    ...perPerson,
    unit: "per persoon",
    direction: "geen",
    numerator: "instrumenten",
    denominator: { quantity: "personenMetInstrument" },
    published: { tables: { Zuid: "4.1", Overig: "4.2" }, indicator: "instrumenten per persoon" },
    report: "tabellen 4.1 en 4.2",
    explanation:
      "Instrumenten, gedeeld door personen die er in het jaar ten minste één kregen. Een instrument hoort bij het jaar van zijn startdatum.",
  },
  {
    name: "Instrumenten per persoon in de bijstand",
    ...services,
    ...perPerson,
    unit: "per persoon in de bijstand",
    direction: "geen",
    numerator: "instrumenten",
    denominator: { quantity: "personenInBijstand" },
    published: {
      tables: { Zuid: "4.1", Overig: "4.2" },
      indicator: "instrumenten per persoon in de bijstand",
    },
    report: "tabellen 4.1 en 4.2",
    explanation:
      "Instrumenten, gedeeld door personen die ten minste één maand van het jaar bijstand als belangrijkste inkomen hadden.",
  },
  {
    name: "Contacten per persoon met een contact",
    ...services,
    ...perPerson,
    unit: "per persoon",
    direction: "geen",
    numerator: "contacten",
    denominator: { quantity: "personenMetContact" },
    published: { tables: { Zuid: "2.3", Overig: "2.4" }, indicator: "contacten per persoon met contact" },
    report: "tabellen 2.3 en 2.4",
    explanation: "Re-integratiecontacten, gedeeld door personen met wie er in het jaar ten minste één was.",
  },
  {
    name: "Contacten per persoon in de bijstand",
    ...services,
    ...perPerson,
    unit: "per persoon in de bijstand",
    direction: "geen",
    numerator: "contacten",
    denominator: { quantity: "personenInBijstand" },
    published: { tables: { Zuid: "3.2" }, indicator: "contacten per persoon in de bijstand" },
    report: "tabel 3.2",
    explanation:
      "Re-integratiecontacten, gedeeld door personen die ten minste één maand van het jaar bijstand als belangrijkste inkomen hadden.",
  },
  {
    name: "Bereik van instrumenten",
    ...services,
    ...percentage,
    format: "percent",
    tolerance: 0.005,
    direction: "geen",
    numerator: "bereiktInstrumenten",
    denominator: { quantity: "decemberpopulatie" },
    published: { tables: { Zuid: "4.3", Overig: "4.3" }, indicator: "bereik instrumenten" },
    report: "tabel 4.3",
    explanation:
      "Van de personen met bijstand in december: het deel dat in het jaar ten minste één instrument kreeg.",
  },
  {
    name: "Bereik van contacten",
    ...services,
    ...percentage,
    format: "percent",
    tolerance: 0.005,
    direction: "geen",
    numerator: "bereiktContacten",
    denominator: { quantity: "decemberpopulatie" },
    published: { tables: { Zuid: "4.3", Overig: "4.3" }, indicator: "bereik contacten" },
    report: "tabel 4.3",
    explanation:
      "Van de personen met bijstand in december: het deel met wie in het jaar ten minste één contact was.",
  },
  {
    name: "Maatregeloverwegingen per persoon in de bijstand",
    ...services,
    ...perPerson,
    unit: "per persoon in de bijstand",
    direction: "geen",
    numerator: "maatregeloverwegingen",
    denominator: { quantity: "personenInBijstand" },
    published: {
      tables: { Zuid: "2.6", Overig: "2.6" },
      indicator: "maatregeloverwegingen per persoon in de bijstand",
    },
    report: "tabel 2.6",
    explanation:
      "Maatregeloverwegingen, gedeeld door personen die ten minste één maand van het jaar bijstand hadden.",
  },
  {
    name: "Maatregelen per persoon in de bijstand",
    ...services,
    ...perPerson,
    unit: "per persoon in de bijstand",
    direction: "geen",
    numerator: "maatregelen",
    denominator: { quantity: "personenInBijstand" },
    published: {
      tables: { Zuid: "2.6", Overig: "2.6" },
      indicator: "maatregelen per persoon in de bijstand",
    },
    report: "tabel 2.6",
    explanation:
      "Opgelegde maatregelen, gedeeld door personen die ten minste één maand van het jaar bijstand hadden.",
  },
  {
    name: "Uitgevoerde heronderzoeken",
    ...services,
    ...percentage,
    baseYear: 2019,
    period: { from: 2020, to: 2022 },
    unit: "% van de voorgenomen heronderzoeken",
    direction: "omhoog",
    numerator: "heronderzoekenUitgevoerd",
    denominator: { quantity: "heronderzoekenVoorgenomen" },
    areas: ["Zuid"],
    report: "tabel 2.5 (SMART-doelstelling 5)",
    explanation:
      "Uitgevoerde heronderzoeken, als deel van de voorgenomen heronderzoeken. Over 2018 is de uitvoering niet bekend.",
  },
];
