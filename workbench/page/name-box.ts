import type { Univer } from "@univerjs/core";
import { cellsAddress } from "../engine/address";
import { placeOf } from "../formulas/places";
import type { WorkbookState } from "../host/workbook-state";
import { selectedBlock, selectPlace } from "./whole-lines";

/** Shows the address of the selected cells, and goes to what is typed: an address, a table or a name. */
export function nameBox(
  input: HTMLInputElement,
  univer: Univer,
  state: WorkbookState,
  tell: (sentence: string) => void,
  focusGrid: () => void,
): { refresh: () => void } {
  const { engine } = state;
  const show = () => {
    // Only the cells: the tab says which sheet it is.
    input.value = cellsAddress(selectedBlock(univer, engine));
  };
  const find = () =>
    placeOf(input.value, {
      active: engine.activeSheet(),
      sheets: engine.sheetIds().map((id) => ({ id, name: engine.sheetName(id) })),
      named: [
        ...engine.tables().map(({ name, sheet, block }) => ({ name, place: { sheet, block } })),
        ...state.names.flatMap(({ name, cells }) =>
          // A name may be left of a sheet that is gone.
          cells && engine.sheetIds().includes(cells.sheetId)
            ? [{ name, place: { sheet: cells.sheetId, block: cells.block } }]
            : [],
        ),
      ],
    });
  const go = () => {
    const place = find();
    tell(place ? "" : `Er is geen cel, tabel of naam ${input.value.trim()}.`);
    if (!place) return input.select();
    selectPlace(univer, engine, place);
    show();
    focusGrid();
  };

  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go();
    if (event.key === "Escape") {
      tell("");
      show();
      focusGrid();
    }
  });
  input.addEventListener("input", () => tell(""));
  input.addEventListener("blur", show);
  return {
    refresh: () => {
      if (document.activeElement !== input) show();
    },
  };
}
