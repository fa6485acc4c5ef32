import type { Notation } from "../dutch/numbers";
import type { PlaceOf } from "./cell-places";
import type { GivenCell } from "./given-cells";

/**
 * What the cells of an argument are; by this their markers, headings and notation are understood. `table` is a range
 * that has labels and figures side by side, `word` one of a few words, and `names` and `years` label the figures of a table.
 */
export type Holding = "figures" | "dates" | "yesNo" | "labels" | "table" | "word" | "names" | "years";

/** What is known of the cells of an argument from the call as a whole. */
export interface CallContext {
  place: PlaceOf;
  /** How the texts among the figures of the call write their numbers. */
  numbers: Notation;
}

/**
 * One argument of a function: how it is read from the cells, within which bounds.
 * Its Dutch description stands in the doc comment of the function, from which Excel's own help is made.
 */
export interface Argument<T> {
  optional: boolean;
  /** A range (matrix) or a single value. */
  shape: "matrix" | "scalar";
  /** What is accepted, in Dutch, for the manual and the messages. */
  accepts: string;
  /** True when a 0 may be a blank cell that desktop Excel passes as 0: blank is missing, or the default. */
  zeroMayBeBlank: boolean;
  holds: Holding;
  /** True when an error in a cell fails that cell alone; otherwise it is refused before the cells are read. */
  keepsErrors?: boolean;
  /** True for figures that are whole numbers, such as a number of persons. */
  whole?: boolean;
  /** True for shares, which may be written as 22,6% or as 0,226 but not in both ways in one call. */
  share?: boolean;
  /** @param context of the call; without it the cells stand by themselves, at no known address */
  read(cells: GivenCell[][], name: string, context?: CallContext): T;
}

export type ArgumentList = Record<string, Argument<unknown>>;
