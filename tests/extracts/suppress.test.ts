import fc from "fast-check";
import { isSmall, mayShowTotal, suppress, withheld, withheldTogether } from "../../src/extracts/suppress";

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe("a small count", () => {
  it("is one of 1 up to the threshold; 0 is none", () => {
    expect([0, 1, 9, 10].map((count) => isSmall(count))).toEqual([false, true, true, false]);
    expect(isSmall(4, 5)).toBe(true);
  });
});

describe("a group of counts", () => {
  it.each<[number[], (number | null)[]]>([
    [
      [20, 30, 0],
      [20, 30, 0],
    ],
    [
      [3, 40, 12],
      [null, 40, null],
    ],
    [
      [3, 4, 40],
      [null, null, 40],
    ],
    // Two withheld counts of 2 together can only be 1 and 1.
    [
      [1, 1, 40],
      [null, null, null],
    ],
    // The total, 3, is small and not shown, so that nothing can be taken from it.
    [
      [3, 0, 0],
      [null, 0, 0],
    ],
    // The next smallest goes with its equals.
    [
      [15, 3, 15, 20],
      [null, null, null, 20],
    ],
    // Two withheld counts of 18 together can only be 9 and 9.
    [
      [9, 40, 9],
      [null, null, null],
    ],
    [[], []],
  ])("%j shows %j", (counts, shown) => {
    expect(suppress(counts)).toEqual(shown);
  });

  it("withholds only the small ones when the total is not shown", () => {
    expect(suppress([3, 40, 12], { totalShown: false })).toEqual([null, 40, 12]);
  });

  it("can be told to withhold more, and protects that too", () => {
    expect(suppress([25, 0], { forced: [true, false] })).toEqual([null, null]);
    expect(suppress([25, 60, 0], { forced: [true, false, false] })).toEqual([null, null, 0]);
  });

  it("keeps every count of 10 or more when nothing is small", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 1000 }))), (counts) => {
        expect(suppress(counts)).toEqual(counts);
      }),
    );
  });
});

describe("a withheld count", () => {
  /** All groups of `size` counts with the given sum. */
  function groupsOf(size: number, sum: number): number[][] {
    if (size === 1) return [[sum]];
    return Array.from({ length: sum + 1 }, (_, first) => first).flatMap((first) =>
      groupsOf(size - 1, sum - first).map((rest) => [first, ...rest]),
    );
  }

  it.each([2, 3, 4, 5])(
    "cannot be found, not even by who knows the rule, at a threshold of %i",
    (threshold) => {
      for (const size of [1, 2, 3, 4])
        for (let sum = threshold; sum <= 3 * threshold; sum += 1) {
          // What every group with this total publishes, and all groups that publish the same.
          const byOutput = new Map<string, number[][]>();
          for (const counts of groupsOf(size, sum)) {
            if (!mayShowTotal(counts, { threshold })) continue;
            const output = JSON.stringify(suppress(counts, { threshold }));
            byOutput.set(output, [...(byOutput.get(output) ?? []), counts]);
          }
          for (const [output, groups] of byOutput)
            (JSON.parse(output) as (number | null)[]).forEach((shown, index) => {
              if (shown === null)
                expect(new Set(groups.map((counts) => counts[index])).size).toBeGreaterThan(1);
            });
        }
    },
  );

  it("never stands alone beside a total that is shown", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1 }), (counts) => {
        const hidden = counts.filter((_, index) => withheld(counts)[index]);
        if (!mayShowTotal(counts) || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(total(hidden)).toBeGreaterThan(hidden.length);
      }),
    );
  });
});

describe("the total", () => {
  it("is not shown when it is small, or when all counts are small and it gives them away", () => {
    expect(mayShowTotal([4, 5])).toBe(false);
    expect(mayShowTotal(Array.from({ length: 12 }, () => 1))).toBe(false);
    expect(mayShowTotal([9, 9])).toBe(false);
    expect(mayShowTotal([9, 8])).toBe(true);
    expect(mayShowTotal([3, 40])).toBe(true);
  });
});

describe("counts side by side", () => {
  it("are withheld together: of 60 persons, 58 reached gives away 2", () => {
    const reached = [58, 30, 20, 50];
    const missed = [2, 30, 40, 50];
    // The 2 needs a second one among the missed, 30; and so 30 of the reached goes too.
    expect(withheldTogether([reached, missed])).toEqual([true, true, false, false]);
  });

  it("are each protected from subtraction", () => {
    const cell = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const series = [cells.map(([a]) => a), cells.map(([, b]) => b)];
        const mask = withheldTogether(series, { totalShown: true });
        for (const counts of series) {
          const hidden = counts.filter((_, index) => mask[index]);
          counts.forEach((count, index) => expect(isSmall(count) && !mask[index]).toBe(false));
          if (hidden.length > 0 && hidden.length < counts.length) {
            expect(hidden.length).toBeGreaterThan(1);
            expect(total(hidden)).toBeGreaterThan(hidden.length);
          }
        }
      }),
    );
  });
});
