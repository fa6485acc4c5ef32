import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_GEWICHTEN, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const column = (...values: CellValue[]): Cells => values.map((value) => [value]);
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));
const none: Cells = [[null]];

/** Before the intervention the target equals the first donor, so that it gets all weight, and the series is that donor. */
const years = [2012, 2014, 2017, 2019];
const target = [10.5, 12.5, 11.5, 20.5];
const donors = [
  [10.5, 30.5, 50.5],
  [12.5, 35.5, 41.5],
  [11.5, 38.5, 62.5],
  [15.5, 40.5, 70.5],
];
const last: Cells = [[2017]];
const series = years.map((year, t) => [year, target[t], donors[t][0]]);

const before = (labels: CellValue[], cells: Cells): Cells => cells.map((row, r) => [labels[r], ...row]);
const under = (head: CellValue[], cells: Cells): Cells => [head, ...cells];
const both = (corner: CellValue, labels: CellValue[], head: CellValue[], cells: Cells) =>
  before([corner, ...labels], under(head, cells));
const seriesOf = (...cells: Cells[]) => evaluate(SYNTH_REEKS, cells).slice(1);
const weightsOf = (...cells: Cells[]) => evaluate(SYNTH_GEWICHTEN, cells).slice(1);
const withWeightOne = (names: string[]) => names.map((name, j) => [name, j === 0 ? 1 : 0]);

