import { aggregatePersons, type PersonAggregates } from "../../src/extracts/aggregate";
import { trueCounts } from "./audit";
import { drawPersons } from "./drawn-persons";
import { fewestHidden } from "./fewest-hidden";
import { publishedModel } from "./published-model";

/** Cells that are shown and that are hidden, of all that are known. */
function shownOf({ diensten, bijstand, bereik_kenmerken }: PersonAggregates) {
  const rows = [...diensten, ...bijstand, ...bereik_kenmerken];
  const shown = rows.flatMap((row) => Object.entries(row)).filter(([name, value]) => isCount(name, value));
  return { shown: shown.length, hidden: rows.flatMap((row) => row.withheld).length };
}

const isCount = (name: string, value: unknown) => name !== "jaar" && typeof value === "number";
const draw = (seed: number, persons: number) => drawPersons(seed, { persons, categories: 3 + (seed % 4) });

describe("the share of cells that is shown of drawn persons", () => {
  const draws = Number(process.env.KNAP_DRAWS ?? 2);

  // The share at the least is well below what was measured (docs/kleine-aantallen.md): it guards against hiding all.
  it.each([
    [100, 0.05],
    [1_000, 0.5],
    [20_000, 0.85],
  ])("of %i is more than %d", (persons, least) => {
    const sum = { shown: 0, hidden: 0 };
    for (let seed = 1; seed <= (persons > 1_000 ? Math.ceil(draws / 5) : draws); seed += 1) {
      const { shown, hidden } = shownOf(aggregatePersons(draw(seed, persons)));
      sum.shown += shown;
      sum.hidden += hidden;
    }
    const share = sum.shown / (sum.shown + sum.hidden);
    if (process.env.KNAP_DRAWS) console.log(`${persons} personen: getoond ${(100 * share).toFixed(1)}%`);
    expect(share).toBeGreaterThan(least);
  });
});

describe("the fewest cells that protect the small counts, by an integer program over the linked tables", () => {
  it("are two where 3 + 12 + 40 = 55: of two cells with sum 15 either may be 10, of one cell it is known", async () => {
    const names = ["2021|Zuid|leeftijd|a", "2021|Zuid|leeftijd|b", "2021|Zuid|leeftijd|c"];
    const terms = [...names.map((name) => [name, 1] as const), ["2021|Zuid|december", -1] as const];
    const model = {
      cells: [...names, "2021|Zuid|december"].map((name) => ({ name, shown: null })),
      relations: [{ terms, kind: "equal" as const }],
    };
    const truth = new Map([...names, "2021|Zuid|december"].map((name, at) => [name, [3, 12, 40, 55][at]]));
    const found = await fewestHidden(model, truth, { threshold: 10, seconds: 10 });
    expect(found).toEqual({ atLeast: 2, isProven: true });
  });

  it("are no more than the rule hides", async () => {
    // Of 100 persons a program takes 10 seconds, of 1.000 half of that.
    for (const [persons, draws] of process.env.KNAP_DRAWS
      ? [
          [100, 8],
          [1_000, 8],
          [20_000, 4],
        ]
      : [[1_000, 1]]) {
      const sum = { hidden: 0, fewest: 0, proven: 0 };
      for (let seed = 1; seed <= draws; seed += 1) {
        const given = draw(seed + 1, persons);
        const tables = aggregatePersons(given);
        const { hidden } = shownOf(tables);
        const truth = trueCounts(given, tables);
        const options = { threshold: 10, seconds: 30 };
        const { atLeast, isProven } = await fewestHidden(publishedModel(tables, 10), truth, options);
        expect({ seed, fewest: atLeast }).toEqual({ seed, fewest: Math.min(atLeast, hidden) });
        sum.hidden += hidden;
        sum.fewest += atLeast;
        sum.proven += Number(isProven);
      }
      if (process.env.KNAP_DRAWS)
        console.log(
          `${persons} personen, ${draws} bevolkingen: verborgen ${sum.hidden}, minstens nodig ${sum.fewest} (${sum.proven} bewezen)`,
        );
      else expect(sum.fewest).toBeGreaterThan(0);
    }
  }, 600_000);
});
