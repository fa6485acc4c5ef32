import { kinds } from "../../src/extracts/kinds";
import type { Column } from "../../src/extracts/kind";
import { readExtract } from "../../src/extracts/read-extract";
import { fileOf } from "./read-text";

/** A kind and a column for every type that a column can have. */
const columnOfType = new Map<Column["type"], { header: readonly string[]; name: string }>();
for (const { columns } of Object.values(kinds))
  for (const { name, type } of columns)
    columnOfType.set(type, { header: columns.map((column) => column.name), name });

const pieces = [" ", "1", ".", ",", '""', "-", "1 ", "1.", "1,", "x ", "\u00a0", "€", "1-", "é"];

describe("the time that a cell takes", () => {
  it.each([...columnOfType])(
    "grows with its length and not with its square, in a column of type %s",
    (_, { header, name }) => {
      const timeOf = (length: number) => {
        const start = performance.now();
        for (const piece of pieces) {
          const cell = `"1${piece.repeat(length / piece.length)}x"`;
          readExtract(
            fileOf(
              `${header.join(";")}\n${header.map((other) => (other === name ? cell : "1")).join(";")}\n`,
            ),
          );
        }
        return performance.now() - start;
      };
      timeOf(1000);
      const once = timeOf(3000);
      // Four times as long takes four times as much; with a square it would be sixteen times.
      expect(timeOf(12_000)).toBeLessThan(8 * once + 60);
    },
  );
});
