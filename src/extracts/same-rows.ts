import { binomialTail } from "../statistics/binomial-tail";

/** So small a chance is no chance. */
const smallestChance = 1 / 1000;

/** How many lines in a row are compared as one. */
const lengths = [1, 4, 16];

/**
 * Whether two lists of rows have rows that are the same rows, and not only alike. Answers of different people can be
 * alike, and parts of one export can have a month in common; so rows that are alike are no proof by themselves. It is
 * one when
 *
 * - both lists have exactly the same rows;
 * - a short list stands as a whole, in its order, in the other, where that is hardly chance;
 * - more rows (or series of 4 or 16 rows) of the shorter list stand in the longer than chance explains, if a row that
 *   comes new to the longer list is there already as often as its own rows are there twice (Good and Turing).
 */
export function areSameRows(a: Float64Array, b: Float64Array): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.length === long.length && equalRows(short, long) === short.length) return true;
  if (standsInside(short, long)) return true;
  return lengths.some((length) => isMoreThanChance(seriesOf(short, length), seriesOf(long, length), length));
}

/** How many rows two lists have in common, each counted as often as it is in both. */
export function equalRows(a: Float64Array, b: Float64Array): number {
  const left = countsOf(a);
  let count = 0;
  for (const row of b) {
    const number = left.get(row) ?? 0;
    if (number === 0) continue;
    left.set(row, number - 1);
    count += 1;
  }
  return count;
}

/** The share of rows of which the list has another one that is alike. */
export function shareOfTwins(rows: Float64Array): number {
  return 1 - singles(countsOf(rows)) / rows.length;
}

function countsOf(rows: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

function singles(counts: ReadonlyMap<number, number>): number {
  let count = 0;
  for (const number of counts.values()) if (number === 1) count += 1;
  return count;
}

/** A longer list is judged by its series of rows. */
const longestShort = 50;
const smallChance = 0.05;

function standsInside(short: Float64Array, long: Float64Array): boolean {
  if (short.length < 2 || short.length > longestShort) return false;
  let pairsAlike = 0;
  for (const number of countsOf(long).values()) pairsAlike += (number * (number - 1)) / 2;
  const pairs = (long.length * (long.length - 1)) / 2;
  const chance = ((pairsAlike + 0.5) / (pairs + 1)) ** short.length * (long.length - short.length + 1);
  if (chance >= smallChance) return false;
  for (let start = 0; start + short.length <= long.length; start += 1)
    if (short.every((row, index) => row === long[start + index])) return true;
  return false;
}

/**
 * A number for every series of so many rows. Rows that are alike and follow each other are taken together, with their
 * number: in a sorted file they would make long series that say nothing.
 */
function seriesOf(rows: Float64Array, length: number): Float64Array {
  if (length === 1) return rows;
  const groups: number[] = [];
  for (let at = 0; at < rows.length;) {
    let end = at + 1;
    while (end < rows.length && rows[end] === rows[at]) end += 1;
    groups.push(mix(rows[at], end - at));
    at = end;
  }
  const count = Math.max(0, groups.length - length + 1);
  return Float64Array.from({ length: count }, (_, start) => {
    let series = 0;
    for (let i = 0; i < length; i += 1) series = mix(series, groups[start + i]);
    return series;
  });
}

/** One number of 53 bits made of two. */
function mix(a: number, b: number): number {
  const low = Math.imul((a >>> 0) ^ 0x9e3779b1, 2654435761) ^ Math.imul(b >>> 0, 1597334677);
  const high =
    Math.imul((a / 4294967296) ^ low, 2246822507) ^ Math.imul((b / 4294967296) ^ (low >>> 15), 3266489909);
  return 4294967296 * (2097151 & high) + ((low ^ (high >>> 13)) >>> 0);
}

function isMoreThanChance(short: Float64Array, long: Float64Array, length: number): boolean {
  const trials = Math.floor(short.length / length);
  if (trials === 0 || long.length === 0) return false;
  const counts = countsOf(long);
  // Two more than seen: in a small list that a row is there once is no proof that it is never there twice.
  const chance = (long.length - singles(counts) + 2) / (long.length + 2);
  let found = 0;
  for (let at = 0; at < short.length;) {
    const number = counts.get(short[at]) ?? 0;
    if (number > 0) {
      counts.set(short[at], number - 1);
      found += 1;
    }
    at += number > 0 ? length : 1;
  }
  return chance < 1 && binomialTail(Math.min(found, trials), trials, chance) < smallestChance;
}
