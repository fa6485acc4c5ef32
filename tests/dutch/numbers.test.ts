import fc from "fast-check";
import { notationOf, readNumber, unknownNotation } from "../../src/dutch/numbers";

/** The number in a text of a column that tells nothing; the reason when there is none. */
function read(text: string) {
  const reading = readNumber(text, unknownNotation);
  return reading.ok ? reading.value : reading.reason;
}

describe("a number", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1234.5", 1234.5],
    ["1234,5", 1234.5],
    ["7,5", 7.5],
    ["7,48%", 7.48],
    ["7,48 %", 7.48],
    ["-7,5", -7.5],
    ["−7,5", -7.5],
    ["+3", 3],
    ["0,223", 0.223],
    ["0.223", 0.223],
    [".5", 0.5],
    ["1\u00a0234\u00a0567", 1234567],
    ["1 234,5", 1234.5],
    ["1\u202f234", 1234],
    ["€ 1.000,00", 1000],
    ["€ 1.250,-", 1250],
    ["-€ 12,50", -12.5],
    ["EUR 12,50", 12.5],
    ["1.234.567", 1234567],
    ["1,234,567", 1234567],
    ["1.234.567,8", 1234567.8],
    ["1234,567", 1234.567],
    ["1,2345", 1.2345],
    ["1,5E-3", 0.0015],
    ["007", 7],
    ["-0", 0],
  ])("%s is read", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    "abc",
    "1.2.3",
    "1,2,3",
    "1.23.456",
    "12.34,5",
    "1 23",
    "1 234 5",
    "5.",
    "--5",
    "1..5",
    "12a",
    "=1+1",
    "€",
  ])("%s is none", (text) => {
    expect(read(text)).toBe("no-number");
  });

  it("keeps the number of decimals that is written", () => {
    expect(readNumber("7.50", unknownNotation)).toMatchObject({ value: 7.5, decimals: 2 });
    expect(readNumber("1.234", notationOf(["7,5"]))).toMatchObject({ value: 1234, decimals: 0 });
  });
});

describe("1.234, which can be read in two ways", () => {
  it("is thousands in a column with decimal commas", () => {
    const column = ["1.234", "7,5", "."];
    expect(readNumber("1.234", notationOf(column))).toMatchObject({ value: 1234 });
  });

  it("is a fraction in a column with decimal points", () => {
    const column = ["1.234", "7.5", "-"];
    expect(readNumber("1.234", notationOf(column))).toMatchObject({ value: 1.234 });
  });

  it("is thousands in a column of whole numbers, in which it can be no fraction", () => {
    expect(readNumber("1.234", notationOf(["1.234"], true))).toMatchObject({ value: 1234 });
    expect(readNumber("1,234", notationOf(["1,234"], true))).toMatchObject({ value: 1234 });
    expect(readNumber("13.000", notationOf(["13.000", "1.234"], true))).toMatchObject({ value: 13000 });
  });

  it("is ambiguous in any other column that does not tell, or that contradicts itself", () => {
    expect(read("1.234")).toBe("ambiguous");
    expect(read("1,234")).toBe("ambiguous");
    const column = ["1.234", "7.5", "7,5"];
    expect(notationOf(column, true).decimal).toBe("both");
    expect(readNumber("1.234", notationOf(column, true))).toEqual({ ok: false, reason: "ambiguous" });
  });

  // 13.000 is thirteen with three decimals or thirteen thousand: whole either way.
  it("is ambiguous among whole numbers when only zeros follow the point", () => {
    const column = ["13.000", "14.000", "500"];
    expect(readNumber("13.000", notationOf(column, true))).toEqual({ ok: false, reason: "ambiguous" });
  });

  // A program that leaves out final zeros writes 12.5 and 13; one that does not writes 12.50 and 13.00. Neither
  // writes 13.000, so that it can be thirteen thousand.
  it.each([
    ["12.5", "13.000"],
    ["12.50", "13.000"],
    ["12.50", "13.125"],
    ["12,5", "13,000"],
    ["12,5", "13,250"],
  ])("is ambiguous beside %s when it is %s", (beside, text) => {
    expect(readNumber(text, notationOf([beside, text]))).toEqual({ ok: false, reason: "ambiguous" });
  });

  it.each([
    [["9.8", "12.345"], 12.345],
    [["9,8", "12,345"], 12.345],
    [["7.0", "12.345"], 12.345],
    [["0.125", "2.500"], 2.5],
    [["0,125", "2,500"], 2.5],
    [["7,5", "2.500"], 2500],
    [["7,50", "13.000"], 13000],
  ])("in %j is %d", (column, value) => {
    expect(readNumber(column[1], notationOf(column))).toMatchObject({ value });
  });
});

describe("the notation of a column", () => {
  it.each([
    [["1.234", "1.234.567"], "comma"],
    [["1,234", "1,234,567"], "point"],
    [["12", "1.234", "x"], "unknown"],
    [["-99997", "<10", "."], "unknown"],
    [["0.123"], "point"],
  ])("of %j is %s", (cells, decimal) => {
    expect(notationOf(cells).decimal).toBe(decimal);
  });
});

describe("a number with characters that are not seen", () => {
  it.each([
    ["\u200b7,5", 7.5],
    ["7,5\ufeff", 7.5],
    ["1\u00a0\u00a0234", 1234],
    ["1\u2009234,5", 1234.5],
    ["\u200e12.345,6\u200f", 12345.6],
    ["7,48\u00a0\u00a0%\u200b", 7.48],
    ["1\u00ad234", 1234],
  ])("%j is read", (text, value) => expect(read(text)).toBe(value));

  it("is none when a control character stands in it", () => {
    expect(read("9\u0007")).toBe("no-number");
  });
});

describe("numbers that are written and read back", () => {
  const number = fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .map((value) => Math.round(value * 100) / 100);

  it.each(["nl-NL", "en-GB"])("are the same in %s", (locale) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (values) => {
        const cells = values.map((value) => format.format(value));
        const notation = notationOf(cells);
        values.forEach((value, index) => {
          expect(readNumber(cells[index], notation)).toMatchObject({ ok: true, value: value + 0 });
        });
      }),
    );
  });

  it("are the same as whole numbers with thousands points, or refused when that cannot be told", () => {
    const format = new Intl.NumberFormat("nl-NL");
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (value) => {
        const text = format.format(value);
        const mayBeFraction = value >= 1000 && value < 1e6 && value % 1000 === 0;
        expect(readNumber(text, notationOf([text], true))).toMatchObject(
          mayBeFraction ? { ok: false, reason: "ambiguous" } : { ok: true, value },
        );
      }),
    );
  });

  it("are never read as another number when the column has one notation", () => {
    const format = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5e6, max: 5e6 })), (thousandths) => {
        const values = thousandths.map((value) => value / 1000);
        const cells = values.map((value) => format.format(value));
        const notation = notationOf(cells);
        values.forEach((value, index) => {
          const reading = readNumber(cells[index], notation);
          if (reading.ok) expect(reading.value).toBe(value + 0);
          else expect(reading.reason).toBe("ambiguous");
        });
      }),
    );
  });
});
