import type { Extract } from "../../src/extracts/read-extract";
import { COLUMN, FIRST_ROW } from "../../src/scorecard/scorecard-sheet";
import { extractOf, planOf, sheetOf } from "./sample-plan";

const persons = (years: number[], gebieden: string[]) =>
  extractOf(
    "personen.csv",
    [
      "persoon_id;jaar;gebied;maanden_bijstand;december",
      ...years.flatMap((year) =>
        gebieden.flatMap((gebied) =>
          Array.from({ length: 40 }, (_, i) => `${gebied}${i};${year};${gebied};12;ja`),
        ),
      ),
    ].join("\n"),
  );

/** Services of 20 of the 40 persons of each gebied: 30 in a year. */
const services = (kind: "instrumenten" | "contacten", years: number[], gebieden: string[]) =>
  extractOf(
    `${kind}.csv`,
    [
      kind === "instrumenten" ? "persoon_id;startdatum;gebied;type" : "persoon_id;datum;gebied;onderwerp",
      ...years.flatMap((year) =>
        gebieden.flatMap((gebied) =>
          Array.from({ length: 30 }, (_, i) => `${gebied}${i % 20};01-03-${year};${gebied};Nazorg`),
        ),
      ),
    ].join("\n"),
  );

const published = extractOf(
  "gepubliceerd.csv",
  [
    "tabel,gebied,groep,indicator,jaar,waarde,eenheid",
    ...[2018, 2019, 2020, 2021].flatMap((year) =>
      ["4.1,Zuid", "4.2,Overig"].flatMap((place) => [
        `${place},totaal,instrumenten,${year},${5000 + year},aantal`,
        `${place},totaal,personen in de bijstand,${year},10000,aantal`,
        `${place},totaal,instrumenten per persoon in de bijstand,${year},0.70,per persoon`,
      ]),
    ),
  ].join("\n"),
);

const both = ["Charlois", "Noord"];
const zuid = ["Feijenoord", "IJsselmonde", "Charlois"];
const perPerson = "Instrumenten per persoon in de bijstand";

/** The figures of an indicator on its sheet by year, n.b. left out. */
function figures(extracts: readonly Extract[], name: string, area: string, theme = "Dienstverlening") {
  const { rows } = sheetOf(planOf(extracts), theme);
  const at = rows.findIndex(
    (cells) => cells[0]?.value === name && cells[0].style === "result" && cells[1]?.value === area,
  );
  if (at < 0) return {};
  const header = rows.slice(0, at).findLast((cells) => cells[1]?.value === "Gebied") ?? [];
  return Object.fromEntries(
    [...rows[at]].flatMap((cell, column) =>
      typeof cell?.value === "number" ? [[String(header[column]?.value as number), cell.value]] : [],
    ),
  );
}

const scorecardRow = (extracts: readonly Extract[], name: string) =>
  sheetOf(planOf(extracts), "Scorecard")
    .rows.slice(FIRST_ROW)
    .find((cells) => cells[COLUMN.name]?.value === name);

const remarks = (extracts: readonly Extract[]) =>
  sheetOf(planOf(extracts), "Bronnen").rows.flatMap((cells) => cells[0]?.value ?? []);

