import { evaluate } from "../measures/function-record";
import { REPRESENTATIE } from "../measures/representation";
import type { SheetPlan } from "../workbook/plan";
import {
  columnHeads,
  newSheet,
  place,
  placeRow,
  placeSpill,
  reference,
  type PlacedCell,
} from "../workbook/sheet";
import { isComplete, parts } from "./coverage";
import { columnValues } from "./data-table";
import { groupInKey, publishedRow, type Dataset } from "./dataset";
import { halfDigit, publishedWithKey, withoutPlacesOf } from "./quantities";

/**
 * The sheet Representatie: the example of the report's footnote, the representation of every category as it
 * follows from the counts (where there are extracts about persons) or as the report prints it, and whether the
 * shares that the printed percentages imply add up to 100 %.
 */
export function representationSheet(dataset: Dataset): SheetPlan | null {
  const published = publishedRows(dataset);
  const counted = dataset.tables.get("bereik_kenmerken");
  if (published.length === 0 && !counted) return null;
  const sheet = newSheet("Representatie", [10, 8, 18, 28, 16, 16, 16, 14, 16, 16, 14]);
  place(sheet, 0, 0, { value: "Representatie", style: "title" });
  place(sheet, 1, 0, {
    value:
      "Het aandeel van een groep onder de bereikte personen, gedeeld door haar aandeel in de populatie, min 1. 0% is evenredig; +47,7% is 47,7% meer dan haar aandeel.",
    style: "note",
  });
  let row = placeFootnote(sheet, 3);
  if (counted) row = placeCounted(sheet, row + 1, dataset);
  if (published.length > 0) placePublished(sheet, row + 1, published);
  return sheet;
}

function placeFootnote(sheet: SheetPlan, top: number): number {
  place(sheet, top, 0, { value: "Voorbeeld uit de voetnoot van het rapport", style: "heading" });
  placeRow(sheet, top + 1, 4, columnHeads(["Aandeel bereikt", "Aandeel populatie", "KNAP", "Met Excel"]));
  place(sheet, top + 2, 0, { value: "Instrumenten in Zuid, 2021, van 25 tot 35 jaar" });
  const reached = place(sheet, top + 2, 4, { value: 0.226, format: "percent1", style: "input" });
  const population = place(sheet, top + 2, 5, { value: 0.153, format: "percent1", style: "input" });
  const cells = `${reference(reached, sheet)},${reference(population, sheet)}`;
  const [[value]] = evaluate(REPRESENTATIE, [[[0.226]], [[0.153]]]);
  place(sheet, top + 2, 6, {
    value,
    formula: `KNAP.REPRESENTATIE(${cells})`,
    spill: { rows: 1, columns: 1 },
    format: "percentSigned1",
    style: "result",
  });
  place(sheet, top + 2, 7, {
    value: 0.226 / 0.153 - 1,
    formula: `${reference(reached, sheet)}/${reference(population, sheet)}-1`,
    format: "percentSigned1",
  });
  return top + 4;
}

interface PublishedRow {
  area: string;
  year: number;
  trait: string;
  category: string;
  /** The tables in which its share and its representation stand. */
  tables: { population: string; representation: string };
  population: number;
  instruments: number;
  contacts: number;
  /** How far each of the three can be off, by the digits with which it is printed. */
  half: { population: number; instruments: number; contacts: number };
}

