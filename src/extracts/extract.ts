import type { DateOrder } from "./date-orders";
import type { Fingerprints } from "./fingerprints";
import type { KindId } from "./kind";

/**
 * A cell that was read: a number, a text (dates as `yyyy-mm-dd`, months as `yyyy-mm`), ja or nee as a boolean,
 * or `null` when it is missing.
 */
export type CellValue = string | number | boolean | null;

/** A faultless row, by canonical column name, with the line of the file on which it starts. */
export interface Row {
  readonly line: number;
  readonly values: Readonly<Record<string, CellValue>>;
}

/** What is wrong with one cell. The message is a Dutch sentence for the analyst. */
export interface Fault {
  readonly line: number;
  /** The column by its canonical name; empty when the fault is of the row as a whole. */
  readonly column: string;
  /** The cell as it stands in the file; cut where it is long, and without a burgerservicenummer. */
  readonly value: string;
  readonly expected: string;
  readonly message: string;
}

/** Something the analyst should know that costs no row: a title line, a footer, a nameless column. */
export interface Remark {
  readonly line: number;
  readonly text: string;
  readonly message: string;
  /** Whoever reads it knows how many rows the file has. */
  readonly tellsRows?: true;
}

/** An extract that was read. */
export interface Extract {
  readonly kind: KindId;
  readonly fileName: string;
  /** Canonical names in the order of the kind: those in the file and those that KNAP filled itself. */
  readonly columns: readonly string[];
  /** The rows without any fault. */
  readonly rows: readonly Row[];
  /** One for every faulty cell, up to a thousand; a row with a fault is not in `rows`. */
  readonly faults: readonly Fault[];
  /** How many faulty cells there are in all. */
  readonly faultCount: number;
  readonly remarks: readonly Remark[];
  /** Columns of the file that the kind does not have; they are not read. */
  readonly unknownColumns: readonly string[];
  readonly encoding: string;
  readonly separator: string;
  /** Of `rows`, in kinds of which rows may be alike: by these the same rows in another file are known. */
  readonly fingerprints?: Fingerprints;
  /** How the columns of dates are written: parts of one export are compared by it. */
  readonly dateOrders?: readonly DateOrder[];
  /** Rows in the file, faulty ones included; titles, footers and empty lines are no rows. */
  readonly rowsRead: number;
}

/** An extract, or in Dutch why the file as a whole could not be read. */
export type ExtractReading =
  { readonly ok: true; readonly extract: Extract } | { readonly ok: false; readonly problem: string };
