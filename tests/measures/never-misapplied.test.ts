import { sampled } from "../draws";
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";
import { SYNTH_TOEPASSEN } from "../../src/measures/synthetic-use";

type Cells = CellValue[][];
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));

const figures = {
  decimals: fc.integer({ min: 1, max: 999 }).map((value) => value / 10 + 0.01),
  counts: fc.integer({ min: 1, max: 5000 }),
};

const panelOf = (figure: fc.Arbitrary<number>) =>
  fc
    .record({ periods: fc.integer({ min: 1, max: 5 }), count: fc.integer({ min: 2, max: 5 }) })
    .chain(({ periods, count }) =>
      fc.record({
        series: fc.array(fc.array(figure, { minLength: count, maxLength: count }), {
          minLength: periods,
          maxLength: periods,
        }),
        years: fc
          .uniqueArray(fc.integer({ min: 1995, max: 2024 }), { minLength: periods, maxLength: periods })
          .map((years) => years.sort((a, b) => a - b)),
        names: fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: count, maxLength: count }),
      }),
    );

const layout = fc.record({
  isTurned: fc.boolean(),
  weightsTurned: fc.boolean(),
  weightsNamed: fc.boolean(),
  weightsHeaded: fc.boolean(),
  named: fc.boolean(),
  inOtherOrder: fc.boolean(),
  withYears: fc.boolean(),
  corner: fc.constantFrom(null, "jaar", "Regio's", "Stand per"),
});

describe.each(Object.keys(figures) as (keyof typeof figures)[])("weights applied to %s", (kind) => {
  it("give the means that were meant or are refused, however the ranges are laid out", () => {
    fc.assert(
      fc.property(panelOf(figures[kind]), layout, ({ series, years, names }, choice) => {
        const count = names.length;
        const isSquare = series.length === count;
        fc.pre(!(isSquare && choice.isTurned && !choice.named && !choice.withYears));
        // Weights that differ, so that a donor in another's place shows: 1/n, 2/n ... of their sum.
        const sum = (count * (count + 1)) / 2;
        const weights = names.map((_, j) => (j + 1) / sum);
        const rows = weights.map((weight, j) =>
          choice.weightsNamed ? [`Wijk ${names[j]}`, weight] : [weight],
        );
        const head = choice.weightsNamed ? ["Donor", "Gewicht"] : ["Gewicht"];
        const gewichten: Cells = choice.weightsHeaded ? [head, ...rows] : rows;

        const byName = choice.weightsNamed && choice.named;
        const order = [...names.keys()];
        if (byName && choice.inOtherOrder) order.reverse();
        const label = (t: number): CellValue[] => (choice.withYears ? [years[t]] : []);
        const body: Cells = series.map((row, t) => [...label(t), ...order.map((j) => row[j])]);
        const above = [...(choice.withYears ? [choice.corner] : []), ...order.map((j) => `Wijk ${names[j]}`)];
        const reeksen: Cells = choice.named ? [above, ...body] : body;
        const cells = [
          choice.weightsTurned ? turned(gewichten) : gewichten,
          choice.isTurned ? turned(reeksen) : reeksen,
        ];
        let found: Cells;
        try {
          found = evaluate(SYNTH_TOEPASSEN, cells).slice(1) as Cells;
        } catch (error) {
          if (error instanceof CellError) return;
          throw error;
        }
        const mean = (row: number[]) => row.reduce((total, value, j) => total + value * weights[j], 0);
        expect(found).toEqual(series.map((row) => [expect.anything(), expect.closeTo(mean(row), 6)]));
        if (choice.withYears) expect(found.map(([year]) => year)).toEqual(years);
      }),
      { numRuns: sampled(5000), seed: 344 },
    );
  });
});
