import { yearWithMarks } from "../../src/dutch/cbs-year";

describe("a year with the marks of CBS", () => {
  it.each([
    "2016",
    "2016*",
    "2016**",
    "2016 *",
    "2016\u00a0**",
    " 2016* ",
    "2016JJ00",
    "2016jj00",
    "2016 (voorlopig)",
    "2016 (nader voorlopig)",
    "2016 (voorlopige cijfers)",
    "2016 voorlopig",
  ])("is read in %p", (text) => {
    expect(yearWithMarks(text)).toBe(2016);
  });

  it.each([
    "",
    "*",
    "2016***",
    "2016KW01",
    "2016MM03",
    "2016JJ01",
    "2016/2017",
    "2015/'16",
    "2016 K1",
    "2016?",
    "12016*",
    "216*",
    "0363*",
    "3016*",
    "2016,5*",
    "*2016",
    "2016 januari",
  ])("is not read in %p", (text) => {
    expect(yearWithMarks(text)).toBeNull();
  });

  it("is looked for in a time that grows with the text and not with its square", () => {
    const start = performance.now();
    expect(yearWithMarks(`2016${" ".repeat(1_000_000)}x`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
