import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));

/** 0,25 x 60 + 0,75 x 100 = 90; with all weight on Oost it is 100. */
const reeksen: Cells = [
  ["Noord", "Oost"],
  [60, 100],
];
const meanOf = (weights: Cells) => evaluate(SYNTH_TOEPASSEN, [weights, reeksen])[1][1];
const messageOf = (weights: Cells) => errorOf(SYNTH_TOEPASSEN, [weights, reeksen]).message;

describe("two weights", () => {
  it.each<[string, Cells]>([
    ["alone", [[0.25], [0.75]]],
    ["under a heading", [["Gewicht"], [0.25], [0.75]]],
    [
      "with names",
      [
        ["Noord", 0.25],
        ["Oost", 0.75],
      ],
    ],
    [
      "with names in another order",
      [
        ["Oost", 0.75],
        ["Noord", 0.25],
      ],
    ],
    [
      "with names and headings",
      [
        ["Wijknaam", "W"],
        ["Noord", 0.25],
        ["Oost", 0.75],
      ],
    ],
    [
      "with names and the name of the target above",
      [
        ["Donor", "Zuid"],
        ["Noord", 0.25],
        ["Oost", 0.75],
      ],
    ],
    [
      "with names under a heading of names alone",
      [
        ["Wijk", null],
        ["Noord", 0.25],
        ["Oost", 0.75],
      ],
    ],
    [
      "in per cents",
      [
        ["Noord", "25%"],
        ["Oost", "75%"],
      ],
    ],
  ])("%s are read in a column and in a row", (_, weights) => {
    expect(meanOf(weights)).toBe(90);
    expect(meanOf(turned(weights))).toBe(90);
  });

  it("with codes as names are found, and refused where they are no codes", () => {
    expect(
      messageOf([
        [1, 0],
        [0, 1],
      ]),
    ).toMatch(/^Donor "0" heeft gewicht, maar staat niet in reeksen/);
    expect(
      evaluate(SYNTH_TOEPASSEN, [
        [
          [363, 599],
          [0.25, 0.75],
        ],
        [[60, 100]],
      ])[1],
    ).toEqual([1, 90]);
    expect(
      evaluate(SYNTH_TOEPASSEN, [
        [
          [363, 0.25],
          [599, 0.75],
        ],
        [[60, 100]],
      ])[1],
    ).toEqual([1, 90]);
  });
});

describe("the first cell of the weights", () => {
  it.each(["doet niet mee", "Doet niet mee", "DOET NIET MEE ", "doet\u00a0niet mee"])(
    "may be %p: no weight, and no heading",
    (text) => {
      expect(meanOf([[text], [1]])).toBe(100);
      expect(meanOf([[text, 1]])).toBe(100);
      expect(
        meanOf([
          ["Noord", text],
          ["Oost", 1],
        ]),
      ).toBe(100);
      expect(
        meanOf([
          ["Oost", 1],
          ["Noord", text],
        ]),
      ).toBe(100);
    },
  );

  it.each(["Gewicht", "gewichten", "Weging", "Aandeel in de controlegroep", "Gewicht (W)"])(
    "may be the heading %p",
    (heading) => expect(meanOf([[heading], [0.25], [0.75]])).toBe(90),
  );

  it("is no heading when it says that there is none", () => {
    expect(messageOf([["n.v.t."], [0.25], [0.75]])).toMatch(/^In rij 1 van gewichten staat "n.v.t."/);
  });

  it.each(["geen", "nul", "O,5"])("is refused with %p: it may have been meant as a weight", (text) => {
    expect(messageOf([[text], [0.25], [0.75]])).toBe(
      `In rij 1 van gewichten staat "${text}"; verwacht werd een gewicht: een getal van 0 tot en met 1, "doet niet mee", of een kop zoals "Gewicht".`,
    );
    expect(
      messageOf([
        ["Noord", text],
        ["Oost", 1],
      ]),
    ).toMatch(/^In rij 1, kolom 2 van gewichten staat/);
  });
});

describe("the sum of the weights", () => {
  it.each([
    [0.26, 0.75],
    [0.24, 0.75],
    [0.005, 1],
  ])("may be off by 0,01: %p and %p", (one, other) => {
    expect(meanOf([[one], [other]])).toBeCloseTo((60 * one + 100 * other) / (one + other), 10);
  });

  it("is shown with the digits that make it too large", () => {
    expect(messageOf([[0.2600001], [0.75]])).toMatch(/samen 1,0100001; verwacht werd 1, op 0,01 na/);
    expect(messageOf([[0.27], [0.75]])).toMatch(/samen 1,02; verwacht werd 1/);
  });
});

it("a weight without a name among names is refused where it stands", () => {
  expect(
    messageOf([
      ["Noord", 0.25],
      [null, 0.5],
      ["Oost", 0.25],
    ]),
  ).toMatch(/^In rij 2, kolom 1 van gewichten ontbreekt de naam/);
});
