import { believable } from "./believable";
import { type CodePage, inCodePage, otherPages, windows1252 } from "./code-pages";

/** What is to be read in another way, and as what. */
export interface OtherReading {
  readonly page: CodePage;
  /** The other texts are good Windows-1252: files were put together. */
  readonly isPart: boolean;
  /** Which of the texts have a character that is only believable in that code page. */
  readonly places: readonly number[];
  /** A word as it was read, and as it would be. */
  readonly was: string;
  readonly becomes: string;
}

const special = /[^\0-\u007f]/g;
/** So many characters of one text, and of all, tell enough. */
const mostOfText = 1000;
const mostOfAll = 50_000;

/**
 * The code page in which texts that were read as Windows-1252 have better Dutch words: caf‚ and co”rdinatie are café
 * and coördinatie in cp850. `null` when Windows-1252 is as good.
 *
 * @example
 * otherCodePage(["caf‚"])?.becomes // => "café"
 */
export function otherCodePage(texts: readonly string[]): OtherReading | null {
  const whole = pageOfAll(texts);
  if (whole !== null || texts.length < 2) return whole;
  const parts = texts.flatMap((text, place) => {
    const reading = pageOfAll([text]);
    return reading === null ? [] : [{ reading, place }];
  });
  if (parts.length === 0) return null;
  return { ...parts[0].reading, isPart: true, places: parts.map(({ place }) => place) };
}

function pageOfAll(texts: readonly string[]): OtherReading | null {
  const odd = texts.flatMap((text, place) => (/[^\0-\u007f]/.test(text) ? [{ text, place }] : []));
  const count = { all: 0, here: 0 };
  const found = otherPages.map((page) => ({ page, good: 0, score: 0, better: [] as Better[] }));
  for (const { text, place } of odd) {
    if (count.all > mostOfAll) break;
    const positions = firstSpecials(text);
    const scores = positions.map((at) => believable(text, at));
    count.all += positions.length;
    count.here += scores.filter((score) => score > 0).length;
    for (const one of found) {
      const other = inCodePage(text, one.page);
      positions.forEach((at, index) => {
        const score = believable(other, at);
        one.score += score;
        if (score > 0) one.good += 1;
        if (score > 0 && scores[index] === 0) one.better.push({ place, text, other, at });
      });
    }
  }
  const best = found.reduce((a, b) => (b.score > a.score ? b : a));
  const [first] = best.better;
  if (first === undefined || best.good <= count.here || best.good * 10 < count.all * 8) return null;
  return {
    page: best.page,
    isPart: false,
    places: [...new Set(best.better.map(({ place }) => place))],
    ...wordsAt(first),
  };
}

function firstSpecials(text: string): number[] {
  const positions: number[] = [];
  for (const { index } of text.matchAll(special)) {
    positions.push(index);
    if (positions.length === mostOfText) break;
  }
  return positions;
}

interface Better {
  readonly place: number;
  readonly text: string;
  readonly other: string;
  readonly at: number;
}

function wordsAt({ text, other, at }: Better): { was: string; becomes: string } {
  const reach = 20;
  const from = Math.max(0, at - reach);
  const before = /\S*$/.exec(text.slice(from, at))?.[0].length ?? 0;
  const behind = /^\S*/.exec(text.slice(at, at + reach))?.[0].length ?? 0;
  return { was: text.slice(at - before, at + behind), becomes: other.slice(at - before, at + behind) };
}

/**
 * What a control character of U+0080 to U+009F is in the code page in which a text is Dutch, as a sentence; `null`
 * when it is in none.
 *
 * @example
 * letterOfCodePage("re\u0081nie") // => "Daar hoort waarschijnlijk ü te staan: de tekst komt uit MS-DOS (cp850)."
 */
export function letterOfCodePage(text: string): string | null {
  const at = text.search(/[\u0080-\u009f]/);
  if (at === -1) return null;
  // Windows-1252 first: as control characters its own signs come along from programs that take it for Latin-1.
  const readings = [windows1252, ...otherPages].map((page, index) => {
    const other = inCodePage(text, page);
    const score = believable(other, at);
    return { page, letter: other[at], score: index === 0 && score > 0 ? 2 : score };
  });
  const { page, letter, score } = readings.reduce((a, b) => (b.score > a.score ? b : a));
  return score === 0 ? null : `Daar hoort waarschijnlijk ${letter} te staan: de tekst komt uit ${page.name}.`;
}
