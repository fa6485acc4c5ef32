import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { fitSynthetic, type FitOptions, type SyntheticFit } from "./fit";
import { checkedPanel, type SyntheticPanel } from "./panel";

/**
 * The placebo test in time: the fit as if the intervention had started earlier. Weights are fitted on the first
 * `fitPeriods` periods; the rest of the pre-period, in which nothing had happened yet, then counts as the period
 * after it. The true period after the intervention is left out. A gap there is no effect but lack of fit.
 *
 * @param fitPeriods at least 2, and fewer than the panel's pre-periods
 * @returns the fit over the pre-periods: `postRmspe` and `averageEffect` are those of the periods held out
 *
 * @throws MeasureError `invalid` as `checkedPanel`, and when no pre-period is held out
 *
 * Source: Abadie, Diamond & Hainmueller, "Comparative politics and the synthetic control method", American
 * Journal of Political Science 59(2), 2015 (the 1975 placebo).
 *
 * @example
 * inTime({ treated: [1, 2, 5, 9], donors: [[1, 2, 3, 4]], prePeriods: 3 }, 2).gaps // => [0, 0, 2]
 */
export function inTime(panel: SyntheticPanel, fitPeriods: number, options: FitOptions = {}): SyntheticFit {
  const { treated, donors, prePeriods } = checkedPanel(panel);
  if (!Number.isInteger(fitPeriods) || fitPeriods < 2 || fitPeriods >= prePeriods) {
    throw new MeasureError(
      "invalid",
      `Ongeldige valse start na ${numberInDutch(fitPeriods)} perioden, bij ${prePeriods} voorperioden. Verwacht: een ` +
        "geheel getal van 2 of meer dat lager is dan het aantal voorperioden. Kies een vroegere of latere valse start.",
    );
  }
  const before = (series: readonly number[]) => series.slice(0, prePeriods);
  return fitSynthetic(
    { treated: before(treated), donors: donors.map(before), prePeriods: fitPeriods },
    options,
  );
}
