import { compareNames } from "./compare-names";
import { MeasureError } from "./measure-error";
import { isMonth, monthToText } from "./months";
import { isScore, kindOfScore, npsOfCounts } from "./nps";
import { numberInDutch } from "./number-in-dutch";

/** One cijfer, the month in which it was given (see months.ts) and, if wanted, the group it belongs to. */
export type DatedScore = { month: number; score: number; group?: string };

export type RollingOptions = {
  /** The Net Promoter Score in points (default) or the mean cijfer, 0..10. */
  measure?: "nps" | "mean";
  /** How many calendar months are taken together; odd, so that the figure's month is in the middle. */
  window?: number;
  /** Where the window sticks out of the data: leave the value out (default) or take the part that exists. */
  edges?: "omit" | "shrink";
};

/** A figure, or null where there is none, and the number of cijfers in its window. */
export type RollingCell = { respondents: number; value: number | null };

/** Month by month, group by group: `cells[i][j]` belongs to `months[i]` and `groups[j]`. */
export type RollingTable = { months: number[]; groups: string[]; cells: RollingCell[][] };

/** A longer period than any programme runs: a stray date, such as one with the year 9999, makes one. */
const mostMonths = 12000;
/** More cells than a worksheet can show: the groups are then most likely numbers of persons. */
const mostCells = 1_000_000;

/**
 * The rolling Net Promoter Score or mean cijfer: the figure of a month comes from all cijfers given in the
 * `window` calendar months around it, taken together, so that a busy month weighs more than a quiet one.
 * A month without cijfers counts as one of the months of the window.
 *
 * The months run from the first to the last in the data of all groups together. Groups are in Dutch
 * alphabetical order; cijfers without a group form the group "". A window without cijfers has the value
 * null, and so has, with `edges` "omit", a window that sticks out of the data; its respondents are counted
 * all the same. The order of the cijfers changes nothing.
 *
 * @throws MeasureError `no-data` without cijfers; `invalid` when the window is not odd, a cijfer is not a
 * whole number from 0 to 10, a month is not one, or the period or the number of groups is absurd.
 * Source: section 4.3.1, figures 4.1 and 4.2 of the evaluation (five months); the treatment of the edges is
 * a choice of section "Satisfaction" of the definitions.
 *
 * @example
 * rollingSatisfaction([{ month: 24254, score: 9 }, { month: 24255, score: 3 }], { window: 1 }) // => {"months": [24254, 24255], "groups": [""], "cells": [[{"respondents": 1, "value": 100}], [{"respondents": 1, "value": -100}]]}
 */
export function rollingSatisfaction(
  answers: readonly DatedScore[],
  options: RollingOptions = {},
): RollingTable {
  const { measure = "nps", window = 5, edges = "omit" } = options;
  checkWindow(window);
  checkAnswers(answers);
  const months = monthsOf(answers);
  const groups = [...new Set(answers.map(groupOf))].sort(compareNames);
  checkSize(months, groups);
  const totals = runningTotals(answers, months, groups);

  const reach = (window - 1) / 2;
  const cells = months.map((_, i) => {
    const from = Math.max(i - reach, 0);
    const to = Math.min(i + reach, months.length - 1);
    const sticksOut = to - from + 1 < window;
    return groups.map((_, j) => {
      const tally = tallyBetween(totals[j], from, to);
      const left = tally.respondents === 0 || (sticksOut && edges === "omit");
      return { respondents: tally.respondents, value: left ? null : valueOf(tally, measure) };
    });
  });
  return { months, groups, cells };
}

/** Whole numbers all, so that sums and differences of them are exact in whatever order they are added. */
type Tally = { promotors: number; passieven: number; criticasters: number; respondents: number; sum: number };

function noCijfers(): Tally {
  return { promotors: 0, passieven: 0, criticasters: 0, respondents: 0, sum: 0 };
}

