import { asText, inputOf, inputsOf } from "../../src/workbook/cell-inputs";
import { pointsOfCharacters } from "../../src/workbook/column-width";
import { newSheet, place, placeSpill } from "../../src/workbook/sheet";

describe("a text in a cell of Excel", () => {
  it.each([
    "=1+1",
    '=HYPERLINK("https://x.nl")',
    "+31 10",
    "-5",
    "@SUM(A1)",
    "'s Gravendijkwal",
    "007",
    "1-2",
    "2021",
    "50%",
    "1e5",
    "E5",
    "mei 2021",
    "WAAR",
    "true",
    "#N/B",
    " =1+1",
    "(3)",
    "€ 5",
  ])("such as %s gets an apostrophe, which keeps it that text", (text) => {
    expect(asText(text)).toBe(`'${text}`);
  });

  it.each(["Zuid", "n.b.", "Overig, basis", "Ontwikkeling", "één"])("such as %s stays as it is", (text) => {
    expect(asText(text)).toBe(text);
  });
});

describe("what is written into a cell", () => {
  it.each([
    [{ value: 3, formula: "KNAP.NPS(A1:A9)" }, "=KNAP.NPS(A1:A9)"],
    [{ value: "=1" }, "'=1"],
    [{ value: 2021 }, 2021],
    [{ value: true }, true],
    [{ value: null }, null],
    [{ value: 3, spilled: true } as const, null],
    [{ value: { error: "#N/A", message: "geen" } } as const, "#N/A"],
    [undefined, null],
  ])("%j", (cell, input) => expect(inputOf(cell)).toBe(input));

  it("is a matrix in which a formula that spills stands alone", () => {
    const sheet = newSheet("Blad", []);
    place(sheet, 0, 2, { value: 1 });
    const table = [
      [1, 2],
      [3, 4],
    ];
    placeSpill(sheet, 2, 0, { table, formula: "KNAP.NPS.VERDELING(A1:A9)", dress: () => ({}) });
    expect(inputsOf(sheet)).toEqual([
      [null, null, 1],
      [null, null, null],
      ["=KNAP.NPS.VERDELING(A1:A9)", null, null],
      [null, null, null],
    ]);
  });
});

// 64 pixels, or 48 points, is Excel's own standard column of 8.43 characters.
it("a width in characters in points", () => expect(pointsOfCharacters(8.43)).toBe(48));
