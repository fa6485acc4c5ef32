import { isBsn } from "../../src/extracts/bsn";
import { extractOf, problemOf } from "./read-text";

const satisfaction = (...rows: string[]) => ["datum;gebied;cijfer", ...rows].join("\n");
const handhaving = (...rows: string[]) =>
  ["jaar;gebied;maatregeloverwegingen;maatregelen", ...rows].join("\n");

describe("an extract", () => {
  it("is read with every cell in its own type", () => {
    const extract = extractOf(
      "persoon_id;jaar;gebied;maanden_bijstand;december;geslacht;leeftijd\n" +
        "p1;2021;WK059910;12;ja;vrouw;34\np2;2021;noordoever;3;nee;.;\n",
    );
    expect(extract.kind).toBe("bijstandspersonen");
    expect(extract.columns).toEqual([
      "persoon_id",
      "jaar",
      "gebied",
      "gebiedsdeel",
      "maanden_bijstand",
      "december",
      "geslacht",
      "leeftijd",
    ]);
    expect(extract.rows).toEqual([
      {
        line: 2,
        values: {
          persoon_id: "p1",
          jaar: 2021,
          gebied: "WK059910",
          gebiedsdeel: "Zuid",
          maanden_bijstand: 12,
          december: true,
          geslacht: "vrouw",
          leeftijd: 34,
        },
      },
      {
        line: 3,
        values: {
          persoon_id: "p2",
          jaar: 2021,
          gebied: "noordoever",
          gebiedsdeel: "Overig",
          maanden_bijstand: 3,
          december: false,
          geslacht: null,
          leeftijd: null,
        },
      },
    ]);
    expect(extract).toMatchObject({ faults: [], remarks: [], unknownColumns: [], rowsRead: 2 });
  });

  it("keeps an answer without a cijfer, as missing", () => {
    const { rows, faults } = extractOf(satisfaction("01-03-2021;Zuid;", "01-03-2021;Zuid;0"));
    expect(rows.map(({ values }) => values.cijfer)).toEqual([null, 0]);
    expect(faults).toEqual([]);
  });

  it("keeps a figure that was not published, as missing and not as 0", () => {
    const { rows } = extractOf(handhaving("2018;Zuid;.;x", "2019;Zuid;-99997;0"));
    expect(rows.map(({ values }) => [values.maatregeloverwegingen, values.maatregelen])).toEqual([
      [null, null],
      [null, 0],
    ]);
  });

  it("reads thousands by what the column says", () => {
    const capaciteit = (fte: string) => extractOf(`jaar;gebied;werkzoekenden;fte\n2018;Zuid;1.234;${fte}\n`);
    expect(capaciteit("1.234,5").rows[0].values).toMatchObject({ werkzoekenden: 1234, fte: 1234.5 });
    expect(capaciteit("1.234").faults).toMatchObject([{ line: 2, column: "fte", value: "1.234" }]);
  });

  it("keeps the decimals of a published figure", () => {
    const { rows, columns } = extractOf(
      "tabel,gebied,groep,indicator,jaar,waarde,eenheid\n2.3,Zuid,totaal,a,2020,7.50,per persoon\n2.3,Zuid,totaal,b,,,aantal\n",
    );
    expect(columns).toContain("decimalen");
    expect(rows[0].values).toMatchObject({ tabel: "2.3", waarde: 7.5, decimalen: 2 });
    expect(rows[1].values).toMatchObject({ jaar: null, waarde: null, decimalen: null });
  });
});

