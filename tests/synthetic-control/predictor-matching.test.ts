import { MeasureError } from "../../src/statistics/measure-error";
import { matchingSteps, matchPredictors } from "../../src/synthetic-control/predictor-matching";
import { syntheticWeights } from "../../src/synthetic-control/weights";
import { cornersOfMinimisers, gapOf, optimalityViolation } from "./judge";
import { studies, type Study } from "./panel";
import { readUnits, standardise } from "./predictor-panel";

type Unit = { predictors: number[]; outcomes: number[] };

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

/** The mean squared difference in outcomes. */
function lossOf(treated: Unit, donors: readonly Unit[], weights: readonly number[]): number {
  const gap = gapOf(
    treated.outcomes,
    donors.map(({ outcomes }) => outcomes),
    weights,
  );
  return sum(gap.map((x) => x * x)) / gap.length;
}

/** How far weights are from matching the predictors best at the importance given, by the independent judge. */
function innerViolation(
  treated: Unit,
  donors: readonly Unit[],
  { weights, importance }: { weights: number[]; importance: number[] },
): number {
  const largest = Math.max(...importance);
  const [own, ...others] = standardise([treated, ...donors].map(({ predictors }) => predictors)).map((unit) =>
    unit.map((x, k) => x * Math.sqrt(importance[k] / largest)),
  );
  return optimalityViolation(own, others, weights);
}

/** A reproducible sequence of numbers from 0 to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** A treated unit, the first, and donors with random predictors and outcomes. */
function randomUnits(seed: number, count: number, predictors: number, periods: number): Unit[] {
  const random = randomNumbers(seed);
  const series = (length: number) => Array.from({ length }, () => random());
  return Array.from({ length: count }, () => ({ predictors: series(predictors), outcomes: series(periods) }));
}

describe("predictor matching", () => {
  const matched = new Map(
    studies.map((study) => {
      const [treated, ...donors] = readUnits(study);
      return [study, { treated, donors, match: matchPredictors(treated, donors, { starts: 5 }) }];
    }),
  );
  const of = (study: Study) => matched.get(study)!;

  it("of California is not worse than that of MSCMT", () => {
    const { treated, donors, match } = of("california");
    // MSCMT 1.4.3, with the same least importance.
    const mscmt: Record<string, number> = {
      Utah: 0.335071,
      Nevada: 0.235608,
      Montana: 0.201891,
      Colorado: 0.159526,
      Connecticut: 0.067904,
    };
    expect(match.loss).toBeLessThan(3.076663626637 * (1 + 1e-8));
    donors.forEach(({ name }, j) =>
      expect(Math.abs(match.weights[j] - (mscmt[name] ?? 0))).toBeLessThan(2e-6),
    );
    expect(match.boundAttained).toBe(false);
    expect(lossOf(treated, donors, match.weights)).toBeCloseTo(match.loss, 10);
  });

  it("of California is near the published weights", () => {
    const { donors, match } = of("california");
    // Abadie, Diamond & Hainmueller 2010, table 2: a search that stopped a little earlier.
    const published: Record<string, number> = {
      Utah: 0.334,
      Nevada: 0.234,
      Montana: 0.199,
      Colorado: 0.164,
      Connecticut: 0.069,
    };
    donors.forEach(({ name }, j) =>
      expect(Math.abs(match.weights[j] - (published[name] ?? 0))).toBeLessThan(0.005),
    );
  });

  it("of the Basque Country attains the lower bound, without a search", () => {
    const { treated, donors, match } = of("basque");
    const outcomeOnly = syntheticWeights(
      treated.outcomes,
      donors.map(({ outcomes }) => outcomes),
    );
    expect(match.boundAttained).toBe(true);
    expect(match.loss).toBeCloseTo(0.0041263497, 9);
    expect(match.innerSolves).toBeLessThan(10);
    match.weights.forEach((weight, j) =>
      expect(Math.abs(weight - outcomeOnly.weights[j])).toBeLessThan(1e-9),
    );
  });

  it("of West Germany is not worse than known", () => {
    // The best of another implementation, which had no floor under the importance, is 9924.7687.
    expect(of("germany").match.loss).toBeLessThan(9924.7715);
  });

  it.each(studies)("of %s matches the predictors best at its own importance", (study) => {
    const { treated, donors, match } = of(study);
    expect(innerViolation(treated, donors, match)).toBeLessThan(1e-14);
    expect(match.kktResidual).toBeLessThan(1e-14);
    expect(match.unique).toBe(true);
    expect(match.perfect).toBe(false);
    expect(sum(match.weights)).toBeCloseTo(1, 14);
    expect(sum(match.importance)).toBeCloseTo(1, 14);
    expect(Math.min(...match.importance) / Math.max(...match.importance)).toBeGreaterThan(0.999e-8);
  });

  it.each(studies)("of %s reports the loss of the best weights on outcomes as its lower bound", (study) => {
    const { treated, donors, match } = of(study);
    const { rmspe } = syntheticWeights(
      treated.outcomes,
      donors.map(({ outcomes }) => outcomes),
    );
    expect(match.lowerBound / rmspe ** 2).toBeCloseTo(1, 12);
    expect(match.loss).toBeGreaterThanOrEqual(match.lowerBound * (1 - 1e-12));
  });
});

