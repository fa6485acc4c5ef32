import { candidatesIn, isBsn, numbersIn, withoutBsns } from "../../src/extracts/bsn";

describe("the eleven-test", () => {
  it.each(["111222333", "123456782", "1234.56.782", "10000008", "010000008"])("passes %s", (text) => {
    expect(isBsn(text)).toBe(true);
  });

  it.each(["111222334", "123456789", "1234567", "000000000", "1112223330", "p11122233", ""])(
    "does not pass %s",
    (text) => {
      expect(isBsn(text)).toBe(false);
    },
  );
});

describe("a number that can be a burgerservicenummer", () => {
  it.each([
    "111222333",
    " 111222333 ",
    "111222333.0",
    "111222333,00",
    "1.11222333E+08",
    "1,11222333e8",
    "1112.22.333",
    "111.222.333",
    "111 222 333",
    "111\u00a0222\u00a0333",
    "11 12 22 333",
    "111-222-333",
    "111\u200b222333",
    '="111222333"',
    "'111222333",
    "bsn111222333",
    "BSN:111222333.",
    "klant (111222333) gebeld",
    "gesproken met 111 222 333 op 3 mei",
    "1112.22.333 en zijn broer",
    "2021-03-01 111222333",
    "nr. 111222333.0, afgesloten",
  ])("is found in %j", (text) => {
    expect(candidatesIn(text)).toEqual(["111222333"]);
  });

  it("is each of several in a text", () => {
    expect(candidatesIn("111222333, 123456782;10000008 en 111222333")).toEqual([
      "111222333",
      "123456782",
      "10000008",
      "111222333",
    ]);
    expect(candidatesIn("111222333,123456782")).toEqual(["111222333", "123456782"]);
  });

  it.each([
    "20211231",
    "2021-12-31",
    "31-12-2021",
    "31.12.2021",
    "2021-12-31 23:59:59",
    "BU05991087",
    "WK059910",
    "p111222333",
    "1112223334",
    "1112223",
    "06-12345678",
    "+31 6 12345678",
    "NL91ABNA0417164300",
    "51.9244201",
    "0.111222333",
    "2019 2020",
    "2018-2019",
    "Feijenoord",
    "",
  ])("is not in %j", (text) => {
    expect(candidatesIn(text)).toEqual([]);
  });
});

describe("a number within a word or beside another number", () => {
  // 9*1 + 8*2 + 7*3 + 6*4 + 5*5 + 4*6 + 3*7 + 2*8 - 2 = 154 = 14 * 11.
  it.each([
    ["P123456782", "letters"],
    ["123456782Q", "letters"],
    ["sofinr123456782", "alone"],
    ["000123456782", "zeros"],
    ["2020.123456782", "point"],
    ["klant 1234 56782", "groups"],
    ["12345678220200229", "date"],
    ["123/456/782", "alone"],
    ["１２３４５６７８２", "alone"],
  ])("is found in %j as %s", (text, form) => {
    expect(numbersIn(text)).toMatchObject([{ digits: "123456782", form }]);
  });

  it.each([
    "1234567820",
    "12345678212345",
    "zaak 2021123456782",
    "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00",
    "BU17401230",
    "WK059910",
    "1.234.567,82",
    "12,345,678.20",
    "51.9244201",
    "0.123456782",
    "06-12345678",
    "+31 6 12345678",
    "2019-2020",
    "21-02-2021 3",
    "2021-03-31T12:34:56.782Z",
    "12345678-1234-4123-8123-123456789012",
    "3f12345678ab90cd12ef",
    "192.168.100.200",
    "1, 2, 3, 4",
    "12000000",
    "24.000.000",
  ])("is not in %j", (text) => {
    expect(numbersIn(text)).not.toContainEqual(expect.objectContaining({ form: "alone" }));
    expect(numbersIn(text).filter(({ digits }) => isBsn(digits))).toEqual([]);
  });
});

describe("a message", () => {
  it.each([
    ["klant 111222333 en 111222334", "klant ********* en 111222334"],
    ["1112.22.333", "****.**.***"],
    ["111222333.0", "*********.0"],
    ["geen nummer", "geen nummer"],
    ["klant P123456782, in 2021", "klant P*********, in 2021"],
    ["000123456782", "************"],
    ["１２３ ４５６ ７８２ en één", "*** *** *** en één"],
    ["2021-03-31 123/456/782", "2021-03-31 ***/***/***"],
  ])("of %j shows %j", (text, shown) => {
    expect(withoutBsns(text)).toBe(shown);
  });
});

describe("time", () => {
  it.each([
    "1 ",
    "1.",
    "11111111",
    "1-",
    "12345678.",
    "111 222 333 ",
    "x1",
    " ",
    "123 ",
    "1e",
    "é1 ",
    "1\u0332",
    "NL",
    "1-1-2020",
    "a1",
    "12 - ",
    "0",
  ])("grows with the text and not with its square: %j", (piece) => {
    const timeOf = (count: number) => {
      const text = piece.repeat(count);
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        candidatesIn(text);
        withoutBsns(`${text}x`);
        return performance.now() - start;
      });
      // The least of some, since a busy machine makes one of them long.
      return Math.min(...times);
    };
    timeOf(1000);
    const once = timeOf(4000);
    expect(timeOf(16_000)).toBeLessThan(8 * once + 60);
  });
});
