import fc from "fast-check";
import {
  hiddenCounts,
  hiddenReach,
  hiddenTypes,
  isSmall,
  thresholdProblem,
} from "../../src/extracts/suppress";

const threshold = 10;

describe("a small count", () => {
  it("is one of 1 up to the threshold; 0 is none", () => {
    expect([0, 1, 9, 10].map((count) => isSmall(count, 10))).toEqual([false, true, true, false]);
    expect(isSmall(4, 5)).toBe(true);
  });

  it.each([4, 0, -1, 7.5, NaN, Infinity])("has no threshold of %d", (wrong) => {
    expect(thresholdProblem(wrong)).toContain("geheel getal van 5 of meer");
  });

  it("has any threshold of five or more", () => {
    expect([5, 10, 100].map(thresholdProblem)).toEqual([null, null, null]);
  });
});

describe("a group of counts of which the total is shown", () => {
  const shown = (counts: readonly number[], notSmall?: boolean[]) => {
    const mask = hiddenCounts(counts, { threshold, notSmall });
    return mask && counts.map((count, index) => (mask[index] ? null : count));
  };

  it.each<[number[], (number | null)[] | null]>([
    // Nothing small.
    [
      [20, 30, 0],
      [20, 30, 0],
    ],
    // The smallest of the others goes with it.
    [
      [3, 40, 12],
      [null, 40, null],
    ],
    // Two that are small together: 3 + 4 = 7, so each is less than 10 for who can add.
    [
      [3, 4, 40],
      [null, null, null],
    ],
    // 8 + 5 = 13: each may be 4 up to 12, as 5 + 8 or 12 + 1.
    [
      [8, 5, 40],
      [null, null, 40],
    ],
    // The next smallest goes with its equals.
    [
      [15, 3, 15, 20],
      [null, null, null, 20],
    ],
    // An empty category stays empty, and does not serve to hide another.
    [
      [5, 0, 30],
      [null, 0, null],
    ],
    // 9 + 9 beside a shown 10: whoever knows the rule knows that neither is more than 9, so both are.
    [
      [9, 9, 10, 50],
      [null, null, null, 50],
    ],
    // Twelve of one person each: each is at least 1, so nothing is left to divide.
    [Array<number>(12).fill(1), null],
    // A total that is small itself cannot be shown beside anything.
    [[3, 0, 0], null],
    [[], []],
  ])("%j shows %j", (counts, expected) => {
    expect(shown(counts)).toEqual(expected);
  });

  it("counts a label that must be common for at least the threshold", () => {
    // 3 + 12: if the 12 is at least 10, the other is at most 5.
    expect(shown([3, 12, 40])).toEqual([null, null, 40]);
    expect(shown([3, 12, 40], [false, true, false])).toEqual([null, null, null]);
  });

  it("keeps every count of 10 or more when nothing is small", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 1000 }))), (counts) => {
        expect(shown(counts)).toEqual(counts);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it("hides by what the counts are, and never by where they stand", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1 }), (counts) => {
        const straight = shown(counts);
        expect(shown([...counts].reverse())).toEqual(straight && [...straight].reverse());
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

describe("the reached of categories", () => {
  const none = (counts: readonly unknown[]) => counts.map(() => false);
  const hidden = (population: number[], reached: number[], populationHidden = none(population)) =>
    hiddenReach({ population, reached }, populationHidden, threshold);

  it("are hidden where few, nobody, everybody or all but few are reached", () => {
    const population = [40, 40, 40, 40, 60];
    expect(hidden(population, [3, 0, 40, 38, 30])).toEqual([true, true, true, true, false]);
  });

  it("take another with them, the one with the fewest reached or missed", () => {
    expect(hidden([40, 40, 60], [3, 20, 30])).toEqual([true, true, false]);
  });

  it("stay where nobody is in the category", () => {
    expect(hidden([40, 0], [20, 0])).toEqual([false, false]);
  });

  it("cannot be saved when of a large category the room is lacking", () => {
    // Of 2.001 persons 992 are missed, so of the first 1.000 at least 8 are reached: 9 would be given away.
    expect(hidden([1000, 1001], [9, 1000])).toBeNull();
  });

  it("go with a population that is hidden", () => {
    expect(hidden([20, 20, 60], [10, 10, 30], [true, true, false])).toEqual([true, true, false]);
  });
});

describe("types of service", () => {
  const type = (personen: number, aantal = personen) => ({ personen, aantal });

  it("are hidden by their persons, with the smallest other", () => {
    const counts = { types: [type(1, 50), type(20), type(60)], total: type(61, 130) };
    expect(hiddenTypes(counts, { threshold })).toEqual([true, true, false]);
  });

  it("that nobody had stay 0", () => {
    expect(hiddenTypes({ types: [type(0), type(20)], total: type(20) }, { threshold })).toEqual([
      false,
      false,
    ]);
  });
});
