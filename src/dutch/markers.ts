const markers = new Set(["", ".", "x", "-", "–", "*"]);
const fewerThan = /^<\s*\d+$/;
const cbsCode = /^-9999[5-9](\.0+)?$|^-99999999(\.0+)?$/;

/**
 * Whether a cell says "not published" or "not available": empty, `.`, `x`, `-`, `*`, `<10`, or one of the codes
 * such as -99997 by which CBS says so in its map files. Such a cell is missing, never a number and never 0.
 *
 * @example
 * isMissing("<10") // => true
 */
export function isMissing(text: string): boolean {
  const trimmed = text.trim().toLowerCase();
  return markers.has(trimmed) || fewerThan.test(trimmed) || cbsCode.test(trimmed);
}
