import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The outcome of every unit over the periods of a fixture, the treated unit first. */
type Panel = { units: string[]; periods: number[]; outcomes: number[][] };

/** What another program found for one unit: the weights above 0 and the pre-period RMSPE. */
type GoldFit = { weights: Record<string, number>; preRmspe: number };
type Gold = GoldFit & { treated: string; firstTreatedPeriod: number; placebos: Record<string, GoldFit> };

export const studies = ["california", "basque", "germany"] as const;
export type Study = (typeof studies)[number];

const read = (name: string) => readFileSync(join(__dirname, "fixtures", name), "utf8");

export function readGold(study: Study): Gold {
  return (JSON.parse(read("gold.json")) as Record<Study, Gold>)[study];
}

export function readPanel(study: Study): Panel {
  const [header, ...rows] = read(`${study}.csv`)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return {
    units: header.slice(1),
    periods: rows.map((row) => Number(row[0])),
    outcomes: header.slice(1).map((_, unit) => rows.map((row) => Number(row[unit + 1]))),
  };
}

/** The pre-period outcomes of a unit and of its donors, with the names of the donors. */
export function prePeriod(study: Study, unit: string) {
  const { units, periods, outcomes } = readPanel(study);
  const count = periods.filter((period) => period < readGold(study).firstTreatedPeriod).length;
  const pre = (name: string) => outcomes[units.indexOf(name)].slice(0, count);
  const names = units.slice(1).filter((name) => name !== unit);
  return { treated: pre(unit), donors: names.map(pre), names };
}
