import fc from "fast-check";
import { columnNotationOf } from "../../src/extracts/column-notation";
import type { Column } from "../../src/extracts/kind";
import { readCell } from "../../src/extracts/values";

const column = (type: Column["type"], more: Partial<Column> = {}): Column => ({ name: "k", type, ...more });
/** The values of cells that are a column together; of a fault what was expected. */
const values = (texts: string[], of: Column) =>
  texts.map((text) => {
    const reading = readCell(text, of, columnNotationOf(of, texts));
    return reading.ok ? reading.value : `fout: ${reading.expected}`;
  });
const value = (text: string, of: Column) => values([text], of)[0];
const adviceOn = (text: string, of: Column, others: string[] = []) => {
  const reading = readCell(text, of, columnNotationOf(of, [text, ...others]));
  return reading.ok ? `gelezen: ${String(reading.value)}` : reading.advice;
};
const optional = (type: Column["type"]) => column(type, { mayBeMissing: true });

describe("a marker", () => {
  const blanks = ["", " ", "\u00a0\u200b", ".", "-", "–", "—", "*", " * "];
  const words = ["x", "X", "n.b.", "N.B.", "nb", "n.v.t.", "nvt", "onbekend", "Niet  bekend"];
  const codes = ["-99997", "-99997.0", "-99999999"];
  const fewer = ["<10", "< 5", "<\u00a010"];
  const figures = ["aantal", "getal"] as const;
  const others = ["jaar", "maand", "datum", "cijfer", "janee"] as const;
  const labels = ["tekst", "code", "keuze", "gebied", "plaatscode"] as const;

  it.each([...blanks, ...words, ...codes])(
    "%j is missing in a column of figures, dates or ja/nee",
    (marker) => {
      for (const type of [...figures, ...others]) expect(value(marker, optional(type))).toBeNull();
    },
  );

  it.each(fewer)("%j is missing in a column of counts, and says something elsewhere", (marker) => {
    for (const type of figures) expect(value(marker, optional(type))).toBeNull();
    for (const type of others) expect(value(marker, optional(type))).toMatch(/^fout/);
    expect(value(marker, column("aantal", { mayBeMissing: true, ofOnePerson: true }))).toMatch(/^fout/);
  });

  it.each(blanks)("%j is missing in a column of labels", (marker) => {
    for (const type of labels) expect(value(marker, optional(type))).toBeNull();
  });

  it.each(["<27", "< 27", "x", "X", "n.v.t.", "onbekend", "-99997", "<10"])("%j is a label", (text) => {
    expect(value(text, optional("tekst"))).toBe(text);
    expect(value(text, column("keuze", { mayBeMissing: true, choices: { [text]: [] } }))).toBe(text);
  });

  it.each(blanks)("%j is a fault where a value must stand", (marker) => {
    for (const type of [...figures, ...others, ...labels])
      expect(value(marker, column(type))).toMatch(/^fout/);
  });

  it("is not every text that looks like one", () => {
    expect(value("-5", column("getal"))).toBe(-5);
    expect(value("0", column("aantal"))).toBe(0);
    expect(value("nbx", optional("getal"))).toMatch(/^fout/);
  });

  it("of ja or nee is not nee", () => {
    expect(adviceOn("onbekend", column("janee"))).toMatch(/Niet bekend is niet hetzelfde als nee/);
  });
});

