/**
 * Why a measure has no value, in the words of the statistics; the door through which the user came
 * turns it into its own form (`#N/A` and `#DIV/0!` in a cell, a sentence on the command line).
 *
 * - `no-data`: there is nothing to compute on, such as no respondents;
 * - `zero-denominator`: a share or a ratio of nothing;
 * - `invalid`: an input outside its bounds.
 */
export type MeasureErrorKind = "no-data" | "zero-denominator" | "invalid";

/** Thrown by a measure that cannot be computed. The message is Dutch and meant for the user. */
export class MeasureError extends Error {
  constructor(
    readonly kind: MeasureErrorKind,
    message: string,
  ) {
    super(message);
    this.name = "MeasureError";
  }
}
