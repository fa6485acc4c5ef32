import {
  effectRangeLimit,
  effectRangeSearch,
  type EffectRangeOptions,
} from "../../src/synthetic-control/effect-range";
import type { SyntheticFit } from "../../src/synthetic-control/fit";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";

/** The whole range at once: the search to its end. */
export function effectRange(
  panel: SyntheticPanel,
  fit: Pick<SyntheticFit, "weights" | "preRmspe">,
  options: EffectRangeOptions = {},
) {
  const [average, ...perPeriod] = [...effectRangeSearch(panel, fit, options)].filter((step) => step !== null);
  return { limit: effectRangeLimit(panel, fit, options), average, perPeriod };
}
