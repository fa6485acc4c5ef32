import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_EFFECT, SYNTH_GEWICHTEN, SYNTH_REEKS } from "../../src/measures/synthetic-fit";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const none: Cells = [[null]];
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));
const before = (labels: CellValue[], cells: Cells): Cells => cells.map((row, r) => [labels[r], ...row]);
const under = (head: CellValue, names: CellValue[], cells: Cells): Cells => [[head, ...names], ...cells];

// In 2016 to 2018 the target is halfway A and B, and in 2019 it is 5 - (1 + 3) / 2 = 3 above that. With 2019 among the years
// that are fitted the weights would be others.
const target: Cells = [[10], [12], [11], [5]];
const donors: Cells = [
  [9, 11, 50],
  [13, 11, 41],
  [10, 12, 62],
  [1, 3, 90],
];
const years = [2016, 2017, 2018, 2019];
const marked: [string, CellValue[]][] = [
  ["a star behind the last ones", [2016, 2017, "2018*", "2019**"]],
  ["a star behind all", ["2016*", "2017*", "2018*", "2019*"]],
  ["a space before the star", ["2016", "2017", "2018 *", "2019\u00a0**"]],
  ["the code of StatLine", ["2016JJ00", "2017JJ00", "2018JJ00", "2019JJ00"]],
  ["the mark in words", [2016, 2017, 2018, "2019 (voorlopig)"]],
];
const effectOf = (doel: Cells, donoren: Cells, jaren: Cells, last: CellValue) =>
  evaluate(SYNTH_EFFECT, [doel, donoren, none, jaren, [[last]]]);
const answer = [
  ["Jaar", "Effect"],
  [2019, expect.closeTo(3, 10)],
  ["Gemiddelde", expect.closeTo(3, 10)],
];

describe.each(marked)("years with %s", (_, labels) => {
  it.each<[string, Cells, Cells, Cells]>([
    ["beside both ranges", before(labels, target), before(labels, donors), none],
    ["beside the target", before(labels, target), donors, none],
    ["beside the donors", target, before(labels, donors), none],
    ["beside one range and plain beside the other", before(labels, target), before(years, donors), none],
    [
      "under a heading, with names",
      under("Perioden", ["Zuid"], before(labels, target)),
      under("Perioden", ["A", "B", "C"], before(labels, donors)),
      none,
    ],
    [
      "under a blank corner",
      under(null, ["Zuid"], before(labels, target)),
      under(null, ["A", "B", "C"], before(labels, donors)),
      none,
    ],
    ["in jaren", target, donors, labels.map((label) => [label])],
    ["in jaren and beside the donors", target, before(years, donors), labels.map((label) => [label])],
  ])("are years %s", (_where, doel, donoren, jaren) => {
    expect(effectOf(doel, donoren, jaren, 2018)).toEqual(answer);
    expect(effectOf(turned(doel), turned(donoren), turned(jaren), "2018*")).toEqual(answer);
    expect(effectOf(doel, donoren, jaren, "2018JJ00")).toEqual(answer);
  });

  it("ask for laatste_voorjaar, as plain years do", () => {
    const cells = [before(labels, target), before(labels, donors)];
    expect(errorOf(SYNTH_REEKS, cells).message).toMatch(/^De jaren zijn bekend \(2016 tot en met 2019\)/);
  });

  it("are the years of SYNTH.TOEPASSEN too", () => {
    const series = donors.map((row) => row.slice(0, 2));
    const found = evaluate(SYNTH_TOEPASSEN, [[[0.5], [0.5]], before(labels, series)]);
    expect(found.slice(1)).toEqual(years.map((year, t) => [year, target[t][0] === 5 ? 2 : target[t][0]]));
  });
});

describe("periods that are no years, beside the ranges", () => {
  const cellsWith = (labels: CellValue[], head?: CellValue) =>
    head === undefined
      ? [before(labels, target), before(labels, donors)]
      : [under(head, ["Zuid"], before(labels, target)), under(head, ["A", "B", "C"], before(labels, donors))];
  const messageOf = (cells: Cells[], last: CellValue) =>
    errorOf(SYNTH_GEWICHTEN, [...cells, none, none, [[last]]]).message;

  it.each(["dag", "Week", "nr", "Weeknummer", "periode", "jaar", "meting", "Kwartaal"])(
    "are refused under %p when they are numbers, with or without a last one, and jaren is named",
    (head) => {
      for (const last of [3, null]) {
        for (const cells of [cellsWith([1, 2, 3, 4], head), cellsWith([1, 2, 3, 4], head).map(turned)]) {
          expect(messageOf(cells, last)).toMatch(
            /^In (rij 2, kolom 1|rij 1, kolom 2) van doel staat 1; .*alleen jaartallen; nummers van perioden .* in het argument jaren/,
          );
        }
      }
    },
  );

  it("are not taken for a donor when they stand beside the donors alone", () => {
    for (const last of [3, null]) {
      const named = [target, under("dag", ["A", "B", "C"], before([1, 2, 3, 4], donors))];
      expect(messageOf(named, last)).toMatch(/^In rij 2, kolom 1 van donoren staat 1; .*argument jaren/);
      expect(messageOf([target, before([1, 2, 3, 4], donors)], last)).toMatch(
        /op twee manieren te lezen|^In rij 1, kolom 1 van donoren staat 1; .*argument jaren/,
      );
      const quarters = [target, before([20163, 20164, 20171, 20172], donors)];
      expect(messageOf(quarters, last)).toMatch(
        /^In rij 1, kolom 1 van donoren staat 20163; .*argument jaren/,
      );
    }
  });

  it("are refused with their cell and never with the advice to leave laatste_voorjaar out", () => {
    const labels: CellValue[][] = [
      ["2016 K1", "2016 K2", "2016 K3", "2016 K4"],
      ["2015/'16", "2016/'17", "2017/'18", "2018/'19"],
      ["dag 1", "dag 2", "dag 3", "dag 4"],
      ["2016", "2017", "2018?", "2019"],
      ["2016***", "2017***", "2018***", "2019***"],
      [1, 2, 3, 4],
      [201611, 201612, 201701, 201702],
    ];
    for (const periods of labels) {
      for (const head of [undefined, "jaar", "dag", null]) {
        const message = messageOf(cellsWith(periods, head), 2018);
        expect(message).toMatch(/(rij|kolom) \d.* van (doel|donoren)/);
        expect(message).not.toMatch(/laat beide weg|laatste_voorjaar weg/);
      }
    }
  });

  it("may be numbers in jaren", () => {
    const found = evaluate(SYNTH_EFFECT, [target, donors, none, [[1], [2], [3], [4]], [[3]]]);
    expect(found[1]).toEqual([4, expect.closeTo(3, 10)]);
  });

  it("in SYNTH.TOEPASSEN, which has no argument jaren, are to be left out", () => {
    const series = under(
      "dag",
      ["A", "B"],
      before(
        [1, 2],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    );
    const { message } = errorOf(SYNTH_TOEPASSEN, [[[0.5], [0.5]], series]);
    expect(message).toMatch(
      /^In rij 2, kolom 1 van reeksen staat 1; .* laat nummers van perioden .* buiten het bereik/,
    );
    expect(message).not.toMatch(/argument/);
  });
});
