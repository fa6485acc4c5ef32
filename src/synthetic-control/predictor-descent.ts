import { dot, norm, type Vector } from "./vectors";

/** The value of a function at a point, and its derivative to each coordinate. */
export type Evaluation = { readonly loss: number; readonly slopes: Vector };

/** A function of the logarithms of the importance of the predictors; only their differences count. */
export type Evaluate = (logs: Vector) => Evaluation;

/** A point of the search, and the value there. */
export type SearchPoint = { readonly logs: Vector; readonly at: Evaluation };

/** A step must lower the loss by at least this share of what the slope promises (Armijo). */
const sufficient = 1e-4;
/** A step is lengthened while the slope at its end is still more than this share of that at its start (Wolfe). */
const curvature = 0.5;
/** No predictor changes by more than this factor's logarithm in the first try of a step. */
const longestStep = 5;
/** The search stops when a step lowers the loss by less than this share. */
const progressTolerance = 1e-12;
/** More steps than this one descent never takes. */
const mostSteps = 200;
/** The first and the last step of a probe, in logarithms. */
const firstProbe = 4;
const lastProbe = 0.02;

/**
 * The logarithms shifted to a largest of 0, and none below `floor`.
 *
 * @example
 * bounded([3, 1, -9], -5) // => [0, -2, -5]
 */
export function bounded(logs: Vector, floor: number): number[] {
  const largest = Math.max(...logs);
  return logs.map((log) => Math.max(log - largest, floor));
}

/**
 * Descends from a point by a quasi-Newton method (BFGS) within the bounds. It needs slopes but also gets
 * through kinks, on condition that the length of a step meets both conditions of Wolfe.
 *
 * Source: Nocedal & Wright, "Numerical optimization", 2006, algorithm 6.1; Lewis & Overton, "Nonsmooth
 * optimization via quasi-Newton methods", Mathematical Programming 141, 2013 (the line search and the kinks).
 *
 * @example
 * descend(([a, b]) => ({ loss: (a - b - 1) ** 2, slopes: [2 * (a - b - 1), -2 * (a - b - 1)] }), [0, 0], -9).logs // => [0, -1]
 */
export function descend(evaluate: Evaluate, start: Vector, floor: number): SearchPoint {
  const logs = bounded(start, floor);
  let current: SearchPoint = { logs, at: evaluate(logs) };
  let inverse: readonly Vector[] | null = null;
  for (let step = 0; step < mostSteps; step++) {
    const slopes = freeSlopes(current, floor);
    const steepness = norm(slopes);
    if (steepness <= 1e-13 * current.at.loss) break;
    const direction = directionFrom(inverse, slopes, steepness);
    const next = lineSearch(evaluate, current, direction, floor);
    if (next === null) {
      if (inverse === null) break;
      inverse = null;
      continue;
    }
    const won = current.at.loss - next.at.loss;
    inverse = updated(inverse ?? identity(logs.length), current, next);
    current = next;
    if (won < progressTolerance * current.at.loss) break;
  }
  return current;
}

/** The slopes, and 0 for a predictor that stands at the floor and wants below it. */
function freeSlopes({ logs, at }: SearchPoint, floor: number): number[] {
  return at.slopes.map((slope, k) => (logs[k] <= floor && slope > 0 ? 0 : slope));
}

function directionFrom(inverse: readonly Vector[] | null, slopes: Vector, steepness: number): number[] {
  const steepest = slopes.map((slope) => -slope / steepness);
  if (inverse === null) return steepest;
  const direction = inverse.map((row, k) => (slopes[k] === 0 ? 0 : -dot(row, slopes)));
  const longest = Math.max(...direction.map(Math.abs));
  if (!(dot(direction, slopes) < 0) || !Number.isFinite(longest)) return steepest;
  return longest > longestStep ? direction.map((x) => (x * longestStep) / longest) : direction;
}

/** A point in the direction that meets both conditions of Wolfe, or the best on the way; null if none is lower. */
function lineSearch(
  evaluate: Evaluate,
  { logs, at }: SearchPoint,
  direction: Vector,
  floor: number,
): SearchPoint | null {
  const slope = dot(at.slopes, direction);
  let [near, far, length] = [0, Infinity, 1];
  let found: SearchPoint | null = null;
  for (let trial = 0; trial < 30 && far - near > 1e-10; trial++) {
    const point = bounded(
      logs.map((log, k) => log + length * direction[k]),
      floor,
    );
    const there = evaluate(point);
    if (!(there.loss <= at.loss + sufficient * length * slope)) far = length;
    else {
      found = { logs: point, at: there };
      if (dot(there.slopes, direction) >= curvature * slope || length >= 64) break;
      near = length;
    }
    length = far < Infinity ? (near + far) / 2 : 2 * near;
  }
  return found !== null && found.at.loss < at.loss ? found : null;
}

const identity = (size: number) =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));

/** The approximation of the inverse of the second derivatives, after one step more. */
function updated(inverse: readonly Vector[], from: SearchPoint, to: SearchPoint): readonly Vector[] {
  const step = to.logs.map((log, k) => log - from.logs[k]);
  const change = to.at.slopes.map((slope, k) => slope - from.at.slopes[k]);
  const curved = dot(step, change);
  if (!(curved > 1e-14 * norm(step) * norm(change))) return inverse;
  const image = inverse.map((row) => dot(row, change));
  const factor = (1 + dot(change, image) / curved) / curved;
  return inverse.map((row, i) =>
    row.map((x, j) => x - (step[i] * image[j] + image[i] * step[j]) / curved + factor * step[i] * step[j]),
  );
}

/**
 * Tries for each predictor whether more or less importance lowers the loss, with ever smaller steps. It needs
 * no slopes and makes large steps first: it gets out of kinks and hollows where `descend` ends.
 *
 * Source: Kolda, Lewis & Torczon, "Optimization by direct search", SIAM Review 45, 2003 (compass search).
 *
 * @example
 * probe(([a, b]) => ({ loss: Math.abs(a - b - 2) + 1, slopes: [0, 0] }), { logs: [0, 0], at: { loss: 3, slopes: [0, 0] } }, -9).logs // => [0, -2]
 */
export function probe(evaluate: Evaluate, start: SearchPoint, floor: number): SearchPoint {
  let current = start;
  for (let step = firstProbe; step > lastProbe;) {
    const before = current;
    for (const k of start.logs.keys()) {
      for (const change of [step, -step]) {
        const logs = bounded(
          current.logs.map((log, i) => (i === k ? log + change : log)),
          floor,
        );
        const at = evaluate(logs);
        if (!(at.loss < current.at.loss * (1 - progressTolerance))) continue;
        current = { logs, at };
        break;
      }
    }
    if (current === before) step /= 2;
  }
  return current;
}
