import { tokens, type Notation, type Token } from "./tokens";

/** Thrown inside this file only: why the parts are no formula. */
class Fault extends Error {}

const unclear = "Deze formule klopt niet. Kijk de haakjes en de tekens na.";
const nothingBetween = "Tussen twee delen van de formule ontbreekt een teken, zoals + of ;.";
const arrayOfConstants =
  "Tussen accolades staan alleen getallen, teksten, WAAR, ONWAAR en fouten, in rijen die even lang zijn.";
const sheetWithSpace =
  "Voor een uitroepteken staat de naam van een blad. Met een spatie of een leesteken erin staat hij tussen apostroffen: 'Blad 1'!A1.";
const noSuchSheet = "Tussen de apostroffen staat geen naam van een blad.";

/** The largest number that Excel takes: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const largest = 9.99999999999999e307;

const signs = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>", ":"]);
const booleans = /^(?:WAAR|ONWAAR|TRUE|FALSE)$/i;
/** https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9; before it may stand a workbook. */
const isSheet = (quoted: string) =>
  quoted
    .slice(1, -1)
    .replace(/^.*\[[^\]]*\]/, "")
    .replaceAll("''", "'")
    .split(":")
    .every((name) => name !== "" && !/[[\]*?/\\]|^'|'$/.test(name));

/**
 * Why the parts of a formula do not stand in an order that Excel takes; null when they do. The grammar is that of
 * ECMA-376, part 1, 18.17.2.
 *
 * @example
 * grammarFault("=A1+5", { decimal: ",", list: ";", column: "\\" }) // => null
 * grammarFault("=A1 5", { decimal: ",", list: ";", column: "\\" }) // => "Tussen twee delen van de formule ontbreekt een teken, zoals + of ;."
 */
export function grammarFault(formula: string, notation: Notation): string | null {
  const reader = new Reader(tokens(formula, notation).slice(1), notation.decimal);
  try {
    reader.expression();
    reader.end();
    return null;
  } catch (fault) {
    if (fault instanceof Fault) return fault.message;
    throw fault;
  }
}

class Reader {
  private at = 0;

  constructor(
    private readonly parts: Token[],
    private readonly decimal: string,
  ) {}

  /** The next part that is no space; an empty one at the end. */
  private next(): Token {
    return this.parts.slice(this.at).find(({ kind }) => kind !== "space") ?? { kind: "unknown", text: "" };
  }

  private take(): Token {
    const token = this.next();
    const found = this.parts.indexOf(token, this.at);
    this.at = found < 0 ? this.parts.length : found + 1;
    return token;
  }

  private takes(text: string): boolean {
    if (this.next().text !== text) return false;
    this.take();
    return true;
  }

  end(): void {
    const { kind, text } = this.next();
    if (kind === "list" || /^[)}]$/.test(text)) throw new Fault(unclear);
    if (text !== "") this.missing();
  }

  expression(): void {
    for (;;) {
      while (["+", "-", "@"].includes(this.next().text)) this.take();
      const isReference = this.operand();
      if (signs.has(this.next().text)) this.take();
      // A space between two references stands for the cells that they share.
      else if (!(isReference && this.beginsReferenceAfterSpace())) return;
    }
  }

  private beginsReferenceAfterSpace(): boolean {
    const { kind, text } = this.next();
    return (
      this.parts[this.at]?.kind === "space" &&
      (["name", "sheet", "function", "brackets"].includes(kind) || text === "(")
    );
  }

  /** Gives whether it may be a reference to cells. */
  private operand(): boolean {
    const isReference = this.operandWithoutSigns();
    while (this.next().text === "%" || this.next().text === "#") this.take();
    return isReference;
  }

  private operandWithoutSigns(): boolean {
    const { kind, text } = this.take();
    switch (kind) {
      case "number":
        if (Number(text.replace(this.decimal, ".")) > largest)
          throw new Fault(`Het getal ${text} is te groot.`);
        return false;
      case "text":
        return false;
      case "error":
        return true;
      case "brackets":
        // A column of the table that the cell is in, or a sheet of another workbook.
        if (this.next().kind === "name" && this.parts[this.at]?.kind === "name")
          return this.operandWithoutSigns();
        return true;
      case "name":
        return this.behindName();
      case "sheet":
        if (!isSheet(text) || !this.takes("!")) throw new Fault(noSuchSheet);
        return this.behindSheet();
      case "function":
        this.take();
        this.arguments();
        return this.calls();
      default:
        return this.behindSign(text);
    }
  }

  private behindSign(text: string): boolean {
    if (text === "{") {
      this.array();
      return false;
    }
    if (text !== "(") throw new Fault(text === "!" ? sheetWithSpace : unclear);
    do this.expression();
    while (this.next().kind === "list" && this.take());
    if (!this.takes(")")) this.missing();
    return this.calls();
  }

  /** What a LAMBDA gives may be called at once. */
  private calls(): boolean {
    while (this.parts[this.at]?.text === "(") {
      this.take();
      this.arguments();
    }
    return true;
  }

  private missing(): never {
    const rest = this.parts.slice(this.at).filter(({ kind }) => kind !== "space");
    if (rest.length === 0) throw new Fault(unclear);
    throw new Fault(rest.slice(0, 2).some(({ text }) => text === "!") ? sheetWithSpace : nothingBetween);
  }

  private behindName(): boolean {
    if (this.takes("!")) return this.behindSheet();
    if (this.parts[this.at]?.kind === "brackets") this.take();
    return true;
  }

  private behindSheet(): boolean {
    const { kind } = this.next();
    if (!["name", "number", "error", "function"].includes(kind)) throw new Fault(unclear);
    return this.operandWithoutSigns() || kind === "number";
  }

  /** Up to and with the bracket behind them; each may be left out. */
  private arguments(): void {
    for (;;) {
      if (this.next().kind !== "list" && this.next().text !== ")") this.expression();
      if (this.takes(")")) return;
      if (this.next().kind !== "list") this.missing();
      this.take();
    }
  }

  private array(): void {
    const lengths = [0];
    for (;;) {
      this.constant();
      lengths[lengths.length - 1] += 1;
      const { kind, text } = this.take();
      if (text === "}") break;
      if (kind === "row") lengths.push(0);
      else if (kind !== "column") throw new Fault(arrayOfConstants);
    }
    if (lengths.some((length) => length !== lengths[0])) throw new Fault(arrayOfConstants);
  }

  private constant(): void {
    const { kind, text } = this.take();
    const isNumber = kind === "number";
    if (isNumber || kind === "text" || kind === "error" || (kind === "name" && booleans.test(text))) return;
    if ((text === "-" || text === "+") && this.take().kind === "number") return;
    throw new Fault(arrayOfConstants);
  }
}
