import { isMissing } from "../../src/dutch/markers";

describe("isMissing", () => {
  it.each(["", " ", ".", "x", "X", "-", "*", "<10", "< 5", "-99997"])("takes %p for missing", (text) =>
    expect(isMissing(text)).toBe(true),
  );
  it.each(["0", "10", "xx", "n.v.t.", "-5", "<"])("does not take %p for missing", (text) =>
    expect(isMissing(text)).toBe(false),
  );
});
