import fc from "fast-check";
import { CellError } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { givenCell } from "../../src/measures/given-cells";
import { functionRecords } from "../../src/measures";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "../../src/measures/representation";
import { NPS } from "../../src/measures/satisfaction";
import { SYNTH_PERSONEN } from "../../src/measures/synthetic-use";

/** As Excel writes data types: https://learn.microsoft.com/office/dev/add-ins/excel/excel-data-types-concepts */
const formatted = (value: number, numberFormat = "0,00") => ({
  type: "FormattedNumber",
  basicType: "Double",
  basicValue: value,
  numberFormat,
});
const entity = (text: string) => ({
  type: "Entity",
  text,
  properties: { Naam: { type: "String", basicType: "String", basicValue: text } },
  basicType: "Error",
  basicValue: "#VALUE!",
});
const errorType = (basicValue: string) => ({ type: "Error", basicType: "Error", basicValue });
/** What Microsoft's runtime makes of an error: `code` and the rest. */
const runtimeError = (code: string) => Object.assign(new Error(""), { code, type: "Error" });
const image = {
  type: "WebImage",
  address: "https://example.com/a.png",
  basicType: "Error",
  basicValue: "#VALUE!",
};

describe("a data type", () => {
  it.each<[unknown, unknown]>([
    [formatted(7.5), 7.5],
    [formatted(44286, "dd-mm-jjjj"), 44286],
    [{ type: "Double", basicType: "Double", basicValue: 3 }, 3],
    [{ type: "String", basicType: "String", basicValue: "Zuid" }, "Zuid"],
    [{ type: "Boolean", basicType: "Boolean", basicValue: false }, false],
    [{ type: "Empty", basicType: "Empty", basicValue: "" }, null],
    [entity("Charlois"), "Charlois"],
    [{ ...entity("Overschie"), type: "LinkedEntity" }, "Overschie"],
    [undefined, null],
  ])("%j is %j", (given, value) => expect(givenCell(given)).toBe(value));

  it("counts as its value in a function", () => {
    // 1 promotor and 1 criticaster of 2
    expect(evaluate(NPS, [[[formatted(9)], [formatted(3)]]])).toEqual([[0]]);
    const table = evaluate(REPRESENTATIE_TABEL, [
      [[entity("Mannen")], ["mannen"], [entity("Vrouwen")]],
      [["ja"], ["nee"], ["ja"]],
    ]);
    expect(table.map(([name, count]) => [name, count])).toEqual([
      ["Categorie", "Populatie"],
      ["Mannen", 2],
      ["Vrouwen", 1],
      ["Totaal", 3],
    ]);
  });
});

describe("an error in a cell", () => {
  it.each([
    ["#N/A", "#N/B"],
    ["#DIV/0!", "#DEEL/0!"],
    ["#REF!", "#VERW!"],
    ["#NAME?", "#NAAM?"],
    ["#SPILL!", "#OVERLOOP!"],
  ])("%s is told with its cell, and as Dutch Excel shows it", (code, dutch) => {
    for (const given of [runtimeError(code), errorType(code)]) {
      const call = () => evaluate(NPS, [[[9], [given], [3]]], { addresses: ["Blad1!B4:B6"] });
      expect(call).toThrow(CellError);
      expect(call).toThrow(`In cel B5 staat de fout ${dutch}.`);
    }
  });

  it.each([image, { basicType: "Array", type: "Array", elements: [[1]], basicValue: "#VALUE!" }, {}])(
    "is what a data type without a value is: %j",
    (given) => {
      expect(() => evaluate(NPS, [[[9], [given]]])).toThrow("In rij 2 van cijfers staat de fout #WAARDE!.");
    },
  );

  it("fails only that cell of a function that works cell by cell", () => {
    const shares = evaluate(REPRESENTATIE, [
      [[0.2], [errorType("#DIV/0!")], [0.2]],
      [[0.1], [0.1], [runtimeError("#N/A")]],
    ]);
    expect(shares).toEqual([
      [1],
      [
        {
          error: "#VALUE!",
          message: expect.stringMatching(/^In rij 2 van aandeel_bereikt staat de fout #DEEL\/0!/),
        },
      ],
      [
        {
          error: "#N/A",
          message: expect.stringMatching(/^In rij 3 van aandeel_populatie staat de fout #N\/B/),
        },
      ],
    ]);
    const persons = evaluate(SYNTH_PERSONEN, [[[errorType("#REF!")], [-0.5]], [[1000]], [["procentpunt"]]]);
    expect(persons[1]).toEqual([-5]);
    expect(persons[0]).toEqual([expect.objectContaining({ error: "#VALUE!" })]);
  });

  it("is told in every argument of every function", () => {
    for (const record of functionRecords) {
      Object.entries(record.arguments).forEach(([name, { keepsErrors }], index) => {
        if (keepsErrors) return;
        const cells: unknown[][][] = record.example.arguments.map((table) => table.map((row) => [...row]));
        while (cells.length <= index) cells.push([[null]]);
        cells[index] = cells[index].map((row) => row.map(() => errorType("#REF!")));
        expect(() => evaluate(record, cells)).toThrow(new RegExp(`${name} staat de fout #VERW!`));
      });
    }
  });
});

it("no object of Excel comes out as [object Object], whatever it is and wherever it stands", () => {
  const anyCell = fc.oneof(
    fc.constantFrom<unknown>(
      entity("A"),
      image,
      formatted(1),
      runtimeError("#NULL!"),
      errorType("#BUSY!"),
      {},
    ),
    fc.object({ maxDepth: 1 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...functionRecords), fc.nat(), anyCell, (record, at, cell) => {
      const cells: unknown[][][] = record.example.arguments.map((table) => table.map((row) => [...row]));
      const table = cells[at % cells.length];
      table[at % table.length][0] = cell;
      let shown: string;
      try {
        shown = JSON.stringify(evaluate(record, cells));
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        shown = error.message;
      }
      expect(shown).not.toContain("[object");
    }),
    { seed: 14, numRuns: 300 },
  );
});
