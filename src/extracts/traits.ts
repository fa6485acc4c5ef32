import type { Row } from "./extract";
import { compareTexts } from "./sorting";

/** A characteristic by which the reach of the services is compared. */
export interface Trait {
  readonly kenmerk: string;
  /** The columns that tell it; an extract with none of them does not have the characteristic. */
  readonly columns: readonly string[];
  readonly category: (row: Row) => string;
  /** Whether its categories are labels of the registration. */
  readonly hasFreeLabels: boolean;
}

const unknown = "Onbekend";

/** The age classes of the report: from each of these up to the next. */
const ageBounds = [15, 25, 35, 45, 55, 65, 75];
const tooYoung = "jonger dan 15 jaar";
const tooOld = "75 jaar en ouder";

const textTrait = (column: string): Trait => ({
  kenmerk: column,
  columns: [column],
  category: ({ values }) => String(values[column] ?? unknown),
  hasFreeLabels: true,
});

/** The characteristics of tables 4.4 to 4.7. */
export const traits: readonly Trait[] = [
  textTrait("geslacht"),
  {
    kenmerk: "leeftijd",
    columns: ["leeftijd", "geboortejaar"],
    category: (row) => ageClass(ageOf(row)),
    hasFreeLabels: false,
  },
  textTrait("huishouden"),
  textTrait("opleiding"),
];

/** The age as given, or else the age that the person reaches in the year. */
function ageOf({ values }: Row): number | null {
  if (typeof values.leeftijd === "number") return values.leeftijd;
  if (typeof values.geboortejaar === "number" && typeof values.jaar === "number")
    return values.jaar - values.geboortejaar;
  return null;
}

/**
 * The age class of table 4.4.
 *
 * @example
 * ageClass(25) // => "van 25 tot 35 jaar"
 */
export function ageClass(age: number | null): string {
  if (age === null) return unknown;
  const next = ageBounds.findIndex((bound) => age < bound);
  if (next === -1) return tooOld;
  return next === 0 ? tooYoung : `van ${ageBounds[next - 1]} tot ${ageBounds[next]} jaar`;
}

const ends = [tooOld, unknown];

/** Categories by alphabet, which puts the age classes in order too; the youngest first, the unknown last. */
export function compareCategories(a: string, b: string): number {
  return (
    ends.indexOf(a) - ends.indexOf(b) || Number(b === tooYoung) - Number(a === tooYoung) || compareTexts(a, b)
  );
}