describe("a cell", () => {
  it("of a cijfer is whole and from 0 to 10", () => {
    const cijfer = column("cijfer");
    expect(["0", "7", "10", "8,0", "8.00"].map((text) => value(text, cijfer))).toEqual([0, 7, 10, 8, 8]);
    for (const text of ["11", "-1", "7,5", "100", "acht", "1.000.000"])
      expect(value(text, cijfer)).toBe("fout: een heel cijfer van 0 tot en met 10");
  });

  it("of an aantal is whole and not negative", () => {
    const aantal = column("aantal", { max: 2000 });
    expect(values(["12", "1.234", "1 234", "12,0"], aantal)).toEqual([12, 1234, 1234, 12]);
    for (const text of ["-1", "1,5", "2.001", "12%", "1,2E+03", "veel"])
      expect(value(text, aantal)).toBe("fout: een heel getal van 0 tot en met 2000");
  });

  it("of a getal is no percentage, unless its column can hold one", () => {
    expect(value("80%", column("getal"))).toBe("fout: een getal");
    expect(value("7,48%", column("getal", { mayBePercentage: true }))).toBe(7.48);
  });

  // Excel shows 156769 as 1,57E+05; of 1,56769E+05 every digit is there, and 1,2E-05 is a small number.
  it.each(["1,57E+05", "1.47E+05", "6,1E+02", "1E+05", "2e6"])(
    "of a getal is not %p: its digits are gone",
    (text) => {
      expect(value(text, column("getal"))).toBe("fout: een getal");
    },
  );

  it.each([
    ["1,56769E+05", 156769],
    ["6,1E+01", 61],
    ["1,2E-05", 0.000012],
    ["2,5E+0", 2.5],
  ])("of a getal can be %p", (text, number) => expect(value(text, column("getal"))).toBe(number));

  it("of a getal keeps to its bounds", () => {
    expect(value("-0,5", column("getal", { min: 0 }))).toBe("fout: een getal van 0 of meer");
  });

  it("of a janee is ja or nee in many ways", () => {
    for (const text of ["ja", "Ja", "J", "1", "1.0", "true", "TRUE", "waar", "\u200bja\u00a0"])
      expect(value(text, column("janee"))).toBe(true);
    for (const text of ["nee", "N", "0", "0,0", "False", "ONWAAR"])
      expect(value(text, column("janee"))).toBe(false);
    expect(value("misschien", column("janee"))).toBe("fout: ja of nee");
  });

  it("of a keuze is one of the choices, in its own spelling", () => {
    const keuze = column("keuze", { choices: { Ja: ["j"], "Niet bekend": ["onbekend"], Nee: [] } });
    expect(["ja", "J", "niet  bekend", "ONBEKEND"].map((text) => value(text, keuze))).toEqual([
      "Ja",
      "Ja",
      "Niet bekend",
      "Niet bekend",
    ]);
    expect(value("ooit", keuze)).toBe("fout: Ja, Niet bekend of Nee");
  });

  it("of a gebied stays as it stands, if it is one", () => {
    expect(value(" zuidoever ", column("gebied"))).toBe("zuidoever");
    expect(value("Atlantis", column("gebied"))).toMatch(/^fout/);
  });

  it("of a datum without an end is missing, or a fault where there must be one", () => {
    expect(value("31-12-9999", column("datum", { mayBeMissing: true }))).toBeNull();
    expect(value("31-12-9999", column("datum"))).toMatch(/^fout/);
  });

  it("of a datum may be Excel's number of a day, which is told", () => {
    expect(adviceOn("44286", column("datum"))).toMatch(/waarmee Excel een datum bewaart/);
  });

  it("that looks like a formula stays text", () => {
    for (const text of ["=1+1", "+31 10", "@SOM(A1)", "-Overig"])
      expect(value(text, column("tekst"))).toBe(text);
  });
});