/** Tables 4.4 to 4.7: the population's shares beside the two representations of the same category. */
function publishedRows(dataset: Dataset): PublishedRow[] {
  const table = dataset.tables.get("gepubliceerd");
  if (!table) return [];
  const at = Object.fromEntries(
    ["sleutel", "tabel", "gebied", "groep", "indicator", "jaar", "waarde", "decimalen"].map((name) => [
      name,
      columnValues(table, name),
    ]),
  );
  const halfOf = (row: number) => halfDigit(Number(at.decimalen[row] ?? 0) + 2);
  const ofPopulation: Record<string, string> = { "4.4": "4.6", "4.5": "4.7" };
  return table.rows.flatMap((_, row) => {
    const representationTable = ofPopulation[String(at.tabel[row])];
    if (representationTable === undefined || typeof at.jaar[row] !== "number") return [];
    const [area, trait, category, year] = ["gebied", "groep", "indicator", "jaar"].map(
      (name) => at[name][row],
    );
    const rowOf = (half: string) =>
      publishedRow(table, [representationTable, area, trait, `${String(category)} | ${half}`, year]);
    const population = at.waarde[row];
    const [instrumentsRow, contactsRow] = ["instrumenten", "contacten"].map(rowOf);
    const [instruments, contacts] = [instrumentsRow, contactsRow].map((place) => at.waarde[place]);
    if (typeof population !== "number" || typeof instruments !== "number" || typeof contacts !== "number")
      return [];
    return [
      {
        area: String(area),
        year: Number(year),
        trait: String(trait),
        category: String(category),
        tables: { population: String(at.tabel[row]), representation: representationTable },
        population: population / 100,
        instruments: instruments / 100,
        contacts: contacts / 100,
        half: {
          population: halfOf(row),
          instruments: halfOf(instrumentsRow),
          contacts: halfOf(contactsRow),
        },
      },
    ];
  });
}

function placePublished(sheet: SheetPlan, top: number, rows: PublishedRow[]): void {
  const groups = [...new Set(rows.map(({ area, year, trait }) => `${area}|${year}|${trait}`))];
  const listTop = top + groups.length + 6;
  const last = listTop + 1 + rows.length;
  const column = (letter: string) => `$${letter}$${listTop + 3}:$${letter}$${last + 1}`;

  place(sheet, top, 0, { value: "Tellen de aandelen op tot 100%?", style: "heading" });
  place(sheet, top + 1, 0, {
    value:
      "Uit de gepubliceerde percentages volgt welk aandeel elke categorie onder de bereikte personen heeft. Tellen die niet op tot 100%, ook niet met alle afronding, dan zijn de aandelen niet over dezelfde categorieën genomen (bijvoorbeeld onbekenden aan één kant). Niet te zeggen: van een categorie, zoals institutionele huishoudens, is de representatie niet gepubliceerd.",
    style: "note",
  });
  placeRow(
    sheet,
    top + 2,
    0,
    columnHeads([
      "Gebied",
      "Jaar",
      "Kenmerk",
      "Som bij populatie",
      "Som bij instrumenten",
      "Som bij contacten",
      "Marge afronding, instrumenten",
      "Instrumenten: sluit op 100%?",
      "Contacten: sluit op 100%?",
      "Marge afronding, contacten",
    ]),
  );
  groups.forEach((group, i) => {
    const own = rows.filter(({ area, year, trait }) => `${area}|${year}|${trait}` === group);
    const [{ area, year, trait }] = own;
    const row = top + 3 + i;
    const [areaCell, yearCell, traitCell] = placeRow(sheet, row, 0, [
      { value: area },
      { value: year, format: "year", style: "label" },
      { value: trait },
    ]) as PlacedCell[];
    // SUMIFS would take a kenmerk such as `a*` or `<27` for a wildcard or a comparison.
    const [ofArea, ofYear, ofTrait] = [areaCell, yearCell, traitCell].map((cell) => reference(cell, sheet));
    const rowsOfGroup = `EXACT(${column("A")},${ofArea})*(${column("B")}=${ofYear})*EXACT(${column("C")},${ofTrait})`;
    const total = (letter: string, of: (row: PublishedRow) => number, at: number) =>
      place(sheet, row, at, {
        value: own.reduce((sum, one) => sum + of(one), 0),
        formula: `SUMPRODUCT(${rowsOfGroup},${column(letter)})`,
        format: "percent1",
      });
    const population = total("E", (one) => one.population, 3);
    const instruments = total("H", impliedInstruments, 4);
    const contacts = total("I", impliedContacts, 5);
    const margins = [total("J", marginInstruments, 6), total("K", marginContacts, 9)];
    // Without the representation of one of the categories, the others cannot add up to 100 %.
    const widest = Math.max(...margins.map(({ value }) => value as number));
    const isWhole = Math.abs((population.value as number) - 1) <= widest;
    const [ofPopulation, ...ofMargins] = [population, ...margins].map((cell) => reference(cell, sheet));
    [instruments, contacts].forEach((sum, half) => {
      const closes = Math.abs((sum.value as number) - 1) <= (margins[half].value as number);
      place(sheet, row, 7 + half, {
        value: isWhole ? (closes ? "sluit" : "sluit niet") : "niet te zeggen",
        formula: `IF(ABS(${ofPopulation}-1)>MAX(${ofMargins.join(",")}),"niet te zeggen",IF(ABS(${reference(sum, sheet)}-1)<=${ofMargins[half]},"sluit","sluit niet"))`,
        style: "sign",
      });
    });
  });

  place(sheet, listTop, 0, { value: "Per categorie, zoals gepubliceerd", style: "heading" });
  placeRow(
    sheet,
    listTop + 1,
    0,
    columnHeads([
      "Gebied",
      "Jaar",
      "Kenmerk",
      "Categorie",
      "Aandeel populatie",
      "Representatie instrumenten",
      "Representatie contacten",
      "Aandeel bereikt, instrumenten",
      "Aandeel bereikt, contacten",
      "Marge afronding, instrumenten",
      "Marge afronding, contacten",
    ]),
  );
  rows.forEach((one, i) => {
    const row = listTop + 2 + i;
    // The names stand in cells and not in the formula: they come from a file.
    const lookup = (table: string, half = "") =>
      `${publishedWithKey(`"${table}|"&$A${row + 1}&"|"&${groupInKey(`$C${row + 1}`)}&"|"&$D${row + 1}&"${half}|"&$B${row + 1}`)}/100`;
    placeRow(sheet, row, 0, [
      { value: one.area },
      { value: one.year, format: "year", style: "label" },
      { value: one.trait },
      { value: one.category },
      { value: one.population, formula: lookup(one.tables.population), format: "percent1" },
      {
        value: one.instruments,
        formula: lookup(one.tables.representation, " | instrumenten"),
        format: "percentSigned1",
      },
      {
        value: one.contacts,
        formula: lookup(one.tables.representation, " | contacten"),
        format: "percentSigned1",
      },
      { value: impliedInstruments(one), formula: `E${row + 1}*(1+F${row + 1})`, format: "percent1" },
      { value: impliedContacts(one), formula: `E${row + 1}*(1+G${row + 1})`, format: "percent1" },
      {
        value: marginInstruments(one),
        formula: marginFormula(`E${row + 1}`, `F${row + 1}`, one.half.population, one.half.instruments),
        format: "percent1",
      },
      {
        value: marginContacts(one),
        formula: marginFormula(`E${row + 1}`, `G${row + 1}`, one.half.population, one.half.contacts),
        format: "percent1",
      },
    ]);
  });
}

