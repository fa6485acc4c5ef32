import { ErrorType, LexerTreeBuilder } from "@univerjs/engine-formula";
import { toEnglish } from "./dutch";
import { grammarFault } from "./grammar";
import { dutch, tokens, type Token } from "./tokens";

/** What is in the way of a character that fits no part of a formula. */
const wrongCharacters: Record<string, string> = {
  '"': "Er ontbreekt een aanhalingsteken achter een tekst.",
  "'": "Er ontbreekt een apostrof achter de naam van een blad.",
  "[": "Er ontbreekt een vierkant haakje.",
  "]": "Er staat een vierkant haakje te veel.",
  ".": "In een getal staat een komma voor de decimalen, zoals in 1,5.",
  ",": "Tussen twee argumenten staat een puntkomma, geen komma.",
};

/** An operator that needs something before it, which - and + do not. */
const between = /^(?:[*/^&=<>]|<=|>=|<>)$/;
const endsNothing = /^(?:<=|>=|<>|[-+*/^&=<>(;])$/;

/**
 * Why a formula, as a Dutch user types it, is none; null when Excel would take it. The engine itself takes formulas
 * that Excel refuses, such as =*3.
 *
 * @example
 * formulaFault("=SOM(1,5;A1)") // => null
 * formulaFault("=SOM(1;2") // => "Er ontbreekt een haakje sluiten."
 * formulaFault("=SOM(A1,5)") // => "Tussen twee argumenten staat een puntkomma, geen komma."
 */
export function formulaFault(formula: string): string | null {
  const parts = tokens(formula, dutch).filter(({ kind }) => kind !== "space");
  const wrong = parts.find(({ kind }) => kind === "unknown");
  if (wrong) return wrongCharacters[wrong.text] ?? `Het teken ${wrong.text} hoort niet in een formule.`;
  if (parts.some(isCommaBehindOperand)) return wrongCharacters[","];
  const count = (sign: string) => parts.filter(({ text }) => text === sign).length;
  if (count("(") > count(")")) return "Er ontbreekt een haakje sluiten.";
  if (count("(") < count(")")) return "Er ontbreekt een haakje openen.";
  if (count("{") !== count("}")) return "Er ontbreekt een accolade.";
  // The first sign is the = of the formula.
  const content = parts.slice(1);
  if (content.length === 0) return "Achter = staat geen formule.";
  const lonely = content.find(({ text }, at) => between.test(text) && endsNothing.test(parts[at].text));
  if (lonely) return `Er ontbreekt iets voor ${lonely.text}.`;
  const last = content[content.length - 1].text;
  if (endsNothing.test(last)) return `Er ontbreekt iets achter ${last}.`;
  const fault = grammarFault(formula, dutch);
  if (fault !== null) return fault;
  return isTaken(toEnglish(formula)) ? null : "De werkbank kan deze formule niet lezen; Excel misschien wel.";
}

/** `A1,5` reads as a cell with a number against it. */
function isCommaBehindOperand({ kind, text }: Token, at: number, parts: Token[]): boolean {
  const before = at === 0 ? undefined : parts[at - 1];
  return (
    kind === "number" &&
    text.startsWith(dutch.decimal) &&
    before !== undefined &&
    (["name", "number", "text", "brackets", "error"].includes(before.kind) || /^[)}%#]$/.test(before.text))
  );
}

/** Whether the engine can read it. Its lexer gives a tree, or the error that would be the formula's value. */
const isTaken = (formula: string): boolean =>
  !(Object.values(ErrorType) as unknown[]).includes(new LexerTreeBuilder().treeBuilder(formula));
