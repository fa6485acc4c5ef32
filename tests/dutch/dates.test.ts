import fc from "fast-check";
import { isOpenEnd, readDate, readMonth, readYear } from "../../src/dutch/dates";

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
  });

  it.each(["21", "20211", "2021,5", "1021", "9999", "31-12-2021"])("%s is none", (text) => {
    expect(readYear(text)).toBeNull();
  });
});
