import {
  figureTexts,
  lineOf,
  placeInLine,
  viewOf,
  withNotation,
  type CellTable,
  type View,
} from "./cell-table";
import { CellError, type CellValue } from "./cells";
import { donorKey } from "./donor-names";
import { isHeading, isNameText, isText, isYear, wholeIn, type KnownLabels } from "./label-lines";
import { notationOfFigures } from "./notation-of-figures";
import { isMissing, isMissingName, shown } from "./read-cells";
import {
  periodCells,
  readingsOf,
  refusedLater,
  targetReadings,
  type Evidence,
  type Reading,
} from "./readings";
import { readAlike, refuseTwoReadings } from "./two-readings";

/** The ranges of a panel as they were given. */
export interface PanelRanges {
  doel: CellTable;
  donoren: CellTable;
  namen: CellTable;
  jaren: CellTable;
  laatste_voorjaar: number | null;
}

/** Which way the ranges lie and which of their sides are labels, so that all of them fit each other. */
export interface PanelReading {
  target: Reading;
  donors: Reading;
  periods: number;
  count: number;
  /** So many first cells of namen and of jaren are a heading. */
  nameHeads: number;
  yearHeads: number;
  /** What was known when the donors were read. */
  known: KnownLabels;
}

interface Candidate extends PanelReading {
  doubt: number;
}

/** Years must be given somewhere when the last of them is. */
const withoutYears = 3;
const doubtful = 2;

/**
 * Decides with all ranges at hand what each of them holds. Where two readings fit alike, none is chosen: a wrong one
 * would give a figure that nobody distrusts.
 */
export function readPanel(ranges: PanelRanges): PanelReading {
  const [years, names] = [lineOf(ranges.jaren), lineOf(ranges.namen)];
  const yearHeads = headsOf(years, (next) => wholeIn(next) !== null, isText);
  const nameHeads = headsOf(names, isNameText, isHeading);
  const knownNames = new Set(names.filter((name) => !isMissingName(name)).map((name) => donorKey(name)));

  const found = yearHeads.flatMap((heads) => pairsOf(ranges, { years, heads, names: knownNames }));
  const pairs = found.filter(({ donors }) => !donors.isRival);
  if (pairs.length === 0) refuseSizes(ranges, knownNames);
  const first = byPreference(pairs)[0];
  const withYears = (list: Candidate[]) =>
    list.flatMap((pair) => fitted(pair, "periods", years.length - pair.yearHeads, ranges));
  const withNames = (list: Candidate[]) =>
    list.flatMap((pair) =>
      nameHeads.flatMap((heads) =>
        fitted({ ...pair, nameHeads: heads }, "count", names.length - heads, ranges),
      ),
    );
  const ofYears = withYears(pairs);
  if (ofYears.length === 0) refuseCountOfYears(years.length, first);
  const all = withNames(ofYears);
  if (all.length === 0) refuseCountOfNames(names.length, byPreference(ofYears)[0]);
  return withNotationOfFigures(
    chosen(all, withNames(withYears(found.filter(({ donors }) => donors.isRival)))),
  );
}

/** Which cells are figures is known now; how they are written, they tell together. */
function withNotationOfFigures(reading: PanelReading): PanelReading {
  const { target, donors } = reading;
  const numbers = notationOfFigures(
    [target, donors].flatMap(({ view, top, left }) => figureTexts(view, top, left)),
  );
  const read = (one: Reading) => ({ ...one, view: withNotation(one.view, numbers) });
  return { ...reading, target: read(target), donors: read(donors) };
}

/** A first cell that is blank, or a heading, may be no part of the line. */
function headsOf(
  line: CellValue[],
  follows: (cell: CellValue) => boolean,
  isHead: (cell: CellValue) => boolean,
): number[] {
  if (line.length < 2 || !follows(line[1])) return [0];
  if (isMissingName(line[0])) return [0, 1];
  return isHead(line[0]) ? [1] : [0];
}

