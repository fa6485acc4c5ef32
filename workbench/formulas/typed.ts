import { dateNumber, dateText } from "./dates";
import { dutchError, englishError, toDutch, toEnglish } from "./dutch";
import { formulaFault } from "./faults";

/** What a cell gets from what was typed: its content as the engine takes it, and at times a format of its own. */
export type Typed =
  | { kind: "content"; input: string | number | boolean | { error: string }; format?: string }
  | { kind: "fault"; sentence: string };

/**
 * What Excel makes of what a Dutch user types into a cell. A percentage, a date and a number with points bring their
 * number format along:
 * https://support.microsoft.com/office/format-numbers-as-percentages-de49167b-d603-4450-bcaa-31fba6c7b6b4
 * There too: in a cell with a percentage format 10 and 0,1 both become 10%.
 *
 * @param own the number format that the cell has already
 * @example
 * readTyped("1,5") // => { "kind": "content", "input": 1.5 }
 * readTyped("1.234,5") // => { "kind": "content", "input": 1234.5, "format": "#,##0.00" }
 * readTyped("18,5%") // => { "kind": "content", "input": 0.185, "format": "0.00%" }
 * readTyped("10", "0.0%") // => { "kind": "content", "input": 0.1 }
 * readTyped("31-12-2026") // => { "kind": "content", "input": 46387, "format": "dd-mm-yyyy" }
 * readTyped("waar") // => { "kind": "content", "input": true }
 * readTyped("#N/B") // => { "kind": "content", "input": { "error": "#N/A" } }
 * readTyped("=SOM(1,5;2)") // => { "kind": "content", "input": "=SUM(1.5,2)" }
 * readTyped("1.5") // => { "kind": "content", "input": "'1.5" }
 * readTyped("=1+") // => { "kind": "fault", "sentence": "Er ontbreekt iets achter +." }
 */
export function readTyped(text: string, own = ""): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "content", input: "" };
  if (text.startsWith("'")) return { kind: "content", input: text };
  const number = readNumber(trimmed, bare(own).includes("%"));
  if (number) return { kind: "content", ...number };
  const day = dateNumber(trimmed);
  if (day !== null) return { kind: "content", input: day, format: "dd-mm-yyyy" };
  if (/^(?:on)?waar$/i.test(trimmed)) return { kind: "content", input: trimmed.length === 4 };
  const error = englishError(trimmed);
  if (error !== null) return { kind: "content", input: { error } };
  // +A1 and -A1 are formulas too; a lonely sign is a text.
  const formula = /^[+-]./.test(trimmed) ? `=${trimmed}` : trimmed;
  if (!formula.startsWith("=")) return { kind: "content", input: `'${text}` };
  const sentence = formulaFault(formula);
  if (sentence === null) return { kind: "content", input: toEnglish(formula) };
  return { kind: "fault", sentence: formula === trimmed ? sentence : notMeant(trimmed) };
}

/** Excel gives the same advice: https://support.microsoft.com/office/8309381d-33e8-42f6-b889-84ef6df1d586 */
const notMeant = (text: string) =>
  `Wat met ${text[0]} begint, is een formule, en deze klopt niet. Voor een tekst typt u er een apostrof voor: '${text}`;

/** Points between thousands only where Excel takes them: in front of three digits each. */
const numberPattern = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?(?:e[+-]?\d+)?$/i;

function readNumber(text: string, isOfPercentages: boolean): { input: number; format?: string } | null {
  const isPercentage = text.endsWith("%");
  const digits = isPercentage ? text.slice(0, -1).trim() : text;
  if (!numberPattern.test(digits) || !/^[+-]?,?\d/.test(digits)) return null;
  const plain = digits.replaceAll(".", "").replace(",", ".");
  const isPercent = isPercentage || (isOfPercentages && Math.abs(Number(plain)) >= 1);
  const input = isPercent ? timesPowerOfTen(plain, -2) : Number(plain);
  if (!Number.isFinite(input)) return null;
  const hasDecimals = /,\d/.test(digits);
  if (isPercentage) return { input, format: hasDecimals ? "0.00%" : "0%" };
  if (/e/i.test(digits)) return { input, format: "0.00E+00" };
  return digits.includes(".") ? { input, format: hasDecimals ? "#,##0.00" : "#,##0" } : { input };
}

/** Between quotes and square brackets of a format stand texts, colours and currencies. */
const bare = (format: string) => format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");

/** Not divided by 100, which would give 0.07 an end of 1e-17. */
function timesPowerOfTen(number: string, power: number): number {
  const [digits, exponent = "0"] = number.toLowerCase().split("e");
  return Number(`${digits}e${Number(exponent) + power}`);
}

/** A value that stands in a cell; an error by its English name. */
export type Shown = number | string | boolean | null | { error: string };

/**
 * What the formula bar shows of a cell without a formula, such that typing it again gives the same cell.
 *
 * @example
 * typedAs(1.5, "") // => "1,5"
 * typedAs(0.185, "0.0%") // => "18,5%"
 * typedAs(46387, "dd-mm-yyyy") // => "31-12-2026"
 * typedAs("1,5", "") // => "'1,5"
 * typedAs(true, "") // => "WAAR"
 */
export function typedAs(value: Shown, format: string): string {
  if (value === null) return "";
  if (typeof value === "object") return dutchError(value.error);
  if (typeof value === "boolean") return value ? "WAAR" : "ONWAAR";
  if (typeof value === "number") return numberAs(value, format);
  const again = readTyped(value);
  return again.kind === "content" && again.input === `'${value}` ? value : `'${value}`;
}

function numberAs(value: number, format: string): string {
  const inDutch = (number: number) => String(number).replace(".", ",").replace("e", "E");
  if (bare(format).includes("%")) return `${inDutch(timesPowerOfTen(String(value), 2))}%`;
  return (/[dmyj]/i.test(bare(format)) ? dateText(value) : null) ?? inDutch(value);
}

/**
 * What the formula bar shows of a cell.
 *
 * @example
 * shownInBar("=SUM(A1,0.5)", 3, "") // => "=SOM(A1;0,5)"
 * shownInBar("", 3.5, "") // => "3,5"
 */
export const shownInBar = (formula: string, value: Shown, format: string): string =>
  formula === "" ? typedAs(value, format) : toDutch(formula);