describe("a number that can be two", () => {
  const ambiguous = "fout: een getal dat maar op een manier te lezen is";

  it.each([
    ["getal", ["13.000", "14.000", "12.5"], [ambiguous, ambiguous, 12.5]],
    ["getal", ["13.000", "7,5"], [13000, 7.5]],
    ["getal", ["0.125", "2.500"], [0.125, 2.5]],
    ["getal", ["1.234", "7,5", "7.5"], [ambiguous, 7.5, 7.5]],
    ["aantal", ["12.000"], [ambiguous]],
    ["aantal", ["12.000", "13.000"], [ambiguous, ambiguous]],
    ["aantal", ["12.000", "1.234"], [12000, 1234]],
    ["aantal", ["12.000", "1.234", "1,234"], [ambiguous, ambiguous, ambiguous]],
    ["aantal", ["12.0", "13.000"], [12, ambiguous]],
  ] as const)("%s: %j is %j", (type, texts, expected) => {
    expect(values([...texts], column(type))).toEqual(expected);
  });

  it("is read as it was meant or is asked about, however a program writes its numbers", () => {
    const grouped = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign);
    /** A number of thousandths as a program with these signs writes it; `decimals` null leaves final zeros out. */
    const write = (thousandths: number, [decimal, group]: string[], decimals: number | null) => {
      const whole = grouped(String(Math.floor(thousandths / 1000)), group);
      const fraction = String(thousandths % 1000).padStart(3, "0");
      const shown = decimals === null ? fraction.replace(/0+$/, "") : fraction.slice(0, decimals);
      return shown === "" ? whole : `${whole}${decimal}${shown}`;
    };
    const signs = fc.constantFrom([",", "."], [".", ","], [",", ""], [".", ""], [",", " "], [",", "\u00a0"]);
    const decimals = fc.constantFrom(null, 0, 1, 2, 3);
    const numbers = fc.array(
      fc.oneof(
        fc.nat(20_000_000),
        fc.nat(20_000).map((n) => n * 1000),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(numbers, signs, decimals, (all, [decimal, group], count) => {
        const step = count === null ? 1 : 10 ** (3 - count);
        const meant = all.map((n) => Math.floor(n / step) * step);
        const texts = meant.map((n) => write(n, [decimal, group], count));
        // Counts are whole numbers, perhaps written with decimals.
        const types = meant.every((n) => n % 1000 === 0)
          ? (["getal", "aantal"] as const)
          : (["getal"] as const);
        for (const type of types) {
          const read = values(texts, column(type));
          meant.forEach((n, index) => {
            const isFault = typeof read[index] === "string";
            if (!isFault) expect([texts, read[index]]).toEqual([texts, n / 1000]);
          });
        }
      }),
      { seed: 14, numRuns: 250 },
    );
  });

  it("is told with the reason and with both ways of writing it", () => {
    const getal = column("getal");
    expect(adviceOn("1.234", getal)).toBe(
      "De rest van de kolom zegt niet of het teken duizendtallen of decimalen scheidt. Schrijf 1234 of 1,2340.",
    );
    expect(adviceOn("13.000", getal, ["12.5"])).toBe(
      "Als decimalen zou de kolom dit getal anders schrijven (zoals in 12.5), en als duizendtallen hoort er een " +
        "ander teken. Schrijf 13000 of 13.",
    );
    expect(adviceOn("1.234", getal, ["7,5", "7.5"])).toBe(
      "De kolom schrijft decimalen soms met een komma (zoals in 7,5) en soms met een punt (zoals in 7.5). " +
        "Schrijf 1234 of 1,2340.",
    );
  });
});

