import fc from "fast-check";
import { numberInCell } from "../../src/dutch/number-in-cell";

describe("numberInCell", () => {
  it.each([
    ["7,5", 7.5],
    ["7.5", 7.5],
    ["1.234", 1234],
    ["1.234,5", 1234.5],
    ["1 234,50", 1234.5],
    ["1\u00a0234", 1234],
    ["€ 1.000", 1000],
    ["-€ 1.000,25", -1000.25],
    ["-0,07", -0.07],
    ["−3", -3],
    ["7,48%", 0.0748],
    ["27 %", 0.27],
    ["1E3", 1000],
  ])("reads %s", (text, number) => expect(numberInCell(text)).toBe(number));

  it.each(["zeven", "7,5,1", "1.23,4", "12.34.56", "", ",", "7,", "0x10", "Infinity", "1e400", "-1E999 %"])(
    "does not make a number of %p",
    (text) => expect(numberInCell(text)).toBeNull(),
  );

  it("reads back every number that Dutch notation writes", () => {
    const dutch = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 6 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (millionths) => {
        const number = millionths / 1e6;
        expect(numberInCell(dutch.format(number)) ?? NaN).toBeCloseTo(number, 9);
      }),
    );
  });
});