const impliedInstruments = ({ population, instruments }: PublishedRow) => population * (1 + instruments);
const impliedContacts = ({ population, contacts }: PublishedRow) => population * (1 + contacts);
/** How far an implied share can be off: the share in the population and the representation are both rounded. */
const roundingMargin = (share: number, representation: number, halfShare: number, half: number) =>
  halfShare * (1 + representation) + half * (share + halfShare);
const marginFormula = (share: string, representation: string, halfShare: number, half: number) =>
  `${halfShare}*(1+${representation})+${half}*(${share}+${halfShare})`;
const marginInstruments = ({ population, instruments, half }: PublishedRow) =>
  roundingMargin(population, instruments, half.population, half.instruments);
const marginContacts = ({ population, contacts, half }: PublishedRow) =>
  roundingMargin(population, contacts, half.population, half.contacts);

/** Representation from the counts of the extracts about persons, withheld counts left out. */
function placeCounted(sheet: SheetPlan, top: number, dataset: Dataset): number {
  const table = dataset.tables.get("bereik_kenmerken");
  if (!table) return top;
  const columns = [
    "gebiedsdeel",
    "jaar",
    "kenmerk",
    "categorie",
    "populatie",
    "bereikt_instrumenten",
    "bereikt_contacten",
  ];
  const [areas, years, traits, categories, ...counts] = columns.map((name) => columnValues(table, name));
  const sums = ["populatie", "bereikt_instrumenten", "bereikt_contacten"];

  place(sheet, top, 0, { value: "Per categorie, geteld uit de extracten", style: "heading" });
  const given = (["bijstandspersonen", "instrumenten", "contacten"] as const).filter((kind) =>
    dataset.coverage.has(kind),
  );
  const without = withoutPlacesOf(dataset, given, "Zuid");
  if (without.length > 0) place(sheet, top, 4, { value: `Let op: ${without.join("; ")}.`, style: "note" });
  placeRow(
    sheet,
    top + 1,
    0,
    columnHeads([
      "Gebied",
      "Jaar",
      "Kenmerk",
      "Categorie",
      "Aandeel populatie",
      "Aandeel bereikt, instrumenten",
      "Aandeel bereikt, contacten",
      "Representatie, instrumenten (KNAP)",
      "Representatie, contacten (KNAP)",
      "Representatie, instrumenten (Excel)",
      "Representatie, contacten (Excel)",
    ]),
  );
  const first = top + 2;
  const shares = table.rows.map((_, i) => {
    const row = first + i;
    placeRow(sheet, row, 0, [
      { value: areas[i] },
      { value: years[i], format: "year", style: "label" },
      { value: traits[i] },
      { value: categories[i] },
    ]);
    return counts.map((values, c) => {
      const group = table.rows.flatMap((__, j) =>
        areas[j] === areas[i] && years[j] === years[i] && traits[j] === traits[i] ? [values[j]] : [],
      );
      const total = group.reduce<number>((sum, count) => sum + (typeof count === "number" ? count : 0), 0);
      const count = values[i];
      // With a count withheld the total of the group is not known, and no share of it either; nor where a gebied of the
      // part of the city is missing in this year.
      const isKnown = typeof count === "number" && group.every((one) => typeof one === "number");
      const part = parts.find((one) => one === areas[i]);
      const isGiven =
        part !== undefined && isComplete(dataset.coverage, "bijstandspersonen", part, Number(years[i]));
      if (!isKnown || total === 0 || !isGiven) {
        place(sheet, row, 4 + c, { value: "n.b.", style: "note" });
        return null;
      }
      const ofRow = ["A", "B", "C"].map((letter) => `$${letter}${row + 1}`);
      const inGroup = (["gebiedsdeel", "jaar", "kenmerk"] as const).map((name, at) => ({
        range: `bereik_kenmerken[${name}]`,
        cell: ofRow[at],
      }));
      const column = `bereik_kenmerken[${sums[c]}]`;
      // SUMIFS would take a category such as mbo* or <25 for a wildcard or a comparison.
      const own = inGroup.map(({ range, cell }) => `(${range}=${cell})`).join("*");
      const criteria = inGroup.map(({ range, cell }) => `${range},"="&${cell}`).join(",");
      place(sheet, row, 4 + c, {
        value: count / total,
        formula: `SUMPRODUCT(${own}*EXACT(bereik_kenmerken[categorie],$D${row + 1}),${column})/SUMIFS(${column},${criteria})`,
        format: "percent1",
      });
      return count / total;
    });
  });
  const lastRow = first + shares.length;
  for (const half of [0, 1]) {
    const letter = "FG"[half];
    placeSpill(sheet, first, 7 + half, {
      formula: `KNAP.REPRESENTATIE(${letter}${first + 1}:${letter}${lastRow},E${first + 1}:E${lastRow})`,
      table: evaluate(REPRESENTATIE, [shares.map((row) => [row[1 + half]]), shares.map((row) => [row[0]])]),
      dress: () => ({ format: "percentSigned1", style: "result" }),
    });
    shares.forEach((row, i) => {
      const [population, reached] = [row[0], row[1 + half]];
      if (!population || reached === null) return;
      place(sheet, first + i, 9 + half, {
        value: reached / population - 1,
        formula: `${letter}${first + i + 1}/E${first + i + 1}-1`,
        format: "percentSigned1",
      });
    });
  }
  return lastRow + 1;
}
