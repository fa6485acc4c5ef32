import type { SyntheticPanel } from "../synthetic-control/panel";
import { cellTable } from "./cell-table";
import { CellError } from "./cells";
import { donorNames, refuseTargetAmongDonors, withoutMissing } from "./panel-donors";
import { readPanel, type PanelRanges } from "./panel-reading";
import { countOfPreYears, lastYearArgument, yearsOfPanel } from "./panel-years";
import { choice } from "./read-cells";
import { namesAbove } from "./readings";

/** The arguments that all functions on a panel begin with. */
export const panelArguments = () => ({
  doel: cellTable({ accepts: "een getal: de uitkomst van het doelgebied in een jaar" }),
  donoren: cellTable({ accepts: "een getal: de uitkomst van een donor in een jaar" }),
  namen: cellTable({ accepts: "tekst", optional: true, holds: "names" }),
  jaren: cellTable({ accepts: "een jaartal", optional: true, holds: "years" }),
  laatste_voorjaar: lastYearArgument(),
});

/** What to do with a donor of which a value is missing. */
export const missingArgument = () => choice("fout", "weglaten");

export interface PanelArguments extends PanelRanges {
  ontbrekend: "fout" | "weglaten";
}

/** A panel, and what it is called in the cells it came from. */
export interface PanelInCells {
  /** In the order of the years; without years in that of the cells. */
  panel: SyntheticPanel;
  /** The name of each donor of the panel. */
  donors: string[];
  /** Every donor in the cells, and its number in the panel; null when it was left out. */
  given: { name: string; donor: number | null }[];
  /** The year of each period of the panel, or its number when there are no years. */
  periods: number[];
  /** The row of each period of the panel in the cells, so that a result can stand in their order. */
  rows: number[];
  /** What a reader must know of the data, in Dutch. */
  warnings: string[];
}

/**
 * Puts the ranges of a call together: which way they lie, whether labels agree, what is missing and where.
 *
 * @throws CellError `#VALUE!` with what was found, where, and what to do
 */
export function panelInCells(given: PanelArguments): PanelInCells {
  const reading = readPanel(given);
  const { target, donors, periods, count } = reading;
  const names = donorNames(given, reading);
  const years = yearsOfPanel(given, reading);

  const figures = (of: typeof donors, column: number) =>
    Array.from({ length: periods }, (_, t) => of.view.figure(of.top + t, of.left + column));
  const values = figures(target, 0);
  const series = Array.from({ length: count }, (_, donor) => figures(donors, donor));
  const prePeriods = countOfPreYears(years, given.laatste_voorjaar, reading);
  const rows = [...values.keys()].sort((a, b) => (years === null ? a - b : years[a] - years[b]));

  const hole = values.indexOf(null);
  if (hole !== -1) refuseMissing(target.view.where(target.top + hole, target.left));
  const name = target.top === 1 ? (namesAbove(target, 1)?.[0] ?? null) : null;
  refuseTargetAmongDonors({ name, values }, series, names);
  const where = (donor: number, period: number) =>
    donors.view.where(donors.top + period, donors.left + donor);
  const { kept, warnings } = withoutMissing(series, where, names, given.ontbrekend);
  const inPanel = new Map(kept.map((donor, index) => [donor, index]));
  const inOrder = (list: (number | null)[]) => rows.map((row) => Number(list[row]));
  return {
    panel: { treated: inOrder(values), donors: kept.map((donor) => inOrder(series[donor])), prePeriods },
    donors: kept.map((donor) => names[donor]),
    given: names.map((name, donor) => ({ name, donor: inPanel.get(donor) ?? null })),
    periods: rows.map((row) => years?.[row] ?? row + 1),
    rows,
    warnings,
  };
}

function refuseMissing(where: string): never {
  throw new CellError("#VALUE!", `In ${where} ontbreekt een waarde; vul haar aan, of laat het jaar weg.`);
}

/** The values of the last periods of a panel, or of all, in the order in which the cells have those periods. */
export function inOrderOfCells<T>({ rows }: Pick<PanelInCells, "rows">, values: readonly T[]): T[] {
  const rowOf = rows.slice(rows.length - values.length);
  return [...values.keys()].sort((a, b) => rowOf[a] - rowOf[b]).map((period) => values[period]);
}
