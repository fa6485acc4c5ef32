import { viewOf, type CellTable, type View } from "./cell-table";
import { CellError, type CellValue } from "./cells";
import { donorKey, nameInCell } from "./donor-names";
import {
  areCodesBesideFigures,
  areNoFigures,
  arePeriodsInWords,
  dateOfSerial,
  isHeading,
  isNameText,
  isQuarter,
  isText,
  isYear,
  nameLine,
  periodLine,
  sameTexts,
  wholeIn,
  type KnownLabels,
} from "./label-lines";
import { isMissing, isMissingName, refuse } from "./read-cells";

/** One way to read a range: which of its sides are labels. Its view has the periods in rows. */
export interface Reading {
  view: View;
  /** 1 when the first row of the view holds names. */
  top: 0 | 1;
  /** 1 when its first column holds periods. */
  left: 0 | 1;
  /** 0 when nothing speaks against it; of two readings with the same higher doubt neither may be chosen. */
  doubt: number;
  /** Whether labels tell which way the range lies. */
  tellsDirection: boolean;
  /** Whether its first row, now read as figures, may be years. */
  rowMayBeYears: boolean;
  /** What the names are, if there are: a number is a name of the target only beside donors with such names. */
  namesAre: "text" | "codes" | "unsure" | "figure";
  /** Whether they are names that stand elsewhere in the call. */
  namesAreKnown: boolean;
  /** Whether it is only to be set against another reading: nothing but the size speaks for it. */
  isRival: boolean;
}

/** Which other ranges of the call have a name, or a heading, where this one would have its names. */
export type Evidence = "none" | "years" | "target" | "both";

const doubtful = 2;

const sides = [false, true].flatMap((turned) =>
  ([0, 1] as const).flatMap((top) => ([0, 1] as const).map((left) => ({ turned, top, left }))),
);

/** All ways to read a range of donors, or of other series. */
export function readingsOf(
  table: CellTable,
  known: KnownLabels,
  evidenceOf: (view: View) => Evidence = () => "none",
): Reading[] {
  return sides.flatMap(({ turned, top, left }) => {
    const view = viewOf(table, turned);
    if (view.mostRows <= top || view.columns <= left) return [];
    const head = line(view, "row", 0, left);
    const first = line(view, "column", 0, top);
    const corner = top === 1 ? view.cell(0, 0) : undefined;
    if (top === 0 && head.length > 1 && areKnownNames(head, known)) return [];
    const names = namesInHead(view, left, head);
    const ofNames =
      top === 1
        ? doubtOfNames(view, left, head, first, known, evidenceOf(view))
        : doubtOfNoNames(view, left, head);
    const doubts = [
      ofNames === onlyRival ? doubtful : ofNames,
      left === 1 ? doubtOfPeriods(first, corner, known) : doubtOfNoPeriods(view, first, corner, known),
    ];
    if (doubts.includes(null)) return [];
    const rowAsPeriods = top === 0 && left === 0 ? periodLine(head, undefined, known) : "none";
    if (rowAsPeriods === "sure" && head.length > 1) return [];
    return [
      {
        view,
        top,
        left,
        doubt: Math.max(...doubts.map(Number)),
        tellsDirection:
          (top === 1 && (names === "text" || ofNames === 0)) ||
          (left === 1 && ["sure", "words"].includes(periodLine(first, corner, known))),
        rowMayBeYears: rowAsPeriods !== "none",
        namesAre:
          names === "text"
            ? "text"
            : (top === 1 && (ofNames === 0 || names === "markers")) || headIsOfCodes(view, left, head)
              ? "codes"
              : "unsure",
        namesAreKnown: top === 1 && areKnownNames(head, known),
        isRival: ofNames === onlyRival,
      },
    ];
  });
}

