import { extractOf, planOf, sheetOf } from "./sample-plan";

const header = "tabel,gebied,groep,indicator,jaar,waarde,eenheid";
const planWith = (...rows: string[]) => planOf([extractOf("gepubliceerd.csv", [header, ...rows].join("\n"))]);

/** The verdict on columns A and B of one type, with the total per person in the bijstand, as they are printed. */
function typeVerdict(total: string, a: string, b: string, unit = "per persoon in de bijstand") {
  const plan = planWith(
    `4.1,Zuid,totaal,instrumenten per persoon in de bijstand,2019,${total},${unit}`,
    `4.1,Zuid,totaal,instrumenten,2019,900,aantal`,
    `4.1,Zuid,totaal,personen in de bijstand,2019,1000,personen`,
    `4.1,Zuid,type instrument,Nazorg | A,2019,${a},per persoon`,
    `4.1,Zuid,type instrument,Nazorg | B,2019,${b},%`,
  );
  const row = sheetOf(plan, "Dienstverlening").rows.find((cells) => cells[0]?.value === "Nazorg | A en B");
  return row?.[2]?.value;
}

describe("column A over the total, against column B", () => {
  it.each([
    // A between 0,25 and 0,35, total between 0,895 and 0,905: 27,6 % to 39,1 %, and 30 % is 29,5 % to 30,5 %
    ["0.90", "0.3", "30", "past bij afronding"],
    // 0,5995 to 0,6005 over 0,895 to 0,905: 66,24 % to 67,09 %, and 66,1 % is 66,05 % to 66,15 %
    ["0.90", "0.600", "66.1", "wijkt af"],
    // the same with one decimal less in A: 0,595 to 0,605 gives 65,7 % to 67,6 %
    ["0.90", "0.60", "66.1", "past bij afronding"],
    // total 0,85 to 0,95: 63,1 % to 70,6 %
    ["0.9", "0.600", "66.1", "past bij afronding"],
    // 0,29995 to 0,30005 over 0,89995 to 0,90005: 33,326 % to 33,341 %; 33 % is 32,5 % to 33,5 %
    ["0.9000", "0.3000", "33", "past bij afronding"],
    // and 33,0 % is 32,95 % to 33,05 %
    ["0.9000", "0.3000", "33.0", "wijkt af"],
    // 0,5 to 1,5 over 1,5 to 2,5: 20 % to 100 %
    ["2", "1", "95", "past bij afronding"],
    // A total that may be 0 leaves room for any share: 0,005 over 0,000 to 0,005
    ["0.00", "0.00", "100", "past bij afronding"],
    ["0", "0", "0", "past bij afronding"],
    // but not for a share that is too small: at least 0,25 over 0,5 is 50 %
    ["0.0", "0.30", "10", "wijkt af"],
  ])("of %s, %s and %s %%: %s", (total, a, b, verdict) => expect(typeVerdict(total, a, b)).toBe(verdict));
});

it.each(["", "gemiddeld", "instrumenten/persoon", "per persoon"])(
  "a total per person is rounded, also with the unit %p",
  (unit) => expect(typeVerdict("2", "1", "40", unit)).toBe("past bij afronding"),
);

it("thousands of persons are rounded: 16,5 to 17,5 over 18,5 to 19,5 is 0,846 to 0,946, and 0,86 is 0,855 to 0,865", () => {
  const verdictOf = (unit: string) => {
    const plan = planWith(
      `4.1,Zuid,totaal,instrumenten,2019,17,${unit}`,
      `4.1,Zuid,totaal,personen in de bijstand,2019,19,${unit}`,
      "4.1,Zuid,totaal,instrumenten per persoon in de bijstand,2019,0.86,per persoon",
    );
    const { rows } = sheetOf(plan, "Dienstverlening");
    return rows.find((cells) => cells[0]?.value === "Berekend en rapport")?.[2]?.value;
  };
  expect(verdictOf("duizend personen")).toBe("klopt");
  expect(verdictOf("x 1.000")).toBe("klopt");
  // 17 / 19 = 0,895
  expect(verdictOf("personen")).toBe("wijkt af");
});

it("names of the report are known in capitals too, and a table as a Dutch spreadsheet writes it", () => {
  const plan = planWith(
    `"4,1",Zuid,Totaal,Instrumenten per persoon in de bijstand,2019,0.90,per persoon`,
    `Tabel 4.1,Zuid,Type Instrument,Nazorg | A,2019,0.3,per persoon`,
    `4.1,Zuid,type instrument,Nazorg | B,2019,30,%`,
  );
  const { rows } = sheetOf(plan, "Dienstverlening");
  const verdict = rows.find((cells) => cells[0]?.value === "Nazorg | A en B");
  expect(verdict?.[2]?.value).toBe("past bij afronding");
  expect(sheetOf(plan, "Scorecard").rows.some((cells) => cells[7]?.value === 0.9)).toBe(true);
});

