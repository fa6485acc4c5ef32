import { extractOf } from "./read-text";

const head = "tabel;gebied;groep;indicator;jaar;waarde;eenheid";
const read = (...rows: string[]) => {
  const { rows: good, faults } = extractOf(`${[head, ...rows].join("\n")}\n`);
  return { good: good.map(({ values }) => [values.tabel, values.waarde, values.eenheid]), faults };
};

describe("the unit of a published figure", () => {
  it.each(["%", "procent", "Percentage", "pct", " % "])("is %% where the file says %p", (unit) => {
    expect(read(`4.3;Zuid;totaal;bereik instrumenten;2018;56;${unit}`).good).toEqual([["4.3", 56, "%"]]);
  });

  it("is % where only the figure says so: 56% would else be 5.600 %", () => {
    expect(read("2.3;Zuid;onderwerp;scholing | B;2018;56%;").good).toEqual([["2.3", 56, "%"]]);
    expect(read("3.3;Zuid;totaal;iets anders;2018;7,5 %;").good).toEqual([["3.3", 7.5, "%"]]);
  });

  it.each([
    ["4.3;Zuid;totaal;bereik instrumenten;2018;56;", "is een percentage"],
    ["4.4;Zuid;leeftijd;van 15 tot 25 jaar;2018;12;aantal", "is een percentage"],
    ["4.1;Zuid;type instrument;Nazorg | B;2018;12;", "is een percentage"],
    ["4.1;Zuid;totaal;instrumenten;2018;12%;aantal", "want de waarde is 12%"],
  ])("is asked for in %s", (row, said) => {
    const { good, faults } = read(row);
    expect(good).toEqual([]);
    expect(faults[0]).toMatchObject({ line: 2, column: "eenheid" });
    expect(faults[0].expected).toContain(said);
  });

  it("may be missing of a count, and of a figure that is not published", () => {
    expect(read("4.1;Zuid;totaal;instrumenten;2018;1200;").good).toEqual([["4.1", 1200, null]]);
    expect(read("4.3;Zuid;totaal;bereik instrumenten;2018;.;").good).toEqual([["4.3", null, null]]);
  });
});

it.each(["4.3", "4,3", "tabel 4.3", "Tabel 4,3"])("the table %p is 4.3", (tabel) => {
  expect(read(`${tabel};Zuid;totaal;bereik instrumenten;2018;56;%`).good).toEqual([["4.3", 56, "%"]]);
});