describe("a code", () => {
  const code = column("code");

  it.each([
    "5,58199E+12",
    "5.58199E+12",
    "1,23457E+11",
    "1E+05",
    "5.58199e12",
    "1.5E-7",
    " 5,6E+12\u00a0",
    "1,23 E+08",
    "'1,23E+08",
    '="4,5E+09"',
  ])("that a spreadsheet has rounded, such as %j, is a fault", (text) => {
    expect(value(text, code)).toBe("fout: een code");
    expect(adviceOn(text, code)).toMatch(/Excel heeft dit nummer afgerond.*Tekst/);
  });

  it.each(["P1", "1E5", "e12", "5E12A", "00012", "x", "X", "a.b", "3.2", "#12", "12-E+05", "nan1", "<27"])(
    "such as %j stays as it is",
    (text) => {
      expect(value(text, code)).toBe(text);
      expect(value(text, column("code", { isPerson: true }))).toBe(text);
    },
  );

  it.each(["onbekend", "n.b.", "NULL", "NaN", "None", "<NA>", "(null)", "-99997"])(
    "that is a word for nothing, %j, is no person, and stays in a column of other codes",
    (text) => {
      expect(value(text, column("code", { isPerson: true }))).toBe("fout: een code");
      expect(value(text, code)).toBe(text);
    },
  );

  // What SQL, R, pandas, JavaScript, Excel's pivot tables, SPSS and people leave where they know no number.
  const placeholders =
    "n/a N/A N.A. ? ?? ??? geen Geen leeg LEEG -1 -9 -99 -999 unknown UNKNOWN anoniem Anonymous XXX xx " +
    "(leeg) (blank) [leeg] <leeg> <null> {null} nil undefined --- -- … ... ____ / # *** missing empty geheim n.n.b.";
  const sentences = [
    "niet ingevuld",
    "Niet bekend.",
    "nog niet bekend",
    "geen BSN",
    "onbekende klant",
    "zonder nummer",
  ];

  it.each([...placeholders.split(" "), ...sentences, "ontbreekt", "1,E+08"])(
    "of a person that is filled in where none is known, %j, is a fault",
    (text) => {
      expect(value(text, column("code", { isPerson: true }))).toBe("fout: een code");
      expect(adviceOn(text, column("code", { isPerson: true }))).not.toBeUndefined();
    },
  );

  it.each([
    "01",
    "10",
    "100",
    "xy",
    "ab",
    "xxy",
    "geen1",
    "n1",
    "-123456",
    "anoniem 3",
    "9",
    "99",
    "999999999",
    "1111",
  ])("of a person such as %j may be one", (text) => {
    expect(value(text, column("code", { isPerson: true }))).toBe(text);
  });

  it.each(["0", "00000", "999999999", "1111", "88888888", "123456789", "12345", "999"])(
    "of a person that fills many rows, %j, is nobody's, and is somebody's in one row",
    (text) => {
      const person = column("code", { isPerson: true });
      const others = Array.from({ length: 40 }, (_, index) => `${201 + index}`);
      const filled = Array.from({ length: 6 }, () => text);
      expect(values([...others, ...filled], person)).toEqual([
        ...others,
        ...filled.map(() => "fout: een code"),
      ]);
      expect(values(filled, person)).toEqual(filled.map(() => "fout: een code"));
      expect(values([...others, text, text], person)).toEqual([...others, text, text]);
      // Where everybody has as many rows, it is one of them.
      const each = [...others, text].flatMap((id) => filled.map(() => id));
      expect(values(each, person)).toEqual(each);
      expect(values([...others, ...filled], code)).toEqual([...others, ...filled]);
    },
  );

  it("of which a spreadsheet has made the last digits zeros is a fault, in a column where it is no chance", () => {
    expect(values(["1234567890123450", "1234567890123460", "987654321098765000", "P1"], code)).toEqual([
      "fout: een code",
      "fout: een code",
      "fout: een code",
      "P1",
    ]);
    const good = ["1234567890123450", "1234567890123456"];
    expect(values(good, code)).toEqual(good);
  });

  it("of a person may have got the decimals of a number; another code keeps them", () => {
    expect(
      ["12345.0", "12345,00", "12345", "1.50"].map((text) => value(text, column("code", { isPerson: true }))),
    ).toEqual(["12345", "12345", "12345", "1.50"]);
    expect(value("2.0", code)).toBe("2.0");
  });
});

describe("an error of a spreadsheet", () => {
  it.each(
    (
      "#N/B #VERW! #WAARDE! #NAAM? #DEEL/0! #GETAL! #LEEG! #OVERLOPEN! #N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL! " +
      "#SPILL! #CALC! #GETTING_DATA ## ##### ########## Err:502 Fout:508"
    ).split(" "),
  )("%s is a fault in a column of any type, also where a value may be missing", (text) => {
    const types = [
      "jaar",
      "maand",
      "datum",
      "aantal",
      "getal",
      "cijfer",
      "janee",
      "gebied",
      "code",
      "tekst",
    ] as const;
    for (const type of types) {
      expect(value(text, optional(type))).toMatch(/^fout/);
      expect(adviceOn(`\u200b${text} `, optional(type))).toMatch(/fout uit een rekenblad/);
    }
  });

  it.each(["#1 in de buurt!", "# 3", "#samenvoorzuid", "N/A", "Fout: 502"])("%s is none", (text) => {
    expect(value(text, column("tekst"))).toBe(text);
  });
});

describe("characters that are not seen", () => {
  it("do not come into a code or a label, which have one space between words and an accent stored in one way", () => {
    const text = "\ufefffinancie\u0308le\u00a0\u00a0situ\u00adatie\u200b";
    for (const type of ["code", "tekst"] as const)
      expect(value(text, column(type))).toBe("financiële situatie");
    expect(value("Rotterdam\u00a0\u200bZuid", column("gebied"))).toBe("Rotterdam Zuid");
    expect(value("9\u200e", column("cijfer"))).toBe(9);
    expect(value("\u202a1\u00a0234,5\u202c", column("getal"))).toBe(1234.5);
  });

  it("leave the lines of a free text as they are", () => {
    const text = "Eerste regel\r\n\r\n  Tweede regel";
    expect(value(` ${text} `, column("tekst", { freeText: true }))).toBe(text);
    expect(value(text, column("tekst"))).toBe("Eerste regel Tweede regel");
  });

  it("are named when nobody can tell what they stand for", () => {
    for (const type of ["code", "tekst", "aantal", "gebied"] as const)
      expect(adviceOn("9\u0007", column(type))).toBe(
        "In de cel staat een stuurteken (U+0007); dat is niet te zien. Haal het weg.",
      );
  });
});

