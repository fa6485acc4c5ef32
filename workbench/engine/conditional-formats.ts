import type { IStyleBase, Univer } from "@univerjs/core";
import { IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingService,
} from "@univerjs/sheets-conditional-formatting";
import "@univerjs/sheets-conditional-formatting/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { Block } from "./address";

/** Cells for which the formula holds get this look; it is written for the first cell of the block. */
export interface ConditionalRule {
  id: string;
  block: Block;
  /** With `=`. */
  formula: string;
  look: IStyleBase;
}

/** Puts the rules of a sheet in their order; the first has the highest priority. */
export function setConditionalRules(workbook: FWorkbook, sheetId: string, rules: ConditionalRule[]): void {
  const sheet = workbook.getSheetBySheetId(sheetId);
  if (!sheet) return;
  sheet.clearConditionalFormatRules();
  // Univer puts a new rule before the others.
  for (const { id, block, formula, look } of rules.toReversed()) {
    sheet.addConditionalFormattingRule({
      cfId: id,
      ranges: [block],
      stopIfTrue: false,
      rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style: look },
    } as never);
  }
}

/** What the rules add to the look of each cell, as they are calculated now. */
export function conditionalLooks(univer: Univer, sheetId: string, block: Block): IStyleBase[][] {
  const injector = univer.__getInjector();
  const workbook = injector.get(IUniverInstanceService).getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
  const service = injector.get(ConditionalFormattingService);
  const looks: IStyleBase[][] = [];
  for (let row = block.startRow; row <= block.endRow; row += 1) {
    const line: IStyleBase[] = [];
    for (let column = block.startColumn; column <= block.endColumn; column += 1)
      line.push(service.composeStyle(workbook?.getUnitId() ?? "", sheetId, row, column)?.style ?? {});
    looks.push(line);
  }
  return looks;
}
