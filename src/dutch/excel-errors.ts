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

/** The error values by the names that Office.js has for them, with those that Dutch Excel shows. */
const dutchNames: Readonly<Record<string, string>> = {
  "#N/A": "#N/B",
  "#DIV/0!": "#DEEL/0!",
  "#VALUE!": "#WAARDE!",
  "#NUM!": "#GETAL!",
  "#REF!": "#VERW!",
  "#NAME?": "#NAAM?",
  "#NULL!": "#LEEG!",
  "#SPILL!": "#OVERLOOP!",
  "#CALC!": "#BEREKENEN!",
  "#FIELD!": "#VELD!",
  "#BUSY!": "#BEZET!",
  "#BLOCKED!": "#GEBLOKKEERD!",
  "#CONNECT!": "#VERBINDEN!",
  "#UNKNOWN!": "#ONBEKEND!",
  "#EXTERNAL!": "#EXTERN!",
  "#TIMEOUT!": "#TIME-OUT!",
  "#PYTHON!": "#PYTHON!",
  "#GETTING_DATA": "#GEGEVENS_OPHALEN",
};

/**
 * An error value as Dutch Excel shows it.
 *
 * @example
 * dutchError("#DIV/0!") // => "#DEEL/0!"
 */
export function dutchError(name: string): string {
  return dutchNames[name] ?? name;
}

/**
 * The name that Office.js has for an error value, of its Dutch or English name; `null` for what is none.
 *
 * @example
 * errorNamed("#N/B") // => "#N/A"
 */
export function errorNamed(text: string): string | null {
  const name = text.trim().toUpperCase();
  return Object.keys(dutchNames).find((english) => [english, dutchNames[english]].includes(name)) ?? null;
}
