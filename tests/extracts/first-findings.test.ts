import fc from "fast-check";
import { FirstFindings, MOST_FAULTS } from "../../src/extracts/first-findings";
import { extractOf } from "./read-text";

const finding = (line: number, value: string) => ({ line, column: "jaar", value, expected: "een jaar" });

describe("the first findings", () => {
  it("are those of the first lines, in whatever order they come, and all are counted", () => {
    const lines = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 7000, size: "max" });
    fc.assert(
      fc.property(lines, (numbers) => {
        const told = new FirstFindings();
        const all = numbers.map((line, index) => finding(line, String(index)));
        all.forEach((one) => told.add(one));
        expect(told.count).toBe(numbers.length);
        const expected = [...all].sort((a, b) => a.line - b.line || Number(a.value) - Number(b.value));
        expect(told.first()).toEqual(expected.slice(0, MOST_FAULTS));
      }),
      { seed: 14, numRuns: 30 },
    );
  });
});

describe("the faults of a file with very many", () => {
  it("come by line, also where some are of a cell and some between rows", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? "2021;Zuid;1;1" : `20x;Zuid;${i};1`));
    const {
      faults,
      faultCount,
      rows: good,
    } = extractOf(["jaar;gebied;werkzoekenden;fte", ...rows].join("\n"));
    // All rows but the first of the even ones are there twice, and all odd ones have no year.
    expect([faultCount, good.length, faults.length]).toEqual([2999, 1, 1000]);
    expect(faults.map(({ line }) => line)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 3));
    expect(faults[1].message).toMatch(/nog een rij voor 2021, Zuid, dat al op regel 2 staat/);
  });
});
