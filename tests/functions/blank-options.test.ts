import { officeInNode } from "./office-in-node";

/** The panel by hand of SYNTH.BEREIK: the margin, the last argument but two, decides how wide the range is. */
const panel = [
  [[4], [4], [9]],
  [
    [6, 4, 7],
    [4, 6, 7],
    [5, 7, 8],
  ],
  [["Noord", "Oost", "West"]],
  [[2017], [2018], [2019]],
  2018,
];
const addresses = (margin: string) =>
  ["B1:B3", "C1:E3", "C9:E9", "A1:A3", "A9", margin].map((a) => a && `Blad1!${a}`);

/** The effect is 3 + s, and the RMSPE the root of 1 + s²; see the example of SYNTH.BEREIK. */
const halfWidth = (margin: number) => Math.sqrt((1 + margin) ** 2 - 1);

async function rangeOf(cell: "Empty" | "Double", address: string): Promise<number[]> {
  const office = await officeInNode([[cell]]);
  const [, ok, table] = await office.call("SYNTH.BEREIK", [...panel, 0], addresses(address));
  expect(ok).toBe(true);
  return (table as number[][])[1].slice(1, 4);
}

describe("an option that desktop Excel passes as 0", () => {
  it("has its default when it refers to a blank cell", async () => {
    const [smallest, effect, largest] = await rangeOf("Empty", "G1");
    expect(effect).toBeCloseTo(3, 9);
    expect(smallest).toBeCloseTo(3 - halfWidth(0.05), 6);
    expect(largest).toBeCloseTo(3 + halfWidth(0.05), 6);
  });

  it.each([
    ["stands in the cell", "Double", "G1"],
    ["stands in the formula itself", "Empty", ""],
  ] as const)("is 0 when a 0 %s", async (_, cell, address) => {
    const [smallest, , largest] = await rangeOf(cell, address);
    expect(smallest).toBeCloseTo(3, 6);
    expect(largest).toBeCloseTo(3, 6);
  });

  it("is the first word of a choice when it refers to a blank cell", async () => {
    const office = await officeInNode([["Empty"]]);
    const given = [...panel, 0];
    const [, ok, table] = await office.call("SYNTH.PLACEBO", given, addresses("G1"));
    expect(ok).toBe(true);
    expect((table as unknown[][])[0][0]).toBe("Gebied");
  });
});
