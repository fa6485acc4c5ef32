import type { CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { panelByHand, SYNTH_GEWICHTEN } from "../../src/measures/synthetic-fit";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

type Cells = CellValue[][];
const none: Cells = [[null]];
const [doel, donoren, , jaren, last] = panelByHand;
const gewichten = (...names: CellValue[]): Cells => [
  [names[0], 0.25],
  [names[1], 0.75],
];

/** Pairs of names that are one name to a reader. */
const alike: [string, string, string][] = [
  ["in capitals", "Noord", "NOORD"],
  ["in spaces around it", "Noord", " Noord  "],
  ["in spaces within", "Oud Charlois", "Oud   Charlois"],
  ["in a space that does not break", "Oud Charlois", "Oud\u00a0Charlois"],
  ["in how an accent is stored", "Curac\u0327ao", "Cura\u00e7ao"],
];

describe.each(alike)("names that differ %s only", (_, one, other) => {
  it("are refused as two donors of a panel, with both places", () => {
    expect(errorOf(SYNTH_GEWICHTEN, [doel, donoren, [[one, "Oost", other]], jaren, last]).message).toBe(
      `De naam "${other}" staat twee keer: in kolom 1 van namen en in kolom 3 van namen. Laat één van beide weg, of geef ze verschillende namen.`,
    );
    const inRange = [["jaar", "Oost", one, other.trim()], ...donoren.map((row, t) => [2017 + t, ...row])];
    expect(errorOf(SYNTH_GEWICHTEN, [doel, inRange, none, none, last]).message).toMatch(
      /staat twee keer: in rij 1, kolom 3 van donoren en in rij 1, kolom 4 van donoren\./,
    );
  });

  it("agree between namen and donoren, and namen is shown as it was typed", () => {
    const inRange = [[one, "Oost", "West"], ...donoren];
    const [, ...rows] = evaluate(SYNTH_GEWICHTEN, [doel, inRange, [[other, "oost", "WEST"]], jaren, last]);
    expect(rows.map(([name]) => name)).toEqual([other, "oost", "WEST"]);
  });

  it("are the target among its own donors", () => {
    const target = [[one], ...doel];
    const error = errorOf(SYNTH_GEWICHTEN, [target, donoren, [["Oost", "West", other]], jaren, last]);
    expect(error.message).toMatch(/^Donor 3 .* heet net zo als het doelgebied/);
  });

  it("are refused twice among the weights, with both places", () => {
    const error = errorOf(SYNTH_TOEPASSEN, [gewichten(one, other), [[1, 2]]]);
    expect(error.message).toMatch(
      /staat twee keer: in rij 1, kolom 1 van gewichten en in rij 2, kolom 1 van/,
    );
  });

  it("find each other in SYNTH.TOEPASSEN", () => {
    const reeksen = [
      ["Oost", other],
      [100, 60],
    ];
    // 0,25 x 60 + 0,75 x 100 = 90
    expect(evaluate(SYNTH_TOEPASSEN, [gewichten(one, "Oost"), reeksen])[1]).toEqual([1, 90]);
  });

  it("are refused twice among the series, with both places, whatever their weights", () => {
    const reeksen = [
      ["jaar", "Noordwest", "Oost", one, other],
      [2020, 1, 2, 3, 4],
    ];
    const error = errorOf(SYNTH_TOEPASSEN, [gewichten("Noordwest", "Oost"), reeksen]);
    expect(error.message).toMatch(
      /staat 2 keer in reeksen: in rij 1, kolom 4 van reeksen en in rij 1, kolom 5 van reeksen\. Laat er één staan\.$/,
    );
  });
});

it("a name that is given twice in part of namen is refused too: the other donors are called Donor 1, 2 ...", () => {
  const error = errorOf(SYNTH_GEWICHTEN, [doel, donoren, [["Donor 2", null, null]], jaren, last]);
  expect(error.message).toMatch(
    /^De naam "Donor 2" staat twee keer: in kolom 1 van namen en in kolom 2 van namen/,
  );
});
