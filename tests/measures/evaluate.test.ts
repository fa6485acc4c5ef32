import fc from "fast-check";
import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "../../src/measures/representation";
import { NPS, NPS_VERDELING, VOORTSCHRIJDEND } from "../../src/measures/satisfaction";
import { errorOf } from "./error-of";

const column = (...values: CellValue[]) => values.map((value) => [value]);

describe("cells", () => {
  it("that are blank, empty text or a marker are missing, and never 0", () => {
    // 2 promotors of 2 respondents
    expect(evaluate(NPS, [column(9, null, 10, "", "x", ".", "-", "<10", -99997)])).toEqual([[100]]);
  });

  it("with a 0 are a 0", () => expect(evaluate(NPS, [column(9, 0)])).toEqual([[0]]));

  it("with a Dutch number as text are that number", () => {
    expect(evaluate(NPS, [column("9", " 10 ", "3")])[0][0]).toBeCloseTo(100 / 3, 12);
    expect(evaluate(REPRESENTATIE, [[["22,6%"]], [["0,153"]]])[0][0]).toBeCloseTo(0.226 / 0.153 - 1, 14);
  });

  it("with other text are #VALUE!, with the place, the text and what was expected", () => {
    const error = errorOf(NPS, [column(9, 8, "goed")]);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toBe(
      'In rij 3 van cijfers staat "goed"; verwacht werd een heel cijfer van 0 tot en met 10.',
    );
  });

  it.each([11, -1, 7.5, true, "7,5"])("with %p are no cijfer", (value) => {
    expect(errorOf(NPS, [column(9, value)]).code).toBe("#VALUE!");
  });

  it("say row and column in a range that has both", () => {
    expect(
      errorOf(NPS, [
        [
          [9, 8],
          [7, 11],
        ],
      ]).message,
    ).toContain("rij 2, kolom 2 van cijfers");
  });

  it("in another order give the same figure", () => {
    const scores = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(scores, (list) => {
        fc.pre(list.some((score) => score !== null));
        expect(evaluate(NPS, [column(...[...list].reverse())])).toEqual(evaluate(NPS, [column(...list)]));
      }),
    );
  });
});

