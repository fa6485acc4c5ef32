import { isMissingFigure } from "../dutch/markers";
import { notationOf, type Notation } from "../dutch/numbers";
import { CellError } from "./cells";

/** A text in a cell that is known to hold a figure, and where it stands. */
export interface FigureText {
  text: string;
  where: () => string;
}

/**
 * How the texts among figures write their numbers. Names and years are none of the figures, and say nothing of them.
 *
 * @throws CellError when cells contradict each other: then nobody can tell what 1.234 is
 */
export function notationOfFigures(figures: readonly FigureText[]): Notation {
  const notation = notationOf(figures.map(({ text }) => text));
  if (notation.decimal !== "both") return notation;
  const [comma, point] = (["comma", "point"] as const).map((decimal) => firstWritten(figures, decimal));
  throw new CellError(
    "#VALUE!",
    `In ${comma} staat het decimaalteken als komma en in ${point} als punt. Schrijf de getallen op één manier; dan is zeker wat een getal als 1.234 is.`,
  );
}

function firstWritten(figures: readonly FigureText[], decimal: string): string {
  const found = figures.find(({ text }) => !isMissingFigure(text) && notationOf([text]).decimal === decimal);
  return found === undefined ? "" : `${found.where()} ("${found.text}")`;
}
