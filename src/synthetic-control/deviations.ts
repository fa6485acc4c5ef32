import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { roundingUnit } from "./rounding-unit";
import { largestSize, type Vector } from "./vectors";

/** Outcomes beyond this size would overflow when subtracted. */
const largestOutcome = 1e300;

/**
 * The outcomes of the donors as deviations from the treated unit, divided by `scale` so that the largest of
 * all is between 1 and 2 in size. Column j holds (donor_jt - treated_t) / scale.
 *
 * The scale is one power of 2 for all donors and periods: dividing by it rounds nothing and leaves the
 * problem, and every exact relation between the donors, as it was. It is 1 when all deviations are 0.
 *
 * @param treated the outcome per period of the treated unit, at least one period
 * @param donors the outcomes over the same periods of each donor, at least one donor
 *
 * @throws MeasureError `invalid` without periods or donors, when a donor has another number of periods, and
 * when an outcome is no number; it names the donor and the period, both counted from 1
 *
 * @example
 * scaledDeviations([2], [[1], [8]]) // => {"columns": [[-0.25], [1.5]], "scale": 4}
 */
export function scaledDeviations(
  treated: Vector,
  donors: readonly Vector[],
): { columns: number[][]; scale: number } {
  const columns = deviationsFrom(treated, checkedDonors(treated, donors));
  const largest = columns.reduce((high, column) => Math.max(high, largestSize(column)), 0);
  const scale = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
  for (const column of columns) {
    for (let t = 0; t < column.length; t++) column[t] /= scale;
  }
  return { columns, scale };
}

/**
 * The outcomes of the donors minus those of the treated unit. Outcomes that are rounded to some decimals are
 * subtracted as whole numbers of the last decimal: 70.3 - 70.1 is 0.2 then, and not 0.20000000000000284, so that
 * what is perfect in decimals is so in binary, at any level of the outcome.
 *
 * @param treated the outcome per period of the treated unit
 * @param donors the outcomes over the same periods of each donor
 *
 * @example
 * deviationsFrom([70.1], [[70.3], [69.8]]) // => [[0.2], [-0.3]]
 * deviationsFrom([0.1], [[0.3333333333333333]]) // => [[0.23333333333333328]]
 */
export function deviationsFrom(treated: Vector, donors: readonly Vector[]): number[][] {
  const unit = roundingUnit([treated, ...donors]);
  if (unit === null || unit === 1) return donors.map((donor) => donor.map((x, t) => x - treated[t]));
  const perWhole = Math.round(1 / unit);
  const inUnits = (series: Vector) => series.map((x) => Math.round(x * perWhole));
  const target = inUnits(treated);
  return donors.map((donor) => inUnits(donor).map((x, t) => (x - target[t]) / perWhole));
}

/**
 * The donors themselves, after a check that their outcomes can be compared with those of the treated unit.
 *
 * @throws MeasureError as `scaledDeviations`
 *
 * @example
 * checkedDonors([1, 2], [[3, 4]]) // => [[3, 4]]
 */
export function checkedDonors(treated: Vector, donors: readonly Vector[]): readonly Vector[] {
  if (treated.length === 0) {
    throw new MeasureError(
      "invalid",
      "Geen voorperiode: de reeks van het doelgebied is leeg. Verwacht: minstens één periode vóór de " +
        "interventie. Kijk of het juiste bereik is gekozen.",
    );
  }
  if (donors.length === 0) {
    throw new MeasureError(
      "invalid",
      "Geen donoren: er is geen enkel gebied om mee te vergelijken. Verwacht: minstens één donor. Kijk of " +
        "het juiste bereik is gekozen.",
    );
  }
  checkNumbers(treated, "het doelgebied");
  donors.forEach((donor, j) => {
    if (donor.length !== treated.length) {
      throw new MeasureError(
        "invalid",
        `Ongelijke lengte: donor ${j + 1} heeft ${inPeriods(donor.length)} en het doelgebied ` +
          `${inPeriods(treated.length)}. Verwacht: voor elke donor dezelfde perioden als voor het ` +
          "doelgebied. Maak de bereiken even lang.",
      );
    }
    checkNumbers(donor, `donor ${j + 1}`);
  });
  return donors;
}

function checkNumbers(outcomes: Vector, owner: string): void {
  // A loop by number also visits the holes of a list, which findIndex would let pass as periods.
  for (let t = 0; t < outcomes.length; t++) {
    if (!(Math.abs(outcomes[t]) <= largestOutcome)) {
      throw new MeasureError(
        "invalid",
        `Ongeldige uitkomst van ${owner} in periode ${t + 1}: ${numberInDutch(outcomes[t])}. Verwacht: een ` +
          "getal van hoogstens 1e300. Vul de waarde aan, of laat de donor of de periode weg.",
      );
    }
  }
}

const inPeriods = (count: number) => (count === 1 ? "1 periode" : `${count} perioden`);
