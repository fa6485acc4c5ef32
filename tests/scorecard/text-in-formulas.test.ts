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

  it("is of one row: of q|r with s and q with r|s the first is refused", () => {
    const csv = [head, "4.4,Zuid,q|r,s,2021,11.5,%", "4.4,Zuid,q,r|s,2021,22.5,%"].join("\n");
    expect(() => extractOf("gepubliceerd.csv", csv)).toThrow(/regel 2.*groep.*q\|r.*\|/i);
  });

  it("may have a | in the indicator, as tables 4.1 and 4.6 do", () => {
    const csv = [head, "4.6,Zuid,leeftijd,r|s | contacten,2021,22.5,%"].join("\n");
    expect(extractOf("gepubliceerd.csv", csv).rows).toHaveLength(1);
  });
});
