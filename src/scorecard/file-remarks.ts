import { alikeRows } from "../extracts/compare-files";
import { unlikeDateOrders } from "../extracts/date-orders";
import type { Extract, Remark } from "../extracts/extract";
import type { KindId } from "../extracts/kind";
import { kinds } from "../extracts/kinds";
import { namesInWords } from "../extracts/recognise";

/** Of each file, so that a file of nothing but footers does not bury what matters. */
const MOST_SHOWN = 10;

/**
 * What the reader noticed in files, in Dutch sentences: columns that were not read, titles and footers that are no
 * rows, and files of one kind with unlike columns. They go wherever files are read, also onto the sheet Bronnen, so
 * of files about persons no text of a cell is repeated, and no number: the line of a footer is the number of rows.
 * Whoever has the file sees the lines with `knap controleer`.
 */
export function fileRemarks(extracts: readonly Extract[]): string[] {
  const byKind = [...new Set(extracts.map(({ kind }) => kind))].map((kind) =>
    extracts.filter((extract) => extract.kind === kind),
  );
  return [
    ...extracts.flatMap(remarksOf),
    ...byKind.flatMap((files) => [...unlikeColumns(files), ...unlikeDateOrders(files), ...alikeRows(files)]),
  ];
}

/** How many rows there are about persons does not stand in the workbook; who has the files may know it. */
const isForMaker = (kind: KindId, { tellsRows }: Remark): boolean =>
  tellsRows === true && kinds[kind].personLevel === true;

/** What only who has the files is told of them. */
export function fileRemarksForMaker(extracts: readonly Extract[]): string[] {
  return extracts.flatMap(({ fileName, kind, remarks }) =>
    remarks.filter((remark) => isForMaker(kind, remark)).map(({ message }) => `${fileName}: ${message}`),
  );
}

function remarksOf({ fileName, kind, remarks, unknownColumns }: Extract): string[] {
  const lines = [
    ...(unknownColumns.length > 0
      ? [`deze kolommen kent KNAP niet en worden niet gelezen: ${namesInWords(unknownColumns)}`]
      : []),
    ...remarks
      .filter((remark) => !isForMaker(kind, remark))
      .map(({ message }) => (kinds[kind].personLevel ? withoutNumbers(withoutQuotes(message)) : message)),
  ];
  const shown =
    lines.length > MOST_SHOWN ? [...lines.slice(0, MOST_SHOWN), "en meer van zulke opmerkingen"] : lines;
  return shown.map((line) => `${fileName}: ${line}`);
}

/** From the first quotation mark up to the last: a quoted cell can hold such marks itself. */
const withoutQuotes = (message: string): string => message.replace(/ ?\(?"[^]*"\)?/, "");

/** Without what stands in brackets with a number in it, and with dots for any other number or list of numbers. */
const withoutNumbers = (message: string): string =>
  message
    .replace(/ \([^()]*\d[^()]*\)/g, "")
    .replace(/\d+(?:(?:[.,]| en |, )\d+)*/g, "…")
    .replace(": regel …", "");

/** Columns that one file of a kind has and another has not: what is counted then differs from file to file. */
function unlikeColumns(files: readonly Extract[]): string[] {
  const [{ kind }] = files;
  return optionalColumns(kind).flatMap((column) => {
    const names = (has: boolean) =>
      namesInWords(
        files.filter(({ columns }) => columns.includes(column) === has).map(({ fileName }) => fileName),
      );
    const [withColumn, without] = [names(true), names(false)];
    if (withColumn === "" || without === "") return [];
    return [
      `${kind}: de kolom ${column} staat wel in ${withColumn} en niet in ${without}; cijfers uit die bestanden zijn niet zonder meer te vergelijken`,
    ];
  });
}

const optionalColumns = (kind: KindId): string[] =>
  kinds[kind].columns.filter(({ optional, derivedFrom }) => optional && !derivedFrom).map(({ name }) => name);
