import { yearWithMarks } from "../dutch/cbs-year";
import { numberInDutch } from "../statistics/number-in-dutch";
import { lineOf } from "./cell-table";
import { CellError } from "./cells";
import type { Argument } from "./argument";
import { dateOfSerial, extremes, isYear, wholeIn } from "./label-lines";
import { placeAfterHead, type PanelRanges, type PanelReading } from "./panel-reading";
import { isMissing, numberOr, refuse, shown } from "./read-cells";
import { periodCells, refuseYear, yearsBeside } from "./readings";

/** Years, or months (202103), quarters (20211) or numbers of periods. */
const kinds: ((value: number) => boolean)[] = [
  isYear,
  (value) => isYear(Math.floor(value / 100)) && value % 100 >= 1 && value % 100 <= 12,
  (value) => isYear(Math.floor(value / 10)) && value % 10 >= 1 && value % 10 <= 4,
  (value) => value >= 1 && value <= 999,
];

const otherPeriods =
  ". Naast de cijfers leest KNAP alleen jaartallen; nummers van perioden (1, 2, 3) en maanden (202103) mogen in het argument jaren. Geef ze daar, en laat ze hier buiten het bereik";

/** The last year before the intervention: a year as it stands among the years, also with the marks of CBS (`2018*`). */
export function lastYearArgument(): Argument<number | null> {
  const asNumber = numberOr(null, { accepts: "een jaartal uit jaren", allows: Number.isFinite });
  return {
    ...asNumber,
    holds: "years",
    read: (cells, name, context) => {
      const [[cell]] = cells;
      return (typeof cell === "string" ? yearWithMarks(cell) : null) ?? asNumber.read(cells, name, context);
    },
  };
}

/** The years of a panel in the order of the cells, once they agree in all ranges; `null` when there are none. */
export function yearsOfPanel(ranges: PanelRanges, reading: PanelReading): number[] | null {
  const { target, donors, periods, known } = reading;
  const given = givenYears(ranges, reading);
  const ofTarget = yearsBeside(target, periods, { ...known, years: given }, otherPeriods);
  return agreedYears([
    { source: "jaren", years: given },
    { source: "doel", years: ofTarget },
    {
      source: "donoren",
      years: yearsBeside(donors, periods, { ...known, years: given ?? ofTarget }, otherPeriods),
    },
  ]);
}

function givenYears({ jaren }: PanelRanges, { periods, yearHeads }: PanelReading): number[] | null {
  const cells = lineOf(jaren).slice(yearHeads);
  if (cells.every(isMissing)) return null;
  const where = placeAfterHead(jaren, yearHeads);
  const padded = Array.from({ length: periods }, (_, t) => cells[t] ?? null);
  const kind = kinds.find((isOfKind) => isOfKind(wholeIn(padded[0]) ?? 0)) ?? isYear;
  return padded.map((cell, t) => {
    if (isMissing(cell)) throw new CellError("#VALUE!", `In ${where(t)} ontbreekt het jaartal.`);
    const year = wholeIn(cell);
    if (year !== null && kind(year)) return year;
    if (dateOfSerial(year ?? 0) !== null) return refuseYear(cell, where(t));
    return refuse(
      cell,
      where(t),
      "een jaartal, zoals 2018, of het nummer van een periode, en in alle cellen hetzelfde",
    );
  });
}

/** The years, after a check that those in the different ranges are the same and that none stands there twice. */
function agreedYears(sources: { source: string; years: number[] | null }[]): number[] | null {
  const known = sources.flatMap(({ source, years }) => (years === null ? [] : [{ source, years }]));
  if (known.length === 0) return null;
  const [first, ...others] = known;
  const seen = new Set<number>();
  first.years.forEach((year, i) => {
    const different = others.find(({ years }) => years[i] !== year);
    if (different) {
      throw new CellError(
        "#VALUE!",
        `Jaar ${i + 1} is ${year} volgens ${first.source} en ${different.years[i]} volgens ${different.source}; geef ze voor dezelfde jaren, in dezelfde volgorde.`,
      );
    }
    if (seen.has(year)) {
      throw new CellError("#VALUE!", `Het jaar ${year} staat twee keer in ${first.source}.`);
    }
    seen.add(year);
  });
  return first.years;
}

/** With one year the weights say nothing. */
const fewestPreYears = 2;

/** How many of the years lie before the intervention. */
export function countOfPreYears(years: number[] | null, last: number | null, reading: PanelReading): number {
  const { periods } = reading;
  if (years === null && last !== null) refuseLastYear(last, reading);
  if (years === null || last === null) return countOfAll(years, periods);
  const [lowest, highest] = extremes(years);
  if (!years.includes(last)) {
    throw new CellError(
      "#VALUE!",
      `laatste_voorjaar ${numberInDutch(last)} staat niet in de jaren (${lowest} tot en met ${highest}); kies een van die jaren.`,
    );
  }
  const count = years.filter((year) => year <= last).length;
  if (count >= fewestPreYears) return count;
  throw new CellError(
    "#VALUE!",
    `Ongeldig aantal voorperioden: ${count}, bij ${periods} perioden in totaal. laatste_voorjaar ${last} is het eerste jaar, en er zijn minstens ${fewestPreYears} voorjaren nodig; kies een later jaar, of geef eerdere jaren.`,
  );
}

/** Never that the last year may be left out: then the weights would be fitted on the years after it as well. */
function refuseLastYear(last: number, { target, periods }: PanelReading): never {
  const beside = periodCells(target, periods)?.[0];
  const found =
    beside === undefined
      ? "jaren is leeg, en naast doel en donoren staan er geen"
      : `in ${target.view.where(target.top, 0)} staat ${shown(beside)}, en dat leest KNAP niet als jaartal`;
  throw new CellError(
    "#VALUE!",
    `laatste_voorjaar is ${numberInDutch(last)}, maar de jaren ontbreken: ${found}. Geef in jaren voor elke periode een jaartal, zoals 2018, of een nummer, zoals 1, 2, 3, met laatste_voorjaar als een daarvan.`,
  );
}

function countOfAll(years: number[] | null, periods: number): number {
  if (years !== null) {
    const [lowest, highest] = extremes(years);
    throw new CellError(
      "#VALUE!",
      `De jaren zijn bekend (${lowest} tot en met ${highest}), maar laatste_voorjaar niet; geef het laatste jaar vóór de interventie. Zonder interventie is dat ${highest}. Zijn dit geen jaren maar uitkomsten van een donor, geef dan namen.`,
    );
  }
  if (periods >= fewestPreYears) return periods;
  throw new CellError(
    "#VALUE!",
    `Ongeldig aantal voorperioden: ${periods}. Er zijn minstens ${fewestPreYears} jaren nodig; kijk of doel en donoren alle jaren bevatten.`,
  );
}
