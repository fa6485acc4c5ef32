import fc from "fast-check";

import { compareNames } from "../../src/statistics/compare-names";
import { numberInDutch } from "../../src/statistics/number-in-dutch";

describe("compareNames", () => {
  it("puts accents and capitals with their letter", () => {
    expect(["Zuid", "élan", "Elan", "elf", "Delfshaven"].sort(compareNames)).toEqual([
      "Delfshaven",
      "Elan",
      "élan",
      "elf",
      "Zuid",
    ]);
  });

  it("gives one order only, whatever the order of the names before", () => {
    const names = fc.uniqueArray(fc.string({ unit: "binary", maxLength: 5 }), { minLength: 2 });
    fc.assert(
      fc.property(names, (given) => {
        expect([...given].reverse().sort(compareNames)).toEqual([...given].sort(compareNames));
      }),
    );
  });

  it("holds no two different names to be alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(compareNames(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe("numberInDutch", () => {
  it("writes a decimal comma, without rounding", () => {
    expect([1234567, -0.5, 7.25, 1e-7, 1.5e-7].map(numberInDutch)).toEqual([
      "1234567",
      "-0,5",
      "7,25",
      "1e-7",
      "1,5e-7",
    ]);
  });

  it("says in words what is not a finite number", () => {
    expect([Infinity, -Infinity, NaN].map(numberInDutch)).toEqual([
      "oneindig",
      "min oneindig",
      "geen getal (NaN)",
    ]);
  });
});
