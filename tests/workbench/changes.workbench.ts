import type { Change } from "../../workbench/engine/changes";
import { createEngine, type Engine } from "../../workbench/engine/engine";
import { headlessUniver } from "../../workbench/engine/headless-univer";

describe("the engine tells of changes", () => {
  let engine: Engine;
  let sheet: string;
  let changes: Change[];
  beforeEach(async () => {
    const caller = { call: () => new Promise<never>(() => undefined), cancel: () => undefined };
    engine = createEngine(headlessUniver(), { namespace: "KNAP", functions: [], caller });
    sheet = engine.addSheet("Blad1");
    engine.write(sheet, 0, 0, [[1], ["=A1*2"]]);
    await engine.settled();
    changes = [];
    engine.onChange((change) => changes.push(change));
  });
  afterEach(() => engine.dispose());
  const cell = (row: number, column: number) => ({
    startRow: row,
    startColumn: column,
    endRow: row,
    endColumn: column,
  });

  it("of a cell that got another value, with what it was, and of the formulas that follow", async () => {
    engine.write(sheet, 0, 0, [[5]]);
    await engine.settled();
    expect(changes).toEqual([
      { kind: "edited", sheet, block: cell(0, 0), before: 1 },
      { kind: "calculated", sheet, block: cell(1, 0) },
    ]);
  });

  it("of several cells as one block, without what they were", () => {
    engine.write(sheet, 2, 1, [
      [1, 2],
      ["", "x"],
    ]);
    expect(changes).toEqual([
      { kind: "edited", sheet, block: { startRow: 2, startColumn: 1, endRow: 3, endColumn: 2 } },
    ]);
  });

  it("of a look, which is no edit", () => {
    engine.dress(sheet, cell(0, 0), { bl: 1 });
    expect(changes).toEqual([{ kind: "formatted", sheet, block: cell(0, 0) }]);
  });

  it("of sheets that are added, renamed, gone to and removed; adding one does not go to it", async () => {
    const other = engine.addSheet("Blad2");
    // Univer goes to a new sheet some time later, of its own accord.
    await engine.settled();
    expect(engine.activeSheet()).toBe(sheet);
    engine.renameSheet(other, "Anders");
    engine.activate(other);
    engine.removeSheet(other);
    expect(changes).toEqual([
      { kind: "added", sheet: other },
      { kind: "renamed", sheet: other, before: "Blad2" },
      { kind: "activated", sheet: other, before: sheet },
      { kind: "activated", sheet, before: other },
      { kind: "deleted", sheet: other },
    ]);
  });

  it("of the cells that are selected", () => {
    engine.select(sheet, { startRow: 1, startColumn: 1, endRow: 3, endColumn: 2 });
    expect(changes).toEqual([
      { kind: "selected", sheet, block: { startRow: 1, startColumn: 1, endRow: 3, endColumn: 2 } },
    ]);
    expect(engine.selection()).toEqual({
      sheet,
      block: { startRow: 1, startColumn: 1, endRow: 3, endColumn: 2 },
    });
  });
});
