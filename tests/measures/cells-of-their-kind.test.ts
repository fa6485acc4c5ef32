import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "../../src/measures/representation";
import { VOORTSCHRIJDEND } from "../../src/measures/satisfaction";
import { SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { SYNTH_PLACEBO } from "../../src/measures/synthetic-inference";
import { SYNTH_PERSONEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

const column = (...values: CellValue[]) => values.map((value) => [value]);

describe("a whole number among fractions", () => {
  const persons = (effect: CellValue, population: CellValue) => [
    [[effect]],
    [[population]],
    [["procentpunt"]],
  ];

  // A number of persons has no decimals, so 162.345 has a point for thousands: 0,17 / 100 x 162.345 = 275,9865.
  it.each([
    ["0,17", "162.345"],
    ["0.17", "162,345"],
    ["0,17", "162345"],
  ])("says how thousands are written: %s of %s", (effect, population) => {
    expect(evaluate(SYNTH_PERSONEN, persons(effect, population))[0][0]).toBeCloseTo(275.9865, 9);
  });

  it.each([
    ["0.17", "162.345"],
    ["0,17", "162,345"],
  ])("contradicts a fraction with the same sign: %s of %s", (effect, population) => {
    const { message } = errorOf(SYNTH_PERSONEN, persons(effect, population));
    expect(message).toMatch(/decimaalteken als komma .* als punt/);
    expect(message).toContain(population);
  });
});

describe("ja and nee", () => {
  const table = (...answers: CellValue[]) => [
    column(...answers.map((_, i) => `groep ${i}`)),
    column(...answers),
  ];

  it.each(["x", "X", "*", "<10", "-99997"])(
    "are not %p, which would lose the person without a word",
    (cross) => {
      expect(errorOf(REPRESENTATIE_TABEL, table("nee", cross, "ja")).message).toMatch(
        /verwacht werd ja of nee/,
      );
    },
  );

  it.each([null, "", ".", "-", "onbekend", "n.v.t.", "n.b."])("are missing where %p stands", (nothing) => {
    const rows = evaluate(REPRESENTATIE_TABEL, table("nee", nothing, "ja"));
    expect(rows.at(-1)?.slice(0, 3)).toEqual(["Totaal", 2, 1]);
  });
});

describe("shares on two scales", () => {
  it("are refused: 22,6% beside 15,3 would be a hundredth of what it is", () => {
    const { message } = errorOf(REPRESENTATIE, [[["22,6%"]], [["15,3"]]]);
    expect(message).toMatch(/"22,6%".*"15,3", zonder procentteken/);
    expect(errorOf(REPRESENTATIE, [column(0.226, "22,6%"), column(15.3, 15.3)]).message).toContain("15,3");
  });

  it("are read when both are of one scale, or when the plain one can be a share", () => {
    // 22,6 / 15,3 - 1 = 0,477
    for (const cells of [
      ["22,6%", "15,3%"],
      ["22,6", "15,3"],
      ["22,6%", "0,153"],
      ["22,6%", 0.153],
    ])
      expect(evaluate(REPRESENTATIE, [[[cells[0]]], [[cells[1]]]])[0][0]).toBeCloseTo(0.477124, 6);
  });

  it("are not taken from a per cent text where another argument says the unit", () => {
    const { message } = errorOf(SYNTH_PERSONEN, [[["0,17%"]], [[162000]], [["procentpunt"]]]);
    expect(message).toMatch(/zonder procentteken/);
  });
});

describe("a label", () => {
  it.each([
    ["\u0007", "U+0007"],
    ["\u0000", "nulteken"],
    ["\u2800", "brailleteken"],
    ["\ufffc", "afbeelding"],
  ])("with a character that is not seen is refused, and the character named: %j", (unseen, said) => {
    const cells = [column("Zuid", `Zuid${unseen}`), column("ja", "nee")];
    const { message } = errorOf(REPRESENTATIE_TABEL, cells);
    expect(message).toMatch(/^In rij 2 van categorie/);
    expect(message).toContain(said);
  });

  it.each([
    ["Prins-Alexander", "Prins\u2011Alexander"],
    ["Prins-Alexander", "prins\u2010alexander"],
    ["IJsselmonde", "\u0132sselmonde"],
    ["Nijverheid", "N\u0133verheid"],
  ])("is the same group as one that looks the same: %s and %s", (one, other) => {
    const rows = evaluate(REPRESENTATIE_TABEL, [column(one, other), column("ja", "nee")]);
    expect(rows).toHaveLength(3);
    expect(rows[1].slice(1, 3)).toEqual([2, 1]);
  });
});

describe("a heading over labels that stand beside other rows", () => {
  const labels = column("geslacht", "m", "v");

  it("is refused: every person would have the answer of the next", () => {
    const call = (addresses: string[]) => () =>
      evaluate(REPRESENTATIE_TABEL, [labels, column("ja", "nee", "nee")], { addresses });
    expect(call(["Blad1!A1:A3", "Blad1!B2:B4"])).toThrow(/^In cel A1 staat "geslacht".*Is het een kop/);
    expect(call(["Blad1!A1:A3", ""])).toThrow(/^In cel A1 staat "geslacht"/);
    expect(call(["Blad1!A2:A4", "Blad1!B2:B4"])).not.toThrow();
  });

  it("is a label where it stands more than once, or where it is no name of a column", () => {
    const call = (first: string) => () =>
      evaluate(REPRESENTATIE_TABEL, [column(first, "type", "v"), column("ja", "nee", "nee")], {
        addresses: ["Blad1!A1:A3", "Blad1!B2:B4"],
      });
    expect(call("type")).not.toThrow();
    expect(call("Vreewijk")).not.toThrow();
  });
});

describe("a number of five digits in a range of dates", () => {
  const call = (...dates: CellValue[]) => [
    column(...dates),
    column(...dates.map(() => 8)),
    [[null]],
    [[null]],
    [[1]],
  ];

  // As Excel counts days: 20211 is 2 May 1955, 12021 is 28 November 1932, 52021 is in 2042.
  it.each([20211, 20184, 12021, 72021, 52019])("is rather a quarter or a month: %d", (number) => {
    expect(errorOf(VOORTSCHRIJDEND, call(44256, number)).message).toMatch(
      /^In rij 2 van datums staat \d+; .*Is het een kwartaal of een maand, schrijf dan een maand zoals 2021-03/,
    );
  });

  // 44256 is 1 March 2021, 42021 is 17 January 2015.
  it("is a date of Excel when it is a day of these years", () => {
    expect(evaluate(VOORTSCHRIJDEND, call(44256))[1][0]).toBe("2021-03");
    expect(evaluate(VOORTSCHRIJDEND, call(42021))[1][0]).toBe("2015-01");
  });
});

it("six digits that are no month and no day are refused as such, and they are named", () => {
  const cells = [column("190131", "202113"), column(8, 8), [[null]], [[null]], [[1]]];
  expect(errorOf(VOORTSCHRIJDEND, cells).message).toMatch(
    /^In rij 2 van datums staat "202113"; verwacht werd/,
  );
});

it.each(["x", "n.v.t.", "onbekend"])("an option is not left out by %p", (marker) => {
  const panel: Record<string, CellValue[][]> = {
    doel: column(6, 5, 9),
    donoren: [
      [6, 4, 7],
      [4, 6, 7],
      [5, 7, 8],
    ],
    jaren: column(2017, 2018, 2019),
    laatste_voorjaar: [[2018]],
    niveau: [[marker]],
  };
  const cells = Object.keys(SYNTH_PLACEBO.arguments).map((name) => panel[name] ?? [[null]]);
  expect(errorOf(SYNTH_PLACEBO, cells).message).toContain(
    `"${marker}"; verwacht werd een getal tussen 0 en 1`,
  );
});

// With the numbers as a donor the synthetic series would be 4, 4, 5; without them it is 5, 5, 6.
it.each([[[1, 2, 3]], [[20171, 20172, 20173]], [[201706, 201707, 201708]]])(
  "numbers of periods beside the donors are no donor when the years are given apart: %p",
  (numbers) => {
    const donors = [
      [6, 4, 7],
      [4, 6, 7],
      [5, 7, 8],
    ];
    const call = (given: CellValue[][]) => [
      column(5, 5, 9),
      given,
      [[null]],
      column(2017, 2018, 2019),
      [[2018]],
    ];
    const beside = donors.map((row, year) => [numbers[year], ...row]);
    expect(errorOf(SYNTH_REEKS, call(beside)).message).toMatch(
      /^In rij 1, kolom 1 van donoren staat \d+; .*jaartal/,
    );
    expect(
      evaluate(SYNTH_REEKS, call(donors))
        .slice(1)
        .map(([, , synthetic]) => synthetic),
    ).toEqual([5, 5, 6].map((value) => expect.closeTo(value, 9)));
  },
);

describe("a first figure or year that was spoilt", () => {
  const panel = (first: CellValue, year: CellValue = 2017) => [
    column(first, 5, 9),
    [
      [6, 4, 7],
      [4, 6, 7],
      [5, 7, 8],
    ],
    [[null]],
    column(year, 2018, 2019),
    [[2018]],
  ];

  it.each(["5*", "5,0 (v)", "5\u0007", "5**"])(
    "is named, and not taken for a heading: the figure %j",
    (first) => {
      expect(errorOf(SYNTH_REEKS, panel(first)).message).toMatch(
        /^In rij 1 van doel staat .*verwacht werd een getal/,
      );
    },
  );

  it.each(["2017\u0007", "2017*)", "2017 (x)"])(
    "is named, and not taken for a heading: the year %j",
    (year) => {
      expect(errorOf(SYNTH_REEKS, panel(5, year)).message).toMatch(/^In rij 1 van jaren staat /);
    },
  );

  it("does not lose the year of marked figures of the donors", () => {
    const donors = [
      ["7,1*", "6,8*", "9,2*"],
      ["7,0", "6,9", "9,9"],
    ];
    expect(errorOf(SYNTH_REEKS, [column(5, 6), donors, [[null]], [[null]], [[null]]]).message).toMatch(
      /^In rij 1, kolom 1 van donoren staat "7,1\*"/,
    );
  });
});