describe("what no file has gives no figure, and not 0:", () => {
  it("a kind: contacts give no instruments", () => {
    const extracts = [persons([2021], both), services("contacten", [2021], both)];
    expect(figures(extracts, perPerson, "Zuid")).toEqual({});
    expect(figures(extracts, "Instrumenten per persoon met een instrument", "Zuid")).toEqual({});
    expect(figures(extracts, "Bereik van instrumenten", "Zuid")).toEqual({});
    expect(scorecardRow(extracts, perPerson)).toBeUndefined();
    expect(figures(extracts, "Contacten per persoon in de bijstand", "Zuid")).toEqual({ "2021": 30 / 40 });
  });

  it("a year: instruments of 2021 give none in 2020", () => {
    const extracts = [persons([2020, 2021], both), services("instrumenten", [2021], both)];
    expect(figures(extracts, perPerson, "Zuid")).toEqual({ "2021": 30 / 40 });
    expect(figures(extracts, "Bereik van instrumenten", "Zuid")).toEqual({ "2021": 20 / 40 });
  });

  it("a part of the city: instruments of Zuid give none in Overig", () => {
    const extracts = [persons([2021], both), services("instrumenten", [2021], ["Charlois"])];
    expect(figures(extracts, perPerson, "Zuid")).toEqual({ "2021": 30 / 40 });
    expect(figures(extracts, perPerson, "Overig")).toEqual({});
    expect(figures(extracts, "Bereik van instrumenten", "Overig")).toEqual({});
  });

  it("a part of the city in one year", () => {
    const extracts = [
      persons([2020, 2021], both),
      services("instrumenten", [2020], ["Charlois"]),
      // Another file of the same kind, which has both.
      services("instrumenten", [2021], both),
    ];
    expect(figures(extracts, perPerson, "Overig")).toEqual({ "2021": 30 / 40 });
    expect(figures(extracts, "Bereik van instrumenten", "Overig")).toEqual({ "2021": 20 / 40 });
  });
});

describe("what no file has never pushes out a published figure:", () => {
  it("a kind", () => {
    const extracts = [published, services("contacten", [2021], both)];
    expect(figures(extracts, perPerson, "Zuid")).toEqual(figures([published], perPerson, "Zuid"));
    expect(figures([published], perPerson, "Zuid")).toMatchObject({ "2021": 0.7021 });
  });

  it("a year: one's own figure of 2021 stands beside the published ones of the years before", () => {
    const extracts = [published, persons([2021], both), services("instrumenten", [2021], both)];
    expect(figures(extracts, perPerson, "Zuid")).toEqual({
      "2018": 0.7018,
      "2019": 0.7019,
      "2020": 0.702,
      "2021": 30 / 40,
    });
    expect(scorecardRow(extracts, perPerson)?.[COLUMN.origin]?.value).toBe(
      "berekend, deels uit cijfers van het rapport; Zuid zonder Feijenoord, IJsselmonde",
    );
  });

  it("a part of the city", () => {
    const extracts = [
      published,
      persons([2021], ["Charlois"]),
      services("instrumenten", [2021], ["Charlois"]),
    ];
    expect(figures(extracts, perPerson, "Overig")).toMatchObject({ "2021": 0.7021 });
  });

  it("a year of a ratio of which only the ratio is published", () => {
    const caseload = ["2.2,Zuid", "2.2,Overig"].flatMap((place) =>
      [2019, 2020].map((year) => `${place},totaal,gemiddelde caseload,${year},${year - 1900}.0,per fte`),
    );
    const extracts = [
      extractOf("g.csv", ["tabel,gebied,groep,indicator,jaar,waarde,eenheid", ...caseload].join("\n")),
      extractOf("c.csv", "jaar;gebied;werkzoekenden;fte\n2021;Zuid;900;10\n2021;Overig;1000;10"),
    ];
    const row = scorecardRow(extracts, "Caseload");
    expect(row?.[COLUMN.comparison]?.value).toBe("2019 → 2020-2021");
    expect([row?.[COLUMN.zuid]?.value, row?.[COLUMN.zuid + 1]?.value]).toEqual([119, (120 + 90) / 2]);
    expect(row?.[COLUMN.origin]?.value).toBe("berekend; 2019-2020 gepubliceerd");
  });
});

