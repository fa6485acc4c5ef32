import { cellsOf, extractOf, planOf } from "./sample-plan";

/** A text that would end a text in a formula and call something of its own. */
const hostile = 'Leren"&HYPERLINK("https://x.nl")&"';
const inCsv = `"${hostile.replaceAll('"', '""')}"`;

const published = [
  "tabel,gebied,groep,indicator,jaar,waarde,eenheid",
  "4.1,Zuid,totaal,instrumenten per persoon in de bijstand,2018,0.89,per persoon",
  `4.1,Zuid,type instrument,${inCsv.slice(0, -1)} | A",2018,0.24,per persoon`,
  `4.1,Zuid,type instrument,${inCsv.slice(0, -1)} | B",2018,27,%`,
  `4.4,Zuid,leeftijd,${inCsv},2018,16.3,%`,
  `4.6,Zuid,leeftijd,${inCsv.slice(0, -1)} | instrumenten",2018,17.0,%`,
  `4.6,Zuid,leeftijd,${inCsv.slice(0, -1)} | contacten",2018,11.8,%`,
].join("\n");

const persons = Array.from({ length: 40 }, (_, i) => `p${i},2021,Charlois,12,ja,${inCsv}`).join("\n");

describe("a text from a file", () => {
  const cells = cellsOf(
    planOf([
      extractOf("gepubliceerd.csv", published),
      extractOf("personen.csv", `persoon_id,jaar,gebied,maanden_bijstand,december,huishouden\n${persons}\n`),
      extractOf("smart.csv", `nummer,doelstelling,behaald\n1,${inCsv},Ja\n`),
    ]),
  );

  it("stands on the sheets", () => {
    expect(
      cells.filter(({ cell }) => String(cell.value as string).includes("HYPERLINK")).length,
    ).toBeGreaterThan(5);
  });

  it("never comes into a formula", () => {
    const formulas = cells.flatMap(({ cell }) => cell.formula ?? []);
    expect(formulas.length).toBeGreaterThan(10);
    expect(formulas.filter((formula) => formula.includes("HYPERLINK"))).toEqual([]);
  });
});

describe("a key of published figures", () => {
  const head = "tabel,gebied,groep,indicator,jaar,waarde,eenheid";
  const rowsOf = (group: string, category: string, value: string) =>
    [
      `4.4,Zuid,${group},${category},2021,${value},%`,
      `4.6,Zuid,${group},${category} | instrumenten,2021,1,%`,
      `4.6,Zuid,${group},${category} | contacten,2021,2,%`,
    ].join("\n");

  it("is of one row, also of a group q|r with s and q with r|s", () => {
    const pairs = [
      ["q|r", "s", "11.5"],
      ["q", "r|s", "22.5"],
      ["q¦2r", "s", "33.5"],
    ];
    const csv = [head, ...pairs.map(([group, category, value]) => rowsOf(group, category, value))].join("\n");
    const plan = planOf([extractOf("gepubliceerd.csv", csv)]);
    const cells = cellsOf(plan);
    const keys = cells.filter(
      ({ sheet, column, row }) => sheet === "Extract gepubliceerd" && column === 0 && row > 0,
    );
    expect(new Set(keys.map(({ cell }) => cell.value)).size).toBe(9);
    const shares = cells.filter(
      ({ sheet, column, cell }) => sheet === "Representatie" && column === 4 && cell.formula,
    );
    expect(shares.slice(-3).map(({ cell }) => cell.value)).toEqual([0.115, 0.225, 0.335]);
  });
});
