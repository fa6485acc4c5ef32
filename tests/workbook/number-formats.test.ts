import { numberFormats } from "../../src/workbook/plan";

/** The section of a format that Excel takes for a number: the first two have conditions, the third takes the rest. */
function sectionFor(format: string, value: number): string {
  const [first, second, rest] = format.split(";");
  const holds = (section: string) => {
    const [, operator, limit] = /^\[(>=|<=)(-?[\d.]+)\]/.exec(section) ?? [];
    return operator === ">=" ? value >= Number(limit) : value <= Number(limit);
  };
  const found = holds(first) ? first : holds(second) ? second : rest;
  return found.replace(/^\[.*?\]/, "");
}

const signed = [
  ["percentSigned1", 0.001],
  ["percentPoints", 0.001],
  ["points1", 0.1],
  ["signed2", 0.01],
] as const;

describe.each(signed)("the format %s", (name, digit) => {
  const shown = (digits: number) => sectionFor(numberFormats[name], digits * digit)[0];

  it("has no sign for what rounds to zero", () => {
    expect([0, 0.49, -0.49, -0.001].map(shown)).toEqual(["0", "0", "0", "0"]);
  });

  it("has a sign for what does not", () => {
    expect([0.51, 3, -0.51, -3].map(shown)).toEqual(["+", "+", "-", "-"]);
  });
});

it("no format has a minus for all negative numbers", () => {
  for (const format of Object.values(numberFormats)) expect(format).not.toMatch(/(^|;)-/);
});
