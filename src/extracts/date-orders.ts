import type { Extract } from "./extract";
import { kinds } from "./kinds";
import type { RawTable } from "./raw-table";
import type { ColumnMatch } from "./recognise";
import { notationsOf } from "./table-notations";

/** What a column shows of the order in which it writes day and month, by a date of each sort; see `DateNotation`. */
export interface DateOrder {
  /** Its name in the file. */
  readonly header: string;
  readonly dayFirst: string | null;
  readonly monthFirst: string | null;
  /** A date that can have either first; where nothing tells, the day was taken to be first. */
  readonly eitherFirst: string | null;
}

/** The order in the columns of dates of a table that have dates with their year last. */
export function dateOrdersOf(table: RawTable, match: ColumnMatch): DateOrder[] {
  const notations = notationsOf(table, match);
  return kinds[match.kind].columns.flatMap(({ name, type }): DateOrder[] => {
    const [dates, position] = [notations.get(name)?.dates, match.positions.get(name)];
    if ((type !== "datum" && type !== "maand") || !dates || position === undefined) return [];
    const { dayFirst, monthFirst, eitherFirst } = dates;
    return (dayFirst ?? monthFirst ?? eitherFirst)
      ? [{ header: table.headers[position], dayFirst, monthFirst, eitherFirst }]
      : [];
  });
}

/**
 * Files of one kind of which one shows nothing of its order while another shows that it writes the month first: parts
 * of one export can be so, and then the first would be read with day and month changed places.
 *
 * @returns Dutch sentences that name both files
 */
export function dateOrderConflicts(files: readonly Extract[]): string[] {
  const shown = findOrder(files, isMonthFirst);
  if (shown === null) return [];
  return files.flatMap((file) =>
    ordersOf(file)
      .filter(isUndecided)
      .map(
        ({ header, eitherFirst }) =>
          `${file.fileName}: in de datums van de kolom ${header} (zoals ${eitherFirst}) kan de dag of de maand vooraan ` +
          `staan, en ${shown.file.fileName} schrijft de maand vooraan (zoals ${shown.order.monthFirst}). KNAP raadt niet ` +
          `hoe het hier is. Schrijf deze datums zoals 2021-12-31. Staat ook hier de maand vooraan, dan kunt u ook de ` +
          `regels van beide bestanden in één bestand zetten.`,
      ),
  );
}

/** Files of one kind that show that they write their dates in another order than each other, in a Dutch sentence. */
export function unlikeDateOrders(files: readonly Extract[]): string[] {
  const [month, day] = [findOrder(files, isMonthFirst), findOrder(files, isDayFirst)];
  if (month === null || day === null) return [];
  // Without the dates, which may be of persons: remarks stand in the workbook.
  return [
    `${month.file.fileName} schrijft in datums de maand vooraan en ${day.file.fileName} de dag; elk is gelezen zoals het ` +
      `zelf laat zien. Controleer of dat klopt.`,
  ];
}

const isMonthFirst = ({ dayFirst, monthFirst }: DateOrder) => monthFirst !== null && dayFirst === null;
const isDayFirst = ({ dayFirst, monthFirst }: DateOrder) => dayFirst !== null && monthFirst === null;
const isUndecided = ({ dayFirst, monthFirst, eitherFirst }: DateOrder) =>
  eitherFirst !== null && dayFirst === null && monthFirst === null;

const ordersOf = ({ dateOrders = [] }: Extract) => dateOrders;

function findOrder(
  files: readonly Extract[],
  isWanted: (order: DateOrder) => boolean,
): { file: Extract; order: DateOrder } | null {
  for (const file of files) {
    const order = ordersOf(file).find(isWanted);
    if (order !== undefined) return { file, order };
  }
  return null;
}
