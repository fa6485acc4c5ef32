import type { CellValue, Extract } from "../extracts/extract";
import { readPlace } from "../extracts/gebied";
import { parts, type Coverage } from "./coverage";
import { columnValues, type DataTable } from "./data-table";
import { notInWorkbook, shareInWords } from "./small-counts";

/**
 * A figure this many times its neighbour in time is asked about: a digit too many or too few makes ten times, and
 * the years themselves may differ by a third.
 */
const JUMP = 7;
/** The larger of two figures is at least this: below it a jump is chance. */
const LEAST_OF_JUMP = 40;
/** And at least this where the smaller is 0, which is often a beginning. */
const LEAST_AFTER_NONE = 100;
/** Of each table and each check. */
const MOST_SHOWN = 10;

/** A table of figures by period: whose they are, when, and which. */
interface Series {
  table: string;
  period: "jaar" | "maand";
  of: string[];
  figures: string[];
  /** The larger figure at least, where chance plays no part. */
  least?: number;
  /** Of a table with totals among its rows: these alone. */
  totals?: true;
}

const series: Series[] = [
  {
    table: "arbeidsmarkt",
    period: "jaar",
    of: ["gebied"],
    figures: [
      ...["bevolking_15_75", "werkenden", "bijstand", "ww"],
      ...["overige_uitkeringen", "uitstroom_naar_werk", "instroom"],
    ],
  },
  { table: "buurtpanel", period: "jaar", of: ["buurt"], figures: ["bijstand", "bevolking_15_75"] },
  { table: "maandvolume", period: "maand", of: ["gebied"], figures: ["bijstandsvolume"] },
  {
    table: "capaciteit",
    period: "jaar",
    of: ["gebied"],
    figures: ["werkzoekenden", "fte", "extra_fte"],
    least: 10,
  },
  {
    table: "gepubliceerd",
    period: "jaar",
    of: ["tabel", "gebied", "groep", "indicator"],
    figures: ["waarde"],
  },
  {
    table: "handhaving",
    period: "jaar",
    of: ["gebied"],
    figures: [
      ...["maatregeloverwegingen", "maatregelen"],
      ...["heronderzoeken_voorgenomen", "heronderzoeken_uitgevoerd"],
    ],
  },
  { table: "overdrachten", period: "jaar", of: ["van", "naar"], figures: ["aantal"] },
  {
    table: "bijstand",
    period: "jaar",
    of: ["gebiedsdeel"],
    figures: ["personen_in_bijstand", "december"],
  },
  {
    table: "diensten",
    period: "jaar",
    of: ["soort", "gebiedsdeel"],
    figures: ["aantal", "personen"],
    totals: true,
  },
];

/** Figures of one row of which the first can never be more than the second. */
const neverMore: { table: string; of: string; part: string[]; whole: string }[] = [
  { table: "arbeidsmarkt", of: "gebied", part: ["werkenden"], whole: "bevolking_15_75" },
  { table: "arbeidsmarkt", of: "gebied", part: ["bijstand"], whole: "bevolking_15_75" },
  {
    table: "arbeidsmarkt",
    of: "gebied",
    part: ["bijstand", "ww", "overige_uitkeringen"],
    whole: "bevolking_15_75",
  },
  { table: "arbeidsmarkt", of: "gebied", part: ["instroom"], whole: "bijstand" },
  { table: "buurtpanel", of: "buurt", part: ["bijstand"], whole: "bevolking_15_75" },
  { table: "bijstand", of: "gebiedsdeel", part: ["december"], whole: "personen_in_bijstand" },
];

/**
 * Figures that can be read but hardly be true, as Dutch questions. None of them is left out or mended: that is for
 * who knows the data. Of persons only the counts that the workbook shows are looked at.
 */
export function plausibilityRemarks(tables: ReadonlyMap<string, DataTable>, coverage: Coverage): string[] {
  return [
    ...yearGaps(coverage),
    ...yearsWithoutServices(coverage),
    ...periodGaps(tables),
    ...series.flatMap((one) => bounded(one.table, jumps(tables.get(one.table), one))),
    ...neverMore.flatMap((one) => bounded(one.table, tooMany(tables.get(one.table), one))),
    ...outflow(tables.get("arbeidsmarkt")),
    ...moreThanLive(tables.get("maandvolume"), tables.get("arbeidsmarkt")),
  ];
}

function bounded(table: string, lines: string[]): string[] {
  const more = lines.length - MOST_SHOWN;
  return more > 0 ? [...lines.slice(0, MOST_SHOWN), `${table}: en nog ${more} van zulke cijfers`] : lines;
}

const dutch = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 2 });

/** The numbers between the first and the last that are not there. */
function absentBetween(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).filter(
    (number) => !numbers.includes(number),
  );
}

/** The years of a kind that have rows, in all and by part of the city; a part without any is left out. */
function yearsByPart(years: NonNullable<ReturnType<Coverage["get"]>>) {
  const byPart = parts.flatMap((part) => {
    const given = [...years].filter(([, places]) => (places.get(part) ?? []).length > 0);
    return given.length > 0 ? [{ part, given: given.map(([year]) => year).sort() }] : [];
  });
  return { byPart, all: [...years.keys()].sort() };
}

