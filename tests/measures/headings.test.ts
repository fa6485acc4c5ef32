import { columnNames } from "../../src/dutch/column-names";
import { kindIds, kinds } from "../../src/extracts/kinds";
import type { CellValue } from "../../src/measures/cells";
import { rangeAddress } from "../../src/measures/cell-places";
import { defineFunction, evaluate, openHeadings } from "../../src/measures/function-record";
import { labels } from "../../src/measures/read-cells";
import { REPRESENTATIE, REPRESENTATIE_TABEL } from "../../src/measures/representation";
import { NPS, VOORTSCHRIJDEND } from "../../src/measures/satisfaction";

const column = (...values: CellValue[]) => values.map((value) => [value]);

describe("a first cell that is no value", () => {
  it.each(["Blad1!A1:A4", "Blad1!A:A", "'Mijn blad'!$A$1:$A$4", "[Boek1.xlsx]Blad1!A1:A4"])(
    "is a heading at the first row of the sheet: %s",
    (address) => {
      expect(evaluate(NPS, [column("cijfer", 9, 9, 3)], { addresses: [address] })[0][0]).toBeCloseTo(
        100 / 3,
        12,
      );
    },
  );

  it("is a heading elsewhere only where Excel says that a table has its head there", () => {
    const addresses = ["Blad1!B4:B6"];
    const cells = [column("cijfer", 9, 3)];
    expect(openHeadings(NPS, cells, { addresses })).toEqual([0]);
    expect(evaluate(NPS, cells, { addresses, isTableHead: () => true })).toEqual([[0]]);
    expect(() => evaluate(NPS, cells, { addresses })).toThrow(
      'In cel B4 staat "cijfer"; verwacht werd een heel cijfer van 0 tot en met 10. Is het een kop, laat haar dan buiten het bereik.',
    );
  });

  it("is refused where nobody can be asked", () => {
    expect(openHeadings(NPS, [column("cijfer", 9)], {})).toEqual([]);
    expect(() => evaluate(NPS, [column("cijfer", 9)])).toThrow(/rij 1 van cijfers.*Is het een kop/);
  });

  it("asks nothing of a range that begins with a value, a marker or a blank", () => {
    const addresses = ["Blad1!B4:B6"];
    for (const first of [9, "9", "x", "n.b.", null, ""]) {
      expect(openHeadings(NPS, [column(first, 9, 3)], { addresses })).toEqual([]);
    }
  });

  // A date or figure that was written wrongly is no heading: passed over, a row would be lost without a word.
  it.each(["30-02-2021", "3/14/2021 25:00", "20210", "#VERW!", "2021-03-31T24:61Z"])(
    "is none when it is %j, at the first row of the sheet either",
    (text) => {
      const cells = [column(text, "2021-01"), column(8, 9)];
      const addresses = ["Blad1!A1:A2", "Blad1!B1:B2"];
      expect(() => evaluate(VOORTSCHRIJDEND, cells, { addresses })).toThrow(/^In cel A1 staat/);
    },
  );

  it("keeps the cells at their place in messages", () => {
    expect(() => evaluate(NPS, [column("cijfer", 9, "goed")], { addresses: ["Blad1!C1:C3"] })).toThrow(
      /^In cel C3 staat "goed"/,
    );
  });

  it("is taken off in both rows of figures of one call", () => {
    expect(
      evaluate(REPRESENTATIE, [column("bereikt", 0.2), column("populatie", 0.1)], {
        addresses: ["Blad1!A1:A2", "Blad1!B1:B2"],
      }),
    ).toEqual([[1]]);
  });

  it.each([
    ["a date", ["datum", "2021-01"], "Blad1!A1:A2"],
    ["a date of two ways", ["Maand van antwoord", "2021-01"], "Blad1!A:A"],
  ])("is a heading of %s", (_, dates, address) => {
    const table = evaluate(
      VOORTSCHRIJDEND,
      [column(...dates), column("cijfer", 8), [[null]], [[null]], [[1]]],
      { addresses: [address, "Blad1!B1:B2"] },
    );
    expect(table[1]).toEqual(["2021-01", 1, 8]);
  });
});

describe("a first label", () => {
  const persons = [column("leeftijd", "<27", "<27", "27+"), column("bereikt?", "ja", "nee", "ja")];
  const categories = (addresses: string[]) =>
    evaluate(REPRESENTATIE_TABEL, persons, { addresses })
      .slice(1, -1)
      .map(([name]) => name);

  it("is a heading where ja and nee of the same call have one at the same row", () => {
    expect(categories(["Blad1!A1:A4", "Blad1!B1:B4"])).toEqual(["<27", "27+"]);
  });

  it("is a label where the others begin with a value", () => {
    const [one, other] = persons;
    const table = evaluate(REPRESENTATIE_TABEL, [one, column("nee", ...other.slice(1).flat())], {
      addresses: ["Blad1!A1:A4", "Blad1!B1:B4"],
    });
    expect(table.map(([name]) => name)).toContain("leeftijd");
  });

  it("stays when the heading stands at another row, and the ranges are then refused as unequal", () => {
    expect(() => categories(["Blad1!A2:A5", "Blad1!B1:B4"])).toThrow(/categorie heeft 4 cellen en bereikt 3/);
  });

  it("is a heading in a call without figures when it is the name of a column that KNAP knows", () => {
    const count = defineFunction({
      id: "TEL",
      arguments: { ids: labels({ optional: false }) },
      unit: "",
      help: "",
      errors: [],
      source: "",
      twin: { none: "" },
      example: { arguments: [], result: [[0]], workings: "" },
      calculate: ({ ids }) => [[ids.length]],
    });
    expect(evaluate(count, [column("persoon_id", "a", "b")])).toEqual([[2]]);
    expect(evaluate(count, [column("Persoon id", "a", "b")])).toEqual([[2]]);
    expect(evaluate(count, [column("p1", "a", "b")])).toEqual([[3]]);
    expect(evaluate(count, [column("persoon_id")])).toEqual([[1]]);
  });

  it("can be every column name of every kind of extract", () => {
    const names = kindIds.flatMap((id) => kinds[id].columns.map(({ name }) => name));
    expect(columnNames).toEqual(expect.arrayContaining([...new Set(names)]));
  });
});

describe("the address of a cell in a message", () => {
  it.each<[string, string, RegExp]>([
    ["far to the right", "Blad1!AB10:AB12", /^In cel AB11 staat/],
    ["in a whole column", "Blad1!ZZ:ZZ", /^In cel ZZ2 staat/],
    ["in a whole row", "Blad1!3:3", /^In cel A4 staat/],
    ["with dollars", "Blad1!$B$4:$B$6", /^In cel B5 staat/],
  ])("is named %s", (_, address, message) => {
    expect(() => evaluate(NPS, [column(9, "goed", 3)], { addresses: [address] })).toThrow(message);
  });

  it("has its sheet when the ranges stand on more than one", () => {
    expect(() =>
      evaluate(REPRESENTATIE, [[[0.2]], [["veel"]]], { addresses: ["Blad1!A1", "'Mijn ''blad'''!B4"] }),
    ).toThrow(/^In cel 'Mijn ''blad'''!B4 staat "veel"/);
  });

  it.each(["", "A1:A4", "Blad1", undefined, "Blad1!Tabel1"])("is not known from %j", (address) => {
    expect(rangeAddress(address)).toBeNull();
  });
});
