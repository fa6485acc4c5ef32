import "./input-line.css";
import type { Univer } from "@univerjs/core";
import type { Workbench } from "../host/workbench";
import { activeCell } from "./cell-content";
import { dutchCellEditor } from "./dutch-cell-editor";
import { dutchPaste } from "./dutch-paste";
import { focusGrid } from "./focus-grid";
import { formulaBar } from "./formula-bar";
import { nameBox } from "./name-box";
import { watchTyping } from "./typing";

const inputOf = (id: string) => {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`The page has no input #${id}.`);
  return found;
};

/** The name box and the formula bar above the grid, and the editor in its cells, all in Dutch. */
export function inputLine(univer: Univer, { engine, state, faults }: Workbench): void {
  const message = document.getElementById("melding");
  const tell = (sentence: string) => {
    if (message) message.textContent = sentence;
  };
  const leave = () => focusGrid(univer);
  const bar = formulaBar(inputOf("formulebalk"), engine, tell, leave, watchTyping(univer, faults));
  const box = nameBox(inputOf("naamvak"), univer, state, tell, leave);
  const explanation = document.getElementById("uitleg");
  // In Excel it appears beside the cell.
  const explain = () => {
    const { sheet, row, column } = activeCell(engine);
    const text = engine.messageAt(sheet, row, column);
    if (explanation && explanation.textContent !== text) explanation.textContent = text;
  };
  const refresh = () => {
    bar.refresh();
    box.refresh();
    explain();
  };
  engine.onChange(refresh);
  refresh();
  const grid = document.getElementById("blad");
  if (grid) dutchPaste(univer, engine, grid, tell);
  dutchCellEditor(univer, (cell, text, sentence) => {
    bar.resume(cell, text);
    tell(sentence);
  });
}
