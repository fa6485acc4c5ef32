import fc from "fast-check";

import { closure, representation, representationTable } from "../../src/statistics/representation";
import { measureErrorOf } from "./measure-error-of";

describe("representation", () => {
  it("gives the example of the evaluation: 22,6 % against 15,3 % is +47,7 %", () => {
    expect(Math.round(representation(22.6, 15.3) * 1000) / 10).toBe(47.7);
    expect(Math.round(representation(0.226, 0.153) * 1000) / 10).toBe(47.7);
  });

  it("is 0 for a proportional share, -1 for a category not reached, 1 for twice its share", () => {
    expect(representation(0.3, 0.3)).toBe(0);
    expect(representation(0, 0.3)).toBe(-1);
    expect(representation(0.5, 0.25)).toBe(1);
  });

  it("does not change when both shares are given as percentages", () => {
    const fraction = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, (reached, population) => {
        expect(representation(100 * reached, 100 * population)).toBeCloseTo(
          representation(reached, population),
          9,
        );
      }),
    );
  });

  it("does not exist for a category that is not in the population", () => {
    expect(measureErrorOf(() => representation(0.1, 0))).toEqual({
      kind: "zero-denominator",
      message:
        "Het aandeel in de populatie is 0: een categorie die er niet is, kan niet goed of slecht bereikt " +
        "zijn. Verwacht: een aandeel boven 0. Laat de categorie weg of kijk de populatie na.",
    });
  });

  it("refuses a negative share, and says on which side", () => {
    expect(measureErrorOf(() => representation(-0.1, 0.5))).toEqual({
      kind: "invalid",
      message:
        "Ongeldig aandeel onder de bereikten: -0,1. Verwacht: een getal van 0 of meer. Verbeter het aandeel " +
        "in de bron.",
    });
    expect(measureErrorOf(() => representation(0.1, -0.5)).message).toContain(
      "aandeel in de populatie: -0,5",
    );
  });

  it.each([NaN, Infinity])("refuses %p", (value) => {
    expect(measureErrorOf(() => representation(value, 0.5)).kind).toBe("invalid");
    expect(measureErrorOf(() => representation(0.5, value)).kind).toBe("invalid");
  });
});

const persons = fc.array(
  fc.record({ category: fc.constantFrom("laag", "midden", "hoog", "onbekend"), reached: fc.boolean() }),
  { minLength: 1, maxLength: 80 },
);