/** Years without a row between years that have some, and those that the other part of the city does have. */
function yearGaps(coverage: Coverage): string[] {
  return [...coverage].flatMap(([kind, years]) => {
    const { byPart, all } = yearsByPart(years);
    const between = absentBetween(all);
    const [first, last] = [all[0], all[all.length - 1]];
    return [
      ...(between.length > 0 ? [`${kind}: ${between.join(", ")} ontbreekt, tussen ${first} en ${last}`] : []),
      ...byPart.flatMap(({ part, given }) => {
        const absent = all.filter((year) => !given.includes(year));
        const [from, to] = [given[0], given[given.length - 1]];
        const inside = absent.filter((year) => from < year && year < to);
        const outside = absent.filter((year) => !inside.includes(year));
        const [other] = parts.filter((one) => one !== part);
        return [
          ...(inside.length > 0
            ? [`${kind}: ${inside.join(", ")} ontbreekt voor ${part}, tussen ${from} en ${to}`]
            : []),
          ...(outside.length > 0
            ? [
                `${kind}: ${outside.join(", ")} ontbreekt voor ${part}, terwijl ${other} ${theseYears(outside)} wel heeft`,
              ]
            : []),
        ];
      }),
    ];
  });
}

/** Years of persons without services: the reach of those years is not known. */
function yearsWithoutServices(coverage: Coverage): string[] {
  const ofPersons = [...(coverage.get("bijstandspersonen")?.keys() ?? [])].sort();
  return (["instrumenten", "contacten"] as const).flatMap((kind) => {
    const given = [...(coverage.get(kind)?.keys() ?? [])];
    const absent = ofPersons.filter(
      (year) => (year < Math.min(...given) || year > Math.max(...given)) && !given.includes(year),
    );
    if (given.length === 0 || absent.length === 0) return [];
    return [
      `${kind}: ${absent.join(", ")} ontbreekt, terwijl bijstandspersonen ${theseYears(absent)} wel heeft`,
    ];
  });
}

const theseYears = (years: readonly number[]) => (years.length === 1 ? "dat jaar" : "die jaren");

const periods = [
  { table: "maandvolume", column: "maand", period: "maand" },
  { table: "klanttevredenheid", column: "datum", period: "maand" },
  { table: "overdrachten", column: "jaar", period: "jaar" },
] as const;

/** Months between others that have a row, and years of tables without a gebied. */
function periodGaps(tables: ReadonlyMap<string, DataTable>): string[] {
  return periods.flatMap(({ table: name, column, period }) => {
    const table = tables.get(name);
    if (!table) return [];
    const given = columnValues(table, column).filter((value) => typeof value === "number");
    const absent = absentBetween([...new Set(given.map((value) => ordinal(value, period)))]);
    return absent.length > 0
      ? [
          `${name}: ${absent
            .slice(0, MOST_SHOWN)
            .map((value) => named(value, period))
            .join(", ")} ontbreekt`,
        ]
      : [];
  });
}

