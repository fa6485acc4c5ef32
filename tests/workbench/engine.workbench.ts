import { createEngine, type Engine } from "../../workbench/engine/engine";
import { headlessUniver } from "../../workbench/engine/headless-univer";
import type { Call, FunctionDescription } from "../../workbench/engine/custom-functions";
import type { CellValue } from "../../workbench/engine/cell-value";

const matrix = (name: string, optional = false) => ({ name, dimensionality: "matrix", optional });
const functions: FunctionDescription[] = [
  { id: "ECHO", parameters: [matrix("a"), matrix("b", true), { name: "c", optional: true }] },
  { id: "TABEL", parameters: [matrix("a", true)] },
];

describe("the engine, with functions that answer later", () => {
  let engine: Engine;
  let sheet: string;
  let other: string;
  let calls: { call: Call; answer: (table: CellValue[][]) => void }[];
  let cancelled: number[];
  beforeEach(() => {
    calls = [];
    cancelled = [];
    engine = createEngine(headlessUniver(), {
      namespace: "KNAP",
      functions,
      caller: {
        call: (call) => new Promise((answer) => calls.push({ call, answer })),
        cancel: (id) => cancelled.push(id),
      },
    });
    sheet = engine.addSheet("Blad1");
    other = engine.addSheet("Mijn blad");
  });
  afterEach(() => engine.dispose());
  const value = (row: number, column: number) =>
    engine.values(sheet, { startRow: row, startColumn: column, endRow: row, endColumn: column })[0][0];

  it("shows #BUSY! until the function answers, and then what depends on it too", async () => {
    engine.write(sheet, 0, 0, [["=KNAP.ECHO(1)", "=A1+1"]]);
    await engine.calculated();
    expect(value(0, 0)).toEqual({ error: "#BUSY!" });
    calls[0].answer([[41]]);
    await engine.settled();
    expect([value(0, 0), value(0, 1)]).toEqual([41, 42]);
  });

  it("passes ranges with their blanks, addresses, texts and booleans; omitted is null", async () => {
    engine.write(other, 0, 0, [[1], [""], ["x"], [true]]);
    engine.write(sheet, 4, 2, [["=KNAP.ECHO('Mijn blad'!A1:A5,,\"tekst\")"]]);
    await engine.calculated();
    expect(calls[0].call).toMatchObject({
      name: "ECHO",
      parameters: [[[1], [null], ["x"], [true], [null]], null, "tekst"],
      address: "Blad1!C5",
      parameterAddresses: ["'Mijn blad'!A1:A5", "", ""],
    });
  });

  it("cancels a call whose arguments changed, and takes no late answer", async () => {
    engine.write(sheet, 0, 0, [[1, "=KNAP.ECHO(A1)"]]);
    await engine.calculated();
    engine.write(sheet, 0, 0, [[2]]);
    await engine.calculated();
    expect(cancelled).toEqual([calls[0].call.id]);
    calls[0].answer([[100]]);
    calls[1].answer([[200]]);
    await engine.settled();
    expect(value(0, 1)).toBe(200);
  });

  it("spills, says #SPILL! when blocked, and heals", async () => {
    engine.write(sheet, 0, 0, [["=KNAP.TABEL()"]]);
    engine.write(sheet, 1, 1, [["in de weg"]]);
    await engine.calculated();
    calls[0].answer([
      [1, 2],
      [3, 4],
    ]);
    await engine.settled();
    expect(value(0, 0)).toEqual({ error: "#SPILL!" });
    engine.write(sheet, 1, 1, [[""]]);
    await engine.settled();
    expect(engine.values(sheet, { startRow: 0, startColumn: 0, endRow: 1, endColumn: 1 })).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
