import type { SyntheticPanel } from "../../src/synthetic-control/panel";
import inference from "./fixtures/inference.json";
import { readGold, readPanel, type Study } from "./panel";

type Outcomes = { preRmspe: number; averageEffect: number };

/** What another program found for a study: see the README of the fixtures. */
export type Inference = Outcomes & {
  postRmspe: number;
  ratio: number;
  ratioRank: number;
  pRatio: number;
  pRatioTreatedInPools: number;
  gaps: number[];
  thresholds: { multiple: number | null; placebos: number; pRatio: number; pEffect: number }[];
  placebos: Record<string, Outcomes & { postRmspe: number; ratio: number }>;
  leaveOneOut: Record<string, Outcomes>;
  inTime: { fitPeriods: number; preRmspe: number; holdoutRmspe: number };
  effectRange: Record<string, number[]>;
};

export const readInference = (study: Study) => inference[study] as unknown as Inference;

/** All periods of a study, with the names of its donors. */
export function studyPanel(study: Study): { panel: SyntheticPanel; names: string[] } {
  const { units, periods, outcomes } = readPanel(study);
  const prePeriods = periods.filter((period) => period < readGold(study).firstTreatedPeriod).length;
  return { panel: { treated: outcomes[0], donors: outcomes.slice(1), prePeriods }, names: units.slice(1) };
}

/** The difference with a reference value, as a share of it. */
export const relativeError = (found: number | null, reference: number) =>
  Math.abs((found ?? NaN) / reference - 1);