describe("years with gaps", () => {
  const names = ["Noord", "Oost", "West"];

  it.each([
    "Regio's",
    "Regio’s",
    "REGIOS",
    "Perioden",
    "Période",
    "Wijknaam",
    "Buurtnaam",
    "Gebiedsnaam",
    "Wijken en buurten",
    "Meetjaar",
    "Datum",
    "Iets anders",
    null,
  ])("are years under %p, whichever way the range lies", (corner) => {
    const donoren = both(corner, years, names, donors);
    expect(seriesOf(column(...target), donoren, none, none, last)).toEqual(series);
    expect(weightsOf([target], turned(donoren), none, none, last)).toEqual(withWeightOne(names));
  });

  it.each([
    ["the donors", column(...target), before(years, donors), none],
    ["both", before(years, column(...target)), before(years, donors), none],
    ["the target alone", before(years, column(...target)), donors, none],
    ["the donors, and in jaren", column(...target), before(years, donors), column(...years)],
    [
      "the donors, from the last to the first, and in jaren",
      column(...[...target].reverse()),
      before([...years].reverse(), [...donors].reverse()),
      [[...years].reverse()],
    ],
  ])("are years before %s without a heading", (_, doel, donoren, jaren) => {
    const result = seriesOf(doel, donoren, none, jaren, last);
    expect([...result].sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual(series);
    expect(weightsOf(turned(doel), turned(donoren), none, jaren, last)).toEqual(
      withWeightOne(["Donor 1", "Donor 2", "Donor 3"]),
    );
  });

  it("are no donor where the last year before is not given: then the call is refused", () => {
    for (const donoren of [before(years, donors), both("Regio's", years, names, donors)]) {
      const error = errorOf(SYNTH_GEWICHTEN, [column(...target), donoren]);
      expect(error.message).toMatch(/^De jaren zijn bekend \(2012 tot en met 2019\)/);
    }
  });

  it("above the donors without a heading are refused where they may be figures as well", () => {
    const lying = under([2012, 2014, 2017, 2019], turned(donors));
    expect(errorOf(SYNTH_GEWICHTEN, [column(...target), lying]).message).toMatch(
      /^donoren is op twee manieren te lezen: .*jaren in rij 1.*Zet "jaar" boven de jaren/,
    );
    expect(weightsOf(column(...target), lying, none, none, last)).toEqual(
      withWeightOne(["Donor 1", "Donor 2", "Donor 3"]),
    );
  });

  it("that are nearly those in jaren are refused: a year was mistyped", () => {
    const donoren = before([2012, 2014, 2018, 2019], donors);
    const error = errorOf(SYNTH_GEWICHTEN, [column(...target), donoren, none, column(...years), last]);
    expect(error.message).toMatch(/^Jaar 3 is 2017 volgens jaren en 2018 volgens donoren/);
  });

  it("are figures where namen has a name for them", () => {
    const cells = before([1950, 1967, 1990, 2001], donors);
    const names4 = [["Centrum", ...names]];
    expect(weightsOf(column(...target), cells, names4)).toHaveLength(4);
  });
});

describe("dates", () => {
  // 40909 is 1 January 2012, 41640 that of 2014, 42736 that of 2017 and 43466 that of 2019.
  const firstDays = [40909, 41640, 42736, 43466];
  const names = ["Noord", "Oost", "West"];

  it.each<[string, CellValue, CellValue[], RegExp]>([
    [
      "without a heading",
      undefined as unknown as CellValue,
      firstDays,
      /^In rij 1, kolom 1 van donoren staat 40909, .* de datum 1-1-2012\. Geef het jaartal/,
    ],
    [
      "under a heading",
      "Datum",
      firstDays,
      /^In rij 2, kolom 1 van donoren staat 40909, .* de datum 1-1-2012/,
    ],
    ["under another text", "Stand", firstDays, /^In rij 2, kolom 1 van donoren staat 40909/],
    ["of 31 December", "Stand", firstDays.map((day) => day - 1), /de datum 31-12-2011/],
    [
      "of any day under a heading",
      "Peildatum",
      [41000, 41700, 42800, 43500],
      /staat 41000, .* de datum 1-4-2012/,
    ],
    [
      "as text",
      "Stand",
      ["1-1-2012", "1-1-2014", "1-1-2017", "1-1-2019"],
      /^In rij 2, kolom 1 van donoren staat "1-1-2012"; verwacht werd een jaartal/,
    ],
  ])("%s are no years and no donor", (_, corner, labels, message) => {
    const donoren = corner === undefined ? before(labels, donors) : both(corner, labels, names, donors);
    for (const options of [[], [none, none, last], [none, column(...years), last]]) {
      expect(errorOf(SYNTH_GEWICHTEN, [column(...target), donoren, ...options]).message).toMatch(message);
    }
  });

  it("in jaren are refused with the year that they are in", () => {
    const error = errorOf(SYNTH_GEWICHTEN, [column(...target), donors, none, column(...firstDays), last]);
    expect(error.message).toMatch(/^In rij 1 van jaren staat 40909, .* de datum 1-1-2012/);
  });
});

describe("codes of areas above the donors", () => {
  it.each<[string, CellValue[], string[]]>([
    ["numbers", [363, 599, 344], ["363", "599", "344"]],
    ["text", ["0363", "0599", "0344"], ["0363", "0599", "0344"]],
    ["numbers among names", [363, "Oost", 344], ["363", "Oost", "344"]],
    ["numbers that look like years", [1926, 1930, 1963], ["1926", "1930", "1963"]],
  ])("that are %s are names where the target has one row less", (_, codes, names) => {
    const donoren = under(codes, donors);
    expect(weightsOf(column(...target), donoren, none, column(...years), last)).toEqual(withWeightOne(names));
    expect(weightsOf([target], turned(donoren), none, column(...years), last)).toEqual(withWeightOne(names));
    expect(weightsOf(column(...target), both("jaar", years, codes, donors), none, none, last)).toEqual(
      withWeightOne(names),
    );
  });

  it("and above the target as well are names where jaren says how many years there are", () => {
    const cells = [under([718], column(...target)), under([363, 599, 344], donors), none];
    expect(weightsOf(...cells, column(...years), last)).toEqual(withWeightOne(["363", "599", "344"]));
  });

  it("and above the target as well are refused where nothing says so", () => {
    const cells = [under([718], column(...target)), under([363, 599, 344], donors)];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(
      /^donoren is op twee manieren te lezen: .*namen in rij 1/,
    );
  });

  it("as text are names above the target as well", () => {
    const cells = [under(["0718"], column(...target)), under(["0363", "0599", "0344"], donors)];
    expect(weightsOf(...cells)).toHaveLength(3);
    expect(weightsOf(...cells)[0][0]).toBe("0363");
  });

  it("are refused where donors that lie may be meant", () => {
    // Five rows of four: four years under codes, or five donors over four years.
    const four = donors.map((row) => [...row, 1.5]);
    const error = errorOf(SYNTH_GEWICHTEN, [column(...target), under([363, 599, 344, 518], four)]);
    expect(error.message).toMatch(/^donoren is op twee manieren te lezen/);
  });
});

describe("a donor without a name", () => {
  it.each<[string, CellValue[], RegExp]>([
    [
      "in the corner",
      [null, "Oost", "West"],
      /^In rij 1, kolom 1 van donoren ontbreekt de naam van een donor/,
    ],
    ["further on", ["Noord", null, "West"], /^In rij 1, kolom 2 van donoren ontbreekt de naam van een donor/],
  ])("%s is refused, where it stands", (_, head, message) => {
    const cells = [column(...target), under(head, donors), none, column(...years), last];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(message);
  });

  it("does not vanish when its figures look like years", () => {
    const counts = [1950, 1967, 1990, 2001];
    const donoren = both(null, counts, ["Oost", "West", "Zuid"], donors);
    for (const options of [[], [none, column(...years), last]]) {
      expect(errorOf(SYNTH_GEWICHTEN, [column(...target), donoren, ...options]).code).toBe("#VALUE!");
    }
    const unordered = both(null, [1967, 1950, 2001, 1990], ["Oost", "West", "Zuid"], donors);
    for (const options of [[], [none, column(...years), last]]) {
      expect(errorOf(SYNTH_GEWICHTEN, [column(...target), unordered, ...options]).code).toBe("#VALUE!");
    }
  });
});

describe("a panel with as many donors as periods", () => {
  // The target is halfway the first two donors in all periods; of the rows it is not.
  const doel = [10.5, 12.5, 12];
  const square = [
    [10, 11, 50],
    [12, 13, 41],
    [10, 14, 62],
  ];
  const three = ["Donor 1", "Donor 2", "Donor 3"];
  const half = [0.5, 0.5, 0].map((weight, j) => [three[j], expect.closeTo(weight, 12)]);

  it("lies as the target does", () => {
    expect(weightsOf(column(...doel), square)).toEqual(half);
    expect(weightsOf([doel], turned(square))).toEqual(half);
  });

  it.each([
    ["quarters", ["2017 K1", "2017 K2", "2017 K3"]],
    ["quarters of StatLine", ["2017KW01", "2017KW02", "2017KW03"]],
    ["words", ["nulmeting", "halverwege", "voor de start"]],
  ])("has periods in %s where the target has the same", (_, periods) => {
    const cells = [before(periods, column(...doel)), before(periods, square)];
    expect(weightsOf(...cells)).toEqual(half);
    expect(weightsOf(...cells.map(turned))).toEqual(half);
    // The other way round than the target: the labels tell.
    expect(weightsOf(cells[0], turned(cells[1]))).toEqual(half);
    expect(weightsOf(cells[0], both(null, periods, three, square))).toEqual(half);
  });

  it("has no donors that are called after quarters", () => {
    const cells = [column(...doel), before(["2017 K1", "2017 K2", "2017 K3"], square)];
    expect(errorOf(SYNTH_GEWICHTEN, cells).message).toMatch(
      /^In rij 1, kolom 1 van donoren staat "2017 K1"; verwacht werd een jaartal/,
    );
  });
});

describe("the series of SYNTH.TOEPASSEN", () => {
  const weights = column(0.25, 0.75);
  const named: Cells = [
    ["Noord", 0.25],
    ["Oost", 0.75],
  ];
  const body = [
    [60, 100],
    [40, 80],
    [20, 40],
  ];
  // 0,25 x 60 + 0,75 x 100 = 90; 0,25 x 40 + 0,75 x 80 = 70; 0,25 x 20 + 0,75 x 40 = 35
  const means = [90, 70, 35];
  const result = (periods: number[]) => means.map((mean, t) => [periods[t], mean]);
  const gaps = [2012, 2014, 2017];

  it.each<[string, Cells, Cells]>([
    ["without a heading", weights, before(gaps, body)],
    ["under names, by name", named, both("Wijknaam", gaps, ["Noord", "Oost"], body)],
    ["under names, by place", weights, both(null, gaps, ["Noord", "Oost"], body)],
    ["under codes", weights, both("jaar", gaps, [363, 599], body)],
  ])("may have years with gaps %s, and does not average them", (_, gewichten, reeksen) => {
    expect(evaluate(SYNTH_TOEPASSEN, [gewichten, reeksen]).slice(1)).toEqual(result(gaps));
    expect(evaluate(SYNTH_TOEPASSEN, [gewichten, turned(reeksen)]).slice(1)).toEqual(result(gaps));
  });

  it("are refused where dates stand before them", () => {
    const error = errorOf(SYNTH_TOEPASSEN, [weights, before([40909, 41640, 42736], body)]);
    expect(error.message).toMatch(/^In rij 1, kolom 1 van reeksen staat 40909, .* de datum 1-1-2012/);
  });

  it("may be counts that look like years long ago", () => {
    // 0,25 x 1200 + 0,75 x 800 = 900; 0,25 x 1201 + 0,75 x 801 = 901
    const counts: Cells = [
      ["Noord", "Oost"],
      [1200, 800],
      [1201, 801],
    ];
    const expected = [
      [1, 900],
      [2, 901],
    ];
    expect(evaluate(SYNTH_TOEPASSEN, [weights, counts]).slice(1)).toEqual(expected);
    expect(evaluate(SYNTH_TOEPASSEN, [named, counts]).slice(1)).toEqual(expected);
    expect(evaluate(SYNTH_TOEPASSEN, [weights, counts.slice(1)]).slice(1)).toEqual(expected);
  });

  it("go by name with codes, as numbers", () => {
    const gewichten = [
      [599, 0.75],
      [363, 0.25],
    ];
    expect(evaluate(SYNTH_TOEPASSEN, [gewichten, under([363, 599], body)]).slice(1)).toEqual(
      result([1, 2, 3]),
    );
  });
});
