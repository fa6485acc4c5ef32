import { overlap } from "../extracts/compare-files";
import { dateOrderConflicts } from "../extracts/date-orders";
import type { Extract, ExtractReading } from "../extracts/extract";
import { kinds } from "../extracts/kinds";
import { makeDataset, type Dataset, type DatasetOptions } from "./dataset";
import { fileRemarks, fileRemarksForMaker } from "./file-remarks";

/** A file that a user chose, read or refused. */
export interface ReadFile {
  name: string;
  /** Of its bytes, in hexadecimal; empty for a file that is too large to be read. */
  sha256: string;
  reading: ExtractReading;
}

/** What stands between files and a workbook. */
export interface Inspection {
  extracts: Extract[];
  /** Why files are no extract; one can go on without them. */
  unknown: string[];
  /** What first has to be put right. */
  obstacles: string[];
  /** The extracts with faulty rows; one can go on without those rows. */
  faulty: Extract[];
  /** What the reader noticed, in Dutch sentences; nothing that stands in the way. */
  remarks: string[];
}

export function inspectFiles(files: readonly ReadFile[]): Inspection {
  const extracts = files.flatMap(({ reading }) => (reading.ok ? [reading.extract] : []));
  return {
    extracts,
    unknown: files.flatMap(({ reading }) => (reading.ok ? [] : [reading.problem])),
    obstacles: [
      ...sameFiles(files),
      ...obstaclesBetween(extracts),
      ...extracts.flatMap(noGoodRow),
      ...byKind(extracts).flatMap(tooManyRows),
    ],
    faulty: extracts.filter(({ faultCount }) => faultCount > 0),
    remarks: [...fileRemarks(extracts), ...fileRemarksForMaker(extracts)],
  };
}

/** Why files of one kind cannot go together. */
function obstaclesBetween(extracts: readonly Extract[]): string[] {
  return byKind(extracts)
    .filter((same) => same.length > 1)
    .flatMap((same) => [...dateOrderConflicts(same), overlap(same) ?? []].flat());
}

/** The extracts among the files as one dataset that knows where they come from; what is faulty is left out. */
export function datasetOf(files: readonly ReadFile[], options: DatasetOptions = {}): Dataset {
  const read = files.flatMap(({ name, sha256, reading }) =>
    reading.ok ? [{ name, sha256, extract: reading.extract }] : [],
  );
  const extracts = read.map(({ extract }) => extract);
  return makeDataset(
    extracts,
    read.map(({ name, sha256, extract }) => ({
      fileName: name,
      sha256,
      kind: extract.kind,
      rowsRead: extract.rowsRead,
      rowsLeftOut: faultyRows(extract),
      encoding: extract.encoding,
    })),
    options,
  );
}

/** How many rows there are in files that are kept together. */
export const rowsOf = (files: readonly ReadFile[]): number =>
  files.reduce((sum, { reading }) => sum + (reading.ok ? reading.extract.rowsRead : 0), 0);

/**
 * What the extracts together make one ask: files that cannot go together, years and gebieden that are missing, unlikely
 * figures. Not what was told of each file already.
 */
export function remarksBetween(files: readonly ReadFile[]): string[] {
  const extracts = files.flatMap(({ reading }) => (reading.ok ? [reading.extract] : []));
  const ofEach = new Set(extracts.flatMap((extract) => fileRemarks([extract])));
  const remarks = allRemarks(makeDataset(extracts, [])).filter((line) => !ofEach.has(line));
  return [...obstaclesBetween(extracts), ...remarks];
}

/** Every remark, for who has the files. */
export const allRemarks = ({ remarks, remarksForMaker }: Dataset): string[] => [
  ...remarks,
  ...remarksForMaker,
];

/** How many rows have a fault; a row can have more than one. */
export const faultyRows = ({ rowsRead, rows }: Extract): number => rowsRead - rows.length;

/** "handhaving.csv: 3 van 10 regels met een fout" */
export const faultyRowsLine = (extract: Extract): string =>
  `${extract.fileName}: ${faultyRows(extract)} van ${extract.rowsRead} regels met een fout`;

/** What fits below the head of a table on a sheet of Excel. */
const MOST_ROWS = 1_048_575;

function noGoodRow({ fileName, rows, rowsRead }: Extract): string[] {
  return rows.length === 0
    ? [`${fileName}: geen van de ${rowsRead} regels is goed. Verbeter of verwijder het bestand.`]
    : [];
}

/** The files of one kind come below each other on one sheet, where the kind has a sheet. */
function tooManyRows(files: readonly Extract[]): string[] {
  const [{ kind }] = files;
  const count = files.reduce((sum, { rows }) => sum + rows.length, 0);
  if (kinds[kind].personLevel || kind === "herkomst" || count <= MOST_ROWS) return [];
  const names = files.slice(0, 5).map(({ fileName }) => fileName);
  return [
    `${names.join(", ")}: ${count} regels, maar op een blad passen er ${MOST_ROWS}. Laat een deel weg, bijvoorbeeld de ` +
      `oudste jaren.`,
  ];
}

function sameFiles(files: readonly ReadFile[]): string[] {
  const firstOf = new Map<string, string>();
  return files.flatMap(({ name, sha256 }) => {
    const first = firstOf.get(sha256);
    if (first !== undefined)
      return [`${name} is gelijk aan ${first} en zou dubbel tellen. Verwijder een van beide.`];
    if (sha256 !== "") firstOf.set(sha256, name);
    return [];
  });
}

function byKind(extracts: readonly Extract[]): Extract[][] {
  const groups = new Map<string, Extract[]>();
  for (const extract of extracts) groups.set(extract.kind, [...(groups.get(extract.kind) ?? []), extract]);
  return [...groups.values()];
}