/** All ways to read the range of the target: one column in its view, beside which periods may stand. */
export function targetReadings(table: CellTable, known: KnownLabels): Reading[] {
  return sides.flatMap(({ turned, top, left }) => {
    const view = viewOf(table, turned);
    if (view.columns !== 1 + left || view.mostRows <= top) return [];
    const name = view.cell(0, left);
    const kind = namesInHead(view, left, [name]);
    const first = line(view, "column", 0, top);
    const corner = top === 1 ? view.cell(0, 0) : undefined;
    if (left === 1) {
      if (corner !== undefined && !isMissing(corner) && !isText(corner)) return [];
      const unknown = { ...known, years: null };
      const arePeriods =
        first.every(isText) ||
        [known, unknown].some((labels) => periodLine(first, corner, labels) !== "none");
      if (!arePeriods) return [];
    }
    if (top === 0 ? kind === "text" : kind === "none" && !isMissing(name)) return [];
    const isGuess = top === 1 && left === 0 && kind !== "text";
    // Of a figure the number of years must tell as well that it is none of them.
    if (isGuess && kind === "any" && known.years === null) return [];
    const guess = kind === "any" ? "figure" : "unsure";
    return [
      {
        view,
        top,
        left,
        doubt: isGuess ? doubtful : 0,
        tellsDirection: true,
        rowMayBeYears: false,
        namesAre: kind === "text" ? "text" : isGuess ? guess : "codes",
        namesAreKnown: false,
        isRival: false,
      },
    ];
  });
}

function line(view: View, kind: "row" | "column", index: number, from: number): CellValue[] {
  const count = kind === "row" ? view.columns : view.rows;
  return Array.from({ length: Math.max(0, count - from) }, (_, i) =>
    kind === "row" ? view.cell(index, from + i) : view.cell(from + i, index),
  );
}

/** What the first row is as names: a heading in its corner, above the periods, says that it has names. */
const namesInHead = (view: View, left: 0 | 1, head: CellValue[]) =>
  nameLine(head, left === 1 ? view.cell(0, 0) : null);

/** Names that nothing tells of: only to be set against another reading, and never to be chosen. */
const onlyRival = "rival";

/** `null`: they cannot be names. */
function doubtOfNames(
  view: View,
  left: 0 | 1,
  head: CellValue[],
  first: CellValue[],
  known: KnownLabels,
  evidence: Evidence,
): number | typeof onlyRival | null {
  const corner = view.cell(0, 0);
  const kind = namesInHead(view, left, head);
  if (arePeriodsInWords(head)) return null;
  // Years that are names elsewhere in the call may be either.
  if (periodLine(head, undefined, known) === "sure") return areKnownNames(head, known) ? doubtful : null;
  if (left === 1 && !isMissing(corner) && !isText(corner)) return null;
  // A heading such as "jaar" is the name of no donor.
  if (left === 0 && view.columns > 1 && isHeading(corner)) return null;
  if (kind === "text" || areKnownNames(head, known)) return 0;
  if (["codes", "markers"].includes(kind) && head.some((cell) => known.names.has(donorKey(cell)))) return 0;
  if (evidence === "both" || (evidence !== "none" && areNoFigures(head))) return 0;
  if (kind === "none") return left === 0 && areNoFigures(head) && head.some(isNameText) ? onlyRival : null;
  // Under a corner of text, or of nothing, stand the periods, so that what is beside it are names.
  if (left === 1 && kind !== "gap" && periodLine(first, corner, known) === "sure") return 0;
  // A row of whole numbers may be figures of a range that begins a row too early.
  const areCodes = kind === "gap" || head.some(isText) || headIsOfCodes(view, left, head);
  if (areCodes || evidence === "target" || (kind === "markers" && head.length > 1)) return doubtful;
  return left === 0 && head.length > 1 && periodLine(head, undefined, known) === "none" ? onlyRival : null;
}

/** Whether a line holds names that stand elsewhere, and nothing else; or all of them that are needed. */
function areKnownNames(head: CellValue[], { names, needed }: KnownLabels): boolean {
  if (head.some(isMissingName)) return false;
  const keys = new Set(head.map(donorKey));
  const known = [...keys].filter((key) => names.has(key)).length;
  if (head.length === 1) return known === 1 && names.size === 1 && areNoFigures(head);
  return (
    known === keys.size ||
    (needed !== undefined && needed.size > 1 && [...needed].every((name) => keys.has(name)))
  );
}

function doubtOfNoNames(view: View, left: 0 | 1, head: CellValue[]): number | null {
  if (head.every(isText) || namesInHead(view, left, head) === "text") return null;
  if (head.some(isText)) return refusedLater;
  return headIsOfCodes(view, left, head) || (left === 0 && areMarkers(head)) ? doubtful : 0;
}

