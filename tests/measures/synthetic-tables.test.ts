import type { CellValue, ResultTable } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import {
  panelByHand,
  SYNTH_EFFECT,
  SYNTH_GEWICHTEN,
  SYNTH_KWALITEIT,
} from "../../src/measures/synthetic-fit";
import { SYNTH_BEREIK, SYNTH_PLACEBO } from "../../src/measures/synthetic-inference";
import { SYNTH_PERSONEN, SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const column = (...values: CellValue[]): Cells => values.map((value) => [value]);
const close = (value: number) => expect.closeTo(value, 12);
const none: Cells = [[null]];

/**
 * The panel whose example SYNTH.PLACEBO works out: ratios 3 (target), 1.34 (Noord), 0.45 (Oost) and 1 (West); RMSPE
 * before 1, 1.79, 1.79 and 2; effects 3, -2.4, 0.8 and 2.
 */
const placebo = (table: string, ...options: Cells[]): ResultTable =>
  evaluate(SYNTH_PLACEBO, [...panelByHand, [[table]], ...options]);
const valueOf = (table: ResultTable, label: string) => table.find(([first]) => first === label)?.[1];

describe("SYNTH.PLACEBO by hand", () => {
  it("counts the p-values of the test", () => {
    const test = placebo("toets");
    expect(valueOf(test, "Placebo's")).toBe(3);
    expect(valueOf(test, "p verhouding")).toBe(1 / 4);
    expect(valueOf(test, "p effect, tweezijdig")).toBe(1 / 4);
    // As low as 3 are all four; as high only the target.
    expect(valueOf(test, "p effect zo laag, eenzijdig")).toBe(1);
    expect(valueOf(test, "p effect zo hoog, eenzijdig")).toBe(1 / 4);
    expect(valueOf(test, "Kleinst mogelijke p")).toBe(1 / 4);
  });

  it("says from which effect on p is small enough, or that it never is", () => {
    expect(valueOf(placebo("toets"), "Minimaal aantoonbaar effect bij p ≤ 0,05")).toMatch(/^geen/);
    // p = 0.25 asks for an effect above that of every placebo: 2.4. p = 0.5 lets one be larger: 2.
    expect(
      valueOf(placebo("toets", none, none, [[0.25]]), "Minimaal aantoonbaar effect bij p ≤ 0,25"),
    ).toEqual(close(2.4));
    expect(
      valueOf(placebo("toets", none, none, [["0,5"]]), "Minimaal aantoonbaar effect bij p ≤ 0,5"),
    ).toEqual(close(2));
  });

  it("warns of few years before and of few placebos", () => {
    const warnings = placebo("toets").filter(([label]) => label === "Waarschuwing");
    expect(warnings.map(([, text]) => text)).toEqual([
      expect.stringMatching(/^Weinig voorperioden: 2/),
      expect.stringMatching(/^Te weinig placebo's: 3/),
    ]);
  });

  it("gives the p-values at every threshold of the fit before", () => {
    expect(placebo("drempels").slice(1)).toEqual([
      // The two with RMSPE 1.79: ratios below 3, effects below 3 in size.
      [close(Math.sqrt(3.2)), 2, close(1 / 3), close(1 / 3), 1, close(1 / 3), close(1 / 3), "geen"],
      [close(2), 3, 1 / 4, 1 / 4, 1, 1 / 4, 1 / 4, "geen"],
    ]);
    // p of 1/3 asks for an effect above both, -2.4 and 0.8; with three placebos it may be matched by none (1/4).
    const detectable = placebo("drempels", none, none, [[0.34]]);
    expect(detectable.map((row) => row[7])).toEqual([
      "Minimaal aantoonbaar effect bij p ≤ 0,34",
      close(2.4),
      close(2.4),
    ]);
  });

  it("gives the gaps of all units as a chart wants them", () => {
    expect(placebo("verschillen")).toEqual([
      ["Periode", "Doelgebied", "Noord", "Oost", "West"],
      [2017, close(-1), close(0.8), close(-2.4), close(2)],
      [2018, close(-1), close(-2.4), close(0.8), close(2)],
      [2019, close(3), close(-2.4), close(0.8), close(2)],
    ]);
  });

  it("has the report's convention: only West, which has no weight, is a placebo", () => {
    const units = placebo("eenheden", [["rapport"]]);
    expect(units.map(([name]) => name)).toEqual(["Gebied", "Doelgebied", "West"]);
    expect(valueOf(placebo("toets", [["rapport"]]), "p verhouding")).toBe(1 / 2);
  });

  it("may let the target be a donor of the placebos", () => {
    // West (7, 7) is nearest to Noord and Oost, halfway at (5, 5): the target at (4, 4) adds nothing. Noord (6, 4), with
    // the target (4, 4) and Oost (4, 6) and West (7, 7): nearer is the mixture of the target and West,
    // (-2, 0) + b (3, 3), least at b = 1/3: (-1, 1), so RMSPE 1; after: 5 - (9 x 2/3 + 8 x 1/3) = -11/3.
    const units = placebo("eenheden", none, [["ja"]]);
    expect(units[4].slice(0, 3)).toEqual(["West", close(2), close(2)]);
    expect(units[2].slice(0, 3)).toEqual(["Noord", close(1), close(11 / 3)]);
  });

  it("gives the fits without each donor that has weight", () => {
    // Without Noord: Oost (0, 2) or West (3, 3) off the target; nearest on the line is a = 9 - t(3, 1): at t = 0, since
    // moving from Oost towards West (3, 1) only lengthens (0 x 3 + 2 x 1 > 0). So Oost alone: RMSPE the root of 2.
    expect(placebo("zonder donor").slice(1)).toEqual([
      ["geen weggelaten", "", close(1), close(3), close(3), "uniek"],
      ["Noord", close(0.5), close(Math.SQRT2), close(2), close(2), "uniek"],
      ["Oost", close(0.5), close(Math.SQRT2), close(4), close(4), "uniek"],
    ]);
  });

  it("gives the fit with every false start that leaves two years to fit on", () => {
    // One donor: all gaps are target minus donor, 1, -1, 2, 3; the last year, after the intervention, plays no part.
    const cells = [
      column(11, 9, 12, 13, 50),
      column(10, 10, 10, 10, 10),
      none,
      column(2015, 2016, 2017, 2018, 2019),
      [[2018]],
      [["valse start"]],
    ];
    expect(evaluate(SYNTH_PLACEBO, cells).slice(1)).toEqual([
      [2017, 2, 1, 2, close(Math.sqrt(6.5)), close(Math.sqrt(6.5)), close(2.5), "uniek"],
      [2018, 3, close(Math.SQRT2), 1, 3, close(3 / Math.SQRT2), 3, "uniek"],
    ]);
    expect(errorOf(SYNTH_PLACEBO, [...panelByHand, [["valse start"]]]).message).toMatch(
      /^Er zijn 2 voorjaren; voor een valse start zijn er minstens 3 nodig/,
    );
  });

  it("calls the ratio of a perfect fit infinite, and of one that stays perfect 1", () => {
    const cells = [
      column(1, 2, 9),
      [
        [1, 5, 4],
        [2, 5, 4],
        [3, 5, 4],
      ],
      none,
      column(1, 2, 3),
      [[2]],
    ];
    const [, target] = evaluate(SYNTH_PLACEBO, cells);
    expect(target.slice(0, 6)).toEqual(["Doelgebied", 0, 6, "oneindig (voorfit is perfect)", 1, 1 / 4]);
    expect(valueOf(evaluate(SYNTH_KWALITEIT, cells), "Verhouding na / voor")).toBe(
      "oneindig (voorfit is perfect)",
    );
    const same = [
      column(0.1, 0.2, 0.6),
      [
        [0.1, 5],
        [0.2, 5],
        [0.6, 4],
      ],
      ...cells.slice(2),
    ];
    expect(errorOf(SYNTH_PLACEBO, same).message).toMatch(/dezelfde waarden/);
    // The mean of the two donors in all years: (0.1 + 0.3) / 2, (0.7 + 0.1) / 2, (0.2 + 0.5) / 2.
    const mixture = [
      column(0.2, 0.4, 0.35),
      [
        [0.1, 0.3],
        [0.7, 0.1],
        [0.2, 0.5],
      ],
      ...cells.slice(2),
    ];
    expect(valueOf(evaluate(SYNTH_KWALITEIT, mixture), "Verhouding na / voor")).toBe(1);
    // The two donors differ by 0.2 and 0.6 before and by 0.3 after: both ratios are 0.3 / root of 0.2, below 1.
    expect(evaluate(SYNTH_PLACEBO, mixture)[1].slice(0, 5)).toEqual(["Doelgebied", 0, 0, 1, 1]);
  });

  it.each<[string, Cells[], RegExp]>([
    [
      "an unknown table",
      [...panelByHand, [["grafiek"]]],
      /tabel staat "grafiek"; verwacht werd "eenheden" of "toets"/,
    ],
    [
      "a level above 1",
      [...panelByHand, none, none, none, [[5]]],
      /niveau staat 5; verwacht werd een getal tussen 0 en 1/,
    ],
    [
      "a single donor",
      [column(1, 2, 3), column(1, 3, 3), none, column(1, 2, 3), [[2]]],
      /^Te weinig donoren voor een placebotoets: 1/,
    ],
    [
      "no year after the intervention",
      [...panelByHand.slice(0, 4), [[2019]]],
      /^Geen naperiode: alle 3 perioden/,
    ],
    [
      "only donors with weight, under the report's convention",
      [
        column(4, 4, 9),
        [
          [6, 4],
          [4, 6],
          [5, 7],
        ],
        none,
        column(1, 2, 3),
        [[2]],
        none,
        [["rapport"]],
      ],
      /^Geen placebo's: alle 2 donoren zitten in de controlegroep/,
    ],
  ])("refuses %s", (_, cells, message) => {
    const error = errorOf(SYNTH_PLACEBO, cells);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(message);
  });
});

describe("SYNTH.BEREIK", () => {
  it("holds the effect of the best weights, and only that with a margin of 0", () => {
    const [, , average] = evaluate(SYNTH_BEREIK, [...panelByHand, [[0]]]);
    expect(average.slice(1, 4)).toEqual([close(3), close(3), close(3)].map(() => expect.closeTo(3, 6)));
  });

  it("is wider with a tolerance: an RMSPE that is always good enough", () => {
    // RMSPE at most the root of 2: s from -1 to 1 in the example, all of Noord or all of Oost.
    const [, year] = evaluate(SYNTH_BEREIK, [...panelByHand, [[0]], [[Math.SQRT2]]]);
    expect(year[3]).toEqual(expect.closeTo(4, 9));
    expect(Number(year[1])).toBeLessThanOrEqual(2 + 1e-9);
  });

  it("has both signs where the data do not tell: within the hull", () => {
    // (0, 0) is halfway Noord and Oost, and halfway West and Kralingen; after, these pairs give 1 and -1.
    const cells = [
      column(0, 0, 0),
      [
        ["Noord", "Oost", "West", "Kralingen"],
        [1, -1, 2, -2],
        [1, -1, 3, -3],
        [1, 1, -1, -1],
      ],
      none,
      column(2017, 2018, 2019),
      [[2018]],
    ];
    const [, year] = evaluate(SYNTH_BEREIK, cells);
    expect(year[1]).toEqual(expect.closeTo(-1, 6));
    expect(year[3]).toEqual(expect.closeTo(1, 6));
    expect(valueOf(evaluate(SYNTH_KWALITEIT, cells), "Gewichten")).toMatch(/^niet uniek: de fit is perfect/);
    // Least norm: all four a quarter, since the pairs share equally.
    expect(
      evaluate(SYNTH_GEWICHTEN, cells)
        .slice(1)
        .map(([, weight]) => weight),
    ).toEqual([0.25, 0.25, 0.25, 0.25].map(close));
  });

  it.each([5, -0.1])("refuses a margin of %d: 5 would be 500 percent", (margin) => {
    expect(errorOf(SYNTH_BEREIK, [...panelByHand, [[margin]]]).message).toMatch(
      /marge staat .* zoals 0,05 voor 5%/,
    );
  });
});

describe("SYNTH.EFFECT", () => {
  it("is refused without a year after the intervention", () => {
    expect(errorOf(SYNTH_EFFECT, [...panelByHand.slice(0, 4), [[2019]]]).message).toMatch(/^Geen naperiode/);
  });

  it("with a penalty leans on the donors that lie near", () => {
    // A high penalty: all weight to the nearest donors. Noord and Oost are equally near; West is farther.
    const weights = evaluate(SYNTH_GEWICHTEN, [...panelByHand, none, [[10]]]).slice(1);
    expect(weights.map(([, weight]) => weight)).toEqual([close(0.5), close(0.5), 0]);
    const other = evaluate(SYNTH_GEWICHTEN, [
      column(5, 4),
      [
        [6, 4],
        [4, 6],
      ],
      none,
      none,
      none,
      none,
      [[1e6]],
    ]);
    expect(other.slice(1).map(([, weight]) => weight)).toEqual([1, 0]);
  });
});

describe("SYNTH.PERSONEN", () => {
  it("counts persons of an effect in percentage points, and of one in shares", () => {
    // The report: 0.17 percentage point of about 162 thousand people is about 275.
    const persons = (effect: number, unit: string) =>
      Number(evaluate(SYNTH_PERSONEN, [[[effect]], [[162000]], [[unit]]])[0][0]);
    expect(Math.round(persons(-0.17, "procentpunt"))).toBe(-275);
    expect(persons(-0.0017, "aandeel")).toBeCloseTo(persons(-0.17, "procentpunt"), 9);
  });

  it("takes one population for all years", () => {
    expect(evaluate(SYNTH_PERSONEN, [column(1, 2), [[300]], [["procentpunt"]]])).toEqual([[3], [6]]);
  });

  it("is #N/A where an effect or a population is missing", () => {
    const [[first], [second]] = evaluate(SYNTH_PERSONEN, [column(null, 2), column(1, "x"), [["aandeel"]]]);
    expect([first, second]).toMatchObject([{ error: "#N/A" }, { error: "#N/A" }]);
  });

  it("wants to hear the unit, since a wrong guess is a factor of 100", () => {
    expect(errorOf(SYNTH_PERSONEN, [[[1]], [[1]], none]).message).toBe(
      'In eenheid staat niets; verwacht werd "procentpunt" of "aandeel".',
    );
    expect(errorOf(SYNTH_PERSONEN, [column(1, 2), column(1, 2, 3), [["aandeel"]]]).message).toMatch(
      /effect is 2 bij 1 cellen en populatie 3 bij 1/,
    );
    expect(errorOf(SYNTH_PERSONEN, [[[1]], [[-5]], [["aandeel"]]]).message).toMatch(/populatie staat -5/);
  });
});

describe("SYNTH.TOEPASSEN", () => {
  const weights = column(0.25, 0.75, 0);
  const series: Cells = [
    [60, 100, 1],
    [40, 80, "x"],
  ];
  const result = [
    ["Periode", "Synthetisch"],
    [1, 90],
    [2, 70],
  ];

  it("goes by place without names, whichever way the ranges lie, and skips what has no weight", () => {
    expect(evaluate(SYNTH_TOEPASSEN, [weights, series])).toEqual(result);
    expect(evaluate(SYNTH_TOEPASSEN, [[weights.flat()], series])).toEqual(result);
    const turned = series[0].map((_, c) => series.map((row) => row[c]));
    expect(evaluate(SYNTH_TOEPASSEN, [weights, turned])).toEqual(result);
  });

  it("goes by name where both have names, and takes what SYNTH.GEWICHTEN gives", () => {
    const given = evaluate(SYNTH_GEWICHTEN, [...panelByHand]) as Cells;
    const cells = [
      ["jaar", "West", "Oost", "Noord", "Centrum"],
      [2020, 7, 30, 10, 99],
    ];
    // Half Noord, half Oost.
    const [, [year, value]] = evaluate(SYNTH_TOEPASSEN, [given, cells]);
    expect([year, value]).toEqual([2020, close(20)]);
  });

  it("takes a donor that SYNTH.GEWICHTEN left out as one without weight", () => {
    const given = [
      ["Donor", "Gewicht"],
      ["Noord", 1],
      ["Oost", "doet niet mee"],
    ];
    expect(
      evaluate(SYNTH_TOEPASSEN, [
        given,
        [
          [7, null],
          [8, 9],
        ],
      ]).slice(1),
    ).toEqual([
      [1, 7],
      [2, 8],
    ]);
  });

  it("divides rounded weights by their sum", () => {
    // As table 3.1, whose ten weights add up to 1.002.
    const published = column(0.223, 0.219, 0.152, 0.107, 0.082, 0.075, 0.069, 0.042, 0.03, 0.003);
    const constant = [published.map(() => 8)];
    expect(evaluate(SYNTH_TOEPASSEN, [published, constant])[1][1]).toEqual(close(8));
  });

  it("is #N/A in a year in which a donor with weight has no value", () => {
    const [, first, second] = evaluate(SYNTH_TOEPASSEN, [
      weights,
      [
        [null, 100, 1],
        [40, 80, 2],
      ],
    ]);
    expect(first[1]).toEqual({
      error: "#N/A",
      message: "In rij 1, kolom 1 van reeksen ontbreekt een waarde.",
    });
    expect(second[1]).toBe(70);
  });

  it.each<[string, Cells[], RegExp]>([
    [
      "weights that are no weights",
      [column(0.5, 0.2), [[1, 2]]],
      /2 gewichten in gewichten zijn samen 0,7; verwacht werd 1/,
    ],
    [
      "a negative weight",
      [column(1.5, -0.5), [[1, 2]]],
      /^In rij 1 van gewichten staat 1,5; verwacht werd een gewicht/,
    ],
    [
      "text as weight",
      [column("veel", 0.5, 0.5, "weinig"), [[1, 2, 3]]],
      /^In rij 4 van gewichten staat "weinig"/,
    ],
    ["a missing weight", [column(0.5, null, 0.5), [[1, 2, 3]]], /^In rij 2 van gewichten staat niets/],
    [
      "three columns of weights",
      [
        [
          ["a", "b", 1],
          ["a", "b", 0],
          ["a", "b", 0],
        ],
        [[1]],
      ],
      /^gewichten is 3 bij 3 cellen/,
    ],
    [
      "another number of series",
      [column(0.5, 0.5), [[1, 2, 3]]],
      /^Er zijn 2 gewichten, maar reeksen is 1 bij 3 cellen/,
    ],
    [
      "a donor with weight that has no series",
      [
        [
          ["Noord", 1],
          ["Oost", 0],
        ],
        [
          ["jaar", "Zuid"],
          [2020, 5],
        ],
      ],
      /^Donor "Noord" heeft gewicht, maar staat niet in reeksen/,
    ],
    [
      "a donor whose name stands there twice",
      [
        [
          ["Noord", 1],
          ["Oost", 0],
        ],
        [
          ["jaar", "Noord", "noord"],
          [2020, 5, 6],
        ],
      ],
      /^Donor "Noord" staat 2 keer in reeksen/,
    ],
  ])("refuses %s", (_, cells, message) => {
    const error = errorOf(SYNTH_TOEPASSEN, cells);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(message);
  });
});
