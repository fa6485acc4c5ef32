import { MeasureError } from "../statistics/measure-error";
import { donorsWithWeight, fitSynthetic, type FitOptions, type SyntheticFit } from "./fit";
import { checkedPanel, withoutDonor, type SyntheticPanel } from "./panel";

/** The fit without one of the donors. */
export type LeaveOneOutRun = {
  /** The donor left out, counted from 0. */
  readonly dropped: number;
  /** The fit with the others; its weights are those of the others, in their order. */
  readonly fit: SyntheticFit;
};

/**
 * The fits without each of the donors that have weight in turn, one at a time so that the caller can show progress
 * and stop. Leaving out a donor without weight changes nothing. If the effect leans on one donor, it shows here.
 *
 * @param full the fit with all donors and the same options, when it is known
 *
 * @throws MeasureError `invalid` as `checkedPanel`, and with a single donor
 *
 * Source: Abadie, Diamond & Hainmueller, American Journal of Political Science 59(2), 2015 (leave-one-out).
 *
 * @example
 * [...leaveOneOut({ treated: [1, 2, 9], donors: [[1, 2, 4], [2, 3, 5]], prePeriods: 2 })].map((run) => run.fit.averageEffect) // => [4]
 */
export function* leaveOneOut(
  panel: SyntheticPanel,
  options: FitOptions = {},
  full: SyntheticFit = fitSynthetic(panel, options),
): Generator<LeaveOneOutRun, void, undefined> {
  if (checkedPanel(panel).donors.length === 1) {
    throw new MeasureError(
      "invalid",
      "Er is maar 1 donor; zonder die donor blijft er niets over om mee te vergelijken. Verwacht: minstens 2 donoren. " +
        "Voeg donoren toe.",
    );
  }
  for (const dropped of donorsWithWeight(full.weights)) {
    yield { dropped, fit: fitSynthetic(withoutDonor(panel, dropped), options) };
  }
}
