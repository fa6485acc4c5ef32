import type { Column, Kind, KindId } from "./kind";
import { kindIds, kinds } from "./kinds";
import { excerpt } from "./excerpt";
import { headerKey, isNearMiss, knownKey } from "./header-names";
import { inWords } from "./values";

/** Which column of a table is which column of a kind. A mapping profile is another way to make one. */
export interface ColumnMatch {
  readonly kind: KindId;
  /** For each canonical column that the table has: its place in the table, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** The table's other columns, by the name in the header. */
  readonly unknownColumns: readonly string[];
}

/** The kind of a table; or in Dutch why it has none. */
export type Recognition =
  { readonly ok: true; readonly match: ColumnMatch } | { readonly ok: false; readonly problem: string };

/** The columns that a file must have to be of the kind. */
export function requiredColumns({ columns }: Kind): Column[] {
  return columns.filter((column) => !column.optional);
}

/**
 * Finds the kind of a table by its header: the kind of which every required column is there. If several fit,
 * the one with the most columns in the header wins. With `wanted` only that kind is tried.
 */
export function recognise(headers: readonly string[], wanted?: KindId): Recognition {
  const candidates = wanted === undefined ? kindIds : [wanted];
  const matches = candidates.map((id) => ({ id, ...compare(headers, kinds[id]) }));
  const fitting = matches
    .filter(({ lacking }) => lacking.length === 0)
    .sort((a, b) => b.positions.size - a.positions.size);
  if (fitting.length === 0) return { ok: false, problem: explainNoFit(headers, matches) };

  const [best, second] = fitting;
  if (second?.positions.size === best.positions.size) {
    const titles = fitting
      .filter(({ positions }) => positions.size === best.positions.size)
      .map(({ id }) => kinds[id].title);
    return {
      ok: false,
      problem:
        `de kop past even goed bij ${inWords(titles, "en")}. Kies zelf de soort, of laat de kolommen weg die ` +
        `bij de andere soort horen.`,
    };
  }

  const duplicate = findDuplicate(headers, best.positions);
  if (duplicate !== null) return { ok: false, problem: duplicate };
  const known = new Set(best.positions.values());
  const unknownColumns = headers.filter((header, index) => header !== "" && !known.has(index));
  return { ok: true, match: { kind: best.id, positions: best.positions, unknownColumns } };
}

/** How many columns of the kind that fits best a header has; 0 when none fits. */
export function fitOf(headers: readonly string[], wanted?: KindId): number {
  // Nearly every line of a file ends here: without a known name it is no header.
  if (familiarNames(headers) === 0) return 0;
  const candidates = wanted === undefined ? kindIds : [wanted];
  return candidates
    .map((id) => compare(headers, kinds[id]))
    .reduce(
      (most, { lacking, positions }) => (lacking.length === 0 ? Math.max(most, positions.size) : most),
      0,
    );
}

const allKeys = new Set(
  Object.values(kinds).flatMap(({ columns }) => columns.map(({ name }) => headerKey(name))),
);

/** How many cells of a line are the name of a column of any kind. */
export function familiarNames(cells: readonly string[]): number {
  return cells.slice(0, MOST_COLUMNS).filter((cell) => allKeys.has(knownKey(cell))).length;
}

/** As many columns as a sheet of Excel has. */
export const MOST_COLUMNS = 16_384;

/** Columns of the file that are not read and look like one that the kind can have and the file lacks. */
export function nearMisses({
  kind,
  positions,
  unknownColumns,
}: ColumnMatch): [unknown: string, meant: string][] {
  const absent = kinds[kind].columns.filter(({ name }) => !positions.has(name));
  return unknownColumns.flatMap((header): [string, string][] => {
    const meant = absent.find(({ name }) => isNearMiss(knownKey(header), headerKey(name)));
    return meant === undefined ? [] : [[header, meant.name]];
  });
}

interface Comparison {
  positions: Map<string, number>;
  lacking: string[];
  required: number;
}

function compare(headers: readonly string[], kind: Kind): Comparison {
  const names = headers.map(knownKey);
  const positions = new Map<string, number>();
  for (const { name } of kind.columns) {
    const position = names.indexOf(headerKey(name));
    if (position !== -1) positions.set(name, position);
  }
  const required = requiredColumns(kind);
  const lacking = required.filter(({ name }) => !positions.has(name)).map(({ name }) => name);
  return { positions, lacking, required: required.length };
}

/** A column of the kind that stands in the header twice: nobody can tell which of the two is meant. */
function findDuplicate(headers: readonly string[], positions: ReadonlyMap<string, number>): string | null {
  const names = headers.map(knownKey);
  for (const [name, first] of positions) {
    const second = names.indexOf(headerKey(name), first + 1);
    if (second !== -1)
      return (
        `de kolom ${name} staat twee keer in de kop, als kolom ${first + 1} en als kolom ${second + 1}. ` +
        `Haal een van beide weg of geef die een andere naam.`
      );
  }
  return null;
}

function explainNoFit(headers: readonly string[], matches: readonly (Comparison & { id: KindId })[]): string {
  const found = `Gevonden kolommen: ${namesInWords(headers.filter((header) => header !== ""))}.`;
  const present = ({ lacking, required }: Comparison) => (required - lacking.length) / required;
  const nearest = matches.reduce((best, match) => (present(match) > present(best) ? match : best));
  if (present(nearest) === 0) {
    const titles = matches.map(({ id }) => kinds[id].title);
    return `de kop past bij geen van de soorten die KNAP kent (${titles.join(", ")}). ${found}`;
  }
  const { title } = kinds[nearest.id];
  const lacking = inWords(nearest.lacking, "en");
  const verb = nearest.lacking.length === 1 ? "ontbreekt de kolom" : "ontbreken de kolommen";
  const fit =
    matches.length === 1
      ? `de kop past niet bij ${title}: er`
      : `de kop past bij geen van de soorten die KNAP kent. Het dichtst in de buurt komt ${title}, maar dan`;
  return `${fit} ${verb} ${lacking}. ${found} ${slip(headers, nearest)}Voeg toe wat ontbreekt, of geef de kolom die het is deze naam.`;
}

/** Names which of the columns may be a misspelt one that is lacking. */
function slip(headers: readonly string[], { lacking }: Comparison): string {
  for (const name of lacking) {
    const header = headers.find((other) => isNearMiss(knownKey(other), headerKey(name)));
    if (header !== undefined) return `Bedoelt u met ${excerpt(header)} de kolom ${name}? `;
  }
  return "";
}

const mostNames = 40;

/**
 * Names of columns for a message: the first forty, each cut where it is long.
 *
 * @example
 * namesInWords(["jaar", "gebied"]) // => "jaar, gebied"
 */
export function namesInWords(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => excerpt(name));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} en nog ${more}` : shown.join(", ");
}
