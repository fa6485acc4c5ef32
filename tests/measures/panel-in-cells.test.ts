import fc from "fast-check";
import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_GEWICHTEN, SYNTH_KWALITEIT, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const column = (...values: CellValue[]): Cells => values.map((value) => [value]);
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));
const none: Cells = [[null]];

/** The panel by hand of SYNTH.GEWICHTEN: half Noord, half Oost; the series is then 5, 5 and 6. */
const years = [2017, 2018, 2019];
const names = ["Noord", "Oost", "West"];
const target = [4, 4, 9];
const donors: Cells = [
  [6, 4, 7],
  [4, 6, 7],
  [5, 7, 8],
];
const last: Cells = [[2018]];
const withYears = (cells: Cells, head: CellValue[]): Cells => [
  head,
  ...cells.map((row, t) => [years[t], ...row]),
];

const weightsOf = (...cells: Cells[]) => evaluate(SYNTH_GEWICHTEN, cells).slice(1);
const half = [
  ["Noord", expect.closeTo(0.5, 12)],
  ["Oost", expect.closeTo(0.5, 12)],
  ["West", 0],
];

describe("the ranges of a panel", () => {
  const layouts: [string, Cells[]][] = [
    ["labels in their own ranges", [column(...target), donors, [names], column(...years), last]],
    ["labels in rows or columns, whatever the data", [[target], donors, column(...names), [years], last]],
    ["names above the donors", [column(...target), [names, ...donors], none, column(...years), last]],
    [
      "names above and years before the donors, under a blank",
      [column(...target), withYears(donors, [null, ...names]), none, none, last],
    ],
    ["years under a heading", [column(...target), withYears(donors, ["Jaar", ...names]), none, none, last]],
    [
      "years in a row, under a heading of any name",
      [column(...target), withYears(donors, ["Peilmoment", ...names]), none, none, last],
    ],
    [
      "years before the target",
      [withYears(column(...target), ["jaar", "Zuid"]), [names, ...donors], none, none, last],
    ],
    [
      "years as text",
      [column("2017", "2018", "2019").map(([y], t) => [y, target[t]]), [names, ...donors], none, none, last],
    ],
    [
      "years before both, and a name above the target",
      [withYears(column(...target), [null, "Zuid"]), withYears(donors, [null, ...names]), none, none, last],
    ],
    [
      "labels in the ranges and in their own ranges alike",
      [column(...target), withYears(donors, [null, ...names]), [names], column(...years), last],
    ],
  ];

  it.each(layouts)("may have %s", (_, cells) => {
    expect(weightsOf(...cells)).toEqual(half);
  });

  it.each(layouts)("may have %s, with rows and columns exchanged", (_, [doel, donoren, ...rest]) => {
    expect(weightsOf(turned(doel), turned(donoren), ...rest)).toEqual(half);
  });

  it("may have years without names", () => {
    const cells = donors.map((row, t) => [years[t], ...row]);
    const [, ...series] = evaluate(SYNTH_REEKS, [column(...target), cells, none, none, last]);
    expect(series).toEqual([
      [2017, 4, 5],
      [2018, 4, 5],
      [2019, 9, 6],
    ]);
  });

  it("do not take counts that look like years for years, unless they are in a row", () => {
    // 1950 and 1967 and 1990 are a donor: with weight 1, since the target equals it before.
    const counts = [
      [1950, 10],
      [1967, 20],
      [1990, 30],
    ];
    const cells = [column(1950, 1967, 2000), counts, none, column(...years), last];
    expect(weightsOf(...cells)).toEqual([
      ["Donor 1", 1],
      ["Donor 2", 0],
    ]);
  });

  it("may be in any order of years: the result stands in the same order", () => {
    const order = [2, 0, 1];
    const cells = [
      column(...order.map((t) => target[t])),
      order.map((t) => donors[t]),
      [names],
      column(...order.map((t) => years[t])),
      last,
    ];
    expect(evaluate(SYNTH_REEKS, cells).slice(1)).toEqual([
      [2019, 9, 6],
      [2017, 4, 5],
      [2018, 4, 5],
    ]);
  });

  it("give the same weights whatever way they lie and whatever the order of years and donors", () => {
    const panel = fc
      .record({ periods: fc.integer({ min: 2, max: 6 }), count: fc.integer({ min: 2, max: 6 }) })
      .chain(({ periods, count }) => {
        const series = fc.array(fc.integer({ min: -99, max: 99 }), {
          minLength: periods,
          maxLength: periods,
        });
        return fc.record({
          doel: series,
          donoren: fc.array(series, { minLength: count, maxLength: count }),
          keys: fc.infiniteStream(fc.nat()),
        });
      });
    fc.assert(
      fc.property(panel, ({ doel, donoren, keys }) => {
        fc.pre(donoren.every((series) => series.some((value, t) => value !== doel[t])));
        const shuffled = <T>(list: T[]): T[] =>
          list
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const labelled = donoren.map((series, j) => ({ name: `Buurt ${j + 1}`, series }));
        const given = weightsOf(column(...doel), turned(donoren), [labelled.map(({ name }) => name)]);

        const times = shuffled(doel.map((_, t) => t));
        const others = shuffled(labelled);
        const rows = others.map(({ name, series }) => [name, ...times.map((t) => series[t])]);
        const header = ["buurt", ...times.map((t) => 2001 + t)];
        const lastYear = [[2000 + doel.length]];
        const found = weightsOf([times.map((t) => doel[t])], [header, ...rows], none, none, lastYear);

        const byName = new Map(found.map(([name, weight]) => [name, weight]));
        for (const [name, weight] of given) expect(byName.get(name)).toBeCloseTo(Number(weight), 9);
      }),
      { numRuns: 300, seed: 2019 },
    );
  });

  it("number the donors when there are no names", () => {
    expect(weightsOf(column(4, 4), donors.slice(0, 2)).map(([name]) => name)).toEqual([
      "Donor 1",
      "Donor 2",
      "Donor 3",
    ]);
  });

  it("count all years as years before the intervention when there are no years", () => {
    const quality = evaluate(SYNTH_KWALITEIT, [column(4, 4), donors.slice(0, 2)]);
    expect(quality).toContainEqual(["Voorperioden", 2]);
    expect(quality).toContainEqual(["RMSPE naperiode", "geen naperiode"]);
  });
});

