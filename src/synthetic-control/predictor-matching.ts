import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import type { Evaluate } from "./predictor-descent";
import { importanceFor } from "./predictor-feasibility";
import { solveInner, type InnerSolution } from "./predictor-inner";
import { predictorProblem, type MatchedUnit, type PredictorProblem } from "./predictor-problem";
import { searchImportance, type SearchProgress } from "./predictor-search";
import { simplexLeastSquares } from "./simplex-least-squares";
import { dot, type Vector } from "./vectors";

/** How thorough the search is, and what importance it may give. */
export type MatchingOptions = {
  /** The number of points from which the search sets out: 1 or more, 20 if left out. */
  readonly starts?: number;
  /** The least importance of a predictor, as a share of the largest: 1e-14 to 0.01, 1e-8 if left out. */
  readonly smallest?: number;
};

/** A synthetic control that matches predictors. */
export type PredictorMatch = {
  /** One weight per donor, in the order given: 0 or more, together 1. */
  weights: number[];
  /** The importance V of each predictor (in standard deviations), together 1. */
  importance: number[];
  /** The mean squared difference in the outcomes given, in the square of their unit. */
  loss: number;
  /** The loss of the weights on outcomes alone: no importance whatever does better. */
  lowerBound: number;
  /** Whether the loss is the lower bound, to 8 digits: then nothing better exists. */
  boundAttained: boolean;
  /** How often the weights for some importance were computed. */
  innerSolves: number;
  /** Whether these are, to rounding, the only weights that match the predictors best at this importance. */
  unique: boolean;
  /** Whether all predictors are matched perfectly: then importance plays no part, and is put equal. */
  perfect: boolean;
  /** The largest violation of the optimality conditions of the match on the predictors: see `kktResidual`. */
  kktResidual: number;
};

const defaultStarts = 20;
/** As in MSCMT, the reference. */
const defaultSmallest = 1e-8;

/** The loss is the lower bound when it exceeds that by at most this share, or by this in scaled outcomes. */
const boundTolerance = 1e-8;
const zeroLoss = 1e-24;

/**
 * The synthetic control that matches predictors: `matchingSteps` to its end, without pause.
 *
 * @example
 * matchPredictors({ predictors: [2], outcomes: [1, 3] }, [{ predictors: [1], outcomes: [0, 4] }, { predictors: [4], outcomes: [3, 1] }]).weights // => [0.6666666666666666, 0.3333333333333333]
 */
