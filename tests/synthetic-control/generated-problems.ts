/** The problems of fixtures/witness.R, made by the same steps. Keep the two the same, line by line. */

type Problem = { treated: number[]; donors: number[][] };

/** Whole numbers from 0 to n - 1 (Park & Miller). All products stay below 2^53, so that R draws the same ones. */
function wholeNumbers(seed: number): (n: number) => number {
  let state = seed;
  const whole = (n: number) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
  for (let k = 0; k < 3; k++) whole(2);
  return whole;
}

type Draw = ReturnType<typeof wholeNumbers>;
const series = (periods: number, value: (t: number) => number) =>
  Array.from({ length: periods }, (_, t) => value(t));
const sum = (all: readonly number[][]) => all.reduce((total, one) => total.map((x, t) => x + one[t]));

const kinds = [
  function noise(whole: Draw, periods: number) {
    return series(periods, () => whole(401) - 200);
  },
  function trends(whole: Draw, periods: number) {
    const level = whole(100);
    const slope = whole(11) - 5;
    return series(periods, (t) => level + slope * t + whole(21) - 10);
  },
  function fewValues(whole: Draw, periods: number) {
    return series(periods, () => whole(7) - 3);
  },
  function shares(whole: Draw, periods: number) {
    const level = 20 + whole(141);
    return series(periods, () => level + whole(17) - 8);
  },
];

/** Problem `number` of witness.R, counted from 1: of many shapes and kinds, in units from 1e-9 to 1e9. */
export function generatedProblem(number: number): Problem {
  const whole = wholeNumbers(1 + 7919 * number);
  const kind = kinds[number % 4];
  const periods = kind.name === "shares" ? 10 : 1 + whole(12);
  const count = kind.name === "shares" ? 50 : 1 + whole(30);
  const donors = Array.from({ length: count }, () => kind(whole, periods));
  for (let left = whole(3) === 0 ? whole(8) : 0; left > 0; left--) {
    const to = whole(count);
    donors[to] = donors[whole(count)];
  }
  const mixed = whole(2) === 0 ? 1 + whole(6) : 0;
  const treated =
    mixed === 0 ? kind(whole, periods) : sum(Array.from({ length: mixed }, () => donors[whole(count)]));
  const power = whole(19) - 9;
  const scaled = (tenths: number[], parts: number) =>
    tenths.map((x) => (power < 0 ? x / (10 * parts) / 10 ** -power : (x / (10 * parts)) * 10 ** power));
  return { treated: scaled(treated, Math.max(1, mixed)), donors: donors.map((donor) => scaled(donor, 1)) };
}

/** Problem `number` of witness.R inside the hull, counted from 1: a mean of ten of its donors, in unequal parts. */
export function problemInside(number: number): Problem {
  const whole = wholeNumbers(1 + 7919 * number);
  const periods = 1 + whole(8);
  const count = 12 + whole(39);
  const donors = Array.from({ length: count }, () => kinds[0](whole, periods));
  const parts = Array.from({ length: 10 }, () => 1 + whole(9));
  const treated = sum(parts.map((part, k) => donors[k].map((x) => part * x)));
  const total = parts.reduce((a, b) => a + b, 0);
  return {
    treated: treated.map((x) => x / (10 * total)),
    donors: donors.map((donor) => donor.map((x) => x / 10)),
  };
}
