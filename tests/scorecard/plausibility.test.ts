import fc from "fast-check";
import { makeDataset } from "../../src/scorecard/dataset";
import { extractOf, planOf, readFolder, samples, sheetOf } from "./sample-plan";

type Extracts = Parameters<typeof planOf>[0];

const questions = (extracts: Extracts) => {
  const { rows } = sheetOf(planOf(extracts), "Bronnen");
  const top = rows.findIndex((cells) => cells[0]?.value === "Let op");
  return top < 0 ? [] : rows.slice(top + 1).map((cells) => cells[0]?.value);
};

const header = "jaar;gebied;bevolking_15_75;werkenden;bijstand;ww;overige_uitkeringen";
const zuid = ["Feijenoord", "IJsselmonde", "Charlois"];
/** A labour market of years in which nothing is unlikely, but for the rows that are given instead. */
const labourMarket = (years: number[], instead: Record<string, string> = {}) =>
  extractOf(
    "arbeidsmarkt.csv",
    [
      header,
      ...years.flatMap((year) =>
        [...zuid, "Delfshaven"].map(
          (gebied) =>
            `${year};${gebied};${instead[`${year} ${gebied}`] ?? `${50000 + year};30000;5000;1000;2000`}`,
        ),
      ),
    ].join("\n"),
  );
const years = [2018, 2019, 2020, 2021];

it("nothing is asked of the samples, nor of a plain labour market", () => {
  expect(questions(readFolder(samples))).toEqual([]);
  expect(questions([labourMarket(years)])).toEqual([]);
});

describe("a year that is missing in the middle", () => {
  it("is named", () => {
    expect(questions([labourMarket([2018, 2019, 2021])])).toEqual([
      "arbeidsmarkt: 2020 ontbreekt, tussen 2018 en 2021",
    ]);
  });

  it("is named for the part of the city that lacks it", () => {
    const rows = [2019, 2020, 2022].map((year) => `${year};Zuid;100;2`);
    const others = [2019, 2020, 2021, 2022].map((year) => `${year};Overig;100;2`);
    const csv = ["jaar;gebied;werkzoekenden;fte", ...rows, ...others].join("\n");
    expect(questions([extractOf("c.csv", csv)])).toEqual([
      "capaciteit: 2021 ontbreekt voor Zuid, tussen 2019 en 2022",
    ]);
  });

  it("is named of a month, and of overdrachten", () => {
    const months = ["2021-11", "2021-12", "2022-02"].map((month) => `${month};Zuid;1000`);
    expect(questions([extractOf("m.csv", ["maand;gebied;bijstandsvolume", ...months].join("\n"))])).toEqual([
      "maandvolume: 2022-01 ontbreekt",
    ]);
    const transfers = [2019, 2022].map((year) => `${year};W&I;Prestatie010;90`);
    expect(questions([extractOf("o.csv", ["jaar;van;naar;aantal", ...transfers].join("\n"))])).toEqual([
      "overdrachten: 2020, 2021 ontbreekt",
    ]);
  });
});

