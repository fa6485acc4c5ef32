/** #VERW!, #REF!, #NAAM?, #DEEL/0!, #N/B, #N/A, #DATA_OPHALEN and their like; ##### is a column that was too narrow. */
const ofExcel = /^#(?:[A-Z][A-Z_/0]*[!?]|N\/[AB]|GETTING_DATA|DATA_OPHALEN|#+)$/;
/** Err:502, or Fout:502 in Dutch. */
const ofLibreOffice = /^(?:Err|Fout):\d{3}$/;

/**
 * Whether a text is what a spreadsheet shows in a cell that failed or that was too narrow, in Dutch or in English.
 *
 * @example
 * isExcelError("#VERW!") // => true
 * isExcelError("#1 in de buurt!") // => false
 */
export function isExcelError(text: string): boolean {
  return ofExcel.test(text) || ofLibreOffice.test(text);
}
