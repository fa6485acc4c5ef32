import { functionRecords } from "../../src/measures";
import { CellError } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { givenCell } from "../../src/measures/given-cells";

// Of Office.js's types of cell values basicType may be left out, and basicValue too where it is "#VALUE!".
describe("a data type without what may be left out", () => {
  it.each<[object, unknown]>([
    [{ type: "FormattedNumber", basicValue: 7.5, numberFormat: "0,0" }, 7.5],
    [{ type: "Double", basicValue: 44286, numberFormat: "dd-mm-jjjj" }, 44286],
    [{ type: "String", basicValue: "#1 Zuid" }, "#1 Zuid"],
    [{ type: "Boolean", basicValue: false }, false],
    [{ type: "Empty" }, null],
    [{ type: "Empty", basicValue: "" }, null],
    [{ type: "Entity", text: "Charlois" }, "Charlois"],
    [{ type: "Entity", text: "Charlois", basicValue: "#VALUE!" }, "Charlois"],
    [{ type: "LinkedEntity", text: "Rotterdam" }, "Rotterdam"],
    [{ type: "WebImage", address: "https://voorbeeld.nl/kaart.png", altText: "Kaart" }, "Kaart"],
    [{ type: "WebImage", basicType: "Error", basicValue: "#VALUE!", altText: "Kaart" }, "Kaart"],
  ])("is its basic value or its text: %j", (given, value) => {
    expect(givenCell(given)).toBe(value);
  });

  it.each<[object, string]>([
    [{ type: "Error", basicValue: "#N/A" }, "#N/B"],
    [{ type: "Error", errorType: "Busy", basicValue: "#BUSY!" }, "#BEZET!"],
    [{ type: "Error", errorType: "Div0" }, "#WAARDE!"],
    [{ type: "Array", elements: [[{ type: "Double", basicValue: 1 }]] }, "#WAARDE!"],
    [{ type: "WebImage", address: "https://voorbeeld.nl/kaart.png" }, "#WAARDE!"],
    [{}, "#WAARDE!"],
  ])("is an error otherwise: %j", (given, name) => {
    expect(givenCell(given)).toMatchObject({ message: expect.stringContaining(`de fout ${name}`) as string });
  });

  it("is never shown as an object, in any argument of any function", () => {
    const types = [
      { type: "Entity", text: "Charlois" },
      { type: "Error", basicValue: "#N/A" },
      {},
      { type: "Double" },
    ];
    for (const record of functionRecords) {
      record.example.arguments.forEach((cells, index) => {
        for (const type of types) {
          const given: unknown[][][] = record.example.arguments.map((argument, i) =>
            i === index ? [[type, ...cells[0].slice(1)], ...cells.slice(1)] : argument,
          );
          expect(outcome(record, given)).not.toMatch(/\[object|undefined/);
        }
      });
    }
  });
});

function outcome(record: (typeof functionRecords)[number], cells: unknown[][][]): string {
  try {
    return JSON.stringify(evaluate(record, cells));
  } catch (error) {
    if (error instanceof CellError) return error.message;
    throw error;
  }
}