/** A year as it is; a month, which a sheet holds as a date, as the number of months. */
function ordinal(value: number, period: Series["period"]): number {
  if (period === "jaar") return value;
  const date = new Date((value - 25569) * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const named = (value: number, period: Series["period"]): string =>
  period === "jaar"
    ? String(value)
    : `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, "0")}`;

/** The same name for every way of writing a place. */
function subject(value: CellValue): string {
  const reading = readPlace(String(value));
  return reading.ok ? reading.places[0].name : String(value);
}

const hasColumn = (table: DataTable, column: string): boolean =>
  table.columns.some(({ name }) => name === column);

/** The rows of a table by whose figures they are, in the order of time. */
function bySubject(
  table: DataTable,
  { period, of, totals }: Series,
): Map<string, { when: number; row: number }[]> {
  const when = columnValues(table, period);
  const names = of.map((column) => columnValues(table, column));
  const types = totals ? columnValues(table, "type") : [];
  const groups = new Map<string, { when: number; row: number }[]>();
  table.rows.forEach((_, row) => {
    const at = when[row];
    if (typeof at !== "number" || (totals && types[row] !== "Totaal")) return;
    const name = names.map((values) => subject(values[row])).join(" ");
    const group = groups.get(name) ?? [];
    group.push({ when: ordinal(at, period), row });
    groups.set(name, group);
  });
  for (const group of groups.values()) group.sort((a, b) => a.when - b.when);
  return groups;
}

/** Figures many times as large or as small as the one before or after. */
function jumps(table: DataTable | undefined, one: Series): string[] {
  if (!table) return [];
  const groups = bySubject(table, one);
  const figures = one.figures.filter((figure) => hasColumn(table, figure));
  return figures.flatMap((figure) => {
    const values = columnValues(table, figure);
    return [...groups].flatMap(([name, group]) => {
      const points = group.flatMap(({ when, row }) => {
        const value = values[row];
        return typeof value === "number" ? [{ when, value }] : [];
      });
      const told = ({ when, value }: (typeof points)[number]) =>
        `${dutch.format(value)} in ${named(when, one.period)}`;
      const off = (i: number, other: number) =>
        points[other] && isJump(points[i].value, points[other].value, one.least) ? [points[other]] : [];
      return points.flatMap((point, i) => {
        const [before, after] = [off(i, i - 1), off(i, i + 1)];
        // A single figure that is off is told once, with both its neighbours; a lasting change where it begins.
        const isSpike = before.length > 0 && after.length > 0;
        const begins = before.length > 0 && off(i - 1, i - 2).length === 0;
        if (!isSpike && !begins) return [];
        const neighbours = [...before, ...after].map(told);
        return [
          `${one.table}, ${name}: ${figure} is ${told(point)}, maar ${neighbours.join(" en ")}; klopt dat?`,
        ];
      });
    });
  });
}

function isJump(a: number, b: number, least = LEAST_OF_JUMP): boolean {
  const [small, large] = [Math.min(a, b), Math.max(a, b)];
  return large >= (small > 0 ? least : LEAST_AFTER_NONE) && large >= JUMP * small;
}

function tooMany(table: DataTable | undefined, { of, part, whole }: (typeof neverMore)[number]): string[] {
  if (!table || ![...part, whole].every((column) => hasColumn(table, column))) return [];
  const [names, years, wholes] = [of, "jaar", whole].map((column) => columnValues(table, column));
  const columns = part.map((column) => columnValues(table, column));
  return table.rows.flatMap((_, row) => {
    const cells = columns.map((values) => values[row]);
    const most = wholes[row];
    if (typeof most !== "number" || cells.some((cell) => typeof cell !== "number")) return [];
    const total = cells.reduce<number>((sum, cell) => sum + (cell as number), 0);
    // Of a sum of which a part is too large by itself, that part is told.
    if (total <= most || (cells.length > 1 && cells.some((cell) => (cell as number) > most))) return [];
    return [
      `${table.name}, ${String(names[row])} ${String(years[row])}: ${part.join(" + ")} (${dutch.format(total)}) is meer dan ${whole} (${dutch.format(most)}); klopt dat?`,
    ];
  });
}

/** Nobody can leave the bijstand who was not in it in December of the year before. */
function outflow(table: DataTable | undefined): string[] {
  const [one] = series;
  if (!table || !hasColumn(table, "uitstroom_naar_werk")) return [];
  const [left, were] = ["uitstroom_naar_werk", "bijstand"].map((name) => columnValues(table, name));
  const lines = [...bySubject(table, one)].flatMap(([name, group]) =>
    group.flatMap(({ when, row }, i) => {
      const previous = i > 0 && group[i - 1].when === when - 1 ? were[group[i - 1].row] : null;
      const leavers = left[row];
      if (typeof previous !== "number" || typeof leavers !== "number" || leavers <= previous) return [];
      return [
        `arbeidsmarkt, ${name} ${when}: uitstroom_naar_werk (${dutch.format(leavers)}) is meer dan de bijstand van het jaar ervoor (${dutch.format(previous)}); klopt dat?`,
      ];
    }),
  );
  return bounded("arbeidsmarkt", lines);
}

/** A month with more bijstand than people live there. */
function moreThanLive(months: DataTable | undefined, years: DataTable | undefined): string[] {
  if (!months || !years || !hasColumn(years, "bevolking_15_75")) return [];
  const [when, places, volumes] = ["maand", "gebied", "bijstandsvolume"].map((name) =>
    columnValues(months, name),
  );
  const [year, gebied, population] = ["jaar", "gebied", "bevolking_15_75"].map((name) =>
    columnValues(years, name),
  );
  const living = new Map(
    years.rows.map((_, row) => [`${String(year[row])} ${subject(gebied[row])}`, population[row]]),
  );
  const lines = months.rows.flatMap((_, row) => {
    const [at, volume] = [when[row], volumes[row]];
    if (typeof at !== "number" || typeof volume !== "number") return [];
    const month = named(ordinal(at, "maand"), "maand");
    const most = living.get(`${month.slice(0, 4)} ${subject(places[row])}`);
    if (typeof most !== "number" || volume <= most) return [];
    return [
      `maandvolume, ${subject(places[row])} ${month}: bijstandsvolume (${dutch.format(volume)}) is meer dan bevolking_15_75 in arbeidsmarkt (${dutch.format(most)}); klopt dat?`,
    ];
  });
  return bounded("maandvolume", lines);
}

/** Persons with bijstand in December and in no month, in coarse words for who has the files. */
export function decemberWithoutMonths(files: readonly Extract[], threshold: number): string[] {
  let december = 0;
  let without = 0;
  for (const { rows } of files) {
    for (const { values } of rows) {
      if (values.december !== true) continue;
      december += 1;
      if (values.maanden_bijstand === 0) without += 1;
    }
  }
  if (without === 0) return [];
  const who = `${shareInWords(without, december, threshold)} van de personen`;
  return [
    `bijstandspersonen: bij ${who} met bijstand in december is maanden_bijstand 0; zij tellen wel in december mee en niet in de personen van het jaar. Klopt dat? ${notInWorkbook}`,
  ];
}
