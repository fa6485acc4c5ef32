import loadHighs from "highs";
import type { PublishedModel } from "./published-model";

/** Larger than any count here. */
const large = 100_000;

/** Counts that stand in no table: they follow from two that do. */
const isDerived = (name: string) => /\|(?:vertrokken|zonder maand|gemist)$/.test(name);

/** The two counts of a type of service are shown or hidden together. */
const choiceOf = (name: string) => name.replace(/(\|type .*)\|(?:aantal|personen)$/, "$1");

export interface Fewest {
  /** No choice of cells that protects every small count has fewer. */
  readonly atLeast: number;
  /** Whether that is the fewest, and not only a bound on it. */
  readonly isProven: boolean;
}

/**
 * How many cells of the linked tables must be withheld at the least, by an integer program: which cells are hidden,
 * and beside it, for every small count and either side of it, a table that agrees with all that is shown and in which
 * that count is at least the threshold, or at most the count less its leeway.
 *
 * The model of the cell suppression problem by Kelly, Golden and Assad (Networks 22, 1992), for all tables at once.
 */
export async function fewestHidden(
  { cells, relations }: PublishedModel,
  truth: ReadonlyMap<string, number>,
  { threshold, seconds }: { threshold: number; seconds: number },
): Promise<Fewest> {
  const count = (name: string) => (name === "one" ? 1 : (truth.get(name) ?? 0));
  const at = new Map(cells.map(({ name }, index) => [name, index]));
  const isSmall = (name: string) => name !== "one" && count(name) >= 1 && count(name) < threshold;
  const tableCells = cells.map(({ name }) => name).filter((name) => name !== "one" && !isDerived(name));
  // The reached of a group of which nobody or everybody was reached must be hidden; any other 0 is shown.
  const mustHide = (name: string) => isSmall(name) || (isReach(name) && isNobodyOrEverybody(name));
  const isReach = (name: string) => at.has(`${name}|gemist`);
  const isNobodyOrEverybody = (name: string) => {
    const [reached, missed] = [count(name), count(`${name}|gemist`)];
    return reached + missed > 0 && Math.min(reached, missed) === 0;
  };
  const choices = new Map<string, { index: number; size: number; forced: boolean }>();
  for (const name of tableCells) {
    if (count(name) === 0 && !mustHide(name)) continue;
    const choice = choices.get(choiceOf(name)) ?? { index: choices.size, size: 0, forced: false };
    choices.set(choiceOf(name), {
      ...choice,
      size: choice.size + 1,
      forced: choice.forced || mustHide(name),
    });
  }

  const rows: string[] = [];
  const bounds: string[] = [];
  const needs = cells
    .map(({ name }) => name)
    .filter(isSmall)
    .flatMap((name) => [
      { name, bound: `>= ${threshold}` },
      { name, bound: `<= ${count(name) - Math.max(1, Math.floor(count(name) / 2))}` },
    ]);
  needs.forEach(({ name, bound }, table) => {
    const cell = (of: string) => `y${table}_${at.get(of)}`;
    for (const { terms, kind, bound: least = 0 } of relations) {
      const sum = terms.map(([of, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${cell(of)}`);
      rows.push(`${sum.join(" ")} ${kind === "equal" ? "=" : ">="} ${least}`);
    }
    rows.push(`${cell(name)} ${bound}`);
    for (const { name: of } of cells) {
      if (isDerived(of)) {
        bounds.push(`0 <= ${cell(of)} <= ${large}`);
        continue;
      }
      const choice = choices.get(choiceOf(of));
      if (!choice || (count(of) === 0 && !mustHide(of))) bounds.push(`${cell(of)} = ${count(of)}`);
      else {
        bounds.push(`0 <= ${cell(of)} <= ${large}`);
        if (choice.forced) continue;
        // A shown count is what it is; a hidden one can be anything, but need not be more than this off.
        const reach = 5 * threshold;
        rows.push(`${cell(of)} - ${reach} x${choice.index} <= ${count(of)}`);
        rows.push(`${cell(of)} + ${count(of)} x${choice.index} >= ${count(of)}`);
      }
    }
  });
  const all = [...choices.values()];
  const forced = all.filter((choice) => choice.forced).reduce((sum, { size }) => sum + size, 0);
  const free = all.filter((choice) => !choice.forced);
  if (needs.length === 0 || free.length === 0) return { atLeast: forced, isProven: true };
  const highs = await loadHighs();
  const program = [
    "Minimize",
    ` obj: ${free.map(({ index, size }) => `+ ${size} x${index}`).join(" ")}`,
    "Subject To",
    ...rows.map((row) => ` ${row}`),
    "Bounds",
    ...bounds.map((row) => ` ${row}`),
    "Binary",
    ` ${free.map(({ index }) => `x${index}`).join(" ")}`,
    "End",
  ].join("\n");
  return highs.withModel({ format: "lp", data: program }, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds });
    model.run();
    const status = model.getModelStatus();
    const isProven = status === highs.constants.modelStatus.optimal;
    const bound = isProven ? model.getObjectiveValue() : Number(model.info.get("mip_dual_bound"));
    return { atLeast: forced + Math.ceil(bound - 1e-6), isProven };
  });
}
