import type { PersonAggregates, PersonExtracts } from "../../src/extracts/aggregate";
import { intervals, type Interval } from "./intervals";
import { publishedModel, type PublishedModel } from "./published-model";
import { type ReaderNotes, readWorkbook, workbookOf } from "./read-workbook";

/** A small count that a reader can confine too far, with what he finds. */
export interface Confined {
  readonly name: string;
  readonly count: number;
  readonly interval: Interval;
}

/**
 * The small counts of persons behind withheld cells that everything shown confines: the largest value a reader finds is
 * below the threshold, or the smallest is more than the count less its leeway.
 */
export async function confined(
  model: PublishedModel,
  truth: ReadonlyMap<string, number>,
  threshold: number,
): Promise<{ confined: Confined[]; hidden: number }> {
  const shown = new Set(model.cells.flatMap(({ name, shown }) => (shown === null ? [] : [name])));
  // A difference is withheld when one of its two counts is.
  const hidden = model.cells.filter(
    ({ name, shown: value }) => value === null && !isShownDifference(name, shown),
  );
  const small = hidden.map(({ name }) => ({ name, count: truth.get(name) ?? 0 }));
  const sensitive = small.filter(({ count }) => count >= 1 && count < threshold);
  const found = await intervals(
    model,
    sensitive.map(({ name }) => name),
  );
  return {
    hidden: sensitive.length,
    confined: sensitive.flatMap(({ name, count }) => {
      const interval = found.get(name) ?? [0, 0];
      const isSafe = interval[1] >= threshold && interval[0] <= count - Math.max(1, Math.floor(count / 2));
      return isSafe ? [] : [{ name, count, interval }];
    }),
  };
}

/** A difference of which both counts are shown is not withheld; that it is not small is asserted apart. */
function isShownDifference(name: string, shown: ReadonlySet<string>): boolean {
  const parts = differenceOf(name);
  return parts !== null && parts.every((part) => shown.has(part));
}

function differenceOf(name: string): string[] | null {
  if (!name.endsWith("|gemist")) return null;
  const reached = name.slice(0, -"|gemist".length);
  const group = reached.slice(0, reached.lastIndexOf("|"));
  return [reached, group.split("|").length === 2 ? `${group}|december` : group];
}

/** The differences that both their counts show and that are small. */
export function shownSmallDifferences(
  { cells }: PublishedModel,
  truth: ReadonlyMap<string, number>,
  threshold: number,
): string[] {
  const shown = new Set(cells.flatMap(({ name, shown }) => (shown === null ? [] : [name])));
  return cells.flatMap(({ name }) => {
    const count = truth.get(name) ?? 0;
    return isShownDifference(name, shown) && count >= 1 && count < threshold ? [name] : [];
  });
}

