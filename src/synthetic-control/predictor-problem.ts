import { MeasureError } from "../statistics/measure-error";
import { numberInDutch } from "../statistics/number-in-dutch";
import { scaledDeviations } from "./deviations";
import { distinctColumns } from "./distinct-columns";
import { largestOf, type Vector } from "./vectors";

/** What predictor matching knows of one unit: the value of each predictor, and the outcomes to approach. */
export type MatchedUnit = { readonly predictors: Vector; readonly outcomes: Vector };

/** A problem of predictor matching, ready to be computed with. */
export type PredictorProblem = {
  /** Per donor, in the order of `places`: predictor minus that of the treated unit, in standard deviations. */
  readonly predictors: readonly Vector[];
  /** Per donor: outcome minus that of the treated unit, divided by `scale`. */
  readonly outcomes: readonly Vector[];
  /** The unit of `outcomes`: a power of 2. */
  readonly scale: number;
  /** The place in the original list of each donor. The order depends on the values alone. */
  readonly places: readonly number[];
};

/** Values beyond this size would overflow when subtracted. */
const largestValue = 1e300;

/** A predictor of which all values agree to this share of their size is constant: the rest is rounding. */
const constantTolerance = 1e-13;

/**
 * The predictors and outcomes of the donors as deviations from the treated unit, the predictors divided by
 * their standard deviation over all units (n - 1), so that their units play no part, and the donors in an
 * order that does not depend on that of the list.
 *
 * @throws MeasureError `invalid` without predictors, outcomes or donors, when units have unequal numbers of
 * them, when a value is no number, and when a predictor has one value for all units; it names the place,
 * counted from 1
 *
 * Source: Abadie, Diamond & Hainmueller, "Synth: an R package for synthetic control methods in comparative
 * case studies", Journal of Statistical Software 42(13), 2011 (the same standard deviation).
 *
 * @example
 * predictorProblem({ predictors: [1], outcomes: [5] }, [{ predictors: [3], outcomes: [9] }, { predictors: [2], outcomes: [4] }]) // => {"predictors": [[1], [2]], "outcomes": [[-0.25], [1]], "scale": 4, "places": [1, 0]}
 */
export function predictorProblem(treated: MatchedUnit, donors: readonly MatchedUnit[]): PredictorProblem {
  const { columns, scale } = scaledDeviations(
    treated.outcomes,
    donors.map(({ outcomes }) => outcomes),
  );
  checkPredictors(treated.predictors, "het doelgebied", treated.predictors.length);
  donors.forEach(({ predictors }, j) =>
    checkPredictors(predictors, `donor ${j + 1}`, treated.predictors.length),
  );
  const sorted = distinctColumns(donors.map(({ predictors, outcomes }) => [...predictors, ...outcomes]));
  const places = sorted.flatMap((distinct) => distinct.places);
  const rows = treated.predictors.map((own, k) =>
    standardised(
      own,
      places.map((j) => donors[j].predictors[k]),
      k,
    ),
  );
  return {
    predictors: places.map((_, j) => rows.map((row) => row[j])),
    outcomes: places.map((j) => columns[j]),
    scale,
    places,
  };
}

function checkPredictors(predictors: Vector, owner: string, count: number): void {
  if (count === 0) {
    throw new MeasureError(
      "invalid",
      "Geen voorspellers: er is geen enkel kenmerk om de gebieden op te vergelijken. Verwacht: minstens één " +
        "voorspeller. Kijk of het juiste bereik is gekozen.",
    );
  }
  if (predictors.length !== count) {
    throw new MeasureError(
      "invalid",
      `Ongelijk aantal voorspellers: ${owner} heeft er ${predictors.length} en het doelgebied ${count}. ` +
        "Verwacht: voor elk gebied dezelfde voorspellers. Maak de bereiken even lang.",
    );
  }
  // A loop by number also visits the holes of a list.
  for (let k = 0; k < count; k++) {
    if (!(Math.abs(predictors[k]) <= largestValue)) {
      throw new MeasureError(
        "invalid",
        `Ongeldige waarde van ${owner} voor voorspeller ${k + 1}: ${numberInDutch(predictors[k])}. ` +
          "Verwacht: een getal van hoogstens 1e300. Vul de waarde aan, of laat de donor of de voorspeller weg.",
      );
    }
  }
}

/** The deviations of the donors from the treated unit in standard deviations over all units. */
function standardised(own: number, values: Vector, k: number): number[] {
  const deviations = values.map((value) => value - own);
  const largest = largestOf(deviations.map(Math.abs));
  if (largest <= constantTolerance * Math.max(Math.abs(own), largestOf(values.map(Math.abs)))) {
    throw new MeasureError(
      "invalid",
      `Voorspeller ${k + 1} is voor alle gebieden gelijk (${numberInDutch(own)}) en onderscheidt dus niets. ` +
        "Verwacht: een kenmerk waarin de gebieden verschillen. Laat de voorspeller weg.",
    );
  }
  const unit = 2 ** Math.floor(Math.log2(largest));
  const all = [0, ...deviations.map((deviation) => deviation / unit)];
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const deviation = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1));
  return all.slice(1).map((x) => x / deviation);
}
