import { MeasureError } from "../statistics/measure-error";
import type { SyntheticFit } from "./fit";
import type { SyntheticPanel } from "./panel";
import type { PlaceboRun } from "./placebo-runs";

/** A table as a chart in a workbook wants it: a header row, then one row per period with its label in front. */
export type ChartTable = (string | number)[][];

/**
 * The outcome of the treated unit and of its synthetic control per period.
 *
 * @param labels one per period, such as the years
 * @throws MeasureError `invalid` when there is not one label for each period
 *
 * Source: figure 3.8 of the evaluation of Samen voor Zuid.
 *
 * @example
 * seriesTable([2018, 2019], { treated: [8.9, 9] }, { synthetic: [8.9, 9.1] }) // => [["Periode", "Doelgebied", "Synthetisch"], [2018, 8.9, 8.9], [2019, 9, 9.1]]
 */
export function seriesTable(
  labels: readonly (string | number)[],
  { treated }: Pick<SyntheticPanel, "treated">,
  { synthetic }: Pick<SyntheticFit, "synthetic">,
): ChartTable {
  return byPeriod(labels, [
    { name: "Doelgebied", values: treated },
    { name: "Synthetisch", values: synthetic },
  ]);
}

/**
 * The gap of the treated unit and of each placebo per period, the treated unit first.
 *
 * @param labels one per period, such as the years
 * @param runs as from `placeboRuns`
 * @param donorNames the name of each donor, in the order of the panel
 * @throws MeasureError `invalid` when there is not one label for each period, or no name for a placebo
 *
 * Source: figure 0.1 of the evaluation of Samen voor Zuid.
 *
 * @example
 * gapTable([2018], [{ donor: 1, gaps: [0.5] }, { donor: null, gaps: [0.25] }], ["Kralingen", "Delfshaven"]) // => [["Periode", "Doelgebied", "Delfshaven"], [2018, 0.25, 0.5]]
 */
export function gapTable(
  labels: readonly (string | number)[],
  runs: readonly Pick<PlaceboRun, "donor" | "gaps">[],
  donorNames: readonly string[],
): ChartTable {
  const treated = runs.filter(({ donor }) => donor === null);
  const placebos = runs.filter(({ donor }) => donor !== null);
  return byPeriod(
    labels,
    [...treated, ...placebos].map(({ donor, gaps }) => ({
      name: donor === null ? "Doelgebied" : nameOf(donor, donorNames),
      values: gaps,
    })),
  );
}

function nameOf(donor: number, names: readonly string[]): string {
  const name = names.at(donor);
  if (name !== undefined) return name;
  throw new MeasureError(
    "invalid",
    `Geen naam voor donor ${donor + 1}: er zijn ${names.length} namen. Verwacht: een naam voor elke donor. Geef de namen ` +
      "van alle donoren mee.",
  );
}

function byPeriod(
  labels: readonly (string | number)[],
  series: readonly { name: string; values: readonly number[] }[],
): ChartTable {
  for (const { name, values } of series) {
    if (values.length === labels.length) continue;
    throw new MeasureError(
      "invalid",
      `Ongelijke lengte: ${labels.length} labels van perioden en ${values.length} waarden voor ${name}. Verwacht: een label ` +
        "voor elke periode. Maak de bereiken even lang.",
    );
  }
  return [
    ["Periode", ...series.map(({ name }) => name)],
    ...labels.map((label, t) => [label, ...series.map(({ values }) => values[t])]),
  ];
}
