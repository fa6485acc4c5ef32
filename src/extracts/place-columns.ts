import { isMissingLabel } from "../dutch/markers";
import { plainText } from "../dutch/plain-text";
import type { TextOf } from "./derived-columns";
import type { Finding } from "./finding";
import { looksLikeCode, type Place, readPlace } from "./gebied";

/** A cell that names a place, with all that it can mean. */
interface Named {
  readonly column: string;
  readonly text: string;
  readonly places: readonly Place[];
}

/**
 * What is wrong with the places that a row names, when it has several columns for them: a buurt that is not the one of
 * the code, or a gebied in which it does not lie. A name that KNAP does not know contradicts nothing, since CBS adds
 * buurten between editions.
 *
 * @param columns the columns with places, the surest first
 * @param itself those of them that name the place itself; the others name one in which it lies
 */
export function findContradiction(
  line: number,
  text: TextOf,
  columns: readonly string[],
  itself: readonly string[],
): Finding | null {
  const named: Named[] = [];
  for (const column of columns) {
    const cell = plainText(text(column));
    if (isMissingLabel(cell)) continue;
    const reading = readPlace(cell);
    if (reading.ok) named.push({ column, text: cell, places: reading.places });
    else if (reading.reason !== "unknown" || looksLikeCode(cell))
      return { line, column, value: text(column), ...noPlace[reading.reason] };
  }
  for (const [index, one] of named.entries())
    for (const other of named.slice(index + 1)) {
      const bothItself = itself.includes(one.column) && itself.includes(other.column);
      if (!(bothItself ? areTheSame(one, other) : areTogether(one.places, other.places)))
        return contradiction(line, text, one, other);
    }
  return null;
}

const noPlace = {
  total: {
    expected: "een buurt of wijk, niet de hele stad",
    advice: "KNAP telt Zuid en Overig zelf op. Laat de totaalregel weg.",
  },
  elsewhere: {
    expected: "een buurt of wijk van Rotterdam",
    advice: "Deze code hoort bij een andere gemeente.",
  },
  unknown: {
    expected: "een bestaande CBS-code van een buurt of wijk van Rotterdam",
    advice: "Verbeter de code in het bestand.",
  },
};

/** Whether two columns can name one and the same place; of a wijk and a buurt the buurt must lie in the wijk. */
function areTheSame(one: Named, other: Named): boolean {
  if (one.places.some((a) => other.places.some((b) => a.id === b.id))) return true;
  const isBuurt = ({ places }: Named) => places.some(({ level }) => level === "buurt");
  return !(isBuurt(one) && isBuurt(other)) && areTogether(one.places, other.places);
}

/** Whether one of two places lies in the other, in any meaning of their names. */
function areTogether(some: readonly Place[], others: readonly Place[]): boolean {
  return some.some((a) => others.some((b) => liesIn(a, b) || liesIn(b, a)));
}

function liesIn(place: Place, whole: Place): boolean {
  if (whole.level === "deel") return place.gebiedsdeel === whole.gebiedsdeel;
  return place.id === whole.id || (whole.level === "wijk" && place.wijk === whole.id);
}

function contradiction(line: number, text: TextOf, one: Named, other: Named): Finding {
  const whatOneIs = one.places.map(inWords).join(" of ");
  return {
    line,
    column: other.column,
    value: text(other.column),
    found: `"${other.text}" (${other.places.map(inWords).join(" of ")})`,
    expected: `een plaats die past bij ${one.column} "${one.text}" (${whatOneIs})`,
    advice: `Verbeter ${one.column} of ${other.column} in het bestand.`,
  };
}

/** "de buurt Cool in wijk Rotterdam Centrum" */
function inWords({ name, level, wijkName, gebiedsdeel }: Place): string {
  if (level === "deel") return `het gebiedsdeel ${name}`;
  const where = level === "buurt" && wijkName !== undefined ? `wijk ${wijkName}` : gebiedsdeel;
  return `de ${level} ${name} in ${where}`;
}
