import fc from "fast-check";
import { isOpenEnd } from "../../src/dutch/calendar";
import { dateNotationOf } from "../../src/dutch/date-notation";
import { dateDoubt, readDate, readMonth, readYear } from "../../src/dutch/dates";

/** Every text read as the column that they are together says. */
const column = (texts: string[]) => texts.map((text) => readDate(text, dateNotationOf(texts)));

describe("a date", () => {
  it.each([
    "2021-02-01",
    "01-02-2021",
    "1-2-2021",
    "01/02/2021",
    "1.2.2021",
    "01-02-21",
    "20210201",
    "01-02-2021 00:00:00",
    "2021-02-01T00:00:00",
    "2021-02-01 13:45:00.000Z",
    " 1-2-2021 ",
    "01022021",
    "2021-02-01 11:30 PM",
    "20210201 09:15",
    "1-2-2021\u00a0\u00a000:00",
    "\u200e1-2-2021\u200e",
  ])("%s is 1 February 2021", (text) => {
    expect(readDate(text)).toBe("2021-02-01");
  });

  it.each([
    "30-02-2021",
    "29-02-2021",
    "31-04-2021",
    "00-01-2021",
    "12-31-2021",
    "2021",
    "2021-02",
    "1-2",
    "x",
    "1-2-1021",
    "1-2-202",
    "1-2-20211",
    "1-2-2021 24:61",
    "1-2-2021 24:01",
    "1-2-2021 25:00",
    "1-2-2021 12:60",
    "1-2-2021 12:30:60",
    "1-2-2021 13:00 PM",
    "1-2-2021 0:30 am",
    "1-2-2021 ooit",
    "2021-02-01T12:00+15:00",
    "2021-02-01T12:00+01:60",
  ])("%s is none", (text) => {
    expect(readDate(text)).toBeNull();
  });

  it("knows leap years", () => {
    expect(readDate("29-02-2020")).toBe("2020-02-29");
  });

  it("places years of two digits from 1970 to 2069", () => {
    expect(readDate("31-12-69")).toBe("2069-12-31");
    expect(readDate("01-01-70")).toBe("1970-01-01");
  });

  it("knows 31-12-9999 as no end", () => {
    expect(isOpenEnd(readDate("31-12-9999") ?? "")).toBe(true);
    expect(readDate("30-12-9999")).toBeNull();
  });

  it("is read back in every form in which it is written", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split("-");
          const forms = [iso, `${day}-${month}-${year}`, `${Number(day)}/${Number(month)}/${year}`];
          for (const form of [
            ...forms,
            `${day}-${month}-${year.slice(2)}`,
            `${day}-${month}-${year} 00:00:00`,
          ])
            expect(readDate(form)).toBe(iso);
        },
      ),
    );
  });
});

describe("a month", () => {
  it.each([
    "2021-03",
    "2021-3",
    "202103",
    "03-2021",
    "3/2021",
    "2021MM03",
    "15-03-2021",
    "2021-03-31 00:00:00",
  ])("%s is March 2021", (text) => {
    expect(readMonth(text)).toBe("2021-03");
  });

  it.each(["2021-13", "2021", "13-2021", "maart", "30-02-2021", "31-12-9999"])("%s is none", (text) => {
    expect(readMonth(text)).toBeNull();
  });
});

describe("a year", () => {
  it("has four digits, or is CBS's way of writing one", () => {
    expect(readYear("2021")).toBe(2021);
    expect(readYear("2021JJ00")).toBe(2021);
    expect(readYear("\ufeff2021\u00a0")).toBe(2021);
  });

  it("may have the marks of CBS", () => {
    expect(["2016*", "2016**", "2016JJ00", "2016\u00a0*"].map(readYear)).toEqual([2016, 2016, 2016, 2016]);
    expect(readMonth("2021MM03*")).toBe("2021-03");
  });

  it("may have the decimals of a program that knows no whole numbers", () => {
    expect(["2021.0", "2021,00"].map(readYear)).toEqual([2021, 2021]);
  });

  it.each(["21", "20211", "2021,5", "1021", "9999", "31-12-2021", "2.021", "2021KW01", "2021MM01"])(
    "%s is none",
    (text) => {
      expect(readYear(text)).toBeNull();
    },
  );
});

