import fc from "fast-check";

import {
  countScores,
  isScore,
  kindOfScore,
  netPromoterScore,
  npsDifference,
  npsMargin,
  npsOfCounts,
  npsStandardError,
  type ScoreCounts,
} from "../../src/statistics/nps";
import { measureErrorOf } from "./measure-error-of";

const cijfer = fc.integer({ min: 0, max: 10 });
const cijfers = fc.array(cijfer, { minLength: 1, maxLength: 200 });

function counts(promotors: number, passieven: number, criticasters: number): ScoreCounts {
  return { promotors, passieven, criticasters, respondents: promotors + passieven + criticasters };
}

describe("countScores", () => {
  it("counts 0-6 as criticaster, 7-8 as passief and 9-10 as promotor", () => {
    expect(countScores([0, 1, 2, 3, 4, 5, 6])).toEqual(counts(0, 0, 7));
    expect(countScores([7, 8])).toEqual(counts(0, 2, 0));
    expect(countScores([9, 10])).toEqual(counts(2, 0, 0));
  });

  it("gives zeros when there are no cijfers", () => {
    expect(countScores([])).toEqual(counts(0, 0, 0));
  });

  it("counts every respondent once", () => {
    fc.assert(
      fc.property(cijfers, (scores) => {
        const { promotors, passieven, criticasters, respondents } = countScores(scores);
        expect(promotors + passieven + criticasters).toBe(scores.length);
        expect(respondents).toBe(scores.length);
      }),
    );
  });

  it("refuses a cijfer above 10, and says which", () => {
    expect(measureErrorOf(() => countScores([7, 11, 8]))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig cijfer: 11 (nummer 2 van 3). Verwacht: een heel getal van 0 tot en met 10. " +
        "Verbeter het cijfer of laat het leeg.",
    });
  });

  it("writes a refused half cijfer with a comma", () => {
    expect(measureErrorOf(() => countScores([7.5])).message).toContain(
      "Ongeldig cijfer: 7,5 (nummer 1 van 1)",
    );
  });

  it.each([-1, 10.000001, NaN, Infinity])("refuses %p", (score) => {
    expect(measureErrorOf(() => countScores([score])).kind).toBe("invalid");
    expect(isScore(score)).toBe(false);
  });
});

describe("kindOfScore", () => {
  it("changes at 7 and at 9", () => {
    expect([6, 7, 8, 9].map(kindOfScore)).toEqual(["criticasters", "passieven", "passieven", "promotors"]);
  });
});

describe("netPromoterScore", () => {
  it("is the share of promotors minus that of criticasters, in points", () => {
    // 10, 9, 9, 10 promotor (4); 3, 0, 6 criticaster (3); 10 respondents: 100 x (4 - 3) / 10 = 10.
    expect(netPromoterScore([10, 9, 9, 8, 7, 7, 3, 0, 6, 10])).toBe(10);
  });

  it("is 100 with promotors only, -100 with criticasters only and 0 with passieven only", () => {
    expect(netPromoterScore([9, 10])).toBe(100);
    expect(netPromoterScore([0, 6])).toBe(-100);
    expect(netPromoterScore([7, 8])).toBe(0);
  });

  it("is not rounded", () => {
    // 100 x (1 - 0) / 3
    expect(netPromoterScore([9, 8, 8])).toBeCloseTo(33.333333333333336, 12);
  });

  it("is the mean of a score -100, 0 or 100 per respondent", () => {
    fc.assert(
      fc.property(cijfers, (scores) => {
        const points = scores.map((score) => (score > 8 ? 100 : score < 7 ? -100 : 0) as number);
        const mean = points.reduce((a, b) => a + b) / points.length;
        expect(netPromoterScore(scores)).toBeCloseTo(mean, 10);
      }),
    );
  });

  it("does not depend on the order of the cijfers", () => {
    fc.assert(
      fc.property(cijfers, (scores) => {
        expect(netPromoterScore([...scores].reverse())).toBe(netPromoterScore(scores));
        expect(netPromoterScore([...scores].sort())).toBe(netPromoterScore(scores));
      }),
    );
  });

  it("turns its sign when promotors and criticasters change places", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (p, q, c) => {
        fc.pre(p + q + c > 0);
        expect(npsOfCounts(counts(p, q, c)) + npsOfCounts(counts(c, q, p))).toBe(0);
      }),
    );
  });

  it("does not exist without respondents", () => {
    expect(measureErrorOf(() => netPromoterScore([]))).toEqual({
      kind: "no-data",
      message:
        "Geen respondenten: er is geen enkel cijfer om een NPS uit te berekenen. Verwacht: minstens één " +
        "cijfer van 0 tot en met 10. Kijk of het juiste bereik is gekozen.",
    });
  });
});

