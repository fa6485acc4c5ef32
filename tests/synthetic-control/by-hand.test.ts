import { syntheticWeights } from "../../src/synthetic-control/weights";
import { measureErrorOf } from "../statistics/measure-error-of";

/** Expects weights that agree with a calculation by hand to rounding. */
function expectWeights(treated: number[], donors: number[][], expected: number[]) {
  const { weights } = syntheticWeights(treated, donors);
  expect(weights).toHaveLength(expected.length);
  weights.forEach((weight, j) => expect(weight).toBeCloseTo(expected[j], 14));
}

describe("weights that can be calculated by hand", () => {
  it("are 1 for a single donor, however far off", () => {
    expect(syntheticWeights([1, 2], [[1000, -5]])).toMatchObject({ weights: [1], unique: true });
  });

  it("give a single donor the RMSPE of its differences", () => {
    // Differences 3 and 4: sqrt((9 + 16) / 2).
    expect(syntheticWeights([1, 2], [[4, 6]]).rmspe).toBeCloseTo(Math.sqrt(12.5), 14);
  });

  it("divide a treated unit between two donors by its distance to them", () => {
    // 3 = 0.75 x 2 + 0.25 x 6.
    expect(syntheticWeights([3], [[2], [6]])).toEqual({
      weights: [0.75, 0.25],
      rmspe: 0,
      kktResidual: 0,
      unique: true,
    });
  });

  it("go to the nearest donor when all are on one side", () => {
    expect(syntheticWeights([10], [[7], [9], [2]])).toMatchObject({
      weights: [0, 1, 0],
      rmspe: 1,
      unique: true,
    });
  });

  it("go to the foot of the perpendicular on the line between two donors", () => {
    // From (0, 0) to the line through (-1, 2) and (3, 2) the foot is (0, 2): 0.75 and 0.25, at distance 2.
    const { weights, rmspe, unique } = syntheticWeights(
      [0, 0],
      [
        [-1, 2],
        [3, 2],
        [0, 5],
      ],
    );
    expect(weights[0]).toBeCloseTo(0.75, 14);
    expect(weights[1]).toBeCloseTo(0.25, 14);
    expect(weights[2]).toBe(0);
    expect(rmspe).toBeCloseTo(Math.sqrt(2), 14);
    expect(unique).toBe(true);
  });

  it("are 1 for a donor equal to the treated unit, if no other mix of donors is", () => {
    expect(
      syntheticWeights(
        [5, 1],
        [
          [5, 1],
          [6, 2],
          [7, 9],
        ],
      ),
    ).toEqual({
      weights: [1, 0, 0],
      rmspe: 0,
      kktResidual: 0,
      unique: true,
    });
  });

  it("take in the donors around a donor equal to the treated unit, as that is shorter", () => {
    // (1, 0, 0) and (0, 1/2, 1/2) both fit; in between, (a, (1 - a) / 2, (1 - a) / 2) is shortest at a = 1/3.
    expectWeights(
      [5, 1],
      [
        [5, 1],
        [4, 0],
        [6, 2],
      ],
      [1 / 3, 1 / 3, 1 / 3],
    );
    expect(
      syntheticWeights(
        [5, 1],
        [
          [5, 1],
          [4, 0],
          [6, 2],
        ],
      ).unique,
    ).toBe(false);
  });

  it("are the shortest of all that fit, in one period and with three donors", () => {
    // Deviations from 5 are -4, -2 and 4. Shortest with sum w = 1 and sum w a = 0: w = p + q a, with
    // 3 p - 2 q = 1 and -2 p + 36 q = 0, so q = 1/52 and p = 18/52: (14, 16, 22) / 52.
    expectWeights([5], [[1], [3], [9]], [7 / 26, 8 / 26, 11 / 26]);
  });

  it("leave out a donor that the shortest would give a negative weight", () => {
    // Deviations -1, 1 and 10. Without bounds, w = p + q a with 3 p + 10 q = 1 and 10 p + 102 q = 0 makes
    // q = -10/206, p = 102/206 and the last weight 2/206: it stays.
    expectWeights([0], [[-1], [1], [10]], [112 / 206, 92 / 206, 2 / 206]);
    // At 11 instead of 10: 3 p + 11 q = 1, 11 p + 123 q = 0, q = -11/248, p = 123/248, last weight 2/248.
    expectWeights([0], [[-1], [1], [11]], [134 / 248, 112 / 248, 2 / 248]);
    // With -1, 1, 1 and 10: 4 p + 11 q = 1, 11 p + 103 q = 0, q = -11/291, p = 103/291 and the last weight
    // (103 - 110) / 291 is negative. Without it: w1 = 1/2 and 1/4 each for the two equal donors.
    expectWeights([0], [[-1], [1], [1], [10]], [1 / 2, 1 / 4, 1 / 4, 0]);
  });

  it("are equal for donors that are all the same", () => {
    expect(
      syntheticWeights(
        [1, 2, 3],
        [
          [2, 2, 2],
          [2, 2, 2],
          [2, 2, 2],
          [2, 2, 2],
        ],
      ),
    ).toMatchObject({
      weights: [0.25, 0.25, 0.25, 0.25],
      unique: false,
    });
  });

  it("are equal for donors that all equal the treated unit", () => {
    expect(
      syntheticWeights(
        [7, 7],
        [
          [7, 7],
          [7, 7],
        ],
      ),
    ).toEqual({
      weights: [0.5, 0.5],
      rmspe: 0,
      kktResidual: 0,
      unique: false,
    });
  });

  it("divide the weight of a donor over its duplicates and leave the others theirs", () => {
    // As without the duplicate: 0.75 and 0.25 at the foot of the perpendicular.
    expectWeights(
      [0, 0],
      [
        [-1, 2],
        [3, 2],
        [-1, 2],
      ],
      [0.375, 0.25, 0.375],
    );
  });

  it("stay the only ones when the donors without weight have duplicates", () => {
    expect(syntheticWeights([10], [[9], [7], [7]]).unique).toBe(true);
  });

  it("use a constant donor like any other", () => {
    // (1, 2, 3) = 0.5 x (0, 2, 4) + 0.5 x (2, 2, 2).
    expectWeights(
      [1, 2, 3],
      [
        [0, 2, 4],
        [2, 2, 2],
        [9, 9, 9],
      ],
      [0.5, 0.5, 0],
    );
  });

  it("find the mean of three donors in decimals, with a line of donors through it", () => {
    // (2.2, 3.3) is a donor and the middle of the two others, to rounding in binary only.
    expectWeights(
      [2.2, 3.3],
      [
        [1.1, 2.2],
        [2.2, 3.3],
        [3.3, 4.4],
      ],
      [1 / 3, 1 / 3, 1 / 3],
    );
  });

  it("are exact with a donor of another order of magnitude", () => {
    // The far donor gets w with 1.5 - 2e9 w = 1, so w = 2.5e-10; it moves the first period by 3e9 w = 0.75,
    // and 2.25 = 0.9375 x 2 + 0.0625 x 6. (All up to some 1e-9, the weight that the far donor takes away.)
    const donors = [
      [2, 1.5],
      [6, 1.5],
      [3e9, -2e9],
    ];
    const { weights, kktResidual } = syntheticWeights([3, 1], donors);
    expect(weights[0]).toBeCloseTo(0.9375, 8);
    expect(weights[1]).toBeCloseTo(0.0625, 8);
    expect(weights[2]).toBeCloseTo(2.5e-10, 17);
    expect(kktResidual).toBeLessThan(1e-14);
  });

  it("do not lose precision to a far donor without weight", () => {
    // The nearest point to 0 of the first two is the foot (0, 2), and the third is behind it.
    const donors = [
      [-1, 2],
      [3, 2],
      [1e9, 1e12],
    ];
    expectWeights([0, 0], donors, [0.75, 0.25, 0]);
  });

  it("are the same for outcomes near the ends of what numbers can hold", () => {
    for (const unit of [1e-300, 1e300]) {
      expectWeights([0.3 * unit], [[0.2 * unit], [0.6 * unit]], [0.75, 0.25]);
    }
  });
});

