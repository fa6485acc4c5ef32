import { bounded, descend, probe, type Evaluate, type SearchPoint } from "./predictor-descent";
import { haltonPoint } from "./predictor-starts";
import type { Vector } from "./vectors";

/** How far a search is: so many of its starts are done. */
export type SearchProgress = { readonly done: number; readonly total: number; readonly loss: number };

/** Per start that is taken for its low loss, so many points are looked at. */
const pointsPerStart = 20;
/** The best point is refined again until a round wins less than this share of the loss, or this many times. */
const refined = 1e-11;
const mostRounds = 10;

/**
 * Searches the importance of the predictors with the lowest loss, from several starts: first the `hints`,
 * then points spread evenly over the bounds, by turns just the next one and the best of many. The same
 * question always gets the same answer. Nothing guarantees that no lower loss exists.
 *
 * It is a generator that reports after every start, so that the caller can show progress, let others go
 * first, or stop.
 *
 * @param size the number of predictors
 * @param floor the logarithm of the least importance, relative to the largest
 *
 * @example
 * [...searchImportance(([a, b]) => ({ loss: Math.abs(a - b - 2) + 1, slopes: [1, -1].map((s) => s * Math.sign(a - b - 2)) }), 2, -9, 2, [])].map(({ done }) => done) // => [1, 2]
 */
export function* searchImportance(
  evaluate: Evaluate,
  size: number,
  floor: number,
  starts: number,
  hints: readonly Vector[],
): Generator<SearchProgress, SearchPoint> {
  const spread = Array.from({ length: pointsPerStart * starts }, (_, i) =>
    bounded(
      haltonPoint(i + 1, size).map((x) => x * floor),
      floor,
    ),
  );
  const losses = new Map(spread.map((logs) => [logs, evaluate(logs).loss]));
  const byLoss = [...spread].sort((a, b) => losses.get(a)! - losses.get(b)!);
  const chosen = spread.slice(0, starts).flatMap((logs, i) => [byLoss[i], logs]);
  const points = [...new Set([...hints, ...chosen])].slice(0, starts + hints.length);

  let best: SearchPoint | null = null;
  for (const [i, logs] of points.entries()) {
    const found = refine(evaluate, descend(evaluate, logs, floor), floor);
    if (best === null || found.at.loss < best.at.loss) best = found;
    yield { done: i + 1, total: points.length, loss: best.at.loss };
  }
  return polish(evaluate, best!, floor);
}

const refine = (evaluate: Evaluate, point: SearchPoint, floor: number) =>
  descend(evaluate, probe(evaluate, point, floor).logs, floor);

function polish(evaluate: Evaluate, start: SearchPoint, floor: number): SearchPoint {
  let current = start;
  for (let round = 0; round < mostRounds; round++) {
    const next = refine(evaluate, current, floor);
    const won = current.at.loss - next.at.loss;
    if (won > 0) current = next;
    if (won <= refined * current.at.loss) break;
  }
  return current;
}
