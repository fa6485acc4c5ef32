import { readTyped, typedAs } from "../../workbench/formulas/typed";

const content = (input: unknown, format?: string) => ({
  kind: "content",
  input,
  ...(format === undefined ? {} : { format }),
});

describe("what is typed in a cell", () => {
  it.each([
    ["0,0000001%", content(1e-9, "0.00%")],
    ["1e-7%", content(1e-9, "0%")],
    ["7%", content(0.07, "0%")],
    ["12,5%", content(0.125, "0.00%")],
    ["-12,5 %", content(-0.125, "0.00%")],
    ["1e999", content("'1e999")],
  ])("%s is a number, or a text when it is too large", (typed, made) => {
    expect(readTyped(typed)).toEqual(made);
  });

  // https://support.microsoft.com/office/format-numbers-as-percentages-de49167b-d603-4450-bcaa-31fba6c7b6b4
  it.each([
    ["5", "0%", 0.05],
    ["1", "0.0%", 0.01],
    ["0,99", "0%", 0.99],
    ["-250", "0%", -2.5],
    ["5", '0" %"', 5],
    ["5", "General", 5],
  ])("%s in a cell with the format %s", (typed, format, input) => {
    expect(readTyped(typed, format)).toEqual(content(input));
  });

  it.each([
    ["#N/B", "#N/A"],
    ["#n/b", "#N/A"],
    ["#DEEL/0!", "#DIV/0!"],
    ["#N/A", "#N/A"],
  ])("%s is an error, as in Excel", (typed, error) => {
    expect(readTyped(typed)).toEqual(content({ error }));
  });

  it("a text behind an apostrophe is no error", () => {
    expect(readTyped("'#N/B")).toEqual(content("'#N/B"));
    expect(readTyped("#geen fout")).toEqual(content("'#geen fout"));
  });

  // Excel gives a message and tells to type an apostrophe first: https://support.microsoft.com/office/8309381d-33e8-42f6-b889-84ef6df1d586
  it.each(["-5 graden", "+31 6 12345678", "-punt een, twee"])(
    "%s is no formula, and the user is told",
    (typed) => {
      expect(readTyped(typed)).toEqual({
        kind: "fault",
        sentence: `Wat met ${typed[0]} begint, is een formule, en deze klopt niet. Voor een tekst typt u er een apostrof voor: '${typed}`,
      });
    },
  );

  it("+A1 is a formula", () => {
    expect(readTyped("+A1*2")).toEqual(content("=+A1*2"));
  });

  it("a tiny part of a percent is shown so that it can be typed again", () => {
    expect(typedAs(1e-9, "0.00%")).toBe("1E-7%");
    expect(readTyped("1E-7%")).toEqual(content(1e-9, "0%"));
    expect(typedAs({ error: "#N/A" }, "")).toBe("#N/B");
    expect(typedAs("#N/B", "")).toBe("'#N/B");
  });
});
