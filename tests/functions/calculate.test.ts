import { officeInNode, type OfficeInNode } from "./office-in-node";

/** Seen with the real Office.js client in Node, not in Excel; see docs/te-bevestigen-in-excel.md. */
describe("the built functions in Microsoft's own runtime", () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    // A1:A3 of the sheet: a 9, a 0 that was typed, and a blank cell.
    office = await officeInNode([["Double"], ["Double"], ["Empty"]]);
  });
  beforeEach(() => {
    office.rangesRead.length = 0;
  });

  it("give their result", async () => {
    expect((await office.call("NPS", [[[9], [10], [3]]], ["Blad1!A1:A3"])).slice(1, 3)).toEqual([
      true,
      [[100 / 3]],
    ]);
  });

  // (1 promotor - 1 criticaster) / 2; with the blank counted as a 0 it would be (1 - 2) / 3.
  it("do not count a blank that desktop Excel passes as 0", async () => {
    const [, ok, value] = await office.call("NPS", [[[9], [0], [0]]], ["Blad1!A1:A3"]);
    expect([ok, value]).toEqual([true, [[0]]]);
    expect(office.rangesRead).toEqual(["Blad1!A1:A3"]);
  });

  it("ask nothing of the sheet when there is no 0, or when the host passes blanks as null", async () => {
    await office.call("NPS", [[[9], [8], [7]]], ["Blad1!A1:A3"]);
    await office.call("NPS", [[[9], [0], [null]]], ["Blad1!A1:A3"]);
    expect(office.rangesRead).toEqual([]);
  });

  it("ask for a sheet whose name has blanks and quotes by that name", async () => {
    await office.call("NPS", [[[9], [0], [0]]], ["'Mijn ''blad'''!A1:A3"]);
    expect(office.rangesRead).toEqual(["Mijn 'blad'!A1:A3"]);
  });

  // In another workbook a sheet of that name cannot be asked; one of this workbook with the same name is another.
  it.each([
    "[Boek1.xlsx]Blad1!A1:A3",
    "'[Boek 1.xlsx]Mijn blad'!A1:A3",
    "'C:\\map\\[Boek1.xlsx]Blad1'!A1:A3",
  ])("say that of a 0 in %s it cannot be seen whether the cell is blank", async (address) => {
    const [, ok, message] = await office.call("NPS", [[[9], [0], [0]]], [address]);
    expect(ok).toBe(false);
    expect(message).toMatch(/andere werkmap.*lege cel.*deze werkmap/);
    expect(office.rangesRead).toEqual([]);
    const [, , value] = await office.call("NPS", [[[9], [10], [3]]], [address]);
    expect(value).toEqual([[100 / 3]]);
  });

  it("take the 0 of a calculated array, which has no address, for a 0", async () => {
    const [, , value] = await office.call("NPS", [[[9], [0], [0]]], [""]);
    expect(value).toEqual([[(100 * (1 - 2)) / 3]]);
  });

  it("give #N/A with its Dutch text", async () => {
    const [, ok, message, code] = await office.call("NPS", [[[null]]], ["Blad1!A1"]);
    expect([ok, code]).toEqual([false, 1]);
    expect(message).toMatch(/^Geen respondenten/);
  });

  it("give a table with an error in one cell", async () => {
    const [, ok, value] = await office.call(
      "REPRESENTATIE",
      [
        [[0.2], [0.1]],
        [[0.1], [null]],
      ],
      ["Blad1!A1:A2", "Blad1!B1:B2"],
    );
    expect(ok).toBe(true);
    expect(value).toEqual([[1], [expect.objectContaining({ basicValue: "#N/A" })]]);
  });

  describe("that take long", () => {
    /** Random walks over 40 periods with 150 donors. */
    const [target, ...donors] = longPanel(151, 40);
    const call = (shift: number) => [
      target.map((value) => [value + shift]),
      target.map((_, t) => donors.map((donor) => donor[t])),
      null,
      target.map((_, t) => [2001 + t]),
      2030,
      "toets",
    ];
    const addresses = ["Blad1!A1:A40", "Blad1!B1:EU40", "", "Blad1!EV1:EV40", "", ""];

    /** Every look at the clock is a slice later, so that each step ends its slice, however fast the machine. */
    const inSlowTime = async <T>(work: () => Promise<T>): Promise<T> => {
      const start = Date.now();
      let looks = 0;
      const clock = jest.spyOn(office.clock, "now").mockImplementation(() => start + 20 * (looks += 1));
      return work().finally(() => clock.mockRestore());
    };

    it.each<[string, string, number]>([
      ["SYNTH.PLACEBO", "toets", 151],
      ["SYNTH.PLACEBO", "valse start", 27],
      ["SYNTH.PLACEBO", "zonder donor", 2],
      ["SYNTH.BEREIK", "0,05", 11],
    ])("%s (%s) lets other work go first at every step", async (name, option, steps) => {
      const before = office.turnsGiven();
      const [, ok] = await inSlowTime(() => office.call(name, [...call(0).slice(0, 5), option], addresses));
      expect(ok).toBe(true);
      expect(office.turnsGiven() - before).toBeGreaterThanOrEqual(steps);
    });

    it("give their result", async () => {
      const [, ok, table] = await office.call("SYNTH.PLACEBO", call(0), addresses);
      expect([ok, table]).toEqual([true, expect.arrayContaining([["Placebo's", 150]])]);
    });

    it("stop when Excel cancels them", async () => {
      const before = office.turnsGiven();
      await inSlowTime(async () => {
        void office.call("SYNTH.PLACEBO", call(0.5), addresses);
        for (let i = 0; i < 1000 && office.turnsGiven() === before; i++)
          await new Promise((done) => setTimeout(done, 5));
        office.cancelLast();
        // All 151 steps need less than this; each would have given a turn.
        await new Promise((done) => setTimeout(done, 1500));
      });
      expect(office.turnsGiven()).toBeGreaterThan(before);
      expect(office.turnsGiven() - before).toBeLessThan(75);
    });

    it("are not run again for another cell that asks the same", async () => {
      const before = office.turnsGiven();
      const [, ok] = await office.call("SYNTH.PLACEBO", [...call(0).slice(0, 5), "drempels"], addresses);
      expect(ok).toBe(true);
      // Reading six thousand cells may fill a slice; the runs themselves would take many.
      expect(office.turnsGiven() - before).toBeLessThan(4);
    });
  });
});

/** Random walks that are the same at every run (a congruence of Park and Miller). */
function longPanel(units: number, periods: number): number[][] {
  let state = 20261123;
  const draw = () => (state = (state * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: units }, () => {
    let level = 10 + 10 * draw();
    return Array.from({ length: periods }, () => (level += draw() - 0.5));
  });
}
