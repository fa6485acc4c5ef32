import fc from "fast-check";
import { notationOf, readNumber } from "../../src/dutch/numbers";

/** The number in a text of a column that tells nothing; the reason when there is none. */
function read(text: string, wholeNumbers = false) {
  const reading = readNumber(text, "unknown", wholeNumbers);
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
    expect(readNumber("7.50", "unknown", false)).toMatchObject({ value: 7.5, decimals: 2 });
    expect(readNumber("1.234", "comma", false)).toMatchObject({ value: 1234, decimals: 0 });
  });
});

describe("1.234, which can be read in two ways", () => {
  it("is thousands in a column with decimal commas", () => {
    const column = ["1.234", "7,5", "."];
    expect(readNumber("1.234", notationOf(column), false)).toMatchObject({ value: 1234 });
  });

  it("is a fraction in a column with decimal points", () => {
    const column = ["1.234", "7.5", "-"];
    expect(readNumber("1.234", notationOf(column), false)).toMatchObject({ value: 1.234 });
  });

  it("is thousands in a column of whole numbers that does not tell", () => {
    expect(read("1.234", true)).toBe(1234);
    expect(read("1,234", true)).toBe(1234);
  });

  it("is ambiguous in any other column that does not tell, or that contradicts itself", () => {
    expect(read("1.234")).toBe("ambiguous");
    expect(read("1,234")).toBe("ambiguous");
    const column = ["1.234", "7.5", "7,5"];
    expect(notationOf(column)).toBe("both");
    expect(readNumber("1.234", "both", true)).toEqual({ ok: false, reason: "ambiguous" });
  });
});

describe("the notation of a column", () => {
  it.each([
    [["1.234", "1.234.567"], "comma"],
    [["1,234", "1,234,567"], "point"],
    [["12", "1.234", "x"], "unknown"],
    [["-99997", "<10", "."], "unknown"],
    [["0.123"], "point"],
  ])("of %j is %s", (cells, notation) => {
    expect(notationOf(cells)).toBe(notation);
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
          expect(readNumber(cells[index], notation, false)).toMatchObject({ ok: true, value: value + 0 });
        });
      }),
    );
  });

  it("are the same as whole numbers with thousands points", () => {
    const format = new Intl.NumberFormat("nl-NL");
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (value) => {
        expect(readNumber(format.format(value), "unknown", true)).toMatchObject({ ok: true, value });
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
          const reading = readNumber(cells[index], notation, false);
          if (reading.ok) expect(reading.value).toBe(value + 0);
          else expect(reading.reason).toBe("ambiguous");
        });
      }),
    );
  });
});
