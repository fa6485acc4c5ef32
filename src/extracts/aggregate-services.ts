import { isKnownLabel } from "./safe-labels";
import { compareTexts, inOrder } from "./sorting";
import { hiddenTypes, isSmall } from "./suppress";

/** The two kinds of service. */
export type ServiceKind = "instrumenten" | "contacten";

export const serviceKinds: readonly ServiceKind[] = ["instrumenten", "contacten"];

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

/** The services of a soort in a year and gebiedsdeel, counted. */
export interface ServiceGroup {
  readonly jaar: number;
  readonly gebiedsdeel: string;
  readonly soort: ServiceKind;
  readonly types: readonly ({ readonly type: string } & Tally)[];
  readonly total: Tally;
}

interface Tally {
  readonly aantal: number;
  readonly personen: number;
}

/**
 * Counts the services per year, gebiedsdeel and type. Every type that occurs anywhere has a row in every year
 * and gebiedsdeel in which there is any service of the soort, with 0 where there was none of that type.
 */
export function countServices(services: Services): ServiceGroup[] {
  const counted = (soort: ServiceKind) => services[soort].filter(({ counts }) => counts);
  return serviceKinds.flatMap((soort) => countSoort(soort, counted(soort)));
}

/** Services and the persons who had them, while they are counted. */
interface Counter {
  aantal: number;
  readonly persons: Set<string>;
}

const newCounter = (): Counter => ({ aantal: 0, persons: new Set() });

const tallyOf = ({ aantal, persons }: Counter): Tally => ({ aantal, personen: persons.size });

function countSoort(soort: ServiceKind, services: readonly Service[]): ServiceGroup[] {
  const types = [...new Set(services.map(({ type }) => type))].sort(compareTexts);
  const groups = new Map<
    string,
    { jaar: number; gebiedsdeel: string; total: Counter; byType: Map<string, Counter> }
  >();
  for (const { jaar, gebiedsdeel, type, person } of services) {
    const id = `${jaar} ${gebiedsdeel}`;
    const group = groups.get(id) ?? {
      jaar,
      gebiedsdeel,
      total: newCounter(),
      byType: new Map(types.map((name) => [name, newCounter()])),
    };
    groups.set(id, group);
    for (const counter of [group.total, group.byType.get(type)]) {
      if (!counter) continue;
      counter.aantal += 1;
      counter.persons.add(person);
    }
  }
  return inOrder([...groups.values()]).map(({ jaar, gebiedsdeel, total, byType }) => ({
    jaar,
    gebiedsdeel,
    soort,
    types: [...byType].map(([type, counter]) => ({ type, ...tallyOf(counter) })),
    total: tallyOf(total),
  }));
}

/**
 * Which types of a group are hidden beside its total; null when the total is hidden too, because few persons are
 * in it or because it would give the types away.
 */
export function hiddenInGroup({ types, total }: ServiceGroup, threshold: number) {
  if (isSmall(total.personen, threshold)) return null;
  return hiddenTypes({ types, total }, { threshold, notSmall: types.map(({ type }) => !isKnownLabel(type)) });
}

/** What a service without a type is counted under. */
export const unknownType = "Onbekend";

/**
 * The rows of a group. A type is shown or hidden whole, by its persons: 40 contacts of 3 persons are about 3 persons.
 *
 * @param mask which types are hidden beside the total; null to hide the total and every type that anyone had
 */
export function serviceRows(group: ServiceGroup, mask: readonly boolean[] | null): ServiceRow[] {
  const { jaar, gebiedsdeel, soort, types, total } = group;
  const row = (type: string, { aantal, personen }: Tally, isHidden: boolean): ServiceRow => ({
    jaar,
    gebiedsdeel,
    soort,
    type,
    aantal: isHidden ? null : aantal,
    personen: isHidden ? null : personen,
    withheld: isHidden ? ["aantal", "personen"] : [],
  });
  return [
    ...types.map((tally, index) => row(tally.type, tally, mask ? mask[index] : tally.personen > 0)),
    row("Totaal", total, mask === null),
  ];
}
