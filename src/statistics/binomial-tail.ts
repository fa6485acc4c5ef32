/**
 * The chance of at least `successes` in `trials` independent trials, each with the same chance. Exact but for rounding,
 * also where it is far below the smallest number that a double holds: then it is 0.
 *
 * @example
 * binomialTail(2, 2, 0.5) // => 0.25
 */
export function binomialTail(successes: number, trials: number, chance: number): number {
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  // At or below the mean the tail is large; its other side, summed the same way, is then what is small or alike.
  if (successes <= trials * chance) return 1 - binomialTail(trials - successes + 1, trials, 1 - chance);
  let logTerm = successes * Math.log(chance) + (trials - successes) * Math.log1p(-chance);
  for (let i = 1; i <= successes; i += 1) logTerm += Math.log((trials - successes + i) / i);
  // Every next term is the one before, times a ratio that is below 1 and falls.
  let [sum, term] = [0, 1];
  for (let k = successes; k <= trials && term > sum * Number.EPSILON; k += 1) {
    sum += term;
    term *= ((trials - k) / (k + 1)) * (chance / (1 - chance));
  }
  return Math.min(1, sum * Math.exp(logTerm));
}
