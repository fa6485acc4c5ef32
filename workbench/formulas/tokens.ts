/** How a formula is written down: in English Excel, or as a Dutch user types it. */
export interface Notation {
  decimal: string;
  /** Between arguments, between the parts of a reference to a table, and in a union of ranges. */
  list: string;
  /** Between the columns of an array constant such as {1,2;3,4}. */
  column: string;
}

export const english: Notation = { decimal: ".", list: ",", column: "," };

/**
 * As with the regional settings of the Netherlands:
 * https://learn.microsoft.com/office/vba/api/excel.xlapplicationinternational (xlDecimalSeparator, xlListSeparator,
 * xlColumnSeparator). Between the rows of an array both have a semicolon.
 */
export const dutch: Notation = { decimal: ",", list: ";", column: "\\" };

export type TokenKind =
  | "text"
  | "sheet"
  | "brackets"
  | "error"
  | "number"
  | "name"
  | "function"
  | "space"
  | "list"
  | "column"
  | "row"
  | "sign"
  | "unknown";

export interface Token {
  kind: TokenKind;
  text: string;
}

type Rule = [kind: TokenKind, pattern: string];

/** The same in every notation. In a reference to a table an apostrophe makes the character behind it plain. */
const constant: Rule[] = [
  ["space", String.raw`\s+`],
  ["text", `"(?:[^"]|"")*"`],
  ["sheet", `'(?:[^']|'')*'`],
  ["brackets", String.raw`\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]`],
  ["error", String.raw`#[\p{L}_]+(?:\/[\p{L}\d]+)?[!?]?`],
];

const escaped = (character: string) => character.replace(/[.\\]/, "\\$&");

function rulesOf({ decimal, list, column }: Notation, isInArray: boolean): RegExp {
  const dot = escaped(decimal);
  const rules: Rule[] = [
    ...constant,
    ["number", String.raw`(?:\d+(?:${dot}\d*)?|${dot}\d+)(?:[eE][+-]?\d+)?`],
    // A backslash is a letter of a name, except in an array, which has no names.
    ...(isInArray
      ? ([
          ["name", String.raw`\p{L}+`],
          ["column", escaped(column)],
          ["row", ";"],
        ] as Rule[])
      : ([
          ["function", String.raw`[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\()`],
          ["name", String.raw`[\p{L}_$\\][\p{L}\p{N}_.$?\\]*`],
          ["list", escaped(list)],
        ] as Rule[])),
    ["sign", String.raw`<=|>=|<>|[-+*/^&=<>%:!@#(){}]`],
    ["unknown", "."],
  ];
  return new RegExp(rules.map(([kind, pattern]) => `(?<${kind}>${pattern})`).join("|"), "suy");
}

/**
 * Cuts a formula into its parts; put together they are the formula again. The lexers of Univer and of the libraries for
 * formulas know the English notation only: to them `1,5` is two numbers, `;` is between rows and #N/B is no error.
 *
 * @example
 * tokens("=SOM(1,5;A1)", dutch).map(({ text }) => text) // => ["=", "SOM", "(", "1,5", ";", "A1", ")"]
 */
export function tokens(formula: string, notation: Notation): Token[] {
  const outside = rulesOf(notation, false);
  const inside = rulesOf(notation, true);
  const found: Token[] = [];
  let isInArray = false;
  let at = 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at, isInArray ? inside : outside);
    if (token.text === "{" || token.text === "}") isInArray = token.text === "{";
    found.push(token);
    at += token.text.length;
  }
  return found;
}

function tokenAt(formula: string, at: number, rules: RegExp): Token {
  rules.lastIndex = at;
  const groups = Object.entries<string | undefined>(rules.exec(formula)?.groups ?? {});
  const [kind, text] = groups.find(([, part]) => part !== undefined) ?? ["unknown", formula[at]];
  return { kind: kind as TokenKind, text: text as string };
}