describe("npsOfCounts", () => {
  it("gives 10 points for 30 promotors, 50 passieven and 20 criticasters", () => {
    expect(npsOfCounts(counts(30, 50, 20))).toBe(10);
  });

  it("refuses counts that do not add up to the respondents", () => {
    const wrong = { promotors: 3, passieven: 5, criticasters: 1, respondents: 10 };
    expect(measureErrorOf(() => npsOfCounts(wrong))).toEqual({
      kind: "invalid",
      message:
        "Ongeldige telling: 3 promotors, 5 passieven en 1 criticasters op 10 respondenten. Verwacht: hele " +
        "getallen vanaf 0 die samen het aantal respondenten zijn. Tel opnieuw.",
    });
  });

  it.each([counts(-1, 2, 0), counts(0.5, 0.5, 0), counts(NaN, 1, 1), counts(Infinity, 0, 0)])(
    "refuses %p",
    (wrong) => {
      expect(measureErrorOf(() => npsOfCounts(wrong)).kind).toBe("invalid");
    },
  );
});

describe("npsStandardError", () => {
  it("is that of the mean of the scores -100, 0 and 100", () => {
    // R 4.2.2: x <- c(10, 9, 9, 8, 7, 7, 3, 0, 6, 10); s <- 100 * ((x >= 9) - (x <= 6))
    //          sqrt(mean((s - mean(s))^2) / length(s))
    expect(npsStandardError(countScores([10, 9, 9, 8, 7, 7, 3, 0, 6, 10]))).toBeCloseTo(
      26.267851073127396,
      11,
    );
  });

  it("is 7 points for 30, 50 and 20 of 100", () => {
    // 100 x sqrt((0.3 + 0.2 - 0.1^2) / 100) = 100 x sqrt(0.0049) = 7
    expect(npsStandardError(counts(30, 50, 20))).toBeCloseTo(7, 12);
  });

  it("is exactly 0 when all respondents are of one kind", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (n) => {
        expect(npsStandardError(counts(n, 0, 0))).toBe(0);
        expect(npsStandardError(counts(0, n, 0))).toBe(0);
        expect(npsStandardError(counts(0, 0, n))).toBe(0);
      }),
    );
  });

  it("is above 0 when they are not, however many there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (n) => {
        expect(npsStandardError(counts(n, 1, 0))).toBeGreaterThan(0);
        expect(npsStandardError(counts(1, n, 0))).toBeGreaterThan(0);
        expect(npsStandardError(counts(0, 1, n))).toBeGreaterThan(0);
      }),
    );
  });

  it("does not exist without respondents", () => {
    expect(measureErrorOf(() => npsStandardError(counts(0, 0, 0))).kind).toBe("no-data");
  });
});

describe("npsMargin", () => {
  it("is 1.96 standard errors by default", () => {
    // R 4.2.2: qnorm(0.975) * 100 * sqrt((0.3 + 0.2 - (0.3 - 0.2)^2) / 100)
    expect(npsMargin(counts(30, 50, 20))).toBeCloseTo(13.719747891780374, 11);
  });

  it("takes another confidence", () => {
    // R 4.2.2: as above with qnorm(0.95) and qnorm(0.995)
    expect(npsMargin(counts(30, 50, 20), 0.9)).toBeCloseTo(11.513975388660299, 11);
    expect(npsMargin(counts(30, 50, 20), 0.99)).toBeCloseTo(18.030805124842296, 11);
  });

  it("falls as the respondents become more, by the root of their number", () => {
    const answered = fc.tuple(fc.nat(200), fc.nat(200), fc.nat(200)).filter(([p, q, c]) => {
      return [p, q, c].filter((count) => count > 0).length > 1;
    });
    fc.assert(
      fc.property(answered, fc.integer({ min: 2, max: 50 }), ([p, q, c], times) => {
        const few = npsMargin(counts(p, q, c));
        const many = npsMargin(counts(times * p, times * q, times * c));
        expect(many).toBeLessThan(few);
        expect(many * Math.sqrt(times)).toBeCloseTo(few, 8);
      }),
    );
  });

  it("rises with the confidence", () => {
    const fraction = fc.double({ min: 0.001, max: 0.998, noNaN: true });
    fc.assert(
      fc.property(fraction, (confidence) => {
        const answers = counts(3, 5, 2);
        expect(npsMargin(answers, confidence + 0.001)).toBeGreaterThan(npsMargin(answers, confidence));
      }),
    );
  });

  it("stays finite for a confidence as near to 1 as can be", () => {
    expect(npsMargin(counts(30, 50, 20), 1 - 2 ** -53)).toBeLessThan(70);
  });

  it("refuses 95 where 0,95 is meant", () => {
    expect(measureErrorOf(() => npsMargin(counts(30, 50, 20), 95))).toEqual({
      kind: "invalid",
      message:
        "Ongeldige betrouwbaarheid: 95. Verwacht: een getal tussen 0 en 1, zoals 0,95. " +
        "Typ 0,95 of 95% in plaats van 95.",
    });
  });

  it.each([0, 1, -0.5, NaN])("refuses a confidence of %p", (confidence) => {
    expect(measureErrorOf(() => npsMargin(counts(30, 50, 20), confidence)).kind).toBe("invalid");
  });
});

