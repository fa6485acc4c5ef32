import { holdsBsns, isBsn } from "../../src/extracts/bsn";

/** The first `count` numbers of nine digits that pass the eleven-test. */
function bsns(count: number): string[] {
  const found: string[] = [];
  for (let number = 100000000; found.length < count; number += 1)
    if (isBsn(String(number))) found.push(String(number));
  return found;
}

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

describe("a column", () => {
  const pseudonyms = Array.from({ length: 1000 }, (_, index) => String(100000000 + index));

  it("of BSNs is known, also when some are wrong or empty", () => {
    expect(holdsBsns(bsns(30))).toBe(true);
    expect(holdsBsns([...bsns(30), "onbekend", "", "", "123"])).toBe(true);
    expect(holdsBsns(bsns(3))).toBe(true);
  });

  it("of nine-digit pseudonyms, of which one in eleven passes, is not one of BSNs", () => {
    expect(pseudonyms.filter(isBsn).length).toBeGreaterThan(80);
    expect(holdsBsns(pseudonyms)).toBe(false);
  });

  it("of a single value, or of the same value repeated, proves nothing", () => {
    expect(holdsBsns(["111222333", "111222333"])).toBe(false);
    expect(holdsBsns([])).toBe(false);
  });
});