describe("outcomes that cannot be used", () => {
  const messageOf = (treated: number[], donors: number[][]) =>
    measureErrorOf(() => syntheticWeights(treated, donors));

  it("are refused without periods", () => {
    expect(messageOf([], [[]])).toEqual({
      kind: "invalid",
      message:
        "Geen voorperiode: de reeks van het doelgebied is leeg. Verwacht: minstens één periode vóór de interventie. Kijk of het juiste bereik is gekozen.",
    });
  });

  it("are refused without donors", () => {
    expect(messageOf([1, 2], [])).toEqual({
      kind: "invalid",
      message:
        "Geen donoren: er is geen enkel gebied om mee te vergelijken. Verwacht: minstens één donor. Kijk of het juiste bereik is gekozen.",
    });
  });

  it("are refused when a donor has another number of periods, and say which", () => {
    expect(messageOf([1, 2], [[1, 2], [1]])).toEqual({
      kind: "invalid",
      message:
        "Ongelijke lengte: donor 2 heeft 1 periode en het doelgebied 2 perioden. Verwacht: voor elke donor dezelfde perioden als voor het doelgebied. Maak de bereiken even lang.",
    });
  });

  it("are refused when a donor has no number, and say where", () => {
    expect(
      messageOf(
        [1, 2],
        [
          [1, 2],
          [1, NaN],
        ],
      ),
    ).toEqual({
      kind: "invalid",
      message:
        "Ongeldige uitkomst van donor 2 in periode 2: geen getal (NaN). Verwacht: een getal van hoogstens 1e300. Vul de waarde aan, of laat de donor of de periode weg.",
    });
  });

  it.each([NaN, Infinity, -Infinity, 1e301])("are refused when the treated unit has %d", (outcome) => {
    expect(messageOf([1, outcome], [[1, 2]]).message).toContain(
      "Ongeldige uitkomst van het doelgebied in periode 2",
    );
  });

  it("are refused when a list has a hole", () => {
    const donor = new Array<number>(3);
    donor[0] = 1;
    donor[2] = 3;
    expect(messageOf([1, 2, 3], [donor]).message).toContain("donor 1 in periode 2");
  });
});
