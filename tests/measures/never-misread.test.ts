import { sampled } from "../draws";
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/measures/cells";
import { missingArgument, panelArguments, panelInCells } from "../../src/measures/panel-in-cells";

type Cells = CellValue[][];
const turned = (cells: Cells): Cells => cells[0].map((_, c) => cells.map((row) => row[c]));

/** A panel whose figures are, by the kind, easily taken for years, for codes, or for neither. */
const figures = {
  decimals: fc.integer({ min: 1, max: 999 }).map((value) => value / 10 + 0.01),
  counts: fc.integer({ min: 1, max: 5000 }),
  "counts like years": fc.integer({ min: 1900, max: 2100 }),
};

const panelOf = (figure: fc.Arbitrary<number>) =>
  fc
    .record({ periods: fc.integer({ min: 2, max: 6 }), count: fc.integer({ min: 1, max: 6 }) })
    .chain(({ periods, count }) =>
      fc.record({
        target: fc.array(figure, { minLength: periods, maxLength: periods }),
        donors: fc.array(fc.array(figure, { minLength: periods, maxLength: periods }), {
          minLength: count,
          maxLength: count,
        }),
        years: fc
          .uniqueArray(fc.integer({ min: 1995, max: 2024 }), { minLength: periods, maxLength: periods })
          .map((years) => years.sort((a, b) => a - b)),
        names: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: count, maxLength: count }),
      }),
    );

/** How the ranges are laid out. */
const layout = fc.record({
  isTurned: fc.boolean(),
  donorsTurned: fc.boolean(),
  namesAre: fc.constantFrom("text", "codes", "given", "none"),
  yearsBesideTarget: fc.boolean(),
  yearsBesideDonors: fc.boolean(),
  yearsGiven: fc.boolean(),
  targetNamed: fc.boolean(),
  corner: fc.constantFrom(null, "jaar", "Regio's", "Stand per"),
  lastGiven: fc.boolean(),
  blankEnd: fc.boolean(),
});

type Panel = { target: number[]; donors: number[][]; years: number[]; names: number[] };

function rangesOf(panel: Panel, choice: typeof layout extends fc.Arbitrary<infer Choice> ? Choice : never) {
  const { target, donors, years, names } = panel;
  const labelled = (cells: Cells, head: CellValue[] | null, withYears: boolean): Cells => {
    const body = cells.map((row, t) => (withYears ? [years[t], ...row] : row));
    return head === null ? body : [withYears ? [choice.corner, ...head] : head, ...body];
  };
  const head =
    choice.namesAre === "text"
      ? names.map((name) => `Wijk ${name}`)
      : choice.namesAre === "codes"
        ? names.map((name) => `03${name}`)
        : null;
  const doel = labelled(
    target.map((value) => [value]),
    choice.targetNamed ? ["Zuid"] : null,
    choice.yearsBesideTarget,
  );
  const donoren = labelled(
    target.map((_, t) => donors.map((series) => series[t])),
    head,
    choice.yearsBesideDonors,
  );
  const withEnd = (cells: Cells): Cells =>
    choice.blankEnd ? [...cells, ...[1, 2].map(() => cells[0].map(() => null))] : cells;
  return {
    doel: choice.isTurned ? turned(withEnd(doel)) : withEnd(doel),
    donoren: choice.donorsTurned ? turned(withEnd(donoren)) : withEnd(donoren),
    namen: choice.namesAre === "given" ? [names.map((name) => `Buurt ${name}`)] : [[null]],
    jaren: choice.yearsGiven ? years.map((year) => [year]) : [[null]],
    last: choice.lastGiven ? years[1] : null,
  };
}

/** The panel that is read, or the refusal. */
function read(ranges: ReturnType<typeof rangesOf>) {
  const { doel, donoren, namen, jaren } = panelArguments();
  try {
    return panelInCells({
      doel: doel.read(ranges.doel, "doel"),
      donoren: donoren.read(ranges.donoren, "donoren"),
      namen: namen.read(ranges.namen, "namen"),
      jaren: jaren.read(ranges.jaren, "jaren"),
      laatste_voorjaar: ranges.last,
      ontbrekend: missingArgument().read([[null]], "ontbrekend"),
    });
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

const isSquare = ({ target, donors }: Panel) => target.length === donors.length;

describe.each(Object.keys(figures) as (keyof typeof figures)[])("a panel of %s", (kind) => {
  it("is read as it was meant or refused, however it is laid out", () => {
    fc.assert(
      fc.property(panelOf(figures[kind]), layout, (panel, choice) => {
        // A square without labels lies as the target does; that it was meant otherwise nothing tells.
        const bare = !["text", "codes"].includes(choice.namesAre) && !choice.yearsBesideDonors;
        fc.pre(!(isSquare(panel) && bare && choice.donorsTurned !== choice.isTurned));
        // A last year without years is a wrong call; a donor that holds that very year is then taken for the years.
        const hasYears = choice.yearsGiven || choice.yearsBesideTarget || choice.yearsBesideDonors;
        fc.pre(hasYears || !choice.lastGiven);
        const found = read(rangesOf(panel, choice));
        if (found instanceof CellError) return;
        expect(found.panel.treated).toEqual(panel.target);
        expect(found.panel.donors).toEqual(panel.donors);
      }),
      { numRuns: sampled(5000), seed: 363 },
    );
  });
});

describe("a panel of decimals", () => {
  it("is not refused when its years are told apart and the last of them is given", () => {
    fc.assert(
      fc.property(panelOf(figures.decimals), layout, (panel, choice) => {
        fc.pre(choice.isTurned === choice.donorsTurned && choice.lastGiven);
        fc.pre(choice.yearsBesideTarget || choice.yearsBesideDonors || choice.yearsGiven);
        fc.pre(panel.donors.every((series) => series.some((value, t) => value !== panel.target[t])));
        expect(read(rangesOf(panel, choice))).not.toBeInstanceOf(Error);
      }),
      { numRuns: sampled(2000), seed: 599 },
    );
  });
});
