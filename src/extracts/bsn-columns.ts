import { binomialTail } from "../statistics/binomial-tail";
import { isBsn, numbersIn } from "./bsn";
import { excerpt, lineList } from "./excerpt";
import type { Remark } from "./extract";
import type { Form } from "./number-forms";
import { readableDigits } from "./plain-digits";
import type { RawRow, RawTable } from "./raw-table";

/** What happens by chance less often than once in a thousand columns is taken for no chance. */
const smallestChance = 1 / 1000;
/** Of numbers without meaning one in eleven passes the eleven-test. */
const chanceToPass = 1 / 11;

/** Numbers that stand within words or beside points are told when so many pass less often than this. */
const chanceToTell = 1 / 10;

/** What the cells of a column say about burgerservicenummers. */
interface Evidence {
  readonly byForm: Map<Form, FormEvidence>;
  hasText: boolean;
}

/** Numbers in one form are evidence apart: those in another, such as telephone numbers, would hide what they tell. */
interface FormEvidence {
  /** The different numbers of 8 or 9 digits, each with whether it passes the eleven-test. */
  readonly numbers: Map<string, boolean>;
  passing: number;
  /** The lines with one that passes. */
  readonly lines: number[];
}

/**
 * Looks for burgerservicenummers everywhere in a table: in every column, whether it is read or not, and in what stands
 * above, in and below it. `problem` says why the file is refused, or is null; a number that passes the test and may do
 * so by chance is told with its line. No sentence repeats a number.
 */
export function findBsns(table: RawTable): { readonly problem: string | null; readonly remarks: Remark[] } {
  const remarks: Remark[] = [];
  for (const { name, evidence, isNamedSo } of gather(table)) {
    if (isNamedSo && evidence.hasText)
      return {
        problem: explain(`de naam van ${name} zegt dat er burgerservicenummers in staan`),
        remarks: [],
      };
    const found = [...evidence.byForm].filter(([, { passing }]) => passing > 0);
    if (found.some(([, one]) => isProof(one)) || (found.length > 1 && isProof(together(evidence))))
      return { problem: explain(`${name} bevat burgerservicenummers`), remarks: [] };
    for (const [form, one] of found)
      if (form === "alone" || isStriking(one)) remarks.push(mention(name, one));
  }
  return { problem: null, remarks };
}

/**
 * Whether so many different numbers of a column pass the eleven-test that they must be burgerservicenummers: all of
 * two or more, or more than numbers without meaning do once in a thousand columns.
 *
 * @example
 * proves(4, 5) // => true
 * proves(3, 4) // => false
 */
export function proves(passing: number, numbers: number): boolean {
  if (numbers < 2 || passing <= numbers * chanceToPass) return false;
  return passing === numbers || binomialTail(passing, numbers, chanceToPass) < smallestChance;
}

const isProof = ({ passing, numbers }: FormEvidence) => proves(passing, numbers.size);

/** The numbers of all forms, each once. */
function together({ byForm }: Evidence): FormEvidence {
  const numbers = new Map([...byForm.values()].flatMap((one) => [...one.numbers]));
  return { numbers, passing: [...numbers.values()].filter(Boolean).length, lines: [] };
}

/** Telephone numbers, fractions and pseudonyms pass once in eleven times: a remark on each would say nothing. */
function isStriking({ passing, numbers }: FormEvidence): boolean {
  return binomialTail(passing, numbers.size, chanceToPass) < chanceToTell;
}

/**
 * Whether the name of a column says that burgerservicenummers are in it.
 *
 * @example
 * namesBsn("BSN klant") // => true
 * namesBsn("websnelheid") // => false
 */
export function namesBsn(header: string): boolean {
  const words = readableDigits(header)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const joined = words.join("");
  return (
    words.some((word) => /^(?:bsn|sofi)|bsn(?:s|r|nr|nummers?)?$/.test(word)) ||
    // B.S.N. has its letters apart, in a word of each.
    / b s n /.test(` ${words.join(" ")} `) ||
    /burge?r?serv|sofin|soc(?:iaal)?fisc|fiscaaln|citizenservice/.test(joined)
  );
}

interface Place {
  readonly name: string;
  readonly evidence: Evidence;
  readonly isNamedSo: boolean;
}

function gather({ headers, headerLine, rows, outside }: RawTable): Place[] {
  const columns: Evidence[] = [];
  const holdsCbsCodes = headers.map((header) => cbsName.test(header.trim()));
  for (const { line, cells } of rows)
    for (let position = 0; position < cells.length; position += 1)
      add((columns[position] ??= nothing()), cells[position], line, holdsCbsCodes[position]);
  const around = nothing();
  for (const row of [...outside, { line: headerLine, cells: headers }])
    for (const cell of row.cells) add(around, cell, row.line, false);
  return [
    ...columns.map((evidence, position) => {
      const header = headers[position] ?? "";
      const name = `de kolom ${header === "" ? position + 1 : excerpt(header)}`;
      return { name, evidence, isNamedSo: namesBsn(header) };
    }),
    { name: "de tekst in de kop of boven of onder de tabel", evidence: around, isNamedSo: false },
  ];
}

const nothing = (): Evidence => ({ byForm: new Map(), hasText: false });

function add(evidence: Evidence, cell: string, line: RawRow["line"], isCbsColumn: boolean): void {
  evidence.hasText ||= cell !== "" && cell.trim() !== "";
  for (const { digits, form } of numbersIn(cell)) {
    if (isCbsColumn && isCbsCode(digits)) continue;
    let found = evidence.byForm.get(form);
    if (found === undefined) {
      found = { numbers: new Map(), passing: 0, lines: [] };
      evidence.byForm.set(form, found);
    }
    let passes = found.numbers.get(digits);
    if (passes === undefined) {
      passes = isBsn(digits);
      found.numbers.set(digits, passes);
      if (passes) found.passing += 1;
    }
    if (passes && found.lines[found.lines.length - 1] !== line) found.lines.push(line);
  }
}

/** A column of places by its whole name: wijkteam_nr and cbs_klant are about persons. */
const cbsName =
  /^(?:cbs[ _-]?)?(?:(?:buurt|wijk|gebieds?|gemeente|regio)(?:en|s)?(?:[ _-]?en[ _-]?buurten)?|gwb)(?:[ _-]?(?:code|codes|nr|nummer|id))?(?:[ _-]?(?:cbs|\d{2,4}))?$/i;

/** A buurt without its letters: four digits of the gemeente (below 2000), two of the wijk, two of the buurt. */
function isCbsCode(digits: string): boolean {
  return digits.length === 8 && digits < "2";
}

function explain(found: string): string {
  return (
    `${found}. KNAP leest die niet, in geen enkele kolom. Vervang ze in de export door een pseudoniem (voor elke ` +
    `persoon een ander, in alle bestanden hetzelfde) onder een andere naam, of laat de kolom weg.`
  );
}

function mention(name: string, { numbers, passing, lines }: FormEvidence): Remark {
  const them =
    passing === 1
      ? "staat een nummer dat een burgerservicenummer kan zijn"
      : `staan ${passing} nummers die burgerservicenummers kunnen zijn`;
  const chance =
    numbers.size > passing ? ` (van de ${numbers.size} nummers voldoet bij toeval 1 op de 11)` : "";
  return {
    line: lines[0],
    text: "",
    message: `In ${name} ${them}: ${lineList(lines)}${chance}. Controleer dat, en laat ze weg als het zo is.`,
  };
}