describe("a faulty cell", () => {
  it("is reported with line, column, value and what to do, and its row is left out", () => {
    const { rows, faults, rowsRead } = extractOf(
      satisfaction("1-3-2021;Zuid;8", "1-3-2021;Zuid;11", "1-3-2021;Zuid;7"),
    );
    expect(rowsRead).toBe(3);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(faults).toEqual([
      {
        line: 3,
        column: "cijfer",
        value: "11",
        expected: "een heel cijfer van 0 tot en met 10",
        message:
          'test.csv, regel 3, kolom cijfer: gevonden "11". Verwacht: een heel cijfer van 0 tot en met 10. ' +
          "Verbeter de cel in het bestand. Of ga verder zonder deze regel.",
      },
    ]);
  });

  it("may be a day that does not exist", () => {
    const { faults } = extractOf(satisfaction("30-02-2021;Zuid;8"));
    expect(faults).toMatchObject([{ line: 2, column: "datum", value: "30-02-2021" }]);
  });

  it("may be an empty one where a value must stand", () => {
    const { faults } = extractOf(satisfaction("01-03-2021;;8"));
    expect(faults[0].message).toMatch(/regel 2, kolom gebied: gevonden een lege cel/);
  });

  it("is one of several in a row, each with its own report", () => {
    const { faults } = extractOf(satisfaction("ooit;ergens;acht"));
    expect(faults.map(({ column }) => column)).toEqual(["datum", "gebied", "cijfer"]);
  });

  it("may be the city as a whole, which is explained", () => {
    const { faults } = extractOf(handhaving("2018;Zuid;1;1", "2018;Rotterdam;2;2"));
    expect(faults).toMatchObject([{ line: 3, column: "gebied" }]);
    expect(faults[0].message).toMatch(/totaal van de stad/);
  });

  it("stands on the line where its record begins", () => {
    const { faults } = extractOf(`${satisfaction('1-3-2021;Zuid;"8\n"', "1-3-2021;Zuid;99")}`);
    expect(faults).toMatchObject([{ line: 4, value: "99" }]);
  });

  it("is named by the column as the file has it", () => {
    const { faults } = extractOf("Datum;GEBIED;Cijfer \n1-3-2021;Zuid;acht\n");
    expect(faults[0].message).toMatch(/kolom Cijfer:/);
    expect(faults[0].column).toBe("cijfer");
  });
});

describe("a cell that is longer than any text", () => {
  it.each(["1 ", " ", "9", '""', "1.", "é", "x,"])("makes its row a fault, and nothing else: %j", (piece) => {
    const long = `y${piece.repeat(500_000)}y`;
    for (const cell of [long, `"${long}"`]) {
      const { rows, faults } = extractOf(`datum;gebied;cijfer;x\n2021-03;Zuid;9;${cell}\n2021-03;Zuid;8;\n`);
      expect(rows.map(({ line }) => line)).toEqual([3]);
      expect(faults.map(({ line, message }) => [line, message.length < 500])).toEqual([[2, true]]);
    }
  });
});

describe("a row wider than the header", () => {
  it("is a fault, since nobody can tell which cell is which", () => {
    const { rows, faults } = extractOf(handhaving("2018;Zuid;1;2", "2019;Zuid;1;5;2", "2020;Zuid;1;2;;"));
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(faults).toMatchObject([{ line: 3, column: "" }]);
  });
});

describe("rows that contradict each other", () => {
  it("are a fault when they say the same thing twice, with the line of the first", () => {
    const { rows, faults } = extractOf(handhaving("2018;Zuid;1;1", "2019;Zuid;1;1", "2018;Zuid;2;2"));
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(faults).toMatchObject([{ line: 4 }]);
    expect(faults[0].message).toMatch(/2018, Zuid, dat al op regel 2 staat/);
  });

  it("are a fault also when the place is written in another way", () => {
    const { faults } = extractOf(handhaving("2018;Feijenoord;1;1", "2018;WK059910;2;2", "2018;Charlois;1;1"));
    expect(faults).toMatchObject([{ line: 3 }]);
  });

  it("are a fault when a person occurs twice in a year", () => {
    const head = "persoon_id;jaar;gebied;maanden_bijstand;december";
    const { faults } = extractOf(`${head}\np1;2021;Zuid;12;ja\np1;2022;Zuid;12;ja\np1;2021;Noord;1;nee\n`);
    expect(faults).toMatchObject([{ line: 4, column: "persoon_id" }]);
  });

  it.each([[["2018;Zuid;9;9", "2018;Feijenoord;3;3"]], [["2018;Feijenoord;3;3", "2018;Zuid;9;9"]]])(
    "are a fault when one is a part of the other, in whatever order: %j",
    (lines) => {
      const { rows, faults } = extractOf(handhaving(...lines, "2019;Feijenoord;3;3"));
      expect(rows.map(({ values }) => [values.jaar, values.gebied])).toEqual([
        [2018, "Zuid"],
        [2019, "Feijenoord"],
      ]);
      expect(faults).toHaveLength(1);
      expect(faults[0].message).toMatch(/Feijenoord, een deel van Zuid op regel \d; samen tellen ze dubbel/);
    },
  );

  it("are a fault when a buurt stands beside its wijk", () => {
    const { faults } = extractOf(handhaving("2018;WK059915;9;9", "2018;Tarwewijk;1;1", "2018;Bloemhof;1;1"));
    expect(faults).toMatchObject([{ line: 3, value: "Tarwewijk" }]);
  });

  it("are none when a name that can be two places is the smaller one among its like", () => {
    const { faults, rows } = extractOf(
      "buurt,jaar,bijstand,bevolking_15_75\nFeijenoord,2018,1,2\nBloemhof,2018,1,2\nDelfshaven,2018,1,2\nSpangen,2018,1,2\n",
    );
    expect(faults).toEqual([]);
    expect(rows.map(({ values }) => values.gebiedsdeel)).toEqual(["Zuid", "Zuid", "Overig", "Overig"]);
  });

  it("are none in kinds where many rows may be alike", () => {
    expect(
      extractOf(satisfaction("1-3-2021;Zuid;8", "1-3-2021;Zuid;8", "1-3-2021;Feijenoord;8")).faults,
    ).toEqual([]);
  });
});