describe("a missing value", () => {
  const holes: Cells = [
    [6, 4, 7],
    [4, "x", 7],
    [5, 7, null],
  ];
  const call = (donoren: Cells, missing?: string): Cells[] => [
    column(...target),
    donoren,
    [names],
    column(...years),
    last,
    ...(missing === undefined ? [] : [[[missing]]]),
  ];

  it("is refused with the place and the donor, before and after the intervention", () => {
    const error = errorOf(SYNTH_GEWICHTEN, call(holes));
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toBe(
      'In rij 2, kolom 2 van donoren (Oost); rij 3, kolom 3 van donoren (West) ontbreekt een waarde; vul ze aan, of geef ontbrekend de waarde "weglaten" om die 2 donoren niet mee te doen.',
    );
  });

  it("has a place that counts the labels in the range", () => {
    const cells = [column(...target), withYears(holes, [null, ...names]), none, none, last];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toContain("rij 3, kolom 3 van donoren (Oost)");
    const other = [column(...target), turned(withYears(holes, [null, ...names])), none, none, last];
    expect(errorOf(SYNTH_GEWICHTEN, other).message).toContain("rij 3, kolom 3 van donoren (Oost)");
  });

  it("leaves the donor out when that is asked, and says so where the quality is read", () => {
    expect(weightsOf(...call(holes, "weglaten"))).toEqual([
      ["Noord", 1],
      ["Oost", "doet niet mee"],
      ["West", "doet niet mee"],
    ]);
    const quality = evaluate(SYNTH_KWALITEIT, call(holes, "weglaten"));
    expect(quality).toContainEqual(["Donoren", 1]);
    expect(quality).toContainEqual([
      "Waarschuwing",
      "2 van de 3 donoren doen niet mee, omdat een waarde ontbreekt in rij 2, kolom 2 van donoren (Oost); rij 3, kolom 3 van donoren (West).",
    ]);
  });

  it("of every donor leaves nothing to compare with", () => {
    const cells = call([[null, null, null], ...donors.slice(1)], "weglaten");
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(/^Van elke donor ontbreekt een waarde/);
  });

  it("of the target is refused always", () => {
    const cells = [column(4, null, 9), ...call(donors, "weglaten").slice(1)];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(/^In rij 2 van doel ontbreekt een waarde/);
  });
});

