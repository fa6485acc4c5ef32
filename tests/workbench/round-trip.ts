import type { CellInput, CellValue } from "../../workbench/engine/cell-value";

/** What a user writes, with its number format, and what must stand in the cell, also in a file. */
export const written: [input: CellInput, format: string, value: CellValue][] = [
  [0.125, "0.0%", 0.125],
  [46387, "dd-mm-yyyy", 46387],
  [46387.75, "dd-mm-yyyy hh:mm", 46387.75],
  [-5, "dd-mm-yyyy", -5],
  // Excel has no -0.
  [-0, "", 0],
  [1e300, "", 1e300],
  [-1.5e-300, "", -1.5e-300],
  [0.1, "#,##0.00 €", 0.1],
  ["'Zuid 😀 é ﷽", "", "Zuid 😀 é ﷽"],
  ["'eerste\nen tweede\tregel", "", "eerste\nen tweede\tregel"],
  ["'=1+1", "", "=1+1"],
  ["''s ochtends", "", "'s ochtends"],
  ["'  ruimte  ", "", "  ruimte  "],
  ["'1,5", "", "1,5"],
  ["'007", "", "007"],
  ["'_x0041_ <b>&amp;", "", "_x0041_ <b>&amp;"],
  ["'#N/A", "", "#N/A"],
  [{ error: "#N/A" }, "", { error: "#N/A" }],
  [true, "", true],
  ["'WAAR", "", "WAAR"],
];
