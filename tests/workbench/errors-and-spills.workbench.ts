import { createEngine, type Engine } from "../../workbench/engine/engine";
import { headlessUniver } from "../../workbench/engine/headless-univer";

const noAddIn = {
  call: () => Promise.reject(new Error("There is no add-in.")),
  cancel: () => undefined,
};

describe("a cell of the engine", () => {
  let engine: Engine;
  let sheet: string;
  beforeEach(() => {
    engine = createEngine(headlessUniver(), { namespace: "KNAP", functions: [], caller: noAddIn });
    sheet = engine.addSheet("Blad1");
  });
  afterEach(() => engine.dispose());

  const block = (rows: number, columns: number) => ({
    startRow: 0,
    startColumn: 0,
    endRow: rows - 1,
    endColumn: columns - 1,
  });

  it("with the text #N/A is a text, and with the error is an error without a formula", async () => {
    engine.write(sheet, 0, 0, [["'#N/A", { error: "#N/A" }, "=NA()", "=IFERROR(B1,7)"]]);
    await engine.settled();
    expect(engine.values(sheet, block(1, 4))).toEqual([["#N/A", { error: "#N/A" }, { error: "#N/A" }, 7]]);
    expect(engine.formulas(sheet, block(1, 2))).toEqual([["", ""]]);
  });

  it("whose spill finds no room spills nowhere, until there is room", async () => {
    engine.write(sheet, 0, 0, [["=SEQUENCE(3)"], ["'blok"]]);
    await engine.settled();
    expect(engine.values(sheet, block(3, 1))).toEqual([[{ error: "#SPILL!" }], ["blok"], [null]]);
    expect(engine.spills(sheet)).toEqual([]);
    engine.clear(sheet, { startRow: 1, startColumn: 0, endRow: 1, endColumn: 0 }, "contents");
    await engine.settled();
    expect(engine.values(sheet, block(3, 1))).toEqual([[1], [2], [3]]);
    expect(engine.spills(sheet)).toEqual([{ anchor: { row: 0, column: 0 }, block: block(3, 1) }]);
  });
});
