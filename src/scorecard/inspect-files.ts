import { overlap } from "../extracts/compare-files";
import type { Extract, ExtractReading } from "../extracts/extract";
import { makeDataset, type Dataset, type DatasetOptions } from "./dataset";

/** A file that a user chose, read or refused. */
export interface ReadFile {
  name: string;
  /** Of its bytes, in hexadecimal. */
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
}

export function inspectFiles(files: readonly ReadFile[]): Inspection {
  const extracts = files.flatMap(({ reading }) => (reading.ok ? [reading.extract] : []));
  return {
    extracts,
    unknown: files.flatMap(({ reading }) => (reading.ok ? [] : [reading.problem])),
    obstacles: [...sameFiles(files), ...overlaps(extracts), ...extracts.flatMap(rowProblems)],
    faulty: extracts.filter(({ faults }) => faults.length > 0),
  };
}

/** The extracts among the files as one dataset that knows where they come from; what is faulty is left out. */
export function datasetOf(files: readonly ReadFile[], options: DatasetOptions = {}): Dataset {
  const read = files.flatMap(({ name, sha256, reading }) =>
    reading.ok ? [{ name, sha256, extract: reading.extract }] : [],
  );
  return makeDataset(
    read.map(({ extract }) => extract),
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

/** How many rows have a fault; a row can have more than one. */
export const faultyRows = ({ faults }: Extract): number => new Set(faults.map(({ line }) => line)).size;

/** "handhaving.csv: 3 van 10 regels met een fout" */
export const faultyRowsLine = (extract: Extract): string =>
  `${extract.fileName}: ${faultyRows(extract)} van ${extract.rowsRead} regels met een fout`;

/** What fits below the head of a table on a sheet of Excel. */
const MOST_ROWS = 1_048_575;

function rowProblems({ fileName, rows, rowsRead }: Extract): string[] {
  if (rows.length === 0)
    return [`${fileName}: geen van de ${rowsRead} regels is goed. Verbeter of verwijder het bestand.`];
  if (rows.length > MOST_ROWS)
    return [
      `${fileName}: ${rows.length} regels, maar op een blad passen er ${MOST_ROWS}. Splits het bestand.`,
    ];
  return [];
}

function sameFiles(files: readonly ReadFile[]): string[] {
  return files.flatMap((file, i) => {
    const first = files.findIndex(({ sha256 }) => sha256 === file.sha256);
    return first < i
      ? [`${file.name} is gelijk aan ${files[first].name} en zou dubbel tellen. Verwijder een van beide.`]
      : [];
  });
}

function overlaps(extracts: Extract[]): string[] {
  const kindsFound = [...new Set(extracts.map(({ kind }) => kind))];
  return kindsFound.flatMap((kind) => {
    const files = extracts.filter((extract) => extract.kind === kind);
    return files.length > 1 ? (overlap(files) ?? []) : [];
  });
}
