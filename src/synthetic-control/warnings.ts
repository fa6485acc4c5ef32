import { numberInDutch } from "../statistics/number-in-dutch";
import type { SyntheticFit } from "./fit";
import { checkedPanel, type SyntheticPanel } from "./panel";
import type { PlaceboTest } from "./placebo-test";
import { inTwoDigits, poorFitWarnings, unlikeWarnings, type PreRmspes } from "./poor-fit";
import { roundingUnit } from "./rounding-unit";
import type { Vector } from "./vectors";

/** With fewer periods before the intervention a good fit is easily had by chance. */
const fewPrePeriods = 5;

/** An RMSPE below so many times the rounding error of one outcome is made of rounding for a good part. */
const roundingReach = 2;

/** The significance level that readers expect. */
const usualLevel = 0.05;

/**
 * What a reader must know before trusting a fit, in Dutch; nothing when there is nothing to say.
 *
 * The rounding error of outcomes rounded to a unit u is spread evenly over u, so that its root mean square is
 * u / sqrt(12): 0.03 percentage points for shares rounded to 0.1.
 *
 * @example
 * fitWarnings({ treated: [1, 9], donors: [[8, 2]], prePeriods: 2 }, { preRmspe: 7, uniqueness: "uniek" }) // => ["Weinig voorperioden: 2, en dat is minder dan 5. Een goede voorfit kan dan toeval zijn."]
 */
export function fitWarnings(
  panel: SyntheticPanel,
  fit: Pick<SyntheticFit, "preRmspe" | "uniqueness"> & Partial<Pick<SyntheticFit, "averageEffect" | "gaps">>,
): string[] {
  const { treated, donors, prePeriods } = checkedPanel(panel);
  const { preRmspe, uniqueness } = fit;
  const warnings = poorFitWarnings(panel, fit);
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
        `${inTwoDigits(error)}, en de RMSPE van de voorperiode is ${inTwoDigits(preRmspe)}: de voorfit is niet beter te kennen dan de ` +
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
export function placeboWarnings(test: Pick<PlaceboTest, "smallestP"> & PreRmspes): string[] {
  const { ranked, smallestP } = test;
  const tooFew =
    smallestP > usualLevel
      ? [
          `Te weinig placebo's: ${ranked.length}. De kleinst mogelijke p is ${inTwoDigits(smallestP)}; een p van ` +
            `${numberInDutch(usualLevel)} of lager kan niet uitkomen, hoe groot het effect ook is.`,
        ]
      : [];
  return [...tooFew, ...unlikeWarnings(test)];
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
