import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import exact from "./fixtures/exact.json";
import { studyPanel } from "./study-panel";

/** A panel with the names of its donors. */
export type NamedPanel = { panel: SyntheticPanel; names: string[] };

/** RMSPEs and effect of one fit, proven in exact fractions: see fixtures/exact.py. */
export type ExactOutcomes = { preRmspe: number; postRmspe: number; averageEffect: number };

/** A fit, proven in exact fractions. Donors without weight are left out. */
export type ExactFit = ExactOutcomes & { weights: Record<string, number>; gaps: number[] };

/** The p-values of a placebo test, counted in exact fractions. */
export type ExactShares = {
  placebos: number;
  pRatio: number;
  pEffect: number;
  pEffectLow: number;
  pEffectHigh: number;
};

type Bounds = number[];
type WithRange = ExactFit & {
  effectRange: Record<string, { limit: number; average: Bounds; perPeriod: Bounds[] }>;
};
type Answers = {
  wijken: WithRange & {
    placebos: Record<string, ExactFit>;
    placebosWithZuid: Record<string, ExactOutcomes>;
    tests: Record<string, ExactShares>;
    thresholds: Record<string, ExactShares>;
    leaveOneOut: Record<string, ExactOutcomes>;
    inTime: ExactFit;
  };
} & Record<"noord" | "rotterdamShape" | "rotterdamShapeInside" | "california", WithRange>;

export const exactAnswers = exact as unknown as Answers;

function columnsOf(name: string): Map<string, number[]> {
  const [header, ...rows] = readFileSync(join(__dirname, "fixtures", name), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return new Map(header.map((unit, k) => [unit, rows.map((row) => Number(row[k]))]));
}

function panelOf(treated: number[], donors: [string, number[]][], prePeriods: number): NamedPanel {
  return {
    panel: { treated, donors: donors.map(([, outcomes]) => outcomes), prePeriods },
    names: donors.map(([name]) => name),
  };
}

const zuid = ["Feijenoord", "IJsselmonde", "Charlois"];

/**
 * Income per recipient in thousands of euros, 2013 to 2024. Treated is Zuid: the mean of its wijken, weighted by their
 * inhabitants. Donors are the other nine wijken. The programme started in 2019, so 2013 to 2018 come before.
 */
export function wijkenPanel(): NamedPanel {
  const columns = columnsOf("rotterdam-wijken.csv");
  const column = (name: string) => columns.get(name) ?? [];
  const treated = column("jaar").map((_, t) => {
    const people = zuid.map((name) => column(`inwoners ${name}`)[t]);
    const income = zuid.reduce((sum, name, k) => sum + people[k] * column(name)[t], 0);
    return income / people.reduce((a, b) => a + b, 0);
  });
  const donors = [...columns].filter(
    ([name]) => name !== "jaar" && !name.startsWith("inwoners") && !zuid.includes(name),
  );
  return panelOf(treated, donors, 6);
}

/** The same wijken with Noord as if treated after four years: a real unit inside the hull of its donors. */
export function noordPanel(): NamedPanel {
  const { panel, names } = wijkenPanel();
  const donors = names.map((name, j): [string, number[]] => [name, [...panel.donors[j]]]);
  const own = donors.find(([name]) => name === "Noord")?.[1] ?? [];
  return panelOf(
    own,
    donors.filter(([name]) => name !== "Noord"),
    4,
  );
}

/** The shape of the Rotterdam case, invented: ten years before, three after, fifty donors, shares rounded to 0,1. */
export function shapePanel(unit: "Zuid" | "Binnen"): NamedPanel {
  const columns = columnsOf("rotterdam-shape.csv");
  const donors = [...columns].filter(([name]) => name.startsWith("Buurt"));
  return panelOf(columns.get(unit) ?? [], donors, 10);
}

/** The panels of fixtures/exact.py with their answers. */
export const exactPanels: [string, NamedPanel, WithRange][] = [
  ["the Rotterdam wijken", wijkenPanel(), exactAnswers.wijken],
  ["Noord, inside the hull", noordPanel(), exactAnswers.noord],
  ["the Rotterdam shape", shapePanel("Zuid"), exactAnswers.rotterdamShape],
  ["the Rotterdam shape, inside the hull", shapePanel("Binnen"), exactAnswers.rotterdamShapeInside],
  ["California", studyPanel("california"), exactAnswers.california],
];

/** The largest difference, over all donors, between weights and those of an exact answer. */
export function weightError(
  found: readonly number[],
  names: readonly string[],
  exactWeights: ExactFit["weights"],
) {
  return Math.max(...names.map((name, j) => Math.abs(found[j] - (exactWeights[name] ?? 0))));
}

/** The largest difference between two lists of numbers. */
export function largestDifference(found: readonly number[], reference: readonly number[]): number {
  return found.length === reference.length
    ? Math.max(...found.map((x, i) => Math.abs(x - reference[i])))
    : Infinity;
}