function pairsOf(
  { doel, donoren, laatste_voorjaar: last }: PanelRanges,
  given: { years: CellValue[]; heads: number; names: Set<string> },
): Candidate[] {
  const numbers = given.years.slice(given.heads).map(wholeIn);
  const ofArgument = numbers.length > 0 ? numbers.map((year) => year ?? NaN) : null;
  const known = { years: ofArgument, periods: null, names: given.names };
  return targetReadings(doel, known).flatMap((target) => {
    const beside = periodCells(target, target.view.rows - target.top);
    const besideDonors: KnownLabels = {
      ...known,
      years:
        ofArgument ??
        (beside?.every((cell) => wholeIn(cell) !== null) ? beside.map((cell) => wholeIn(cell) ?? NaN) : null),
      periods: beside?.every(isText) ? beside : null,
    };
    return readingsOf(donoren, besideDonors, (view) => evidenceOf(view, target, given)).flatMap((donors) => {
      const periods = Math.max(target.view.rows - target.top, donors.view.rows - donors.top);
      const most = Math.min(target.view.mostRows - target.top, donors.view.mostRows - donors.top);
      if (periods > most || namesDisagree(target, donors)) return [];
      const across = donors.view.turned !== target.view.turned && !donors.tellsDirection;
      // A period that one of the ranges does not reach is missing there.
      const isPadded = target.view.rows - target.top !== donors.view.rows - donors.top;
      const noYears = last !== null && besideDonors.years === null && donors.left === 0;
      const maybeYears = donors.rowMayBeYears && donors.view.columns === periods;
      return [
        {
          target,
          donors,
          periods,
          count: donors.view.columns - donors.left,
          nameHeads: 0,
          yearHeads: given.heads,
          known: besideDonors,
          doubt: Math.max(
            target.doubt,
            donors.doubt,
            across || maybeYears ? doubtful : 0,
            isPadded ? refusedLater : 0,
            noYears ? withoutYears : 0,
          ),
        },
      ];
    });
  });
}

/** A number above the target, or a blank, is a name only where the donors have names, or codes, in that row too. */
function namesDisagree(target: Reading, donors: Reading): boolean {
  if (target.top === 0 || target.namesAre === "text" || target.namesAre === "codes") return false;
  const alike = donors.top === 1 && donors.view.turned === target.view.turned;
  return !alike || (target.namesAre === "figure" ? donors.namesAre !== "text" : donors.namesAre === "unsure");
}

/** What the name of the target and a heading above jaren tell of the first row of donors that begin in their row. */
function evidenceOf(
  view: View,
  target: Reading,
  { years, heads }: { years: CellValue[]; heads: number },
): Evidence {
  if (view.turned !== target.view.turned) return "none";
  const ofTarget =
    target.top === 1 &&
    (target.namesAre === "text" || target.namesAre === "codes") &&
    view.rows === target.view.rows;
  const ofYears = heads === 1 && isText(years[0]) && view.rows === years.length;
  if (ofTarget) return ofYears ? "both" : "target";
  return ofYears ? "years" : "none";
}

/** The candidate with room for so many cells of an argument; none when it has another number. */
function fitted(
  candidate: Candidate,
  size: "periods" | "count",
  given: number,
  { namen, jaren }: PanelRanges,
): Candidate[] {
  if (given <= 0) return [candidate];
  const { target, donors } = candidate;
  const cells = size === "periods" ? jaren : namen;
  const blankEnd = cells.rows * cells.columns - lineOf(cells).length;
  const most =
    size === "periods"
      ? Math.min(target.view.mostRows - target.top, donors.view.mostRows - donors.top)
      : donors.view.mostColumns - donors.left;
  const needed = Math.max(candidate[size], given);
  return needed <= most && needed <= given + blankEnd ? [{ ...candidate, [size]: needed }] : [];
}

/** The least doubtful first; of those alike the one that lies as the target does. */
function byPreference(candidates: Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => a.doubt - b.doubt || Number(liesAcross(a)) - Number(liesAcross(b)));
}