/** Texts that are names as well as missing values, and all different, as missing values seldom are. */
const areMarkers = (line: CellValue[]) => line.length > 1 && nameLine(line) === "markers";

function headIsOfCodes(view: View, left: 0 | 1, head: CellValue[]): boolean {
  const next = (index: number) => (index + 1 < view.rows ? line(view, "row", index + 1, left) : []);
  return areCodesBesideFigures(head, next);
}

/** Periods in words, and text among the figures, are refused where no other reading fits. */
export const refusedLater = 2.5;

const doubtOfPeriodLine = { sure: 0, likely: 0, unsure: 1, words: refusedLater, none: null };

function doubtOfPeriods(
  first: CellValue[],
  corner: CellValue | undefined,
  known: KnownLabels,
): number | null {
  const doubt = doubtOfPeriodLine[periodLine(first, corner, known)];
  return doubt !== null && first.length > 1 && areKnownNames(first, known)
    ? Math.max(doubt, doubtful)
    : doubt;
}

function doubtOfNoPeriods(
  view: View,
  first: CellValue[],
  corner: CellValue | undefined,
  known: KnownLabels,
): number | null {
  if (first.length > 0 && (first.every(isText) || nameLine(first, corner) === "text")) return null;
  if (view.columns === 1) return 0;
  if (corner === undefined && first.some(isText)) return refusedLater;
  // Codes before the rows of a range that lies the other way.
  const next = (index: number) => (index + 1 < view.columns ? line(view, "column", index + 1, 0) : []);
  if (corner === undefined && (areCodesBesideFigures(first, next) || areMarkers(first))) return doubtful;
  return { sure: null, words: null, likely: doubtful, unsure: 1, none: 0 }[periodLine(first, corner, known)];
}

/** The cells before the periods, for so many periods; `null` when no labels stand there. */
export function periodCells({ view, top, left }: Reading, periods: number): CellValue[] | null {
  return left === 0 ? null : Array.from({ length: periods }, (_, t) => view.cell(top + t, 0));
}

/**
 * The years beside the periods; `null` when none stand there, or periods in words that are `known`.
 *
 * @param otherPeriods what to do with periods that are numbers and no years, after the words "verwacht werd een jaartal"
 */
export function yearsBeside(
  reading: Reading,
  periods: number,
  known: KnownLabels,
  otherPeriods: string,
): number[] | null {
  const cells = periodCells(reading, periods);
  if (cells === null) return null;
  if (known.periods !== null && sameTexts(cells, known.periods)) return null;
  return cells.map((cell, t) => {
    const year = wholeIn(cell);
    if (isYear(year) || (year !== null && year === known.years?.[t])) return year;
    return refuseYear(cell, reading.view.where(reading.top + t, 0), otherPeriods);
  });
}

/** Says that a cell is no year; and of a date which year it is in. */
export function refuseYear(cell: CellValue, where: string, otherPeriods = ""): never {
  const whole = wholeIn(cell);
  const date = whole === null || isQuarter(whole) ? null : dateOfSerial(whole);
  if (date === null) {
    return refuse(cell, where, `een jaartal, zoals 2018${whole === null ? "" : otherPeriods}`);
  }
  const [year, month, day] = date;
  throw new CellError(
    "#VALUE!",
    `In ${where} staat ${String(cell)}, en dat is geen jaartal maar de datum ${day}-${month}-${year}. Geef het jaartal, zoals =JAAR() dat van een datum geeft.`,
  );
}

/** The names above the series; `null` when none stand there. */
export function namesAbove({ view, top, left }: Reading, count: number): string[] | null {
  if (top === 0) return null;
  // A blank row beside the name of the target: there are no names.
  if (Array.from({ length: count }, (_, j) => view.cell(0, left + j)).every(isMissingName)) return null;
  return Array.from({ length: count }, (_, j) => {
    const cell = view.cell(0, left + j);
    if (!isMissingName(cell)) return nameInCell(cell);
    throw new CellError(
      "#VALUE!",
      `In ${view.where(0, left + j)} ontbreekt de naam van een donor; vul haar in. Zijn het jaren die daar staan, zet er dan "jaar" bij.`,
    );
  });
}
