import { aggregatePersons, type PersonAggregates } from "../../src/extracts/aggregate";
import { drawPersons } from "./drawn-persons";
import { fewestHidden } from "./fewest-hidden";

/** Cells that are shown, of all that are known. */
function shownOf({ diensten, bijstand, bereik_kenmerken }: PersonAggregates): {
  shown: number;
  cells: number;
} {
  const rows = [...diensten, ...bijstand, ...bereik_kenmerken];
  const shown = rows.flatMap((row) => Object.entries(row)).filter(([name, value]) => isCount(name, value));
  const hidden = rows.flatMap((row) => row.withheld).length;
  return { shown: shown.length, cells: shown.length + hidden };
}

const isCount = (name: string, value: unknown) => name !== "jaar" && typeof value === "number";

describe("the share of cells that is shown of drawn persons", () => {
  const draws = Number(process.env.KNAP_DRAWS ?? 2);

  // The share at the least is well below what was measured (docs/kleine-aantallen.md): it guards against hiding all.
  it.each([
    [100, 0.05],
    [1_000, 0.5],
    [20_000, 0.85],
  ])("of %i is more than %d", (persons, least) => {
    const sum = { shown: 0, cells: 0, hidden: 0, fewest: 0 };
    for (let seed = 1; seed <= (persons > 1_000 ? Math.ceil(draws / 5) : draws); seed += 1) {
      const given = drawPersons(seed, { persons, categories: 3 + (seed % 4) });
      const { shown, cells } = shownOf(aggregatePersons(given));
      const { hidden, fewest } = fewestHidden(given);
      sum.shown += shown;
      sum.cells += cells;
      sum.hidden += hidden;
      sum.fewest += fewest;
    }
    if (process.env.KNAP_DRAWS)
      console.log(
        `${persons} personen: getoond ${((100 * sum.shown) / sum.cells).toFixed(1)}%; verborgen ${sum.hidden}, minstens nodig ${sum.fewest}`,
      );
    expect(sum.shown / sum.cells).toBeGreaterThan(least);
    expect(sum.fewest).toBeLessThanOrEqual(sum.hidden);
  });
});
