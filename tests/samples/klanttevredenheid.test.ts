import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const samples = join(__dirname, "..", "..", "samples");
const text = readFileSync(join(samples, "samen-voor-zuid", "klanttevredenheid.csv"), "utf8");
const answers = text
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(";"))
  .map(([date, gebied, cijfer]) => ({ month: `${date.slice(6)}-${date.slice(3, 5)}`, gebied, cijfer }));

describe("the invented answers", () => {
  it("are what the generator makes", () => {
    const script = join(samples, "generate-klanttevredenheid.mjs");
    const made = execFileSync(process.execPath, [script, "--print"], { encoding: "utf8", maxBuffer: 1e7 });
    expect(made).toBe(text);
  });

  it("cover five years, 25 to 40 answers a month on each oever, a few of them blank", () => {
    const counts = new Map<string, number>();
    for (const { month, gebied } of answers) {
      const key = `${month} ${gebied}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(60 * 2);
    expect([...counts.keys()].sort()[0]).toMatch(/^2018-01/);
    expect([...counts.keys()].sort().at(-1)).toMatch(/^2022-12/);
    for (const count of counts.values()) {
      expect(count).toBeGreaterThanOrEqual(25);
      expect(count).toBeLessThanOrEqual(40);
    }
    const blanks = answers.filter(({ cijfer }) => cijfer === "").length;
    expect(blanks).toBeGreaterThan(10);
    expect(blanks).toBeLessThan(100);
  });

  // October 2022 is the last month with two months on either side.
  it.each([
    ["zuidoever", 10],
    ["noordoever", -5],
  ])("end, over the five months around October 2022, on %s within 1.5 points of %i", (oever, aim) => {
    const months = ["2022-08", "2022-09", "2022-10", "2022-11", "2022-12"];
    const cijfers = answers
      .filter(({ month, gebied, cijfer }) => gebied === oever && months.includes(month) && cijfer !== "")
      .map(({ cijfer }) => Number(cijfer));
    const promotors = cijfers.filter((cijfer) => cijfer >= 9).length;
    const criticasters = cijfers.filter((cijfer) => cijfer <= 6).length;
    const nps = (100 * (promotors - criticasters)) / cijfers.length;
    expect(Math.abs(nps - aim)).toBeLessThan(1.5);
  });
});
