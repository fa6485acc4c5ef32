import { dateOrderConflicts, unlikeDateOrders } from "../../src/extracts/date-orders";
import { inspectFiles, remarksBetween, type ReadFile } from "../../src/scorecard/inspect-files";
import { extractOf } from "./read-text";

const file = (fileName: string, dates: string[]) => ({
  ...extractOf(["datum;gebied;cijfer", ...dates.map((date, i) => `${date};Zuid;${i % 11}`), ""].join("\n")),
  fileName,
});
const read = (...extracts: ReturnType<typeof file>[]): ReadFile[] =>
  extracts.map((extract) => ({
    name: extract.fileName,
    sha256: extract.fileName,
    reading: { ok: true, extract },
  }));

// In American notation 19 August 2019 is 8/19/2019; 2/3/2020 is 3 February there and 2 March here.
const american = file("2019.csv", ["8/19/2019", "9/2/2019"]);
const dutch = file("2018.csv", ["19/8/2018", "2/9/2018"]);
const silent = file("2020.csv", ["2/3/2020", "4/3/2020", "5/6/2020"]);

describe("files of one kind with dates in which day and month can be changed places", () => {
  it("are not read while another file shows the month first, whichever comes first", () => {
    for (const files of [
      [american, silent],
      [silent, american],
      [dutch, silent, american],
    ]) {
      expect(dateOrderConflicts(files)).toEqual([
        expect.stringMatching(
          /^2020\.csv: in de datums van de kolom datum \(zoals 2\/3\/2020\) .* 2019\.csv schrijft de maand vooraan \(zoals 8\/19\/2019\)/,
        ),
      ]);
      expect(inspectFiles(read(...files)).obstacles).toEqual(dateOrderConflicts(files));
      expect(remarksBetween(read(...files))).toEqual(expect.arrayContaining(dateOrderConflicts(files)));
    }
  });

  it("are read day first when no file shows another order", () => {
    expect(dateOrderConflicts([dutch, silent])).toEqual([]);
    expect(dateOrderConflicts([silent, file("2021.csv", ["3/2/2021"])])).toEqual([]);
  });

  it("are read when each can be read in one way only", () => {
    const iso = file("2021.csv", ["2021-02-03", "5-5-2021"]);
    expect(dateOrderConflicts([american, iso])).toEqual([]);
  });

  it("may stand in one file, which then shows its order", () => {
    const together = file("samen.csv", ["8/19/2019", "9/2/2019", "2/3/2020"]);
    expect(together.rows.map(({ values }) => values.datum)).toEqual(["2019-08", "2019-09", "2020-02"]);
    expect(dateOrderConflicts([together])).toEqual([]);
  });

  it("are told when one shows the day first and another the month", () => {
    expect(unlikeDateOrders([american, dutch])).toEqual([
      expect.stringMatching(/^2019.csv schrijft in datums de maand vooraan en 2018.csv de dag;/),
    ]);
    expect(inspectFiles(read(american, dutch)).remarks).toEqual(
      expect.arrayContaining(unlikeDateOrders([american, dutch])),
    );
    expect(unlikeDateOrders([dutch, silent])).toEqual([]);
  });

  it("go by the other columns of their own file first", () => {
    const plan = (fileName: string, rows: string[]) => ({
      ...extractOf(["inspanning_id;inspanning;start;einde", ...rows, ""].join("\n")),
      fileName,
    });
    const one = plan("een.csv", ["i1;a;3/4/2021;31/12/2021"]);
    const other = plan("twee.csv", ["i2;b;4/5/2021;12/31/2022"]);
    expect(dateOrderConflicts([one, other])).toEqual([]);
    expect(unlikeDateOrders([one, other])).toHaveLength(1);
    expect(dateOrderConflicts([plan("drie.csv", ["i3;c;3/4/2021;4/5/2021"]), other])).toHaveLength(2);
  });
});
