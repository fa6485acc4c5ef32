import fc from "fast-check";
import {
  development,
  judgement,
  relativeDevelopment,
  type Direction,
} from "../../src/statistics/development";

const figure = fc.double({ min: -100, max: 100, noNaN: true });
const directions: Direction[] = ["omhoog", "omlaag", "geen"];

describe("development", () => {
  it("is unchanged below the tolerance, and a change from the tolerance on", () => {
    expect(development(10, 10.4999, 0.5)).toBe("=");
    expect(development(10, 10.5, 0.5)).toBe("+");
    expect(development(10, 9.5, 0.5)).toBe("-");
  });

  it("is unchanged between equal figures, also without tolerance", () => {
    expect(development(0.3, 0.3, 0)).toBe("=");
  });

  it("turns round when the two moments change places", () => {
    const turned = { "+": "-", "-": "+", "=": "=" };
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(development(b, a, 0.05)).toBe(turned[development(a, b, 0.05)]);
      }),
    );
  });
});

describe("judgement", () => {
  it.each([
    ["+", "omhoog", "gunstig"],
    ["-", "omhoog", "ongunstig"],
    ["+", "omlaag", "ongunstig"],
    ["-", "omlaag", "gunstig"],
    ["=", "omlaag", "onveranderd"],
    ["+", "geen", "n.v.t."],
  ] as const)("of %s where %s is favourable is %s", (change, direction, expected) => {
    expect(judgement(change, direction)).toBe(expected);
  });
});

describe("relativeDevelopment", () => {
  it.each([
    // the gap in employment goes from -7 to -6 points
    [-7, -6, "omhoog", "Gedaald ten gunste van RZ"],
    [-6, -7, "omhoog", "Gestegen ten gunste van RO"],
    // the gap in benefits goes from 8 to 6,3 points
    [8, 6.3, "omlaag", "Gedaald ten gunste van RZ"],
    // an advantage of Zuid becomes a smaller disadvantage
    [1, -0.5, "omhoog", "Gedaald ten gunste van RO"],
    [0, -4, "omlaag", "Gestegen ten gunste van RZ"],
    [2, -2, "omlaag", "Omgekeerd ten gunste van RZ"],
    [2, 2.04, "omlaag", "Gelijk gebleven"],
    [2, 3, "geen", "Gestegen"],
  ] as const)("of a gap from %p to %p, %s being favourable, is: %s", (base, now, direction, expected) => {
    expect(relativeDevelopment(base, now, direction, 0.05)).toBe(expected);
  });

  it("is in the other one's favour when Zuid and Overig change places", () => {
    fc.assert(
      fc.property(figure, figure, fc.constantFrom(...directions), (base, now, direction) => {
        const swapped = relativeDevelopment(-base, -now, direction, 0.05);
        const turned = swapped.replace(/RZ|RO/, (who) => (who === "RZ" ? "RO" : "RZ"));
        expect(relativeDevelopment(base, now, direction, 0.05)).toBe(turned);
      }),
    );
  });
});
