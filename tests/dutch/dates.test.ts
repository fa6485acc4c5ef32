import { parseDutchDate } from "../../src/dutch/dates";

describe("parseDutchDate", () => {
  it.each([
    ["31-12-2021", 2021, 12, 31],
    ["1-3-2020", 2020, 3, 1],
    ["29/02/2020", 2020, 2, 29],
    ["2021-07-04", 2021, 7, 4],
    ["2021-07-04T00:00:00", 2021, 7, 4],
    ["04-07-2021 00:00:00", 2021, 7, 4],
    ["2021-07", 2021, 7, 1],
    ["31-12-9999", 9999, 12, 31],
  ])("reads %s", (text, year, month, day) => expect(parseDutchDate(text)).toEqual({ year, month, day }));

  it.each([
    "30-02-2021",
    "29-02-2021",
    "31-04-2021",
    "2021-13",
    "2021-00-10",
    "12-31-2021",
    "mei 2021",
    "2021",
    "",
  ])("finds no date in %p", (text) => expect(parseDutchDate(text)).toBeNull());
});
