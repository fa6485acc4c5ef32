import { nameKey } from "../dutch/name-key";
import { plainText } from "../dutch/plain-text";
import type { CellValue, Row } from "./extract";
import { compareTexts } from "./sorting";

/** Where the labels of few persons are counted. */
export const otherLabel = "Overige";

/** Labels that the report and registrations use: they can name no person, however few have them. */
const knownLabels = new Set(
  [
    ["leren kennen", "ondersteunen", "ontwikkelen", "bemiddelen", "nazorg", "hallowerk"],
    ["prematching & matching teams", "(arbeids)motivatie", "contact met aanbieder", "financiële situatie"],
    [
      "jobcoaching",
      "kinderopvang",
      "matching",
      "overleg met werkgever",
      "scholing",
      "traject",
      "zelfstandigen",
    ],
    ["zorg", "overig", "overige", "onbekend"],
    ["man", "vrouw", "mannen", "vrouwen", "m", "v", "x", "anders"],
    ["eenpersoonshuishouden", "paar zonder kinderen", "paar met kinderen", "eenouderhuishouden"],
    ["overig huishouden", "institutioneel huishouden", "alleenstaand", "alleenstaande ouder", "samenwonend"],
    ["lager opgeleid", "middelbaar opgeleid", "hoger opgeleid", "laag", "midden", "middelbaar", "hoog"],
    ["basisonderwijs", "vmbo", "havo", "vwo", "mbo", "hbo", "wo"],
  ].flat(),
);

/**
 * Whether the report or a registration uses the label, so that it may stand for few persons. Of any other label that
 * is shown a reader knows that many have it.
 *
 * @example
 * isKnownLabel("Nazorg") // => true
 */
export function isKnownLabel(label: string): boolean {
  return knownLabels.has(label.toLowerCase());
}

/** A label that a row of totals has is not one that a row of a category may have. */
const reserved = new Set(["totaal"]);

/**
 * Makes the labels of a column fit to stand in a workbook. A label in a registration may be free text with a name or
 * a number of a person in it; one that the report does not know and that fewer than `threshold` persons have, in all
 * rows together, becomes "Overige". Spellings of one name become one, see `nameKey`.
 *
 * The order of the rows makes no difference.
 */
export function withSafeLabels(rows: readonly Row[], column: string, threshold: number): Row[] {
  // A million rows have a handful of labels.
  const keys = new Map<string, string>();
  const keyOf = (label: string) => {
    const key = keys.get(label) ?? nameKey(label);
    keys.set(label, key);
    return key;
  };
  const spellings = new Map<string, string>();
  const persons = new Map<string, Set<CellValue>>();
  for (const { values } of rows) {
    const label = values[column];
    if (typeof label !== "string") continue;
    const [key, plain] = [keyOf(label), plainText(label)];
    const spelling = spellings.get(key);
    if (spelling === undefined || compareTexts(plain, spelling) < 0) spellings.set(key, plain);
    persons.set(key, (persons.get(key) ?? new Set()).add(values.persoon_id));
  }
  const safe = (label: string) => {
    const key = keyOf(label);
    if (reserved.has(key)) return otherLabel;
    const many = (persons.get(key)?.size ?? 0) >= threshold;
    if (!many && !knownLabels.has(key)) return otherLabel;
    if (key === "onbekend") return "Onbekend";
    return key === "overige" ? otherLabel : (spellings.get(key) ?? label);
  };
  return rows.map((row) => {
    const label = row.values[column];
    return typeof label === "string" ? { ...row, values: { ...row.values, [column]: safe(label) } } : row;
  });
}
