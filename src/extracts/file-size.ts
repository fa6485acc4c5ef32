const mebibyte = 1024 * 1024;

/** As many bytes as KNAP reads of one file, and of all files that are read together. */
export const MOST_BYTES = 150 * mebibyte;
export const MOST_BYTES_TOGETHER = 300 * mebibyte;

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

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / mebibyte).toLocaleString("nl-NL")} MB`;
}
