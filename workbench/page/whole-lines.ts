import {
  ICommandService,
  IUniverInstanceService,
  RANGE_TYPE,
  UniverInstanceType,
  type Univer,
  type Workbook,
} from "@univerjs/core";
import { getPrimaryForRange, SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { lastColumn, lastRow, type Block } from "../engine/address";
import type { Engine } from "../engine/engine";
import type { Place } from "../formulas/places";

const isWholeRows = ({ startColumn, endColumn }: Block) => startColumn === 0 && endColumn === lastColumn;
const isWholeColumns = ({ startRow, endRow }: Block) => startRow === 0 && endRow === lastRow;

/** The selected cells; rows and columns that were selected as such are whole ones, however large Univer's sheet is. */
export function selectedBlock(univer: Univer, engine: Engine): Block {
  const { block } = engine.selection();
  const type = univer.__getInjector().get(SheetsSelectionsService).getCurrentLastSelection()?.range.rangeType;
  return {
    ...block,
    ...(type === RANGE_TYPE.ROW || type === RANGE_TYPE.ALL ? { endColumn: lastColumn } : {}),
    ...(type === RANGE_TYPE.COLUMN || type === RANGE_TYPE.ALL ? { endRow: lastRow } : {}),
  };
}

/** Goes to the cells and selects them; whole rows and columns as a click on their heads does. */
export function selectPlace(univer: Univer, engine: Engine, { sheet, block }: Place): void {
  const [isRows, isColumns] = [isWholeRows(block), isWholeColumns(block)];
  if (!isRows && !isColumns) return engine.select(sheet, block);
  const { startRow, startColumn } = block;
  // Goes there first, and makes the sheet long and wide enough for the side that is not whole.
  engine.select(sheet, {
    startRow,
    startColumn,
    endRow: isColumns ? startRow : block.endRow,
    endColumn: isRows ? startColumn : block.endColumn,
  });
  const injector = univer.__getInjector();
  const workbook = injector
    .get(IUniverInstanceService)
    .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const worksheet = workbook?.getSheetBySheetId(sheet);
  if (!workbook || !worksheet) return;
  const both = isColumns ? RANGE_TYPE.ALL : RANGE_TYPE.ROW;
  const range = {
    startRow,
    startColumn,
    endRow: isColumns ? worksheet.getRowCount() - 1 : block.endRow,
    endColumn: isRows ? worksheet.getColumnCount() - 1 : block.endColumn,
    rangeType: isRows ? both : RANGE_TYPE.COLUMN,
  };
  injector.get(ICommandService).syncExecuteCommand(SetSelectionsOperation.id, {
    unitId: workbook.getUnitId(),
    subUnitId: sheet,
    selections: [{ range, primary: getPrimaryForRange(range, worksheet), style: null }],
  });
}
