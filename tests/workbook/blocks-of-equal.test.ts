import fc from "fast-check";
import { blocksOfEqual } from "../../src/workbook/blocks-of-equal";

describe("blocks of equal cells", () => {
  it("join runs of the same place and value", () => {
    expect(
      blocksOfEqual([
        ["a", "a", "b"],
        ["a", "a", undefined],
        ["b", "a"],
      ]),
    ).toEqual([
      { row: 0, column: 0, rows: 2, columns: 2, value: "a" },
      { row: 0, column: 2, rows: 1, columns: 1, value: "b" },
      { row: 2, column: 0, rows: 1, columns: 1, value: "b" },
      { row: 2, column: 1, rows: 1, columns: 1, value: "a" },
    ]);
  });

  it("of a column of a table are one, however long it is", () => {
    const rows = Array.from({ length: 10_000 }, () => ["year", "count", "count", "text"]);
    expect(blocksOfEqual(rows)).toHaveLength(3);
  });

  it("take a place that was never filled for an undefined one", () => {
    const sparse: string[] = [];
    sparse[2] = "a";
    expect(blocksOfEqual([sparse, []])).toEqual([{ row: 0, column: 2, rows: 1, columns: 1, value: "a" }]);
  });

  it("cover every cell exactly once, and no undefined one", () => {
    const cell = fc.constantFrom("a", "b", undefined);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        const covered = rows.map((cells) => cells.map((): string[] => []));
        for (const { row, column, rows: height, columns, value } of blocksOfEqual(rows)) {
          for (let r = row; r < row + height; r += 1) {
            for (let c = column; c < column + columns; c += 1) covered[r][c].push(value);
          }
        }
        expect(covered).toEqual(
          rows.map((cells) => cells.map((value) => (value === undefined ? [] : [value]))),
        );
      }),
    );
  });
});
