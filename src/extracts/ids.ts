import { type CellReading, wrong } from "./cell-reading";
import type { ColumnNotation } from "./column-notation";
import type { Column } from "./kind";
import { namesNobody } from "./nobody";

/** 5,58199E+12, 5.58199e12, 1,E+08 or 1E+05, but not 1E5: that can be a pseudonym. */
const scientific = /^[-+]?\d+(?:[.,]\d* ?E[-+]?| ?E[-+])\d{1,3}$/i;
/** '123 and ="123", by which a cell of Excel is kept a text. */
const keptAsText = /^(?:=?"([^"]*)"|'([^']*)'?)$/;
const longNumber = /^\d{16,}$/;
/** So many digits of a number does Excel keep; it makes zeros of the others. */
const KEPT_DIGITS = 15;

/**
 * Reads a cell with a code: text as it stands, but not a text that many rows have in common only because the real
 * code is gone, such as the 5,58199E+12 that Excel makes of a long number. `text` is a plain text.
 */
export function readCode(
  text: string,
  column: Column,
  { lostDigits, filledIn }: Pick<ColumnNotation, "lostDigits" | "filledIn">,
): CellReading {
  const kept = keptAsText.exec(text);
  const bare = kept?.[1] ?? kept?.[2] ?? text;
  if (column.isPerson && namesNobody(bare)) return wrong(column, withoutNumber);
  if (filledIn.has(text))
    return wrong(
      column,
      `Dit nummer staat op veel meer regels dan de andere en lijkt ingevuld waar geen nummer bekend was. ${withoutNumber}`,
    );
  if (scientific.test(bare)) return wrong(column, `Excel heeft dit nummer afgerond. ${keepAsText}`);
  if (lostDigits && longNumber.test(text))
    return wrong(column, `Excel heeft van de cijfers na het vijftiende nullen gemaakt. ${keepAsText}`);
  return { ok: true, value: column.isPerson ? withoutDecimals(text) : text };
}

const withoutNumber = "Zonder nummer is niet te zien om welke persoon het gaat.";
const keepAsText =
  "Haal de kolom opnieuw uit de bron, en open het bestand niet in Excel of zet de kolom daar bij het inlezen op Tekst.";

/** Programs that know no whole numbers write 12345.0 for person 12345. */
function withoutDecimals(id: string): string {
  return /^\d+[.,]0+$/.test(id) ? id.slice(0, id.search(/[.,]/)) : id;
}

/**
 * Whether Excel has made zeros of the last digits of the long numbers of a column: so many end in zeros that it would
 * be by chance in less than one column in a thousand.
 *
 * @example
 * haveLostDigits(["123456789012345000", "A1"]) // => true
 * haveLostDigits(["123456789012345000", "123456789012345678"]) // => false
 */
export function haveLostDigits(texts: Iterable<string>): boolean {
  let zeros = 0;
  for (const text of texts) {
    const trimmed = text.trim();
    if (!longNumber.test(trimmed)) continue;
    if (/[1-9]/.test(trimmed.slice(KEPT_DIGITS))) return false;
    zeros += trimmed.length - KEPT_DIGITS;
  }
  return zeros >= 3;
}
