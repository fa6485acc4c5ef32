import { numberInDutch } from "../statistics/number-in-dutch";
import type { SyntheticFit } from "./fit";
import { checkedPanel, type SyntheticPanel } from "./panel";
import type { PlaceboTest } from "./placebo-test";
import { roundingUnit } from "./rounding-unit";
import type { Vector } from "./vectors";

/** With fewer periods before the intervention a good fit is easily had by chance. */
const fewPrePeriods = 5;

/** An RMSPE below so many times the rounding error of one outcome is made of rounding for a good part. */
const roundingReach = 2;

/** Placebos whose median pre-RMSPE is more than this multiple of the treated unit's are another kind of units. */
const noisyMultiple = 3;

/** The significance level that readers expect. */
const usualLevel = 0.05;

/**
 * What a reader must know before trusting a fit, in Dutch; nothing when there is nothing to say.
 *
 * The rounding error of outcomes rounded to a unit u is spread evenly over u, so that its root mean square is
 * u / sqrt(12): 0.03 percentage points for shares rounded to 0.1.
 *
 * @example
 * fitWarnings({ treated: [8, 9], donors: [[1, 2]], prePeriods: 2 }, { preRmspe: 7, uniqueness: "uniek" }) // => ["Weinig voorperioden: 2, en dat is minder dan 5. Een goede voorfit kan dan toeval zijn."]
 */
export function fitWarnings(
  panel: SyntheticPanel,
  { preRmspe, uniqueness }: Pick<SyntheticFit, "preRmspe" | "uniqueness">,
): string[] {
  const { treated, donors, prePeriods } = checkedPanel(panel);
  const warnings: string[] = [];
  if (prePeriods < fewPrePeriods) {
    warnings.push(
      `Weinig voorperioden: ${prePeriods}, en dat is minder dan ${fewPrePeriods}. Een goede voorfit kan dan toeval zijn.`,
    );
  }
  const rounded = whatIsRounded(
    treated.slice(0, prePeriods),
    donors.flatMap((donor) => donor.slice(0, prePeriods)),
  );
  const error = rounded === null ? 0 : rounded.unit / Math.sqrt(12);
  if (rounded !== null && preRmspe < roundingReach * error) {
    warnings.push(
      `${rounded.outcomes} zijn afgerond op ${numberInDutch(rounded.unit)}. Die afronding alleen al geeft een fout van ongeveer ` +
        `${short(error)}, en de RMSPE van de voorperiode is ${short(preRmspe)}: de voorfit is niet beter te kennen dan de ` +
        "afronding. Gebruik zo mogelijk onafgeronde cijfers.",
    );
  }
  if (uniqueness === "binnen de omhullende") {
    warnings.push(
      "De voorfit is perfect en met andere gewichten ook te krijgen: de gegevens leggen de gewichten en het effect niet " +
        "vast. Kijk naar het bereik van het effect.",
    );
  }
  if (uniqueness === "afhankelijke donoren") {
    warnings.push(
      "Sommige donoren zijn uitwisselbaar (gelijk aan elkaar of een mengsel van andere): met andere gewichten is de " +
        "voorfit even goed. Kijk naar het bereik van het effect.",
    );
  }
  return warnings;
}

/**
 * What a reader must know before trusting a placebo test, in Dutch; nothing when there is nothing to say.
 *
 * @example
 * placeboWarnings({ treated: { preRmspe: 1 }, ranked: [{ preRmspe: 2 }], smallestP: 0.5 }) // => ["Te weinig placebo's: 1. De kleinst mogelijke p is 0,5; een p van 0,05 of lager kan niet uitkomen, hoe groot het effect ook is."]
 */
export function placeboWarnings({
  treated,
  ranked,
  smallestP,
}: Pick<PlaceboTest, "smallestP"> & {
  readonly treated: Pick<PlaceboTest["treated"], "preRmspe">;
  readonly ranked: readonly Pick<PlaceboTest["treated"], "preRmspe">[];
}): string[] {
  const warnings: string[] = [];
  if (smallestP > usualLevel) {
    warnings.push(
      `Te weinig placebo's: ${ranked.length}. De kleinst mogelijke p is ${short(smallestP)}; een p van ` +
        `${numberInDutch(usualLevel)} of lager kan niet uitkomen, hoe groot het effect ook is.`,
    );
  }
  const typical = median(ranked.map(({ preRmspe }) => preRmspe));
  if (typical > noisyMultiple * treated.preRmspe) {
    warnings.push(
      `De placebo's passen veel slechter dan het doelgebied: de middelste RMSPE van de voorperiode is ${short(typical)}, ` +
        `tegen ${short(treated.preRmspe)} voor het doelgebied (meer dan ${noisyMultiple} keer zoveel). Hun effecten lopen ` +
        "daardoor verder uiteen. Kijk naar de verhouding van de RMSPE's en naar de p per drempel.",
    );
  }
  return warnings;
}

/** Which outcomes are rounded, and to what: a treated unit that is a mean of areas is not rounded as its donors are. */
function whatIsRounded(treated: Vector, donors: Vector): { outcomes: string; unit: number } | null {
  const candidates: [string, Vector][] = [
    ["De uitkomsten", [...treated, ...donors]],
    ["De uitkomsten van de donoren", donors],
    ["De uitkomsten van het doelgebied", treated],
  ];
  for (const [outcomes, values] of candidates) {
    const unit = roundingUnit([values]);
    if (unit !== null) return { outcomes, unit };
  }
  return null;
}

/** Two significant digits, as a Dutch reader writes them. */
const short = (value: number) => numberInDutch(Number(value.toPrecision(2)));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
