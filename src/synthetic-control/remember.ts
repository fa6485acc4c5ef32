import type { SyntheticPanel } from "./panel";

/** So many results are kept: a sheet seldom has more studies side by side, and memory stays small. */
const mostKept = 8;

/**
 * The same calculation with a short memory: cells of a sheet that ask for the same panel and options get one and
 * the same result, calculated once. What fails is not remembered.
 *
 * @param calculate a pure function; its result must not be changed by whoever gets it
 *
 * @example
 * remember((panel, factor) => [panel.treated[0] * factor])({ treated: [3], donors: [[1]], prePeriods: 1 }, 2) // => [6]
 */
export function remember<Options, Result>(
  calculate: (panel: SyntheticPanel, options: Options) => Result,
): (panel: SyntheticPanel, options: Options) => Result {
  const kept: { panel: SyntheticPanel; options: string; result: Result }[] = [];
  return (panel, options) => {
    const key = JSON.stringify(options);
    const place = kept.findIndex((entry) => entry.options === key && isSamePanel(entry.panel, panel));
    const entry =
      place === -1 ? { panel, options: key, result: calculate(panel, options) } : kept.splice(place, 1)[0];
    kept.unshift(entry);
    kept.length = Math.min(kept.length, mostKept);
    return entry.result;
  };
}

function isSamePanel(a: SyntheticPanel, b: SyntheticPanel): boolean {
  return (
    a.prePeriods === b.prePeriods &&
    a.donors.length === b.donors.length &&
    isSameSeries(a.treated, b.treated) &&
    a.donors.every((donor, j) => isSameSeries(donor, b.donors[j]))
  );
}

function isSameSeries(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, t) => Object.is(value, b[t]));
}

/**
 * One run of steps for many listeners: each gets all steps from the first, and each step is made once, when the
 * first listener asks for it. Who stops listening stops nobody else.
 *
 * @param steps the source; a failure reaches every listener
 *
 * @example
 * [...sharedSteps([1, 2].values())()] // => [1, 2]
 */
export function sharedSteps<Step>(steps: Iterator<Step>): () => Generator<Step, void, undefined> {
  const made: Step[] = [];
  let failure: { error: unknown } | null = null;
  return function* () {
    for (let i = 0; ; i++) {
      if (i === made.length) {
        if (failure !== null) throw failure.error;
        try {
          const next = steps.next();
          if (next.done) return;
          made.push(next.value);
        } catch (error) {
          failure = { error };
          throw error;
        }
      }
      yield made[i];
    }
  };
}
