/**
 * Functions newer than the file format, which a file names with `_xlfn.` before them:
 * https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/5d1b6d44-6fc1-4ecd-8fef-0b27406cc2bf
 */
const newer = new Set(
  (
    "AGGREGATE ARRAYTOTEXT BYCOL BYROW CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.TEST CHOOSECOLS CHOOSEROWS " +
    "CONCAT CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S DAYS DROP EXPAND FILTER FLOOR.MATH F.DIST F.INV F.TEST " +
    "FORECAST.LINEAR FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL " +
    "NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.INC PERMUTATIONA " +
    "QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SHEET SHEETS SINGLE SORT SORTBY STDEV.P STDEV.S " +
    "SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW " +
    "UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
/** These have one more word before them, as the same page says. */
const worksheetOnly = new Set(["FILTER", "SORT"]);

/** Texts of a formula stand between quotes; nothing in them is a function. */
const outsideTexts = (formula: string, change: (part: string) => string) =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (part) =>
    /^["']/.test(part) ? part : change(part),
  );

/** Names that a formula gives itself; the workbench does not write those in a file. */
export const namesItself = (formula: string): boolean => {
  let found = false;
  outsideTexts(formula, (part) => {
    found ||= /\b(LET|LAMBDA)\(/i.test(part);
    return part;
  });
  return found;
};

/**
 * A formula as a file has it. Excel writes a function of an add-in as `_xldudf_` with its name, every point an
 * underscore, as seen in files that it saved.
 *
 * @example
 * storedFormula("=KNAP.NPS.VERDELING(A1:A3)", "KNAP") // => "_xldudf_KNAP_NPS_VERDELING(A1:A3)"
 * storedFormula("=SUM(FILTER(A:A,B:B=\"XLOOKUP(\"),IFS(A1,2))", "KNAP") // => "SUM(_xlfn._xlws.FILTER(A:A,B:B=\"XLOOKUP(\"),_xlfn.IFS(A1,2))"
 */
export function storedFormula(formula: string, namespace: string): string {
  return outsideTexts(formula.replace(/^=/, ""), (part) =>
    part.replace(/(?<![\p{L}\p{N}_.])([A-Z][A-Z0-9.]*)\(/giu, (found, name: string) => {
      const upper = name.toUpperCase();
      if (upper.startsWith(`${namespace}.`)) return `_xldudf_${upper.replaceAll(".", "_")}(`;
      if (!newer.has(upper)) return found;
      return `_xlfn.${worksheetOnly.has(upper) ? "_xlws." : ""}${upper}(`;
    }),
  );
}

/**
 * A formula of a file as it is typed; `functions` has the names of the add-in, with their namespace.
 *
 * @example
 * typedFormula("_xldudf_KNAP_NPS_VERDELING(A1:A3)", ["KNAP.NPS.VERDELING"]) // => "=KNAP.NPS.VERDELING(A1:A3)"
 * typedFormula("_xlfn.LET(_xlpm.x,1,_xlpm.x+1)", []) // => "=LET(x,1,x+1)"
 */
export function typedFormula(stored: string, functions: readonly string[]): string {
  const named = new Map(functions.map((name) => [name.replaceAll(".", "_"), name]));
  const typed = outsideTexts(stored.replace(/^=/, ""), (part) =>
    part
      .replace(/_xldudf_(\w+)\(/gi, (found, name: string) => {
        const own = named.get(name.toUpperCase());
        return own === undefined ? found : `${own}(`;
      })
      .replace(/_xlfn\.(?:_xlws\.)?|_xlpm\./gi, ""),
  );
  return `=${typed}`;
}
