/** Something that adds to a request to Excel, with about how many bytes it adds. */
export interface Step {
  bytes: number;
  apply: () => void;
}

/**
 * Excel on the web refuses a request above 5 MB
 * (https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins).
 * The matrices are counted as they are sent, and the rest is estimated: that is why this is well below it.
 */
export const MOST_BYTES = 3_000_000;

/** An estimate of one call: its object path and its action with their ids. */
export const BYTES_OF_CALL = 400;

const encoder = new TextEncoder();

export const bytesOf = (content: unknown): number => encoder.encode(JSON.stringify(content)).length;

/** Divides steps over as few requests as their sizes allow, in their order; a step above the limit stands alone. */
export function inRequests(steps: readonly Step[], most = MOST_BYTES): Step[][] {
  const requests: Step[][] = [];
  let size = Infinity;
  for (const step of steps) {
    if (size + step.bytes > most) {
      requests.push([]);
      size = 0;
    }
    requests[requests.length - 1].push(step);
    size += step.bytes;
  }
  return requests;
}

/** Divides the rows of a matrix into pieces that each fit a request with room for others; row counts from 0. */
export function piecesOf<T>(
  rows: readonly T[][],
  most = MOST_BYTES / 6,
): { row: number; rows: T[][]; bytes: number }[] {
  const pieces: { row: number; rows: T[][]; bytes: number }[] = [];
  rows.forEach((cells, row) => {
    const bytes = bytesOf(cells);
    const last = pieces.at(-1);
    if (last && last.bytes + bytes <= most) {
      last.rows.push(cells);
      last.bytes += bytes;
    } else {
      pieces.push({ row, rows: [cells], bytes });
    }
  });
  return pieces;
}
