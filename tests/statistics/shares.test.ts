import fc from "fast-check";

import { difference, index, meanOf, perPerson, ratio, share } from "../../src/statistics/shares";
import { measureErrorOf } from "./measure-error-of";

describe("share", () => {
  it("is the part divided by the whole", () => {
    expect(share(1, 4)).toBe(0.25);
    expect(share(0, 4)).toBe(0);
    expect(share(4, 4)).toBe(1);
  });

  it("adds up to 1 over the parts of a whole", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 30 }), (parts) => {
        const whole = parts.reduce((a, b) => a + b, 0);
        fc.pre(whole > 0);
        expect(parts.reduce((total, part) => total + share(part, whole), 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("does not exist of nothing", () => {
    expect(measureErrorOf(() => share(0, 0))).toEqual({
      kind: "zero-denominator",
      message: "Het geheel is 0: een aandeel van niets bestaat niet. Verwacht: een geheel boven 0.",
    });
  });

  it("refuses a part that exceeds the whole", () => {
    expect(measureErrorOf(() => share(12.5, 10))).toEqual({
      kind: "invalid",
      message:
        "Het deel (12,5) is groter dan het geheel (10). Verwacht: een deel dat in het geheel is meegeteld. " +
        "Kijk of deel en geheel verwisseld zijn en over dezelfde periode en hetzelfde gebied gaan.",
    });
  });

  it("refuses a negative amount, and says which", () => {
    expect(measureErrorOf(() => share(-1, 10))).toEqual({
      kind: "invalid",
      message: "Negatief deel: -1. Verwacht: 0 of meer. Verbeter het getal in de bron.",
    });
    expect(measureErrorOf(() => share(1, -10)).message).toContain("Negatief geheel: -10.");
  });

  it("refuses what is no number, and says which", () => {
    expect(measureErrorOf(() => share(NaN, 10))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig getal voor deel: geen getal (NaN). Verwacht: een gewoon getal. Kijk de bron van dit getal na.",
    });
    expect(measureErrorOf(() => share(1, Infinity)).message).toContain("voor geheel: oneindig.");
  });
});

describe("ratio", () => {
  it("may exceed 1", () => {
    // 1200 heronderzoeken realised, 1000 planned
    expect(ratio(1200, 1000)).toBe(1.2);
    // a caseload of 300 werkzoekenden on 2.4 fte: 300 / 2.4
    expect(ratio(300, 2.4)).toBe(125);
  });

  it("does not exist with a denominator of 0", () => {
    expect(measureErrorOf(() => ratio(5, 0))).toEqual({
      kind: "zero-denominator",
      message: "De noemer is 0: delen door 0 geeft geen uitkomst. Verwacht: een noemer boven 0.",
    });
  });

  it("refuses negative and infinite amounts", () => {
    expect(measureErrorOf(() => ratio(-5, 1)).kind).toBe("invalid");
    expect(measureErrorOf(() => ratio(5, Infinity)).kind).toBe("invalid");
  });
});

describe("perPerson", () => {
  it("is the count divided by the persons, and may exceed 1", () => {
    // 36 instruments for 25 persons
    expect(perPerson(36, 25)).toBe(1.44);
  });

  it("does not exist without persons", () => {
    expect(measureErrorOf(() => perPerson(3, 0))).toEqual({
      kind: "zero-denominator",
      message:
        "Het aantal personen is 0: een aantal per persoon bestaat dan niet. Verwacht: minstens één persoon.",
    });
  });

  it("refuses negative amounts", () => {
    expect(measureErrorOf(() => perPerson(-3, 2)).message).toContain("Negatief aantal: -3.");
    expect(measureErrorOf(() => perPerson(3, -2)).message).toContain("Negatief aantal personen: -2.");
  });
});

describe("index", () => {
  it("sets the value at the base to 100", () => {
    // 190 / 200 x 100 and 230 / 200 x 100
    expect(index([200, 190, 230], 0)).toEqual([100, 95, expect.closeTo(115, 12)]);
    // 200 / 250 x 100
    expect(index([200, 250], 1)).toEqual([80, 100]);
  });

  it("is exactly 100 at the base, whatever the series", () => {
    const series = fc.array(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(series, fc.nat(), (values, n) => {
        const base = n % values.length;
        expect(index(values, base)[base]).toBe(100);
      }),
    );
  });

  it("does not change with the unit of the series", () => {
    const series = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(series, (values) => {
        const inThousands = values.map((value) => value / 1000);
        expect(index(inThousands, 0)).toEqual(index(values, 0).map((i) => expect.closeTo(i, 5) as unknown));
      }),
    );
  });

  it("does not exist on a base of 0", () => {
    expect(measureErrorOf(() => index([0, 5], 0))).toEqual({
      kind: "zero-denominator",
      message:
        "De waarde van de basisperiode is 0: daar is geen index op te zetten. Verwacht: een waarde boven 0. " +
        "Kies een andere basisperiode.",
    });
  });

  it("refuses a base that is not in the series, counting its places from 1", () => {
    expect(measureErrorOf(() => index([4, 5], 2))).toEqual({
      kind: "invalid",
      message:
        "Ongeldige basis: plaats 3. Verwacht: een plaats van 1 tot en met 2, het aantal waarden in de reeks. " +
        "Kies een periode die in de reeks voorkomt.",
    });
    expect(measureErrorOf(() => index([4, 5], -1)).kind).toBe("invalid");
    expect(measureErrorOf(() => index([4, 5], 0.5)).kind).toBe("invalid");
  });

  it("refuses a negative base, and a value that is no number", () => {
    expect(measureErrorOf(() => index([-4, 5], 0)).message).toContain("is negatief (-4)");
    expect(measureErrorOf(() => index([4, NaN], 0)).message).toContain("waarde 2 van de reeks");
  });

  it("does not exist of an empty series", () => {
    expect(measureErrorOf(() => index([], 0)).kind).toBe("no-data");
  });
});