describe("representationTable", () => {
  it("sets the shares among the reached against those in the population", () => {
    // vrouw: 3 of 5 in the population, 2 of 3 among the reached: (2/3) / (3/5) - 1 = 1/9.
    // man:   2 of 5 in the population, 1 of 3 among the reached: (1/3) / (2/5) - 1 = -1/6.
    const table = representationTable([
      { category: "vrouw", reached: true },
      { category: "man", reached: false },
      { category: "vrouw", reached: true },
      { category: "man", reached: true },
      { category: "vrouw", reached: false },
    ]);
    expect(table).toEqual([
      {
        category: "man",
        population: 2,
        reached: 1,
        sharePopulation: 0.4,
        shareReached: expect.closeTo(1 / 3, 12) as unknown,
        representation: expect.closeTo(-1 / 6, 12) as unknown,
      },
      {
        category: "vrouw",
        population: 3,
        reached: 2,
        sharePopulation: 0.6,
        shareReached: expect.closeTo(2 / 3, 12) as unknown,
        representation: expect.closeTo(1 / 9, 12) as unknown,
      },
    ]);
  });

  it("gives -1 for a category of which nobody was reached", () => {
    const table = representationTable([
      { category: "a", reached: true },
      { category: "b", reached: false },
    ]);
    expect(table.map((row) => row.representation)).toEqual([1, -1]);
  });

  it("has no shares among the reached when nobody was reached", () => {
    expect(representationTable([{ category: "a", reached: false }])).toEqual([
      {
        category: "a",
        population: 1,
        reached: 0,
        sharePopulation: 1,
        shareReached: null,
        representation: null,
      },
    ]);
  });

  it("has a representation of 0 everywhere when everybody was reached", () => {
    fc.assert(
      fc.property(persons, (rows) => {
        const table = representationTable(rows.map((row) => ({ ...row, reached: true })));
        expect(table.map((row) => row.representation)).toEqual(table.map(() => 0));
      }),
    );
  });

  it("has shares that add up to 1 on both sides", () => {
    fc.assert(
      fc.property(persons, (rows) => {
        fc.pre(rows.some((row) => row.reached));
        const table = representationTable(rows);
        expect(table.reduce((total, row) => total + row.sharePopulation, 0)).toBeCloseTo(1, 12);
        expect(table.reduce((total, row) => total + row.shareReached!, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("counts everybody once", () => {
    fc.assert(
      fc.property(persons, (rows) => {
        const table = representationTable(rows);
        expect(table.reduce((total, row) => total + row.population, 0)).toBe(rows.length);
        expect(table.reduce((total, row) => total + row.reached, 0)).toBe(
          rows.filter((r) => r.reached).length,
        );
      }),
    );
  });

  it("does not depend on the order of the rows, to the last bit", () => {
    const shuffled = persons.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(representationTable(other)).toEqual(representationTable(rows));
      }),
    );
  });

  it("does not exist without persons", () => {
    expect(measureErrorOf(() => representationTable([]))).toEqual({
      kind: "no-data",
      message:
        "Geen personen: de populatie is leeg. Verwacht: minstens één persoon met een categorie. Kijk of de " +
        "juiste bereiken zijn gekozen.",
    });
  });
});

describe("closure", () => {
  it("is 1 for a representation table", () => {
    fc.assert(
      fc.property(persons, (rows) => {
        fc.pre(rows.some((row) => row.reached));
        const table = representationTable(rows);
        const shares = table.map((row) => row.sharePopulation);
        expect(
          closure(
            shares,
            table.map((row) => row.representation!),
          ),
        ).toBeCloseTo(1, 12);
      }),
    );
  });

  it("is 100 when the shares are percentages", () => {
    // 40 x 1.5 + 60 x (2/3) = 60 + 40
    expect(closure([40, 60], [0.5, -1 / 3])).toBeCloseTo(100, 10);
  });

  it("is not 1 when unknowns were counted on one side only", () => {
    // Population: 4 a, 4 b, 2 unknown. Reached: 3 a, 1 b. Shares in the population without the unknowns
    // are 4/8 and 4/8, with them 4/10 and 4/10; among the reached 3/4 and 1/4.
    const withUnknowns = [0.4, 0.4];
    const withoutUnknowns = [0.75 / 0.5 - 1, 0.25 / 0.5 - 1];
    // 0.4 x 1.5 + 0.4 x 0.5
    expect(closure(withUnknowns, withoutUnknowns)).toBeCloseTo(0.8, 12);
  });

  it("refuses lists of different length", () => {
    expect(measureErrorOf(() => closure([0.4, 0.6], [0.5]))).toEqual({
      kind: "invalid",
      message:
        "Ongelijke lijsten: 2 aandelen en 1 representaties. Verwacht: van elke categorie allebei. Kies " +
        "bereiken van gelijke grootte.",
    });
  });

  it("refuses a representation below -1, such as a percentage that was not divided by 100", () => {
    expect(measureErrorOf(() => closure([0.4], [-16.7]))).toEqual({
      kind: "invalid",
      message:
        "Ongeldige representatie: -16,7. Verwacht: een getal vanaf -1 (dat is -100 %: niemand bereikt). Typ " +
        "een percentage met een procentteken of deel het door 100.",
    });
    expect(measureErrorOf(() => closure([-0.4], [0])).kind).toBe("invalid");
    expect(measureErrorOf(() => closure([0.4], [NaN])).kind).toBe("invalid");
  });

  it("does not exist without categories", () => {
    expect(measureErrorOf(() => closure([], [])).kind).toBe("no-data");
  });
});
