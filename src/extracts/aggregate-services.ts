import { isSmall, mayShowTotal, withheldTogether } from "./suppress";
import { compareTexts, inOrder } from "./sorting";

/** The two kinds of service. */
export type ServiceKind = "instrumenten" | "contacten";

/** An instrument or a contact of a person. */
export interface Service {
  readonly person: string;
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly type: string;
  /** False for a contact that is not for re-integration. */
  readonly counts: boolean;
}

/** All services that were given. */
export type Services = Readonly<Record<ServiceKind, readonly Service[]>>;

/** Services of one type in a year and gebiedsdeel, or of all types together in the row "Totaal". */
export interface ServiceRow {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly soort: ServiceKind;
  readonly type: string;
  readonly aantal: number | null;
  /** Different persons; someone with services of two types is in both, and once in the total. */
  readonly personen: number | null;
  /** The columns that hold `null` because their count is withheld. */
  readonly withheld: readonly string[];
}

/**
 * Counts the services per year, gebiedsdeel and type. Every type that occurs anywhere has a row in every year
 * and gebiedsdeel in which there is any service of the soort, with 0 where there was none of that type.
 *
 * Whether a row is withheld depends on its persons: 40 contacts of 3 persons are about 3 persons.
 */
export function tabulateServices(services: Services, threshold: number): ServiceRow[] {
  const counted = (soort: ServiceKind) => services[soort].filter(({ counts }) => counts);
  return (["instrumenten", "contacten"] as const).flatMap((soort) =>
    tabulate(soort, counted(soort), threshold),
  );
}

/** Services and the persons who had them. */
interface Tally {
  aantal: number;
  readonly persons: Set<string>;
}

const emptyTally = (): Tally => ({ aantal: 0, persons: new Set() });

function add(tally: Tally, person: string): void {
  tally.aantal += 1;
  tally.persons.add(person);
}

function tabulate(soort: ServiceKind, services: readonly Service[], threshold: number): ServiceRow[] {
  const types = [...new Set(services.map(({ type }) => type))].sort(compareTexts);
  const groups = new Map<
    string,
    { jaar: number; gebiedsdeel: string; total: Tally; byType: Map<string, Tally> }
  >();
  for (const { jaar, gebiedsdeel, type, person } of services) {
    const id = `${jaar} ${gebiedsdeel}`;
    const group = groups.get(id) ?? {
      jaar,
      gebiedsdeel,
      total: emptyTally(),
      byType: new Map<string, Tally>(types.map((name) => [name, emptyTally()])),
    };
    groups.set(id, group);
    for (const tally of [group.total, group.byType.get(type)]) if (tally !== undefined) add(tally, person);
  }

  return inOrder([...groups.values()]).flatMap(({ jaar, gebiedsdeel, total, byType }) => {
    const tallies = types.map((type) => byType.get(type) ?? emptyTally());
    const personsPerType = tallies.map(({ persons }) => persons.size);
    const totalWithheld =
      isSmall(total.persons.size, threshold) || !mayShowTotal(personsPerType, { threshold });
    const mask = withheldTogether([personsPerType, tallies.map(({ aantal }) => aantal)], {
      threshold,
      totalShown: !totalWithheld,
    });
    const row = (type: string, { aantal, persons }: Tally, isWithheld: boolean): ServiceRow => ({
      jaar,
      gebiedsdeel,
      soort,
      type,
      aantal: isWithheld ? null : aantal,
      personen: isWithheld ? null : persons.size,
      withheld: isWithheld ? ["aantal", "personen"] : [],
    });
    return [
      ...types.map((type, index) => row(type, tallies[index], mask[index])),
      row("Totaal", total, totalWithheld),
    ];
  });
}