describe("npsDifference", () => {
  const zuid = counts(120, 150, 230);
  const noord = counts(180, 200, 220);

  it("gives the difference, its margin and the two-sided test", () => {
    // R 4.2.2: a <- rep(c(100, 0, -100), c(120, 150, 230)); b <- rep(c(100, 0, -100), c(180, 200, 220))
    //          v <- function(s) mean((s - mean(s))^2) / length(s)
    //          d <- mean(a) - mean(b); e <- sqrt(v(a) + v(b))
    //          sprintf("%.17g", c(d, qnorm(0.975) * e, d / e, 2 * pnorm(-abs(d / e))))
    const found = npsDifference(zuid, noord);
    expect(found.difference).toBeCloseTo(-15.333333333333332, 11);
    expect(found.margin).toBeCloseTo(9.6156234655657897, 11);
    expect(found.z).toBeCloseTo(-3.1254115974800696, 11);
    expect(found.p).toBeCloseTo(0.0017755642900442099, 14);
  });

  it("takes another confidence, which leaves the test as it is", () => {
    // R 4.2.2: as above with qnorm(0.95)
    expect(npsDifference(zuid, noord, 0.9).margin).toBeCloseTo(8.0696855949866819, 11);
    expect(npsDifference(zuid, noord, 0.9).p).toBe(npsDifference(zuid, noord).p);
  });

  it("has p = 1 between a group and itself", () => {
    expect(npsDifference(zuid, zuid)).toMatchObject({ difference: 0, z: 0, p: 1 });
  });

  it("has p = 1 between two groups without spread that are equal", () => {
    expect(npsDifference(counts(3, 0, 0), counts(9, 0, 0))).toEqual({ difference: 0, margin: 0, z: 0, p: 1 });
  });

  it("has p = 0 between two groups without spread that differ", () => {
    expect(npsDifference(counts(0, 0, 3), counts(9, 0, 0))).toEqual({
      difference: -200,
      margin: 0,
      z: -Infinity,
      p: 0,
    });
  });

  it("needs spread in one of the groups only", () => {
    // NPS 100 against 0; standard errors 0 and 100 x sqrt((0.5 + 0.5 - 0) / 100) = 10: z = 10.
    const found = npsDifference(counts(40, 0, 0), counts(50, 0, 50));
    expect(found.z).toBeCloseTo(10, 12);
    // R 4.2.2: 2 * pnorm(-10)
    expect(found.p / 1.5239706048321054e-23).toBeCloseTo(1, 11);
  });

  it("turns its sign when the groups change places, and nothing else", () => {
    const answered = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).filter(([p, q, c]) => p + q + c > 0);
    fc.assert(
      fc.property(answered, answered, (first, second) => {
        const [a, b] = [counts(...first), counts(...second)];
        const there = npsDifference(a, b);
        const back = npsDifference(b, a);
        expect(there.difference + back.difference).toBe(0);
        expect([there.margin, there.p]).toEqual([back.margin, back.p]);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has p below 0.05 exactly when the interval of 95 % leaves 0 out", () => {
    const answered = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).filter(([p, q, c]) => p + q + c > 0);
    fc.assert(
      fc.property(answered, answered, (first, second) => {
        const { difference, margin, p } = npsDifference(counts(...first), counts(...second));
        fc.pre(Math.abs(Math.abs(difference) - margin) > 1e-9);
        expect(p < 0.05).toBe(Math.abs(difference) > margin);
      }),
    );
  });

  it("does not exist when either group has no respondents", () => {
    expect(measureErrorOf(() => npsDifference(zuid, counts(0, 0, 0))).kind).toBe("no-data");
    expect(measureErrorOf(() => npsDifference(counts(0, 0, 0), noord)).kind).toBe("no-data");
  });
});
