const mebibyte = 1024 * 1024;

/**
 * As much as KNAP reads of one file, and of all files that are read together. The largest file takes up to 2 GB while it
 * is read, its text and 600 bytes for a row, and of a faulty row no more is kept than is told; that is the heap that
 * Node has by default on a computer with 8 GB. Of files together the rows of the others are kept meanwhile.
 */
export const MOST_BYTES = 150 * mebibyte;
export const MOST_BYTES_TOGETHER = 150 * mebibyte;
export const MOST_ROWS = 2_500_000;
export const MOST_ROWS_TOGETHER = 3_000_000;
export const MOST_CELLS = 16_000_000;
/** As much of a cell; a cell of Excel holds a third of it. */
export const MOST_CHARACTERS = 100_000;

/**
 * Why a file of so many bytes is not read, or `null`. To be asked before the file is read: what is too large for the
 * memory would otherwise end the program without a word.
 *
 * @example
 * sizeProblem(1000) // => null
 */
export function sizeProblem(bytes: number): string | null {
  return bytes <= MOST_BYTES
    ? null
    : `het bestand is ${inMegabytes(bytes)} groot; KNAP leest bestanden tot ${inMegabytes(MOST_BYTES)}. Splits het, ` +
        `bijvoorbeeld per jaar, of laat in de export de kolommen weg die niet nodig zijn.`;
}

/** Why files of so many bytes are not read together, or `null`. */
export function togetherProblem(sizes: readonly number[]): string | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total <= MOST_BYTES_TOGETHER
    ? null
    : `De bestanden zijn samen ${inMegabytes(total)} groot; KNAP leest er samen tot ${inMegabytes(MOST_BYTES_TOGETHER)}. ` +
        `Kies er minder, of laat in de export de kolommen weg die niet nodig zijn.`;
}

/** Why a file with more rows or cells than KNAP reads is refused. */
export const tooManyRows =
  `het bestand heeft meer dan ${inDutch(MOST_ROWS)} regels of ${inDutch(MOST_CELLS)} cellen; meer leest KNAP niet. ` +
  `Splits het, bijvoorbeeld per jaar, of laat in de export de kolommen weg die niet nodig zijn.`;

/** Why files with so many rows are not kept together, or `null`. */
export function rowsProblem(rows: number): string | null {
  return rows <= MOST_ROWS_TOGETHER
    ? null
    : `De bestanden hebben samen meer dan ${inDutch(MOST_ROWS_TOGETHER)} regels; meer leest KNAP niet. Kies er minder, ` +
        `of laat in de export de oudste jaren weg.`;
}

function inDutch(count: number): string {
  return count.toLocaleString("nl-NL");
}

function inMegabytes(bytes: number): string {
  return `${inDutch(Math.ceil(bytes / mebibyte))} MB`;
}