describe("difference", () => {
  it("is Zuid minus Overig", () => {
    // uitstroom naar werk, December 2020 to December 2021: 7,5 % and 7,4 %
    expect(difference(7.5, 7.4)).toBeCloseTo(0.1, 12);
    expect(difference(7.4, 7.5)).toBeCloseTo(-0.1, 12);
  });

  it("refuses what is no number, and says which", () => {
    expect(measureErrorOf(() => difference(NaN, 1)).message).toContain("waarde van Zuid");
    expect(measureErrorOf(() => difference(1, NaN)).message).toContain("waarde van Overig");
  });
});

describe("meanOf", () => {
  it("is the sum divided by the number of values", () => {
    // (7 + 8 + 10) / 3
    expect(meanOf([7, 8, 10])).toBeCloseTo(25 / 3, 12);
    expect(meanOf([-4, 4])).toBe(0);
  });

  it("keeps small values that large ones would swallow", () => {
    // 1e16 + 1 is not a number that can be held; the exact sum is 4.
    expect(meanOf([1e16, 1, 1, 1, 1, -1e16])).toBeCloseTo(4 / 6, 12);
  });

  it("does not depend on the order of the values, to the last bit", () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });
    const shuffled = values.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(meanOf(other) === meanOf(given)).toBe(true);
      }),
    );
  });

  it("does not depend on their order even where their sizes lie so far apart that digits are lost", () => {
    // Added in the second order the 1 survives, in the first it is swallowed.
    expect(meanOf([1e200, 1e100, 1, -1e200, -1e100])).toBe(meanOf([1e100, -1e100, 1, 1e200, -1e200]));
  });

  it("leaves the list itself as it was", () => {
    const values = [3, 1, 2];
    meanOf(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it("does not exist of nothing", () => {
    expect(measureErrorOf(() => meanOf([]))).toEqual({
      kind: "no-data",
      message: "Geen waarden: er is niets om het gemiddelde van te nemen. Verwacht: minstens één getal.",
    });
  });

  it("refuses what is no number, and says which", () => {
    expect(measureErrorOf(() => meanOf([1, NaN])).message).toContain("waarde 2");
  });
});