describe("a gebied of Zuid that is in no year", () => {
  const header = "jaar;gebied;bevolking_15_75;werkenden;bijstand;ww;overige_uitkeringen";
  const year = (jaar: number, gebieden: string[]) =>
    gebieden.map((gebied) => `${jaar};${gebied};50000;30000;5000;1000;2000`);
  const labourMarket = (gebieden: string[]) =>
    extractOf(
      "arbeidsmarkt.csv",
      [header, ...[2018, 2019, 2020, 2021].flatMap((jaar) => year(jaar, gebieden))].join("\n"),
    );

  it.each([
    [["Feijenoord", "Charlois", "Noord", "Delfshaven"], "IJsselmonde"],
    [["WK059910", "WK059915", "WK059903"], "IJsselmonde"],
    [["Charlois", "Overig"], "Feijenoord, IJsselmonde"],
  ])("is named beside the figure: of %p not %s", (gebieden, absent) => {
    const extracts = [labourMarket(gebieden)];
    expect(scorecardRow(extracts, "Werkgelegenheidsgraad")?.[COLUMN.origin]?.value).toBe(
      `berekend; Zuid zonder ${absent}`,
    );
    expect(remarks(extracts)).toContain(
      `arbeidsmarkt: Zuid is geteld zonder ${absent}, want daarover is er in geen enkel jaar een regel`,
    );
    const notes = sheetOf(planOf(extracts), "Arbeidsmarkt").rows.flatMap((cells) => cells[0]?.value ?? []);
    expect(notes).toContainEqual(expect.stringContaining(`Zuid zonder ${absent}`));
  });

  // CBS has 9 buurten in Feijenoord and 10 in Charlois (Kerncijfers wijken en buurten 2024).
  it("is named where only a few of its buurten are given", () => {
    const extracts = [labourMarket(["Bloemhof", "Tarwewijk", "Delfshaven"])];
    const said = "1 van 9 buurten van Feijenoord, 1 van 10 buurten van Charlois";
    expect(scorecardRow(extracts, "Werkgelegenheidsgraad")?.[COLUMN.origin]?.value).toBe(
      `berekend; Zuid zonder IJsselmonde; Zuid met maar ${said}`,
    );
    expect(remarks(extracts)).toContain(`arbeidsmarkt: Zuid is geteld met maar ${said}`);
    const half = [
      "Bloemhof",
      "Hillesluis",
      "Vreewijk",
      "Katendrecht",
      "Feijenoord (buurt)",
      "Afrikaanderwijk",
    ];
    const rest = ["IJsselmonde", "Charlois", "Noord"];
    for (const given of [
      [...zuid, "Noord"],
      [...half.filter((name) => !name.includes("(")), "Noordereiland", ...rest],
    ])
      expect(remarks([labourMarket(given)])).not.toContainEqual(expect.stringContaining("met maar"));
  });

  it("is named in extracts about persons too", () => {
    const extracts = [persons([2021], ["Charlois", "Feijenoord", "Noord"])];
    expect(remarks(extracts)).toContainEqual(
      expect.stringContaining("bijstandspersonen: Zuid is geteld zonder IJsselmonde"),
    );
  });

  it.each([[["Zuid", "Overig"]], [["Feijenoord", "IJsselmonde", "Charlois", "Noord"]]])(
    "is not missed in %p",
    (gebieden) => {
      expect(remarks([labourMarket(gebieden)])).not.toContainEqual(expect.stringContaining("zonder"));
    },
  );

  it("of Overig is named where another kind has it", () => {
    const zuid = ["Feijenoord", "IJsselmonde", "Charlois"];
    const extracts = [
      labourMarket([...zuid, "Delfshaven", "Noord"]),
      extractOf(
        "capaciteit.csv",
        ["jaar;gebied;werkzoekenden;fte", ...[...zuid, "Noord"].map((gebied) => `2021;${gebied};100;2`)].join(
          "\n",
        ),
      ),
    ];
    expect(remarks(extracts)).toContain(
      "capaciteit: Overig is geteld zonder Delfshaven, dat in andere extracten wel staat",
    );
  });

  it("in one year of an extract about persons gives no figure in that year", () => {
    const zuid = ["Feijenoord", "IJsselmonde", "Charlois"];
    const extracts = [
      persons([2020], [...zuid, "Noord"]),
      persons([2021], ["Feijenoord", "Charlois", "Noord"]),
      services("instrumenten", [2020, 2021], [...zuid, "Noord"]),
    ];
    expect(Object.keys(figures(extracts, perPerson, "Zuid"))).toEqual(["2020"]);
    expect(remarks(extracts)).toContain(
      "bijstandspersonen 2021: Zuid is niet geteld, want IJsselmonde ontbreekt",
    );
  });

  it("and a gebied of Overig called Noord, in one year, gives no figure of Overig in that year", () => {
    const zuid = ["Feijenoord", "IJsselmonde", "Charlois"];
    const extracts = [
      extractOf(
        "arbeidsmarkt.csv",
        [
          header,
          ...year(2018, [...zuid, "Noord", "Delfshaven"]),
          ...year(2019, [...zuid, "Noord"]),
          ...year(2020, [...zuid, "Delfshaven"]),
        ].join("\n"),
      ),
    ];
    expect(figures(extracts, "Werkgelegenheidsgraad", "Overig", "Arbeidsmarkt")).toEqual({ "2018": 0.6 });
  });
});

