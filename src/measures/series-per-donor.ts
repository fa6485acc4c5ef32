import { figureTexts, withNotation, type CellTable } from "./cell-table";
import { CellError } from "./cells";
import { donorKey } from "./donor-names";
import { notationOfFigures } from "./notation-of-figures";
import type { KnownLabels } from "./label-lines";
import { namesAbove, readingsOf, refusedLater, yearsBeside, type Reading } from "./readings";
import { refuseTwoReadings } from "./two-readings";
import type { WeightsInCells } from "./weights-in-cells";

export interface SeriesPerDonor {
  periods: number[];
  /** The value of the donor with weight number `j`. */
  valueOf(j: number, period: number): number | null;
  where(j: number, period: number): string;
}

const otherPeriods =
  ". Naast de reeksen leest KNAP alleen jaartallen; laat nummers van perioden (1, 2, 3) en maanden (202103) buiten het bereik";

interface Candidate {
  reading: Reading;
  byName: boolean;
  doubt: number;
}

/** Finds the series that belongs to each weight: by name where both have names, else by place. */
export function seriesPerDonor(given: WeightsInCells, table: CellTable): SeriesPerDonor {
  const { reading, byName } = chosen(given, table);
  const { top, left } = reading;
  const numbers = notationOfFigures([...figureTexts(reading.view, top, left), ...given.figures]);
  const view = withNotation(reading.view, numbers);
  const places = byName
    ? placesByName(given, namesAbove(reading, view.columns - left) ?? [], (i) => view.where(0, left + i))
    : given.weights.map((_, j) => j);
  const count = view.rows - top;
  const known = { years: null, periods: null, names: new Set<string>() };
  const years = yearsBeside(reading, count, known, otherPeriods);
  return {
    periods: Array.from({ length: count }, (_, t) => years?.[t] ?? t + 1),
    valueOf: (j, t) => view.figure(top + t, left + places[j]),
    where: (j, t) => view.where(top + t, left + places[j]),
  };
}

function chosen({ weights, names }: WeightsInCells, table: CellTable): Candidate {
  const known: KnownLabels = {
    years: null,
    periods: null,
    names: new Set(names?.map(donorKey)),
    needed: new Set(names?.filter((_, j) => weights[j] > 0).map(donorKey)),
  };
  const fitting = readingsOf(table, known).flatMap((reading): Candidate[] => {
    const { view, top, left, namesAre, namesAreKnown, isRival, doubt } = reading;
    const byName = names !== null && top === 1 && (namesAre === "text" || namesAreKnown || doubt === 0);
    const hasRoom = view.columns - left <= weights.length && weights.length <= view.mostColumns - left;
    return !isRival && view.rows > top && (byName || hasRoom) ? [{ reading, byName, doubt }] : [];
  });
  // The names of the weights themselves leave no doubt where the names of the series stand.
  const ofNames = fitting.filter(({ reading }) => reading.namesAreKnown);
  const candidates = ofNames.length > 0 ? ofNames : fitting;
  const turnedYears = (view: Reading["view"]) =>
    candidates.some(({ reading }) => reading.view.turned !== view.turned && reading.left === 1);
  const isBare = ({ reading: { top, left } }: Candidate) => top === 0 && left === 0;
  // As many rows as columns, without labels: what is doubtful of the rows as years is so of the columns as years.
  const upright = candidates.find((candidate) => isBare(candidate) && !candidate.reading.view.turned);
  const [best, second] = candidates
    .map((candidate) => {
      const { rowMayBeYears, view } = candidate.reading;
      const doubt = isBare(candidate) ? Math.max(candidate.doubt, upright?.doubt ?? 0) : candidate.doubt;
      return { ...candidate, doubt: rowMayBeYears && turnedYears(view) ? 2 : doubt };
    })
    // Without labels, and as many rows as columns, the rows are years.
    .sort((a, b) => a.doubt - b.doubt || Number(a.reading.view.turned) - Number(b.reading.view.turned));
  if (best === undefined) {
    throw new CellError(
      "#VALUE!",
      `Er zijn ${weights.length} gewichten, maar ${table.name} is ${table.cells.length} bij ${table.cells[0].length} cellen; geef voor elk gewicht een reeks.`,
    );
  }
  if (second === undefined || second.doubt > best.doubt || best.doubt >= refusedLater) return best;
  const namesBothWays = ofNames.length > 0 && best.reading.view.turned !== second.reading.view.turned;
  if (best.doubt === 0 && !namesBothWays) return best;
  return refuseTwoReadings(
    best.reading,
    second.reading,
    'Zet "jaar" boven de jaren en namen bij gewichten en reeksen, of laat de jaren weg.',
  );
}

/** The place of the series of each weight; of a donor without weight it does not matter. */
function placesByName(
  { weights, names }: WeightsInCells,
  labels: string[],
  where: (index: number) => string,
): number[] {
  const places = new Map<string, number[]>();
  labels.forEach((label, i) => places.set(donorKey(label), [...(places.get(donorKey(label)) ?? []), i]));
  for (const [i, label] of labels.entries()) {
    const same = places.get(donorKey(label)) ?? [];
    if (same.length === 1) continue;
    const weighted = names?.find((name) => donorKey(name) === donorKey(label));
    throw new CellError(
      "#VALUE!",
      `Donor "${weighted ?? labels[i]}" staat ${same.length} keer in reeksen: in ${same.map(where).join(" en in ")}. Laat er één staan.`,
    );
  }
  return weights.map((weight, j) => {
    const name = names?.[j] ?? "";
    const [place] = places.get(donorKey(name)) ?? [];
    if (place !== undefined || weight === 0) return place ?? -1;
    throw new CellError(
      "#VALUE!",
      `Donor "${name}" heeft gewicht, maar staat niet in reeksen; voeg de reeks toe, of maak de namen gelijk.`,
    );
  });
}