export function matchPredictors(
  treated: MatchedUnit,
  donors: readonly MatchedUnit[],
  options: MatchingOptions = {},
): PredictorMatch {
  const steps = matchingSteps(treated, donors, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The weights of the synthetic control that match predictors (covariates, averages, single outcomes), step by
 * step: it reports progress after every start of the search, with the lowest loss so far, and returns the
 * match. Who stops asking for steps cancels it.
 *
 * The weights are those that match the predictors best, weighted by an importance V; and V is chosen so that
 * these weights have the smallest mean squared difference in the outcomes. The match is exact. First
 * it is checked whether the best weights on outcomes alone match the predictors best for some V: nothing can be
 * better. If not, V is searched; the result can be a local minimum, and `lowerBound` says at most how
 * much there is to win.
 *
 * Predictors count in standard deviations over all units. V has a floor, because at 0 the question changes: a
 * predictor without importance leaves the weights undetermined, and the limit is not reached.
 *
 * When several weights match the predictors equally well (`unique` is false) it takes those of least norm,
 * as everywhere in KNAP. That is a choice: MSCMT takes the ones among them that match the outcomes best, and so
 * reports a lower loss. It always arises when the treated unit lies within the hull of the donors (`perfect`).
 *
 * @param treated the predictors and the outcomes to approach (usually of the pre-period) of the treated unit
 * @param donors the same of each donor, at least one
 *
 * @throws MeasureError `invalid` on input as in `predictorProblem`, and on options outside their bounds
 *
 * Source: Abadie, Diamond & Hainmueller, "Synthetic control methods for comparative case studies", JASA
 * 105(490), 2010; the check and the floor from Becker & Klößner, Econometrics and Statistics 5, 2018.
 *
 * @example
 * matchingSteps({ predictors: [2], outcomes: [1, 3] }, [{ predictors: [1], outcomes: [0, 4] }, { predictors: [4], outcomes: [3, 1] }], {}).next().value.perfect // => true
 */
export function* matchingSteps(
  treated: MatchedUnit,
  donors: readonly MatchedUnit[],
  options: MatchingOptions = {},
): Generator<SearchProgress, PredictorMatch> {
  const { starts = defaultStarts, smallest = defaultSmallest } = options;
  checkOptions(starts, smallest);
  const problem = predictorProblem(treated, donors);
  const size = treated.predictors.length;
  const unscale = problem.scale * problem.scale;
  const periods = treated.outcomes.length;
  let innerSolves = 0;
  const solve = (importance: Vector) => {
    innerSolves += 1;
    return solveInner(problem, importance);
  };

  const outcomeOnly = simplexLeastSquares(problem.outcomes);
  const lowerBound = (outcomeOnly.distance * outcomeOnly.distance) / periods;
  const attains = ({ loss }: InnerSolution) => loss <= lowerBound * (1 + boundTolerance) + zeroLoss;
  const finish = (importance: Vector): PredictorMatch => {
    const solution = solve(importance);
    return {
      ...describe(problem, importance, solution),
      loss: solution.loss * unscale,
      lowerBound: lowerBound * unscale,
      boundAttained: attains(solution),
      innerSolves,
    };
  };

  const equal = new Array<number>(size).fill(1);
  if (size === 1 || donors.length === 1 || solve(equal).fit.distance === 0) return finish(equal);

  // Here the importance adds up to 1 and is at least `least`: stricter than that share of the largest.
  const least = Math.min(smallest, 0.5 / size);
  const feasible = relative(importanceFor(problem.predictors, outcomeOnly.weights, least), smallest);
  if (attains(solve(feasible))) return finish(feasible);

  const evaluate: Evaluate = (logs) => solve(logs.map(Math.exp));
  const search = searchImportance(evaluate, size, Math.log(smallest), starts, [feasible.map(Math.log)]);
  for (;;) {
    const step = search.next();
    if (step.done) return finish(step.value.logs.map(Math.exp));
    yield { ...step.value, loss: step.value.loss * unscale };
  }
}

/** The importance as shares of the largest, none below `smallest`. */
function relative(importance: Vector, smallest: number): number[] {
  const largest = Math.max(...importance);
  return importance.map((v) => Math.max(v / largest, smallest));
}

function describe({ places }: PredictorProblem, importance: Vector, { fit }: InnerSolution) {
  const weights = new Array<number>(places.length).fill(0);
  places.forEach((place, j) => (weights[place] = fit.weights[j]));
  const total = dot(
    importance,
    importance.map(() => 1),
  );
  return {
    weights,
    importance: importance.map((v) => v / total),
    unique: fit.unique,
    perfect: fit.distance === 0,
    kktResidual: fit.kktResidual,
  };
}

function checkOptions(starts: number, smallest: number): void {
  if (!(Number.isInteger(starts) && starts >= 1 && starts <= 10000)) {
    throw new MeasureError(
      "invalid",
      `Ongeldig aantal startpunten: ${numberInDutch(starts)}. Verwacht: een geheel getal van 1 tot en met ` +
        "10.000. Laat het weg voor de gewone 20.",
    );
  }
  if (!(smallest >= 1e-14 && smallest <= 0.01)) {
    throw new MeasureError(
      "invalid",
      `Ongeldig kleinste gewicht van een voorspeller: ${numberInDutch(smallest)}. Verwacht: een getal van ` +
        "1e-14 tot en met 0,01. Laat het weg voor de gewone 1e-8.",
    );
  }
}