const reach = "Bereik van instrumenten";

describe("a reach is given where the services are given", () => {
  const withoutIJsselmonde = ["Feijenoord", "Charlois", "Noord"];

  it("and not in a year in which they lack a gebied of Zuid: its persons would count as not reached", () => {
    const extracts = [
      persons([2020, 2021], [...zuid, "Noord"]),
      services("instrumenten", [2020], [...zuid, "Noord"]),
      services("instrumenten", [2021], withoutIJsselmonde),
    ];
    // 20 of the 40 persons of each gebied have a service; without IJsselmonde it would be 40 of 120.
    expect(figures(extracts, reach, "Zuid")).toEqual({ "2020": 0.5 });
    expect(figures(extracts, reach, "Overig")).toEqual({ "2020": 0.5, "2021": 0.5 });
    const { rows } = sheetOf(planOf(extracts), "Extract bijstand");
    const column = rows[0].findIndex((cell) => cell?.value === "bereikt_instrumenten");
    expect(rows.slice(1).map((cells) => cells[column]?.value)).toEqual([60, 20, undefined, 20]);
  });

  it("and not when they have that gebied in no year, while the persons do", () => {
    const extracts = [
      persons([2021], [...zuid, "Noord"]),
      services("instrumenten", [2021], withoutIJsselmonde),
    ];
    expect(figures(extracts, reach, "Zuid")).toEqual({});
    // Nor a ratio of which the one half lacks it and the other does not: 60 services of 80 persons over 120 persons.
    expect(figures(extracts, perPerson, "Zuid")).toEqual({});
    expect(figures([...extracts, published], perPerson, "Zuid")).not.toHaveProperty("2021");
    expect(scorecardRow([...extracts, published], perPerson)?.[COLUMN.origin]?.value).toMatch(
      /2021 gepubliceerd/,
    );
  });

  it("with the name of the gebied beside it that neither has", () => {
    const extracts = [
      persons([2021], withoutIJsselmonde),
      services("instrumenten", [2021], withoutIJsselmonde),
    ];
    expect(figures(extracts, reach, "Zuid")).toEqual({ "2021": 0.5 });
    expect(scorecardRow(extracts, reach)?.[COLUMN.origin]?.value).toBe("berekend; Zuid zonder IJsselmonde");
  });

  it("and not of Overig where a large gebied has no service at all", () => {
    const crowd = (gebied: string) =>
      extractOf(
        `${gebied}.csv`,
        [
          "persoon_id;jaar;gebied;maanden_bijstand;december",
          ...Array.from({ length: 250 }, (_, i) => `d${i};2021;${gebied};12;ja`),
        ].join("\n"),
      );
    const given = [persons([2021], [...zuid, "Noord"]), services("instrumenten", [2021], [...zuid, "Noord"])];
    expect(figures(given, reach, "Overig")).toEqual({ "2021": 0.5 });
    expect(figures([...given, crowd("Delfshaven")], reach, "Overig")).toEqual({});
  });
});

