import { english, tokens, type Token } from "../formulas/tokens";
import { futureFunctions, worksheetOnly } from "./future-functions";

/**
 * Whether a formula has what the workbench cannot write in a file: names that it gives itself, which a file has with
 * `_xlpm.` before them, and the sign @, which a file has as a function around what follows.
 */
export const isUnwritable = (formula: string): boolean =>
  tokens(formula, english).some(
    ({ kind, text }) =>
      (kind === "function" && /^(LET|LAMBDA)$/i.test(text)) || (kind === "sign" && text === "@"),
  );

/**
 * A formula as a file has it. Excel writes a function of an add-in as `_xldudf_` with its name, every point an
 * underscore, as seen in files that it saved.
 *
 * @example
 * storedFormula("=KNAP.NPS.VERDELING(A1:A3)", "KNAP") // => "_xldudf_KNAP_NPS_VERDELING(A1:A3)"
 * storedFormula("=SUM(FILTER(A:A,B:B=\"XLOOKUP(\"),IFS(A1,2))", "KNAP") // => "SUM(_xlfn._xlws.FILTER(A:A,B:B=\"XLOOKUP(\"),_xlfn.IFS(A1,2))"
 * storedFormula("=SUM(Tab[FILTER(])", "KNAP") // => "SUM(Tab[FILTER(])"
 * storedFormula("=SUM('Blad 1'!A1#)", "KNAP") // => "SUM(_xlfn.ANCHORARRAY('Blad 1'!A1))"
 */
export function storedFormula(formula: string, namespace: string): string {
  const parts = tokens(formula.replace(/^=/, ""), english).map(({ kind, text }): Token => {
    const upper = text.toUpperCase();
    if (kind !== "function") return { kind, text };
    if (upper.startsWith(`${namespace}.`)) return { kind, text: `_xldudf_${upper.replaceAll(".", "_")}` };
    if (!futureFunctions.has(upper)) return { kind, text };
    return { kind, text: `_xlfn.${worksheetOnly.has(upper) ? "_xlws." : ""}${upper}` };
  });
  return withoutSpillSigns(parts)
    .map(({ text }) => text)
    .join("");
}

/** `A1#` is a function in a file, as the list of future functions says. */
function withoutSpillSigns(parts: Token[]): Token[] {
  const at = parts.findIndex(
    ({ kind, text }, i) => kind === "sign" && text === "#" && parts[i - 1]?.kind === "name",
  );
  if (at < 0) return parts;
  const first = parts[at - 2]?.text === "!" ? at - 3 : at - 1;
  const text = `_xlfn.ANCHORARRAY(${parts
    .slice(first, at)
    .map((part) => part.text)
    .join("")})`;
  return withoutSpillSigns([...parts.slice(0, first), { kind: "name", text }, ...parts.slice(at + 1)]);
}

/**
 * A formula of a file as it is typed; `functions` has the names of the add-in, with their namespace.
 *
 * @example
 * typedFormula("_xldudf_KNAP_NPS_VERDELING(A1:A3)", ["KNAP.NPS.VERDELING"]) // => "=KNAP.NPS.VERDELING(A1:A3)"
 * typedFormula("_xlfn.LET(_xlpm.x,1,_xlpm.x+1)", []) // => "=LET(x,1,x+1)"
 * typedFormula("SUM(_xlfn.ANCHORARRAY(A1),Tab[_xlfn.x])", []) // => "=SUM(A1#,Tab[_xlfn.x])"
 */
export function typedFormula(stored: string, functions: readonly string[]): string {
  const named = new Map(functions.map((name) => [name.replaceAll(".", "_"), name]));
  const parts = tokens(stored.replace(/^=/, ""), english).map(({ kind, text }): Token => {
    if (kind !== "function" && kind !== "name") return { kind, text };
    const [, own] = /^_xldudf_(\w+)$/i.exec(text) ?? [];
    const bare = text.replace(/^(?:_xlfn\.(?:_xlws\.)?|_xlpm\.)/i, "");
    return { kind, text: named.get(own?.toUpperCase() ?? "") ?? bare };
  });
  const typed = parts.map(({ text }) => text).join("");
  return `=${typed.includes("ANCHORARRAY(") ? withSpillSigns(parts) : typed}`;
}

function withSpillSigns(parts: Token[]): string {
  const at = parts.findIndex(({ kind, text }) => kind === "function" && text.toUpperCase() === "ANCHORARRAY");
  const end = parts.findIndex(({ kind, text }, i) => i > at && kind === "sign" && text === ")");
  if (at < 0 || end < 0) return parts.map(({ text }) => text).join("");
  const sign: Token = { kind: "sign", text: "#" };
  return withSpillSigns([...parts.slice(0, at), ...parts.slice(at + 2, end), sign, ...parts.slice(end + 1)]);
}