describe("NPS and NPS.VERDELING", () => {
  it.each([NPS, NPS_VERDELING])("are #N/A without respondents", (record) => {
    const error = errorOf(record, [column(null, "")]);
    expect(error.code).toBe("#N/A");
    expect(error.message).toMatch(/^Geen respondenten/);
  });

  it("have shares that are 1 together", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (list) => {
        const [, ...rows] = evaluate(NPS_VERDELING, [column(...list)]);
        expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("VOORTSCHRIJDEND", () => {
  const months = column("2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06");
  const cijfers = column(10, 8, 6, 9, 7, 10);

  it("has a window of five months by default, the mean cijfer, and #N/A where the window sticks out", () => {
    const [header, ...rows] = evaluate(VOORTSCHRIJDEND, [months, cijfers]);
    expect(header).toEqual(["Maand", "Respondenten", "Gemiddelde"]);
    expect(rows.map((row) => row[0])).toEqual([
      "2021-01",
      "2021-02",
      "2021-03",
      "2021-04",
      "2021-05",
      "2021-06",
    ]);
    // March: (10 + 8 + 6 + 9 + 7) / 5 = 8; April: (8 + 6 + 9 + 7 + 10) / 5 = 8
    expect(rows.slice(2, 4).map((row) => row[2])).toEqual([8, 8]);
    expect([0, 1, 4, 5].map((row) => rows[row][2])).toEqual(
      Array(4).fill(expect.objectContaining({ error: "#N/A" })),
    );
  });

  it("takes Excel dates, Dutch dates and months alike", () => {
    // 44197 is 1 January 2021 in Excel; 44255 is 28 February
    const mixed = column(44197, 44255, "15-03-2021", "2021-04-30", "2021-05", "1-6-2021");
    expect(evaluate(VOORTSCHRIJDEND, [mixed, cijfers])).toEqual(evaluate(VOORTSCHRIJDEND, [months, cijfers]));
  });

  it("counts a month without answers as one of the five", () => {
    const answers = [column("2021-01", "2021-05"), column(10, 0)];
    const [, ...rows] = evaluate(VOORTSCHRIJDEND, [...answers, [[null]], [["NPS"]], [[3]], [["deel"]]]);
    expect(rows.map((row) => row[1])).toEqual([1, 1, 0, 1, 1]);
    expect(rows[2][2]).toMatchObject({ error: "#N/A" });
  });

  it("gives a column pair for every group", () => {
    const groups = column("Zuid", "Noord", "Zuid", "Noord", "Zuid", "Noord");
    const [header] = evaluate(VOORTSCHRIJDEND, [months, cijfers, groups, [["nps"]]]);
    expect(header).toEqual(["Maand", "Noord respondenten", "Noord NPS", "Zuid respondenten", "Zuid NPS"]);
  });

  it.each([
    [
      "an even window",
      [months, cijfers, [[null]], [[null]], [[4]]],
      /venster staat 4; verwacht werd een oneven/,
    ],
    [
      "another measure",
      [months, cijfers, [[null]], [["mediaan"]]],
      /maat staat "mediaan"; verwacht werd "gemiddelde" of "NPS"/,
    ],
    ["fewer dates than cijfers", [months.slice(1), cijfers], /datums heeft 5 cellen en cijfers 6/],
    [
      "a date that does not exist",
      [column("30-02-2021"), column(9)],
      /"30-02-2021"; verwacht werd een datum/,
    ],
    ["a cijfer without a date", [column(null), column(9)], /Cijfer nummer 1 heeft geen datum/],
  ])("refuses %s", (_, cells, message) => {
    const error = errorOf(VOORTSCHRIJDEND, cells);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(message);
  });
});

describe("REPRESENTATIE", () => {
  it("gives the 47,7 % of the report's footnote", () => {
    const [[value]] = evaluate(REPRESENTATIE, [[[0.226]], [[0.153]]]);
    expect((100 * Number(value)).toFixed(1)).toBe("47.7");
  });

  it("works cell by cell over ranges, and over a range and one cell", () => {
    expect(evaluate(REPRESENTATIE, [column(0.2, 0.3), column(0.1, 0.3)])).toEqual([[1], [0]]);
    expect(evaluate(REPRESENTATIE, [column(0.2, 0.1), [[0.1]]])).toEqual([[1], [0]]);
  });

  it("has its error in the one cell where there is no figure", () => {
    const table = evaluate(REPRESENTATIE, [column(0.2, 0.2, null), column(0, 0.2, 0.1)]);
    expect(table.flat()).toEqual([
      expect.objectContaining({ error: "#DIV/0!" }),
      0,
      expect.objectContaining({ error: "#N/A" }),
    ]);
  });

  it("refuses ranges of different size and negative shares", () => {
    expect(errorOf(REPRESENTATIE, [column(0.2, 0.1), column(0.1, 0.1, 0.1)]).message).toMatch(
      /even grote bereiken/,
    );
    expect(errorOf(REPRESENTATIE, [column(-0.2), column(0.1)]).code).toBe("#VALUE!");
  });
});

describe("REPRESENTATIE.TABEL", () => {
  it("leaves out, on both sides, who has no category or no ja or nee", () => {
    const table = evaluate(REPRESENTATIE_TABEL, [
      column("a", "b", null, "a"),
      column("ja", "nee", "ja", null),
    ]);
    expect(table.map((row) => row.slice(0, 3))).toEqual([
      ["Categorie", "Populatie", "Bereikt"],
      ["a", 1, 1],
      ["b", 1, 0],
      ["Totaal", 2, 1],
    ]);
  });

  it("takes 1 and 0, WAAR and ONWAAR, and says where anything else stands", () => {
    expect(evaluate(REPRESENTATIE_TABEL, [column("a", "a"), column(1, false)])[1].slice(1, 3)).toEqual([
      2, 1,
    ]);
    expect(errorOf(REPRESENTATIE_TABEL, [column("a", "b"), column("ja", "soms")]).message).toMatch(
      /rij 2 van bereikt staat "soms"/,
    );
  });

  it("has no representatie when nobody was reached", () => {
    const [, row] = evaluate(REPRESENTATIE_TABEL, [column("a", "a"), column("nee", "nee")]);
    expect(row.slice(4)).toEqual(Array(2).fill(expect.objectContaining({ error: "#N/A" })));
  });

  it("is #N/A without persons", () =>
    expect(errorOf(REPRESENTATIE_TABEL, [column(null), column(null)]).code).toBe("#N/A"));
});
