import { IUniverInstanceService, UniverInstanceType, type Univer, type Workbook } from "@univerjs/core";
import { cellsAddress } from "../engine/address";
import type { Engine } from "../engine/engine";
import { selectedBlock } from "./whole-lines";

/** Tells a screen reader which cell is active and what it shows: the grid itself is a picture to it. */
export function speakActiveCell(univer: Univer, engine: Engine, place: HTMLElement): void {
  const instances = univer.__getInjector().get(IUniverInstanceService);
  const sheet = () =>
    instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)?.getActiveSheet();
  let sheetSaid = engine.activeSheet();
  engine.onChange(() => {
    const id = engine.activeSheet();
    const block = selectedBlock(univer, engine);
    const shown = sheet()?.getCell(block.startRow, block.startColumn)?.v ?? "leeg";
    const cell = `${cellsAddress(block)}: ${String(shown)}`;
    const text = id === sheetSaid ? cell : `${engine.sheetName(id)}, ${cell}`;
    if (!place.textContent.endsWith(cell) || id !== sheetSaid) place.textContent = text;
    sheetSaid = id;
  });
}
