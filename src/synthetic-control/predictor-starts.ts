/**
 * Point number `index` of a sequence that fills the unit cube evenly, without chance: each coordinate is the
 * index written backwards behind the point, in a base of its own (the next prime).
 *
 * @param index 1 or more
 * @param size the number of coordinates
 *
 * Source: Halton, "On the efficiency of certain quasi-random sequences of points in evaluating
 * multi-dimensional integrals", Numerische Mathematik 2, 1960.
 *
 * @example
 * haltonPoint(1, 3) // => [0.5, 0.3333333333333333, 0.2]
 * haltonPoint(6, 2) // => [0.375, 0.2222222222222222]
 */
export function haltonPoint(index: number, size: number): number[] {
  return firstPrimes(size).map((base) => {
    let coordinate = 0;
    let digitValue = 1 / base;
    for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
      coordinate += digitValue * (rest % base);
      digitValue /= base;
    }
    return coordinate;
  });
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}