/** Whether the implied shares add up to 100 %, of instruments and of contacts. */
function sums(men: [string, string, string], women: [string, string, string]) {
  const plan = planWith(
    ...[men, women].flatMap(([population, instruments, contacts], i) => [
      `4.4,Zuid,geslacht,${["mannen", "vrouwen"][i]},2021,${population},%`,
      `4.6,Zuid,geslacht,${["mannen", "vrouwen"][i]} | instrumenten,2021,${instruments},%`,
      `4.6,Zuid,geslacht,${["mannen", "vrouwen"][i]} | contacten,2021,${contacts},%`,
    ]),
  );
  const row = sheetOf(plan, "Representatie").rows.find((cells) => cells[7]?.style === "sign");
  return [row?.[7]?.value, row?.[8]?.value];
}

describe("the sums of implied shares", () => {
  it.each([
    // 45 x 1,10 + 55 x 0,93 = 100,65; margin 0,5 x 1,10 + 0,5 x 0,45 + 0,5 x 0,93 + 0,5 x 0,55 = 1,5
    // 45 x 1,10 + 55 x 0,92 = 100,1
    [
      ["45", "10", "10"],
      ["55", "-7", "-8"],
      ["sluit", "sluit"],
    ],
    // the same with one decimal: the margin is 0,15, and 100,65 is beyond it
    [
      ["45.0", "10.0", "10.0"],
      ["55.0", "-7.0", "-8.0"],
      ["sluit niet", "sluit"],
    ],
    // only the instruments with one decimal: 0,05 x (1,10 + 0,93) + 0,05 x (0,45 + 0,55) = 0,15 beyond;
    // contacts -7: 100,65 with 0,05 x (1,10 + 0,93) + 0,5 x (0,45 + 0,55) = 0,60 beyond, and -7,5 is within
    [
      ["45.0", "10.0", "10"],
      ["55.0", "-7.0", "-7"],
      ["sluit niet", "sluit niet"],
    ],
    [
      ["45.0", "10.0", "10"],
      ["55.0", "-7.0", "-8"],
      ["sluit niet", "sluit"],
    ],
    // 45 x 1,104 + 55 x 0,922 = 100,39: beyond 0,15 with one decimal, within 1,5 with none
    [
      ["45.0", "10.4", "10"],
      ["55.0", "-7.8", "-8"],
      ["sluit niet", "sluit"],
    ],
  ] as const)("of %p and %p: %p", (men, women, verdicts) =>
    expect(sums([...men], [...women])).toEqual(verdicts),
  );
});

/** The verdict on the instruments per person in the bijstand of a report that prints these numbers. */
function perPerson(instruments: string, persons: string, printed: string) {
  const plan = planWith(
    `4.1,Zuid,totaal,instrumenten,2019,${instruments}`,
    `4.1,Zuid,totaal,personen in de bijstand,2019,${persons}`,
    `4.1,Zuid,totaal,instrumenten per persoon in de bijstand,2019,${printed},per persoon in de bijstand`,
  );
  const row = sheetOf(plan, "Dienstverlening").rows.find(
    (cells) => cells[0]?.value === "Berekend en rapport",
  );
  return row?.[2]?.value;
}

describe("a computed figure against the printed one", () => {
  it.each([
    // 889 / 1000 = 0,889: printed with two decimals 0,89, with one 0,9, with three 0,889
    ["889,aantal", "1000,personen", "0.89", "klopt"],
    ["889,aantal", "1000,personen", "0.9", "klopt"],
    ["889,aantal", "1000,personen", "0.90", "wijkt af"],
    ["889,aantal", "1000,personen", "0.8890", "klopt"],
    ["889,aantal", "1000,personen", "0.8900", "wijkt af"],
    // counts that are themselves rounded, in thousands: 0,885 to 0,895 over 0,95 to 1,05 is 0,843 to 0,942
    ["0.89,duizend", "1.0,duizend", "0.90", "klopt"],
    ["0.89,duizend", "1.0,duizend", "0.95", "wijkt af"],
    // 0,94 is 0,935 to 0,945
    ["0.89,duizend", "1.0,duizend", "0.94", "klopt"],
  ])("of %s over %s as %s: %s", (instruments, persons, printed, verdict) =>
    expect(perPerson(instruments, persons, printed)).toBe(verdict),
  );
});
