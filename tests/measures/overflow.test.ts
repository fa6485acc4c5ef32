import { defineFunction, evaluate } from "../../src/measures/function-record";
import { REPRESENTATIE } from "../../src/measures/representation";
import { SYNTH_PERSONEN } from "../../src/measures/synthetic-use";
import { errorOf } from "./error-of";

const tooLarge = /^De uitkomst is te groot om mee te rekenen\. Kijk of .*, of kies een grotere eenheid/;

describe("a result beyond the largest number", () => {
  it("is #NUM! in its own cell of a table, beside cells that do have a value", () => {
    expect(evaluate(SYNTH_PERSONEN, [[[1e200], [2]], [[1e200], [3]], [["aandeel"]]])).toEqual([
      [{ error: "#NUM!", message: expect.stringMatching(tooLarge) }],
      [6],
    ]);
  });

  it("is the whole result when that is one cell", () => {
    for (const error of [
      errorOf(SYNTH_PERSONEN, [[[-1e200]], [[1e200]], [["aandeel"]]]),
      errorOf(REPRESENTATIE, [[[1e300]], [[1e-300]]]),
    ]) {
      expect(error.code).toBe("#NUM!");
      expect(error.message).toMatch(tooLarge);
    }
  });

  it.each([Infinity, -Infinity, NaN])(
    "%p never reaches a cell, from a calculation in steps either",
    (value) => {
      const steps = defineFunction({
        ...SYNTH_PERSONEN,
        arguments: {},
        calculate: function* () {
          yield;
          return [["Waarde", value]];
        },
      });
      expect(evaluate(steps, [])).toEqual([["Waarde", expect.objectContaining({ error: "#NUM!" })]]);
    },
  );
});

it("a number that is too large to read is refused where it stands", () => {
  const error = errorOf(SYNTH_PERSONEN, [[[1], ["1e400"]], [[5]], [["aandeel"]]]);
  expect(error.code).toBe("#VALUE!");
  expect(error.message).toMatch(/^In rij 2 van effect staat "1e400"; verwacht werd een getal/);
});
