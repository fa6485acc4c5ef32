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
});
