/** A sentence for the user: why the file cannot be opened. */
export class NoWorkbook extends Error {}

/** Of a workbook this large the page would be busy for minutes. */
const mostCells = 500_000;

export function checkSize(cells: number): void {
  if (cells > mostCells)
    throw new NoWorkbook(
      `Deze werkmap heeft ${cells.toLocaleString("nl-NL")} cellen; de werkbank neemt er hoogstens ${mostCells.toLocaleString("nl-NL")}.`,
    );
}
