import loadHighs from "highs";
import type { PublishedModel } from "./published-model";

/** Larger than any count here; stands for no bound. */
const large = 100_000;

/** The smallest and the largest whole number that a cell can be, given everything that is shown. */
export type Interval = readonly [lowest: number, highest: number];

let loaded: ReturnType<typeof loadHighs> | undefined;

/**
 * The intervals of cells by linear programs: counts of 0 or more, the shown ones as they are. Where a program's best
 * solution is not whole, an integer program decides.
 */
export async function intervals(
  { cells, relations }: PublishedModel,
  wanted: readonly string[],
): Promise<Map<string, Interval>> {
  if (wanted.length === 0) return new Map();
  const highs = await (loaded ??= loadHighs());
  const at = new Map(cells.map(({ name }, index) => [name, index]));
  const indexOf = (name: string) => {
    const index = at.get(name);
    if (index === undefined) throw new Error(`no cell ${name}`);
    return index;
  };
  const rows = relations.map(({ terms, kind, bound = 0 }) => {
    const sum = terms
      .map(([name, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} v${indexOf(name)}`)
      .join(" ");
    return ` ${sum} ${kind === "equal" ? "=" : ">="} ${bound}`;
  });
  const bounds = cells.map(({ shown }, index) =>
    shown === null ? ` 0 <= v${index} <= ${large}` : ` v${index} = ${shown}`,
  );
  const program = ["Minimize", ` obj: ${cells.map((_, index) => `+ 0 v${index}`).join(" ")}`]
    .concat("Subject To", rows, "Bounds", bounds)
    .join("\n");
  const { minimize, maximize } = highs.constants.objectiveSense;
  const solve = (whole: boolean, tasks: readonly { column: number; sense: typeof minimize }[]) => {
    const general = whole ? `\nGeneral\n${cells.map((_, index) => ` v${index}`).join("\n")}` : "";
    return highs.withModel({ format: "lp", data: `${program}${general}\nEnd` }, (model) => {
      model.options.set({ output_flag: false });
      return tasks.map(({ column, sense }) => {
        const name = model.getColByName(`v${column}`);
        model.changeObjectiveSense(sense);
        model.changeColCost(name, 1);
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
          throw new Error("what is shown contradicts itself");
        const value = model.getObjectiveValue();
        const isWhole = [...model.getSolution().colValue].every((x) => Math.abs(x - Math.round(x)) < 1e-6);
        model.changeColCost(name, 0);
        return { column, sense, value: Math.round(value), isWhole };
      });
    });
  };
  const tasks = wanted.flatMap((name) =>
    [minimize, maximize].map((sense) => ({ column: indexOf(name), sense })),
  );
  const first = solve(false, tasks);
  const again = first.filter(({ isWhole }) => !isWhole);
  const exact = again.length > 0 ? solve(true, again) : [];
  const best = first.map((one) => (one.isWhole ? one : exact[again.indexOf(one)]).value);
  return new Map(wanted.map((name, index) => [name, [best[2 * index], best[2 * index + 1]] as const]));
}