describe("a published figure stands where one's own is not whole:", () => {
  const report = (tables: string[], indicator: string, years: number[], value: string) =>
    extractOf(
      `${indicator}.csv`,
      [
        "tabel,gebied,groep,indicator,jaar,waarde,eenheid",
        ...years.flatMap((year) => tables.map((place) => `${place},totaal,${indicator},${year},${value}`)),
      ].join("\n"),
    );

  it("a reach in a year without services", () => {
    const extracts = [
      persons([2020, 2021], [...zuid, "Noord"]),
      services("instrumenten", [2020], [...zuid, "Noord"]),
      report(["4.3,Zuid", "4.3,Overig"], "bereik instrumenten", [2020, 2021], "28,%"),
    ];
    const row = scorecardRow(extracts, reach);
    expect(row?.[COLUMN.origin]?.value).toBe("berekend; 2021 gepubliceerd");
    expect(row?.[COLUMN.comparison]?.value).toBe("2020-2021");
    expect(remarks(extracts)).toContain(
      "instrumenten: 2021 ontbreekt, terwijl bijstandspersonen dat jaar wel heeft",
    );
  });

  it("a year without a gebied", () => {
    const extracts = [
      published,
      persons([2020], [...zuid, "Noord"]),
      persons([2021], ["Feijenoord", "Charlois", "Noord"]),
      services("instrumenten", [2020, 2021], [...zuid, "Noord"]),
    ];
    // Of 2018 and 2019 both counts are the report's.
    expect(figures(extracts, perPerson, "Zuid")).toEqual({
      "2018": 0.7018,
      "2019": 0.7019,
      "2020": 90 / 120,
    });
    expect(scorecardRow(extracts, perPerson)?.[COLUMN.origin]?.value).toMatch(
      /^berekend, deels uit cijfers van het rapport; 2021 gepubliceerd/,
    );
  });

  it("and never the report's count over the persons of one's own", () => {
    // The report's 156.769 contacten over 120 persons would be 1.306 per person.
    const name = "Contacten per persoon in de bijstand";
    const extracts = [
      persons([2021], [...zuid, "Noord"]),
      report(["2.3,Zuid", "2.4,Overig"], "contacten", [2021], "156769,aantal"),
      report(["3.2,Zuid"], "contacten per persoon in de bijstand", [2021], "8.22,per persoon"),
    ];
    expect(figures(extracts, name, "Zuid")).toEqual({});
    const row = scorecardRow(extracts, name);
    expect(row?.[COLUMN.zuid + 1]?.value).toBe(8.22);
    expect(row?.[COLUMN.origin]?.value).toBe("gepubliceerd");
  });

  it("and the origin says so where a count of one's own is divided by one of the report", () => {
    const handhaving = ["Zuid", "Overig"].map((gebied) => `2021;${gebied};600;300;20;20`);
    const extracts = [
      published,
      extractOf(
        "h.csv",
        [
          "jaar;gebied;maatregeloverwegingen;maatregelen;heronderzoeken_voorgenomen;heronderzoeken_uitgevoerd",
          ...handhaving,
        ].join("\n"),
      ),
    ];
    expect(scorecardRow(extracts, "Maatregelen per persoon in de bijstand")?.[COLUMN.origin]?.value).toBe(
      "berekend, deels uit cijfers van het rapport",
    );
  });
});

describe("years that one part has and another has not", () => {
  it("are told at the end as they are in the middle", () => {
    const extracts = [
      services("instrumenten", [2019, 2020], [...zuid, "Noord"]),
      services("instrumenten", [2021, 2022], zuid),
    ];
    expect(remarks(extracts)).toContain(
      "instrumenten: 2021, 2022 ontbreekt voor Overig, terwijl Zuid die jaren wel heeft",
    );
  });

  it("are told of a large gebied of Overig in extracts about persons", () => {
    const crowd = (year: number) =>
      extractOf(
        `${year}.csv`,
        [
          "persoon_id;startdatum;gebied;type",
          ...Array.from({ length: 250 }, (_, i) => `d${i};01-03-${year};Delfshaven;Nazorg`),
        ].join("\n"),
      );
    const extracts = [services("instrumenten", [2020, 2021], [...zuid, "Noord"]), crowd(2020)];
    expect(remarks(extracts)).toContain(
      "instrumenten 2021: Overig is niet geteld, want Delfshaven ontbreekt",
    );
    expect(JSON.stringify(remarks([...extracts, crowd(2021)]))).not.toContain("Delfshaven");
  });
});

