import { openXlsx } from "../../workbench/files/open-xlsx";
import { saveXlsx } from "../../workbench/files/save-xlsx";
import { bareWorkbook, valuesTo } from "./bare-workbook";
import { written } from "./round-trip";

it("what was written is the same after saving and opening, twice", async () => {
  const state = bareWorkbook();
  const [sheet] = state.engine.sheetIds();
  state.engine.write(
    sheet,
    0,
    0,
    written.map(([input]) => [input]),
  );
  state.engine.paint(
    sheet,
    0,
    0,
    written.map(([, format]) => [format === "" ? {} : { n: { pattern: format } }]),
  );
  const check = () => {
    // toEqual tells 0 from -0, which Excel does not have.
    expect(valuesTo(state, 0, written.length, 1).map(([value]) => (value === 0 ? 0 : value))).toEqual(
      written.map(([, , value]) => value),
    );
    const block = { startRow: 0, startColumn: 0, endRow: written.length - 1, endColumn: 0 };
    const [opened] = state.engine.sheetIds();
    expect(state.engine.looks(opened, block).map(([look]) => look.n?.pattern ?? "")).toEqual(
      written.map(([, format]) => format),
    );
    expect(state.engine.formulas(opened, block).flat().join("")).toBe("");
  };
  check();
  for (let time = 0; time < 2; time += 1) {
    const { bytes, asValue, leftOut } = await saveXlsx(state, "KNAP");
    expect({ asValue, leftOut }).toEqual({ asValue: 0, leftOut: [] });
    expect(await openXlsx(state, bytes, [])).toEqual([]);
    await state.engine.settled();
    check();
  }
  state.engine.dispose();
});