describe("the gebiedsdeel", () => {
  const panel = (...rows: string[]) =>
    ["buurt;buurtcode;gebied;jaar;bijstand;bevolking_15_75", ...rows].join("\n");

  it("is told by a code, or else by the gebied or the name", () => {
    const { rows } = extractOf(
      panel("buurt A;BU05991087;;2018;1;2", "buurt B;;zuidoever;2018;1;2", "Pernis;;;2018;1;2"),
    );
    expect(rows.map(({ values }) => values.gebiedsdeel)).toEqual(["Zuid", "Zuid", "Overig"]);
  });

  it("of an unknown buurt is a fault, not Overig", () => {
    const { faults } = extractOf(panel("buurt A;;;2018;1;2"));
    expect(faults).toMatchObject([{ line: 2, column: "buurt", value: "buurt A" }]);
  });

  it("that the file gives must agree with the gebied", () => {
    const { rows, faults } = extractOf(
      "datum;gebied;gebiedsdeel;cijfer\n1-3-2021;Feijenoord;Zuid;8\n1-3-2021;Feijenoord;Overig;8\n",
    );
    expect(rows).toHaveLength(1);
    expect(faults).toMatchObject([
      { line: 3, column: "gebiedsdeel", expected: "Zuid, want daar ligt Feijenoord" },
    ]);
  });
});

describe("burgerservicenummers", () => {
  const bsns: string[] = [];
  for (let number = 123456000; bsns.length < 25; number += 1)
    if (isBsn(String(number))) bsns.push(String(number));
  const instruments = (ids: string[]) =>
    ["persoon_id;startdatum;gebied;type", ...ids.map((id) => `${id};1-2-2021;Zuid;Nazorg`)].join("\n");

  it("are refused, with an explanation", () => {
    expect(problemOf(instruments(bsns))).toMatch(
      /de kolom persoon_id bevat burgerservicenummers.*pseudoniem/,
    );
  });

  it("are not seen in pseudonyms, but with a letter before them they are no pseudonyms", () => {
    const pseudonyms = Array.from({ length: 25 }, (_, index) => `p${123456000 + 7 * index}`);
    expect(extractOf(instruments(pseudonyms)).rows).toHaveLength(25);
    expect(problemOf(instruments(bsns.map((bsn) => `p${bsn}`)))).toMatch(/persoon_id bevat burger/);
  });

  it("in a column that is not read are refused too", () => {
    const lines = instruments(bsns.map((_, index) => `p${index}`)).split("\n");
    const withColumn = (name: string) =>
      lines.map((line, index) => `${line};${index === 0 ? name : bsns[index - 1]}`).join("\n");
    expect(problemOf(withColumn("BSN"))).toMatch(/de naam van de kolom BSN zegt/);
    expect(problemOf(withColumn("kenmerk"))).toMatch(/de kolom kenmerk bevat burgerservicenummers/);
  });
});

describe("a file as a whole", () => {
  it("with a header that is not known is refused, with the line of the header", () => {
    expect(problemOf("Een titel\njaar;gebied;maatregelen\n2018;Zuid;3\n")).toMatch(
      /^test.csv, regel 2: de kop past bij geen .* Handhaving/,
    );
  });

  it("with a header and nothing below is refused", () => {
    expect(problemOf("datum;gebied;cijfer\n")).toMatch(/onder de kop op regel 1 staan geen rijen/);
  });

  it("in which every row is faulty is read all the same, with all faults", () => {
    const extract = extractOf(satisfaction("x;y;z", "x;y;z"));
    expect(extract).toMatchObject({ rows: [], rowsRead: 2 });
    expect(extract.faults).toHaveLength(6);
  });

  it("reports a footer and does not swallow it", () => {
    const { remarks, rowsRead } = extractOf(handhaving("2018;Zuid;1;1", "Bron: CBS"));
    expect(rowsRead).toBe(1);
    expect(remarks).toMatchObject([{ line: 3, text: "Bron: CBS" }]);
  });
});