describe("a figure of ten times its neighbours, or a tenth", () => {
  it.each([
    [50000, "50.000"],
    [500, "500"],
    [0, "0"],
  ])("is asked about: %p between 5.000 and 5.000", (value, shown) => {
    const instead = { "2019 Charlois": `90000;30000;${value};1000;2000` };
    expect(questions([labourMarket(years, instead)])).toContain(
      `arbeidsmarkt, Charlois: bijstand is ${shown} in 2019, maar 5.000 in 2018 en 5.000 in 2020; klopt dat?`,
    );
  });

  it("is asked about once, at either end too", () => {
    for (const year of [2018, 2019, 2020, 2021]) {
      const found = questions([labourMarket(years, { [`${year} Charlois`]: "90000;30000;500;1000;2000" })]);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^arbeidsmarkt, Charlois: bijstand is /);
    }
  });

  it("is not found where figures grow or shrink by less than half, or are small", () => {
    const series = fc.array(fc.double({ min: 0.6, max: 1.6, noNaN: true }), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100000 }), series, (start, factors) => {
        let value = start;
        const rows = factors.map((factor, i) => {
          value = Math.max(1, Math.round(value * factor));
          return `${2015 + i};Zuid;${value};8`;
        });
        const csv = ["jaar;gebied;maatregeloverwegingen;maatregelen", ...rows].join("\n");
        expect(questions([extractOf("h.csv", csv)])).toEqual([]);
      }),
      { seed: 14, numRuns: 30 },
    );
  });

  it("is asked about in a table of fte's and in a panel of buurten", () => {
    const capacity =
      "jaar;gebied;werkzoekenden;fte\n2019;Zuid;900;12,5\n2020;Zuid;900;125\n2021;Zuid;900;12,5";
    expect(questions([extractOf("c.csv", capacity)])).toEqual([
      "capaciteit, Zuid: fte is 125 in 2020, maar 12,5 in 2019 en 12,5 in 2021; klopt dat?",
    ]);
    const panel = "buurt;jaar;bijstand;bevolking_15_75\nBloemhof;2019;900;9000\nBloemhof;2020;910;91000";
    expect(questions([extractOf("p.csv", panel)])).toEqual([
      "buurtpanel, Bloemhof: bevolking_15_75 is 91.000 in 2020, maar 9.000 in 2019; klopt dat?",
    ]);
  });

  it.each([
    ["fte", ["7,3", "7,3", "73", "7,3"], "fte is 73 in 2021, maar 7,3 in 2020 en 7,3 in 2022"],
    ["fte", ["68,1", "61,5", "6,38", "73,7"], "fte is 6,38 in 2021, maar 61,5 in 2020 en 73,7 in 2022"],
    ["extra_fte", ["4,1", "41", "4,3", "4,2"], "extra_fte is 41 in 2020, maar 4,1 in 2019 en 4,3 in 2021"],
    ["extra_fte", ["1,6", "1,5", "1,7", "17"], "extra_fte is 17 in 2022, maar 1,7 in 2021"],
  ])("is asked about where the figures are small: %s %p", (column, values, said) => {
    const other = column === "fte" ? "werkzoekenden;fte" : "werkzoekenden;fte;extra_fte";
    const rows = values.map((value, i) => `${2019 + i};Zuid;900;${column === "fte" ? value : `70;${value}`}`);
    expect(questions([extractOf("c.csv", [`jaar;gebied;${other}`, ...rows, ""].join("\n"))])).toEqual([
      `capaciteit, Zuid: ${said}; klopt dat?`,
    ]);
  });

  it("is asked about of small counts too, but not of a few persons more", () => {
    const csv = (values: number[]) =>
      ["jaar;gebied;maatregelen", ...values.map((value, i) => `${2019 + i};Zuid;${value}`)].join("\n");
    const full = (values: number[]) =>
      csv(values)
        .replace("maatregelen", "maatregeloverwegingen;maatregelen")
        .replace(/(Zuid;)/g, "$1200;");
    expect(questions([extractOf("h.csv", full([8, 8, 80, 8]))])).toEqual([
      "handhaving, Zuid: maatregelen is 80 in 2021, maar 8 in 2020 en 8 in 2022; klopt dat?",
    ]);
    expect(questions([extractOf("h.csv", full([3, 2, 21, 3]))])).toEqual([]);
  });

  it("is asked about in the figures of the report", () => {
    const rows = [90000, 1468780, 120000].map(
      (value, i) => `2.3,Zuid,totaal,contacten,${2019 + i},${value},aantal`,
    );
    const csv = ["tabel,gebied,groep,indicator,jaar,waarde,eenheid", ...rows].join("\n");
    expect(questions([extractOf("g.csv", csv)])).toEqual([
      "gepubliceerd, 2.3 Zuid totaal contacten: waarde is 1.468.780 in 2020, maar 90.000 in 2019 en 120.000 in 2021; klopt dat?",
    ]);
  });

  it("is told of ten at most", () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      [2019, 2020].map((year) => `${year};van ${i};naar;${year === 2019 ? 100 : 2000}`),
    ).flat();
    const found = questions([extractOf("o.csv", ["jaar;van;naar;aantal", ...rows].join("\n"))]);
    expect(found).toHaveLength(11);
    expect(found[10]).toBe("overdrachten: en nog 20 van zulke cijfers");
  });
});

