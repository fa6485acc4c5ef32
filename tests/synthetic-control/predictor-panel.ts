import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPanel, type Study } from "./panel";

/** The years of which the outcomes are to be approached, in the publications. */
const years = { california: [1970, 1988], basque: [1960, 1969], germany: [1960, 1989] };

/** The units of a study with their predictors and the outcomes to approach, the treated unit first. */
export function readUnits(study: Study) {
  const { units, periods, outcomes } = readPanel(study);
  const file = join(__dirname, "fixtures", `predictors-${study}.csv`);
  const [header, ...rows] = readFileSync(file, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const [first, last] = years[study];
  return units.map((name, unit) => ({
    name,
    predictors: rows.map((row) => Number(row[header.indexOf(name)])),
    outcomes: outcomes[unit].filter((_, t) => periods[t] >= first && periods[t] <= last),
  }));
}

/** The matrix of predictors in standard deviations over all units, worked out as the books do. */
export function standardise(predictors: readonly (readonly number[])[]): number[][] {
  const sizes = predictors[0].map((_, k) => {
    const values = predictors.map((unit) => unit[k]);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
  });
  return predictors.map((unit) => unit.map((x, k) => x / sizes[k]));
}