describe("the sheet Representatie", () => {
  const withGender = (years: number[], gebieden: string[]) =>
    extractOf(
      "personen.csv",
      [
        "persoon_id;jaar;gebied;maanden_bijstand;december;geslacht",
        ...years.flatMap((year) =>
          gebieden.flatMap((gebied) =>
            Array.from(
              { length: 80 },
              (_, i) => `${gebied}${i};${year};${gebied};12;ja;${i % 2 ? "man" : "vrouw"}`,
            ),
          ),
        ),
      ].join("\n"),
    );
  /** The shares of men in the population, by area and year. */
  const shares = (extracts: readonly Extract[]) =>
    Object.fromEntries(
      sheetOf(planOf(extracts), "Representatie").rows.flatMap((cells) =>
        cells[3]?.value === "man"
          ? [[`${cells[0]?.value as string} ${cells[1]?.value as number}`, cells[4]?.value]]
          : [],
      ),
    );

  it("has no share of a part of the city that lacks a gebied in that year", () => {
    const extracts = [
      withGender([2020], [...zuid, "Noord"]),
      withGender([2021], ["Feijenoord", "Charlois", "Noord"]),
    ];
    expect(shares(extracts)).toEqual({
      "Zuid 2020": 0.5,
      "Overig 2020": 0.5,
      "Zuid 2021": "n.b.",
      "Overig 2021": 0.5,
    });
  });

  it("names the gebied that is in no year", () => {
    const { rows } = sheetOf(
      planOf([withGender([2021], ["Feijenoord", "Charlois", "Noord"])]),
      "Representatie",
    );
    expect(rows.flatMap((cells) => cells.map((cell) => cell?.value))).toContain(
      "Let op: Zuid zonder IJsselmonde.",
    );
  });
});

describe("klanttevredenheid", () => {
  const answers = (gebieden: string[], months: number[]) =>
    extractOf(
      "k.csv",
      [
        "datum;gebied;cijfer",
        ...months.flatMap((month) =>
          gebieden.flatMap((gebied) =>
            [10, 9, 3, 8].map((score) => `14-${String(month).padStart(2, "0")}-2021;${gebied};${score}`),
          ),
        ),
      ].join("\n"),
    );
  const nps = "Voortschrijdende NPS (Overig: noordoever)";

  it("names the gebieden that are missing beside the figure and on its sheet", () => {
    const extracts = [answers(["Feijenoord", "Noord"], [1, 2, 3, 4, 5, 6, 7])];
    expect(scorecardRow(extracts, nps)?.[COLUMN.origin]?.value).toBe(
      "berekend; Zuid zonder IJsselmonde, Charlois",
    );
    const notes = sheetOf(planOf(extracts), "Tevredenheid").rows.flatMap((cells) => cells[0]?.value ?? []);
    expect(notes).toContainEqual(expect.stringContaining("Let op: Zuid zonder IJsselmonde, Charlois."));
    expect(
      scorecardRow([answers([...zuid, "Noord"], [1, 2, 3, 4, 5, 6, 7])], nps)?.[COLUMN.origin]?.value,
    ).toBe("berekend");
  });

  it("names the months without answers", () => {
    expect(remarks([answers([...zuid, "Noord"], [1, 2, 3, 4, 9, 10])])).toContain(
      "klanttevredenheid: 2021-05, 2021-06, 2021-07, 2021-08 ontbreekt",
    );
  });
});