describe("a time with a zone", () => {
  // Summer time began on 28 March 2021 and ended on 31 October 2021, at 1:00 UTC.
  it.each([
    ["2021-03-31T23:30:00Z", "2021-04-01"],
    ["2021-03-31T21:59:59.999Z", "2021-03-31"],
    ["2021-03-31 22:00:00 UTC", "2021-04-01"],
    ["31-03-2021 23:30:00UTC", "2021-04-01"],
    ["2021-03-31T23:30:00+00:00", "2021-04-01"],
    ["2021-03-31T23:30:00,000+0000", "2021-04-01"],
    ["2021-03-31 23:30:00+00", "2021-04-01"],
    ["2021-03-31 23:30 GMT", "2021-04-01"],
    ["2021-03-31T23:30:00+02:00", "2021-03-31"],
    ["2021-03-31T23:30:00+02:00[Europe/Amsterdam]", "2021-03-31"],
    // The zone by its name alone: UTC is an hour behind the Netherlands in winter, two in summer.
    ["2021-12-31T23:30:00[UTC]", "2022-01-01"],
    ["2021-03-31T22:30:00[Etc/UTC]", "2021-04-01"],
    ["2021-03-31T23:30:00[Europe/Amsterdam]", "2021-03-31"],
    ["2021-03-31T23:30:00[America/New_York]", null],
    ["2021-03-31T23:30:00 CEST", "2021-03-31"],
    ["2021-03-31T23:30:00 CET", "2021-04-01"],
    ["2021-04-01T05:30:00 +0900", "2021-03-31"],
    ["2021-03-31T18:00:00−04:00", "2021-04-01"],
    ["2021-03-27T22:59Z", "2021-03-27"],
    ["2021-03-27T23:00Z", "2021-03-28"],
    ["2021-03-28T21:59Z", "2021-03-28"],
    ["2021-03-28T22:00Z", "2021-03-29"],
    ["2021-10-30T22:00Z", "2021-10-31"],
    ["2021-10-31T22:59Z", "2021-10-31"],
    ["2021-10-31T23:00Z", "2021-11-01"],
    ["2020-12-31T23:00:00Z", "2021-01-01"],
    // In 1976 there was no summer time yet; in 1995 it ended in September.
    ["1976-07-01T22:30Z", "1976-07-01"],
    ["1995-10-01T22:30Z", "1995-10-01"],
    // Local midnight of the day without an end, in UTC.
    ["9999-12-30T23:00:00Z", "9999-12-31"],
    ["9999-12-31T23:59:59Z", "9999-12-31"],
  ])("%s was on %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it("without a zone is as the clock said", () => {
    expect(readDate("2021-03-31T23:30:00")).toBe("2021-03-31");
    expect(readMonth("31-03-2021 23:59:59")).toBe("2021-03");
  });

  it("counts in the month that it was here", () => {
    expect(readMonth("2021-03-31T23:30:00Z")).toBe("2021-04");
  });

  it("of 24:00 is of two days, and asked", () => {
    expect(readDate("31-03-2021 24:00")).toBeNull();
    expect(dateDoubt("2021-03-31T24:00:00Z")).toBe("24:00");
  });

  it("is the same day in every zone in which it is written, by the rule of the European Union", () => {
    const lastSunday = (year: number, month: number) => {
      const last = new Date(Date.UTC(year, month, 0, 1));
      return last.getTime() - last.getUTCDay() * 86_400_000;
    };
    const dutchTime = (moment: number) => {
      const year = new Date(moment).getUTCFullYear();
      const isSummer = moment >= lastSunday(year, 3) && moment < lastSunday(year, 10);
      return new Date(moment + (isSummer ? 2 : 1) * 3_600_000).toISOString().slice(0, 10);
    };
    const zones = fc.constantFrom([0, "Z"], [0, " UTC"], [60, "+01:00"], [120, "+0200"], [-210, " -03:30"]);
    const moments = fc.date({
      min: new Date("1997-01-02"),
      max: new Date("2037-12-30"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, zones as fc.Arbitrary<[number, string]>, (date, [ahead, zone]) => {
        const written = new Date(date.getTime() + ahead * 60_000).toISOString().slice(0, 19);
        expect(readDate(written + zone)).toBe(dutchTime(date.getTime()));
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

describe("a column of dates", () => {
  it("is read month first when it shows it", () => {
    expect(column(["3/14/2021", "3/4/2021", "12/25/21 2:30 PM", "2021-05-06"])).toEqual([
      "2021-03-14",
      "2021-03-04",
      "2021-12-25",
      "2021-05-06",
    ]);
    expect(dateNotationOf(["3/4/2021", "3/14/2021"]).monthFirst).toBe("3/14/2021");
  });

  it("is read day first when it shows it or shows nothing", () => {
    expect(column(["25/12/2021", "3/4/2021"])).toEqual(["2021-12-25", "2021-04-03"]);
    expect(column(["3/4/2021", "4/3/2021"])).toEqual(["2021-04-03", "2021-03-04"]);
  });

  it("that shows both is not guessed at: what can be two days, or has its month first, is none", () => {
    const texts = ["3/14/2021", "25/12/2021", "3/4/2021", "5/5/2021", "2021-06-07", "31/04/2021"];
    expect(column(texts)).toEqual([null, "2021-12-25", null, "2021-05-05", "2021-06-07", null]);
    expect(texts.map((text) => dateDoubt(text, dateNotationOf(texts)))).toEqual([
      "order",
      null,
      "order",
      null,
      null,
      null,
    ]);
  });

  it("with AM or PM is read when the column tells its order, and asked about when it does not", () => {
    expect(column(["3/4/2021 2:30 PM", "3/14/2021 2:30 PM"])).toEqual(["2021-03-04", "2021-03-14"]);
    expect(column(["3/4/2021 2:30 a.m.", "14/3/2021 2:30 a.m."])).toEqual(["2021-04-03", "2021-03-14"]);
    expect(column(["3/4/2021 2:30 PM", "3/3/2021 12:00 am"])).toEqual([null, "2021-03-03"]);
    expect(dateDoubt("3/4/2021 2:30 PM")).toBe("AM or PM");
  });

  it("with the day between year and month is asked about, unless other cells show the month there", () => {
    expect(column(["2021-25-12", "2021-03-04", "2021-05-05", "31-12-2021"])).toEqual([
      null,
      null,
      "2021-05-05",
      "2021-12-31",
    ]);
    expect(column(["20212512", "20210304"])).toEqual([null, null]);
    expect(column(["2021-25-12", "2021-03-04", "2021-03-31"])).toEqual([null, "2021-03-04", "2021-03-31"]);
    expect(column(["20122012", "20210304", "01122012"])).toEqual(["2012-12-20", "2021-03-04", "2012-12-01"]);
  });

  it("takes no evidence of a day that does not exist", () => {
    expect(column(["31-04-2021", "29-02-2021", "3-4-2021"])).toEqual([null, null, "2021-04-03"]);
  });

  it("of which one day is beyond the twelfth is read as it was written, day or month first", () => {
    const days = fc.array(
      fc.date({ min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(days, fc.constantFrom("-", "/", "."), fc.boolean(), (dates, sign, american) => {
        const isos = ["2021-03-14", ...dates.map((date) => date.toISOString().slice(0, 10))];
        const texts = isos.map((iso) => {
          const [year, month, day] = iso.split("-").map(Number);
          return (american ? [month, day, year] : [day, month, year]).join(sign);
        });
        expect(column(texts)).toEqual(isos);
        expect(column(texts.reverse())).toEqual(isos.reverse());
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});

describe("a column of dates that are all in January with the day first", () => {
  /** The same days, written in both orders. */
  const series = (days: number[][]) => ({
    dayFirst: days.map(([y, m, d]) => `${d}/${m}/${y}`),
    monthFirst: days.map(([y, m, d]) => `${m}/${d}/${y}`),
  });
  const readAll = (texts: string[], months = false) =>
    texts.map((text) => readDate(text, dateNotationOf(texts, { months })));

  it("is asked about when they are rather the first of every month", () => {
    const quarters = series([1, 4, 7, 10].map((month) => [2019, month, 1]));
    expect(readAll(quarters.monthFirst)).toEqual(["2019-01-01", null, null, null]);
    expect(quarters.monthFirst.map((text) => dateDoubt(text, dateNotationOf(quarters.monthFirst)))).toEqual([
      null,
      "january",
      "january",
      "january",
    ]);
    // In one year they are taken for the first days of January, unless every quarter is among them.
    const begin = series([1, 2, 3, 4, 5].map((month) => [2019, month, 1]));
    expect(readAll(begin.monthFirst)[4]).toBe("2019-01-05");
    expect(readAll([...begin.monthFirst, "1/1/2020"])[4]).toBeNull();
    // Written as the Dutch do, it is a series of months and nothing else.
    expect(readAll(quarters.dayFirst)).toEqual(["2019-01-01", "2019-04-01", "2019-07-01", "2019-10-01"]);
  });

  it("is not asked about when they are days of another month, in more than one year too", () => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((day) => [2020, 2021].map((year) => [year, 3, day]));
    expect(readAll(series(days).dayFirst)[1]).toBe("2021-03-01");
  });

  it("is asked about from two months on where the column holds months", () => {
    expect(readAll(["1/1/2022", "2/1/2022"], true)).toEqual(["2022-01-01", null]);
    expect(readAll(["1/1/2022", "2/1/2022"])).toEqual(["2022-01-01", "2022-01-02"]);
  });

  it("is read when a cell shows the order", () => {
    expect(readAll(["2/1/2022", "3/1/2022", "4/1/2022", "14/1/2022"])[0]).toBe("2022-01-02");
    expect(readAll(["2/1/2022", "3/1/2022", "4/1/2022", "12/31/2022"])[0]).toBe("2022-02-01");
  });
});

describe("a year of two digits", () => {
  it("can stand in front and is asked about, unless the dates tell", () => {
    // 21-03-05 to 19-10-12 are in 2005 to 2012 with the day first, in 2019 to 2021 with the year in front.
    const texts = ["21-03-05", "20-11-10", "19-10-12"];
    expect(column(texts)).toEqual([null, null, null]);
    expect(dateDoubt(texts[0], dateNotationOf(texts))).toBe("year of two digits");
    // The same day in both ways.
    expect(column([...texts, "18-04-18"])[3]).toBe("2018-04-18");
  });

  it.each([
    ["a year that no day can be", ["05-03-98", "21-03-05"], "2005-03-21"],
    ["a month that is none with the year in front", ["05-23-04", "06-03-05"], "2005-06-03"],
    ["a day after next year with the year in front", ["30-03-05", "21-03-05"], "2005-03-21"],
    ["a year in full", ["17-12-2004", "21-03-05"], "2005-03-21"],
    ["a day of one digit", ["7-12-04", "21-03-05"], "2005-03-21"],
  ])("stands at the end beside %s", (_, texts, date) => {
    expect(column(texts)[1]).toBe(date);
  });

  it.each([
    ["98-03-05", "21-03-05"],
    // 31 December 2020, and the last day of 2031 with the day first.
    ["20-12-31", "21-01-02"],
    // No day of February with the year in front, and one of 2030 with the day first.
    ["21-02-30", "21-02-03"],
    // 5 March 1998 in both: one cell with its year in front, and one at the end.
    ["98-03-05", "05-03-98", "21-03-05"],
  ])("is asked about beside %s", (...texts) => {
    expect(column(texts).at(-1)).toBeNull();
  });

  it("is always asked about in a column of plans, where 2031 is no mistake", () => {
    const texts = ["30-03-05", "21-03-05"];
    expect(texts.map((text) => readDate(text, dateNotationOf(texts, { mayBeFuture: true })))).toEqual([
      null,
      null,
    ]);
  });

  it("is no evidence of the order of day and month where it may stand in front", () => {
    const texts = ["21-03-05", "20-11-10", "03/04/2021"];
    // With the year in full one knows where it stands.
    expect(dateNotationOf(texts).twoDigitYear).toBe("last");
    expect(dateNotationOf(texts.slice(0, 2))).toMatchObject({ dayFirst: null, monthFirst: null });
  });

  it.each(["1970", "2018"])("from %s on is never read in another order than it was written in", (from) => {
    const days = fc.array(
      fc.date({ min: new Date(`${from}-01-01`), max: new Date("2026-12-31"), noInvalidDate: true }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(days, fc.boolean(), (dates, inFront) => {
        const isos = dates.map((date) => date.toISOString().slice(0, 10));
        const texts = isos.map((iso) => {
          const short = iso.slice(2);
          return inFront ? short : short.split("-").reverse().join("-");
        });
        const read = column(texts);
        isos.forEach((iso, index) => expect([iso, null]).toContain(read[index]));
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

describe("a date of six digits", () => {
  it("decides for itself when it can be one thing only", () => {
    expect(readMonth("202103")).toBe("2021-03");
    expect(readMonth("210331")).toBe("2021-03");
    expect(readDate("210331")).toBe("2021-03-31");
    expect(readDate("202103")).toBeNull();
  });

  it("that can be a month and a day is asked about when nothing decides", () => {
    expect([readMonth("190112"), readDate("190112"), readMonth("200312")]).toEqual([null, null, null]);
    expect(dateDoubt("190112")).toBe("six digits");
  });

  it("is a day or a month by the column", () => {
    expect(column(["190112", "190131"])).toEqual(["2019-01-12", "2019-01-31"]);
    const months = ["201012", "201312"];
    expect(months.map((text) => readMonth(text, dateNotationOf(months)))).toEqual(["2010-12", "2013-12"]);
  });

  it("is asked about in a column that shows both", () => {
    const texts = ["202103", "210331"];
    expect(texts.map((text) => readMonth(text, dateNotationOf(texts)))).toEqual([null, null]);
  });

  it("is asked about when it would rather have its day first", () => {
    expect(readDate("310321")).toBeNull();
    expect(column(["010321", "150321", "310321"])).toEqual([null, null, null]);
  });

  it("is asked about when it can have its day first", () => {
    // 5 March 2021, 10 November 2020 and 12 February 2019, or 21 March 2005, 20 November 2010 and 19 February 2012.
    expect(column(["050321", "101120", "120219"])).toEqual([null, null, null]);
    // 5 and 14 March 2021 lie closer together than 21 March of 2005 and of 2014.
    expect(column(["210305", "210314"])).toEqual(["2021-03-05", "2021-03-14"]);
    // The last is a day of 2099, or of nothing with the year in front.
    expect(column(["050321", "101120", "311299"])).toEqual([null, null, null]);
  });

  it("is a day with its year in front when with the day in front it is none, or after next year", () => {
    expect(column(["210305", "210330"])).toEqual(["2021-03-05", "2021-03-30"]);
    expect(column(["980305", "991114"])).toEqual(["1998-03-05", "1999-11-14"]);
    // A plan may have a day of 2031: those of 2021 and 2023 with the day in front, or of 2005 and 2031.
    const texts = ["050321", "310323"];
    expect(texts.map((text) => readDate(text, dateNotationOf(texts, { mayBeFuture: true })))).toEqual([
      null,
      null,
    ]);
  });

  it("is never read as another month than it was written for", () => {
    const days = fc.array(
      fc.date({ min: new Date("1970-01-01"), max: new Date("2069-12-31"), noInvalidDate: true }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(days, fc.boolean(), (dates, asDays) => {
        const isos = dates.map((date) => date.toISOString());
        const texts = isos.map((iso) =>
          asDays ? iso.slice(2, 10).replaceAll("-", "") : iso.slice(0, 7).replace("-", ""),
        );
        texts.forEach((text, index) =>
          expect([isos[index].slice(0, 7), null]).toContain(readMonth(text, dateNotationOf(texts))),
        );
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});

it("a text of a hundred thousand characters is no date, and found so at once", () => {
  const texts = ["1-2-2021 ", "1-2-2021 12:00:00.", "2021-01-01T12:00 ", "1", ""].flatMap((start) =>
    ["0", " ", "-", "\u00a0", ":", "[a"].map((filler) => `${start}${filler.repeat(100_000)}!`),
  );
  const start = performance.now();
  for (const text of texts)
    expect([readDate(text), readMonth(text), readYear(text)]).toEqual([null, null, null]);
  expect(performance.now() - start).toBeLessThan(3000);
});
