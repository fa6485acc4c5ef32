import { MeasureError } from "./measure-error";
import { normalDistribution, normalQuantile } from "./normal";
import { numberInDutch } from "./number-in-dutch";

/** How many respondents are promotor (9-10), passief (7-8) and criticaster (0-6), and how many there are. */
export type ScoreCounts = {
  promotors: number;
  passieven: number;
  criticasters: number;
  respondents: number;
};

/** The difference between two scores, with the half-width of its interval and the test on 0. */
export type NpsDifference = {
  /** First minus second, in points, -200..200. */
  difference: number;
  /** Half-width of the interval around the difference, in points. */
  margin: number;
  /** The difference in standard errors; infinite when the standard errors are 0 and the difference is not. */
  z: number;
  /** Two-sided p, 0..1. */
  p: number;
};

/**
 * Counts cijfers by kind: criticaster 0-6, passief 7-8, promotor 9-10. Leave missing answers out beforehand;
 * an empty list gives zeros.
 *
 * @throws MeasureError `invalid` when a cijfer is not a whole number from 0 to 10.
 * Source: section 4.3.1 of the evaluation; Reichheld, "The one number you need to grow", HBR 81(12), 2003.
 *
 * @example
 * countScores([10, 9, 8, 3]) // => {"promotors": 2, "passieven": 1, "criticasters": 1, "respondents": 4}
 */
export function countScores(scores: readonly number[]): ScoreCounts {
  const counts = { promotors: 0, passieven: 0, criticasters: 0, respondents: scores.length };
  scores.forEach((score, i) => {
    if (!isScore(score)) {
      throw new MeasureError(
        "invalid",
        `Ongeldig cijfer: ${numberInDutch(score)} (nummer ${i + 1} van ${scores.length}). ` +
          "Verwacht: een heel getal van 0 tot en met 10. Verbeter het cijfer of laat het leeg.",
      );
    }
    counts[kindOfScore(score)] += 1;
  });
  return counts;
}

/**
 * Whether a number can be a cijfer: a whole number from 0 to 10.
 *
 * @example
 * isScore(7.5) // => false
 */
export function isScore(score: number): boolean {
  return Number.isInteger(score) && score >= 0 && score <= 10;
}

/**
 * What a respondent with this cijfer (0..10, see {@link isScore}) is counted as.
 *
 * @example
 * kindOfScore(8) // => "passieven"
 */
export function kindOfScore(score: number): "promotors" | "passieven" | "criticasters" {
  if (score >= 9) return "promotors";
  return score >= 7 ? "passieven" : "criticasters";
}

/**
 * The Net Promoter Score of a list of cijfers: 100 x (promotors - criticasters) / respondents, in points from
 * -100 to 100, not rounded.
 *
 * @throws MeasureError `no-data` without cijfers; `invalid` when a cijfer is not a whole number from 0 to 10.
 * Source: section 4.3.1 of the evaluation.
 *
 * @example
 * netPromoterScore([10, 9, 8, 3]) // => 25
 */
export function netPromoterScore(scores: readonly number[]): number {
  return npsOfCounts(countScores(scores));
}

/**
 * The Net Promoter Score from counts, in points from -100 to 100, not rounded.
 *
 * @throws MeasureError `no-data` without respondents; `invalid` when the counts are not whole numbers from 0
 * that add up to the respondents.
 * Source: section 4.3.1 of the evaluation.
 *
 * @example
 * npsOfCounts({ promotors: 30, passieven: 50, criticasters: 20, respondents: 100 }) // => 10
 */
export function npsOfCounts(counts: ScoreCounts): number {
  checkCounts(counts);
  return (100 * (counts.promotors - counts.criticasters)) / counts.respondents;
}