/** The true counts by the names of the model, counted here anew from the rows. */
export function trueCounts(
  extracts: Required<PersonExtracts>,
  published: PersonAggregates,
): Map<string, number> {
  const truth = new Map<string, number>();
  const set = (name: string, persons: ReadonlySet<unknown>) => truth.set(name, persons.size);
  const value = (row: { values: Readonly<Record<string, unknown>> }, column: string) => row.values[column];
  const usedIn = (jaar: number) => ({
    instrumenten: extracts.instrumenten.filter((row) => yearOf(value(row, "startdatum")) === jaar),
    contacten: extracts.contacten.filter((row) => yearOf(value(row, "datum")) === jaar),
  });
  const labelsOf = (kenmerk: string) =>
    new Set(published.bereik_kenmerken.flatMap((row) => (row.kenmerk === kenmerk ? row.categorie : [])));
  for (const { jaar, gebiedsdeel } of published.bijstand) {
    const at = `${jaar}|${gebiedsdeel}`;
    const rows = extracts.bijstandspersonen.filter(
      (row) => value(row, "jaar") === jaar && value(row, "gebiedsdeel") === gebiedsdeel,
    );
    const ids = (some: typeof rows) => new Set(some.map((row) => value(row, "persoon_id")));
    const december = rows.filter((row) => value(row, "december") === true);
    const ofYear = rows.filter((row) => Number(value(row, "maanden_bijstand")) >= 1);
    set(`${at}|jaar`, ids(ofYear));
    set(`${at}|december`, ids(december));
    set(`${at}|vertrokken`, ids(ofYear.filter((row) => value(row, "december") !== true)));
    set(`${at}|zonder maand`, ids(december.filter((row) => value(row, "maanden_bijstand") === 0)));
    const used = usedIn(jaar);
    for (const soort of ["instrumenten", "contacten"] as const) {
      const served = new Set(used[soort].map((row) => value(row, "persoon_id")));
      const reach = (name: string, some: typeof rows) => {
        set(`${name}|${soort}`, ids(some.filter((row) => served.has(value(row, "persoon_id") as string))));
        set(
          `${name}|${soort}|gemist`,
          ids(some.filter((row) => !served.has(value(row, "persoon_id") as string))),
        );
      };
      reach(at, december);
      for (const { kenmerk, categorie } of published.bereik_kenmerken) {
        const some = december.filter((row) => {
          const label = categoryOf(row.values, kenmerk);
          return (kenmerk === "leeftijd" || labelsOf(kenmerk).has(label) ? label : "Overige") === categorie;
        });
        set(`${at}|${kenmerk}|${categorie}`, ids(some));
        reach(`${at}|${kenmerk}|${categorie}`, some);
      }
      const labels = new Set(published.diensten.filter((row) => row.soort === soort).map(({ type }) => type));
      for (const type of labels) {
        const some = used[soort].filter((row) => {
          const label = value(row, soort === "instrumenten" ? "type" : "onderwerp") as string;
          // A label that is not shown is counted under Overige.
          const isIn = type === "Overige" ? !labels.has(label) : label === type;
          return value(row, "gebiedsdeel") === gebiedsdeel && (type === "Totaal" || isIn);
        });
        truth.set(`${at}|${soort}|type ${type}|aantal`, some.length);
        set(`${at}|${soort}|type ${type}|personen`, new Set(some.map((row) => value(row, "persoon_id"))));
      }
    }
  }
  return truth;
}

const yearOf = (date: unknown) => Number(String(date).slice(0, 4));

function categoryOf(values: Readonly<Record<string, unknown>>, kenmerk: string): string {
  if (kenmerk !== "leeftijd") return String(values[kenmerk]);
  const age = Number(values.leeftijd);
  const from = age - ((age - 15) % 10);
  return `van ${from} tot ${from + 10} jaar`;
}

/** Makes the workbook, reads it as a reader does, and audits all that it shows. */
export async function audit(extracts: Required<PersonExtracts>, threshold = 10) {
  return auditNotes(extracts, readWorkbook(workbookOf(extracts, threshold)), threshold);
}

export async function auditNotes(
  extracts: Required<PersonExtracts>,
  { tables, figures, unexplained }: ReaderNotes,
  threshold = 10,
) {
  const truth = trueCounts(extracts, tables);
  const model = publishedModel(tables, threshold, figures);
  return {
    ...(await confined(model, truth, threshold)),
    differences: shownSmallDifferences(model, truth, threshold),
    unexplained,
    untrue: untrue(model, truth),
    figures: figures.length,
  };
}

/** Shown counts and relations that the rows contradict: there are none, or the audit is of another workbook. */
function untrue({ cells, relations }: PublishedModel, truth: ReadonlyMap<string, number>): string[] {
  const of = (name: string) => (name === "one" ? 1 : (truth.get(name) ?? 0));
  return [
    ...cells.flatMap(({ name, shown }) => (shown !== null && shown !== of(name) ? [name] : [])),
    ...relations.flatMap(({ terms, kind, bound = 0 }) => {
      const sum = terms.reduce((total, [name, factor]) => total + factor * of(name), -bound);
      const holds = kind === "equal" ? Math.abs(sum) < 1e-6 : sum >= 0;
      return holds ? [] : [JSON.stringify(terms)];
    }),
  ];
}
