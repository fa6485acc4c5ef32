import { intersection, type Block } from "../../engine/address";
import { HostError } from "../host-error";
import type { HostObject } from "../object-model";
import type { WorkbookState } from "../workbook-state";
import { rangeOf, type RangeObject } from "./range";
import { optionsOf } from "./table-options";

export interface TableObject extends HostObject {
  state: WorkbookState;
  id: string;
}

/** A table that is looked up each time: its place and name change. Its block has the heads and the body, not the totals. */
export function found({ state, id }: TableObject) {
  const table = state.engine.tables().find((one) => one.id === id);
  if (!table) throw new HostError("ItemNotFound", "The table doesn't exist.", 404);
  return table;
}

/** With the totals row that is under it. */
export function wholeBlock(table: TableObject): Block {
  const { block } = found(table);
  return optionsOf(table).totals ? { ...block, endRow: block.endRow + 1 } : block;
}

export const headBlock = (table: TableObject): Block => {
  const { block } = found(table);
  return { ...block, endRow: block.startRow };
};

export const bodyBlock = (table: TableObject): Block => {
  const { block } = found(table);
  return { ...block, startRow: block.startRow + 1 };
};

/** Assumed, to be confirmed in Excel: ItemNotFound when there is none. */
export function totalsBlock(table: TableObject): Block {
  const { block } = found(table);
  if (!optionsOf(table).totals) throw new HostError("ItemNotFound", "The table has no totals row.", 404);
  return { ...block, startRow: block.endRow + 1, endRow: block.endRow + 1 };
}

export const rangeWithin = (table: TableObject, block: Block): RangeObject =>
  rangeOf(table.state, found(table).sheet, block);

const isBlank = ({ engine }: WorkbookState, sheet: string, block: Block) =>
  engine.values(sheet, block).every((row) => row.every((value) => value === null)) &&
  engine.formulas(sheet, block).every((row) => row.every((formula) => formula === ""));

/**
 * Whether the table has only the blank row that waits for its first row. In Excel such a row is no row of the table:
 * https://learn.microsoft.com/office/vba/api/excel.listobject.insertrowrange. Assumed, to be confirmed in Excel: so for add-ins too.
 */
export function isWithoutRows(table: TableObject): boolean {
  const { sheet, block } = found(table);
  const isOneRow = block.endRow === block.startRow + 1;
  return isOneRow && optionsOf(table).hasBlankRow && isBlank(table.state, sheet, bodyBlock(table));
}

export function countOfRows(table: TableObject): number {
  if (isWithoutRows(table)) return 0;
  const { startRow, endRow } = found(table).block;
  return endRow - startRow;
}

/** The tables of the sheet that have cells of the block; a totals row is one of the table's cells. */
export const tablesAt = (state: WorkbookState, sheet: string, block: Block) =>
  state.engine.tables().filter((one) => {
    const whole = state.tableOptions.get(one.id)?.totals
      ? { ...one.block, endRow: one.block.endRow + 1 }
      : one.block;
    return one.sheet === sheet && intersection(whole, block) !== null;
  });

/**
 * Refuses cells that a table cannot take because something is in them: in Excel that moves down.
 *
 * @throws HostError `NotImplemented`
 */
export function checkFree(state: WorkbookState, sheet: string, block: Block): void {
  const used = state.engine.usedBlock(sheet);
  const inside = used && intersection(used, block);
  if (tablesAt(state, sheet, block).length > 0 || (inside && !isBlank(state, sheet, inside)))
    throw new HostError("NotImplemented", "The workbench moves no cells that are below a table.", 501);
}
