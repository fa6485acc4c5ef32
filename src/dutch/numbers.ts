const markers = new Set(["", ".", "x", "-", "*", "-99997"]);

/**
 * Whether a text says "not published" or "not available": empty, `.`, `x`, `-`, `*`, `<10` or CBS's -99997.
 * Such a cell is missing; it is never a number and never 0.
 *
 * @example
 * isMarker("<10") // => true
 */
export function isMarker(text: string): boolean {
  const trimmed = text.trim().toLowerCase();
  return markers.has(trimmed) || /^<\s*\d+$/.test(trimmed);
}

const grouped = /^\d{1,3}(\.\d{3})+$/;
const plain = /^\d+$/;

/**
 * The number in a text as a Dutch user writes it: a decimal comma, points or spaces between thousands, an
 * optional euro or per cent sign (7,48% is 0,0748, as in Excel). A decimal point is understood where it cannot
 * be a thousands point: 7.5 is seven and a half, 1.234 is twelve hundred and thirty-four.
 *
 * @returns the number, or `null` when the text is no number
 * @example
 * parseDutchNumber("1.234,5") // => 1234.5
 */
export function parseDutchNumber(text: string): number | null {
  let rest = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^€/, "");
  const sign = /^[-−]/.test(rest) ? -1 : 1;
  rest = rest.replace(/^[-−+]/, "").replace(/^€/, "");
  const percent = rest.endsWith("%");
  if (percent) rest = rest.slice(0, -1);

  const decimal = rest.includes(",") ? "," : grouped.test(rest) ? null : ".";
  const [whole, fraction, ...more] = decimal === null ? [rest] : rest.split(decimal);
  if (more.length > 0 || !(plain.test(whole) || grouped.test(whole))) return null;
  if (fraction !== undefined && !plain.test(fraction)) return null;

  const digits = `${whole.replaceAll(".", "")}.${fraction ?? "0"}`;
  // Moving the point in the text, since 7.48 / 100 is not the double nearest to 0.0748.
  return sign * Number(percent ? `${digits}e-2` : digits);
}