describe("a panel that cannot be fitted", () => {
  const complete = [column(...target), donors, [names], column(...years), last];
  const replaced = (index: number, cells: Cells) => complete.map((given, i) => (i === index ? cells : given));

  it.each<[string, Cells[], RegExp]>([
    [
      "text among the outcomes",
      replaced(1, [[6, "veel", 7], ...donors.slice(1)]),
      /^In rij 1, kolom 2 van donoren staat "veel"; verwacht werd een getal/,
    ],
    [
      "a NaN, which Excel cannot hold but a caller can",
      replaced(1, [[6, NaN, 7], ...donors.slice(1)]),
      /^In rij 1, kolom 2 van donoren staat NaN/,
    ],
    ["a truth value", replaced(0, column(4, true, 9)), /^In rij 2 van doel staat WAAR;/],
    ["no donors", replaced(1, [["Noord"], [null], [null], [null]]), /namen heeft 3 cellen, maar er zijn 1/],
    [
      "a single blank for the donors",
      replaced(1, none),
      /doel heeft 3 jaren, maar donoren is 1 bij 1 cellen/,
    ],
    [
      "fewer than two years before the intervention",
      replaced(4, [[2017]]),
      /^Ongeldig aantal voorperioden: 1, bij 3 perioden in totaal/,
    ],
    [
      "donors of other years",
      replaced(0, column(1, 2, 3, 4)),
      /^doel heeft 4 jaren, maar donoren is 3 bij 3 cellen/,
    ],
    ["a target in rows and columns", replaced(0, donors), /^doel moet één kolom of één rij zijn/],
    ["too few names", replaced(2, [["a", "b"]]), /^namen heeft 2 cellen, maar er zijn 3 donoren/],
    ["years without the last one", complete.slice(0, 4), /^De jaren zijn bekend \(2017 tot en met 2019\)/],
    [
      "a last year without years",
      replaced(3, none),
      /^laatste_voorjaar is 2018, maar de jaren ontbreken: .*Geef in jaren voor elke periode een jaartal/,
    ],
    [
      "a last year that is none of the years",
      replaced(4, [[2000]]),
      /^laatste_voorjaar 2000 staat niet in de jaren \(2017 tot en met 2019\)/,
    ],
    ["a year twice", replaced(3, column(2017, 2018, 2018)), /^Het jaar 2018 staat twee keer in jaren/],
    ["a year that is missing", replaced(3, column(2017, null, 2019)), /^In rij 2 van jaren ontbreekt/],
    ["too few years", replaced(3, column(2017, 2018)), /^jaren heeft 2 cellen, maar doel heeft 3 jaren/],
    [
      "years that differ between the ranges",
      replaced(
        1,
        withYears(donors, [null, ...names]).map((row, r) => (r === 2 ? [2028, ...row.slice(1)] : row)),
      ),
      /^Jaar 2 is 2018 volgens jaren en 2028 volgens donoren/,
    ],
    [
      "names that differ between the ranges",
      replaced(1, [["Noord", "Oost", "Zuid"], ...donors]),
      /^Donor 3 heet in namen "West" en in donoren "Zuid"/,
    ],
    [
      "a period that is no year beside the names",
      replaced(1, [["jaar", ...names], ...donors.map((row, t) => [`${2017 + t}-K1`, ...row])]),
      /^In rij 2, kolom 1 van donoren staat "2017-K1"; verwacht werd een jaartal/,
    ],
    [
      "the target among the donors, under its own name",
      [withYears(column(...target), [null, "Oost"]), withYears(donors, [null, ...names]), none, none, last],
      /^Donor 2 \(Oost\) heet net zo als het doelgebied/,
    ],
    [
      "the target among the donors, under another name",
      replaced(
        1,
        donors.map((row, t) => [row[0], target[t], row[2]]),
      ),
      /^Donor 2 \(Oost\) heeft in alle jaren dezelfde waarden als het doelgebied/,
    ],
    [
      "another word for what to do with missing values",
      [...complete, [["negeren"]]],
      /ontbrekend.*"fout" of "weglaten"/,
    ],
    ["a negative penalty", [...complete, none, [[-1]]], /straf.*verwacht werd een getal van 0 of meer/],
  ])("is refused for %s", (_, cells, message) => {
    const error = errorOf(SYNTH_GEWICHTEN, cells);
    expect(error.code).toBe("#VALUE!");
    expect(error.message).toMatch(message);
  });

  it("is no panel with one donor, or a constant one: they are fitted", () => {
    expect(weightsOf(column(1, 2), column(5, 5))).toEqual([["Donor 1", 1]]);
    // The constant 2 is the nearest to (1, 2) of the mixtures with (9, 9).
    expect(
      weightsOf(column(1, 2), [
        [2, 9],
        [2, 9],
      ]),
    ).toEqual([
      ["Donor 1", 1],
      ["Donor 2", 0],
    ]);
  });
});
