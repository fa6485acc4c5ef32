import { functionRecords } from "../../src/measures";
import { isErrorCell, type ResultTable } from "../../src/measures/cells";
import { evaluate } from "../../src/measures/function-record";

function expectTable(actual: ResultTable, expected: ResultTable): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  expected.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell === "number") expect(actual[r][c]).toBeCloseTo(cell, 12);
      else expect(actual[r][c]).toEqual(cell);
    }),
  );
}

describe.each(functionRecords.map((record) => [record.id, record] as const))(
  "the record of %s",
  (_, record) => {
    it("has an example whose result the function gives", () => {
      expectTable(evaluate(record, record.example.arguments), record.example.result);
    });

    it("says what the function is for, in which unit, from which source, and which errors there are", () => {
      for (const text of [record.help, record.unit, record.source, record.example.workings])
        expect(text).not.toBe("");
      expect(record.errors.length).toBeGreaterThan(0);
    });

    it("has a native twin in functions that Excel has had since 2010, or says why it has none", () => {
      const { twin } = record;
      if ("none" in twin) {
        expect(twin.none.length).toBeGreaterThan(20);
        return;
      }
      const used = new Set(
        twin.formulas.flat().flatMap((formula) => formula.match(/\b[A-Z][A-Z.]+(?=\()/g) ?? []),
      );
      const since2010 = [
        "ABS",
        "COUNT",
        "COUNTIFS",
        "ROWS",
        "SQRT",
        "AVERAGEIFS",
        "SUMPRODUCT",
        "SUM",
        "MIN",
        "MAX",
        "TRANSPOSE",
        "MMULT",
        "INDEX",
        "MATCH",
        "EDATE",
        "IF",
        "SUMIFS",
      ];
      expect([...used].filter((name) => !since2010.includes(name))).toEqual([]);
    });

    it("gives no error cell without a text that explains it", () => {
      for (const cell of evaluate(record, record.example.arguments).flat()) {
        if (isErrorCell(cell)) expect(cell.message).not.toBe("");
      }
    });
  },
);