describe("the placebos of predictor matching", () => {
  const donors = readUnits("california").slice(1);
  const match = (name: string, starts: number) => {
    const treated = donors.find((donor) => donor.name === name)!;
    const others = donors.filter((donor) => donor.name !== name);
    return { ...matchPredictors(treated, others, { starts }), treated, others };
  };

  it.each(["Arkansas", "New Hampshire", "North Carolina", "Tennessee", "Utah"])(
    "of which %s attains the lower bound",
    (name) => {
      const found = match(name, 1);
      expect(found.boundAttained).toBe(true);
      expect(innerViolation(found.treated, found.others, found)).toBeLessThan(1e-14);
    },
  );

  it.each([["Delaware", 33.027773]])(
    "of which %s comes as low as a long search by differential evolution",
    (name, loss) => {
      const found = match(name, 3);
      expect(found.loss).toBeLessThan(loss * (1 + 1e-6));
      expect(innerViolation(found.treated, found.others, found)).toBeLessThan(1e-14);
    },
  );
});

describe("with two predictors", () => {
  /** The lowest loss over a fine grid of importance, each time by trying all choices of donors. */
  function byGrid(units: readonly Unit[]): number {
    const standard = standardise(units.map(({ predictors }) => predictors));
    const losses = Array.from({ length: 161 }, (_, i) => {
      const log = (i - 80) / 10;
      const roots = [10 ** (Math.min(0, log) / 2), 10 ** (Math.min(0, -log) / 2)];
      const [own, ...others] = standard.map((unit) => unit.map((x, k) => x * roots[k] * 1e3));
      const corners = cornersOfMinimisers(own, others);
      return Math.min(...corners.map((weights) => lossOf(units[0], units.slice(1), weights)));
    });
    return Math.min(...losses);
  }

  it.each(Array.from({ length: 12 }, (_, i) => i + 1))("no grid finds a lower loss in problem %i", (seed) => {
    const units = randomUnits(seed, 5, 2, 4);
    // Outside the hull, so that the importance matters.
    units[0].predictors = [1.1, 1.2];
    const match = matchPredictors(units[0], units.slice(1), { starts: 5 });
    expect(match.perfect).toBe(false);
    expect(match.loss).toBeLessThanOrEqual(byGrid(units) * (1 + 1e-6));
    expect(innerViolation(units[0], units.slice(1), match)).toBeLessThan(1e-14);
  });
});

describe("a perfect match on the predictors", () => {
  const units = randomUnits(5, 12, 2, 6);
  units[0].predictors = [0.5, 0.5];
  const [treated, ...donors] = units;
  const match = matchPredictors(treated, donors);

  it("is recognised, makes importance equal and says that other weights do as well", () => {
    expect(match).toMatchObject({ perfect: true, unique: false, importance: [0.5, 0.5], innerSolves: 2 });
    const missed = [0, 1].map(
      (k) => sum(donors.map(({ predictors }, j) => match.weights[j] * predictors[k])) - 0.5,
    );
    expect(Math.max(...missed.map(Math.abs))).toBeLessThan(1e-14);
  });

  it("takes the weights of least norm", () => {
    // Least norm: on the donors with weight, the weights are a linear function of the predictors.
    const active = donors.flatMap((_, j) => (match.weights[j] > 0 ? [j] : []));
    expect(active.length).toBeGreaterThan(3);
    const [a, b, c] = active;
    const row = (j: number) => [1, ...donors[j].predictors, match.weights[j]];
    for (const d of active.slice(3)) expect(Math.abs(determinant([a, b, c, d].map(row)))).toBeLessThan(1e-14);
  });
});

function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 1) return rows[0][0];
  const minor = (column: number) => rows.slice(1).map((row) => row.filter((_, j) => j !== column));
  return sum(rows[0].map((x, column) => (column % 2 === 0 ? x : -x) * determinant(minor(column))));
}

describe("the match does not depend", () => {
  const [treated, ...donors] = readUnits("germany");
  const options = { starts: 4 };
  const match = matchPredictors(treated, donors, options);

  it("on the order of the donors, to the last bit", () => {
    const order = donors.map((_, j) => (j * 7) % donors.length).reverse();
    expect(new Set(order).size).toBe(16);
    const other = matchPredictors(
      treated,
      order.map((j) => donors[j]),
      options,
    );
    expect(other).toEqual({ ...match, weights: order.map((j) => match.weights[j]) });
  });

  it("on the units of the predictors and the outcomes", () => {
    const units = [1000, -0.3, 1e-12, 1, 7e9, 2];
    const convert = ({ predictors, outcomes }: Unit) => ({
      predictors: predictors.map((x, k) => units[k] * x),
      outcomes: outcomes.map((x) => 1000 * x),
    });
    const other = matchPredictors(convert(treated), donors.map(convert), options);
    expect(other.loss / 1e6 / match.loss).toBeCloseTo(1, 7);
    other.weights.forEach((weight, j) => expect(weight).toBeCloseTo(match.weights[j], 4));
  });

  it("on a predictor or an outcome counted from another zero", () => {
    const shift = ({ predictors, outcomes }: Unit) => ({
      predictors: predictors.map((x) => x + 100),
      outcomes: outcomes.map((x) => x - 5000),
    });
    const other = matchPredictors(shift(treated), donors.map(shift), options);
    expect(other.loss / match.loss).toBeCloseTo(1, 7);
  });

  it("on a far-off donor that is listed twice, except that equal donors share", () => {
    const twice = matchPredictors(treated, [donors[0], ...donors], { starts: 1 });
    expect(twice.weights[0]).toBe(twice.weights[1]);
  });
});