describe("more persons than there are", () => {
  it.each([
    ["9000;5000;9500;500;1500", "bijstand (9.500) is meer dan bevolking_15_75 (9.000)"],
    ["50000;50001;5000;1000;2000", "werkenden (50.001) is meer dan bevolking_15_75 (50.000)"],
    [
      "9000;5000;5000;1000;3001",
      "bijstand + ww + overige_uitkeringen (9.001) is meer dan bevolking_15_75 (9.000)",
    ],
  ])("are asked about: %s", (row, said) => {
    const extracts = [labourMarket([2018, 2019], { "2019 Charlois": row })];
    expect(questions(extracts)).toEqual([`arbeidsmarkt, Charlois 2019: ${said}; klopt dat?`]);
  });

  it("are asked about of a month in another file", () => {
    const months = extractOf(
      "m.csv",
      "maand;gebied;bijstandsvolume\n2019-03;Charlois;60000\n2019-03;Noord;60000",
    );
    expect(questions([labourMarket([2018, 2019]), months])).toContain(
      "maandvolume, Charlois 2019-03: bijstandsvolume (60.000) is meer dan bevolking_15_75 in arbeidsmarkt (52.019); klopt dat?",
    );
  });

  it("are not where the two are equal", () => {
    expect(
      questions([labourMarket([2018, 2019], { "2019 Charlois": "30000;30000;5000;1000;2000" })]),
    ).toEqual([]);
  });

  it("are asked about of the inflow and of the outflow", () => {
    const rows = [2018, 2019].map((year) => `${year};Zuid;50000;30000;500;1000;2000;600;700`);
    const csv = [`${header};uitstroom_naar_werk;instroom`, ...rows].join("\n");
    expect(questions([extractOf("a.csv", csv)])).toEqual([
      "arbeidsmarkt, Zuid 2018: instroom (700) is meer dan bijstand (500); klopt dat?",
      "arbeidsmarkt, Zuid 2019: instroom (700) is meer dan bijstand (500); klopt dat?",
      "arbeidsmarkt, Zuid 2019: uitstroom_naar_werk (600) is meer dan de bijstand van het jaar ervoor (500); klopt dat?",
    ]);
  });
});

describe("bijstand in December and in no month", () => {
  const persons = (without: number) =>
    extractOf(
      "p.csv",
      [
        "persoon_id;jaar;gebied;maanden_bijstand;december",
        ...Array.from({ length: 120 }, (_, i) => `p${i};2021;${zuid[i % 3]};${i < without ? 0 : 12};ja`),
      ].join("\n"),
    );

  const toldToMaker = (without: number) => makeDataset([persons(without)], []).remarksForMaker;

  it.each([
    [1, "een klein deel van de personen"],
    [9, "een klein deel van de personen"],
    // Below 30, a quarter of 120, a reader cannot tell 1 from 29; in a smaller group not from 19.
    [29, "een klein deel van de personen"],
    [40, "een groot deel van de personen"],
    [110, "het grootste deel van de personen"],
  ])("of %p of 120 persons is told to who has the file, in words", (without, who) => {
    const [line, ...more] = toldToMaker(without);
    expect(more).toEqual([]);
    expect(line).toMatch(
      new RegExp(`^bijstandspersonen: bij ${who} met bijstand in december is maanden_bijstand 0`),
    );
    expect(line.replace("maanden_bijstand 0", "")).not.toMatch(/\d/);
  });

  it.each([1, 9])("of %p persons does not reach the workbook, where both totals would give it away", (few) =>
    expect(questions([persons(few)])).toEqual([]),
  );

  it("reaches the workbook where the counts that are shown say so: 80 in the year, 120 in December", () =>
    expect(questions([persons(40)])).toEqual([
      "bijstand, Zuid 2021: december (120) is meer dan personen_in_bijstand (80); klopt dat?",
    ]));

  it("is not told where nobody has it", () => {
    expect(toldToMaker(0)).toEqual([]);
    expect(questions([persons(0)])).toEqual([]);
  });
});
