import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { checkedDonors } from "./deviations";
import type { Vector } from "./vectors";

/** The outcome of the treated unit and of its donors over the same periods, all in one unit. */
export type SyntheticPanel = {
  /** The outcome of the treated unit per period. */
  readonly treated: Vector;
  /** Per donor its outcome per period. */
  readonly donors: readonly Vector[];
  /** The first so many periods are before the intervention, the others after it. */
  readonly prePeriods: number;
};

/** With one period the weights say nothing: nearly every treated unit is then a mean of its donors. */
const fewestPrePeriods = 2;

/**
 * The panel itself, after a check that it can be fitted.
 *
 * @throws MeasureError `invalid` with fewer than two pre-periods or more than there are periods, without
 * donors, when a donor has another number of periods than the treated unit, and when an outcome is no number;
 * it names the donor and the period, both counted from 1
 *
 * @example
 * checkedPanel({ treated: [1, 2], donors: [[1, 3]], prePeriods: 2 }).prePeriods // => 2
 */
export function checkedPanel(panel: SyntheticPanel): SyntheticPanel {
  const { treated, donors, prePeriods } = panel;
  checkedDonors(treated, donors);
  if (!Number.isInteger(prePeriods) || prePeriods < fewestPrePeriods || prePeriods > treated.length) {
    throw new MeasureError(
      "invalid",
      `Ongeldig aantal voorperioden: ${numberInDutch(prePeriods)}, bij ${treated.length} perioden in totaal. ` +
        `Verwacht: een geheel getal van ${fewestPrePeriods} tot en met het aantal perioden. Kijk of de reeksen ` +
        "ver genoeg teruggaan en of de eerste periode na de interventie klopt.",
    );
  }
  return panel;
}

/**
 * The panel itself, after a check that there is an effect to measure.
 *
 * @throws MeasureError `invalid` as `checkedPanel`, and without a period after the intervention
 *
 * @example
 * panelWithPost({ treated: [1, 2, 3], donors: [[1, 3, 3]], prePeriods: 2 }).prePeriods // => 2
 */
export function panelWithPost(panel: SyntheticPanel): SyntheticPanel {
  const { treated, prePeriods } = checkedPanel(panel);
  if (treated.length === prePeriods) {
    throw new MeasureError(
      "invalid",
      `Geen naperiode: alle ${treated.length} perioden zijn voorperiode. Verwacht: minstens één periode na de ` +
        "interventie. Neem latere perioden op, of verlaag het aantal voorperioden (in een cel: een " +
        "eerder laatste_voorjaar).",
    );
  }
  return panel;
}

/**
 * The same panel without one of the donors.
 *
 * @param donor counted from 0
 *
 * @example
 * withoutDonor({ treated: [1, 2], donors: [[1, 3], [2, 2]], prePeriods: 2 }, 0).donors // => [[2, 2]]
 */
export function withoutDonor(panel: SyntheticPanel, donor: number): SyntheticPanel {
  return { ...panel, donors: panel.donors.filter((_, j) => j !== donor) };
}
