import { ICommandService, type ICommandInfo, type IExecutionOptions, type Univer } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
} from "@univerjs/sheets";
import type { Block } from "./address";
import type { CellValue } from "./cell-value";

/** What happened in the workbook, whoever did it. */
export type Change =
  /** Cells got another content; of a single cell what it held before. */
  | { kind: "edited"; sheet: string; block: Block; before?: CellValue }
  | { kind: "formatted"; sheet: string; block: Block }
  /** Formulas got their values. */
  | { kind: "calculated"; sheet: string; block: Block }
  | { kind: "selected"; sheet: string; block: Block }
  | { kind: "added" | "deleted"; sheet: string }
  | { kind: "activated"; sheet: string; before: string }
  | { kind: "renamed"; sheet: string; before: string }
  /** A step was taken back, or done again, and with it what is not in the cells. */
  | { kind: "put back"; sheet: string };

/** Looked up before a change, for what it was. */
export interface Before {
  value: (sheet: string, block: Block) => CellValue;
  name: (sheet: string) => string;
  active: () => string;
}

/** Tells of each change that Univer carries out; where it does not say what was there before, that is looked up. */
export function watchChanges(univer: Univer, before: Before, tell: (change: Change) => void): void {
  const commands = univer.__getInjector().get(ICommandService);
  let active = "";
  let name = "";
  let value: CellValue = null;
  commands.beforeCommandExecuted((info, options) => {
    if (info.id === SetRangeValuesMutation.id && !fromFormula(options)) {
      const cells = editedCells(info);
      value = cells && isOneCell(cells.block) ? before.value(cells.sheet, cells.block) : null;
    }
    if (info.id === SetWorksheetNameMutation.id) name = before.name(sheetOf(info));
    if (info.id === SetWorksheetActiveOperation.id) active = before.active();
  });
  commands.onCommandExecuted((info, options) => {
    switch (info.id) {
      case SetRangeValuesMutation.id: {
        const cells = editedCells(info);
        if (!cells) return;
        const { sheet, block, isContent } = cells;
        if (fromFormula(options)) {
          if (options && "applyFormulaCalculationResult" in options)
            tell({ kind: "calculated", sheet, block });
        } else if (!isContent) tell({ kind: "formatted", sheet, block });
        else if (isOneCell(block)) tell({ kind: "edited", sheet, block, before: value });
        else tell({ kind: "edited", sheet, block });
        return;
      }
      case InsertSheetMutation.id:
        return tell({ kind: "added", sheet: (info.params as { sheet: { id: string } }).sheet.id });
      case RemoveSheetMutation.id:
        return tell({ kind: "deleted", sheet: sheetOf(info) });
      case SetWorksheetNameMutation.id:
        return tell({ kind: "renamed", sheet: sheetOf(info), before: name });
      case SetWorksheetActiveOperation.id: {
        const sheet = sheetOf(info);
        if (sheet !== active) tell({ kind: "activated", sheet, before: active });
        return;
      }
      case SetSelectionsOperation.id: {
        const { selections } = info.params as { selections: { range: Block }[] };
        const block = selections.at(-1)?.range;
        if (block) tell({ kind: "selected", sheet: sheetOf(info), block: plain(block) });
      }
    }
  });
}

const fromFormula = (options?: IExecutionOptions) => options !== undefined && "fromFormula" in options;

/** Only what concerns a sheet has one: other commands, such as to copy, have no parameters at all. */
const sheetOf = ({ params }: Readonly<ICommandInfo>) => (params as { subUnitId: string }).subUnitId;

const isOneCell = ({ startRow, endRow, startColumn, endColumn }: Block) =>
  startRow === endRow && startColumn === endColumn;

const plain = ({ startRow, startColumn, endRow, endColumn }: Block): Block => ({
  startRow,
  startColumn,
  endRow,
  endColumn,
});

/** The block around the cells of a change, and whether more than their look changes. */
function editedCells({ params }: Readonly<ICommandInfo>) {
  const { subUnitId: sheet, cellValue = {} } = params as {
    subUnitId: string;
    cellValue?: Record<number, Record<number, object | null> | null>;
  };
  let isContent = false;
  let [startRow, startColumn, endRow, endColumn] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of Object.entries(cellValue)) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      startRow = Math.min(startRow, Number(row));
      endRow = Math.max(endRow, Number(row));
      startColumn = Math.min(startColumn, Number(column));
      endColumn = Math.max(endColumn, Number(column));
      isContent ||= !cell || Object.keys(cell).some((key) => key !== "s");
    }
  }
  return endRow < 0 ? null : { sheet, isContent, block: { startRow, startColumn, endRow, endColumn } };
}
