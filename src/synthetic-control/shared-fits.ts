import { effectRangeSearch, type EffectBounds, type EffectRangeOptions } from "./effect-range";
import { fitSynthetic, type FitOptions } from "./fit";
import { panelWithPost, type SyntheticPanel } from "./panel";
import { placeboRuns, type PlaceboOptions } from "./placebo-runs";
import { remember, sharedSteps } from "./remember";

/**
 * `fitSynthetic` for cells of a sheet: the same panel in several cells is fitted once.
 *
 * @example
 * sharedFit({ treated: [2, 4], donors: [[1, 3], [3, 5]], prePeriods: 2 }, {}).weights // => [0.5, 0.5]
 */
export const sharedFit = (panel: SyntheticPanel, { penalty = 0 }: FitOptions) => fits(panel, { penalty });

const fits = remember(fitSynthetic);

const placebos = remember((panel: SyntheticPanel, options: PlaceboOptions) =>
  sharedSteps(placeboRuns(panel, options, sharedFit(panelWithPost(panel), options))),
);

/**
 * `placeboRuns` for cells of a sheet: the same test in several cells is run once, also when they ask at the same time.
 *
 * @example
 * [...sharedPlacebos({ treated: [1, 2, 9], donors: [[1, 2, 4], [2, 3, 5]], prePeriods: 2 }, {})].length // => 3
 */
export const sharedPlacebos = (panel: SyntheticPanel, options: PlaceboOptions) => placebos(panel, options)();

const ranges = remember((panel: SyntheticPanel, options: EffectRangeOptions) =>
  sharedSteps<EffectBounds | null>(effectRangeSearch(panel, sharedFit(panel, {}), options)),
);

/**
 * `effectRangeSearch` around the ordinary fit, for cells of a sheet: the same range in several cells is found once.
 *
 * @example
 * [...sharedEffectRange({ treated: [0, 0, 0], donors: [[1, 1, 1], [-1, -1, 3]], prePeriods: 2 }, {})].filter((step) => step !== null).length // => 2
 */
export const sharedEffectRange = (panel: SyntheticPanel, options: EffectRangeOptions) =>
  ranges(panel, options)();