/**
 * The standard error of a Net Promoter Score, in points: 100 x sqrt((p + c - (p - c)^2) / n), with p and c
 * the shares of promotors and criticasters. It is that of a mean of scores -100, 0 and 100.
 *
 * When all respondents are of one kind it is 0, which says that they do not differ, not that the score is
 * certain; with few respondents the formula is too narrow.
 *
 * @throws MeasureError as {@link npsOfCounts}.
 * Source: section "Satisfaction" of the definitions; Rocks, "Interval estimation for the Net Promoter Score",
 * The American Statistician 70(4), 2016 (there the Wald interval).
 *
 * @example
 * npsStandardError({ promotors: 50, passieven: 0, criticasters: 50, respondents: 100 }) // => 10
 */
export function npsStandardError(counts: ScoreCounts): number {
  checkCounts(counts);
  const promotors = counts.promotors / counts.respondents;
  const criticasters = counts.criticasters / counts.respondents;
  const variance = promotors + criticasters - (promotors - criticasters) ** 2;
  return 100 * Math.sqrt(variance / counts.respondents);
}

/**
 * The half-width of the interval around a Net Promoter Score, in points: the score lies between NPS - margin
 * and NPS + margin with the given confidence (a fraction between 0 and 1).
 *
 * @throws MeasureError as {@link npsOfCounts}; `invalid` when the confidence is not between 0 and 1.
 * Source: section "Satisfaction" of the definitions.
 *
 * @example
 * npsMargin({ promotors: 50, passieven: 0, criticasters: 50, respondents: 100 }) // => 19.599640
 */
export function npsMargin(counts: ScoreCounts, confidence = 0.95): number {
  return criticalValue(confidence) * npsStandardError(counts);
}

/**
 * Compares the Net Promoter Scores of two groups of different respondents, such as Zuid and Noord: first
 * minus second in points, the half-width of the interval around it, and the two-sided test on 0.
 *
 * When all respondents of both groups are of one kind there is no spread to test with: p is then 1 if the
 * scores are equal and 0 if they differ, however few respondents there are.
 *
 * @throws MeasureError as {@link npsMargin}.
 * Source: section "Satisfaction" of the definitions (independent samples, each with its own standard error).
 *
 * @example
 * npsDifference(countScores([10, 9, 8, 3]), countScores([10, 8, 3, 2])).difference // => 50
 */
export function npsDifference(a: ScoreCounts, b: ScoreCounts, confidence = 0.95): NpsDifference {
  const difference = npsOfCounts(a) - npsOfCounts(b);
  const standardError = Math.hypot(npsStandardError(a), npsStandardError(b));
  // 0 / 0 is no number: scores that are equal differ by no standard errors at all.
  const z = difference === 0 ? 0 : difference / standardError;
  return {
    difference,
    margin: criticalValue(confidence) * standardError,
    z,
    p: 2 * normalDistribution(-Math.abs(z)),
  };
}

/** How many standard errors the interval reaches to either side: 1.96 for a confidence of 0.95. */
function criticalValue(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new MeasureError(
      "invalid",
      `Ongeldige betrouwbaarheid: ${numberInDutch(confidence)}. Verwacht: een getal tussen 0 en 1, zoals ` +
        "0,95. Typ 0,95 of 95% in plaats van 95.",
    );
  }
  return Math.abs(normalQuantile((1 - confidence) / 2));
}

function checkCounts({ promotors, passieven, criticasters, respondents }: ScoreCounts): void {
  const parts = [promotors, passieven, criticasters];
  if (
    !parts.every((count) => Number.isSafeInteger(count) && count >= 0) ||
    promotors + passieven + criticasters !== respondents
  ) {
    const [found1, found2, found3] = parts.map(numberInDutch);
    throw new MeasureError(
      "invalid",
      `Ongeldige telling: ${found1} promotors, ${found2} passieven en ${found3} criticasters op ` +
        `${numberInDutch(respondents)} respondenten. Verwacht: hele getallen vanaf 0 die samen het aantal ` +
        "respondenten zijn. Tel opnieuw.",
    );
  }
  if (respondents === 0) {
    throw new MeasureError(
      "no-data",
      "Geen respondenten: er is geen enkel cijfer om een NPS uit te berekenen. Verwacht: minstens één " +
        "cijfer van 0 tot en met 10. Kijk of het juiste bereik is gekozen.",
    );
  }
}
