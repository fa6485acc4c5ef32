/** The kinds of extracts, see `kinds.ts`. */
export type KindId =
  | "klanttevredenheid"
  | "bijstandspersonen"
  | "contacten"
  | "instrumenten"
  | "arbeidsmarkt"
  | "buurtpanel"
  | "maandvolume"
  | "capaciteit"
  | "handhaving"
  | "overdrachten"
  | "smart"
  | "din_doelen"
  | "din_inspanningen"
  | "din_middelen"
  | "din_relaties"
  | "gepubliceerd"
  | "herkomst";

/**
 * What a cell of a column holds.
 *
 * - `jaar`: four digits; `maand`: yyyy-mm or a date in it; `datum`: a date;
 * - `aantal`: a whole number of 0 or more; `getal`: any number; `cijfer`: a whole number from 0 to 10;
 * - `janee`: ja or nee; `keuze`: one of the column's choices;
 * - `gebied`: a gebied, wijk or buurt of Rotterdam, by name or CBS code;
 * - `plaatscode`: the CBS code of a buurt or wijk of Rotterdam;
 * - `tabel`: the number of a table of the report;
 * - `code`, `tekst`: text as it stands, but for characters that are not seen and for white space.
 */
export type ColumnType =
  | "jaar"
  | "maand"
  | "datum"
  | "aantal"
  | "getal"
  | "cijfer"
  | "janee"
  | "keuze"
  | "gebied"
  | "plaatscode"
  | "tabel"
  | "code"
  | "tekst";

/** A column of a kind. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** A file is of the kind without this column too. */
  readonly optional?: boolean;
  /** A marker (empty, `.`, `x`, ...) is an ordinary missing value here and no fault. */
  readonly mayBeMissing?: boolean;
  /** For `tekst`: sentences that are shown as they stand, line breaks too, rather than a label that rows share. */
  readonly freeText?: boolean;
  /** For `code`: the number of a person, which a program may have written as 12345.0. */
  readonly isPerson?: boolean;
  /** A number about one person, in which `<27` is not a count that was withheld. */
  readonly ofOnePerson?: boolean;
  /** For `getal`: 7,48% is 7,48 here. */
  readonly mayBePercentage?: boolean;
  /** Smallest and largest value of a number. */
  readonly min?: number;
  readonly max?: number;
  /** For `datum` and `maand`: of a plan, so that it may lie in any future. */
  readonly mayBeFuture?: boolean;
  /** For `keuze`: what may stand there, each with the other ways of writing it. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /**
   * KNAP fills this column itself, from the first of these columns that gives an answer: the gebiedsdeel from
   * a place, the number of decimals from a number as it is written.
   */
  readonly derivedFrom?: readonly string[];
}

/** A kind of extract: what one row is and which columns it has. */
export interface Kind {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** One row is about one person: it is aggregated and never enters a workbook. */
  readonly personLevel?: true;
  /** Columns that together may occur only once. */
  readonly key?: readonly string[];
  /** Columns that say which place the row is about, the surest first. */
  readonly placeColumns?: readonly string[];
}
