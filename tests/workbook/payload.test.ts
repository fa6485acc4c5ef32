import fc from "fast-check";
import { bytesOf, inRequests, piecesOf, type Step } from "../../src/workbook/payload";

const step = (bytes: number): Step => ({ bytes, apply: () => undefined });

describe("requests", () => {
  it("are one as long as all fits", () => {
    expect(inRequests([step(40), step(60)], 100)).toHaveLength(1);
    expect(inRequests([step(40), step(61)], 100)).toHaveLength(2);
  });

  it("keep every step in its order and within the limit", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), (sizes) => {
        const steps = sizes.map(step);
        const requests = inRequests(steps, 100);
        expect(requests.flat()).toEqual(steps);
        for (const request of requests) {
          expect(request.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe("pieces of a matrix", () => {
  it("have every row, with its bytes as they are sent", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.double())), (rows) => {
        const pieces = piecesOf(rows, 50);
        expect(pieces.flatMap((piece) => piece.rows)).toEqual(rows);
        pieces.forEach((piece) => {
          expect(piece.rows[0]).toBe(rows[piece.row]);
          expect(piece.bytes).toBe(piece.rows.reduce((sum, row) => sum + bytesOf(row), 0));
        });
      }),
    );
  });
});