describe("small cases", () => {
  it("has one donor", () => {
    const match = matchPredictors({ predictors: [1, 2], outcomes: [3] }, [
      { predictors: [4, 1], outcomes: [5] },
    ]);
    expect(match).toMatchObject({ weights: [1], loss: 4, lowerBound: 4, boundAttained: true, unique: true });
  });

  it("has one predictor, so that there is no importance to search", () => {
    const units = [[0], [1], [2]].map((predictors) => ({ predictors, outcomes: predictors }));
    const match = matchPredictors(units[0], units.slice(1));
    expect(match).toMatchObject({ weights: [1, 0], importance: [1], loss: 1, innerSolves: 1 });
  });

  it("has outcomes that are all the same", () => {
    const units = randomUnits(3, 6, 3, 2).map(({ predictors }) => ({ predictors, outcomes: [1, 1] }));
    expect(matchPredictors(units[0], units.slice(1), { starts: 2 })).toMatchObject({
      loss: 0,
      boundAttained: true,
    });
  });
});

describe("the steps of the matching", () => {
  const [treated, ...donors] = readUnits("germany");

  it("report every start, with a loss that only falls", () => {
    const progress = [...matchingSteps(treated, donors, { starts: 3 })];
    expect(progress.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
    expect(new Set(progress.map(({ total }) => total))).toEqual(new Set([4]));
    const losses = progress.map(({ loss }) => loss);
    expect([...losses].sort((a, b) => b - a)).toEqual(losses);
  });

  it("can be left in between", () => {
    const steps = matchingSteps(treated, donors, { starts: 100 });
    expect(steps.next().done).toBe(false);
    expect(steps.return(undefined as never).done).toBe(true);
    expect(steps.next().done).toBe(true);
  });
});

function kindOfError(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof MeasureError) return error.kind;
  }
  return undefined;
}

describe("input that cannot be matched", () => {
  const unit = (...predictors: number[]) => ({ predictors, outcomes: [1, 2] });
  const good = [unit(1, 2), unit(2, 1), unit(3, 5)];
  const [treated, ...donors] = good;

  it.each([
    ["no donors", treated, [], "Geen donoren"],
    ["no predictors", unit(), [unit()], "Geen voorspellers"],
    ["no outcomes", { predictors: [1], outcomes: [] }, [unit(1)], "Geen voorperiode"],
    [
      "a donor with fewer predictors",
      treated,
      [unit(1, 3), unit(1)],
      "donor 2 heeft er 1 en het doelgebied 2",
    ],
    ["a donor without a value", treated, [unit(1, 3), unit(NaN, 2)], "donor 2 voor voorspeller 1"],
    ["a treated unit without a value", unit(1, Infinity), donors, "het doelgebied voor voorspeller 2"],
    [
      "a hole",
      treated,
      [{ predictors: new Array<number>(2), outcomes: [1, 2] }],
      "donor 1 voor voorspeller 1",
    ],
    [
      "a constant predictor",
      unit(1, 2),
      [unit(3, 2), unit(5, 2)],
      "Voorspeller 2 is voor alle gebieden gelijk",
    ],
    ["unequal periods", treated, [{ predictors: [1, 3], outcomes: [1] }], "Ongelijke lengte"],
    [
      "an outcome that is no number",
      treated,
      [{ predictors: [1, 3], outcomes: [1, NaN] }],
      "donor 1 in periode 2",
    ],
  ])("is refused: %s", (_, own, others, message) => {
    expect(() => matchPredictors(own, others)).toThrow(message);
    expect(kindOfError(() => matchPredictors(own, others))).toBe("invalid");
  });

  it.each([
    [{ starts: 0 }, "Ongeldig aantal startpunten: 0"],
    [{ starts: 1.5 }, "Ongeldig aantal startpunten: 1,5"],
    [{ smallest: 0 }, "Ongeldig kleinste gewicht van een voorspeller: 0"],
    [{ smallest: 0.5 }, "Ongeldig kleinste gewicht van een voorspeller: 0,5"],
    [{ smallest: NaN }, "Ongeldig kleinste gewicht"],
  ])("is refused: the options %j", (options, message) => {
    expect(() => matchPredictors(treated, donors, options)).toThrow(message);
  });
});