/** Per group, at place i, the tally of all months before the i-th; the last is the tally of all months. */
function runningTotals(answers: readonly DatedScore[], months: number[], groups: string[]): Tally[][] {
  const totals = groups.map(() => Array.from({ length: months.length + 1 }, noCijfers));
  const placeOf = new Map(groups.map((group, j) => [group, totals[j]]));
  for (const answer of answers) {
    const tally = placeOf.get(groupOf(answer))![answer.month - months[0] + 1];
    tally[kindOfScore(answer.score)] += 1;
    tally.respondents += 1;
    tally.sum += answer.score;
  }
  for (const tallies of totals) {
    for (let i = 1; i < tallies.length; i++) add(tallies[i], tallies[i - 1], 1);
  }
  return totals;
}

/** The tally of the months at places `from` up to and including `to`. */
function tallyBetween(totals: Tally[], from: number, to: number): Tally {
  return add({ ...totals[to + 1] }, totals[from], -1);
}

function add(to: Tally, other: Tally, times: 1 | -1): Tally {
  to.promotors += times * other.promotors;
  to.passieven += times * other.passieven;
  to.criticasters += times * other.criticasters;
  to.respondents += times * other.respondents;
  to.sum += times * other.sum;
  return to;
}

function valueOf(tally: Tally, measure: "nps" | "mean"): number {
  return measure === "nps" ? npsOfCounts(tally) : tally.sum / tally.respondents;
}

function groupOf(answer: DatedScore): string {
  return answer.group ?? "";
}

/** Every calendar month from the first to the last in which a cijfer was given. */
function monthsOf(answers: readonly DatedScore[]): number[] {
  let first = Infinity;
  let last = -Infinity;
  for (const { month } of answers) {
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  const count = last - first + 1;
  if (count > mostMonths) {
    throw new MeasureError(
      "invalid",
      `Te lange periode: van ${monthToText(first)} tot en met ${monthToText(last)} zijn ${count} maanden. ` +
        `Verwacht: hoogstens ${mostMonths} maanden. Kijk of er een verkeerde datum tussen staat.`,
    );
  }
  return Array.from({ length: count }, (_, i) => first + i);
}

function checkWindow(window: number): void {
  if (Number.isSafeInteger(window) && window >= 1 && window % 2 === 1) return;
  throw new MeasureError(
    "invalid",
    `Ongeldig venster: ${numberInDutch(window)} maanden. Verwacht: een oneven heel getal vanaf 1, zoals 5, ` +
      "zodat er aan weerszijden van de maand evenveel maanden zijn.",
  );
}

function checkAnswers(answers: readonly DatedScore[]): void {
  if (answers.length === 0) {
    throw new MeasureError(
      "no-data",
      "Geen respondenten: er is geen enkel cijfer om een voortschrijdend cijfer uit te berekenen. Verwacht: " +
        "minstens één datum met een cijfer van 0 tot en met 10. Kijk of de juiste bereiken zijn gekozen.",
    );
  }
  answers.forEach(({ month, score }, i) => {
    const place = `(nummer ${i + 1} van ${answers.length})`;
    if (!isScore(score)) {
      throw new MeasureError(
        "invalid",
        `Ongeldig cijfer: ${numberInDutch(score)} ${place}. Verwacht: een heel getal van 0 tot en met 10. ` +
          "Verbeter het cijfer of laat het leeg.",
      );
    }
    if (!isMonth(month)) {
      throw new MeasureError(
        "invalid",
        `Ongeldig maandnummer: ${numberInDutch(month)} ${place}. Verwacht: jaar x 12 + maand - 1, van januari ` +
          "1900 tot en met december 9999. Kijk de datums na.",
      );
    }
  });
}

function checkSize(months: number[], groups: string[]): void {
  if (months.length * groups.length <= mostCells) return;
  throw new MeasureError(
    "invalid",
    `Te veel groepen: ${groups.length} groepen in ${months.length} maanden. Verwacht: samen hoogstens ` +
      `${mostCells} uitkomsten. Kijk of de kolom met groepen geen nummers van personen bevat.`,
  );
}