const liesAcross = ({ target, donors }: Candidate) => donors.view.turned !== target.view.turned;
const isBare = ({ donors }: Candidate) => donors.top === 0 && donors.left === 0;

function chosen(candidates: Candidate[], rivals: Candidate[]): PanelReading {
  // A square without labels lies as the target does.
  const liesAlong = candidates.some(
    (candidate) => isBare(candidate) && !liesAcross(candidate) && candidate.doubt < refusedLater,
  );
  const [best, second] = byPreference(
    candidates.filter((candidate) => !(liesAlong && isBare(candidate) && liesAcross(candidate))),
  );
  // Donors that lie across the target without a label may be donors along it that have numbers for names.
  const [rival] = isBare(best) && liesAcross(best) ? rivals : [];
  const isTied = second !== undefined && second.doubt === best.doubt;
  const other = rival ?? (isTied && best.doubt > 0 ? second : undefined);
  if (other === undefined || best.doubt >= refusedLater) return best;
  const differing = readAlike(other.donors, best.donors) ? "target" : "donors";
  return refuseTwoReadings(
    best[differing],
    other[differing],
    'Zet "jaar" boven de jaren en een naam boven elke donor, of laat ze weg uit het bereik en geef ze in namen en jaren.',
  );
}

function refuseSizes({ doel, donoren }: PanelRanges, names: Set<string>): never {
  const known = { years: null, periods: null, names };
  const [target] = targetReadings(doel, known);
  if (target === undefined) {
    throw new CellError(
      "#VALUE!",
      `doel moet één kolom of één rij zijn, met een cel per jaar, maar is ${doel.cells.length} bij ${doel.cells[0].length} cellen. De jaren mogen ernaast of erboven staan.${notYears(doel)}`,
    );
  }
  const [donors] = readingsOf(donoren, known)
    .filter(({ isRival }) => !isRival)
    .sort((a, b) => a.doubt - b.doubt);
  const labels = donors === undefined ? [0, 0] : [donors.top, donors.left];
  const [top, left] = donors?.view.turned ? labels.reverse() : labels;
  const periods = target.view.rows - target.top;
  const [rows, columns] = [donoren.cells.length - top, donoren.cells[0].length - left];
  const hint =
    donors?.top === 0 && [rows, columns].includes(periods + 1)
      ? " Is de eerste rij of kolom geen uitkomst maar een code van elk gebied, geef die dan in namen."
      : "";
  throw new CellError(
    "#VALUE!",
    `doel heeft ${periods} jaren, maar donoren is ${rows} bij ${columns} cellen; geef donoren met evenveel jaren.${hint}`,
  );
}

function refuseCountOfYears(given: number, { periods, yearHeads }: Candidate): never {
  throw new CellError(
    "#VALUE!",
    `jaren heeft ${given - yearHeads} cellen, maar doel heeft ${periods} jaren.`,
  );
}

function refuseCountOfNames(given: number, { count }: Candidate): never {
  throw new CellError("#VALUE!", `namen heeft ${given} cellen, maar er zijn ${count} donoren.`);
}

/** The places of the cells of an argument after its heading. */
export const placeAfterHead = (cells: CellTable, heads: number) => (index: number) =>
  placeInLine(cells, heads + index);

/** Where a target with one row or column too many has a cell there that is no year. */
function notYears(doel: CellTable): string {
  for (const view of [viewOf(doel, false), viewOf(doel, true)]) {
    if (view.columns !== 2) continue;
    const corner = view.cell(0, 0);
    const labels = Array.from({ length: view.rows }, (_, row) => row).slice(
      isText(corner) || isMissing(corner) ? 1 : 0,
    );
    const other = labels.find((row) => !isYear(wholeIn(view.cell(row, 0))));
    if (other !== undefined) {
      return ` In ${view.where(other, 0)} staat ${shown(view.cell(other, 0))}, en dat is geen jaartal. Nummers van perioden (1, 2, 3) mogen in het argument jaren.`;
    }
  }
  return "";
}
