import { createEngine } from "../../workbench/engine/engine";
import { headlessUniver } from "../../workbench/engine/headless-univer";
import { newWorkbookState, type WorkbookState } from "../../workbench/host/workbook-state";

const noAddIn = {
  call: () => Promise.reject(new Error("There is no add-in.")),
  cancel: () => undefined,
};

/** A workbook with one sheet, and no add-in beside it. */
export function bareWorkbook(): WorkbookState {
  const engine = createEngine(headlessUniver(), { namespace: "KNAP", functions: [], caller: noAddIn });
  engine.addSheet("Blad1");
  return newWorkbookState(engine);
}

/** The values of a sheet from A1 to the cell at this row and column, counted from 1. */
export const valuesTo = ({ engine }: WorkbookState, sheet: number, rows: number, columns: number) =>
  engine.values(engine.sheetIds()[sheet], {
    startRow: 0,
    startColumn: 0,
    endRow: rows - 1,
    endColumn: columns - 1,
  });
