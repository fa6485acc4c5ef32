import { MeasureError } from "../statistics/measure-error";
import { donorsWithWeight, fitSynthetic, type FitOptions, type SyntheticFit } from "./fit";
import { panelWithPost, type SyntheticPanel } from "./panel";

/** Which donors are treated as if they were the treated unit, and what they are compared with. */
export type PlaceboOptions = FitOptions & {
  /**
   * `alle donoren` (default): every donor is a placebo, as the logic of a permutation test asks. `rapport`: only the
   * donors without weight in the treated unit's own fit, as in the evaluation of Samen voor Zuid.
   */
  readonly units?: "alle donoren" | "rapport";
  /** Whether the treated unit is one of the donors of a placebo. Default not: the intervention touched it. */
  readonly treatedInPools?: boolean;
};

/** The fit of one unit as if it were treated. RMSPEs, gaps and effect are in the unit of the outcome. */
export type PlaceboRun = {
  /** The donor that stood in for the treated unit, counted from 0; null for the treated unit itself. */
  readonly donor: number | null;
  /** Unit minus its synthetic control per period. */
  readonly gaps: number[];
  /** 0 when the fit before the intervention is perfect to rounding. */
  readonly preRmspe: number;
  /** 0 when the fit after it is perfect to rounding. */
  readonly postRmspe: number;
  /** Post-RMSPE divided by pre-RMSPE: Infinity when only the latter is 0, and 1 when both are. */
  readonly ratio: number;
  /** The mean gap after the intervention. */
  readonly averageEffect: number;
};

/**
 * The runs of a placebo test in space, one at a time so that the caller can show progress and stop: first the
 * treated unit itself, then each placebo with its own weights. The donors of a placebo are all other
 * donors, and with `treatedInPools` the treated unit too.
 *
 * @param own the fit of the treated unit with the same options, when it is known
 *
 * @throws MeasureError `invalid` as `panelWithPost`; with fewer donors than a placebo needs; and when the report's
 * convention leaves no placebos because every donor has weight
 *
 * Source: Abadie, Diamond & Hainmueller, JASA 105(490), 2010, section 3.4.
 *
 * @example
 * [...placeboRuns({ treated: [1, 2, 9], donors: [[1, 2, 4], [2, 3, 5]], prePeriods: 2 })].map((run) => run.averageEffect) // => [5, -1, 1]
 */
export function* placeboRuns(
  panel: SyntheticPanel,
  options: PlaceboOptions = {},
  own: SyntheticFit = fitSynthetic(panelWithPost(panel), options),
): Generator<PlaceboRun, void, undefined> {
  const placebos = placebosBeside(panel, options, own);
  yield runOf(null, own);
  for (const donor of placebos)
    yield runOf(donor, fitSynthetic(placeboPanel(panel, donor, options), options));
}

/** The donors that are placebos, counted from 0. */
function placebosBeside({ donors }: SyntheticPanel, options: PlaceboOptions, own: SyntheticFit): number[] {
  if (donors.length === 1 && !options.treatedInPools) {
    throw new MeasureError(
      "invalid",
      "Te weinig donoren voor een placebotoets: 1 gevonden. Verwacht: minstens 2, want een placebo wordt met de " +
        "andere donoren vergeleken. Voeg donoren toe.",
    );
  }
  const all = donors.map((_, j) => j);
  if (options.units !== "rapport") return all;
  const control = new Set(donorsWithWeight(own.weights));
  const others = all.filter((j) => !control.has(j));
  if (others.length === 0) {
    throw new MeasureError(
      "invalid",
      `Geen placebo's: alle ${donors.length} donoren zitten in de controlegroep. Verwacht: minstens één donor zonder ` +
        "gewicht. Neem alle donoren als placebo, of voeg donoren toe.",
    );
  }
  return others;
}

function placeboPanel(panel: SyntheticPanel, donor: number, options: PlaceboOptions): SyntheticPanel {
  const others = panel.donors.filter((_, j) => j !== donor);
  const donors = options.treatedInPools ? [...others, panel.treated] : others;
  return { treated: panel.donors[donor], donors, prePeriods: panel.prePeriods };
}

function runOf(donor: number | null, { gaps, preRmspe, postRmspe, averageEffect }: SyntheticFit): PlaceboRun {
  // `panelWithPost` has seen to it that there is a period after the intervention.
  const [after, effect] = [Number(postRmspe), Number(averageEffect)];
  const ratio = preRmspe === after ? 1 : after / preRmspe;
  return { donor, gaps, preRmspe, postRmspe: after, ratio, averageEffect: effect };
}
