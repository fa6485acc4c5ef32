import { linearRegression, linearRegressionLine, rSquared } from "simple-statistics";
import { numberInDutch } from "../statistics/number-in-dutch";
import type { SyntheticFit } from "./fit";
import type { SyntheticPanel } from "./panel";
import type { PlaceboTest } from "./placebo-test";

/** How well the treated unit and the placebos fit. */
export type PreRmspes = {
  readonly treated: Pick<PlaceboTest["treated"], "preRmspe">;
  readonly ranked: readonly Pick<PlaceboTest["treated"], "preRmspe">[];
};

/** An average effect below so many times the pre-RMSPE is of the size of the gaps that were there already. */
const clearMultiple = 2;

/** A trend in the gaps before that would go on to this part of the average effect was under way already. */
const underWay = 0.5;
/** Gaps of which a line explains so much have a trend; of gaps by chance it hardly ever does. */
const explained = 0.7;
/** Through two points there is always a line. */
const fewestForTrend = 3;

/** Placebos whose median pre-RMSPE is more than this multiple of the treated unit's are units of another kind. */
const noisyMultiple = 3;

/**
 * A treated unit whose pre-RMSPE is more than this multiple of the median of the placebos' fits badly. In a simulation
 * without effect, with this bound and the two above, p of the effect was at most 0.05 without any warning in at most 3 % of
 * the cases, however far outside the hull; and it leaves the Basque country alone, a known study with 3.2 times the median.
 */
const poorMultiple = 4;

/**
 * Why the effect of a fit may be lack of fit, in Dutch; nothing when there is nothing to say.
 *
 * @example
 * poorFitWarnings({ treated: [5, 6, 9], donors: [[6, 5, 5], [4, 7, 6]], prePeriods: 2 }, { preRmspe: 1, averageEffect: 3 }) // => []
 * poorFitWarnings({ treated: [5, 6, 9], donors: [[6, 7, 5]], prePeriods: 2 }, { preRmspe: 1, averageEffect: 4 }).length // => 1
 */
export function poorFitWarnings(
  panel: SyntheticPanel,
  {
    preRmspe,
    averageEffect = null,
    gaps = [],
  }: Pick<SyntheticFit, "preRmspe"> & Partial<Pick<SyntheticFit, "averageEffect" | "gaps">>,
): string[] {
  const warnings: string[] = [];
  const side = sideOfDonors(panel);
  if (side !== null) {
    warnings.push(
      `Het doelgebied ligt in alle voorjaren ${side} alle donoren. Geen gewichten kunnen het dan nabootsen, en het effect is ` +
        "voor een deel dit verschil, dat er al was. Zoek donoren aan beide kanten van het doelgebied.",
    );
  }
  if (averageEffect !== null && Math.abs(averageEffect) < clearMultiple * preRmspe) {
    warnings.push(
      `Het gemiddelde effect (${inTwoDigits(averageEffect)}) is niet duidelijk groter dan de RMSPE van de voorperiode ` +
        `(${inTwoDigits(preRmspe)}): minder dan ${clearMultiple} keer zoveel. Zulke verschillen waren er vóór de interventie ` +
        "ook; lees dit niet als effect, ook niet bij een lage p.",
    );
  } else if (averageEffect !== null && averageEffect !== 0) {
    const expected = continued(gaps, panel.prePeriods);
    if (expected / averageEffect >= underWay)
      warnings.push(
        `De verschillen van de voorjaren liepen al die kant op: in dezelfde lijn komt de naperiode gemiddeld uit op ` +
          `${inTwoDigits(expected)}, en het gemiddelde effect is ${inTwoDigits(averageEffect)}. Lees het dan niet als effect, ` +
          "ook niet bij een lage p, en zoek donoren die net zo verlopen als het doelgebied.",
      );
  }
  return warnings;
}

/**
 * Why the p-values of a placebo test do not test what they seem to, in Dutch; nothing when there is nothing to say.
 *
 * A smooth, large unit among small ones has so small a pre-RMSPE that its ratio is nearly always among the largest: in a
 * simulation of a district among neighbourhoods, without any effect, p of the ratio was at most 0.05 in three cases of
 * four. Of a unit outside the hull it is the effect that is nearly always among the largest.
 *
 * @example
 * unlikeWarnings({ treated: { preRmspe: 1 }, ranked: [{ preRmspe: 2 }] }) // => []
 * unlikeWarnings({ treated: { preRmspe: 1 }, ranked: [{ preRmspe: 4 }] }).length // => 1
 */
export function unlikeWarnings({ treated: { preRmspe }, ranked }: PreRmspes): string[] {
  const typical = median(ranked.map((placebo) => placebo.preRmspe));
  const found =
    `de RMSPE van de voorperiode is ${inTwoDigits(preRmspe)}, en die van de placebo's in het midden ` +
    inTwoDigits(typical);
  if (typical > noisyMultiple * preRmspe) {
    return [
      `De placebo's passen veel slechter dan het doelgebied: ${found} (meer dan ${noisyMultiple} keer zo groot). Een groot gebied, dat gelijkmatig verloopt, en ` +
        "kleine gebieden, zoals een stadsdeel en losse buurten, zijn niet uitwisselbaar. Geen van beide p's toetst dan wat zij " +
        "lijkt te toetsen: p verhouding is ook zonder effect vaak heel klein, en p effect is te groot. Neem placebo's van " +
        "dezelfde omvang, zoals groepen buurten.",
    ];
  }
  if (preRmspe > poorMultiple * typical) {
    return [
      `Het doelgebied past veel slechter dan de placebo's: ${found} (meer dan ${poorMultiple} keer zo klein). Het effect is dan voor een deel gebrek aan fit, en ` +
        "p effect is ook zonder effect vaak klein: gebruik die niet. Zoek donoren die meer op het doelgebied lijken.",
    ];
  }
  return [];
}

/**
 * Two significant digits, as a Dutch reader writes them.
 *
 * @example
 * inTwoDigits(0.0288) // => "0,029"
 */
export const inTwoDigits = (value: number) => numberInDutch(Number(value.toPrecision(2)));

/** What the gaps after would be on average along the line of those before; 0 when those do not lie along a line. */
function continued(gaps: readonly number[], prePeriods: number): number {
  if (prePeriods < fewestForTrend || gaps.length <= prePeriods) return 0;
  const before = gaps.slice(0, prePeriods).map((gap, t) => [t, gap]);
  const line = linearRegressionLine(linearRegression(before));
  if (!(rSquared(before, line) >= explained)) return 0;
  // The mean of a line over periods is its value in the middle of them.
  return line((prePeriods + gaps.length - 1) / 2);
}

/** On which side of all donors the treated unit lies in all periods before the intervention; null when on neither. */
function sideOfDonors({ treated, donors, prePeriods }: SyntheticPanel): "boven" | "onder" | null {
  const before = treated.slice(0, prePeriods);
  if (before.every((outcome, t) => donors.every((donor) => outcome > donor[t]))) return "boven";
  return before.every((outcome, t) => donors.every((donor) => outcome < donor[t])) ? "onder" : null;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
