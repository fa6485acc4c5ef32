import type { PersonAggregates } from "../../src/extracts/aggregate";
import { isKnownLabel } from "../../src/extracts/safe-labels";

/** A count in the tables, shown or not; `null` where it is withheld. */
export interface PublishedCell {
  readonly name: string;
  readonly shown: number | null;
}

/** Everything a reader knows of the counts: cells, and linear relations between them. */
export interface PublishedModel {
  readonly cells: readonly PublishedCell[];
  readonly relations: readonly Relation[];
}

/** Sum of the terms (name to factor), at least 0 or equal to 0; `atLeast` moves the bound. */
export interface Relation {
  readonly terms: readonly (readonly [name: string, factor: number])[];
  readonly kind: "equal" | "at least";
  readonly bound?: number;
}

/**
 * The relations a reader of the workbook can use, written down apart from the rule that withholds.
 *
 * @param figures what the ratios and shares of the workbook say of the counts
 */
export function publishedModel(
  { diensten, bijstand, bereik_kenmerken }: PersonAggregates,
  threshold: number,
  figures: readonly Relation[] = [],
): PublishedModel {
  const cells: PublishedCell[] = [{ name: "one", shown: 1 }];
  const relations: Relation[] = [...figures];
  const cell = (name: string, shown: number | null) => cells.push({ name, shown });
  const equal = (...terms: (readonly [string, number])[]) => relations.push({ terms, kind: "equal" });
  const atLeast = (...terms: (readonly [string, number])[]) => relations.push({ terms, kind: "at least" });
  const difference = (name: string, whole: string, part: string) => {
    cell(name, null);
    equal([name, 1], [whole, -1], [part, 1]);
  };
  const soorten = ["instrumenten", "contacten"] as const;

  for (const row of bijstand) {
    const at = `${row.jaar}|${row.gebiedsdeel}`;
    cell(`${at}|jaar`, row.personen_in_bijstand);
    cell(`${at}|december`, row.december);
    // December = persons of the year - those who left + those whom the file gives no month at all.
    cell(`${at}|vertrokken`, null);
    cell(`${at}|zonder maand`, null);
    equal([`${at}|vertrokken`, 1], [`${at}|zonder maand`, -1], [`${at}|jaar`, -1], [`${at}|december`, 1]);
    atLeast([`${at}|december`, 1], [`${at}|zonder maand`, -1]);
    for (const soort of soorten) {
      const column = `bereikt_${soort}` as const;
      if (row[column] === null && !row.withheld.includes(column)) continue;
      cell(`${at}|${soort}`, row[column]);
      difference(`${at}|${soort}|gemist`, `${at}|december`, `${at}|${soort}`);
    }
    for (const kenmerk of new Set(bereik_kenmerken.map((one) => one.kenmerk))) {
      const rows = bereik_kenmerken.filter(
        (one) => one.jaar === row.jaar && one.gebiedsdeel === row.gebiedsdeel && one.kenmerk === kenmerk,
      );
      const names = rows.map(({ categorie }) => `${at}|${kenmerk}|${categorie}`);
      rows.forEach(({ populatie }, index) => cell(names[index], populatie));
      equal([`${at}|december`, -1], ...names.map((name) => [name, 1] as const));
      for (const soort of soorten) {
        const column = `bereikt_${soort}` as const;
        if (row[column] === null && !row.withheld.includes(column)) continue;
        rows.forEach((one, index) => {
          cell(`${names[index]}|${soort}`, one[column]);
          difference(`${names[index]}|${soort}|gemist`, names[index], `${names[index]}|${soort}`);
        });
        equal([`${at}|${soort}`, -1], ...names.map((name) => [`${name}|${soort}`, 1] as const));
      }
    }
  }

  for (const row of diensten) {
    const at = `${row.jaar}|${row.gebiedsdeel}|${row.soort}|type ${row.type}`;
    const all = `${row.jaar}|${row.gebiedsdeel}|${row.soort}|type Totaal`;
    cell(`${at}|aantal`, row.aantal);
    cell(`${at}|personen`, row.personen);
    atLeast([`${at}|aantal`, 1], [`${at}|personen`, -1]);
    if (row.type !== "Totaal") {
      atLeast([`${all}|personen`, 1], [`${at}|personen`, -1]);
      continue;
    }
    const types = diensten.filter(
      (one) =>
        one.jaar === row.jaar &&
        one.gebiedsdeel === row.gebiedsdeel &&
        one.soort === row.soort &&
        one.type !== "Totaal",
    );
    const part = (type: string, column: string) =>
      [`${row.jaar}|${row.gebiedsdeel}|${row.soort}|type ${type}|${column}`, 1] as const;
    equal([`${all}|aantal`, -1], ...types.map(({ type }) => part(type, "aantal")));
    atLeast([`${all}|personen`, -1], ...types.map(({ type }) => part(type, "personen")));
  }

  // A category that the report does not know is shown only because many have it, in December or not.
  for (const { kenmerk, categorie } of distinctCategories(bereik_kenmerken)) {
    if (kenmerk === "leeftijd" || isKnownLabel(categorie)) continue;
    const ofYears = bijstand.flatMap(({ jaar, gebiedsdeel }) => [
      [`${jaar}|${gebiedsdeel}|${kenmerk}|${categorie}`, 1] as const,
      [`${jaar}|${gebiedsdeel}|vertrokken`, 1] as const,
    ]);
    relations.push({ terms: ofYears, kind: "at least", bound: threshold });
  }

  for (const soort of soorten) {
    // Who was reached had a service somewhere in the year.
    for (const jaar of new Set(bijstand.map((row) => row.jaar))) {
      const reached = bijstand
        .filter((row) => row.jaar === jaar)
        .map((row) => `${jaar}|${row.gebiedsdeel}|${soort}`);
      const known = reached.filter((name) => cells.some((one) => one.name === name));
      const served = diensten.filter(
        (row) => row.jaar === jaar && row.soort === soort && row.type === "Totaal",
      );
      if (known.length > 0)
        atLeast(
          ...served.map((row) => [`${jaar}|${row.gebiedsdeel}|${soort}|type Totaal|personen`, 1] as const),
          ...known.map((name) => [name, -1] as const),
        );
    }
    // A label that the report does not know is shown only because many have it.
    const types = new Set(diensten.filter((row) => row.soort === soort).map(({ type }) => type));
    for (const type of types) {
      if (type === "Totaal" || isKnownLabel(type)) continue;
      const rows = diensten.filter((row) => row.soort === soort && row.type === type);
      relations.push({
        terms: rows.map(
          (row) => [`${row.jaar}|${row.gebiedsdeel}|${soort}|type ${type}|personen`, 1] as const,
        ),
        kind: "at least",
        bound: threshold,
      });
    }
  }
  return { cells, relations };
}

const distinctCategories = (rows: PersonAggregates["bereik_kenmerken"]) => [
  ...new Map(
    rows.map(({ kenmerk, categorie }) => [`${kenmerk}|${categorie}`, { kenmerk, categorie }]),
  ).values(),
];
