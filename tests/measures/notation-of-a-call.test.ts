import fc from "fast-check";
import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { REPRESENTATIE } from "../../src/measures/representation";
import { NPS, VOORTSCHRIJDEND } from "../../src/measures/satisfaction";
import { SYNTH_PERSONEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

const column = (...values: CellValue[]) => values.map((value) => [value]);
const persons = (...effects: CellValue[]) =>
  evaluate(SYNTH_PERSONEN, [column(...effects), [[100]], [["procentpunt"]]]).flat();

describe("numbers as text in one call", () => {
  // Of 100 persons, so that a person is a percentage point.
  it("are read by what all of them show", () => {
    expect(persons("9.8", "12.345")).toEqual([9.8, 12.345]);
    expect(persons("9,8", "12.345")).toEqual([9.8, 12345]);
    expect(persons("9,8", "12,345")).toEqual([9.8, 12.345]);
    expect(persons("9.8", "12,345")).toEqual([9.8, 12345]);
    expect(persons("0.125", "2.500")).toEqual([0.125, 2.5]);
  });

  it("are read by what another range of the call shows", () => {
    const effect = (populatie: CellValue) =>
      evaluate(SYNTH_PERSONEN, [[["1.234"]], [[populatie]], [["procentpunt"]]])[0][0];
    expect(effect("99.5")).toBeCloseTo((1.234 * 99.5) / 100, 12);
    expect(effect("99,5")).toBeCloseTo((1234 * 99.5) / 100, 9);
  });

  it.each<[CellValue[], RegExp]>([
    [["12.345"], /In effect staat "12.345", en dat kan 12345 of 12,345 zijn/],
    [[1.5, "12.345"], /In rij 2 van effect staat "12.345"/],
    [["1.000", "2.000"], /In rij 1 van effect staat "1.000"/],
    [["12.5", "13.000"], /In rij 2 van effect staat "13.000"/],
  ])("%j cannot be told apart and are refused", (effects, message) => {
    const error = errorOf(SYNTH_PERSONEN, [column(...effects), [[100]], [["procentpunt"]]]);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(message);
  });

  it("that contradict each other are refused with both their cells", () => {
    const call = () =>
      evaluate(SYNTH_PERSONEN, [column("9,8", "9.7"), [[100]], [["procentpunt"]]], {
        addresses: ["Blad1!C2:C3"],
      });
    expect(call).toThrow(
      'In cel C2 ("9,8") staat het decimaalteken als komma en in cel C3 ("9.7") als punt.',
    );
  });

  it("are never another number than was written, in one notation", () => {
    const format = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5e6, max: 5e6 }), { minLength: 1 }), (thousandths) => {
        const texts = thousandths.map((value) => format.format(value / 1000));
        let found: unknown[];
        try {
          found = evaluate(SYNTH_PERSONEN, [column(...texts), [[1]], [["aandeel"]]]).flat();
        } catch {
          return;
        }
        expect(found).toEqual(thousandths.map((value) => value / 1000 + 0));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("may be percentages: 22,6% is 0,226", () => {
    expect(evaluate(REPRESENTATIE, [[["22,6%"]], [["11,3 %"]]])[0][0]).toBeCloseTo(1, 12);
  });
});

describe("a word for nothing", () => {
  it.each(["n.b.", "N.V.T.", "nvt", "onbekend", "x", "<10", "\u200b-"])(
    "%j is missing among figures",
    (word) => {
      expect(evaluate(NPS, [column(9, word)])).toEqual([[100]]);
    },
  );
});

describe("characters that are not seen", () => {
  it("neither split a group nor refuse a good number, date, answer or word", () => {
    const [header, ...rows] = evaluate(VOORTSCHRIJDEND, [
      column("\u200e2021-01", "15\u00ad-01-2021", "2021-01\u00a0"),
      column("\ufeff9", " 10\u00a0", "1\u200b"),
      column("Oud\u00a0 Charlois", "Oud Charlois", "oud\u200b charlois"),
      [["\u200bnps"]],
      [["1\u00a0"]],
    ]);
    expect(header).toEqual(["Maand", "Oud Charlois respondenten", "Oud Charlois NPS"]);
    // 2 promotors and 1 criticaster of 3
    expect(rows).toEqual([["2021-01", 3, 100 / 3]]);
  });

  it("are named where they matter", () => {
    expect(errorOf(NPS, [column(9, "8\u0007")]).message).toContain("een stuurteken (U+0007)");
  });
});

describe("dates of a call", () => {
  const months = (...dates: CellValue[]) =>
    evaluate(VOORTSCHRIJDEND, [column(...dates), column(...dates.map(() => 8)), [[null]], [[null]], [[1]]])
      .slice(1)
      .filter(([, respondents]) => respondents !== 0)
      .map(([month]) => month);

  it("are read as their range writes them", () => {
    expect(months("3/4/2021", "3/14/2021")).toEqual(["2021-03"]);
    expect(months("3/4/2021", "25/12/2021")).toEqual(["2021-04", "2021-12"]);
    expect(months("2021-03-31T23:30:00Z")).toEqual(["2021-04"]);
    expect(months("190112", "190131")).toEqual(["2019-01"]);
    expect(months(202103, 202104)).toEqual(["2021-03", "2021-04"]);
  });

  it.each<[CellValue[], RegExp]>([
    [["190112"], /rij 1 van datums|In datums/],
    [[190112], /zes cijfers kunnen een maand .* of een dag/],
    [["25/12/2021", "3/4/2021", "3/14/2021"], /In rij 2 van datums staat "3\/4\/2021".*soms/],
    [["2021-03-31 24:61"], /In datums staat/],
  ])("%j are refused, with the cell", (dates, message) => {
    const error = errorOf(VOORTSCHRIJDEND, [column(...dates), column(...dates.map(() => 8))]);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(message);
  });
});

describe("a label", () => {
  it.each(["<27", "< 27", "x", "X", "n.v.t.", "onbekend", "<10"])("%j is a category", (label) => {
    const table = evaluate(VOORTSCHRIJDEND, [
      column("2021-01", "2021-01"),
      column(9, 3),
      column(label, "Zuid"),
      [["NPS"]],
      [[1]],
    ]);
    expect(table[0]).toContain(`${label} NPS`);
  });

  it.each<[CellValue, string]>([
    [7.5, "7,5"],
    [true, "WAAR"],
  ])("%j is one with the text %j", (cell, text) => {
    const [header] = evaluate(VOORTSCHRIJDEND, [
      column("2021-01", "2021-01"),
      column(9, 3),
      column(cell, text),
    ]);
    expect(header).toEqual(["Maand", `${text} respondenten`, `${text} Gemiddelde`]);
  });

  it.each([null, "", ".", "-", "*", "\u00a0"])("%j names nothing", (label) => {
    const table = evaluate(VOORTSCHRIJDEND, [
      column("2021-01", "2021-01"),
      column(9, 3),
      column(label, "Zuid"),
      [["NPS"]],
      [[1]],
    ]);
    expect(table[0]).toEqual(["Maand", "Zuid respondenten", "Zuid NPS"]);
  });
});
