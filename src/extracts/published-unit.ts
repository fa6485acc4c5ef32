import { nameKey } from "../dutch/name-key";
import type { TextOf } from "./derived-columns";
import type { CellValue, Row } from "./extract";
import type { Finding } from "./finding";

const percentWords = new Set([
  "%",
  "procent",
  "procenten",
  "percentage",
  "percentages",
  "pct",
  "perc",
  "perc.",
  "in %",
]);

/** The tables of the report that print percentages only, and the half of the others that does. */
const percentTables = new Set(["4.3", "4.4", "4.5", "4.6", "4.7"]);
const isShare = (indicator: CellValue) => /\| ?b$/i.test(String(indicator));

/**
 * The unit of a published figure: `%` for every way of writing it, also where only the figure has the sign. Read as
 * another unit, 56% would be 5.600 %; so a percentage without a unit is a fault.
 */
export function publishedUnit(
  { line, values }: Row,
  text: TextOf,
): { readonly ok: true; readonly value: CellValue } | { readonly ok: false; readonly finding: Finding } {
  const given = values.eenheid ?? null;
  const isPercent = typeof given === "string" && percentWords.has(nameKey(given));
  const hasSign = text("waarde").includes("%");
  if (isPercent || (given === null && hasSign)) return { ok: true, value: "%" };
  const mustBe = hasSign || percentTables.has(String(values.tabel)) || isShare(values.indicator);
  if (!mustBe || values.waarde === null) return { ok: true, value: given };
  return {
    ok: false,
    finding: {
      line,
      column: "eenheid",
      value: text("eenheid"),
      expected: hasSign
        ? `%, want de waarde is ${text("waarde").trim()}`
        : "%, want dit cijfer is een percentage",
      advice: "Is de waarde geen percentage, reken haar dan om: 0,56 is 56%.",
    },
  };
}
