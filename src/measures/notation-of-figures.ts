import { isMissingFigure } from "../dutch/markers";
import { notationOf, type Notation } from "../dutch/numbers";
import { CellError } from "./cells";

/** A text in a cell that is known to hold a figure, and where it stands. */
export interface FigureText {
  text: string;
  where: () => string;
  /** A whole number, in which a sign before three digits can only be that of thousands. */
  whole?: boolean;
}

/**
 * How the texts among figures write their numbers. Names and years are none of the figures, and say nothing of them.
 *
 * @throws CellError when cells contradict each other: then nobody can tell what 1.234 is
 */
export function notationOfFigures(figures: readonly FigureText[]): Notation {
  const [whole, others] = [true, false].map((isWhole) =>
    notationOf(
      figures.flatMap((figure) => ((figure.whole ?? false) === isWhole ? figure.text : [])),
      isWhole,
    ),
  );
  const signs = [whole, others].map(({ decimal }) => decimal).filter((decimal) => decimal !== "unknown");
  const [decimal = "unknown", second = decimal] = signs;
  if (decimal === second && decimal !== "both") return { decimal, decimals: others.decimals };
  const [comma, point] = (["comma", "point"] as const).map((decimal) => firstWritten(figures, decimal));
  throw new CellError(
    "#VALUE!",
    `In ${comma} staat het decimaalteken als komma en in ${point} als punt. Schrijf de getallen op één manier; dan is zeker wat een getal als 1.234 is.`,
  );
}

function firstWritten(figures: readonly FigureText[], decimal: string): string {
  const found = figures.find(
    ({ text, whole }) => !isMissingFigure(text) && notationOf([text], whole).decimal === decimal,
  );
  return found === undefined ? "" : `${found.where()} ("${found.text}")`;
}