describe("a column of dates", () => {
  it("is read month first when it shows it", () => {
    expect(values(["3/14/2021", "3/4/2021"], column("datum"))).toEqual(["2021-03-14", "2021-03-04"]);
    expect(values(["3/14/2021", "3/4/2021"], column("maand"))).toEqual(["2021-03", "2021-03"]);
  });

  it("that contradicts itself is told with both dates", () => {
    expect(adviceOn("3/4/2021", column("datum"), ["3/14/2021", "25/12/2021"])).toBe(
      "De kolom schrijft de dag soms vooraan (25/12/2021) en soms de maand (3/14/2021). Schrijf alle datums van de " +
        "kolom zoals 2021-12-31.",
    );
  });

  it("of six digits that does not tell is asked", () => {
    expect(adviceOn("190112", column("maand"))).toMatch(/Schrijf 1901-12 of 2019-01-12\.$/);
  });

  it("of six digits that can have the day in front is asked, with both days", () => {
    expect(adviceOn("050321", column("datum"), ["101120"])).toMatch(/Schrijf 2005-03-21 of 2021-03-05\.$/);
  });

  it("of two-digit years that can stand in front is asked", () => {
    expect(adviceOn("12-04-07", column("datum"), ["11-05-08"])).toMatch(/^Het jaar heeft twee cijfers/);
    // 30-04-07 with the year in front is a day of 2030: in the file of a plan it can be.
    expect(values(["12-04-07", "30-04-07"], column("datum"))).toEqual(["2007-04-12", "2007-04-30"]);
    expect(adviceOn("12-04-07", column("datum", { mayBeFuture: true }), ["30-04-07"])).toMatch(
      /^Het jaar heeft/,
    );
  });

  it("that would all be in January is asked, and told that the month may stand first", () => {
    expect(adviceOn("2/1/2022", column("maand"), ["1/1/2022"])).toMatch(
      /^Met de dag vooraan .* in januari, en met de maand vooraan \(maand\/dag\/jaar/,
    );
  });

  it("after the end of next year is a fault where it has happened, and none in a plan", () => {
    expect(values(["01-01-2099", "2098-12", "31-12-2021"], column("maand"))).toEqual([
      expect.stringMatching(/^fout/),
      expect.stringMatching(/^fout/),
      "2021-12",
    ]);
    expect(adviceOn("01-02-2099", column("datum"))).toMatch(
      /gelezen als 2099-02-01, en dat ligt na het einde van volgend jaar/,
    );
    expect(value("01-02-2099", column("datum", { mayBeFuture: true }))).toBe("2099-02-01");
    const next = new Date().getFullYear() + 1;
    expect(value(`31-12-${next}`, column("datum"))).toBe(`${next}-12-31`);
  });

  it("that is Excel's number of a day, with or without its time, is told so", () => {
    for (const serial of ["44256", "44256,5", "39448.25", "44300.0"])
      for (const type of ["datum", "maand"] as const)
        expect(adviceOn(serial, column(type))).toMatch(/het getal zijn waarmee Excel een datum bewaart/);
    expect(adviceOn("4425,6", column("datum"))).toBeUndefined();
  });

  it("that has a day between year and month is told with that date", () => {
    expect(adviceOn("2021-03-04", column("datum"), ["2021-25-12"])).toBe(
      "De kolom heeft een datum met de dag in het midden (2021-25-12), en dan kan deze het ook zijn. Schrijf alle " +
        "datums van de kolom zoals 2021-12-31.",
    );
  });

  it("with AM or PM that does not tell its order is asked", () => {
    expect(values(["3/4/2021 2:30 PM"], column("datum"))).toEqual([
      "fout: een bestaande datum, zoals 31-12-2021 of 2021-12-31",
    ]);
    expect(adviceOn("3/4/2021 2:30 PM", column("datum"))).toMatch(
      /AM of PM hoort bij de Amerikaanse schrijfwijze/,
    );
  });

  it("asks about 24:00", () => {
    expect(adviceOn("31-03-2021 24:00", column("datum"))).toMatch(
      /Schrijf 23:59, of 00:00 met de volgende dag/,
    );
  });
});
