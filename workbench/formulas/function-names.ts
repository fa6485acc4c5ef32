import nlNL from "hyperformula/i18n/languages/nlNL";

/**
 * What Dutch Excel calls these functions where the list of HyperFormula has another name, or none:
 * https://support.microsoft.com/nl-nl/office/excel-functies-alfabetisch-b3944572-255d-4efb-bb96-c6d90033e188
 */
const asInExcel: Record<string, string> = {
  AGGREGATE: "AGGREGAAT",
  AREAS: "BEREIKEN",
  AVERAGEIFS: "GEMIDDELDEN.ALS",
  "BINOM.DIST.RANGE": "BINOM.VERD.BEREIK",
  CELL: "CEL",
  CHOOSECOLS: "KIES.KOLOMMEN",
  CHOOSEROWS: "KIES.RIJEN",
  CONCAT: "TEKST.SAMENV",
  CONVERT: "CONVERTEREN",
  DATEDIF: "DATUMVERSCHIL",
  DOLLAR: "EURO",
  DPRODUCT: "DBPRODUCT",
  DROP: "WEGLATEN",
  DSTDEV: "DBSTDEV",
  DSTDEVP: "DBSTDEVP",
  DURATION: "DUUR",
  "ERROR.TYPE": "TYPE.FOUT",
  EXPAND: "UITBREIDEN",
  FIXED: "VAST",
  FORECAST: "VOORSPELLEN",
  "FORECAST.LINEAR": "VOORSPELLEN.LINEAR",
  FREQUENCY: "INTERVAL",
  GESTEP: "GROTER.DAN",
  GETPIVOTDATA: "DRAAITABEL.OPHALEN",
  GROWTH: "GROEI",
  INTERCEPT: "SNIJPUNT",
  KURT: "KURTOSIS",
  LEN: "LENGTE",
  LINEST: "LIJNSCH",
  LOGEST: "LOGSCH",
  LOOKUP: "ZOEKEN",
  MDETERM: "DETERMINANTMAT",
  MINVERSE: "INVERSEMAT",
  MODE: "MODUS",
  "MODE.MULT": "MODUS.MEERV",
  "MODE.SNGL": "MODUS.ENKELV",
  MUNIT: "EENHEIDMAT",
  NUMBERVALUE: "NUMERIEKE.WAARDE",
  PERCENTRANK: "PERCENT.RANG",
  "PERCENTRANK.EXC": "PROCENTRANG.EXC",
  "PERCENTRANK.INC": "PROCENTRANG.INC",
  PERMUT: "PERMUTATIES",
  PERMUTATIONA: "PERMUTATIE.A",
  PROB: "KANS",
  RANDARRAY: "ASELECT.MATRIX",
  RANK: "RANG",
  "RANK.AVG": "RANG.GEMIDDELDE",
  "RANK.EQ": "RANG.GELIJK",
  SORTBY: "SORTEREN.OP",
  SWITCH: "SCHAKELEN",
  TAKE: "NEMEN",
  TEXTAFTER: "TEKST.NA",
  TEXTBEFORE: "TEKST.VOOR",
  TEXTJOIN: "TEKST.COMBINEREN",
  TEXTSPLIT: "TEKST.SPLITSEN",
  TOCOL: "NAAR.KOLOM",
  TOROW: "NAAR.RIJ",
  TRIMMEAN: "GETRIMD.GEM",
  WRAPCOLS: "OMLOOP.KOLOMMEN",
  WRAPROWS: "OMLOOP.RIJEN",
  XMATCH: "X.VERGELIJKEN",
};

/** A function of HyperFormula itself, whose name is that of FREQUENCY in Dutch Excel. */
const ofItself = "INTERVAL";

const dutchOf = new Map(
  Object.entries({ ...nlNL.functions, ...asInExcel }).filter(
    ([english, dutch]) => english !== ofItself && dutch !== "",
  ),
);
const englishOf = new Map([...dutchOf].map(([english, dutch]) => [dutch, english]));

/**
 * The name of a function in English Excel. Names that are not Dutch, such as those of KNAP, stay as they are; so an
 * English name is taken too, unless it is the Dutch name of another function.
 *
 * @example
 * englishFunction("aantal.als") // => "COUNTIF"
 * englishFunction("INTERVAL") // => "FREQUENCY"
 * englishFunction("KNAP.NPS") // => "KNAP.NPS"
 * englishFunction("sum") // => "SUM"
 */
export const englishFunction = (name: string): string => {
  const upper = name.toUpperCase();
  return englishOf.get(upper) ?? upper;
};

/**
 * The name of a function in Dutch Excel; a name without a translation stays as it is.
 *
 * @example
 * dutchFunction("VLOOKUP") // => "VERT.ZOEKEN"
 * dutchFunction("LET") // => "LET"
 */
export const dutchFunction = (name: string): string => {
  const upper = name.toUpperCase();
  return dutchOf.get(upper) ?? upper;
};

/**
 * Every function with a Dutch name: its English name and its Dutch one.
 *
 * @example
 * dutchFunctions().find(([english]) => english === "LEN") // => ["LEN", "LENGTE"]
 */
export const dutchFunctions = (): [english: string, dutch: string][] => [...dutchOf];
